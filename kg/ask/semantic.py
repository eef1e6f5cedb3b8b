"""Semantic search: the sentences that say most of what is asked, or nothing when none says enough."""

import re

from corpus import Passage, Span
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import Proof, coverage, overlap, prove, quote_around, title_stems, widen
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search import fitted
from kg.ask.search.things import Sentence
from kg.ask.sentences.nearest import sure
from kg.ask.sentences.replied import replies
from kg.regex import regex
from kg.types import Answer, Context, Evidence, Row

KIND = "semantic"
EXAMPLES = ("Le prix de l'eau dans les petites communes", "La navette arrêtée faute de chauffeurs")
#: Least share of a question in « qui » that a sentence and what stands around it must say; how many passages are told.
COVERED_WHO = 0.7
MOST = 4
#: Questions that are answered by what is told, not by a name, a date or a number.
_OPEN = regex(
    r"^(?:(?:d'apres|selon|pour) [^,?]{3,60}, )?(?:quels|quelles|que|qu'|comment|pourquoi|a quoi|en quoi|de quoi"
    r"|sur quo?i|sur quels|sur quelles)\b|^qu'"
)
#: How near a sentence must be, and how much of what is asked it must say, where the words alone do not answer.
NEARLY, SAID = 0.5, 0.25
#: How much of a subject of so many ideas a title must say, for what stands under it to answer.
TITLED, LEAST_IDEAS = 0.95, 2
#: What a sentence must hold to answer: an amount for a budget, an address for an address; else it only speaks of it.
_AMOUNT = regex(r"\d[\d  .,]*\s*(?:€|euros?|k€|m€|millions?|milliards?|francs?|dollars?)|\bgratuit", re.IGNORECASE)
_ASKED_AMOUNT = regex(
    r"^(?:quel\w* (?:est|etait|sera|sont|etaient|fut|a ete|ont ete) (?:le |la |les |l')?|a combien |pour quel )"
    r"(?:\w+ )?"
    r"(?:budgets?|cout|couts|prix|montants?|tarifs?|salaires?|subventions?|depenses?|recettes?)\b|^combien (?:a )?coute"
)
_ASKED_NUMBER = regex(
    r"^quel\w* (?:est|etait) (?:le |la |l')?(?:superficie|population|taille|duree|age|pourcentage|taux|part|nombre)\b"
)
_EXPECTED = (
    (_ASKED_AMOUNT, _AMOUNT),
    (regex(r"\b(?:adresse (?:mail|electronique)|courriel|e-mail|mail)\b"), regex(r"\S+@\S+")),
    (regex(r"\b(?:numero de telephone|telephone)\b"), regex(r"(?:\d{2}[ .]?){5}|\+\d{2}")),
    (_ASKED_NUMBER, regex(r"\d")),
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer with the best passages; nothing when the corpus says too little of the question."""
    covered = library.calibration.passage
    if query.folded.startswith("qui "):  # a passage that names nobody must say the more
        covered = max(covered, COVERED_WHO)
    proofs = replies(query, library) or enough(query, prove(query, library), covered=covered)
    proofs = proofs or under_title(query, library) or _near(query, library)
    return tell(query, library, proofs, KIND) if proofs else None


def _near(query: Query, library: Library) -> list[Proof]:
    """Return the sentences nearest to an open question about things that it names, by words and meaning together."""
    if not query.named or not _OPEN.match(query.folded):
        return []
    return [proof for proof in sure(query, library) if proof.score >= NEARLY and proof.coverage >= SAID]


def under_title(query: Query, library: Library) -> list[Proof]:
    """Return what stands under a title that says the whole subject, line by line: « Une évaluation en 3D »."""
    terms = query.inside().terms
    if len(terms) < LEAST_IDEAS or query.folded.startswith("qui ") or _expected(query.folded):
        return []
    under = (
        found.passage
        for found in library.look(query)
        if coverage(terms, title_stems(found.passage.headings[-1:])) >= TITLED and library.sentences(found.passage)
    )
    first = min(under, key=lambda passage: passage.span, default=None)
    passages = library.knowledge.extraction_of[first.span.document_id].passages if first else ()
    section = [one for one in passages if first and one.headings == first.headings]
    return [Proof(sentence, one, 1.0, 1.0) for one in section for sentence in _opening_lines(library, one)]


def _opening_lines(library: Library, passage: Passage) -> list[Sentence]:
    """Return the sentences of a passage that begin a line: its paragraphs, and the entries of its lists."""
    text, start = library.knowledge.documents[passage.span.document_id].text, passage.span.start
    return [
        one
        for one in library.sentences(passage)
        if not text[start : one.span.start].rpartition("\n")[2].strip(" -*•\t")
    ]


def enough(query: Query, proofs: list[Proof], *, covered: float = fitted.COVERED) -> list[Proof]:
    """Keep the proofs that say enough of the ideas and hold what the question calls for, near the best of them."""
    if not proofs or not query.inside().terms:
        return []
    needed = _expected(query.folded)
    kept = [
        proof
        for proof in proofs
        if proof.coverage >= covered and (needed is None or needed.search(proof.sentence.words))
    ]
    best = kept[0].score if kept else 0.0
    return [proof for proof in kept if proof.score >= 0.8 * best]


def tell(query: Query, library: Library, proofs: list[Proof], kind: str, *, longest: int = 400) -> Answer:
    """Make an answer of the best sentences: the first is the text, each is a row with its passage's place."""
    rows: list[Row] = []
    facts: list[Context] = []
    shown: list[Span] = []
    for proof in proofs:
        evidence = evidence_of(library, proof, longest=longest)
        if any(overlap(evidence.span, span) for span in shown):  # what it begins may be told without what is beside it
            evidence = library.evidence(quote_around(library, proof.sentence.span, longest=longest), proof.score)
        if len(rows) == MOST or any(overlap(evidence.span, span) for span in shown):
            continue
        shown.append(evidence.span)
        label = proof.passage.headings[-1] if proof.passage.headings else evidence.source
        rows.append(
            Row(evidence.source, french.shortened(label, 80), "passage", min(1.0, proof.score), None, (evidence,))
        )
        facts += around_document(library, None, evidence.span.document_id)
    text = french.told(library.reading(rows[0].evidence[0].span))
    return Answer(query.text, kind, text, tuple(rows), unique(facts), trace=trace(proofs))


def evidence_of(library: Library, proof: Proof, *, longest: int = 400) -> Evidence:
    """Return the quote that proves: the sentence, with its neighbours while they hold."""
    span = widen(library, proof.passage, quote_around(library, proof.sentence.span, longest=longest), longest=longest)
    return library.evidence(span, proof.score)


def trace(proofs: list[Proof]) -> tuple[str, ...]:
    """Tell the first proofs with their scores."""
    return tuple(f"{p.score:.2f} (mots {p.coverage:.2f}) {p.sentence.words[:100]}" for p in proofs[:12])


def _expected(folded: str) -> re.Pattern[str] | None:
    """Return what the answer to a folded question must contain, nothing when any sentence may do."""
    return next((pattern for asked, pattern in _EXPECTED if asked.search(folded)), None)
