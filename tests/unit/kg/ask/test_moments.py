"""Dates, hours, durations and places in words; what a question of time and place wants."""

from types import SimpleNamespace
from typing import cast

import pytest

from corpus import Document
from kg.ask.language.moments import Asked, led_by, moments, nearest, places
from kg.ask.library import Library
from kg.ask.sessions.front import front_lines
from kg.ask.times.asked import done, wanted
from kg.ask.times.letterhead import front_place
from kg.ask.times.origin import origin_told


@pytest.mark.parametrize(
    ("words", "asked", "told"),
    [
        ("prochain comité : ven. 9 avril, 9h, salle Rosa-Luxe", "date", ["ven. 9 avril"]),
        ("prochain comité : ven. 9 avril, 9h, salle Rosa-Luxe", "hour", ["9h"]),
        ("la halle a fermé en 2018, au bout de deux ans", "date", ["2018"]),
        ("la halle a fermé en 2018, au bout de deux ans", "duration", ["deux ans"]),
        ("l'avis sera rendu avant le 30/04", "date", ["30/04"]),
        ("ce sera les 4 et 5 juin 2022", "date", ["4 et 5 juin 2022"]),
        ("la séance est ouverte à dix-neuf heures trente", "hour", ["dix-neuf heures trente"]),
        ("le film commence à midi", "hour", ["midi"]),
        ("la table ronde de l'après-midi", "hour", []),
        ("le pont rouvrira au printemps prochain", "date", ["au printemps prochain"]),
        ("le bourg compte 2010 habitants", "date", []),
        ("la halle, bâtie en 1768 par les moines, et le pont (1845)", "date", ["1768", "1845"]),
        ("un prêt de 1200 euros pour 1500 pavés, soit 1 823 de moins", "date", []),
        ("le moulin du XVIIIe siècle", "date", ["XVIIIe siècle"]),
        ("la visite a pris une demi-journée", "duration", ["une demi-journée"]),
    ],
)
def test_moments_are_found_in_all_their_forms(words: str, asked: Asked, told: list[str]) -> None:
    assert [words[start:end] for start, end in moments(words, asked)] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Rendez-vous salle Rosa-Luxe, à Montbrac", ["salle Rosa-Luxe", "Montbrac"]),
        ("la foire aura lieu sur le port", ["port"]),
        ("il a parlé à Paul des prix", ["Paul"]),
        ("on y mange bien", []),
        ("il faut acheter sur place", []),
        ("rendez-vous place du Marché", ["place du Marché"]),
        ("le dîner est à la Maison de santé Les Tilleuls (18 €)", ["Maison de santé Les Tilleuls"]),
        ("le dîner est à la Régie de quartier Les Tilleuls (18 €)", ["Régie de quartier Les Tilleuls"]),
        ("Ancienne manufacture des Toiles, Ornac", ["Ancienne manufacture des Toiles"]),
    ],
)
def test_places_are_rooms_then_names_after_a_preposition(words: str, told: list[str]) -> None:
    assert [words[start:end] for start, end in places(words)] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("La halle, édifiée par les drapiers en 1768, fuit depuis 2019.", "1768"),
        ("En juin 2021, on a repeint la halle (1768).", "1768"),
        ("Le toit de la halle date du XVIIe siècle.", "XVIIe siècle"),
        ("La halle a brûlé en 1944.", None),
    ],
)
def test_of_when_something_is_by_what_began_it(words: str, told: str | None) -> None:
    slice = origin_told(words, frozenset(["hall"]))
    assert (words[slice[0] : slice[1]] if slice else None) == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "DÉBAT\n« Où dorment les loups ? »\nLundi 3 mai 2021, 18 h – Café associatif Le Pont 3, Ornac",
            "Le Pont 3, Ornac",
        ),
        ("DÉBAT\nOù : Halle Basse, Ornac\nlundi 3 mai 2021", "Halle Basse, Ornac"),
        ("« Deux rives » : actes des Journées du gué, 3 et 4 mai 2021 – Ancien manège", "Ancien manège"),
    ],
)
def test_a_title_that_asks_where_is_no_label_of_a_place(text: str, place: str) -> None:
    document = Document(id="f", source="f.txt", sha256="", media_type="text/plain", text=text, title="DÉBAT")
    knowledge = SimpleNamespace(documents={"f": document}, extraction_of={"f": SimpleNamespace(mentions=())})
    found = front_place(cast(Library, SimpleNamespace(knowledge=knowledge)), "f")
    assert found is not None
    assert found[0].endswith(place)


def test_the_nearest_moment_is_that_of_what_is_asked() -> None:
    words = "Créé en 1998, le marché a brûlé en 2004."
    found = moments(words)
    assert words[slice(*nearest(found, words, frozenset(["brul"])))] == "2004"
    assert words[slice(*nearest(found, words, frozenset(["cre"])))] == "1998"


def test_a_date_is_chosen_by_the_words_that_lead_to_it() -> None:
    words = "Ouvert en 2001, le gué est fermé depuis 2012."
    assert [words[start:end] for start, end in led_by(moments(words), words, "depuis")] == ["2012"]


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("où et à quelle heure a commencé l'AG", {"hour", "place"}),
        ("C'était quand le colloque de Montbrac", {"date"}),
        ("Dates et lieu des rencontres du bois", {"date", "place"}),
        ("dans quelle salle ?", {"place", "room"}),
        ("Combien de temps a duré la réunion", {"duration"}),
        ("le prochain comité, c'est où et quand ?", {"date", "place", "after"}),
        ("Jusqu'à quelle heure dure le bal ?", {"hour", "end"}),
    ],
)
def test_what_a_question_of_time_and_place_wants(question: str, wants: set[str]) -> None:
    asked = wanted(question)
    assert asked is not None
    flags = ("date", "hour", "duration", "place", "room", "after", "end")
    assert {flag for flag in flags if getattr(asked, flag)} == wants


@pytest.mark.parametrize(
    "question",
    ["Qui dit que quand on ferme on ouvre ?", "Est-il maire ou adjoint ?", "Qui animait « Quand le car part » ?"],
)
def test_other_questions_want_neither_time_nor_place(question: str) -> None:
    assert wanted(question) is None


def test_what_was_done_is_told_from_what_took_place() -> None:
    assert done("quand a ete fondee l'epicerie ?")
    assert not done("quand a eu lieu le forum ?")
    assert not done("ou s'est tenue l'assemblee ?")


def test_the_front_of_a_report_ends_at_its_first_paragraph() -> None:
    text = "Assemblée du bois\n\n**Samedi 3 mai, 14 h**\n\n" + "Un long paragraphe qui raconte. " * 20 + "\n\nFin"
    document = Document(id="d", source="d.md", sha256="", media_type="text/markdown", text=text, title="Assemblée")
    told = list(front_lines(document))
    assert [words for words, _ in told] == ["Assemblée du bois", "Samedi 3 mai, 14 h"]
    assert all(words in text[span.start : span.end] for words, span in told)


@pytest.mark.parametrize(
    ("question", "origin"),
    [
        ("De quand date le pont ?", True),
        ("le pont, il est de quand ?", True),
        ("De quelle époque est la halle ?", True),
        ("Quand la halle a-t-elle été bâtie ?", True),
        ("À quelle date se tient la foire ?", False),
        ("Quelle est la date de la foire ?", False),
    ],
)
def test_a_question_of_origin_is_told_from_one_of_a_date(question: str, origin: bool) -> None:
    asked = wanted(question)
    assert asked is not None
    assert asked.origin == origin


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Réunis ce matin à l'hôtel de ville de Corbray, ils ont signé", "hôtel de ville de Corbray"),
        ("Le public s'est assis dans l'auditorium Vial", "auditorium Vial"),
    ],
)
def test_a_place_is_read_after_an_elided_article(words: str, place: str) -> None:
    assert [words[start:end] for start, end in places(words)][:1] == [place]
