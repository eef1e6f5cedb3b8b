"""What a sentence joins by commas and « et »: its parts, the words before the first and after the last left out."""

import re
from collections.abc import Iterator

from index import fold, fold_evenly
from kg.regex import regex

#: Marks that part the clauses of a sentence.
_CLAUSE = regex(r"[^.;:!?«»()…\n]+(?:\n(?!\n)[^.;:!?«»()…\n]+)*")
_JOINT = regex(r"\s*,\s*(?:(?:et|ou|puis|ni|enfin)\s+)?|\s+(?:et|ou|puis|ni|ainsi que)\s+")
_LAST = regex(r"(?:\bet|\bou|\bpuis|\bni|\benfin|\bainsi que)\s+$")
#: How a part may begin, in folded words: parts that are joined begin alike.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, regex(shape))
    for name, shape in (
        ("to", r"(?:a la |a l'|au |aux |a )(?=\w)"),
        ("of", r"(?:de la |de l'|du |des |de |d')(?=\w)"),
        ("in", r"(?:en|dans) (?=\w)"),
        ("by", r"par (?=\w)"),
        ("with", r"(?:avec|sans|pour|sur|contre|chez|entre) (?=\w)"),
        ("what", r"(?:ce qu[ei]?|celles?|ceux|celui|qu[ei]?|comment|combien|ou|quand|si|pourquoi)\b"),
        ("own", r"(?:mon|ma|mes|son|sa|ses|leurs?|notre|nos|votre|vos|ce|cet|cette|ces) (?=\w)"),
        ("the", r"(?:le |la |les |l')(?=\w)"),
        (
            "one",
            r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|mille|plusieurs"
            r"|quelques|aucune?|\d[\d ]*) (?=\w)",
        ),
        ("do", r"(?:ne (?:pas|plus|jamais) )?(?:s'|se |y |en )?\w{2,}(?:er|ir|oir|re)(?= |$)"),
    )
)
#: Of these, kinds that may stand for one another.
_ALIKE = ({"the", "one", "own", "of"}, {"to", "in"})
#: How many words a part has at most, and how many parts there are at least.
WORDS, PARTS = 14, 2
#: What goes on after the last part and is no part of it.
_GOES_ON = regex(
    r"\s(?:afin|pour que|parce|puisque|car|alors que|tandis que|depuis que|avant de|apres avoir|lorsque|quand)\b"
)

#: The verb of which the parts are the subject.
_VERB = regex(
    r"(?P<part>(?:(?!\b(?:qui|que|dont|ou)\b).)+?)\s(?:n'|ne |se |s')?"
    r"(?:sont|ont|etaient|avaient|seront|peuvent|doivent)\b"
)

Slice = tuple[int, int]


def coordinated(text: str) -> Iterator[list[Slice]]:
    """Yield the slices of each run of parts that a text joins, the last by « et », « ou », « puis »."""
    for clause in _CLAUSE.finditer(text):
        parts = _alike(clause[0])
        if len(parts) > PARTS and text[: clause.start()].rstrip().endswith(":"):
            yield [(clause.start() + start, clause.start() + end) for start, end in parts]
            continue
        yield from ([(clause.start() + start, clause.start() + end) for start, end in run] for run in _runs(clause[0]))


def _runs(clause: str) -> Iterator[list[Slice]]:
    joints = [joint.span() for joint in _JOINT.finditer(clause)]
    lasts = [at for at, joint in enumerate(joints) if _LAST.search(fold(clause[slice(*joint)]))]
    bounds = [0, *(at for joint in joints for at in joint), len(clause)]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    kinds = {_kind(clause[slice(*part)]) for part in parts[1:]}
    if not lasts and len(parts) > PARTS and len(kinds) == 1 and not kinds & {"bare", "name"}:
        lasts = [len(joints) - 1]  # « des ouvriers, des mères seules, des gens de nuit »
    done = -1
    for last in lasts:
        first = last  # then what is joined by commas before, back to a part that begins otherwise
        kind = _kind(clause[slice(*parts[last + 1])])
        while first > done + 1 and first - 1 not in lasts and _is_like(clause, parts[first], kind):
            first -= 1
        opening = _opening(clause, parts[first], kind)
        run = ([opening] if opening else []) + parts[first + 1 : last + 2]
        run[-1] = _closed(clause, run[-1])
        run = [one for one in run if clause[slice(*one)].strip()]
        if len(run) > PARTS or (len(run) == PARTS and opening):
            yield [_bare(clause, one) for one in run]
            done = last


def _alike(clause: str) -> list[Slice]:
    """Return the parts of a clause that is nothing but parts: what stands after a colon."""
    bounds = [0, *(at for joint in _JOINT.finditer(clause) for at in joint.span()), len(clause)]
    return [_bare(clause, one) for one in zip(bounds[::2], bounds[1::2], strict=True) if clause[slice(*one)].strip()]


def _kind(part: str) -> str:
    words = fold(part).strip()
    return next(
        (name for name, shape in _KINDS if shape.match(words)), "name" if part.strip()[:1].isupper() else "bare"
    )


def _same(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kinds for kinds in _ALIKE)


def _is_like(clause: str, part: Slice, kind: str) -> bool:
    """Tell a part that is whole: it begins as the last does, and no other of that beginning is in it."""
    own = _kind(clause[slice(*part)])
    opening = _opening(clause, part, kind) if own != kind else None
    return _same(kind, own) and _short(clause, part) and (opening is None or opening[0] == part[0])


def _short(clause: str, part: Slice) -> bool:
    return 0 < len(clause[slice(*part)].split()) <= WORDS


def _opening(clause: str, part: Slice, kind: str) -> Slice | None:
    """Return the part of the first slice that begins as the others do: the nearest one that no preposition leads to."""
    text = clause[slice(*part)]
    plain = fold_evenly(text)
    starts = [0, *(match.end() for match in re.finditer(r"\s+|(?<=\w)['’](?=\w)", text))]
    fitting = [at for at in starts if _same(kind, _kind(text[at:])) and len(text[at:].split()) <= WORDS]
    exact = [at for at in fitting if _kind(text[at:]) == kind and not _is_led(plain[:at], kind)]
    loose = [at for at in fitting if not _is_led(plain[:at], kind)]
    loose = [at for at in loose if not at or kind == "of" or _kind(text[at:]) != "of"] or loose  # « un abri de pierre »
    if kind in ("bare", "name"):
        return _after_verb(text, part, kind)
    at = (exact or loose or fitting or [-1])[-1 if kind not in ("of",) else 0]
    return (part[0] + at, part[1]) if at >= 0 else None


def _is_led(before: str, kind: str) -> bool:
    """Tell an article that a preposition leads to: « la gare » of « le terrain de la gare »."""
    return kind in ("the", "one", "own") and bool(
        re.search(r"(?:\b(?:de|a|par|dans|sur|avec|pour|contre|chez|sous|vers|en|entre)\s|\bd')$", before)
    )


def _after_verb(text: str, part: Slice, kind: str) -> Slice | None:
    """Return the last words of a slice before bare nouns or names: those after a colon, a preposition or a verb."""
    if kind == "name":
        found = re.search(r"[A-ZÀ-Ý][\w'’-]*(?:\s(?:de |du |des |la |le |d['’]|l['’])?[A-ZÀ-Ý][\w'’-]*)*\s*$", text)
        return (part[0] + found.start(), part[1]) if found else None
    if len(text.split()) <= 2:
        return part
    led = re.search(
        r".*\b(?:de|d['’]|du|des|en|avec|sans|a|ont|est|sont|et|entre|par|pour)\s(?=\w+(?:\s\w+)?\s*$)", text
    )
    last = re.search(r"\S+\s*$", text)
    return (part[0] + led.end(), part[1]) if led else (part[0] + last.start(), part[1]) if last else None


def _closed(clause: str, part: Slice) -> Slice:
    words = fold_evenly(clause[slice(*part)])
    more = _GOES_ON.search(words)
    if more:
        return part[0], part[0] + more.start()
    verb = _VERB.match(words)
    return (part[0], part[0] + verb.end("part")) if verb else part


def _bare(clause: str, part: Slice) -> Slice:
    text = clause[slice(*part)]
    return part[0] + len(text) - len(text.lstrip()), part[0] + len(text.rstrip(" *_"))
