"""Small office files written by hand, for what no sample holds: changes, boxes, damage, malice."""

import io
import zipfile
from collections.abc import Mapping

from corpus.assembly import Origin

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODF = " ".join(
    f'xmlns:{name}="{_OFFICE}:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    )
)


def origin(name: str) -> Origin:
    """Return the origin of a file of some name."""
    return Origin("essai", name, "0" * 64, "application/octet-stream")


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of some parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


def docx(body: str, *, head: str = _HEAD, **parts: str) -> bytes:
    """Return a Word document of some body; other parts of `word/` by name."""
    kinds = "".join(
        f'<Relationship Id="r{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}" '
        f'Target="{name}.xml"/>'
        for name in parts
    )
    root = f'{head}<w:document xmlns:w="{W}" xmlns:mc="mc"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": root,
            "word/_rels/document.xml.rels": f"<Relationships>{kinds}</Relationships>",
        }
        | {f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{content}</w:{name}>' for name, content in parts.items()}
    )


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a Word paragraph of one run."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{own}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def odt(body: str, *, styles: str = "", meta: str = "", head: str = _HEAD) -> bytes:
    """Return an OpenDocument text of some body."""
    content = (
        f"{head}<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "meta.xml": (
                f"{_HEAD}<office:document-meta {_ODF} xmlns:dc='dc'><office:meta>{meta}</office:meta>"
                "</office:document-meta>"
            ),
        }
    )


def rtf(body: str, *, info: str = "") -> bytes:
    """Return an RTF file of some body."""
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset238 Times CE;}{\f2\fcharset2 Symbol;}}"
    styles = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s7 Titre 2;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{styles}{{\info{info}}}{body}}}".encode("cp1252")
