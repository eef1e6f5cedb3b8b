"""Links of passages and quotations to concepts: by the words of a thesaurus, by the corpus's terms, by meaning."""

import numpy as np
import pytest

from corpus import Document, Passage, Span
from kg.extract.concepts import ConceptMatcher
from kg.relate.nearness import SUREST, THRESHOLD, near
from kg.relate.subjects import Target, locate, targets, told_by_terms, told_by_thesaurus
from kg.types import Extraction, Provenance, Quotation
from ontology import Concept, Thesaurus

TEXT = """La barque

Le calfatage des coques a repris.
« On calfate les
coques à l'étoupe », dit Yves Le Dantec. Une éponge suffit.
"""
SOLE = Document("quai", "quai.txt", "0" * 64, "text/plain", TEXT, "La barque")
PASSAGE = Passage(Span("quai", 11, len(TEXT) - 1), TEXT[11:-1], ("La barque",))
QUOTED = Span("quai", TEXT.index("On calfate"), TEXT.index(" »"))
QUOTATION = Quotation("quotation:quai:1", QUOTED, None, "direct", "dit", Provenance(QUOTED, "test/1"))
MATCHER = ConceptMatcher(
    Thesaurus(
        (
            Concept("concept/barque", "", "barque"),
            Concept("concept/calfatage", "", "calfatage des coques", ("calfater une coque",)),
            Concept("concept/menage", "", "ménage", hidden_labels=("éponge",)),
        )
    )
)


def test_words_link_a_passage_and_its_quotation_and_say_where() -> None:
    told = told_by_thesaurus(SOLE, targets(SOLE, [PASSAGE], [QUOTATION]), MATCHER)
    assert [(link.target, link.concept, link.method, link.provenance.rule) for link in told.links] == [
        ("passage:quai:11-121", "concept/calfatage", "thesaurus", "thesaurus-label/1"),
        ("quotation:quai:1", "concept/calfatage", "thesaurus", "thesaurus-inflected/1"),
    ]
    words = [SOLE.quote(link.provenance.span) for link in told.links]
    assert words == ["calfatage des coques", "calfate les\ncoques"]
    assert [link.score for link in told.links] == [1.0, 0.9]


def test_weak_words_and_titles_are_clues_not_links() -> None:
    told = told_by_thesaurus(SOLE, targets(SOLE, [PASSAGE], [QUOTATION]), MATCHER)
    assert told.clues == {
        ("passage:quai:11-121", "concept/barque"),
        ("passage:quai:11-121", "concept/menage"),
        ("quotation:quai:1", "concept/barque"),
    }


def test_terms_score_by_their_weight() -> None:
    matcher = ConceptMatcher(Thesaurus((Concept("concept/calfatage-des-coques", "", "calfatage des coques"),)))
    extraction = Extraction(SOLE, (PASSAGE,), quotations=(QUOTATION,))
    links = list(told_by_terms(extraction, matcher, {"concept/calfatage-des-coques": 0.5}))
    assert [(link.target, link.method, link.score) for link in links] == [("passage:quai:11-121", "terms", 0.5)]


@pytest.mark.parametrize(
    ("words", "found"),
    [("calfate les coques", "calfate les\ncoques"), ("étoupe", "étoupe"), ("lu autrement", TEXT[11:-1])],
)
def test_words_are_found_over_line_ends(words: str, found: str) -> None:
    assert SOLE.quote(locate(SOLE, PASSAGE.span, words)) == found


LONG = "une phrase ordinaire qui parle longuement de ce dont il est question dans ce passage et dans sa suite"


def _near(words: str, clues: set[tuple[str, str]], cosine: float = 0.9) -> list[tuple[str, str, float]]:
    """Link 24 texts, of which the first leans to the first of 24 concepts."""
    count = 24
    labels = np.eye(count, 32, dtype=np.float32)
    rows = np.zeros((count, 32), np.float32)
    rows[:, 31] = 1.0
    rows[0] = 0.0
    rows[0, 0], rows[0, 31] = cosine, np.sqrt(1 - cosine**2)
    texts = [Target(f"passage:d:{at}-{at + 1}", Span("d", at, at + 1), words) for at in range(count)]
    concepts = [f"concept/{at:02}" for at in range(count)]
    return [(link.target, link.concept, link.score) for link in near(texts, rows, concepts, labels, clues)]


CLUE = {("passage:d:0-1", "concept/00")}


def test_meaning_links_where_there_is_a_clue() -> None:
    assert _near(LONG, CLUE) == [("passage:d:0-1", "concept/00", SUREST)]
    assert _near(LONG, set()) == []
    assert _near(LONG, {("passage:d:0-1", "concept/05"), ("passage:d:3-4", "concept/00")}) == []


def test_meaning_wants_nearness_and_prose() -> None:
    assert _near(LONG, CLUE, THRESHOLD / 2) == []
    (found,) = _near(LONG, CLUE, 0.07)
    assert 0.85 < found[2] < SUREST
    assert _near("trop court", CLUE) == []
    assert (
        _near("Yves LE DANTEC, Maire de Port-Sable, Anne GARREC, Adjointe, Loïc TANGUY, Directeur du Port", CLUE) == []
    )
