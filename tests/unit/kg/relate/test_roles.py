"""Functions that reports tell of people, in sentences of our own, and sentences that tell none."""

from collections.abc import Callable

import pytest

from corpus.assembly import Origin
from corpus.readers.html import read_html
from kg.extract.extractors import read_entities
from kg.extract.parse import load_model, parse
from kg.lexicon.trades import tells_function, told_gender, unabbreviated
from kg.types import Extraction

Read = Callable[..., Extraction]


def held(extraction: Extraction) -> set[tuple[str, str]]:
    names = {mention.id: mention.name for mention in extraction.mentions}
    return {(names[role.person], role.function) for role in extraction.roles if role.function}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("On écoute Claire Dubreuil, conductrice du car scolaire, raconter.", "conductrice du car scolaire"),
        ("Dans la salle, Claire Dubreuil, éclusière, secoue la tête.", "éclusière"),
        ("Claire Dubreuil, 71 ans, ancienne quincaillière, attend.", "ancienne quincaillière"),
        ("Claire Dubreuil, mère de deux filles, interne en pédiatrie, vient de Lens.", "interne en pédiatrie"),
        ("Claire Dubreuil, son adjointe, ne viendra pas.", "adjointe"),
        ("Pour Claire Dubreuil, notre médiatrice, le parc dort.", "médiatrice"),
        ("Claire Dubreuil, la maire, était au fond.", "maire"),
        ("Claire Dubreuil, devenue directrice du Fonds des rives, sourit.", "directrice du Fonds des rives"),
        ("Claire Dubreuil, alors adjointe au commerce, hésita.", "adjointe au commerce"),
        ("Claire Dubreuil – hydrogéologue – sort une carte.", "hydrogéologue"),
        ("Présents : Claire Dubreuil (CD), adj. aux sports ; Paul Vial (PV), maire.", "adj. aux sports"),
        ("Ville de Lens : Claire Dubreuil (CD, resp. des parcs), Paul Vial (PV, élu)", "resp. des parcs"),
        ("Claire Dubreuil (CD) directrice du SMEV – Paul Vial (PV) adjoint", "directrice du SMEV"),
        (
            "Le sujet de Claire Dubreuil, fossoyeuse et jardinière au cimetière, plaît.",
            "fossoyeuse et jardinière au cimetière",
        ),
        ("L'actuelle directrice, Claire Dubreuil, hésite.", "actuelle directrice"),
        ("Mon amie cardiologue Claire Dubreuil hésite.", "cardiologue"),
        ("Le jury est présidé par la navigatrice Claire Dubreuil.", "navigatrice"),
        ("On attend l'intervention de la politiste Claire Dubreuil.", "politiste"),
        ("La réunion a fait venir une luthière, Claire Dubreuil.", "luthière"),
        ("Mon prédécesseur, Claude Dubreuil, n'y croyait pas.", "prédécesseur"),
        ("Pour le docteur Claire Dubreuil, la fièvre attend.", "docteur"),
        ("La directrice de l'hospice, le docteur Claire Dubreuil, accepte.", "directrice de l'hospice"),
        ("Paul Vial ouvre la séance. Interprète : Claire Dubreuil.", "Interprète"),
        ("La réunion plaît à Claire Dubreuil, mercière.", "mercière"),
        ("Le compte rendu de Claire Dubreuil, riveraine, est lu.", "riveraine"),
        ("Claire Dubreuil, auxiliaire de puériculture, sourit.", "auxiliaire de puériculture"),
        ("Rapporteur : Paul Dubreuil (père de jumeaux)", "père de jumeaux"),
        ("Claire Dubreuil, élue de Vernesse, hésite.", "élue de Vernesse"),
        ("Claire Dubreuil, qui tient la librairie du port, hésite.", "tient la librairie du port"),
        ("Claire Dubreuil, qui a la charge de la médiathèque, hésite.", "a la charge de la médiathèque"),
        ("Vingt personnes y étaient. Animation : Claire Dubreuil et Paul Vial.", "Animation"),
        ("Bilan (rédaction : Claire Dubreuil)", "rédaction"),
        ("Claire Dubreuil, mariée, est depuis 2014 la maire de Sauzon.", "maire de Sauzon"),
        ("Le conseil a désigné Claire Dubreuil secrétaire.", "secrétaire"),
        ("Claire Dubreuil, sa sœur, cofondatrice du marché, sourit.", "cofondatrice du marché"),
        ("Sa conseillère déléguée, Claire Dubreuil, promet un banc.", "conseillère déléguée"),
        ("Dans la salle, Claire Dubreuil, aide à domicile, attend.", "aide à domicile"),
        ("La forestière Claire Dubreuil, du bureau d'études Sillage, défend la patience.", "forestière"),
        ("Avec Claire Dubreuil (doctorante, université de Sauzon)", "doctorante, université de Sauzon"),
        ("Présents : Mme Claire Dubreuil (secrét.), M. Paul Vial", "secrét."),
        ("Présents : M. Paul Vial, Mme Claire Dubreuil (adj. voirie), trente habitants", "adj. voirie"),
        ("Son rédacteur en chef, Claude Dubreuil, était là.", "rédacteur en chef"),
        ("L'association Rives, que préside Claire Dubreuil, plante des saules.", "préside"),
        ("Nommée à la tête du Fonds des rives, Claire Dubreuil attend.", "à la tête du Fonds des rives"),
        ("Claire Dubreuil, à la tête du Fonds des rives, attend.", "à la tête du Fonds des rives"),
        ("Rapporteurs : Claire Dubreuil (notaire), Paul Vial (Fédération des quais).", "notaire"),
        ("Claire Dubreuil parle la première. La géographe compare cent cantons.", "géographe"),
        (
            "On retient Claire Dubreuil. La trésorière du Fonds des rives répond aux élus.",
            "trésorière du Fonds des rives",
        ),
    ],
)
def test_a_function_beside_a_name(read: Read, sentence: str, told: str) -> None:
    functions = {
        function for name, function in held(read(f"Rencontre du 3 mars 2020\n\n{sentence}\n")) if "ubreuil" in name
    }
    assert functions == {told}


def test_a_function_on_each_side_of_a_name(read: Read) -> None:
    told = held(read("Rencontre du 3 mars 2020\n\nLa sociologue Claire Dubreuil, présidente du jury, hésite.\n"))
    assert told == {("Claire Dubreuil", "sociologue"), ("Claire Dubreuil", "présidente du jury")}


def test_a_body_in_small_letters_beside_a_name(read: Read) -> None:
    extraction = read("Rencontre du 3 mars 2020\n\n*Animé par Claire Dubreuil, cabinet Sillage*\n")
    names = {mention.id: mention.name for mention in extraction.mentions}
    assert [(names[r.person], names.get(r.organisation or "")) for r in extraction.roles] == [
        ("Claire Dubreuil", "Cabinet Sillage")
    ]


def test_a_function_under_the_heading_that_names_somebody() -> None:
    page = (
        "<h1>Le journal</h1><p>Des échos du quai, et une lettre.</p><h2>Trois questions à Claire Dubreuil</h2>"
        "<p>Adjointe au maire de Sauzon, elle suit le pont.</p><p>Claire Dubreuil : Oui, et d'abord la nuit.</p>"
    )
    document = read_html(page.encode(), Origin("page", "page.html", "0" * 64, "text/html"))
    found = held(read_entities(parse(document, load_model())))
    assert found == {("Claire Dubreuil", "Adjointe au maire de Sauzon")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Selon Claire Dubreuil, la maire refuse tout.",
        "Il y avait là Claire Dubreuil, le maire, la préfète et leurs chauffeurs.",
        "Claire Dubreuil, optimiste, attend.",
        "Claire Dubreuil, absente, n'a rien dit.",
        "Claire Dubreuil parle la première. Le géographe lui répond.",
        "Claire Dubreuil parle la première. La directrice lui répond.",
        "Claire Dubreuil parle la première. La maire ne s'en étonne pas.",
        "Claire Dubreuil et Zoé Lempereur se taisent. La géographe compare cent cantons.",
        "Zoé Lempereur, géographe, se tait. Puis vient Claire Dubreuil. La géographe applaudit.",
    ],
)
def test_what_tells_no_function(read: Read, sentence: str) -> None:
    found = held(read(f"Rencontre du 3 mars 2020\n\n{sentence}\n"))
    assert {function for name, function in found if "ubreuil" in name} == set()


def test_a_trade_in_capitals_may_be_a_surname() -> None:
    assert [tells_function(words) for words in ("Berger", "berger", "Facteur d'orgues", "Berger Nancy")] == [
        False,
        True,
        True,
        False,
    ]
    assert not any(tells_function(words) for words in ("catalogue des rues", "liste", "pessimiste", "adj", "a dit"))


def test_shortened_functions_end_no_sentence() -> None:
    assert unabbreviated("dir. des sports. Il est adj. aux parcs.") == "dir· des sports. Il est adj· aux parcs."


def test_the_gender_that_a_trade_tells() -> None:
    assert [told_gender(words) for words in ("ancienne éclusière", "facteur", "docteur", "maire")] == [
        "f",
        "m",
        None,
        None,
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Claire Dubreuil tient les comptes du marché.",
        "Claire Dubreuil, qui tient à la digue, hésite.",
        "Claire Dubreuil gère la crise depuis mars.",
        "La mercière dort. Claire Dubreuil a parlé.",
    ],
)
def test_no_function_is_told(sentence: str, read: Read) -> None:
    told = {function for name, function in held(read(f"Rencontre du 3 mars 2020\n\n{sentence}\n"))}
    assert told == set()
