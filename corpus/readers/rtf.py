"""RTF files: styles and outline levels give the outline, notes stand apart, deleted and hidden text is left."""

from dataclasses import replace

from corpus.assembly import Origin, Piece
from corpus.errors import CorpusError
from corpus.office.layout import Block, Boxed, Table, pieces
from corpus.office.package import damaged
from corpus.office.report import report
from corpus.office.rich_text import MOST_GROUPS, RichTextReader
from corpus.types import Document


def read_rtf(data: bytes, origin: Origin) -> Document:
    """Read an RTF file; one that stops in the middle is read as far as it goes, with a warning.

    Raises `CorpusError` when it is no RTF, holds no text, or has more than `MOST_GROUPS` groups one in the other.
    """
    start = data[:1024].find(b"{\\rtf")
    if start < 0:
        raise damaged(origin.source)
    try:
        told = RichTextReader().read(data[start:].decode("latin-1"))
    except RecursionError as error:
        raise CorpusError(
            f"« {origin.source} » est refusé : il imbrique plus de {MOST_GROUPS} groupes. Un document ordinaire était "
            "attendu. Ouvrez-le dans son logiciel et enregistrez-le de nouveau."
        ) from error
    notes = [Piece("note", " ".join(piece.text for piece in pieces(_joined(note)))) for note in told.notes]
    warnings = () if told.whole else ("fichier RTF incomplet : lu jusqu'où il va",)
    return report(_joined(told.body), origin, notes=notes, properties=told.properties, warnings=warnings)


def _joined(blocks: list[Block]) -> list[Block]:
    """Make one character of each pair of UTF-16 halves, and lose the halves that stand alone."""
    return [_whole(block) for block in blocks]


def _whole(block: Block) -> Block:
    if isinstance(block, Table):
        return Table(tuple(tuple(tuple(_whole(inner) for inner in cell) for cell in row) for row in block.rows))
    if isinstance(block, Boxed):
        return Boxed(tuple(_whole(inner) for inner in block.blocks))
    text = block.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return replace(block, text=text)
