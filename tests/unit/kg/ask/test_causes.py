"""Why, how, what for, what a thing is: the sentence about what is named, whatever its words, and what follows it."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.answers.proofs import Proof
from kg.ask.library import Library
from kg.ask.sentences.nearest import nearness
from kg.base import open_base


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of two reports, built with the model of meaning."""
    from kg.build import build

    base = tmp_path_factory.mktemp("causes") / "base"
    build([Path(__file__).parent / "causes"], base)
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Pourquoi Mme Ferrat hésite à ouvrir l'écluse la nuit ?", "questions de bruit"),
        ("Comment Yann Kerlo veut-il faire noter le canal ?", "galets blancs"),
        ("Les Barques Vertes, qu'est-ce que c'est ?", "loue des canots"),
        ("À quoi servent les Barques Vertes ?", "nettoie les berges"),
    ],
)
def test_the_sentence_about_the_thing_named_answers(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert told in found.text
    assert told in " ".join(found.rows[0].evidence[0].quote.split())


def test_what_stands_under_a_title_is_told_line_by_line(library: Library) -> None:
    found = answer("C'est quoi, un bilan en deux temps ?", library)
    quotes = " ".join(proof.quote for row in found.rows for proof in row.evidence)
    assert "travaux de l'été" in quotes and "la vase" in quotes


def test_what_nobody_tells_of_somebody_is_refused(library: Library) -> None:
    assert answer("Pourquoi Solange Ferrat a-t-elle démissionné ?", library).abstained


def test_a_sentence_is_as_near_as_what_holds_it(library: Library) -> None:
    passages = [passage for one in library.knowledge.extractions for passage in one.passages]
    proofs = [Proof(sentence, passage, 0.0, 0.0) for passage in passages for sentence in library.sentences(passage)]
    near = dict(zip(proofs, nearness(library, "Qui loue des canots ?", proofs), strict=True))
    best = max(proofs, key=near.__getitem__)
    assert "canot" in library.reading(best.passage.span) and 0 <= min(near.values()) < max(near.values()) <= 1
    assert nearness(library, "Pourquoi ?", []) == []


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("L'embauche d'une animatrice a-t-elle fait l'unanimité ?", "oui"),
        ("Le bac sur la rivière a-t-il été voté à l'unanimité ?", "non"),
        ("La passerelle des Tanneurs a-t-elle été adoptée à l'unanimité ?", "non"),
        ("Est-ce que Rose Calvi a voté la passerelle des Tanneurs ?", "non"),
        ("Simon Lapeyre a-t-il voté le bac ?", "non"),
    ],
)
def test_the_count_of_the_votes_under_the_item_tells(question: str, verdict: str, library: Library) -> None:
    found = answer(question, library)
    assert [row.value for row in found.rows] == [verdict]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel rapport entre Solange Ferrat et les péniches ?", "Une habitante lui répond"),
        ("Qu'est-ce qui relie Félix Dutertre et le bac ?", "présente le chantier du bac"),
        ("Quel lien entre le bac et la rivière ?", "Bac sur la rivière"),
    ],
)
def test_what_ties_two_things_is_told(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert told in found.text + " ".join(proof.quote for row in found.rows for proof in row.evidence)


@pytest.fixture(scope="module")
def berges(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a report that gives the causes of some things and not of others."""
    from kg.build import build

    base = tmp_path_factory.mktemp("why") / "base"
    build([Path(__file__).parent / "why"], base)
    return Library(open_base(base))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Pourquoi la passerelle des Saules a-t-elle été fermée ?", "faute de crédits"),
        ("Pourquoi Rosa Tellier a-t-elle quitté la séance ?", "sa fille ayant appelé"),
        ("Pour quelle raison le comité est-il en déficit ?", "le prix du bois"),
        ("Pourquoi Anton Keller n'est-il pas venu ?", "dont le train a été supprimé"),
        ("Pourquoi Anton Keller était-il absent ?", "dont le train a été supprimé"),
        ("Pourquoi Paule Grimaud s'abstient-elle ?", "avant d'avoir vu le plan"),
        ("Pourquoi le concert d'été a-t-il été annulé ?", "l'orage a noyé les câbles"),
    ],
)
def test_a_cause_is_told_alone(question: str, told: str, berges: Library) -> None:
    found = answer(question, berges)
    assert told in found.text
    assert len(found.text) < 200


@pytest.mark.parametrize(
    "question",
    [
        "Pourquoi la halte fluviale est-elle fermée ?",
        "Pourquoi Bruno Amiel ne se représente-t-il pas ?",
        "Pourquoi le prêt des barques a-t-il été suspendu ?",
        "Pourquoi Odile Sarment était-elle absente ?",
        "Pourquoi Léon Vasquier a-t-il quitté le comité ?",
    ],
)
def test_a_fact_without_its_cause_is_no_answer(question: str, berges: Library) -> None:
    found = answer(question, berges)
    assert (found.abstained, found.rows) == (True, ())
    assert "raison" in found.text


def test_a_noun_of_illness_after_pour_is_a_cause(library: Library) -> None:
    assert "mal de dos" in answer("Pourquoi deux bateliers ont-ils arrêté le travail ?", library).text
    assert not answer("Pourquoi deux bateliers ont-ils arrêté le travail ?", library).abstained
