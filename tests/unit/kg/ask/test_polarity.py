"""Words of contrary senses: the lists, and the prefixes that make one."""

from pathlib import Path

import pytest

from index import tokens
from kg.ask import answer
from kg.ask.language.polarity import contraries, denies
from kg.ask.library import Library
from kg.base import open_base


def _stem(word: str) -> str:
    return tokens(word)[0]


@pytest.mark.parametrize(
    ("word", "contrary"),
    [
        ("juste", "injuste"),
        ("injuste", "juste"),
        ("content", "mécontent"),
        ("possible", "impossible"),
        ("régulier", "irrégulier"),
        ("disponible", "épuisé"),
        ("privée", "publique"),
        ("ouvrir", "fermé"),
    ],
)
def test_contraries_are_known_both_ways(word: str, contrary: str) -> None:
    assert _stem(contrary) in contraries(_stem(word))


@pytest.mark.parametrize(("word", "other"), [("former", "informer"), ("porter", "importer"), ("planter", "implanter")])
def test_a_word_that_only_looks_prefixed_is_no_contrary(word: str, other: str) -> None:
    assert _stem(other) not in contraries(_stem(word)) and _stem(word) not in contraries(_stem(other))


def test_what_is_asked_with_does_not_deny() -> None:
    assert denies("Le dossier est ajourné", ["dossi"])
    assert denies("La salle est décevante", ["sall"]) and not denies("L'essai dure jusqu'au 31 décembre", ["ess"])
    assert denies("Le stand est exclu", ["stand"]) and not denies("Un stand exclusivement bio", ["stand"])
    assert not denies("Le dossier est ajourné", tokens("ajourné"))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Rose Calvi a-t-elle voté contre la passerelle ?", "non"),
        ("Rose Calvi s'est-elle abstenue sur la passerelle ?", "oui"),
        ("Luc Ferrier a-t-il voté contre la passerelle ?", "oui"),
    ],
)
def test_how_somebody_voted_is_told_by_the_brackets(question: str, verdict: str, tmp_path: Path) -> None:
    report = tmp_path / "pv.txt"
    report.write_text(
        "Conseil municipal du 4 mai 2021\n\n"
        "Présents : Rose CALVI, Luc FERRIER, Ana BLOIS, maire\n\n1. La passerelle des Tanneurs\n\n"
        "Ana Blois présente la passerelle.\n\n"
        "Vote : 6 pour, 1 contre (M. FERRIER), 1 abstention (Mme CALVI).\n",
        encoding="utf-8",
    )
    from kg.build import BuildOptions, build

    build([report], tmp_path / "base", BuildOptions(model="hashing"))
    found = answer(question, Library(open_base(tmp_path / "base")))
    assert found.rows[0].value == verdict


@pytest.mark.parametrize("question", ["projets menés à Lourvies ?", "objectifs fixés à Esquernoy ?"])
def test_a_preposition_makes_no_affirmation(question: str, sample: Library) -> None:
    assert answer(question, sample).kind != "yes-no"
