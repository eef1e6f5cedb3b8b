"""Organisations whose name no kind begins, or an unusual one, in sentences of our own."""

from collections.abc import Callable

import pytest

from corpus.assembly import Origin
from corpus.readers.html import read_html
from kg.extract.extractors import read_entities
from kg.extract.parse import load_model, parse
from kg.resolve import resolve
from kg.types import Extraction

Read = Callable[..., Extraction]


def bodies(extraction: Extraction) -> set[str]:
    return {entity.label for entity in resolve((extraction,)) if entity.kind == "organisation"}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("On cite le travail du bureau d'études Sillage sur les digues.", "Sillage"),
        ("Le chantier revient à l'atelier d'insertion La Pédalière, à Lens.", "La Pédalière"),
        ("La prime va à la coopérative Les Sabots de bois pour sa halle.", "Les Sabots de bois"),
        ("Il rappelle qu'une coopérative existe déjà, Les Greniers du Haut.", "Les Greniers du Haut"),
        ("Un collectif d'habitants, Voix du lavoir, s'est formé en mars.", "Voix du lavoir"),
        ("Elle a trouvé un emploi à la scierie Dumontel, sur le plateau.", "Scierie Dumontel"),
        ("La garde est assurée par les Petits Tisserands du lac le mercredi.", "Petits Tisserands du lac"),
        ("La coupe est revenue à l'équipe du Rugby-club lensois.", "Rugby-club lensois"),
        ("Le terrain est celui de l'Union sportive de Sauzon.", "Union sportive de Sauzon"),
        ("L'enquête a paru dans La Gazette des lavoirs de jeudi.", "La Gazette des lavoirs"),
        ("Le journal Le Petit Lavoirais a couvert la fête.", "Le Petit Lavoirais"),
        ("Les parents de l'école Odette-Vernay attendent un banc.", "École Odette-Vernay"),
        ("« Nous verrons », titrait L'Écho du Plateau.", "L'Écho du Plateau"),
        ("Claire Dubreuil, directrice de l'école des Peupliers, attend.", "École des Peupliers"),
        ("Selon l'AGEVOL, qui paie, le pont tiendra.", "AGEVOL"),
        ("La fête est proposée par la Maison des rives de Sauzon.", "Maison des rives de Sauzon"),
        ("Avec Zoé Lambert, Les Amis du quai ; Paul Vial, géographe.", "Les Amis du quai"),
    ],
)
def test_the_name_of_a_body(read: Read, sentence: str, told: str) -> None:
    assert told in bodies(read(f"Rencontre du 3 mars 2020\n\n{sentence}\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        "L'atelier de conclusion Paul Vial le résume.",
        "Une association, Claire Dubreuil, une autre idée encore.",
        "Le collectif, Lens, Sauzon et leurs ports se taisent.",
        "La Voix de la raison parle peu.",
        "Zoé Lambert, à la Maison des rives de Sauzon, a lu un conte.",
        "Claire Dubreuil, programmatrice du festival Cuivre, attend.",
        "Il est facteur à Sauzon, comme Claire Dubreuil, épicière rue du Bac.",
        "On écoute Zoé Lambert, notaire à Sauzon, et ses clercs.",
        "Avec Zoé Lambert, Lens ; Paul Vial, géographe.",
    ],
)
def test_no_body_is_named(read: Read, sentence: str) -> None:
    assert bodies(read(f"Rencontre du 3 mars 2020\n\n{sentence}\n")) == set()


def test_a_body_told_with_its_town_is_the_body_told_without(read: Read) -> None:
    text = "Réunion du 3 mars 2020\n\nLe Musée du verre de Sauzon ouvre. Puis le Musée du verre a fermé.\n"
    assert bodies(read(text)) == {"Musée du verre de Sauzon"}
    two = text + "\nLe Musée du verre de Lens rit.\n"
    assert len(bodies(read(two))) == 3


def test_cells_and_their_lines_are_no_one_name() -> None:
    page = (
        "<h1>Rencontres du lac</h1><p>3 mars 2020, halle aux grains</p><table>"
        "<tr><th>Heure</th><th>Qui</th><th>Où</th></tr>"
        "<tr><td>10 h</td><td><b>Soigner à plusieurs</b><br>Zoé Lambert, Les Amis du quai ; Paul Vial, président du "
        "CIRB<br><i>Modération : Ada Dubreuil</i></td><td>Grande salle</td></tr>"
        "<tr><td>20 h</td><td>Film, puis débat avec la réalisatrice, Claire Vernay</td><td>Cinéma Le Phare</td></tr>"
        "</table>"
    )
    document = read_html(page.encode(), Origin("page", "page.html", "0" * 64, "text/html"))
    extraction = read_entities(parse(document, load_model()))
    people = {mention.name for mention in extraction.mentions if mention.kind == "person"}
    assert people == {"Zoé Lambert", "Paul Vial", "Ada Dubreuil", "Claire Vernay"}
    assert {"Les Amis du quai", "CIRB"} <= bodies(extraction)
    assert "Soigner à plusieurs" in {event.label for event in extraction.events}
