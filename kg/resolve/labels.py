"""How an entity is called: its label, its other forms, its id."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.extract.body_keys import body_key
from kg.extract.tokens import Token
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY
from kg.resolve.forms import is_shouted

#: How the mention of a department that acts is written until its authority is known.
_ACTING = "Département : "


def person_label(names: Counter[str]) -> str:
    """Return the name of a person: with a given name, the fullest that is read most, accents kept."""
    whole = {name: count for name, count in names.items() if _is_whole(name)}
    if not whole:
        longest = max(len(name.split()) for name in names)
        whole = {name: count for name, count in names.items() if len(name.split()) == longest}
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
    real = {name: count for name, count in names.items() if not name.startswith(_ACTING)}
    if not real:
        return sorted(names)[0].replace(_ACTING, "Département de ")
    known = dict(_of_their_kind(real))
    calm = {name: count for name, count in known.items() if not _is_acronym(name) and not is_shouted(name)}
    calm = calm or {name: count for name, count in known.items() if " " not in name or not is_shouted(name)} or known
    return max(sorted(calm), key=lambda name: (calm[name], _accents(name), len(name)))


def _of_their_kind(names: Mapping[str, int]) -> Mapping[str, int]:
    """Keep « Ville de … » among the names of a town; leave it out among those of another authority of its place."""
    towns = {name: count for name, count in names.items() if name.startswith("Ville ")}
    if not towns:
        return names
    kinds = {body_key(name).rpartition(":")[0] for name in names} - {""}
    return towns if kinds == {"ville"} else {name: count for name, count in names.items() if name not in towns}


def _is_acronym(name: str) -> bool:
    token = Token(name, 0, len(name))
    return " " not in name and (token.is_caps or sum(char.isupper() for char in name) >= 3)


def slug(label: str) -> str:
    """Return a label as the last part of an IRI: folded words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(label)).strip("-") or "sans-nom"


def aliases(label: str, forms: Sequence[str]) -> tuple[str, ...]:
    """Return the other written forms, sorted, the label apart."""
    return tuple(sorted({form for form in forms if form and form != label}))
