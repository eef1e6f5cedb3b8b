"""Footnotes of web pages: tied to their calls by links both ways."""

import pytest

from corpus import Document
from corpus.assembly import Origin
from corpus.readers.html import read_html


def read(body: str) -> Document:
    page = f"<html><body><main><h1>Bilan</h1>{body}</main></body></html>"
    return read_html(page.encode(), Origin("essai", "essai.html", "0" * 64, "text/html"))


@pytest.mark.parametrize(
    ("call", "note"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> La source.</p></div>',
        ),
        ('<sup id="r"><a href="#n">1</a></sup>', '<ol><li id="n">La source. <a href="#r">↩</a></li></ol>'),
        ('<a id="r" href="#n">1</a>', '<p id="n"><a href="#r">1.</a> La source.</p>'),
    ],
)
def test_a_note_stands_apart_without_its_links(call: str, note: str) -> None:
    document = read(f"<p>Un fait{call} sûr.</p>{note}")
    assert document.text == "Bilan\n\nUn fait sûr.\n\nLa source."
    assert [(note.mark, document.quote(note.span)) for note in document.notes] == [("1", "La source.")]


def test_a_link_one_way_and_a_link_of_words_are_ordinary() -> None:
    links = "<p>Voir <a href='#p'>a</a> et <a id='q' href='#s'>la suite</a>.</p>"
    document = read(f"{links}<p id='p'>Point.</p><p id='s'>Suite.</p>")
    assert document.text == "Bilan\n\nVoir a et la suite.\n\nPoint.\n\nSuite."
    assert document.notes == ()


def test_thousands_of_links_are_left_as_they_are() -> None:
    links = "".join(f'<a href="#{number}">1</a> ' for number in range(3000))
    assert read(f'<p id="1">Un {links}</p>').notes == ()
