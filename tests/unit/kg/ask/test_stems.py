"""The view of the stems says what cutting the texts into words says."""

from index import tokens
from kg.ask.library import Library


def test_a_passage_has_the_stems_of_its_sentences_and_a_quotation_its_own(library: Library) -> None:
    for extraction in library.knowledge.extractions:
        spans = [passage.span for passage in extraction.passages] + [q.span for q in extraction.quotations]
        for span in spans:
            assert library.stems(span) == frozenset(tokens(library.reading(span)))


def test_a_quotation_is_in_the_passage_in_which_it_begins(library: Library) -> None:
    quotations = list(library.knowledge.quotations())
    assert quotations
    for quotation in quotations:
        passage = library.passage_at(quotation.span)
        place = passage and f"passage:{quotation.span.document_id}:{passage.span.start}-{passage.span.end}"
        assert library.home_of(quotation.id) == place
