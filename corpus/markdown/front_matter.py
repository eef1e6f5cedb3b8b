"""The front matter of a Markdown file: YAML between two lines of dashes."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.dates import find_dates

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_FIELD = re.compile(r"^(\w{1,40})[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself: title, ISO date as precise as told, authors."""

    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return what the front matter tells, and the text below; a text without front matter is returned whole."""
    match = _FRONT_MATTER.match(text)
    fields = _fields(match[1]) if match else {}
    if not match or not fields:
        return FrontMatter(), text
    title = fields.get("titre") or fields.get("title")
    authors = fields.get("auteurs") or fields.get("auteur") or fields.get("authors") or fields.get("author") or ()
    told = FrontMatter(
        _line(title) or None,
        _date(fields.get("date") or fields.get("dates")),
        tuple(filter(None, map(_line, _listed(authors)))),
    )
    return told, text[match.end() :]


def _fields(yaml_text: str) -> dict[str, Any]:
    """Read the YAML; what is no YAML is read field by field, and aliases, which can grow without end, are not read."""
    import yaml

    if "&" not in yaml_text:
        try:
            found = yaml.load(yaml_text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (yaml.YAMLError, RecursionError, ValueError):
            found = None
        if isinstance(found, dict):
            return {str(key).lower(): value for key, value in found.items()}
    return {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(yaml_text)}


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [value.get("nom") or value.get("name") or ""]
    return [name for item in value for name in _listed(item)] if isinstance(value, list | tuple) else [value]


def _line(value: Any) -> str:
    return " ".join(str(value).split())[:300] if isinstance(value, str | int | float) else ""


def _date(value: Any) -> str | None:
    """Return an ISO date as precise as it is told; of several days, the first."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    told = str(value or "").strip()
    written = find_dates(told)
    return told if _ISO.fullmatch(told) else written[0].first if written else None
