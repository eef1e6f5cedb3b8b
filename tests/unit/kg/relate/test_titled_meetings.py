"""Meetings that sentences name by their kind and their title, interviews, acronyms that open notes."""

from collections.abc import Callable

import pytest

from kg.types import Extraction

Read = Callable[..., Extraction]

HEAD = "Assises de la haie\n\nLens, les 14 et 15 mars 2024\n\nLa salle était pleine. "


def labels(extraction: Extraction) -> list[str]:
    return [event.label for event in extraction.events]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("L'atelier « Tailler sans couper » a fait salle comble.", "Atelier « Tailler sans couper »"),
        ("C'est la table ronde « À qui sont les arbres ? » qui a divisé.", "Table ronde « À qui sont les arbres ? »"),
        ("La conférence inaugurale, « Le bois et la loi », a duré une heure.", "Conférence « Le bois et la loi »"),
        ("À l'atelier 3, « Replanter en ville », on a parlé de prix.", "Atelier 3 « Replanter en ville »"),
        ("Lors de la table ronde de l'après-midi, « Vendre son bois », tout s'est tendu.",
         "Table ronde « Vendre son bois »"),
        ("Un débat public intitulé « Couper ou garder » a suivi.", "Débat « Couper ou garder »"),
        ("La session consacrée à « La haie au tribunal » est reportée.", "Session « La haie au tribunal »"),
        ("Le soir, le ciné-débat « Racines profondes » a rempli la halle.", "Ciné-débat « Racines profondes »"),
        ('La table ronde « Vivre sans voiture » a été animée par des lycéens.', 'Table ronde « Vivre sans voiture »'),
        ("Pendant l'atelier participatif « Dessine ton quai », on a collé des images.", 'Atelier « Dessine ton quai »'),
        ('La plénière de clôture, « Tenir la distance », a duré peu.', 'Plénière « Tenir la distance »'),
        ('Le séminaire intitulé « Compter les oiseaux » avait lieu en mai.', 'Séminaire « Compter les oiseaux »'),
        ("L'atelier n° 2 « Réparer les berges » affiche complet.", 'Atelier n° 2 « Réparer les berges »'),
        ("Lors du festival « Terres d'encre », elle a lu trois poèmes.", "Festival « Terres d'encre »"),
        ('La conférence-débat « Manger local » ouvre à 18 h.', 'Conférence-débat « Manger local »'),
    ],
)  # fmt: skip
def test_a_meeting_by_its_title(sentence: str, label: str, read: Read) -> None:
    found = read(f"{HEAD}{sentence}\n").events
    assert [event.label for event in found[1:]] == [label]
    assert (found[1].kind == "session") == (found[1].parent == found[0].mention)


@pytest.mark.parametrize(
    "sentence",
    [
        "L'atelier conclut : « Il faut replanter partout ».",
        "La table ronde a été « un beau moment » pour tous.",
        "La conférence, « une idée folle » de la maire, a eu lieu.",
        "Elle publie le livre « Les arbres du bord ».",
        "Au forum des associations, il a dit « Venez nombreux ».",
        "La session s'achève : « Merci à tous ».",
        "Elle appelle cet atelier « le grenier ».",
    ],
)
def test_no_meeting(sentence: str, read: Read) -> None:
    assert labels(read(f"{HEAD}{sentence}\n")) == ["Assises de la haie"]


def test_a_title_told_twice_is_one_meeting(read: Read) -> None:
    text = f"{HEAD}L'atelier « Tailler sans couper » ouvre.\n\nPuis l'atelier « Tailler sans couper » se vide.\n"
    assert labels(read(text)) == ["Assises de la haie", "Atelier « Tailler sans couper »"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("C'était le colloque Éteindre la ville, les 14 et 15 novembre, à Sète.", "Colloque « Éteindre la ville »"),
        (
            "J'ai suivi le séminaire « Des haies pour demain », monté par des amis.",
            "Séminaire « Des haies pour demain »",
        ),
    ],
)
def test_an_article_is_about_the_meeting_that_it_names_first(sentence: str, label: str, read: Read) -> None:
    found = read(f"Deux jours dans la haie\n\nJ'ai pris le train. {sentence}\n").events
    assert found[0].label == label
    assert found[0].provenance.rule == "document-event/1"


def test_an_interview_is_an_event(read: Read) -> None:
    text = (
        "« On replante ou on part »\n\nZoé Lambert, bûcheronne, vit à Sète. Propos recueillis par Paul Vial.\n\n"
        "Comment allez-vous ?\n\nBien.\n"
    )
    assert labels(read(text)) == ["Entretien avec Zoé Lambert"]


def test_the_acronym_that_opens_notes_is_the_body_that_meets(read: Read) -> None:
    extraction = read("UPL – notes de la réunion de bureau\nlundi 8 janvier 2024, 14h\n\n- Claire Petit ouvre.\n")
    assert "UPL" in {m.name for m in extraction.mentions if m.kind == "organisation"}
    assert labels(extraction) == ["Réunion de bureau de l'UPL"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("COTECH HAIES n°3 -- 4/02/25, 14h, hôtel de ville", "COTECH HAIES"),
        ("Voyage d'étude à Vernesse, 2 avril 2025", "Voyage d'étude à Vernesse"),
        ("Réu équipe projet HAIE'VIVE – 12/09/2024 – visio", "Réu équipe projet"),
    ],
)
def test_a_meeting_named_as_notes_name_it(title: str, told: str, read: Read) -> None:
    text = f"{title}\n\nPrésents : Claire Dubreuil (CD), Paul Vial (PV)\n\nCD propose de reporter. PV refuse.\n"
    assert any(told.lower() in label.lower() for label in labels(read(text)))
