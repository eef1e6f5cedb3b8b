"""Given names and their usual gender."""

from functools import lru_cache
from importlib.resources import files

import index
from kg.lexicon.folding import fold
from kg.lexicon.functions import Gender


@lru_cache(maxsize=1)
def given_names() -> dict[str, Gender | None]:
    """Return the known given names, folded, with their usual gender (`None` for either)."""
    listed = (files("kg.lexicon") / "given_names.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in index.fold(listed).splitlines() if not line.startswith("#")]
    return {name: "f" if gender == "f" else "m" if gender == "m" else None for name, gender in rows}


def is_given_name(word: str) -> bool:
    """Tell a known given name, single or joined by hyphens (« Jean-Louis »)."""
    known = given_names()
    parts = [part for part in fold(word).split("-") if part]
    return bool(parts) and (fold(word) in known or all(part in known for part in parts))


def gender_of(given: str) -> Gender | None:
    """Return the usual gender of a person by the first of their given names that tells it."""
    known = given_names()
    for part in fold(given).replace("-", " ").split():
        if part in known:
            return known[part]
    return None
