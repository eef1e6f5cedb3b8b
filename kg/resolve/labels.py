"""How an entity is called: its label, its other forms, its id."""

import re
from collections import Counter
from collections.abc import Sequence

from kg.extract.tokens import Token
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY
from kg.resolve.forms import is_shouted


def person_label(names: Counter[str]) -> str:
    """Return the name of a person: with a given name, the fullest that is read most, accents kept."""
    whole = {name: count for name, count in names.items() if _is_whole(name)} or names
    best = max(sorted(whole), key=lambda name: (whole[name], _accents(name), len(name)))
    head, _, rest = best.partition(" ")
    return rest if fold(head).rstrip(".") in COURTESY and " " in rest else best


def _is_whole(name: str) -> bool:
    words = name.replace("-", " ").split()
    return len(words) >= 2 and "." not in words[0] and fold(words[0]) not in COURTESY


def _accents(name: str) -> int:
    return sum(ord(char) > 127 for char in name)


def body_label(names: Counter[str]) -> str:
    """Return the name of an organisation: the long form before the acronym, running text before capitals."""
    real = {name: count for name, count in names.items() if not name.startswith("Département : ")} or names
    calm = {name: count for name, count in real.items() if not _is_acronym(name) and not is_shouted(name)}
    if not calm:
        calm = {name: count for name, count in real.items() if not (is_shouted(name) and " " in name)} or real
    best = max(sorted(calm), key=lambda name: (calm[name], _accents(name), len(name)))
    return (
        best
        if best in real and not best.startswith("Département : ")
        else best.replace("Département : ", "Département de ")
    )


def _is_acronym(name: str) -> bool:
    token = Token(name, 0, len(name))
    return " " not in name and (token.is_caps or sum(char.isupper() for char in name) >= 3)


def slug(label: str) -> str:
    """Return a label as the last part of an IRI: folded words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(label)).strip("-") or "sans-nom"


def aliases(label: str, forms: Sequence[str]) -> tuple[str, ...]:
    """Return the other written forms, sorted, the label apart."""
    return tuple(sorted({form for form in forms if form and form != label}))
