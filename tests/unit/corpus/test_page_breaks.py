"""Numbers and running heads of pages go from a plain text, and what they cut is whole."""

from corpus import blocks
from corpus.page_breaks import without_page_breaks
from tests.unit.corpus.test_layers import read

PAGES = (
    "Actes du forum\n\nLa régie de l'eau a ouvert ses comptes. Elle observe\n\n         1\n\nFORUM DES EAUX – ACTES\n\n"
    "néanmoins que les fuites dimi-\n\n         2\n\nFORUM DES EAUX – ACTES\n\nnuent. Le débat est clos.\n\n"
    "         3\n\nFORUM DES EAUX – ACTES\n\nSéance levée.\n"
)


def test_the_sentence_and_the_word_that_a_page_break_cuts_are_whole() -> None:
    document = read(PAGES)
    found = [" ".join(document.quote(block.span).split()) for block in blocks(document)]
    assert found == [
        "Actes du forum",
        "La régie de l'eau a ouvert ses comptes. Elle observe néanmoins que les fuites diminuent. Le débat est clos.",
        "Séance levée.",
    ]


def test_a_form_feed_is_a_page_break_and_what_comes_back_there_is_a_running_head() -> None:
    text = "Un titre\n\nPage une.\n\fLettre de la régie 4\nPage deux, où\n\fLettre de la régie 5\nl'eau coule.\n"
    assert without_page_breaks(text).split() == "Un titre Page une. Page deux, où l'eau coule.".split()


def test_numbers_of_chapters_and_lone_figures_stay() -> None:
    text = "1\n\nLe premier point.\n\n2\n\nLe second point.\n\nIl y avait\n\n1903\n\npersonnes.\n"
    assert without_page_breaks(text) == text


def test_numbers_that_say_that_they_are_of_pages_go_from_two_on() -> None:
    assert without_page_breaks("Un.\n\nPage 1 sur 2\n\nDeux.\n\nPage 2 sur 2\n").split() == ["Un.", "Deux."]


def test_a_running_head_beside_the_number_of_its_page_goes_and_what_it_cuts_is_whole() -> None:
    head = "Atelier « Boire au robinet » - Ourlac                 page "
    document = read(
        f"On boit ici.\n\nElle a promis de venir, à condition\n\n{head}2\n\nqu'il pleuve.\n\nPuis la source\n\n"
        f"{head}3\n\ncoule.\n"
    )
    found = [" ".join(document.quote(block.span).split()) for block in blocks(document)]
    assert found == ["On boit ici.", "Elle a promis de venir, à condition qu'il pleuve.", "Puis la source coule."]


def test_heads_that_differ_and_lines_that_end_with_a_number_stay() -> None:
    contents = "Le lavoir     page 2\n\nLa source     page 3\n\nLe puits     page 4\n"
    assert without_page_breaks(contents) == contents
    votes = "Pour     12\n\nPour     13\n\nIl pleut.\n"
    assert without_page_breaks(votes) == votes


def test_a_numbered_part_is_a_title_and_who_runs_it_is_none() -> None:
    document = read(
        "Forum des eaux\n\nTable ronde 2 : qui paie ?\n\nAnimée par Odile Varenchon\n\nOn parle d'eau ici.\n"
    )
    assert [heading.title for heading in document.outline] == ["Forum des eaux", "Table ronde 2 : qui paie ?"]
