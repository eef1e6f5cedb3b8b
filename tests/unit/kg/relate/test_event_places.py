"""Where an event takes place: beside its date, on the line below, in the title of a mission; no line that tells."""

from collections.abc import Callable

import pytest

from kg.types import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("front", "place"),
    [
        (
            "# Rencontres du lavoir\n\n10 et 11 octobre 2024 – Ancienne manufacture des Toiles, quai des Joncs, Ourlac",
            "Ancienne manufacture des Toiles, quai des Joncs, Ourlac",
        ),
        ("# Forum des puits\n\nJeudi 6 juin 2024 – La Filature, Vernac-sur-Loue", "La Filature, Vernac-sur-Loue"),
        (
            "SYNTHÈSE DES ATELIERS DU PUITS\nSamedi 12 octobre 2024, 9 h 30 - 13 h, école des Tanneurs, Ourlac",
            "École des Tanneurs, Ourlac",
        ),
        (
            "# Séminaire d'équipe\n\nLundi 21 novembre 2022\n\nGîte des Aulnes, Courtevent",
            "Gîte des Aulnes, Courtevent",
        ),
        ("# Rapport de mission à Tovégan (Togo)\n\nDu 4 au 13 février 2023", "Tovégan"),
        ("# Rapport du voyage d'étude du réseau à Lipova Dolina\n\nDu 4 au 9 mai 2022", "Lipova Dolina"),
    ],
)
def test_the_place_of_an_event_is_told_by_its_front(front: str, place: str, read: Read) -> None:
    extraction = read(f"{front}\n\nLes travaux ont repris devant une salle attentive, et chacun a écouté.\n")
    assert [event.place for event in extraction.events if event.kind == "event"] == [place]


def test_a_line_that_says_something_below_the_date_is_no_place(read: Read) -> None:
    said = "L'école des Tanneurs ouvre : on y entre."
    extraction = read(f"# Forum des puits\n\nJeudi 6 juin 2024\n\n{said}\n\nChacun a écouté.\n")
    assert [event.place for event in extraction.events if event.kind == "event"] == [None]
