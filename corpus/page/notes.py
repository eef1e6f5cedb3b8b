"""The footnotes of a page: a call links to a note, which links back to the call."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡]{1,3}|[a-z]|[ivx]{1,5})[\])]?\s*$")
_BACK = re.compile(
    r"\s*(?:[↩↑⇑⤴^]\ufe0e?|[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[a-z]|[ivx]{1,5})[\])]?[.:]?|retour|back)\s*$", re.IGNORECASE
)
_HOLDERS = frozenset("li p div aside dd section".split())
#: A note is not looked for among more links than this: a page of links is no report.
_MOST_LINKS = 2000
_HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Notes:
    """The marks of the notes of a page by the element that holds each, and the calls and back links, to be left out."""

    marks: dict[int, str] = field(default_factory=dict)
    links: frozenset[int] = frozenset()


def find_notes(root: "LexborNode") -> Notes:
    """Return the notes that links tie to their calls, both ways; a link one way only is an ordinary one."""
    links = [link for link in root.css("a[href^='#']") if link.text()[:9].strip()][: _MOST_LINKS + 1]
    if not links or len(links) > _MOST_LINKS:
        return Notes()
    places = _places(root)
    marks: dict[int, str] = {}
    left_out: set[int] = set()
    for call in links:
        mark, back = _MARK.match(call.text()[:9]), places.get(_target(call))
        holder = _holder(back) if mark and back is not None else None
        if mark is None or holder is None or call.mem_id in left_out:
            continue
        returns = _back_links(holder, _names(call))
        if returns:
            marks.setdefault(holder.mem_id, mark[1])
            left_out |= {call.mem_id, *returns}
    return Notes(marks, frozenset(left_out))


def _places(root: "LexborNode") -> dict[str, "LexborNode"]:
    """Return the first element of each id or name that a link may lead to."""
    places: dict[str, LexborNode] = {}
    for node in root.css("[id], a[name]"):
        for key in ("id", "name"):
            if told := node.attributes.get(key):
                places.setdefault(told, node)
    return places


def _target(link: "LexborNode") -> str:
    return (link.attributes.get("href") or "#")[1:]


def _names(call: "LexborNode") -> set[str]:
    """Return the names by which a note may lead back to a call: its own, and those of what holds it or it holds."""
    nodes = [call, *call.css("[id], [name]")]
    if call.parent is not None and call.parent.tag in ("sup", "span"):
        nodes.append(call.parent)
    found = {node.attributes.get(key) for node in nodes for key in ("id", "name")}
    return {name for name in found if name}


def _holder(node: "LexborNode") -> "LexborNode | None":
    """Return the block that a note fills: the place that its call leads to, or what holds that place."""
    above: LexborNode | None = node
    for _ in range(_HIGHEST):
        if above is None or above.tag in _HOLDERS:
            return above
        above = above.parent
    return None


def _back_links(holder: "LexborNode", names: set[str]) -> list[int]:
    links = [link for link in holder.css("a[href^='#']") if _target(link) in names]
    return [link.mem_id for link in links if _BACK.match(link.text()[:12])]
