"""Draw `docs/graphe.svg` from a GEXF file that Palabre wrote: colours, sizes and positions are what Gephi shows."""

import sys
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

_GEXF = "{http://gexf.net/1.3}"
_VIZ = "{http://gexf.net/1.3/viz}"
_WIDTH, _MARGIN = 1200, 90
_TEXT = 'font-size="12" paint-order="stroke" stroke="white" stroke-width="3"'
#: How many of the largest nodes bear their name.
_NAMED = 34


def picture(gexf: Path) -> str:
    """Return the SVG of a GEXF file."""
    root = ET.parse(gexf).getroot()
    nodes = {node.get("id", ""): _node(node) for node in root.iter(f"{_GEXF}node")}
    left, top = min(n[0] for n in nodes.values()), min(n[1] for n in nodes.values())
    right, bottom = max(n[0] for n in nodes.values()), max(n[1] for n in nodes.values())
    scale = (_WIDTH - 2 * _MARGIN) / (right - left)
    height = (bottom - top) * scale + 2 * _MARGIN

    def place(node: tuple[float, float, float, str, str]) -> tuple[float, float]:
        return _MARGIN + (node[0] - left) * scale, _MARGIN + (node[1] - top) * scale

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" font-family="sans-serif">',
        f'<rect width="{_WIDTH}" height="{height:.0f}" fill="white"/>',
    ]
    for edge in root.iter(f"{_GEXF}edge"):
        (x1, y1), (x2, y2) = (place(nodes[edge.get(end, "")]) for end in ("source", "target"))
        parts.append(f'<path d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" stroke="#888" stroke-opacity="0.25"/>')
    ordered = sorted(nodes.values(), key=lambda node: (-node[2], node[4]))
    for node in ordered:
        x, y = place(node)
        parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{max(3.0, node[2] * scale * 0.9):.1f}" fill="{node[3]}"/>')
    for node in ordered[:_NAMED]:
        x, y = place(node)
        name = node[4] if len(node[4]) <= 34 else node[4][:33] + "…"
        parts.append(f'<text x="{x:.0f}" y="{y - 10:.0f}" {_TEXT} text-anchor="middle">{escape(name)}</text>')
    for rank, (kind, colour) in enumerate(sorted(_kinds(root).items())):
        y = 30 + 22 * rank
        parts.append(
            f'<circle cx="24" cy="{y - 4}" r="7" fill="{colour}"/><text x="38" y="{y}" {_TEXT}>{escape(kind)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _kinds(root: ET.Element) -> dict[str, str]:
    """Return the colour of each kind of node."""
    column = next(a.get("id") for a in root.iter(f"{_GEXF}attribute") if a.get("title") == "Nature")
    found: dict[str, str] = {}
    for node in root.iter(f"{_GEXF}node"):
        kind = next((v.get("value", "") for v in node.iter(f"{_GEXF}attvalue") if v.get("for") == column), "")
        found.setdefault(kind, _node(node)[3])
    return found


def _node(node: ET.Element) -> tuple[float, float, float, str, str]:
    position, size, color = (node.find(f"{_VIZ}{part}") for part in ("position", "size", "color"))
    if position is None or size is None or color is None:
        raise ValueError(f"{node.get('label')}: no position, size or colour")
    rgb = ",".join(color.get(part, "0") for part in "rgb")
    x, y = float(position.get("x", "0")), -float(position.get("y", "0"))
    return x, y, float(size.get("value", "1")), f"rgb({rgb})", node.get("label", "")


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(picture(Path(sys.argv[1])), encoding="utf-8")
