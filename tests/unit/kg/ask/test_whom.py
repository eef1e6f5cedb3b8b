"""Questions that tell by what somebody is whom they ask for."""

import pytest

from index import tokens
from kg.ask.language.words import leading_speech, reports, same_verb, speech_stems, tells_a_clause
from kg.ask.question.whom import ANYBODY, told_by, whom


@pytest.mark.parametrize(
    ("question", "plain", "noun"),
    [
        ("C'est qui la dame qui râlait contre le bus ?", "Qui râlait contre le bus ?", "dame"),
        ("C'était qui, déjà, le monsieur qui redoutait la crue ?", "Qui redoutait la crue ?", "monsieur"),
        ("Le monsieur qui redoutait la crue, c'était qui ?", "Qui redoutait la crue ?", "monsieur"),
        ("L'élue qui refuse la piscine, comment elle s'appelle ?", "Qui refuse la piscine ?", "elue"),
        (
            "La vieille dame qui avait averti que tout finirait mal ?",
            "Qui avait averti que tout finirait mal ?",
            "dame",
        ),
        ("Comment s'appelle l'agent qui propose un abri ?", "Qui propose un abri ?", "agent"),
        ("Quel est le nom de la femme qui demande un banc ?", "Qui demande un banc ?", "femme"),
        ("Trouve-moi celui qui plaisantait sur le rond-point", "Qui plaisantait sur le rond-point ?", "celui"),
        ("Par qui a été proposée la navette ?", "Qui a proposé la navette ?", ""),
        ("À qui doit-on l'idée de repeindre le pont ?", "Qui a proposé de repeindre le pont ?", ""),
        ("Qui, selon le rapport, regrette la gare ?", "Qui regrette la gare ?", ""),
        ("le marché de nuit qui en a parlé", "Qui a parlé de : le marché de nuit", ""),
    ],
)
def test_whom_a_question_asks_for_is_told_apart_from_what_was_said(question: str, plain: str, noun: str) -> None:
    """What somebody is no longer stands among the ideas to be found in what was said."""
    asked, told = whom(question)
    assert asked == plain
    assert told.noun == noun


@pytest.mark.parametrize(
    "question",
    [
        "Qui est le maire qui habite à Ormeville ?",
        "La salle qui accueille le marché, c'est où ?",
        "Y a-t-il quelqu'un qui a parlé du pont ?",
        "Qui a parlé de la gare ?",
        "Le projet qui prévoit un abri, c'est quoi ?",
    ],
)
def test_other_questions_stay_as_they_are(question: str) -> None:
    """A relative clause alone makes no question of who said something."""
    assert whom(question) == (question, ANYBODY)


def test_a_noun_tells_a_gender_and_a_trade() -> None:
    """« la présidente » is a woman, « le maire » may be one."""
    assert told_by("vieille dame").gender == "f"
    assert told_by("présidente").gender == "f"
    assert told_by("présidente").trade
    assert told_by("navette") is ANYBODY


@pytest.mark.parametrize(
    ("word", "after", "told"),
    [
        ("râlait", " contre le bus", True),
        ("craint", " la crue", True),
        ("montre", " qu'il faut partir", True),
        ("montre", " la maquette", False),
        ("construit", " que le pont", False),
    ],
)
def test_verbs_of_speech_are_known_in_any_tense(word: str, after: str, told: bool) -> None:
    """Some report speech by themselves, some only before a clause."""
    assert reports(word, after) is told


def test_the_verb_that_leads_a_question_is_no_idea_of_its_subject() -> None:
    """The first one only: further on the same words are the subject."""
    assert leading_speech("Qui râlait contre la peur du bus ?") < speech_stems() | {"ral"}
    assert "peur" not in leading_speech("Qui râlait contre la peur du bus ?")


def test_a_verb_is_the_same_in_its_other_forms() -> None:
    """« craignait » is asked, « craint » was written."""
    assert same_verb(frozenset(tokens("craint"))) & same_verb(frozenset(tokens("craignait")))
    assert same_verb(frozenset(["pont"])) == {"pont"}


@pytest.mark.parametrize(
    ("folded", "told"),
    [
        ("qui craint que le pont cede ?", True),
        ("qui avait averti qu'il ferait nuit ?", True),
        ("qui a parle du pont ?", False),
        ("qui demande un banc que l'on voie ?", False),
    ],
)
def test_a_clause_tells_what_was_said(folded: str, told: bool) -> None:
    """A clause right after the verb, not one further on."""
    assert tells_a_clause(folded) is told
