"""Notes at the end of a document: a numbered run whose numbers are all called, which hang on what calls them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.pdf.lines import CALL, END_OF_CALL
from corpus.pdf.part import Part

_CALL = re.compile(f"{CALL}[\\[(]?([^{END_OF_CALL}]*?)[\\])]?{END_OF_CALL}")
NOTE = re.compile(f"{CALL}?[\\[(]?(\\d{{1,3}}|\\*{{1,3}})[\\])]?{END_OF_CALL}?[.)]?\\s*")
_TITLE = re.compile(r"notes?(?: de (?:fin|bas de page)s?)?$|références$", re.IGNORECASE)
#: The arrow that leads back to the call, on a page that was printed.
_BACK = re.compile("\\s*[↩↑⤴]\ufe0e?$")


def with_endnotes(parts: Sequence[Part]) -> list[Part]:
    """Hang the notes of the end of a document on the parts that call them; without all their calls, they stay."""
    first = len(parts)
    while first and _is_note(parts[first - 1]):
        first -= 1
    notes = list(parts[first:])
    callers = {told: part for part in reversed(parts[:first]) for told in calls(part)}
    told = [match[1] for part in notes if (match := NOTE.match(part.text))]
    follows = all(int(after) == int(before) + 1 for before, after in pairwise(told))
    if not notes or not follows or not set(told) <= set(callers):
        return list(parts)
    for number, note in zip(told, notes, strict=True):
        hang(note, callers[number], number)
        note.text = _BACK.sub("", note.text)
    kept = list(parts[:first])
    if kept and kept[-1].kind == "heading" and _TITLE.match(kept[-1].text.strip()):
        kept.pop()
    return kept


def _is_note(part: Part) -> bool:
    match = NOTE.match(part.text) if part.kind in ("paragraph", "item") and not part.frame else None
    return match is not None and match[1].isdecimal() and match.end() < len(part.text)


def calls(part: Part) -> list[str]:
    """Return the numbers of the notes that a part calls."""
    return [call[1].strip("()[],") for call in _CALL.finditer(part.text)]


def hang(note: Part, caller: Part, told: str) -> None:
    """Set a note, without its number, on the part that calls it; the call goes."""
    match = NOTE.match(note.text)
    caller.notes.append(note)
    caller.text = _CALL.sub(lambda call: "" if call[1].strip("()[],") == told else call[0], caller.text)
    note.kind, note.mark, note.text = "note", told, note.text[match.end() if match else 0 :]
