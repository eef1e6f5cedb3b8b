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


PROGRAMME = """# Rencontres du bocage

Vire-sur-Orne, mercredi 4 juin 2025 – Halle aux Toiles

**9 h 30 – 10 h 45, Salle Verte. Session 1 – Planter**

- Claire DUBREUIL, maire de Cahors
- Un représentant de l'État

Modération : Paul VIAL, journaliste

**11 h 00 – 12 h 00, Salle Bleue. Session 2 – Tailler**

Animation : Zoé Lempereur. Intervenants : Idriss Benhadda, forestier ; Rose Delmas, Ville de Lens.

## Session 2

Personne n'a parlé du gui. Idriss Benhadda regrette que les haies reculent.

## Groupe « Semer » — rapporteuse : Rose Delmas (Ville de Lens)

*Animé par Claire Dubreuil, maire de Cahors*
*Avec Paul Vial (Ouest-Bocage), Zoé Lempereur*
"""


def test_a_programme_says_who_leads_and_who_speaks_at_each_session(read: Read) -> None:
    extraction = read(PROGRAMME, "programme.md")
    names = {mention.id: mention.name for mention in extraction.mentions}
    labels = {event.mention: event.label for event in extraction.events}
    found = {(labels[part.event], names[part.agent], part.part) for part in extraction.participations}
    assert found == {
        ("Session 1 – Planter", "Claire Dubreuil", "speaker"),
        ("Session 1 – Planter", "Paul Vial", "moderator"),
        ("Session 2 – Tailler", "Zoé Lempereur", "moderator"),
        ("Session 2 – Tailler", "Idriss Benhadda", "speaker"),
        ("Session 2 – Tailler", "Rose Delmas", "speaker"),
        ("Groupe « Semer »", "Rose Delmas", "speaker"),
        ("Groupe « Semer »", "Claire Dubreuil", "moderator"),
        ("Groupe « Semer »", "Paul Vial", "speaker"),
        ("Groupe « Semer »", "Zoé Lempereur", "speaker"),
    }


def test_the_heading_of_a_session_has_the_room_and_the_hours_of_the_programme(read: Read) -> None:
    told = [event for event in read(PROGRAMME, "programme.md").events if event.label == "Session 2 – Tailler"]
    assert [(event.start, event.end, event.place) for event in told] == [
        ("2025-06-04T11:00", "2025-06-04T12:00", "Salle Bleue")
    ] * 2


DATED = """Forum des vergers

Vire-sur-Orne, 4 et 5 juin 2025

PROGRAMME

Mercredi 4 juin, 15 h : séance d'ouverture (Claire Dubreuil, Paul Vial)
Jeudi 5 juin, 9 h : atelier 1 « Tailler haut » (animation : Zoé Lempereur)

11 h – Atelier 2 : « Semer tard »

Salle Verte. Avec Idriss Benhadda, forestier à Lens, et Rose Delmas, élue. Animation : Paul Vial.
"""


def test_a_line_may_tell_the_day_before_the_hour_and_the_room_before_who_speaks(read: Read) -> None:
    extraction = read(DATED)
    starts = {event.label: event.start for event in extraction.events if event.kind == "session"}
    assert starts["atelier 1 « Tailler haut »"] == "2025-06-05T09:00"
    assert "2025-06-04T15:00" in starts.values()
    assert parts(extraction) >= {
        ("Claire Dubreuil", "speaker"),
        ("Zoé Lempereur", "moderator"),
        ("Idriss Benhadda", "speaker"),
        ("Rose Delmas", "speaker"),
        ("Paul Vial", "moderator"),
    }


def test_a_day_with_its_hours_at_the_head_of_a_report_is_no_session(read: Read) -> None:
    text = "Café des haies\n\nSamedi 7 juin 2025, 14h00-16h30, Maison des Prés, Vire-sur-Orne\n\nOn y a parlé du gui.\n"
    assert [event.kind for event in read(text).events if event.kind == "session"] == []
