"""Who financed, hosted, published, owns something or was given a prize: by the role in the sentence that says it."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from corpus import Span
from index import fold, vocabulary
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import Proof, coverage, prove, quote_around
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import LIGHT, Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sentences.antecedent import person_before
from kg.ask.sentences.doer_frames import frame_asked
from kg.ask.sentences.doer_labels import labelled
from kg.ask.sentences.slots import Filler, after, before
from kg.ask.sentences.verb_frame import Frame, frame_of_verb
from kg.ask.sessions.steps import step_asked
from kg.regex import regex
from kg.types import Answer, Row

KIND = "doers"
EXAMPLES = ("Qui soutient le forum du Morbois ?", "Qui a reçu le prix du Morbois ?")

#: How many sentences are read, least share of the question that one must say, and what it is worth to be led to,
#: to sign a report;
#: in how many of its first passages a report says who supports or hosts its event.
MOST, SAYS, LED, SIGNED, FRONT = 25, 0.34, 1.15, 0.8, 8
#: Least share of the question that a sentence and what stands around it say, less where words lead to the doer.
COVERED, COVERED_LED = 0.5, 0.35
#: Least share of the question that the title and first lines of a report say, for its labels to answer.
TITLED = 0.6
#: What the passage and the first lines of its report say of the rest beside an amount; how many characters these are.
BESIDE, OPENING = 0.7, 300
_NAMES = regex(r"Qui\s+[A-ZÀ-Ý]")
_EUROS = regex(r"\d\s?(?:€|k€|euros?|francs?)")


def answer(query: Query, library: Library, fits: Callable[[Filler], bool] | None = None) -> Answer | None:
    """Answer who did it with the names that stand in that role in the best sentence; nothing for other questions.

    Where a body of some kind did it, those that fit are told, of the best sentence that names one, whatever the verb.
    """
    frame = frame_asked(query.folded) or (
        frame_of_verb(query.folded) if fits and not _NAMES.match(query.text) else None
    )
    if fits is None and step_asked(query):
        return None  # who opens a meeting is told by its programme
    if frame is None or any(_is_unknown_name(term, library) for term in query.terms):
        return None
    named = {entity.id for entity in query.entities()}
    best: tuple[float, list[Filler], Proof] | None = None
    for score, found, proof in _told(query, library, frame):
        kept = [one for one in found if one.entity is None or one.entity.id not in named]
        kept = [one for one in kept if fold(one.label) not in query.folded and (fits is None or fits(one))]
        if kept and (best is None or score > best[0]):
            best = (score, kept, proof)
    if best is None:
        return None
    score, found, proof = best
    span = quote_around(library, proof.sentence.span)
    evidence = (library.evidence(span, min(1.0, score)),)
    rows = tuple(
        Row(one.entity.id if one.entity else "", one.label, one.kind, min(1.0, score), None, evidence) for one in found
    )
    text = french.sentence(f"{french.join([row.label for row in rows])} : « {library.reading(span)} »")
    facts = around_document(library, None, span.document_id)
    return Answer(query.text, KIND, french.shortened(text), rows, unique(facts), trace=(proof.sentence.words,))


def _is_unknown_name(term: Term, library: Library) -> bool:
    """Tell a proper name that no report writes: whatever it is asked of, nothing tells it."""
    return term.words[:1].isupper() and not library.can_say(term)


def _told(query: Query, library: Library, frame: Frame) -> Iterator[tuple[float, list[Filler], Proof]]:
    """Yield the names in the role that is asked, with the sentence and how well it says what is asked."""
    asked = re.search(rf"\b(?:{frame.asked})", query.folded) if frame.signs else None
    led = frozenset(asked[0].split()) if asked else frozenset[str]()
    verbs = frozenset(
        stem
        for term in query.terms
        if fold(term.words) in led or re.fullmatch(frame.asked, fold(term.words))
        for stem in term.alternatives[0][0]
    )
    topic = query.without(verbs | _helping()) if query.without(verbs | _helping()).terms else query
    rest = topic.inside().terms
    if query.reports and not any(term.weight > LIGHT for term in topic.without(_written()).scoped):
        yield from _signed(query, library, frame)
    proofs = prove(topic, library)[:MOST]
    yield from _by_labels(library, frame, rest, proofs)
    for proof in proofs:
        stems = proof.sentence.stems | (_money() if _EUROS.search(proof.sentence.words) else frozenset())
        said = coverage(rest, stems)
        if proof.sentence.is_row:
            continue
        opening = _opening(library, proof)
        own = [term for term in rest if not (term.words[:1].isupper() and term.strength(opening))]
        if rest and max(said, coverage(own, stems)) < SAYS:  # the opening says where all of the report is
            continue
        around = (library.stems(proof.passage.span), BESIDE), (opening, BESIDE)
        covered = max(proof.coverage, coverage(rest, stems, around) if stems != proof.sentence.stems else 0.0)
        for worth, found in _slots(library, frame, proof.sentence.span):
            if covered >= (COVERED_LED if worth == LED else COVERED):
                yield max(proof.score, covered) * worth, found, proof


def _by_labels(
    library: Library, frame: Frame, rest: Sequence[Term], proofs: Sequence[Proof]
) -> Iterator[tuple[float, list[Filler], Proof]]:
    """Yield the names that a label tells in the reports that are about what is asked, by their titles and openings."""
    first = {proof.sentence.span.document_id: proof for proof in reversed(proofs)} if frame.labels and rest else {}
    for document_id, proof in first.items():
        covered = coverage(rest, _opening(library, proof))
        for found, line in labelled(library, document_id, frame.labels, frame.kinds) if covered >= TITLED else ():
            passage = library.passage_at(line)
            if passage is not None:
                sentence = Sentence(line, library.stems(line), library.knowledge.documents[document_id])
                yield covered, found, Proof(sentence, passage, covered, covered)


@lru_cache(maxsize=1)
def _money() -> frozenset[str]:
    """Return the stems of the words for money, which an amount says."""
    return stems_of("argent fonds somme sommes montant frais".split())


def _opening(library: Library, proof: Proof) -> frozenset[str]:
    document = library.knowledge.documents[proof.sentence.span.document_id]
    return vocabulary(f"{document.title} {document.text[:OPENING]}")


@lru_cache(maxsize=1)
def _helping() -> frozenset[str]:
    """Return the stems of the words that say that a part was done: « aidé à payer une partie du voyage »."""
    return stems_of("aidé aider aide contribué contribuer contribue participé participer participe partie part".split())


@lru_cache(maxsize=1)
def _written() -> frozenset[str]:
    return stems_of(
        "notes propos compte rendu entretien interview rapport procès-verbal synthèse texte article".split()
    )


def _signed(query: Query, library: Library, frame: Frame) -> Iterator[tuple[float, list[Filler], Proof]]:
    """Yield the names in the role that is asked in the reports that a question is about: « notes prises par X ».

    What is done to the event itself (« avec le soutien de X ») is told in the first passages of its reports.
    """
    own = query.event.provenance.span.document_id if query.event else ""
    for document_id in sorted(query.reports, key=lambda one: (one != own, one)):
        passages = library.knowledge.extraction_of[document_id].passages
        for passage in passages if frame.signs else passages[:FRONT]:
            for sentence in library.sentences(passage):
                for worth, found in _slots(library, frame, sentence.span):
                    if worth == LED:
                        yield SIGNED, found, Proof(sentence, passage, 1.0, SIGNED)


def _slots(library: Library, frame: Frame, sentence: Span) -> Iterator[tuple[float, list[Filler]]]:
    text = library.knowledge.documents[sentence.document_id].text[sentence.start : sentence.end]
    plain = _plain(text)
    for match in re.finditer(rf"\b(?:{frame.led})", plain):
        found = after(library, sentence, sentence.start + match.end(), *frame.kinds)
        if found:
            yield LED, found
    for match in re.finditer(rf"\b(?:{frame.verb})", plain):
        at = Span(sentence.document_id, sentence.start + match.start(), sentence.start + match.end())
        meant = person_before(library, at) if "person" in frame.kinds else []
        if meant:
            yield 1.0, [Filler(mention.span, person.label, person) for mention, person in meant]
            continue
        found = before(library, sentence, sentence.start + match.start(), *frame.kinds)
        if found:
            yield 1.0, found


@lru_cache(maxsize=512)
def _plain(text: str) -> str:
    """Return folded words at the same places."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower()
