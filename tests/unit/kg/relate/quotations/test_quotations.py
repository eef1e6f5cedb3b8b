"""What a quotation carries: verbatim span, cue, act, session, stable id, trace."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Span
from kg.extract.extractors import read_entities
from kg.relate.quotations import Reason, explain, find_quotations
from kg.relate.quotations.words import fits, stems
from kg.resolve import resolve
from kg.types import Event, Mention, Provenance, Quotation
from tests.unit.kg.relate.quotations.marked import CASES, extraction, read

if TYPE_CHECKING:
    from spacy.language import Language

Find = Callable[[str], tuple[Quotation, ...]]

_PIECES = st.sampled_from(
    '« | »|“|”|"|‹|›|Ada Meunier|M. Tazi| rappelle que |explique|, |. | : |\n\n|- |— |elle|il|-t-il|Pour |Selon |'
    "l'eau|la digue tient|?|(|)|## Titre\n\n|\t|…|’|1) ".split("|")
)


@pytest.fixture(scope="module")
def find(nlp: "Language") -> Find:
    def found(text: str) -> tuple[Quotation, ...]:
        parsed = read(text, nlp)
        return find_quotations(parsed, *extraction(parsed))

    return found


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_punctuation_gives_verbatim_spans_and_distinct_ids(nlp: "Language", text: str) -> None:
    parsed = read(f"## Séance\n\nUn mot ouvre la séance.\n\n{text}", nlp)
    partial, entities = extraction(parsed)
    quotations = find_quotations(parsed, partial, entities)
    known = {mention.id for mention in partial.mentions}
    for quotation in quotations:
        words = parsed.document.quote(quotation.span)
        assert 0 <= quotation.span.start < quotation.span.end <= len(parsed.document.text)
        assert words == words.strip()
        assert quotation.speaker is None or quotation.speaker in known
        assert 0 <= quotation.confidence <= 1
    assert len({quotation.id for quotation in quotations}) == len(quotations)
    assert quotations == find_quotations(parsed, partial, entities)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Ada Meunier propose de créer une régie de l'eau.", "proposes"),
        ("Ada Meunier demande si la digue tiendra l'hiver.", "asks"),
        ("Ada Meunier alerte sur le coût des réparations.", "warns"),
        ("Ada Meunier regrette que la salle soit vide.", "regrets"),
        ("Ada Meunier s'engage à publier les comptes de la régie.", "commits"),
        ("Ada Meunier approuve le choix de la régie publique.", "agrees"),
        ("Ada Meunier conteste le chiffre donné par la presse.", "disagrees"),
        ("Ada Meunier raconte la crue de l'hiver 2016.", "reports"),
        ("Ada Meunier cite le poète local sur la rivière.", "quotes"),
        ("Ada Meunier rappelle que la digue date de 1912.", "states"),
    ],
)
def test_act(find: Find, sentence: str, act: str) -> None:
    (quotation,) = find(f"## Séance\n\n{sentence}\n\nLa salle se vide peu à peu.")
    assert quotation.act == act


def test_acts_of_a_table_of_sentences(find: Find) -> None:
    rows = [row.split("\t") for row in (CASES / "acts.tsv").read_text(encoding="utf-8").splitlines() if row[0] != "#"]
    told = [(act, next(iter(find(f"## Séance\n\n{words}\n\nLa salle se vide.")), None)) for act, words in rows]
    right = sum(quotation is not None and quotation.act == act for act, quotation in told)
    assert right >= 0.97 * len(rows)


def test_cue_is_where_the_text_says_so(find: Find) -> None:
    (quotation,) = find("## Séance\n\n« Nous avons planté mille arbres », explique Ada Meunier.\n\nLa salle se vide.")
    assert quotation.cue == "explique Ada Meunier"
    assert quotation.mode == "direct"
    assert quotation.provenance.rule == "cue-after-person/1"
    assert quotation.provenance.span == quotation.span


def test_crowd_is_nobody_with_the_words_used(find: Find) -> None:
    (quotation,) = find("## Séance\n\n« Qui va payer la digue ? », demande-t-on depuis la salle.\n\nLa salle se vide.")
    assert quotation.speaker is None
    assert quotation.speaker_words == "on depuis la salle"


def test_id_depends_on_source_words_and_rank_only(find: Find) -> None:
    said = "« Nous avons planté mille arbres », explique Ada Meunier."
    (alone,) = find(f"## Séance\n\n{said}\n\nLa salle se vide peu à peu.")
    first, second = find(f"## Autre titre\n\nUn mot d'accueil ouvre la journée.\n\n{said}\n\nPlus tard. {said}")
    assert alone.id == first.id
    assert first.id != second.id
    assert alone.id.startswith("quotation:cas:")
    assert len(alone.id.rsplit(":", 1)[1]) == 10


def test_session_is_the_one_under_whose_heading_it_stands(nlp: "Language") -> None:
    said = "Ada Meunier rappelle que la digue cède."
    text = f"# Journée\n\nUn mot.\n\n## Session 1\n\n{said}\n\n## Session 2\n\nUn mot de fin."
    parsed = read(text, nlp)
    partial, entities = extraction(parsed)
    events: list[Event] = []
    for heading in parsed.document.outline:
        mention = Mention(heading.span, "event", heading.title, "test/1")
        kind = "session" if "Session" in heading.title else "event"
        parent = events[0].mention if events else None
        events.append(Event(mention.id, kind, heading.title, Provenance(heading.span, "test/1"), parent))  # type: ignore[arg-type]
        partial = replace(partial, mentions=(*partial.mentions, mention))
    (quotation,) = find_quotations(parsed, replace(partial, events=tuple(events)), entities)
    assert quotation.session == events[1].mention


def test_explain_tells_the_candidates(nlp: "Language") -> None:
    parsed = read("## Séance\n\nAda Meunier arrive. Elle rappelle que la digue date de 1912.\n\nLa salle se vide.", nlp)
    ((quotation, reason),) = explain(parsed, *extraction(parsed))
    assert quotation.speaker is not None
    assert reason == Reason("pronoun", ("person:Ada Meunier",))


def test_a_name_on_the_programme_is_no_evidence(find: Find) -> None:
    (quotation,) = find(
        "## Intervenants\n\n- Ada Meunier, maire de Valbrume\n\n## Débat\n\n« Nous devons agir avant l'hiver »."
        "\n\nLa salle se vide peu à peu et le buffet commence."
    )
    assert quotation.speaker is None


def test_span_type(find: Find) -> None:
    (quotation,) = find("## Séance\n\nSelon Ada Meunier, la digue tiendra encore vingt ans.\n\nLa salle se vide.")
    assert isinstance(quotation.cue_span, Span)
    assert quotation.cue == "Selon Ada Meunier"


def test_what_an_answer_reports_of_somebody_else(find: Find) -> None:
    found = find(
        "Entretien avec Maud Quintard, éleveuse à Montbazet.\n\nComment va le troupeau ?\n\n"
        "Mieux que l'an passé, nous avons eu de l'herbe. Karim Tazi, notre voisin, voulait drainer la prairie. "
        "Il disait que la tourbe ne vaut rien. Nous avons tenu bon.\n\nEt l'eau ?\n\n"
        "Elle manque. Nous allons à la rivière avec deux citernes, et nous rentrons quand nous pouvons.\n"
    )
    told = {q.provenance.rule: q.speaker for q in found if q.provenance.rule != "interview/1"}
    assert set(told) == {"reported-person/1", "reported-pronoun/1"}
    assert told["reported-person/1"] == told["reported-pronoun/1"]
    assert {q.speaker for q in found if q.provenance.rule == "interview/1"} != {told["reported-person/1"]}


def test_a_crossed_interview_names_by_initials_alone(find: Find) -> None:
    talk = (
        "Nous avons réuni Ada Meunier et Karim Tazi.\n\n**Comment vous êtes-vous connus ?**\n\n"
        "**{0}** Au marché. Elle voulait la place et j'avais une caisse.\n\n"
        "**A. M.** Il exagère. La caisse était vide et je la gardais.\n\n**Et depuis ?**\n\n"
        "**A. M.** Mon voisin. Il a prêté son camion tout l'hiver.\n\n"
        "**{0}** La fatigue. On ne se dispute pas tous les samedis.\n"
    )
    found = find(talk.format("K. T."))
    assert len({q.speaker for q in found}) == 2
    assert [q.speaker == found[0].speaker for q in found] == [True, False, False, True]
    assert not [q for q in find(talk.format("Z. W.")) if q.provenance.rule == "minutes/1"]  # one voice alone: no turns


def test_questions_and_answers_name_their_speakers_in_brackets(nlp: "Language") -> None:
    parsed = read(
        "Autour de la table : Ada Meunier et Karim Tazi.\n\n### La salle répond\n\n"
        "- **Q.** (Karim Tazi, association Rives vives) – À quand une fontaine de plus ? On a coupé la dernière.\n"
        "- **R.** (A. Meunier) – Pas de fontaine de plus, mais aucune de moins.\n"
        "- **Q.** (un étudiant) – Est-ce qu'on a le droit de se baigner ?\n",
        nlp,
    )
    told = [(reason.candidates, quotation.speaker_words) for quotation, reason in explain(parsed, *extraction(parsed))]
    assert told == [(("person:Karim Tazi",), ""), (("person:Ada Meunier",), ""), ((), "un étudiant")]


def test_what_a_line_of_notes_quotes_is_said_by_whom_it_notes(nlp: "Language") -> None:
    parsed = read(
        "Présents : Ada Meunier (AM), Karim Tazi (KT)\n\n- AM demande un calendrier avant juin.\n"
        "- KT propose le 12 mars pour la visite.\n"
        "- KT sceptique, ses clients sont des maçons, « ils n'écrivent pas, ils reviennent ».\n"
        "- AM : à Lescarre le car coûte 0 euro de loyer, « évidemment, c'est un car ».\n"
        "- AM relit la note de KT : « les parents n'y croient plus ».\n",
        nlp,
    )
    partial = read_entities(parsed)
    entities = resolve((partial,))
    labels = {mention: entity.label for entity in entities for mention in entity.mentions}
    found = find_quotations(parsed, partial, entities)
    told = [(labels.get(q.speaker or "", "-"), q.provenance.rule) for q in found]
    assert told[2:6] == [
        ("Karim Tazi", "noted/1"),
        ("Karim Tazi", "noted-quote/1"),
        ("Ada Meunier", "line-noted/1"),
        ("Ada Meunier", "noted-quote/1"),
    ]
    assert "noted-quote/1" not in {rule for _, rule in told[6:]}


@pytest.mark.parametrize(
    ("said", "country"), [("polonais", "Pologne"), ("sénégalais", "Sénégal"), ("chinois", "Chine")]
)
def test_a_man_of_a_country_fits_its_name(said: str, country: str) -> None:
    assert fits(stems(f"maire {said}")[1], frozenset(stems(country)))
    assert not fits(stems(f"maire {said}")[1], frozenset(stems("Mexique")))
