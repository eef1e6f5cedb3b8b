"""The partners of an event or of a report: the line of their label, else those with whose help it was held."""

from collections.abc import Iterator
from functools import lru_cache

from corpus import Span
from index import fold, fold_evenly
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, coverage, prove
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.doer_labels import labelled
from kg.ask.sentences.slots import Filler, after
from kg.regex import regex
from kg.types import Answer, Row

KIND = "list"
_ASKED = regex(
    r"^(?:avec |par )?(?:(?:qui|quel(?:le)?s?)\b[^?]*\b(?:partenaires?|soutiens)\b"
    r"|(?:(?:la )?liste des |les |donne\w* les "
    r"|cite\w* les )"
    r"partenaires\b|avec qui\b[^?]*\b(?:partenariat|s'associe\w*|associee?s?)\b)"
)
_LABEL = r"partenaires?(?: (?:institutionnels|associes|techniques|locaux|publics|prives))?|en partenariat avec"
_WITH = regex(
    r"\ben (?:partenariat|lien|association|collaboration) avec\b"
    r"|\bavec (?:le |l'|la )(?:soutien|appui|concours|aide|participation|collaboration|partenariat) (?=d)"
)
_KINDS = ("organisation", "place")
#: « le Pays du Loubet et de la Caisse des prêts » are two.
_JOINED = regex(r"\s+et\s+(?:de la |de l['’]|du |des |de |d['’])(?=[A-ZÀ-Ý])")
#: In how many first passages a report tells it, how many reports are looked at, and what they say of the question.
OPENING, REPORTS, SAYS = 15, 4, 0.6


def answer_partners(query: Query, library: Library) -> Answer | None:
    """Answer who the partners of an event, project or report are; nothing for other questions."""
    if not _ASKED.match(query.folded):
        return None
    named = {entity.id for entity in query.entities()}
    reports = _reports(query, library)
    for reads in (_by_label, _by_words):
        told = (pair for document_id in reports for pair in reads(library, document_id))
        found = [(one, line) for one, line in told if not (one.entity and one.entity.id in named)]
        if found:
            return _told(query, library, found)
    return None


def _reports(query: Query, library: Library) -> list[str]:
    """Return the reports that a question names, else those whose titles and first lines say what it is about."""
    if query.reports:
        own = query.event.provenance.span.document_id if query.event else ""
        return sorted(query.reports, key=lambda one: (one != own, one))
    topic = query.without(_said_of_any())
    near = dict.fromkeys(proof.passage.span.document_id for proof in prove(topic, library)[: 5 * REPORTS])
    openings = ((one, library.knowledge.documents[one]) for one in [*near][:REPORTS])
    told = ((one, library.stems_of(f"{document.title} {document.text[:400]}")) for one, document in openings)
    return [one for one, stems in told if topic.terms and coverage(topic.terms, stems) >= SAYS]


@lru_cache(maxsize=1)
def _said_of_any() -> frozenset[str]:
    return stems_of(
        "soutien soutiens partenaire partenaires partenariat projet action fiche programme opération démarche".split()
    )


def _by_label(library: Library, document_id: str) -> Iterator[tuple[Filler, Span]]:
    for found, line in labelled(library, document_id, _LABEL, _KINDS):
        yield from ((one, line) for one in found)


def _by_words(library: Library, document_id: str) -> Iterator[tuple[Filler, Span]]:
    for passage in library.knowledge.extraction_of[document_id].passages[:OPENING]:
        for sentence in library.sentences(passage):
            words = library.knowledge.quote(sentence.span)
            for helped in _WITH.finditer(fold_evenly(words)):
                found = after(library, sentence.span, sentence.span.start + helped.end(), *_KINDS)
                yield from ((one, sentence.span) for one in found)


def _told(query: Query, library: Library, found: list[tuple[Filler, Span]]) -> Answer:
    rows: dict[str, Row] = {}
    for one, line in found:
        proof = cited(library, line)
        parts = _JOINED.split(one.label)
        for part in parts:
            own = one.entity.id if one.entity and len(parts) == 1 else ""
            rows.setdefault(fold(part), Row(own, part, one.kind, 1.0, None, (proof,)))
    text = french.sentence(f"{french.join([row.label for row in rows.values()])} : « {library.reading(found[0][1])} »")
    facts = around_document(library, None, found[0][1].document_id)
    return Answer(query.text, KIND, french.shortened(text), tuple(rows.values()), unique(facts))
