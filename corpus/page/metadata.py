"""What a page tells of itself: its date and its authors, in its head, in its data for search engines, in its links."""

import json
import re
from typing import TYPE_CHECKING, Any

from corpus.page.text import squeezed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DATES = (
    "meta[property='article:published_time']",
    "meta[name='DC.date']",
    "meta[name='dcterms.date']",
    "meta[name='date']",
    "meta[itemprop='datePublished']",
    "time[datetime]",
)
_AUTHORS = "meta[name='author'], meta[name='DC.creator'], meta[name='dcterms.creator'], meta[property='article:author']"
_ISO = re.compile(r"(?:19|20)\d{2}-\d{2}(?:-\d{2})?")
_LINKED_DATA = "script[type='application/ld+json']"
_MOST_AUTHORS, _LONGEST_NAME, _LONGEST_DATA = 20, 120, 100_000


def told_date(page: "LexborHTMLParser") -> str | None:
    """Return the date of publication, as an ISO date as precise as it is told."""
    for selector in _DATES:
        node = page.css_first(selector)
        told = (node.attributes.get("content") or node.attributes.get("datetime") or "") if node else ""
        if match := _ISO.match(told.strip()):
            return match[0]
    for told in _linked(page, "datePublished"):
        if isinstance(told, str) and (match := _ISO.match(told)):
            return match[0]
    return None


def told_authors(page: "LexborHTMLParser") -> tuple[str, ...]:
    """Return the names of those who signed the page; an address is no name."""
    names = [node.attributes.get("content") or "" for node in page.css(_AUTHORS)]
    if not any(map(_is_name, names)):
        names = [str(told.get("name") or "") for told in _linked(page, "author") if isinstance(told, dict)]
    if not any(map(_is_name, names)):
        names = [node.text() for node in page.css("a[rel~='author'], [itemprop='author'], .vcard.author")]
    found = dict.fromkeys(squeezed(name) for name in names if _is_name(name))
    return tuple(found)[:_MOST_AUTHORS]


def _is_name(told: str) -> bool:
    return 1 < len(told.strip()) <= _LONGEST_NAME and "://" not in told and "@" not in told


def _linked(page: "LexborHTMLParser", key: str) -> list[Any]:
    """Return the values of a key in the data that a page has for search engines, one for each thing told."""
    found: list[Any] = []
    for node in page.css(_LINKED_DATA):
        things = _things(node)
        values = [thing.get(key) for thing in things if isinstance(thing, dict)]
        found += [one for value in values for one in (value if isinstance(value, list) else [value])]
    return found


def _things(node: "LexborNode") -> list[Any]:
    told = node.text()
    if len(told) > _LONGEST_DATA:
        return []
    try:
        data = json.loads(told)
    except (ValueError, RecursionError):
        return []
    graph = data.get("@graph") if isinstance(data, dict) else data
    return [*(graph if isinstance(graph, list) else []), data]
