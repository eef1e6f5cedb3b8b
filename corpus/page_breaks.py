"""Page breaks of a plain text: page numbers and running heads go, and the sentence or word that they cut is whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_NUMBER = re.compile(
    r"[ \t]*(?P<told>page|p\.|[-–—|])?[ \t]*(?P<number>\d{1,4})[ \t]*(?:(?P<of>/|sur|de)[ \t]*\d{1,4}|[-–—|.])?[ \t]*$",
    re.IGNORECASE,
)
#: A running head and the number of its page on one line: « Forum des eaux      page 2 », « 2 | Forum des eaux ».
_HEADED = re.compile(
    r"[ \t]*(?P<head>[^\W\d].{1,110}?)(?:[ \t]{2,}[|–—-]?[ \t]*|[ \t]*[|–—-][ \t]*)(?P<told>page[ \t]*|p\.[ \t]*)"
    r"(?P<number>\d{1,4})(?:[ \t]*(?P<of>/|sur|de)[ \t]*\d{1,4})?[ \t]*$"
    r"|[ \t]*(?P<first>\d{1,4})(?:[ \t]{3,}|[ \t]*\|[ \t]*)(?P<after>[^\W\d].{1,110})$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
#: Lines on each side of a page break among which running heads and feet are looked for.
_DEPTH = 2
_LONGEST = 120
#: Pages are known by as many numbers one after the other, or by fewer when they say so, or when a head stands there.
_FEWEST, _FEWEST_TOLD = 3, 2


def without_page_breaks(text: str) -> str:
    r"""Return a text without the numbers and the running heads of its pages; a form feed is a page break too.

    Lone numbers are those of pages when they follow one another and stand between blank lines.
    """
    lines = text.split("\n")
    numbers = _page_numbers(lines)
    breaks = sorted({*numbers, *(at for at, line in enumerate(lines) if "\f" in line)})
    if not breaks:
        return text
    gone = set(numbers)
    heads = _repeated(lines, breaks, gone)
    if len(numbers) < _FEWEST and not heads and not _says_so(lines, numbers):
        gone = set()
    gone |= heads
    kept: list[str] = []
    for at, line in enumerate(lines):
        if at in gone:
            line = ""
        kept += line.split("\f") if "\f" in line else [line]
    return _joined(kept)


def _page_numbers(lines: Sequence[str]) -> list[int]:
    """Return the longest run of numbers that follow one another, lone or beside the same running head."""
    best: list[int] = []
    runs: dict[tuple[str, int], list[int]] = {}
    for at, line in enumerate(lines):
        found = _numbered(line)
        if found is None or not _stands_alone(lines, at):
            continue
        head, number = found
        run = [*runs.pop((head, number - 1), []), at]
        runs[found] = run
        best = run if len(run) > len(best) else best
    return best if len(best) >= _FEWEST_TOLD else []


def _numbered(line: str) -> tuple[str, int] | None:
    """Return the running head of a line, empty for a lone number, with the number of its page."""
    if len(line) < 90 and (lone := _NUMBER.match(line)):
        return "", int(lone["number"])
    headed = _HEADED.match(line) if len(line) <= _LONGEST and line[-1:].strip() else None
    if headed is None:
        return None
    head = " ".join((headed["head"] or headed["after"]).casefold().split())
    return head, int(headed["number"] or headed["first"])


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Tell a line with a blank one, a page break or the end of the text on both sides."""
    above, below = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
    is_set_in = lines[at][:1] in (" ", "\t", "-", "–", "—", "\f")
    return (not above.strip() or is_set_in) and (not below.strip() or "\f" in below)


def _says_so(lines: Sequence[str], numbers: Sequence[int]) -> bool:
    found = [_NUMBER.match(lines[at]) or _HEADED.match(lines[at]) for at in numbers]
    return all(match and (match["told"] or match["of"]) for match in found)


def _repeated(lines: Sequence[str], breaks: Sequence[int], numbers: set[int]) -> set[int]:
    """Return the lines around page breaks that come back at two breaks, and at half of them."""
    around = set(_around(lines, breaks, numbers))
    counted = Counter(key for _, key in around)
    often = {key for key, count in counted.items() if count >= max(2, len(breaks) / 2)}
    return {at for at, key in around if key in often}


def _around(lines: Sequence[str], breaks: Sequence[int], numbers: set[int]) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the first lines above and below each page break, with the side and the words, whatever their numbers."""
    for at in breaks:
        for side in (-1, 1):
            step, found = at + side if at in numbers else at + min(side, 0), 0
            while 0 <= step < len(lines) and found < _DEPTH and abs(step - at) <= 6:
                words = " ".join(lines[step].split())
                if words and step not in numbers:
                    found += 1
                    if len(words) <= _LONGEST and any(sign.isalpha() for sign in words):
                        yield step, (side, _DIGITS.sub("#", words.casefold()))
                step += side


def _joined(lines: Sequence[str]) -> str:
    """Join the lines; a word that a page break cuts at its hyphen stands on two lines, without the blank ones."""
    kept: list[str] = []
    blanks = 0
    for line in lines:
        if not line.strip():
            blanks += 1
            continue
        cut = bool(kept and re.search(r"[^\W\d_][-\u00ad]$", kept[-1]) and line.lstrip()[:1].islower())
        kept += [] if cut else [""] * blanks
        kept.append(line)
        blanks = 0
    return "\n".join([*kept, *[""] * blanks])
