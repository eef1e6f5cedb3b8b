"""Walk the tree of a page without recursion, and weigh its elements."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: What holds no text of the page.
SILENT = frozenset(
    "script style noscript template svg math iframe object video audio canvas select textarea button datalist head"
    " title input".split()
)
_LANDMARKS = frozenset("h1 main article".split())
_MAIN = frozenset(("main", "article"))
_QUOTES = frozenset(("blockquote", "figure"))

Step = tuple[Literal["open", "close", "text"], "LexborNode"]


@dataclass(slots=True)
class Weight:
    """What an element holds, and what holds it: characters of text, how many of them in links, links, landmarks."""

    text: int = 0
    linked: int = 0
    links: int = 0
    landmark: bool = False
    in_main: bool = False
    in_quote: bool = False

    @property
    def link_share(self) -> float:
        """The share of the text that is in links, in 0..1."""
        return self.linked / self.text if self.text else 0.0


def walk(root: "LexborNode", skip: Callable[["LexborNode"], bool]) -> Iterator[Step]:
    """Yield the texts and the elements below a node in document order; nothing of an element that is skipped."""
    node, top = root.child, root.mem_id
    while node is not None:
        entered = False
        if node.is_text_node:
            yield "text", node
        elif node.is_element_node and not skip(node):
            yield "open", node
            entered = node.child is not None
            if not entered:
                yield "close", node
        if entered:
            node = node.child
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == top:
                return
            yield "close", node
        node = node.next if node is not None else None


def is_silent(node: "LexborNode") -> bool:
    """Tell an element whose text is not shown."""
    return node.tag in SILENT


def weigh(root: "LexborNode") -> dict[int, Weight]:
    """Weigh the root and every element below, by `mem_id`."""
    weights = {root.mem_id: Weight()}
    above = [weights[root.mem_id]]
    in_links = 0
    for step, node in walk(root, is_silent):
        if step == "text":
            length = len((node.text_content or "").strip())
            above[-1].text += length
            above[-1].linked += length if in_links else 0
            continue
        is_link = node.tag == "a"
        in_links += {"open": 1, "close": -1}[step] if is_link else 0
        if step == "open":
            above.append(_begun(node, above[-1]))
            weights[node.mem_id] = above[-1]
            continue
        inner = above.pop()
        above[-1].text += inner.text
        above[-1].linked += inner.linked
        above[-1].links += inner.links
        above[-1].landmark |= inner.landmark
    return weights


def _begun(node: "LexborNode", above: Weight) -> Weight:
    tag = node.tag or ""
    return Weight(
        links=int(tag == "a"),
        landmark=tag in _LANDMARKS,
        in_main=above.in_main or tag in _MAIN,
        in_quote=above.in_quote or tag in _QUOTES,
    )
