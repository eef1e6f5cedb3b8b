"""What a page shows around its report, told by its elements: menus, banners, share links, comments, related pages."""

import re
from typing import TYPE_CHECKING

from corpus.page.tree import Weight, is_silent

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog menu menubar toolbar".split())
_HIDDEN = frozenset("sr-only visually-hidden visuallyhidden screen-reader-text fr-sr-only".split())
#: Words of a class or an id that tell furniture whatever it holds.
_ALWAYS = frozenset(
    "cookie cookies consent rgpd gdpr tarteaucitron didomi axeptio onetrust breadcrumb breadcrumbs ariane sidebar"
    " footer pied comments commentaires respond related similaires similar newsletter sharedaddy addtoany skiplink"
    " evitement popup modal pagination pager tagcloud backtotop calendrier publicite advert"
    " moduletable pathway topbar".split()
)
#: Words that tell it when little is said, or in links.
_OFTEN = frozenset(
    "share sharing partage partager social menu nav navbar navigation search recherche langues outils tags"
    " keywords".split()
)
_WORD = re.compile(r"[a-zà-ÿ]+|[A-ZÀ-Þ][a-zà-ÿ]*")
_RELATED = re.compile(
    r"\s*(?:(?:à )?lire aussi|voir aussi|sur le même (?:sujet|thème)"
    r"|articles? (?:de cette rubrique|liés?|similaires?|récents?)|dans la même rubrique|partager"
    r"|suivez-nous|liens utiles)\b",
    re.IGNORECASE,
)
#: A page of which furniture would be more than this share is one whose names mislead.
_LARGEST_SHARE = 0.5
#: A column of a grid, in the words of the usual style sheets.
_COLUMN = re.compile(
    r"(?:^|\s)(?:col(?:umn|onne)?s?|span|large|medium|grid|right|left|droite|gauche)(?:[-_][\w-]*|\d*)(?:\s|$)",
    re.IGNORECASE,
)
_FAR_MORE = 3


class PageFurniture:
    """Tells the elements of one page that belong to the site; `total` is the weight of the whole body."""

    def __init__(self, weights: dict[int, Weight], total: Weight) -> None:
        self._weights = weights
        self._total = total

    def __call__(self, node: "LexborNode") -> bool:
        """Tell whether an element is furniture, with all that it holds."""
        if is_silent(node) or node.tag == "nav":
            return True
        weight = self._weights.get(node.mem_id, Weight())
        attributes = node.attributes
        if node.tag == "a" and "home" in (attributes.get("rel") or "").split():
            return True
        if attributes and ("hidden" in attributes or _is_hidden(attributes) or _is_of_every_page(node, attributes)):
            return True
        if node.tag in ("header", "footer", "aside", "form"):
            return self._is_outer(node, weight)
        if weight.landmark:
            return False
        if (attributes.get("role") or "").lower() in _ROLES:
            return True
        return (
            self._named_so(attributes, weight)
            or self._lists_links(node, weight)
            or self._is_menu_cell(node, weight)
            or self._is_side_column(node, attributes, weight)
        )

    def _is_outer(self, node: "LexborNode", weight: Weight) -> bool:
        """Tell headers, footers, asides and forms of the site from those of the report."""
        if weight.landmark or weight.text > _LARGEST_SHARE * self._total.text:
            return False
        inside = weight.in_main or weight.in_quote
        if node.tag == "header":
            return not inside
        if node.tag == "footer":
            return not weight.in_quote
        return not inside or weight.link_share > 0.3 or weight.text < 100 or self._named_so(node.attributes, weight)

    def _named_so(self, attributes: dict[str, str | None], weight: Weight) -> bool:
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if named == " ":
            return False
        words = {word.lower() for word in _WORD.findall(named[:1000])}
        if weight.text > _LARGEST_SHARE * self._total.text and not words & {"cookie", "cookies", "consent"}:
            return False
        return bool(words & _ALWAYS) or bool(words & _OFTEN and (weight.text <= 300 or weight.link_share > 0.3))

    def _is_menu_cell(self, node: "LexborNode", weight: Weight) -> bool:
        """Tell a cell of links, beside the cell that holds the report, in a table that lays out the page."""
        if node.tag != "td" or weight.in_main or weight.links < 3 or weight.link_share < 0.9:
            return False
        return node.parent is not None and any(
            self._weights.get(cell.mem_id, Weight()).text > _LARGEST_SHARE * self._total.text
            for cell in node.parent.iter()
            if cell.tag == "td"
        )

    def _is_side_column(self, node: "LexborNode", attributes: dict[str, str | None], weight: Weight) -> bool:
        """Tell a narrow column of a grid beside the one that holds the title and far more text."""
        if node.tag != "div" or node.parent is None or not _COLUMN.search(attributes.get("class") or ""):
            return False
        beside = (self._weights.get(other.mem_id, Weight()) for other in node.parent.iter() if other.tag == "div")
        return any(other.landmark and other.text > _FAR_MORE * weight.text for other in beside)

    def _lists_links(self, node: "LexborNode", weight: Weight) -> bool:
        """Tell a list of links: outside the main part, or under a title that says « à lire aussi »."""
        if node.tag not in ("ul", "ol") or weight.links < 2 or weight.link_share < 0.9:
            return False
        if not weight.in_main and weight.text < _LARGEST_SHARE * self._total.text:
            return True
        before = node.prev
        while before is not None and not before.is_element_node:
            before = before.prev
        return before is not None and bool(_RELATED.match(before.text()[:200]))


def _is_of_every_page(node: "LexborNode", attributes: dict[str, str | None]) -> bool:
    """Tell the header and the footer of a word processor's pages, which LibreOffice writes so."""
    return node.tag == "div" and attributes.get("title") in ("header", "footer")


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    classes = (attributes.get("class") or "").split()
    return "display:none" in style or not _HIDDEN.isdisjoint(classes)
