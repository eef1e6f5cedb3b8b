"""Web pages: the report is kept, in order and whole; the site around it goes; hostile pages end soon."""

import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError, Document
from corpus.assembly import Origin
from corpus.readers.html import read_html

PROSE = "La maire a ouvert la séance et rappelé que la concertation durerait jusqu'à l'automne. "


def _read(html: str | bytes) -> Document:
    data = html.encode() if isinstance(html, str) else html
    return read_html(data, Origin("page", "page.html", "0", "text/html"))


def _page(inside: str, head: str = "", around: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{around}<main>{inside}<p>{PROSE * 3}</p></main></body></html>"
    )


def test_the_layout_follows_the_convention_of_documents() -> None:
    document = _read(
        "<h1>Réunion</h1><p>Un  mot\n de <em>bien</em>venue.</p><h2>Présents</h2><ul><li>Ada Roc, maire</li>"
        "<li><p>Bo Lem</p></li></ul><table><tr><th>Heure</th><th>Qui</th></tr><tr><td>9h</td><td>Ada<br>Roc</td></tr>"
        "</table><p>Fin.</p>"
    )
    assert document.text == (
        "Réunion\n\nUn mot de bienvenue.\n\nPrésents\n\n- Ada Roc, maire\n- Bo Lem\n\nHeure\tQui\n9h\tAda Roc\n\nFin."
    )
    assert [(heading.level, document.quote(heading.span)) for heading in document.outline] == [
        (1, "Réunion"),
        (2, "Présents"),
    ]
    assert document.title == "Réunion"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>Accueil</a> INTRUS</nav>",
        "<header><a>Le site</a> INTRUS</header>",
        "<footer>INTRUS mentions légales</footer>",
        "<script>INTRUS()</script><style>.INTRUS{}</style><noscript>INTRUS</noscript><!-- INTRUS -->",
        "<div id='tarteaucitronRoot'>Nous utilisons des cookies INTRUS</div>",
        "<div class='bandeau-cookies' role='dialog'>INTRUS</div>",
        "<ol class='fil-ariane'><li>Accueil</li><li>INTRUS</li></ol>",
        "<div class='breadcrumb'>Accueil / INTRUS</div>",
        "<ul class='social-share'><li><a href='#'>INTRUS</a></li></ul>",
        "<div class='partage'>Partager : <a>INTRUS</a></div>",
        "<aside><h2>Agenda</h2><p>INTRUS</p></aside>",
        "<form role='search'><label>INTRUS</label><input></form>",
        "<div hidden>INTRUS</div><p style='display: none'>INTRUS</p><span class='sr-only'>INTRUS</span>",
        "<section id='commentaires'><p>INTRUS a dit « bravo »</p></section>",
        "<ul><li><a>INTRUS</a></li><li><a>Autre page</a></li></ul>",
        "<button>INTRUS</button><select><option>INTRUS</option></select>",
        "<svg><title>INTRUS</title></svg><template><p>INTRUS</p></template>",
        "<h3>À lire aussi</h3><ul><li><a>INTRUS</a></li><li><a>Un autre article</a></li></ul>",
    ],
)
def test_the_site_around_the_report_goes(furniture: str) -> None:
    outside = _read(_page("<h1>Réunion</h1>", around=furniture)).text
    after = _read(f"<h1>Réunion</h1><article><p>{PROSE * 3}</p></article>{furniture}").text
    without_landmarks = _read(f"<div>{furniture}<h1>Réunion</h1><p>{PROSE * 3}</p></div>").text
    expected = f"Réunion\n\n{(PROSE * 3).strip()}"
    assert (outside, after) == (expected, expected)
    assert "INTRUS" not in without_landmarks


@pytest.mark.parametrize(
    "kept",
    [
        "<div class='social'><p>GARDÉ : l'action sociale du département, dit la présidente. "
        + PROSE * 4
        + "</p></div>",
        "<div class='content-with-sidebar'><h1>GARDÉ</h1><p>" + PROSE * 9 + "</p></div>",
        "<aside><p>GARDÉ : « Un encadré sur la place des habitants dans les décisions. » " + PROSE + "</p></aside>",
        "<blockquote><p>Texte</p><footer>GARDÉ</footer></blockquote>",
        "<article><header><h1>GARDÉ</h1></header></article>",
        "<ul><li><a href='/a'>GARDÉ Ada Roc</a>, maire de la commune</li><li><a>Bo Lem</a>, élu de l'eau</li></ul>",
        "<form><p>GARDÉ " + PROSE * 12 + "</p></form>",
        "<details><summary>GARDÉ</summary></details><figure><figcaption>Photo</figcaption></figure>",
        "<dl><dt>Modération</dt><dd>GARDÉ</dd></dl>",
    ],
)
def test_what_only_looks_like_furniture_stays(kept: str) -> None:
    assert "GARDÉ" in _read(_page(kept)).text


@pytest.mark.parametrize("name", ["sidebar", "menu", "related"])
def test_a_name_that_would_take_most_of_the_page_misleads(name: str) -> None:
    text = _read(f"<div class='{name}'><p>{PROSE * 3}</p></div><p>{PROSE}</p>").text
    assert text == f"{(PROSE * 3).strip()}\n\n{PROSE.strip()}"


@pytest.mark.parametrize("mark", ["article", "main"])
def test_a_marked_part_that_is_not_the_report_is_not_taken_for_it(mark: str) -> None:
    text = _read(f"<{mark}><p>Une annonce.</p></{mark}><div><p>{PROSE * 5}</p></div>").text
    assert text == f"Une annonce.\n\n{(PROSE * 5).strip()}"


def test_the_title_above_the_article_is_kept_with_it() -> None:
    document = _read(f"<div class='haut'><h1>Le titre</h1></div><article><h2>Un</h2><p>{PROSE * 5}</p></article>")
    assert document.text.startswith("Le titre\n\nUn\n\n")
    assert document.title == "Le titre"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Assemblée de mai | Ville de Bourg</title>", "Assemblée de mai"),
        ("<title>Le titre</title><meta property='og:title' content='L&#39;atelier'>", "L'atelier"),
        ("", PROSE.strip()),
    ],
)
def test_without_a_heading_the_page_tells_its_title(head: str, title: str) -> None:
    assert _read(f"<head>{head}</head><p>{PROSE}</p>").title == title


def test_the_date_of_the_text_comes_before_that_of_the_metadata() -> None:
    head = "<meta property='article:published_time' content='2021-03-04T10:00:00+01:00'>"
    assert _read(_page("<p>Réunion du 2 mars 2021</p>", head)).date == "2021-03-02"
    assert _read(_page("<p>Réunion de printemps</p>", head)).date == "2021-03-04"


def test_entities_quotes_and_invisible_characters() -> None:
    text = _read(
        "<p>L&rsquo;eau &amp; l&#x27;air&nbsp;: <q>ou&shy;i</q>, 1<sup>er</sup> mai<sup><a>12</a></sup> &lt;b&gt;</p>"
    ).text
    assert text == "L’eau & l'air\xa0: « oui », 1er mai <b>"


def test_bold_titles_breaks_and_typed_bullets_are_understood() -> None:
    document = _read(
        "<p><b>Ouverture</b></p><p>Un.<br>Deux.<br><br>Trois.</p><p>Présents :<br>- Ada<br>• Bo</p>"
        "<p><strong>Ada</strong> parle.</p><ul><li>Un<ul><li>Dedans</li></ul></li><li></li></ul><pre>a\n  b</pre>"
    )
    assert document.text == (
        "Ouverture\n\nUn.\nDeux.\n\nTrois.\n\nPrésents :\n\n- Ada\n- Bo\n\nAda parle.\n\n- Un\n- Dedans\n\na\nb"
    )
    assert [(heading.level, heading.title) for heading in document.outline] == [(5, "Ouverture")]


def test_cells_over_several_rows_and_columns_keep_the_others_in_place() -> None:
    html = (
        "<table><caption>Présents</caption><tr><th>Collège</th><th>Nom</th><th>Rôle</th></tr>"
        "<tr><td rowspan=2>Élus</td><td>Ada</td><td>maire</td></tr><tr><td>Bo</td><td>adjoint</td></tr>"
        "<tr><td colspan='2'>Personne</td><td>x</td></tr>"
        "<tr><td colspan=99999999999>y</td><td rowspan='-1'>z</td></tr></table>"
    )
    rows = _read(html).text.split("\n")
    assert rows[:5] == ["Présents", "Collège\tNom\tRôle", "Élus\tAda\tmaire", "\tBo\tadjoint", "Personne\t\tx"]
    assert rows[5].split("\t")[0] == "y"


def test_a_table_that_lays_out_the_page_is_read_block_by_block() -> None:
    assert _read(f"<table><tr><td><h1>T</h1></td><td><p>{PROSE}</p><p>Fin.</p></td></tr></table>").text == (
        f"T\n\n{PROSE.strip()}\n\nFin."
    )


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8", "windows-1252"])
def test_the_declared_encoding_is_followed(encoding: str) -> None:
    page = f"<meta charset={encoding}><p>Élu à Évry, où ça ?</p>"
    assert _read(page.encode(encoding)).text == "Élu à Évry, où ça ?"
    assert _read(page.encode()).text == "Élu à Évry, où ça ?"


@pytest.mark.parametrize("empty", ["<html></html>", "<nav>Menu</nav>", "<script>render()</script><div id=app></div>"])
def test_a_page_without_text_is_refused(empty: str) -> None:
    with pytest.raises(CorpusError, match=r"« page\.html » ne contient aucun texte : une page .+ attendue"):
        _read(empty)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000 + "fin",
        "".join(f"<b id={n}>" for n in range(900)) + "<p>x" * 20_000,
        "<table><tr><td>" * 20_000,
        "<p>a</p>" * 1_200_000,
    ],
    ids=["nested", "formatting", "tables", "many"],
)
def test_a_page_beyond_reason_is_refused_soon(hostile: str) -> None:
    began = time.process_time()
    with pytest.raises(CorpusError, match=r"« page\.html » n'est pas une page ordinaire"):
        _read(hostile)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "large",
    [
        "<p>" + "mot " * 2_500_000,
        "<!--" * 1_000_000 + "--><p>x",
        "<" * 3_000_000,
        "<p " + "a=b " * 500_000 + ">x",
        "<ul>" + "<li><a>x</a>" * 100_000,
        "<p>" + "<br>" * 200_000 + "x",
        "<table>" + "<tr><td>a<td>b" * 50_000,
    ],
    ids=["line", "comments", "angles", "attributes", "links", "breaks", "rows"],
)
def test_a_large_page_ends_in_bounded_time(large: str) -> None:
    began = time.process_time()
    try:
        assert _read(large).text
    except CorpusError as error:
        assert "aucun texte" in str(error) or "un bloc de plus de" in str(error)
    assert time.process_time() - began < 20


def test_the_depth_that_is_allowed_does_not_exhaust_the_stack() -> None:
    assert _read("<div>" * 900 + "<ul><li>" * 90 + "fin").text.endswith("- fin")


WORDS = st.text(
    st.characters(categories=["L", "N", "P"], exclude_characters="\ufffdÃÂâÅﬀﬁﬂﬃﬄﬅﬆ"), min_size=1, max_size=12
)


@given(st.lists(st.lists(WORDS.map(lambda word: f"mot{word}"), min_size=1, max_size=6), min_size=1, max_size=8))
def test_no_word_of_the_report_is_lost_nor_moved(paragraphs: list[list[str]]) -> None:
    html = "".join(f"<p>{escape(' '.join(words))}</p>" for words in paragraphs)
    expected = [word for words in paragraphs for word in words]
    assert _read(html).text.split() == expected
    assert _read(f"<table><tr><td>{html}</td></tr></table>").text.split() == expected


@given(st.text(st.sampled_from("<>/!-\"'= abipulod&;#12\n"), max_size=60))
def test_any_input_is_read_or_refused(soup: str) -> None:
    try:
        document = _read(soup)
    except CorpusError:
        return
    assert document.text.strip()
    assert all(document.quote(heading.span).strip() for heading in document.outline)
