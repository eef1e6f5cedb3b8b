from collections.abc import Callable
from pathlib import Path

import pytest

from kg.relate.events import session_at
from kg.single import extract_file
from kg.types import Extraction

Read = Callable[..., Extraction]

REPORT = """# Actes du colloque : Réparer les rivières Jeudi 7 mars 2019 de 9h à 17h au Palais des congrès de Lorient

Texte d'ouverture du colloque, qui dit pourquoi l'on se réunit et ce que l'on attend de la journée.

## SESSION I : Écouter l'eau

### Intervenants :

- **Claire DUBREUIL**, maire de Cahors, présidente du réseau Cigale
- **Paul VIAL**, directeur du Réseau des Ports Libres (RPL)

**Modératrice :** **Zoé LEMPEREUR**, RPL

Claire Dubreuil rappelle la crue de 1999.

## I. Au niveau local

Rien de plus.

## SESSION II Compter les poissons

Paul Vial parle de la COP21, qui a eu lieu à Paris en 2015.

## Conclusion de la journée

### Paul Vial, RPL

Merci à tous.
"""


def test_an_event_its_sessions_and_those_that_are_named(read: Read) -> None:
    extraction = read(REPORT)
    labels = [(event.kind, event.label, event.start) for event in extraction.events]
    assert labels == [
        ("event", "Colloque : Réparer les rivières", "2019-03-07T09:00"),
        ("session", "SESSION I : Écouter l'eau", None),
        ("session", "SESSION II Compter les poissons", None),
        ("session", "Conclusion de la journée", None),
        ("event", "COP21", "2015"),
    ]
    main = extraction.events[0]
    assert main.end == "2019-03-07T17:00"
    assert main.place == "Palais des congrès de Lorient"
    assert {event.parent for event in extraction.events[1:4]} == {main.mention}


def test_where_a_place_of_the_text_stands(read: Read) -> None:
    extraction = read(REPORT)
    text = extraction.document.text
    stands = {
        word: session_at(extraction.events, text.index(word))
        for word in ("ouverture", "1999", "Rien", "COP21", "Merci")
    }
    found = {word: event.label if event else None for word, event in stands.items()}
    assert found == {
        "ouverture": "Colloque : Réparer les rivières",
        "1999": "SESSION I : Écouter l'eau",
        "Rien": "SESSION I : Écouter l'eau",
        "COP21": "SESSION II Compter les poissons",
        "Merci": "Conclusion de la journée",
    }


def test_roles_one_for_each_function_at_their_session(read: Read) -> None:
    extraction = read(REPORT)
    names = {mention.id: mention.name for mention in extraction.mentions}
    labels = {event.mention: event.label for event in extraction.events}
    found = [
        (names[r.person], r.function, names.get(r.organisation or ""), labels[r.event or ""]) for r in extraction.roles
    ]
    session = "SESSION I : Écouter l'eau"
    assert found[:4] == [
        ("Claire Dubreuil", "maire de Cahors", "Ville de Cahors", session),
        ("Claire Dubreuil", "présidente du réseau Cigale", "Cigale", session),
        ("Paul Vial", "directeur du Réseau des Ports Libres (RPL)", "Réseau des Ports Libres", session),
        ("Zoé Lempereur", "", "RPL", session),
    ]


def test_a_page_of_one_session_keeps_the_date_that_disagrees(read: Read) -> None:
    text = """Lundi 3 et mardi 4 mars 2025
Palais des congrès - Lorient

Réparer les rivières ensemble

Contexte

Il est temps de réparer.

Informations pratiques

- Horaire : 5 mars 2024, de 16h00 à 17h30
- Salle : Salle B. Kermadec
- Type : Atelier 2

Les autres rendez-vous

- De 14h00 à 15h30 : Faut-il draguer ? (salle Amphi)
- De 14h00 à 15h30 : Pause
"""
    outer, own, other = read(text).events
    assert (outer.kind, outer.start, outer.end) == ("event", "2025-03-03", "2025-03-04")
    assert (own.kind, own.parent, own.start, own.end) == (
        "session",
        outer.mention,
        "2024-03-05T16:00",
        "2024-03-05T17:30",
    )
    assert own.contradictions == ("Lundi 3 et mardi 4 mars 2025",)
    assert own.place == "Salle B. Kermadec"
    assert (other.label, other.place) == ("Faut-il draguer ?", "Amphi")


def test_moments_of_a_workshop(read: Read) -> None:
    text = """Atelier de lecture du 3 mars 2020

L'atelier s'est déroulé en deux temps.

Un premier temps dédié au témoignage des bibliothécaires.

La dernière partie a porté sur les horaires : matin et soir.
"""
    assert [event.label for event in read(text).events] == [
        "Atelier de lecture",
        "Premier temps : témoignage des bibliothécaires",
        "Dernière partie : les horaires",
    ]


def test_a_page_without_an_event_tells_none(read: Read) -> None:
    assert read("La coopération\n\nLa coopération est une affaire de patience et de trains de nuit.\n").events == ()


def test_the_date_of_the_sentence_comes_before_the_date_of_the_letter(read: Read) -> None:
    text = (
        "Lens, le 12 février 2024\n\nLes Assises de la haie se tiendront à Lens les 14 et 15 mars 2024.\n\n"
        "Organisées par la Ville de Lens, les Assises de la haie attendent du monde.\n"
    )
    main = read(text).events[0]
    assert (main.label, main.start, main.end) == ("Assises de la haie", "2024-03-14", "2024-03-15")


def test_minutes_tell_the_room_in_their_first_sentence(read: Read) -> None:
    text = (
        "CONSEIL MUNICIPAL DE LENS\nSéance du 17 décembre 2020\n\nLe dix-sept décembre à 19 h, le conseil s'est réuni "
        "en la salle polyvalente Lucien-Petit, en raison des travaux, sous la présidence de Mme Vial.\n"
    )
    assert read(text).events[0].place == "Salle polyvalente Lucien-Petit"


def test_one_line_may_hold_a_programme(read: Read) -> None:
    text = (
        "# Atelier des haies\n\nLens, mardi 12 mai 2020\n\n"
        "Au menu : 14h00 Visite du parc · 15h00 Table ronde des jardiniers · 16h30 Dessins d'enfants\n"
    )
    assert [(event.label, (event.start or "")[11:]) for event in read(text, "atelier.md").events[1:]] == [
        ("Visite du parc", "14:00"),
        ("Table ronde des jardiniers", "15:00"),
        ("Dessins d'enfants", "16:30"),
    ]


@pytest.mark.parametrize(
    ("front", "label", "start"),
    [
        ("GT Budget participatif – Morvane – réunion n° 4\nmar. 10 sept. 2024, 18h-20h, médiathèque",
         "GT Budget participatif, réunion n° 4", "2024-09-10T18:00"),
        ("GT TARIFS DE L'EAU / SMEV + communes\nséance 3 – lundi 27 novembre 2023, 9h30-12h, siège du SMEV",
         "GT Tarifs de l'eau, séance 3", "2023-11-27T09:30"),
        ("Commission Cadre de vie\nRéunion n° 2 du 12 juin 2023", "Commission Cadre de vie, réunion n° 2",
         "2023-06-12"),
        ("COPIL Cœur de bourg – séance n° 7\n12 juin 2023, mairie de Sauzon", "COPIL Cœur de bourg – séance n° 7",
         "2023-06-12"),
        ("Ville de Sarbec\nCONSEIL DES SAGES – Commission Espaces publics\nCompte rendu n° 12 – 9 octobre 2024",
         "CONSEIL DES SAGES – Commission Espaces publics", "2024-10-09"),
        ("LES RIVES ONT LA PAROLE\nTable ronde d'élus — Université de Sauzon\nMercredi 8 mars 2023, 17 h 30",
         "Table ronde « Les rives ont la parole »", "2023-03-08T17:30"),
        ("RESEAU DES LAVOIRS DE PAYS\nCompte rendu de la réunion annuelle\nAubrac, samedi 19 novembre 2011",
         "Réunion annuelle du Réseau des Lavoirs de Pays", "2011-11-19"),
    ],
)  # fmt: skip
def test_the_event_that_the_first_lines_name(front: str, label: str, start: str, read: Read) -> None:
    told = read(f"{front}\n\nPrésents : Claire Dubreuil, maire ; Paul Vial, adjoint.\n\nRien à dire.\n")
    assert [(event.label, event.start) for event in told.events] == [(label, start)]


@pytest.mark.parametrize("mark", ["2. ", "2) ", "II. ", "II – ", "B. ", "2.1. ", "2/ "])
def test_the_number_of_a_chapter_before_the_number_of_a_session(mark: str, read: Read) -> None:
    text = f"# Atelier « Jardins », 3 mai 2022\n\n## {mark}Table A – Les allées\n\nRien.\n\n## {mark}Suites\n\nRien.\n"
    assert [event.label for event in read(text, "essai.md").events] == ["Atelier « Jardins »", "Table A – Les allées"]


PROGRAMME = """# Rencontres du littoral

Jeudi 12 juin 2025, Halle aux filets

- 9 h 30 : Ouverture – Claire Dubreuil, maire de Lens ; Paul Vial, élu
- 10 h : Conférence inaugurale : « Reculer sans fuir » – Claire Dubreuil, géographe
- 14 h : Ateliers au choix
- Atelier A – Cartographier la dune, animé par Zoé Lempereur (Cigale)
- Atelier B – Déménager un camping, animé par Paul Vial
- 16 h : Synthèse par Claire Dubreuil, grand témoin
"""


def test_workshops_in_the_list_of_a_programme_and_titles_without_their_speakers(read: Read) -> None:
    told = read(PROGRAMME, "essai.md").events
    assert [(event.label, event.start) for event in told if event.kind == "session"] == [
        ("Ouverture", "2025-06-12T09:30"),
        ("Conférence inaugurale : « Reculer sans fuir »", "2025-06-12T10:00"),
        ("Atelier A – Cartographier la dune", None),
        ("Atelier B – Déménager un camping", None),
        ("Synthèse", "2025-06-12T16:00"),
    ]


CHOICE = """<html><body><h1>Rencontres du littoral</h1><p>Jeudi 12 et vendredi 13 juin 2025, Halle aux filets</p>
<h2>Jeudi 12 juin</h2><table>
<tr><td>10h00</td><td>Ouverture<br>Claire Dubreuil, maire de Lens</td></tr>
<tr><td>14h00</td><td>Le camping et la dune<br>Paul Vial (Cigale)</td></tr></table>
<h2>Vendredi 13 juin</h2><table>
<tr><td>9h00</td><td>Ateliers au choix<br>Atelier 1. Cartographier la dune – Zoé Lempereur (Cigale)<br>
Atelier 2. Déménager un camping – Paul Vial (Lens)</td></tr>
<tr><td>11h30</td><td>Synthèse<br>Claire Dubreuil</td></tr></table></body></html>
"""


def test_workshops_in_one_cell_are_sessions_at_its_hour(tmp_path: Path) -> None:
    """The event begins with its first day, though a later day begins at an earlier hour."""
    (tmp_path / "essai.html").write_text(CHOICE, encoding="utf-8")
    event, *told = extract_file(tmp_path / "essai.html").json["events"]
    assert (event["start"], event["end"]) == ("2025-06-12T10:00", "2025-06-13T11:30")
    assert [(one["label"], one["start"]) for one in told if one["start"].endswith("09:00")] == [
        ("Atelier 1. Cartographier la dune", "2025-06-13T09:00"),
        ("Atelier 2. Déménager un camping", "2025-06-13T09:00"),
    ]


def test_the_weekday_tells_the_year(read: Read) -> None:
    text = (
        "# Les maraîchers se parlent\n\nSamedi 9 novembre, soixante personnes ont assisté à la journée « Semer "
        "ensemble », organisée à Lens.\n\nLa suite : le 7 février 2025.\n"
    )
    assert read(text, "essai.md").events[0].start == "2024-11-09"


def test_an_empty_field_of_a_page_is_no_part_of_the_title_of_a_session(read: Callable[..., Extraction]) -> None:
    lines = "- 14 h : Les jardins (salle )\n\n- 15 h : Les puits (salle B)\n\n- 16 h : Le bief (salle )\n"
    found = read(f"# Journée du bief\n\nGap, le 4 mars 2020\n\n## Programme\n\n{lines}")
    assert [event.label for event in found.events if event.kind == "session"] == ["Les jardins", "Les puits", "Le bief"]


def test_the_column_of_places_gives_no_titles(tmp_path: Path) -> None:
    page = (
        "<html lang='fr'><body><h1>La nuit des lavoirs – samedi 22 mars 2025</h1><table>"
        "<tr><th>Horaire</th><th>Lieu</th><th>Quoi ?</th></tr>"
        "<tr><td>17 h 30</td><td>Médiathèque Colette-Bral</td><td>Conférence « Une histoire du linge »</td></tr>"
        "<tr><td>19 h 00</td><td>Pont des Lavandières</td><td>Balade au bord de l'eau</td></tr>"
        "<tr><td>20 h 30</td><td>Halle aux grains</td><td>Concert dans le noir</td></tr></table></body></html>"
    )
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    _, *sessions = extract_file(file).json["events"]
    told = {session["label"]: session["place"] for session in sessions}
    assert told == {
        "Conférence « Une histoire du linge »": "Médiathèque Colette-Bral",
        "Balade au bord de l'eau": "Pont des Lavandières",
        "Concert dans le noir": "Halle aux grains",
    }
