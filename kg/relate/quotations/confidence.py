"""How often each rule is right: counted on texts whose speakers are known, never guessed.

`measured.json` holds, for every rule, how many attributions it made and how many were right, on the marked cases of
`tests/` and on nine sets of annotated documents; `python bench/quotations.py --write` counts them again and rewrites
`docs/citations.md`, where the table stands. The confidence of a rule is the mean of its beta posterior: its right and
made attributions, added to those of a prior of `WEIGHT` cases with the precision of all rules together, so that
a rule seen twice is not believed to be perfect (empirical Bayes; Casella, The American Statistician 39, 1985).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.types import Quotation

PATH = Path(__file__).parent / "measured.json"
#: How many cases the opinion before any measure weighs.
WEIGHT = 4
#: Below this confidence an attribution names nobody, unless the user asks otherwise; the precision of what is then
#: named is in docs/citations.md.
DEFAULT = 0.86


@cache
def measured() -> dict[str, tuple[int, int]]:
    """Return the attributions by rule that name somebody, right and made, of the cases and the documents together."""
    counts: dict[str, tuple[int, int]] = {}
    for part in json.loads(PATH.read_text(encoding="utf-8"))["rules"].values():
        for rule, (right, made, *_) in part.items():
            before = counts.get(rule, (0, 0))
            counts[rule] = before[0] + right, before[1] + made
    return counts


@cache
def confidence_of(rule: str) -> float:
    """Return the confidence of a rule, in 0..1; a rule never measured has that of all rules together."""
    right, made = measured().get(rule, (0, 0))
    all_right, all_made = (sum(counts) for counts in zip(*measured().values(), strict=True))
    return float(round((right + WEIGHT * all_right / all_made) / (made + WEIGHT), 3))


def sure(quotations: Iterable[Quotation], floor: float) -> Iterator[Quotation]:
    """Give the quotations back, without the speaker where the confidence is below `floor` (0..1)."""
    for quotation in quotations:
        doubtful = quotation.speaker is not None and quotation.confidence < floor
        yield replace(quotation, speaker=None) if doubtful else quotation
