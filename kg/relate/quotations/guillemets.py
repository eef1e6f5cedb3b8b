"""Stretches of text between guillemets of every kind, made robust against marks that are missing or astray."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.regex import regex

_OPEN = ("«", "“", "„", "‹", "<<")
_MARK = regex(r"[«»“”„‹›\"]|<<|>>|''")
_STRAIGHT = regex(r"\"|''")
_TRIM = ' \t\n\xa0\u202f\u2009*_«»“”„‹›"'
#: « …, explique Ada Blanc. » or « …, explique-t-elle. » at the end of a stretch that was never closed.
_FINAL_INCISE = regex(
    r",\s+(?:a |ont |s'|s’)?[a-zàâéèêëîïôûç]+(?:-t)?(?:-(?:il|elle|on|ils|elles)\b|\s+(?:l[ea]s? |l['’]|M\. |Mme )?"
    r"[A-ZÀÂÉÈÊËÎÏÔÛÇ\w][\w’'-]+)[^,;.]{0,80}\.?\s*$|"
    r",\s+(?:a |ont |s'|s’)?[a-zàâéèêëîïôûç]+\s+(?:l[ea]s? |l['’]|M\. |Mme )?[A-ZÀÂÉÈÊËÎÏÔÛÇ][\w’'-]+"
    r"(?:\s[A-ZÀÂÉÈÊËÎÏÔÛÇ][\w’'-]+){0,3},[^,;.]{3,60}\.?\s*$"
)
_SPEECH_AFTER_CLOSE = regex(r"\s*,?\s*[a-zàâéèêëîïôûç]+(?:-t)?(?:-(?:il|elle|on)\b|\s+[A-ZÀÂÉÈÊËÎÏÔÛÇ])")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two guillemets: `open`–`close` with the marks, `start`–`end` without."""

    open: int
    close: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of prose blocks without a heading between them: their places in the text."""

    blocks: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first block starts."""
        return self.blocks[0][0]

    @property
    def end(self) -> int:
        """Where the last block ends."""
        return self.blocks[-1][1]


class _Scan:
    """A left-to-right reading of the marks of one stretch."""

    def __init__(self, text: str, stretch: Stretch) -> None:
        self.text, self.stretch = text, stretch
        self.starts = {start for start, _ in stretch.blocks}
        self.marks = list(self._marks())
        self.found: list[Quoted] = []

    def _marks(self) -> Sequence[tuple[int, int, str]]:
        """Give every mark its side; straight marks go by pairs inside a block, a closing mark on a bullet is none."""
        marks: list[tuple[int, int, str]] = []
        for start, end in self.stretch.blocks:
            straight = [m.start() for m in _STRAIGHT.finditer(self.text, start, end)]
            paired = {at: "«" if i % 2 == 0 else "»" for i, at in enumerate(straight[: len(straight) // 2 * 2])}
            low = self.text.find("„", start, end) >= 0
            for match in _MARK.finditer(self.text, start, end):
                if _STRAIGHT.match(match[0]):
                    side = paired.get(match.start(), "")
                else:
                    side = "»" if low and match[0] == "“" else self._side(match, start)
                if side:
                    marks.append((match.start(), match.end(), side))
        return marks

    def _side(self, match: re.Match[str], block_start: int) -> str:
        if match[0] in _OPEN:
            return "«"
        line = self.text.rfind("\n", 0, match.start()) + 1
        is_bullet = not self.text[max(line, block_start) : match.start()].strip()
        return "" if is_bullet else "»"

    def read(self) -> list[Quoted]:
        at = 0
        while at < len(self.marks):
            at = self._pair(at) if self.marks[at][2] == "«" else at + 1
        return self.found

    def _pair(self, first: int) -> int:
        """Find the end of the stretch opened by a mark; return the index of the mark to go on with."""
        opened, inside, _ = self.marks[first]
        depth, at = 1, first + 1
        while at < len(self.marks):
            start, end, side = self.marks[at]
            if side == "«":
                if self._was_left_open(inside, start):
                    break
                depth += 1
            elif not self._is_stray(at, inside):
                closes_all = depth > 1 and not self._next_closes(at)
                depth = 0 if closes_all else depth - 1
                if depth == 0:
                    self._add(opened, end, inside, start)
                    return at + 1
            at += 1
        stop = self._left_open_end(inside, self.marks[at][0] if at < len(self.marks) else self.stretch.end)
        self._add(opened, stop, inside, stop)
        return next((i for i in range(first + 1, len(self.marks)) if self.marks[i][0] >= stop), len(self.marks))

    def _was_left_open(self, inside: int, start: int) -> bool:
        """Tell a quotation that was never closed from one that holds another."""
        between = self.text[inside:start]
        if start in self.starts or self.text[:start].rstrip(" -").endswith("\n\n"):
            return True
        sentence_end = re.search(r"[.!?…]\s*$", between)
        return bool(sentence_end and (_FINAL_INCISE.search(between) or "\n\n" in between))

    def _is_stray(self, at: int, inside: int) -> bool:
        """A close followed by lower case, when another close comes before any opening."""
        _, end, _ = self.marks[at]
        if not self._next_closes(at) or _SPEECH_AFTER_CLOSE.match(self.text, end):
            return False
        follows = re.match(r"\s*([a-zàâéèêëîïôûç])", self.text[end : self.stretch.end])
        return (
            bool(follows)
            and self.marks[at + 1][0] - end < 600
            and not re.search(r"[.!?]\s*$", self.text[inside : end - 1])
        )

    def _next_closes(self, at: int) -> bool:
        return at + 1 < len(self.marks) and self.marks[at + 1][2] == "»"

    def _left_open_end(self, inside: int, limit: int) -> int:
        """End what was never closed at a final incise, else with its block."""
        block_end = next(end for start, end in self.stretch.blocks if start <= inside <= end)
        stop = min(block_end, limit)
        incise = _FINAL_INCISE.search(self.text[inside:stop].rstrip())
        return inside + incise.start() if incise else stop

    def _add(self, opened: int, close: int, start: int, end: int) -> None:
        while start < end and self.text[start] in _TRIM:
            start += 1
        while end > start and self.text[end - 1] in _TRIM:
            end -= 1
        if end > start:
            self.found.append(Quoted(opened, close, start, end))


def quoted(text: str, stretch: Stretch) -> list[Quoted]:
    """Return what stands between guillemets in a stretch, outermost marks only, in order, without overlap.

    A mark left open ends at a final incise (« …, explique Ada. ») or with its block; a closing mark followed by lower
    case and another closing mark is ignored; nested marks closed once are closed together.
    """
    return _Scan(text, stretch).read()
