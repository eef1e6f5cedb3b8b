"""Blocks, sentences, passages and repairs of a document."""

from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Span, block_at, blocks, reading, sentences, split
from corpus.assembly import Origin, Piece, assemble
from corpus.passages import MAXIMUM
from corpus.repairs import find_repairs

ORIGIN = Origin("essai", "essai.txt", "0" * 64, "text/plain")


def document(*pieces: tuple[str, str] | tuple[str, str, int]) -> Document:
    """Assemble pieces given as (kind, text) or (kind, text, level)."""
    return assemble((Piece(*piece) for piece in pieces), ORIGIN)


def test_a_sentence_cut_by_a_page_break_is_one_block() -> None:
    found = document(
        ("paragraph", "Elle rappelle"), ("paragraph", "l'effort de la commune."), ("paragraph", "Puis elle sort.")
    )
    whole = [found.quote(block.span) for block in blocks(found)]
    assert whole == ["Elle rappelle\n\nl'effort de la commune.", "Puis elle sort."]


def test_a_finished_sentence_is_not_joined_to_what_follows() -> None:
    found = document(("paragraph", "La séance est levée."), ("paragraph", "et la suite d'une liste"))
    assert len(blocks(found)) == 2


def test_blocks_know_the_titles_above_them() -> None:
    found = document(
        ("heading", "Forum", 1),
        ("heading", "Matin", 2),
        ("paragraph", "Un mot."),
        ("heading", "Soir", 2),
        ("paragraph", "Deux mots."),
    )
    titles = {found.quote(block.span): block.titles for block in blocks(found)}
    assert titles["Un mot."] == ("Forum", "Matin")
    assert titles["Deux mots."] == ("Forum", "Soir")
    assert titles["Soir"] == ("Forum",)


def test_block_at_finds_the_block_of_an_offset() -> None:
    found = document(("paragraph", "Un mot."), ("paragraph", "Deux mots."))
    cut = blocks(found)
    assert block_at(cut, 3) == cut[0]
    assert block_at(cut, found.text.index("Deux")) == cut[1]
    assert block_at(cut, 7) is None


def test_sentences_respect_abbreviations_and_guillemets() -> None:
    text = "M. Belloir parle de l'art. 3. « Il faut agir. » Elle répond : oui ! Vraiment ?"
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        "M. Belloir parle de l'art. 3.",
        "« Il faut agir. »",
        "Elle répond : oui !",
        "Vraiment ?",
    ]


def test_a_line_of_dots_leads_to_the_end_of_its_sentence() -> None:
    text = "Amicale ........ 400 €\nComité des fêtes . . . . . 1 200 €\nIl hésite... 3 voix manquent."
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        "Amicale ........ 400 €",
        "Comité des fêtes . . . . . 1 200 €",
        "Il hésite...",
        "3 voix manquent.",
    ]


def test_a_list_and_its_introduction_are_one_passage() -> None:
    found = document(
        ("paragraph", "Trois idées :"), ("item", "La première."), ("item", "La deuxième."), ("paragraph", "Fin.")
    )
    assert [passage.text for passage in split(found)] == ["Trois idées : La première. La deuxième.", "Fin."]


@given(
    st.lists(
        st.tuples(st.sampled_from(["paragraph", "item", "heading"]), st.text("ab c.«»\n", min_size=1, max_size=400)),
        max_size=8,
    )
)
def test_passages_are_bounded_and_do_not_overlap(pieces: list[tuple[str, str]]) -> None:
    found = document(*((kind, text, 1) for kind, text in pieces))
    ends = 0
    for passage in split(found):
        assert ends <= passage.span.start < passage.span.end <= len(found.text)
        assert passage.span.end - passage.span.start <= 2 * MAXIMUM
        ends = passage.span.end


def test_recognition_damage_is_read_right_and_the_text_is_left_alone() -> None:
    text = "Uatelier a plu. lUobjectif de U'action, c'est UAECT ; l'AECT est trés €loignée de 'ensemble."
    found = document(("paragraph", text))
    assert found.text == text
    assert reading(found, Span("essai", 0, len(text))) == (
        "l'atelier a plu. l'objectif de l'action, c'est l'AECT ; l'AECT est très éloignée de l'ensemble."
    )


def test_sound_text_is_not_repaired() -> None:
    assert find_repairs("L'Union et l'Uruguay, 'go-between' de l'art, 40 € par an, très bien. UNESCO.", "essai") == ()
