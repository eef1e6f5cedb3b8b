"""Compare the hybrid search with each of its halves, words (BM25) and meaning (e5), by nDCG@10 on questions with proofs.

Usage: python bench/retrieval.py BASE=QUESTIONS.json [BASE=QUESTIONS.json …] [--dev BASE=QUESTIONS.json …]

A question counts when its proofs lie in passages of the base; these are what should be found, all alike. Questions are
told apart by how many of their content words their proofs hold: from half on literal, below it paraphrase. With --dev
the weight of words in the fusion is fitted on those questions, and used for the others beside the shipped one.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import Span  # noqa: E402
from index import Hit, reciprocal_rank_fusion, tokens  # noqa: E402
from kg.ask import fitted  # noqa: E402
from kg.ask.library import DEPTH, Library  # noqa: E402
from kg.base import open_base  # noqa: E402

LITERAL = 0.5
WEIGHTS = tuple(weight / 20 for weight in range(21))


@dataclass(frozen=True)
class Asked:
    """A question with the passages that prove its answer, and those that words, and meaning, bring, as keys."""

    words: str
    proofs: frozenset[str]
    is_literal: bool
    lexical: tuple[str, ...]
    nearest: tuple[str, ...]


def main() -> None:
    """Print a table a set, and the weight fitted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--dev", nargs="*", default=[])
    told = parser.parse_args()
    dev = [asked for name in told.dev for asked in read(name)]
    weight = best_weight(dev) if dev else None
    if weight is not None:
        print(f"poids des mots réglé sur {len(dev)} questions : {weight:.2f} (livré : {fitted.LEXICAL:.2f})\n")
    print("| questions | nombre | mots (BM25) | sens (e5) | les deux |" + (" réglé |" if weight is not None else ""))
    print("|---|---|---|---|---|" + ("---|" if weight is not None else ""))
    for name in told.sets or told.dev:
        asked = read(name)
        label = Path(name.partition("=")[0]).name
        for kind, wanted in (("toutes", None), ("littérales", True), ("reformulées", False)):
            kept = [one for one in asked if wanted in (None, one.is_literal)]
            ways = [1.0, 0.0, fitted.LEXICAL] + ([weight] if weight is not None else [])
            shown = " | ".join(f"{mean(kept, way):.3f}" for way in ways)
            print(f"| {label}, {kind} | {len(kept)} | {shown} |", flush=True)


def read(name: str) -> list[Asked]:
    """Return the questions of a set with what each half of the search brings."""
    base, _, file = name.partition("=")
    library = Library(open_base(Path(base)))
    found = json.loads(Path(file).read_text(encoding="utf-8"))
    rows = found["questions"] if isinstance(found, dict) else found
    return [asked for row in rows if (asked := _asked(row, library))]


def _asked(row: dict[str, Any], library: Library) -> Asked | None:
    proofs = {span for told in row.get("evidence") or () if (span := _place(told, library))}
    if not proofs:
        return None
    stems = set(tokens(row["question"]))
    said = set().union(*(library.stems(span) for span in proofs))
    lists = (library.base.lexical.search(row["question"], DEPTH), library.nearest(row["question"])[:DEPTH])
    lexical, nearest = (tuple(_keys(hits, library)) for hits in lists)
    is_literal = len(stems & said) >= LITERAL * len(stems)
    return Asked(row["question"], frozenset(map(_key, proofs)), is_literal, lexical, nearest)


def _place(told: dict[str, Any], library: Library) -> Span | None:
    """Return the passage of a proof, found by its document and its first words."""
    for document in library.knowledge.documents.values():
        if not document.source.rsplit("/", 1)[-1].startswith(told["doc"]):
            continue
        words = " ".join(told["first10"].split())
        spans = [span for span in library.find_phrase(words) if span.document_id == document.id]
        start = min((span.start for span in spans), key=lambda at: abs(at - told["start"]), default=told["start"])
        passage = library.passage_at(Span(document.id, start, start + 1))
        return passage.span if passage else None
    return None


def _keys(hits: Sequence[Hit], library: Library) -> list[str]:
    spans = (library.span_of(hit.key) for hit in hits)
    return list(dict.fromkeys(_key(span) for span in spans if span))


def _key(span: Span) -> str:
    return f"{span.document_id}:{span.start}"


def mean(asked: Sequence[Asked], weight: float) -> float:
    """Return the mean nDCG@10 of the fusion with a weight of words: 1 is words alone, 0 meaning alone."""
    return sum(_ndcg(one, weight) for one in asked) / len(asked) if asked else 0.0


def _ndcg(one: Asked, weight: float) -> float:
    lists = [[Hit(key, 1.0) for key in keys] for keys in (one.lexical, one.nearest)]
    ranked = reciprocal_rank_fusion(lists, weights=(weight, 1 - weight), k=10) if 0 < weight < 1 else lists[weight < 1]
    gain = sum(1 / log2(rank + 2) for rank, hit in enumerate(ranked[:10]) if hit.key in one.proofs)
    return gain / sum(1 / log2(rank + 2) for rank in range(min(10, len(one.proofs))))


def best_weight(asked: Sequence[Asked], score: Callable[[Sequence[Asked], float], float] = mean) -> float:
    """Return the middle of the weights that are within a thousandth of the best."""
    scores = {weight: score(asked, weight) for weight in WEIGHTS}
    near = [weight for weight, value in scores.items() if value >= max(scores.values()) - 0.001]
    return round((near[0] + near[-1]) / 2, 2)


if __name__ == "__main__":
    main()
