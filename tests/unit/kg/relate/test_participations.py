from collections.abc import Callable

from kg.types import Extraction

Read = Callable[..., Extraction]


def parts(extraction: Extraction) -> set[tuple[str, str]]:
    names = {mention.id: mention.name for mention in extraction.mentions}
    return {(names[part.agent], part.part) for part in extraction.participations}


def test_minutes_say_who_was_there(read: Read) -> None:
    text = """CONSEIL MUNICIPAL
Séance du 12 avril 2023

Présents : Mme Claire DUBREUIL, M. Paul VIAL.
Excusé : M. Idriss BENHADDA (pouvoir à M. VIAL).
Absente : Mme Zoé LEMPEREUR.
Secrétaire de séance : M. Paul VIAL.
"""
    assert parts(read(text)) == {
        ("Claire Dubreuil", "present"),
        ("Paul Vial", "present"),
        ("Idriss Benhadda", "excused"),
        ("M. Vial", "present"),
        ("Zoé Lempereur", "absent"),
        ("Paul Vial", "secretary"),
    }


def test_animated_and_organised_in_running_text(read: Read) -> None:
    text = (
        "World-café du 3 mars 2020\n\nLe world-café, organisé par le réseau Cigale, était animé par "
        "Claire Dubreuil, maire de "
        "Cahors, et par Paul Vial, son adjoint.\n"
    )
    assert parts(read(text)) == {("Cigale", "organiser"), ("Claire Dubreuil", "moderator"), ("Paul Vial", "moderator")}
