"""Repairs are certain or are not made, and the text is left as it is."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Document, Span, reading
from corpus.assembly import Origin, Piece, assemble
from corpus.hyphens import joined
from corpus.readers import read_document
from corpus.repairs import find_repairs
from corpus.sources import Source

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "sample"
#: Two signs, without which nothing is repaired.
SIGNS = "Uatelier et lUobjectif sont clairs. "


def document(text: str) -> Document:
    return assemble([Piece("paragraph", text)], Origin("essai", "essai.txt", "0" * 64, "text/plain"))


@pytest.mark.parametrize(
    ("damaged", "read"),
    [
        ("U'échelle de Uintérét", "l'échelle de l'intérêt"),
        ("trés €loignée de 'ensemble", "très éloignée de l'ensemble"),
        ("A €tre revu", "A être revu"),
        ("Léquipe de la ville", "L'équipe de la ville"),
        ("Lintervention a plu", "L'intervention a plu"),
        ("ILn’y a rien", "Il n’y a rien"),
        ("la mise en ceuvre", "la mise en œuvre"),
        ("partantde la halle", "partant de la halle"),
        ("Lepointd’entrée", "Le point d'entrée"),
        ("d’'une régie", "d'une régie"),
        ("UAICT et CAICT", "l'AICT et l'AICT"),
        ("la derniere facon, plutét un réle", "la dernière façon, plutôt un rôle"),
    ],
)
def test_certain_damage_is_read_right(damaged: str, read: str) -> None:
    found = document(SIGNS + damaged + ".")
    assert found.text == SIGNS + damaged + "."
    start = len(SIGNS)
    assert reading(found, Span("essai", start, start + len(damaged))) == read


@pytest.mark.parametrize(
    "sound",
    [
        "Notre nombre, leur ligne et la liste impactent Lorient, Lépine et M. Lallemand",
        "40 € par an, l'Union de l'UNESCO, México, un mot 'entre guillemets' ici",
        "Il entend le pré et les prés, la cote et la côte, du et dû, ou et où",
    ],
)
def test_sound_words_of_a_damaged_text_are_left_alone(sound: str) -> None:
    found = document(SIGNS + sound + ".")
    assert [found.quote(repair.span) for repair in found.repairs if repair.span.start >= len(SIGNS)] == []


@pytest.mark.parametrize("path", sorted(path.name for path in SAMPLE.iterdir() if not path.name.startswith("s05")))
def test_sound_reports_are_not_repaired(path: str) -> None:
    assert read_document(Source(SAMPLE / path, path), "essai").repairs == ()


def test_words_cut_at_line_ends_are_joined_when_they_are_words() -> None:
    cut = "dévelop-\npement arc-en-\nciel peut-\nêtre franco-\nallemand Saint-\nDenis 2010-\n2012 coo\u00ad\npérer"
    assert joined(cut) == "développement arc-en-ciel peut-être franco-allemand Saint-Denis 2010-\n2012 coopérer"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("Uatelier lUobjectif U'eau € €té l'eau 'a trés prés CAECT l'AECT ILn'a Uma a-\nb".split(" ")),
        max_size=30,
    )
)
def test_repairs_are_in_order_apart_and_change_nothing(words: list[str]) -> None:
    text = " ".join(words)
    repairs = find_repairs(text, "essai")
    ends = 0
    for repair in repairs:
        assert ends <= repair.span.start < repair.span.end <= len(text)
        assert text[repair.span.start : repair.span.end] != repair.reading
        ends = repair.span.end
    assert repairs == find_repairs(text, "essai")


@pytest.mark.parametrize(
    ("damaged", "read"),
    [
        ("Il dit : << Tenir bon. >> et sort.", "Il dit : « Tenir bon. » et sort."),
        ("Elle répond : <<tenir\nbon>>.", "Elle répond : «tenir bon»."),
        ("Cest la fin de létat des lieux, quil faut saluer.", "C'est la fin de l'état des lieux, qu'il faut saluer."),
        (
            "Lassociation a dit ce quelle veut, jen suis sûr, et ce quils ont.",
            "L'association a dit ce quelle veut, j'en suis sûr, et ce qu'ils ont.",
        ),
    ],
)
def test_signs_that_a_keyboard_lost_are_read(damaged: str, read: str) -> None:
    told = document(damaged)
    assert told.text == damaged
    assert reading(told, Span(told.id, 0, len(damaged))) == read


@pytest.mark.parametrize(
    "sound",
    [
        "La valeur 3 << 4 et la suite.",
        "Il dit : << Tenir bon.\n\nPuis : >> plus rien.",
        "Langevin et Lévêque, cest vrai, nen disent rien.",  # surnames, and one sign only
        "The quest of the dinner is over and jai is not a word of it, nor is quil, with the last of them.",
    ],
)
def test_what_lost_no_sign_for_certain_is_left(sound: str) -> None:
    assert document(sound).repairs == ()
