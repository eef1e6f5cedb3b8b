"""Which questions in « qui » ask who said something, and which do not."""

import pytest

from kg.ask import absence
from kg.ask.library import Library
from kg.ask.question.askers import asked_for, leads_with_speech
from kg.ask.question.query import Query
from kg.ask.refusals.strangers import stranger


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Qui était pour le retour des moutons ?", True),
        ("Qui est prêt à céder son pré ?", True),
        ("qui etait convaincu que la scierie rouvrirait", True),
        ("Qui n'était pas très favorable au péage ?", True),
        ("Selon qui est-ce le vent qui vide les gradins ?", True),
        ("D'après qui la scierie rouvrira-t-elle ?", True),
        ("Qui est le maire de Morvillac ?", False),
        ("Qui était présent au forum ?", False),
        ("Qui était pour finir le plus jeune ?", False),
        ("Qui est pour faire payer l'entrée ?", True),
    ],
)
def test_who_takes_a_stand_or_feels_something_is_asked_for_words(question: str, asks: bool) -> None:
    assert (asked_for(Query(question)) is not None) == asks


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("Qui craint que les visiteurs viennent trop nombreux ?", True),
        ("Qui proteste contre la venue du cirque ?", True),
        ("À la foire, qui s'est plaint des participants ?", True),
        ("qui redoute l'arrivee des participants", True),
        ("Qui est venu du Morbois ?", False),
        ("Qui participait à la foire ?", False),
        ("Combien de visiteurs craignent la foule ?", False),
    ],
)
def test_a_verb_of_speech_leads_a_question(question: str, leads: bool) -> None:
    assert leads_with_speech(Query(question)) == leads


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("Qui n'a rien dit de la gare ?", True),
        ("Qui n'a pas soufflé mot de la gare ?", True),
        ("Qui ne dit rien de la gare ?", True),
        ("Qui ne voulait pas de la gare ?", False),
        ("Qui n'a pas de voiture ?", False),
    ],
)
def test_who_wants_none_of_a_thing_is_no_silent_one(question: str, silent: bool) -> None:
    assert bool(absence._ASKED.match(Query(question).folded)) == silent


def test_an_acronym_in_common_use_names_nobody(library: Library) -> None:
    assert stranger(library.understand("Qui propose de prévenir par SMS ?"), library) == ""
    assert "ZQR" in stranger(library.understand("Qui propose de prévenir le ZQR ?"), library)
