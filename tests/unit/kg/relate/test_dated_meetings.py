"""Meetings told by their day, by the body that holds them, by a title in the next sentence, by the head of minutes."""

from collections.abc import Callable

import pytest

from kg.types import Extraction

Read = Callable[..., Extraction]


def told(extraction: Extraction) -> dict[str, str | None]:
    return {event.label: event.start for event in extraction.events}


HEAD = "Conseil municipal de Sauzon\nSéance du 4 novembre 2019\n\n"


@pytest.mark.parametrize(
    ("sentence", "label", "start"),
    [
        ("Retour sur la réunion du 27 septembre avec le lycée Ampère.", "Réunion avec le lycée Ampère", "2019-09-27"),
        ("Suite de la réunion du 2 décembre avec la Caisse du Haut.", "Réunion avec la Caisse du Haut", "2018-12-02"),
        ("On relit le bilan du world-café du 8 octobre.", "World-café du 8 octobre", "2019-10-08"),
        ("Au menu de la rencontre du 12 mai 2020 avec les pêcheurs.", "Rencontre avec les pêcheurs", "2020-05-12"),
        ("Il y aura une exposition. Elle s'intitulera « Sous la toile ».", "Exposition « Sous la toile »", None),
        ("Le car ira voir l'exposition « Sous la toile ».", "Exposition « Sous la toile »", None),
        ("De là est née la Quinzaine du navet, que Sauzon tient depuis.", "Quinzaine du navet", None),
        (
            "Le congrès de la Fédération des communes boisées se tiendra à Metz en juin 2025.",
            "Congrès de la Fédération des communes boisées",
            None,
        ),
        ("Le tout dans le cadre du festival Bruit des rives.", "Festival Bruit des rives", None),
        (
            "Le Syndicat des eaux de Sauzon a dix ans. Son congrès se tiendra à Lens les 6 et 7 octobre 2020.",
            "Congrès du Syndicat des eaux de Sauzon",
            "2020-10-06",
        ),
        ("La réunion publique sur le plan de circulation se tiendra le jeudi 6 avril 2023.",
         "Réunion publique sur le plan de circulation", None),
        ("On a parlé du mur lors de la réunion publique consacrée au recul de la côte.",
         "Réunion publique consacrée au recul de la côte", None),
        ("Le soir, remise du prix Ada-Dubreuil 2023 à trois lycéens.", "Remise du prix Ada-Dubreuil 2023", None),
        ("Une exposition, « Les méandres », sera présentée en mai.", "Exposition « Les méandres »", None),
    ],
)  # fmt: skip
def test_a_meeting_told_in_prose(read: Read, sentence: str, label: str, start: str | None) -> None:
    found = told(read(HEAD + sentence + "\n"))
    assert label in found
    assert start is None or (found[label] or "").startswith(start)


@pytest.mark.parametrize(
    "sentence",
    [
        "Il rend compte de la réunion du bureau avec le lycée Ampère.",
        "La réunion du 3 mars est reportée.",
        "Il raconte sa rencontre avec le principal du collège.",
        "Son congrès se tiendra à Lens.",
        "Une exposition suivra. Elle coûtera 300 euros.",
        "La réunion publique aura lieu bientôt.",
        "Remise des clés à huit heures.",
        "L'exposition prolongée au soleil abîme les plans.",
    ],
)
def test_no_other_meeting_is_told(read: Read, sentence: str) -> None:
    assert len(told(read(HEAD + sentence + "\n"))) == 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Commission des aînés - Sauzon\nmercredi 17/01/2024, 17h30, mairie\n\nPrésents : Ada Dubreuil, maire\n",
            "Commission des aînés du 17 janvier 2024",
        ),
        (
            "CIRB – bureau du 17/01/2024 (visio) – notes par AD\n\nPrésents : Ada Dubreuil (AD), Paul Vial (PV)\n",
            "Bureau de CIRB du 17 janvier 2024",
        ),
        (
            "RAPPORT DE LA TABLE RONDE\n« Où vont les barques ? »\nSamedi 14 octobre 2023, 17 h, Sauzon\n",
            "Table ronde « Où vont les barques ? »",
        ),
        ("Assises du bois – actes\n\nVendredi 12 avril 2024, halle de Sauzon\n\nDes échos.\n", "Assises du bois"),
        (
            "Réunion publique du mardi 5 mars 2024, salle des fêtes\n\nDes échos.\n",
            "Réunion publique du mardi 5 mars 2024",
        ),
        ("ASSISES DU BOIS – 21 & 22 septembre 2022\nListe d'émargement\n", "ASSISES DU BOIS"),
    ],
)
def test_the_head_of_a_report(read: Read, text: str, label: str) -> None:
    main = read(text).events[0]
    assert main.label.replace("du CIRB", "de CIRB").replace("de la CIRB", "de CIRB") == label


def test_a_dialogue_under_the_line_of_its_forum(read: Read) -> None:
    text = (
        "FORUM DES BATELIERS\nSamedi 7 septembre 2024, halle du quai\n\nTABLE RONDE : QUI PAIE L'EAU ?\n\n"
        "A. DUBREUIL – On dit que l'eau monte.\n"
    )
    events = read(text).events
    assert [(event.kind, event.label) for event in events] == [
        ("event", "FORUM DES BATELIERS"),
        ("session", "Table ronde : qui paie l'eau ?"),
    ]
