"""How much of the annotations of a set of documents is found: shares in 0..1, document by document."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index import fold

Row = dict[str, Any]
Told = Mapping[str, list[Row]]


def gold(folder: Path, name: str) -> list[Row]:
    """Return the rows of one file of annotations."""
    rows: list[Row] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))[name]
    return rows


@dataclass(frozen=True, slots=True)
class Shares:
    """Precision and recall; nothing wanted or found counts as right."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.wanted)


def plain(name: str) -> str:
    """Fold a name to lower-case words without accents or marks."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


def forms(row: Row) -> set[str]:
    """Return the ways to write what a row annotates."""
    acronyms: Iterable[str] = row.get("acronyms", ())
    return {plain(name) for name in (row["canonical"], *(v["surface"] for v in row["variants"]), *acronyms)}


def entities(told: Told, rows: list[Row]) -> Shares:
    """Compare people or organisations: each annotated one once in each of its documents, others are wrong."""
    right = found = wanted = 0
    for doc, entities_told in told.items():
        here = {row["canonical"]: row for row in rows if doc in row["docs"]}
        low = {name for name, row in here.items() if row["confidence"] == "low"}
        seen: set[str] = set()
        for entity in entities_told:
            names = {plain(name) for name in (entity["label"], *entity["aliases"])}
            match = next((name for name, row in here.items() if names & forms(row)), None)
            if match in low:
                continue
            found += 1
            right += match is not None and match not in seen
            seen |= {match} if match else set()
        wanted += len(here.keys() - low)
    return Shares(right, found, wanted)


def events(told: Told, rows: list[Row]) -> Shares:
    """Compare events and sessions by the words of their names: half of the shorter one's shared."""
    right = found = 0
    for doc, events_told in told.items():
        left = [set(plain(row["name"]).split()) for row in rows if row["doc"] == doc]
        for event in events_told:
            words = set(plain(event["label"]).split())
            best = max(left, key=lambda other: len(words & other) / len(words | other), default=None)
            found += 1
            if best is not None and len(words & best) >= max(1, 0.5 * min(len(words), len(best))):
                left.remove(best)
                right += 1
    return Shares(right, found, len(rows))


def quotations(told: Told, rows: list[Row], names: Mapping[str, set[str]]) -> tuple[Shares, Shares]:
    """Compare quotations by their words (`quote` in a row), then those with a named speaker by the speaker."""
    found = right = named = rightly = 0
    for doc, quotations_told in told.items():
        here = [row for row in rows if row["doc"] == doc]
        for quotation in quotations_told:
            text = plain(quotation["text"])
            match = next((row for row in here if _same(text, plain(row["quote"]))), None)
            if match is not None and match["confidence"] == "low":
                continue
            found += 1
            right += match is not None
            if quotation["speaker_label"]:
                named += 1
                speaker = match["speaker"] if match else None
                rightly += plain(quotation["speaker_label"]) in names.get(speaker or "", set())
    high = [row for row in rows if row["confidence"] == "high"]
    return Shares(right, found, len(high)), Shares(rightly, named, sum(row["speaker"] is not None for row in high))


def _same(text: str, other: str) -> bool:
    """Tell words of which one holds the other, or which share a third of their words in one run."""
    if text in other or other in text:
        return True
    first, second = text.split(), other.split()
    size = max(3, min(len(first), len(second)) // 3)
    runs = {tuple(first[at : at + size]) for at in range(len(first) - size + 1)}
    return any(tuple(second[at : at + size]) in runs for at in range(len(second) - size + 1))
