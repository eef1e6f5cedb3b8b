"""How near sentences are to a question in meaning, by the vectors that the base holds: nothing is encoded for it."""

from collections.abc import Sequence

from kg.ask import fitted
from kg.ask.library import Library
from kg.ask.proofs import Proof, overlap
from kg.types import passage_key

#: What the closeness of the whole passage counts where a quotation of the sentence has its own.
AROUND = 0.5


def nearness(library: Library, text: str, proofs: Sequence[Proof]) -> list[float]:
    """Return how near some sentences are to a text, from 0 (no nearer than most of the corpus) to 1.

    A sentence is as near as its passage is; as the quotation that it holds and the passage together, when it holds one.
    """
    spans = {proof.passage.span for proof in proofs}
    inside = {span: [q for q, _ in library.quotations_near([span], ())] for span in spans}
    keys = {span: passage_key(span.document_id, span.start, span.end) for span in spans}
    far = library.deviations(text, (*keys.values(), *(q.id for held in inside.values() for q in held)))
    found = []
    for proof in proofs:
        span = proof.passage.span
        around = far.get(keys[span], 0.0)
        own = [far[q.id] for q in inside[span] if overlap(q.span, proof.sentence.span) and q.id in far]
        above = (max(own) + AROUND * around) / (1 + AROUND) if own else around
        found.append(min(1.0, max(0.0, (above - fitted.LOW) / (fitted.HIGH - fitted.LOW))))
    return found
