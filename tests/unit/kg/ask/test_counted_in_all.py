"""Counts over the whole corpus: how often something is told, how many speak of it, what the base holds."""

import re

import pytest

from index import fold
from kg.ask import answer
from kg.ask.library import Library


def _texts(library: Library) -> dict[str, str]:
    knowledge = library.knowledge
    return {one: " ".join(p.text for p in knowledge.extraction_of[one].passages) for one in knowledge.documents}


def test_documents_that_tell_of_something_are_those_that_write_its_word(sample: Library) -> None:
    writing = [text for text in _texts(sample).values() if re.search(r"\bjumel", fold(text))]
    found = answer("Dans combien de documents est-il question de jumelage ?", sample)
    assert found.rows[0].value == str(len(writing)) and found.text.startswith(f"{len(writing)} documents en parlent")
    assert len({row.id for row in found.rows[1:]}) == len(writing)
    assert found.certificate and "à la lettre" in found.certificate and "par le sens" in found.certificate


def test_each_passage_listed_tells_of_it(sample: Library) -> None:
    found = answer("Donne-moi tous les passages sur l'eau", sample)
    assert found.kind == "list" and len(found.rows) > 3
    assert all(re.search(r"\beaux?\b", fold(row.evidence[0].quote)) for row in found.rows)


def test_sentences_are_counted(sample: Library) -> None:
    found = answer("Combien de fois parle-t-on d'eau ?", sample)
    told = [
        sentence.words
        for extraction in sample.knowledge.extractions
        for passage in extraction.passages
        for sentence in sample.sentences(passage)
        if re.search(r"\beaux?\b", fold(sentence.words))
    ]
    assert found.rows[0].value == str(len(told))


@pytest.mark.parametrize(
    "question",
    ["Combien de fois parle-t-on de cybersécurité ?", "Combien de personnes ont évoqué la pêche au thon ?"],
)
def test_what_is_nowhere_is_said_to_be_nowhere(question: str, sample: Library) -> None:
    found = answer(question, sample)
    assert found.abstained and found.certificate and not found.rows


def test_voices_about_something_are_those_of_who_spoke(sample: Library) -> None:
    asked = answer("Quels intervenants ont parlé d'évaluation ?", sample)
    for question in ("Combien de personnes ont parlé d'évaluation ?", "combien d'orateurs ont parlé d'évaluation"):
        counted = answer(question, sample)
        assert [row.id for row in counted.rows[1:]] == [row.id for row in asked.rows]
        assert counted.rows[0].value == str(len(asked.rows))
    listed = answer("Liste des intervenants qui ont parlé d'évaluation", sample)
    assert [row.id for row in listed.rows] == [row.id for row in asked.rows]
    assert listed.certificate and "sous le seuil" in listed.certificate


def test_voices_heard_somewhere(sample: Library) -> None:
    found = answer("Combien de personnes s'expriment au conseil municipal de Lourvies ?", sample)
    document = found.rows[0].evidence[0].span.document_id
    speakers = {
        entity.id
        for quotation in sample.knowledge.extraction_of[document].quotations
        if (entity := sample.knowledge.entity_of(quotation.speaker)) and entity.kind == "person"
    }
    assert found.rows[0].value == str(len(speakers)) == str(len(found.rows) - 1)


def test_women_are_counted_apart(sample: Library) -> None:
    women = answer("Combien de femmes ont pris la parole au séminaire d'Argelune ?", sample)
    everybody = answer("Combien de personnes ont pris la parole au séminaire d'Argelune ?", sample)
    assert 0 < len(women.rows) < len(everybody.rows)
    assert all(sample.knowledge.by_id[row.id].gender == "f" for row in women.rows[1:])


def test_quotations_of_somebody(sample: Library) -> None:
    speaker = next(one for one in sample.knowledge.entities if one.label == "Thibaut Ranquelle")
    said = len(list(sample.said_by(speaker)))
    for asked in ("Combien de citations de {} ?", "Combien de fois {} prend-il la parole ?"):
        question = asked.format(speaker.label)
        assert answer(question, sample).rows[0].value == str(said)
    named = answer("Combien de fois Thibaut Ranquelle est-il mentionné ?", sample)
    assert named.rows[0].value == str(len(speaker.mentions))


def test_what_the_base_holds(sample: Library) -> None:
    knowledge = sample.knowledge
    bodies = {
        entity.id
        for extraction in knowledge.extractions
        for mention in extraction.mentions
        if mention.kind == "organisation" and (entity := knowledge.entity_of(mention.id))
    }
    quotations = sum(len(extraction.quotations) for extraction in knowledge.extractions)
    for question, number in (
        ("Combien d'organismes sont cités dans le corpus ?", len(bodies)),
        ("Combien de documents y a-t-il dans le corpus ?", len(knowledge.extractions)),
        ("Combien de citations contient le corpus ?", quotations),
    ):
        found = answer(question, sample)
        assert found.rows[0].value == str(number) and found.text.startswith(str(number)), question


def test_sessions_of_an_event(sample: Library) -> None:
    found = answer("Combien y a-t-il de sessions au séminaire d'Argelune ?", sample)
    assert found.rows[0].value == "2" and all("SESSION" in row.label for row in found.rows[1:])


@pytest.mark.parametrize(
    "question",
    [
        "Combien de personnes sont venues aux rencontres de Tourvane ?",
        "Combien d'habitants compte Lourvies ?",
        "Combien de communes étaient attendues au marché des partenariats ?",
        "Qui a parlé de jumelage ?",
    ],
)
def test_other_questions_are_left_to_others(question: str, sample: Library) -> None:
    from kg.ask import inventory, occurrences, voices_counted

    query = sample.understand(question)
    assert all(module.answer(query, sample) is None for module in (inventory, occurrences, voices_counted))


def test_who_spoke_most_of_two_counts_these_two(sample: Library) -> None:
    found = answer("Qui a le plus parlé, Paul Ranquelle ou Karim Deslorges ?", sample)
    assert {row.label for row in found.rows} == {"Paul Ranquelle", "Karim Deslorges"}
    people = [one for one in sample.knowledge.entities if one.label in {row.label for row in found.rows}]
    said = {one.label: str(len(list(sample.said_by(one)))) for one in people}
    assert {row.label: row.value for row in found.rows} == said
