"""Questions whose answer is several things: under a title or a label, or enumerated by one sentence."""

from pathlib import Path

import pytest

from kg.ask import answer
from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "lists"


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of a report that lists, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("lists") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.mark.parametrize(
    "question",
    [
        "Dans quels pays le département de la Sarvanne mène-t-il des coopérations ?",
        "quels pays coopèrent avec la Sarvanne",
    ],
)
def test_every_country_that_the_sentence_enumerates_is_told(question: str, lists: Library) -> None:
    found = answer(question, lists)
    assert [row.label for row in found.rows] == ["Sénégal", "Maroc", "Pologne", "Bolivie", "Équateur", "Vietnam"]
    assert all("autant de pays" in lists.reading(row.evidence[0].span) for row in found.rows)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Quels leviers d'action la fiche du réseau Passerelles propose-t-elle ?", ["Associer", "Faire", "Parler"]),
        ("leviers d'action de l'atelier « Ouvrir la porte »", ["Associer", "Faire", "Parler"]),
        ("À quels publics s'adressait l'atelier « Ouvrir la porte » ?", ["élues", "agents", "associations"]),
        ("Quels étaient les objectifs de l'atelier « Ouvrir la porte » ?", ["Inspirer", "Informer"]),
        ("Quelles suites Ode Marchal propose-t-elle ?", ["ouvrir", "prêter", "inviter"]),
        ("Quelles sont les limites de l'atelier ?", ["La", "Le"]),
    ],
)
def test_items_stand_under_a_title_or_a_label_or_in_a_sentence(question: str, items: list[str], lists: Library) -> None:
    found = answer(question, lists)
    assert [row.label.split(" ")[0] for row in found.rows] == items
    assert all(row.label[:40].rstrip(".") in found.text for row in found.rows)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Quelles sont les trois maximes du pacte des chemins ?", ["Je ferme", "Je salue", "Je laisse"]),
        ("Quelles phrases le pacte des chemins contient-il ?", ["Je ferme", "Je salue", "Je laisse"]),
        ("Quels autres usagers du sentier sont cités ?", ["cavaliers", "bergers", "équipes de", "facteurs"]),
        ("Que réclament les bergers à la mairie ?", ["une fontaine", "un abri", "le droit"]),
        ("Quelles tâches restent à faire pour le pacte ?", ["JM relevé", "CL courrier", "RT devis"]),
        ("Quels panneaux ont été soumis au vote ?", ["48 un", "31 un", "12 une"]),
    ],
)
def test_items_have_ranks_and_keys_or_stand_in_brackets(question: str, items: list[str], lists: Library) -> None:
    found = answer(question, lists)
    assert [row.label[: len(item)] for row, item in zip(found.rows, items, strict=True)] == items


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Qui faisait partie du voyage à Radowo ?", ["Odile Marchal", "Teddy Moreau", "Fleur Dantec", "Noé Verdier"]),
        ("composition du bureau du comité", ["Odile Marchal", "Teddy Moreau", "Fleur Dantec"]),
        ("Quels chemins ont été rouverts ?", ["chemin des carriers", "sentier du bac"]),
        ("Qu'est-ce qui a bloqué pendant le voyage à Radowo ?", ["Les clés", "La pluie", "Le car"]),
        ("Quels sont les postes du budget du voyage ?", ["voyages 3 200", "repas 900", "interprète 450"]),
    ],
)
def test_items_have_short_labels_or_values(question: str, items: list[str], lists: Library) -> None:
    found = answer(question, lists)
    assert [row.label[: len(item)] for row, item in zip(found.rows, items, strict=True)] == items


@pytest.mark.parametrize(
    "question",
    [
        "Quelles autres portes d'entrée que le canoë le réseau des barques étudie-t-il ?",
        "Dans la note sur les animations, quelles autres portes d'entrée sont à l'étude ?",
    ],
)
def test_what_a_plus_joins(question: str, lists: Library) -> None:
    found = answer(question, lists)
    assert [row.label.split("\n")[0][:18] for row in found.rows] == ["une fête des lavoi", "un concours de pêc"]


@pytest.mark.parametrize(
    "question",
    [
        "maximes pacte des chemins",
        "c'est quoi les trois maximes du pacte des chemins",
        "Dans le pacte des chemins, quelles maximes sont promises ?",
        "maximes promises par le pacte des chemins",
        "LES MAXIMES DU PACTE DES CHEMINS",
    ],
)
def test_keywords_and_familiar_wordings(question: str, lists: Library) -> None:
    begins = [row.label[:8] for row in answer(question, lists).rows]
    assert begins == ["Je ferme", "Je salue", "Je laiss"]
