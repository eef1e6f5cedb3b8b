"""Time the whole extraction beside bare `nlp.pipe` on the same blocks of text, in the same run.

Usage: python bench/extract.py [--profile] [FILES OR FOLDERS…]      default: the sample corpus

The two are run in turn, five times, on one processor (seconds of the processor, so that a busy machine gives the
figures of a quiet one), and the best of each is kept. `nlp.pipe` gets the blocks of all the documents in one stream,
with the whole model and spaCy's own batches: the best that it can do. The ratio is bare over whole: 1 when all else
costs nothing.
"""

import cProfile
import gc
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import Document, blocks  # noqa: E402

ROUNDS = 5


def documents(paths: list[Path]) -> list[Document]:
    """Read the documents, and load what the readers load once."""
    from kg.reading import read_all

    with read_all(paths, lambda *_: None, 1).documents as documents:
        return list(documents)


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main(arguments: list[str]) -> None:
    """Print the two times, the ratio, and how much text a second."""
    import spacy

    from kg.extract.parse import MODEL
    from kg.pipeline import analyse_prepared, prepare

    started = time.process_time()
    prepare(None)
    print(f"the model and the thesaurus are loaded in {time.process_time() - started:.1f} s")
    nlp = spacy.load(MODEL)
    read = documents([Path(told) for told in arguments if told != "--profile"] or [ROOT / "corpus" / "sample"])
    texts = [
        document.quote(block.span).replace("\n", " ").replace("\t", " ")
        for document in read
        for block in blocks(document)
        if block.kind != "row"
    ]

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def whole() -> None:
        for document in read:
            analyse_prepared(document)

    whole()  # what is loaded once by the first document is not counted
    gc.collect()
    gc.freeze()  # what is loaded is not searched for garbage, for the one as for the other
    pairs = [(seconds(bare), seconds(whole)) for _ in range(ROUNDS)]
    least_bare, least_whole = (min(column) for column in zip(*pairs, strict=True))
    letters = sum(len(document.text) for document in read)
    print(f"{len(read)} documents, {letters} characters, {len(texts)} blocks")
    print(f"bare nlp.pipe    {least_bare:6.2f} s  {letters / least_bare:8.0f} characters a second")
    print(f"whole extraction {least_whole:6.2f} s  {letters / least_whole:8.0f} characters a second")
    print(f"ratio {least_bare / least_whole:.2f}")
    if "--profile" in arguments:
        profile = cProfile.Profile()
        profile.runcall(whole)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(70)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main(sys.argv[1:])
