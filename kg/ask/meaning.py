"""How near sentences are to a question in meaning, each encoded by itself: passages hold too much to tell which one."""

from collections.abc import Sequence

from kg.ask import fitted
from kg.ask.library import Library
from kg.ask.search import about_what

#: The longest part of a sentence that is encoded, in characters.
READ = 320


def nearness(library: Library, text: str, sentences: Sequence[str]) -> list[float]:
    """Return how near some sentences are to a text, from 0 (no nearer than most of the corpus) to 1."""
    if not sentences:
        return []
    encoder, vectors = library.base.encoder, library.base.vectors
    asked = about_what(encoder.encode_query([text])[0], library.base.asking)
    mean, deviation = vectors.spread(asked)
    wide = max(deviation, 0.005)
    scores = encoder.encode_document([" ".join(words.split())[:READ] for words in sentences]) @ asked
    above = ((float(score) - mean) / wide - fitted.LOW for score in scores)
    return [min(1.0, max(0.0, one / (fitted.HIGH - fitted.LOW))) for one in above]
