"""What links two things, known to the base or told by words only: by the sentences of both, an office, a voice."""

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.ask.links.sides import sides


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel rapport entre Jean Cardel et la halle ?", "prix du Morbois"),
        ("Qu'est-ce qui relie Marc Touvet au Réseau Altis ?", "Président"),
        ("lien entre Morvillac et le Réseau Altis", "rejoint"),
        ("Qu'ont en commun Rose Cardel et Jean Cardel ?", "belle-sœur"),
    ],
)
def test_the_link_is_told_by_a_sentence(question: str, told: str, library: Library) -> None:
    found = answer(question, library)
    assert found.kind == "relation-path"
    assert told.lower() in f"{found.text} {[row.value for row in found.rows]}".lower()
    assert all(row.evidence for row in found.rows)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Quel lien entre le cirque Rovel et la ville de Besse ?", ("cirque Rovel", "ville de Besse")),
        ("Qu'est-ce qui relie Anna Kol à la RVL ?", ("Anna Kol", "RVL")),
        ("Les Ponts a quoi à voir avec le pré communal ?", ("Ponts", "pré communal")),
        ("Anna Kol et Luc Ferrand ont quoi en commun ?", ("Anna Kol", "Luc Ferrand")),
    ],
)
def test_two_sides_of_a_question(question: str, words: tuple[str, str], library: Library) -> None:
    pair = sides(library.understand(question))
    assert pair is not None
    assert tuple(side.words for side in pair) == words


def test_nothing_links_what_no_report_tells_together(library: Library) -> None:
    assert answer("Quel lien entre Jean Cardel et le téléphérique ?", library).abstained
