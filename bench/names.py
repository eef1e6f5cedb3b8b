"""Score the comparison of people's names on labelled pairs, and tell what changed since the frozen figures.

Usage: python bench/names.py [--misses] [--freeze]

A pair is « same » when resolution groups its two forms, each in a document of its own or both in one, with the body
that each is held by. `bench/names/names.csv` holds the pairs, `bench/names/frozen.csv` the figures to compare with.
"""

import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import Span  # noqa: E402
from kg.resolve.forms import Form, person_words  # noqa: E402
from kg.resolve.people import cluster  # noqa: E402
from kg.types import Mention  # noqa: E402

PAIRS, FROZEN = ROOT / "bench/names/names.csv", ROOT / "bench/names/frozen.csv"


@dataclass(frozen=True)
class Judged:
    """A labelled pair and what resolution made of it."""

    left: str
    right: str
    kind: str
    same: bool
    grouped: bool


def judged_pairs() -> list[Judged]:
    """Return every pair with the verdict of resolution."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return [
            Judged(row["left"], row["right"], row["kind"], row["same"] == "1", _grouped(row))
            for row in csv.DictReader(lines)
        ]


def _grouped(row: dict[str, str]) -> bool:
    other = "a" if row["document"] == "same" else "b"
    forms = [_form(row["left"], "a", 0, row["left_body"]), _form(row["right"], other, 100, row["right_body"])]
    groups = cluster(forms)
    return len(groups) == 1 and len(groups[0]) == len(forms)


def _form(name: str, document: str, at: int, body: str) -> Form:
    words, title, titled = person_words(name)
    mention = Mention(Span(document, at, at + len(name)), "person", name, "bench/1")
    bodies = {body} if body else set()
    bare = len(words) < len(("given", "surname")) or titled
    return Form(document, "person", name, words, [mention], bodies, title, {mention.rule}, bare=bare)


def figures(pairs: list[Judged]) -> dict[str, tuple[int, int, int]]:
    """Return, for all pairs and for each kind: pairs, pairs grouped rightly, pairs grouped wrongly."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in pairs:
        for kind in ("all", pair.kind):
            found[kind][0] += 1
            found[kind][1] += pair.grouped and pair.same
            found[kind][2] += pair.grouped and not pair.same
    return {kind: (told[0], told[1], told[2]) for kind, told in sorted(found.items())}


def precision_and_recall(pairs: list[Judged]) -> tuple[float, float]:
    """Return precision and recall, in 0..1, of the verdict « same »."""
    right = sum(pair.grouped and pair.same for pair in pairs)
    return right / max(1, sum(p.grouped for p in pairs)), right / max(1, sum(p.same for p in pairs))


def frozen() -> dict[str, tuple[int, int, int]]:
    """Return the figures that were frozen."""
    with FROZEN.open(encoding="utf-8", newline="") as lines:
        return {r["kind"]: (int(r["pairs"]), int(r["right"]), int(r["wrong"])) for r in csv.DictReader(lines)}


def main(arguments: list[str]) -> None:
    """Print the figures and what differs from the frozen ones."""
    pairs = judged_pairs()
    precision, recall = precision_and_recall(pairs)
    print(f"{len(pairs)} pairs: precision {precision:.3f}, recall {recall:.3f}")
    found = figures(pairs)
    if "--freeze" in arguments:
        with FROZEN.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("kind", "pairs", "right", "wrong"))
            writer.writerows((kind, *told) for kind, told in found.items())
    before = frozen()
    for kind, told in found.items():
        change = "" if before.get(kind) == told else f"   was {before.get(kind)}"
        print(f"  {kind:40} {told[0]:4} pairs, {told[1]:4} joined rightly, {told[2]:3} wrongly{change}")
    if "--misses" in arguments:
        for pair in pairs:
            if pair.grouped != pair.same:
                print(f"  {'apart' if pair.same else 'JOINED'}  {pair.left} / {pair.right}  ({pair.kind})")


if __name__ == "__main__":
    main(sys.argv[1:])
