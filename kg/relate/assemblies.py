"""The label of a meeting of a body: « Conseil municipal de Lens du 12 mars 2024 », « Assemblée générale de X … »."""

import re
from collections.abc import Sequence

from corpus import DateMention
from kg.extract.authorities import proper_run
from kg.extract.body_keys import body_key
from kg.extract.source import Source
from kg.extract.tokens import tokenise
from kg.lexicon.folding import fold
from kg.types import Mention

#: How far from the beginning of a document the body that meets is named.
_FRONT = 1500
#: How long a letterhead may be.
_LETTERHEAD = 300
#: The kind of authority that each council is of, as keys of authorities begin.
_AUTHORITY = {
    "municipal": ("ville",),
    "communautaire": ("communaute", "agglomeration", "metropole"),
    "metropolitain": ("metropole",),
    "departemental": ("departement",),
    "regional": ("region",),
}


def assembly_label(source: Source, kind: str, front: Sequence[DateMention], known: Sequence[Mention]) -> str:
    """Return « Kind of body du date »; the kind alone when neither stands at the front of the document."""
    words = _SPELT.get(kind) or " ".join(_ACCENTED.get(fold(word), word.lower()) for word in kind.split())
    body = _of_body(source, kind, known)
    if body and ("bureau" in words or words.startswith("réunion")):  # many in a year, and seldom told by their date
        return f"{words[:1].upper()}{words[1:]}{body}"
    day = f" du {source.document.text[front[0].start : front[0].end].lower()}" if front else ""
    return f"{words[:1].upper()}{words[1:]}{body}{day}"


_SPELT = {
    "AG": "Assemblée générale",
    "AGO": "Assemblée générale ordinaire",
    "AGE": "Assemblée générale extraordinaire",
}
#: Words that capitals often write without their accents.
_ACCENTED = {
    fold(word): word
    for word in "assemblée générale réunion comité départemental régional métropolitain d'école séance".split()
} | {"annueile": "annuelle"}  # as scanned pages write it


def _of_body(source: Source, kind: str, known: Sequence[Mention]) -> str:
    """Return « de Lens », « de la Communauté de communes du Val »: the body that meets, where the front names it."""
    authorities = next((keys for word, keys in _AUTHORITY.items() if word in fold(kind)), ())
    bodies = sorted(m for m in known if m.kind == "organisation" and m.span.start < _FRONT)
    bodies = [body for body in bodies if not _is_on_agenda(source, body)]
    for body in bodies:
        key, _, _ = body_key(body.name).rpartition(":")
        if authorities and key in authorities:
            return _short(body.name, kind)
    if authorities:
        return ""
    return _named_after(source, kind) or next(
        (linked(body.name) for body in bodies if _is_letterhead(source, body)), ""
    )


def _is_on_agenda(source: Source, body: Mention) -> bool:
    """Tell a body in the row of a table under the letterhead: what the meeting deals with."""
    unit = source.unit_at(body.span.start)
    return unit is not None and unit.block.kind == "row" and unit.start > _LETTERHEAD


def _short(name: str, kind: str) -> str:
    """Return « de Lens » for the council of « Ville de Lens », the whole name of another authority."""
    return name.removeprefix("Ville") if "municipal" in fold(kind) else linked(name)


_MASCULINE = frozenset(
    "collectif comite conseil reseau syndicat club centre groupe mouvement foyer departement pole".split()
)
_FEMININE = frozenset(
    "communaute metropole region federation ligue maison societe fondation confederation coordination".split()
)


def linked(name: str) -> str:
    """Return « du Collectif X », « de la Fédération Y », « de l'Association Z », « des Amis de W », « de Cigale »."""
    head = fold(name).split()[0]
    if head in ("le", "les"):
        return f" du {name[3:]}" if head == "le" else f" des {name[4:]}"
    if head in _MASCULINE:
        return f" du {name}"
    if head in _FEMININE:
        return f" de la {name}"
    if re.match(r"[aeiouyàâéèêëîïôûùhœ]", name, re.IGNORECASE):
        return f" de l'{name}" if " " in name or name.isupper() else f" d'{name}"
    return f" de {name}"


def _named_after(source: Source, kind: str) -> str:
    """Return « de l'association Rive » where it follows the kind at the front."""
    text = source.document.text[:_FRONT]
    for match in re.finditer(
        rf"{re.escape(kind)}(?: (?:ordinaire|extraordinaire))? ((?:de la |de l['’]|du |des |de |d['’])"
        r"(?:[a-zéè]+ )?)(?=[A-ZÀ-Ý])",
        text,
        re.IGNORECASE,
    ):
        tokens = tokenise(text, match.end(), min(len(text), match.end() + 80))
        last = proper_run(tokens, 0)
        if last:
            return f" {match[1].lower()}{' '.join(text[match.end() : tokens[last - 1].end].split())}"
    return ""


def _is_letterhead(source: Source, body: Mention) -> bool:
    """Tell the body that stands alone on one of the first lines, or begins it: « CIRB – notes »."""
    text = source.document.text
    start = text.rfind("\n", 0, body.span.start) + 1
    end = text.find("\n", body.span.end)
    line = text[start : end if end >= 0 else len(text)].strip("*#_ \t")
    alone = len(line) <= body.span.end - body.span.start + 12
    first = body.span.start <= start + 3 and bool(re.match(r"\s+[-–—|:]\s", text[body.span.end : body.span.end + 3]))
    return body.span.start < _LETTERHEAD and (alone or first)
