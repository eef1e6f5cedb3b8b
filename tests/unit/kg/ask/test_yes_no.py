"""Yes or no: by the words of the report, their contrary, their negation, or another number; whatever the wording."""

import pytest

from kg.ask import answer
from kg.ask.language.polarity import contraries, denies, some_only
from kg.ask.library import Library


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Est-ce que la navette continue le samedi ?", "oui"),
        ("La navette du soir a-t-elle été arrêtée ?", "oui"),
        ("Le vote des habitants a eu lieu ?", "oui"),
        ("dis-moi si Morvillac a rejoint le Réseau Altis", "oui"),
        ("D'après Irène Solvak, la gratuité remplit-elle la navette ?", "non"),
        ("Le prix de l'eau a-t-il baissé dans les petites communes ?", "non"),
        ("Jean Cardel et Rose Cardel sont-ils de la même famille ?", "oui"),
        ("Le Réseau Altis compte-t-il 60 communes ?", "non"),
        ("Le Réseau Altis compte-t-il 40 communes ?", "oui"),
    ],
)
def test_the_verdict_is_the_one_that_the_report_tells(question: str, verdict: str, library: Library) -> None:
    found = answer(question, library)
    assert (found.rows[0].value, found.text.lower().startswith(verdict)) == (verdict, True)
    assert found.rows[0].evidence


@pytest.mark.parametrize(
    "question", ["La commune a-t-elle acheté un drone ?", "Est-ce que Marc Touvet a vendu la halle au casino ?"]
)
def test_nothing_is_said_of_what_no_report_tells(question: str, library: Library) -> None:
    assert answer(question, library).abstained


def test_a_word_denies_unless_it_is_asked_with() -> None:
    assert denies("Le dossier est ajourné.", ["dossi"])
    assert not denies("Le dossier est ajourné.", ["dossi", "ajourn"])
    assert denies("La neige ne reviendra pas.", ["neig"])
    assert not denies("La neige reviendra, que l'on attende.", ["neig"])
    assert not denies("C'est non seulement utile mais beau.", ["util"])


def test_contraries_go_both_ways_and_some_is_not_all() -> None:
    assert contraries("echec") & {"reuss", "succ", "reussit"}
    assert all(stem.endswith("navet") for stem in contraries("navet"))  # « innavette »: no word
    assert some_only("tous les quartiers sont-ils eteints ?", "Trois quartiers sur onze sont allumés.")
    assert not some_only("le quartier est-il eteint ?", "Trois quartiers sur onze sont allumés.")
