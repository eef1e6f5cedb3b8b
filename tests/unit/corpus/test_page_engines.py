"""What the engines of sites write: fields and their labels, signatures, captions, titles by their class, old tables."""

import pytest

from corpus import Document, labels
from corpus.assembly import Origin
from corpus.readers.html import read_html

PROSE = "La maire a ouvert la séance et rappelé que la concertation durerait jusqu'à l'automne. "


def _read(inside: str, head: str = "") -> Document:
    html = f"<!DOCTYPE html><html><head>{head}</head><body><main>{inside}<p>{PROSE * 3}</p></main></body></html>"
    return read_html(html.encode(), Origin("page", "page.html", "0", "text/html"))


@pytest.mark.parametrize(
    "inside",
    [
        "<dl><dt>Lieu</dt><dd>Foyer rural</dd><dt>Horaire :</dt><dd>9 h</dd></dl>",
        '<div class="field"><div class="field__label">Lieu</div><div class="field__item">Foyer rural</div></div>'
        '<div class="field"><span class="field-label">Horaire</span> <span>9 h</span></div>',
    ],
)
def test_a_field_stands_on_the_line_of_its_label(inside: str) -> None:
    document = _read(inside)
    assert document.text.startswith("Lieu : Foyer rural\n\nHoraire : 9 h\n\nLa maire")
    assert [document.quote(line.value) for line in labels(document)] == ["Foyer rural", "9 h"]


def test_a_question_or_a_label_without_its_field_stands_alone() -> None:
    document = _read("<dl><dt>Pourquoi si tard ?</dt><dd>Parce que.</dd><dt>Lieu</dt></dl><h2>Suite</h2>")
    assert document.text.startswith("Pourquoi si tard ?\n\nParce que.\n\nLieu\n\nSuite\n\n")


@pytest.mark.parametrize(
    ("head", "inside"),
    [
        ('<meta name="author" content="Ada Roc"/>', ""),
        ('<meta property="article:author" content="https://exemple.fr/ada"/>', '<a rel="author" href="#">Ada Roc</a>'),
        (
            '<script type="application/ld+json">{"@graph": [{"author": {"name": "Ada Roc"}, '
            '"datePublished": "2021-05-04T10:00"}]}</script>',
            "",
        ),
        ('<script type="application/ld+json">{"author": [</script>', '<span class="vcard author">Ada Roc</span>'),
    ],
)
def test_a_page_tells_its_authors(head: str, inside: str) -> None:
    document = _read(f"<p>{inside}.</p>", head)
    assert document.authors == ("Ada Roc",)
    assert document.date == ("2021-05-04" if "datePublished" in head else None)


def test_a_caption_is_one_by_its_element() -> None:
    document = _read("<figure><img/><figcaption>Les élus devant la halle</figcaption></figure>")
    assert [document.quote(span) for span in document.captions] == ["Les élus devant la halle"]


def test_the_title_of_an_old_table_is_a_title_and_its_buttons_go() -> None:
    document = _read(
        '<table><tr><td class="contentheading">Conseil du 7 mars</td><td>PDF</td><td>Imprimer</td></tr></table>'
        "<p><u>1) Voirie</u></p><p>Adopté.</p>"
    )
    assert document.text.startswith("Conseil du 7 mars\n\n1) Voirie\n\nAdopté.")
    assert [(heading.level, heading.title) for heading in document.outline] == [
        (1, "Conseil du 7 mars"),
        (5, "1) Voirie"),
    ]


def test_the_name_of_the_site_the_tags_and_the_brackets_of_a_call_go() -> None:
    document = _read(
        '<p><a rel="home start" href="/"><strong>Ville d\'Ormoy</strong></a></p><p>Zone 30 '
        '[<a href="#nb1" id="nh1">1</a>] partout.</p><div id="nb1"><p>[<a href="#nh1">1</a>] Arrêté de 2017.</p></div>'
        '<div class="tags-links">Étiquettes : <a href="#">bois</a></div>'
    )
    assert document.text.startswith("Zone 30 partout.\n\nArrêté de 2017.\n\nLa maire")
    assert [document.quote(note.span) for note in document.notes] == ["Arrêté de 2017."]


def test_a_box_that_its_class_and_its_title_tell_is_told_once() -> None:
    document = _read(f"<p>{PROSE}</p><div class='encadre'><h3>À retenir</h3><p>Un car.</p></div><p>{PROSE}</p>")
    assert [(box.kind, box.title) for box in document.boxes] == [("box", "À retenir")]


def test_a_narrow_column_beside_the_report_goes_and_the_report_in_columns_stays() -> None:
    side = '<div class="col-md-4"><h3>Horaires</h3><p>Lundi : 9h-12h</p></div>'
    kept = f'<div class="row"><div class="col-md-8"><h1>Réunion</h1><p>{PROSE * 2}</p></div>{side}</div>'
    assert _read(kept).text.startswith(f"Réunion\n\n{(PROSE * 2).strip()}\n\nLa maire")
    halves = (
        f'<div class="row"><div class="col-6"><h1>Réunion</h1><p>{PROSE}</p></div><div class="col-6"><p>{PROSE * 2}'
    )
    assert _read(f"{halves}</p></div></div>").text.count("concertation") == 6


def test_what_word_processors_write_is_read_as_they_show_it() -> None:
    document = _read(
        '<p class="MsoTitle">Comité de pilotage</p>'
        '<p class="MsoNormal">1.<span>&nbsp;&nbsp;&nbsp; </span><b><u>Bilan</u></b>'
        "</p><p>Trois mois de retard, soit 12&nbsp;000&nbsp;€.</p>"
    )
    assert document.text.startswith("Comité de pilotage\n\n1. Bilan\n\nTrois mois de retard, soit 12\xa0000\xa0€.")
    assert [(heading.level, heading.title) for heading in document.outline] == [
        (1, "Comité de pilotage"),
        (5, "1. Bilan"),
    ]
    assert _read('<p class="c0 title"><span>Assemblée</span></p>').title == "Assemblée"


def test_a_block_whose_class_says_a_quotation_is_one() -> None:
    document = _read("<div class='bloc-citation'><p>Nous avons entendu.</p><p>Ada Roc, maire</p></div>")
    assert [(box.kind, document.quote(box.span)) for box in document.boxes] == [
        ("quotation", "Nous avons entendu.\n\nAda Roc, maire")
    ]
