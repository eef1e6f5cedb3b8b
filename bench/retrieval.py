"""Compare the hybrid search with each of its halves, words (BM25) and meaning (e5), by nDCG@10.

Usage: python bench/retrieval.py BASE=QUESTIONS.json [BASE=QUESTIONS.json …] [--dev BASE=QUESTIONS.json …]

A question counts when its proofs lie in passages of the base; these are what should be found, all alike. Questions are
told apart by how many of their content words their proofs hold: from half on literal, below it paraphrase. With --dev
the weights of the fusion (own words, other ways to say them, meaning) are fitted on those questions, in steps of a
twentieth, and used for the others beside the shipped ones.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import Span  # noqa: E402
from index import Hit, convex_combination, tokens  # noqa: E402
from kg.ask.library import Library  # noqa: E402
from kg.ask.search import fitted  # noqa: E402
from kg.base import open_base  # noqa: E402
from kg.types import passage_key  # noqa: E402

LITERAL = 0.5
#: Own words, other ways to say them, meaning.
Weights = tuple[float, float, float]
SHIPPED: Weights = (fitted.OWN_WORDS, fitted.OTHER_WORDS, fitted.MEANING)


@dataclass(frozen=True)
class Asked:
    """A question with the passages that prove its answer, and those that each ranking brings, as keys."""

    words: str
    proofs: frozenset[str]
    is_literal: bool
    rankings: tuple[list[Hit], ...]


def main() -> None:
    """Print a table a set, and the weight fitted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--dev", nargs="*", default=[])
    told = parser.parse_args()
    sets = {name: read(name) for name in dict.fromkeys((*told.sets, *told.dev))}
    ways: dict[str, Weights] = {"mots (BM25)": (1, 0, 0), "sens (e5)": (0, 0, 1), "les deux": SHIPPED}
    if told.dev:
        ways["réglé"] = best_weights([sets[name] for name in told.dev])
        print(
            f"réglé sur {sum(len(sets[name]) for name in told.dev)} questions : {ways['réglé']} ; livré : {SHIPPED}\n"
        )
    print("| questions | nombre | " + " | ".join(ways) + " |")
    print("|---|---|" + "---|" * len(ways))
    for name, asked in sets.items():
        for kind, wanted in (("toutes", None), ("littérales", True), ("reformulées", False)):
            kept = [one for one in asked if wanted in (None, one.is_literal)]
            shown = " | ".join(f"{mean(kept, way):.3f}" for way in ways.values())
            print(f"| {Path(name.partition('=')[0]).name}, {kind} | {len(kept)} | {shown} |")


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
    is_literal = len(stems & said) >= LITERAL * len(stems)
    rankings = tuple(library.rankings(row["question"], library.understand(row["question"]).terms))
    return Asked(row["question"], frozenset(map(_key, proofs)), is_literal, rankings)


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


def _key(span: Span) -> str:
    return passage_key(span.document_id, span.start, span.end)


def mean(asked: Sequence[Asked], weights: Weights) -> float:
    """Return the mean nDCG@10 of the fusion with some weights."""
    return sum(_ndcg(one, weights) for one in asked) / len(asked) if asked else 0.0


def _ndcg(one: Asked, weights: Weights) -> float:
    ranked = convex_combination(one.rankings, weights=weights, k=10)
    gain = sum(1 / log2(rank + 2) for rank, hit in enumerate(ranked) if hit.key in one.proofs)
    return gain / sum(1 / log2(rank + 2) for rank in range(min(10, len(one.proofs))))


def best_weights(sets: Sequence[Sequence[Asked]]) -> Weights:
    """Return the weights of the best mean over the sets, among those that beat both halves on each if there are any."""
    steps = [(own / 20, other / 20, (20 - own - other) / 20) for own in range(21) for other in range(21 - own)]
    halves = [max(mean(asked, (1, 0, 0)), mean(asked, (0, 0, 1))) for asked in sets]

    def worth(weights: Weights) -> tuple[bool, float]:
        means = [mean(asked, weights) for asked in sets]
        return all(found > half for found, half in zip(means, halves, strict=True)), sum(means)

    return max(steps, key=worth)


if __name__ == "__main__":
    main()
