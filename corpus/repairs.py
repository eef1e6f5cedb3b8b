"""Damage that optical recognition does to French typography, and how the damaged words are to be read.

A repair is certain or is not made. It is a layer: `document.text` is left as it is.
"""

import re

from corpus.types import Document, Repair, Span

_VOWEL = "aeiouyàâéèêëîïôûùhœæAEIOUYÉÈÊÀÂÎÔŒ"
_U_APOSTROPHE = re.compile(rf"\bl?U['’]{{1,2}}(?=[{_VOWEL}])")
_U_GLUED = re.compile(r"\bl?U(?=[aeiouéèêàâîôœh][a-zàâéèêëîïôûùç’']{2,})")
_LOST_L = re.compile(rf"(?<![\w'’»)])['’](?=[{_VOWEL}]\w)")
_EURO = re.compile(r"€(?=[a-zàâéèêëîïôûùç]{2,})")
_ACRONYM_AFTER_ELISION = re.compile(r"\b[lLdD]['’]([A-Z]{3,6})\b")
_ACCENTS = {
    "déja": "déjà",
    "trés": "très",
    "aprés": "après",
    "prés": "près",
    "progrés": "progrès",
    "succés": "succès",
    "intérét": "intérêt",
    "intéréts": "intérêts",
    "maniere": "manière",
    "manieres": "manières",
    "matiere": "matière",
    "matieres": "matières",
    "derniere": "dernière",
    "premiere": "première",
    "plutét": "plutôt",
    "bientét": "bientôt",
    "réle": "rôle",
    "réles": "rôles",
    "facon": "façon",
    "facons": "façons",
    "étre": "être",
    "méme": "même",
    "mémes": "mêmes",
    "tres": "très",
    "apres": "après",
}
_ACCENT_WORDS = re.compile(r"\b(?:" + "|".join(_ACCENTS) + r")\b", re.IGNORECASE)
_MINIMUM_SIGNS = 2


def find_repairs(text: str, document_id: str) -> tuple[Repair, ...]:
    """Return the certain repairs of a text, in order and without overlap; none unless it shows several signs."""
    found: dict[tuple[int, int], str] = {}
    for pattern in (_U_APOSTROPHE, _U_GLUED):
        found.update({match.span(): "l'" for match in pattern.finditer(text)})
    if len(found) < _MINIMUM_SIGNS:
        return ()
    found.update(_acronyms(text))
    for match in _LOST_L.finditer(text):
        if not re.match(r"[^\n'’]{2,30}['’](?!\w)", text[match.end() :]):
            found[match.span()] = "l'"
    found.update({match.span(): "é" for match in _EURO.finditer(text)})
    for match in _ACCENT_WORDS.finditer(text):
        found[match.span()] = _like(match[0], _ACCENTS[match[0].lower()])
    kept: list[Repair] = []
    for (start, end), reading in sorted(found.items()):
        if not kept or start >= kept[-1].span.end:
            kept.append(Repair(Span(document_id, start, end), reading))
    return tuple(kept)


def _acronyms(text: str) -> dict[tuple[int, int], str]:
    """Read `UAECT` as « l'AECT » when the same text also writes the acronym after a whole elision."""
    known = set(_ACRONYM_AFTER_ELISION.findall(text))
    if not known:
        return {}
    glued = re.compile(r"\b[UC]['’]?(?=(?:" + "|".join(sorted(known)) + r")\b)")
    return {match.span(): "l'" for match in glued.finditer(text)}


def _like(word: str, mended: str) -> str:
    return mended.capitalize() if word[:1].isupper() else mended


def reading(document: Document, span: Span) -> str:
    """Return a slice as it is meant to be read: repaired, on one line, without list or cell marks."""
    parts: list[str] = []
    at = span.start
    for repair in document.repairs:
        if repair.span.end <= at or repair.span.start < span.start:
            continue
        if repair.span.start >= span.end:
            break
        parts += [document.text[at : repair.span.start], repair.reading]
        at = repair.span.end
    parts.append(document.text[at : span.end])
    return " ".join(re.sub(r"^- ", "", "".join(parts), flags=re.MULTILINE).split())
