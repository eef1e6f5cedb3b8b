import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.concepts import ASSERTED, ConceptMatcher
from kg.extract.lexemes import lexemes, light
from kg.extract.terms import TaggedWord, corpus_terms, is_telling, phrases, term_concepts
from ontology import Concept, Thesaurus, load_thesaurus

OURS = ConceptMatcher(load_thesaurus())
SMALL = ConceptMatcher(
    Thesaurus(
        (
            Concept("concept/indicateurs", "", "indicateur"),
            Concept("concept/jury", "", "jury d'habitants", facets=("concept/tri", "concept/village")),
            Concept("concept/odd", "", "ODD"),
            Concept("concept/tri", "", "trier", ("tri des déchets",), ("bac",), ("bac à sable",)),
            Concept("concept/ville", "", "ville"),
            Concept("concept/ville-pol", "", "politique de la ville"),
            Concept("concept/village", "", "village", broader=("concept/ville",)),
        )
    )
)


def found(text: str, matcher: ConceptMatcher = OURS) -> set[str]:
    return {match.concept_id.removeprefix("concept/") for match in matcher.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Nous tenons à l’évaluation par les citoyens.",
        "L'appréciation des habitants a compté.",
        "Il faut demander leur avis aux usagers.",
        "Une enquête auprès des bénéficiaires a été menée.",
        "L'EVALUATION CITOYENNE A COMMENCE",
        "Les riverains ont évalué eux-mêmes le nouveau carrefour.",
        "Nous évaluons chaque année le service avec les familles du canton.",
        "Un questionnaire a été remis aux habitants.",
        "Les usagers jugent le service et le notent.",
        "Le regard que portent les habitants change tout.",
        "les habitants apprécient eux-mêmes les résultats",
    ],
)
def test_evaluation_by_citizens_is_found_in_other_words(text: str) -> None:
    assert "evaluation-citoyenne" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les habitants du quartier sont venus nombreux.",
        "L'évaluation du chantier est confiée à un cabinet. Les habitants ont été relogés.",
        "Ces mesures concernent dix mille habitants.",
        "Dans la mesure où les habitants le demandent, nous ouvrirons le soir.",
        "Le bilan financier est à l'équilibre.",
        "« Les habitants attendent », indique-t-il.",
        "La mère de famille est en train de bâtir sa porte.",
    ],
)
def test_evaluation_by_citizens_is_not_found_where_it_is_not(text: str) -> None:
    assert "evaluation-citoyenne" not in found(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("nous évaluons une politique publique", "evaluation-politiques-publiques"),
        ("l'évaluation des politiques publiques", "evaluation-politiques-publiques"),
        ("les petites et moyennes villes", "petites-villes"),
        ("un village de trois cents âmes", "petites-villes"),
        ("les ODD et l'AICT", "odd"),
        ("lUAICT est une idée", "action-internationale"),
        ("la population s'approprie le projet", "appropriation-citoyenne"),
        ("notre jumelage avec la ville voisine", "jumelage"),
        ("les collectivités jumelées", "jumelage"),
        ("la coopération décentralisée", "cooperation-decentralisee"),
        ("un budget participatif", "budget-participatif"),
        ("des pistes cyclables sûres", "velo"),
    ],
)
def test_inflected_and_reordered_forms_and_acronyms(text: str, concept: str) -> None:
    if text.startswith("lUAICT"):
        text = text.removeprefix("l")
    assert concept in found(text)


def test_a_match_says_where_how_and_how_surely() -> None:
    (match,) = SMALL.find("Ils trient bien.")
    assert (match.start, match.end, match.concept_id) == (4, 10, "concept/tri")
    assert (match.label, match.method, match.score) == ("trier", "inflected", 0.9)
    (exact,) = SMALL.find("Le tri des déchets")
    assert (exact.method, exact.score) == ("label", 1.0)


def test_words_that_only_share_a_stem_are_told_apart() -> None:
    assert found("Les indicateurs", SMALL) == {"indicateurs"}
    assert found("indique-t-il", SMALL) == set()
    assert found("odd", SMALL) == set()
    assert found("ODD", SMALL) == {"odd"}


def test_a_label_inside_a_longer_one_counts_for_the_longer_one() -> None:
    assert found("La politique de la ville", SMALL) == {"ville-pol"}
    assert found("La politique, la ville", SMALL) == {"ville"}


def test_weak_labels_are_clues_and_misleading_phrases_are_nothing() -> None:
    assert SMALL.find("Le bac") == ()
    (clue,) = SMALL.find("Le bac", minimum=0)
    assert (clue.method, clue.score) == ("hidden", 0.45)
    assert SMALL.find("Le bac à sable", minimum=0) == ()


def test_facets_meet_inside_a_sentence_only_and_closer_is_surer() -> None:
    near = next(m for m in SMALL.find("On trie au village.") if m.method == "facets")
    assert (near.concept_id, near.start, near.end) == ("concept/jury", 3, 18)
    far = [m for m in SMALL.find("On trie " + "un peu " * 12 + "au village.", minimum=0) if m.method == "facets"]
    assert far[0].score < near.score
    assert "jury" not in found("On trie. Le village dort.", SMALL)


def test_a_question_gets_its_concepts_best_first() -> None:
    assert [concept for concept, _ in OURS.query_concepts("qui a parlé d'évaluation citoyenne ?")] == [
        "concept/evaluation-citoyenne"
    ]
    assert OURS.query_concepts("que dit-on des odd ?") == (("concept/odd", 0.9),)
    assert OURS.query_concepts("Comment les habitants jugent-ils le service ?")[0][0] == "concept/evaluation-citoyenne"
    assert OURS.query_concepts("Qui est venu ?") == ()


@given(st.text(max_size=200))
@settings(deadline=None)
def test_matches_stand_inside_the_text_in_order(text: str) -> None:
    matches = OURS.find(text, minimum=0)
    assert list(matches) == sorted(matches)
    for match in matches:
        assert 0 <= match.start < match.end <= len(text)
        assert 0 < match.score <= 1
    assert {match for match in matches if match.score >= ASSERTED} == set(OURS.find(text))


@given(st.sampled_from([label for concept in OURS.thesaurus for label in concept.labels]))
@settings(deadline=None, max_examples=150)
def test_every_label_finds_its_concept(label: str) -> None:
    wanted = {concept.id for concept in OURS.thesaurus if label in concept.labels}
    assert wanted <= {match.concept_id for match in OURS.find(f"On parle ici : {label}.", minimum=0)}


@given(st.sampled_from(["municipaux", "municipale", "municipales"]))
def test_light_forms(word: str) -> None:
    assert light(word) == "municipal"
    assert light("reseaux") == light("reseau")
    assert light("citoyennes") == light("citoyen")
    assert light("participatives") == light("participatif")
    assert light("mesures") != light("mesurer")
    assert light("mere") != light("mer")


def test_a_label_with_a_capital_wants_one() -> None:
    assert "etat" in found("l'État et les régions")
    assert "etat" not in found("un état de fait")
    assert [concept for concept, _ in OURS.query_concepts("que fait l'etat ?")] == ["concept/etat"]


def test_words_keep_their_places() -> None:
    text = "L’œuvre *d'Été*\n\n- à part"
    assert [text[word.start : word.end] for word in lexemes(text)] == ["L", "œuvre", "d", "Été", "à", "part"]
    assert [word.group for word in lexemes(text)] == [0, 0, 0, 0, 1, 1]


def test_a_long_document_is_read_quickly() -> None:
    text = "Nous avons évalué la politique de la ville avec les habitants, dit la maire de la commune. " * 700
    OURS.find(text)
    started = time.process_time()
    assert len(OURS.find(text)) > 2000
    assert time.process_time() - started < 1.0


def tagged(text: str) -> list[TaggedWord]:
    parts = {
        "atelier": "NOUN",
        "eau": "NOUN",
        "potable": "ADJ",
        "tri": "NOUN",
        "papier": "NOUN",
        "beau": "ADJ",
        "gestion": "NOUN",
    }
    return [TaggedWord(word, parts.get(word, "ADP" if word in ("de", "du", "d'") else "VERB")) for word in text.split()]


def test_the_corpus_gives_its_own_terms_longest_first() -> None:
    text = tagged(
        "gestion de eau potable coule " * 3
        + "eau potable coule " * 2
        + "tri du papier brûle " * 3
        + "beau papier brûle " * 2
    )
    terms = corpus_terms([phrases([text])])
    assert [(term.label, term.count, term.score) for term in terms] == [
        ("gestion de eau potable", 3, 4.7549),
        ("tri du papier", 3, 3.0),
        ("eau potable", 5, 2.0),
    ]
    assert corpus_terms([phrases([text])], limit=1) == terms[:1]
    assert [term.weight for term in terms] == [0.6131, 0.5, 0.4]


def test_terms_that_the_thesaurus_tells_already_are_left_out() -> None:
    text = tagged("gestion de eau potable coule " * 3 + "tri du papier brûle " * 3)
    thesaurus = Thesaurus((Concept("concept/x", "", "tri des papiers"),))
    extra = term_concepts(corpus_terms([phrases([text])]), thesaurus)
    assert [concept.id for concept in extra] == ["concept/gestion-de-eau-potable"]
    matcher = ConceptMatcher(thesaurus.with_concepts(extra))
    assert found("la gestion des eaux potables", matcher) == {"gestion-de-eau-potable"}


def test_a_term_of_two_documents_needs_one_use_less() -> None:
    twice = phrases([tagged("tri du papier brûle tri du papier brûle")])
    once = phrases([tagged("tri du papier brûle")])
    assert corpus_terms([twice]) == ()
    (term,) = corpus_terms([once, once])
    assert (term.label, term.count, term.documents) == ("tri du papier", 2, 2)


@pytest.mark.parametrize(
    ("phrase", "telling"),
    [
        ("tri du papier", True),
        ("miel de lavande", True),
        ("nouvelle station d'épuration", True),
        ("nombre de papiers", False),
        ("directrice des services", False),
        ("présidente du tri", False),
        ("ordre du jour", False),
        ("réunion publique", False),
        ("prochaine fois", False),
    ],
)
def test_a_term_is_neither_a_function_nor_a_measure_nor_a_meeting(phrase: str, telling: bool) -> None:
    assert is_telling(phrase) == telling


def test_no_heavy_library_is_loaded() -> None:
    program = (
        "import sys; from kg.extract.concepts import ConceptMatcher; from ontology import load_thesaurus;"
        "ConceptMatcher(load_thesaurus()).find('évaluation');"
        "print(sorted({'rdflib', 'spacy', 'numpy', 'torch'} & sys.modules.keys()))"
    )
    environment = os.environ | {"PYTHONPATH": os.getcwd()}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
