"""Entities named by a question: accents, capitals, slips, surnames, acronyms, bodies without their kind."""

import pytest

from corpus import Document, Span
from kg.ask.language.kinship import unprefixed
from kg.ask.question.names import find_names
from kg.ask.question.whole_names import whole_name
from kg.types import Entity, Kind


def entity(kind: Kind, label: str, *aliases: str) -> Entity:
    return Entity(f"{kind}/{label.casefold().replace(' ', '-')}", kind, label, aliases)


PEOPLE = (
    entity("person", "Éléonore Vasquille"),
    entity("person", "Marc Touvet"),
    entity("person", "Lise Garandel"),
    entity("person", "Paul Garandel"),
)
BODIES = (
    entity("organisation", "Réseau Altis"),
    entity("organisation", "Ville de Morvillac"),
    entity("organisation", "Agence des transports ruraux", "ATR"),
    entity("organisation", "Association des maires"),
)
KNOWN = (*PEOPLE, *BODIES, entity("place", "Tressan"), entity("concept", "eau"))


def named(question: str) -> list[str]:
    return [found.entity.label for found in find_names(question, KNOWN)]


@pytest.mark.parametrize(
    "question",
    ["Qui est Éléonore Vasquille ?", "qui est eleonore vasquille", "QUI EST ELEONORE VASQUILLE", "Mme Vasquille"],
)
def test_accents_capitals_and_given_names_do_not_matter(question: str) -> None:
    assert named(question) == ["Éléonore Vasquille"]


@pytest.mark.parametrize("question", ["Vasquile", "Vasquille", "Vaskuille", "Morvilac", "Morvillack"])
def test_one_slip_is_forgiven(question: str) -> None:
    assert len(named(question)) == 1


@pytest.mark.parametrize("question", ["Qui est Tressol ?", "le vasistas", "Toutou", "une gare"])
def test_another_word_is_no_slip(question: str) -> None:
    assert named(question) == []


def test_a_surname_that_two_bear_names_both_and_a_full_name_one() -> None:
    assert named("que dit Garandel ?") == ["Lise Garandel", "Paul Garandel"]
    assert named("que dit Paul Garandel ?") == ["Paul Garandel"]
    assert [found.whole for found in find_names("Paul Garandel et Touvet", KNOWN)] == [True, False]


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("c'est quoi Altis ?", "Réseau Altis"),
        ("le réseau altis", "Réseau Altis"),
        ("qui vient de Morvillac", "Ville de Morvillac"),
        ("que finance l'ATR ?", "Agence des transports ruraux"),
    ],
)
def test_bodies_by_acronym_or_without_their_kind(question: str, label: str) -> None:
    assert named(question) == [label]


def test_common_words_and_concepts_name_nobody() -> None:
    assert named("que disent les maires de l'eau ?") == []
    assert named("Les Maires") == []


def test_names_stand_in_the_order_of_the_question_with_their_words() -> None:
    found = find_names("De Tressan à Morvillac, avec Marc Touvet", KNOWN)
    assert [(one.words, one.start) for one in found] == [("Tressan", 3), ("Morvillac", 13), ("Marc Touvet", 29)]


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        ("Le prix va à la scop Les Souliers à clous pour ses quais.", "Les Souliers", "Les Souliers à clous"),
        ("La librairie (La Boîte à lire) ferme.", "La Boîte", "La Boîte à lire"),
        ("On invite Les Souliers à parler aux élus.", "Les Souliers", "Les Souliers"),
        ("Il préfère Les Souliers à cause du bail.", "Les Souliers", "Les Souliers"),
        ("On envoie Le Havre à la foire.", "Le Havre", "Le Havre"),
        ("On doit Marly à pied joindre.", "Marly", "Marly"),
    ],
)
def test_a_name_that_an_article_begins_goes_on_with_a_bare_noun(text: str, start: str, name: str) -> None:
    document = Document(id="f", source="f.txt", sha256="", media_type="text/plain", text=text, title="")
    at = text.index(start)
    assert whole_name(document, Span("f", at, at + len(start))) == name


def test_a_long_word_of_everyday_french_is_no_misspelt_name() -> None:
    known = (entity("organisation", "Habitant Plus"), entity("organisation", "Val Habitat"))
    assert find_names("qui parle des habitants du bourg", known) == []


@pytest.mark.parametrize(
    ("stem", "told"), [("revendu", ("vendu",)), ("rachet", ("achet",)), ("remport", ("mport",)), ("riv", ())]
)
def test_what_is_done_again_may_be_told_without_its_prefix(stem: str, told: tuple[str, ...]) -> None:
    assert unprefixed(stem) == told


@pytest.mark.parametrize("question", ["Qui préside les Souliers à clous ?", "Qui préside les Souliers ?"])
def test_a_name_is_known_without_its_article_and_by_its_head(question: str) -> None:
    known = (entity("organisation", "Les Souliers à clous"), entity("organisation", "Habitant Plus"))
    assert [one.entity.label for one in find_names(question, known)] == ["Les Souliers à clous"]
