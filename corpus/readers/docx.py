"""Word documents (.docx): styles give the outline, changes are read as accepted, headers and footers are left."""

from corpus.assembly import Origin, Piece
from corpus.errors import CorpusError
from corpus.office.layout import NEW_LINE, pieces
from corpus.office.package import opened
from corpus.office.relations import Parts, parts_of, properties_of
from corpus.office.report import report
from corpus.office.word import WordBody
from corpus.office.word_styles import Style, W, read_styles
from corpus.types import Document


def read_docx(data: bytes, origin: Origin) -> Document:
    """Read a Word document.

    Raises `CorpusError` when it is damaged, protected, empty, or hostile: see `corpus.office`.
    """
    with opened(data, origin.source) as package:
        parts = parts_of(package, origin.source, "word/document.xml")
        root = parts.read_main()
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise CorpusError(
                f"« {origin.source} » n'est pas un document Word entier : il n'a pas de texte principal. Un fichier "
                ".docx était attendu. Ouvrez-le dans Word ou LibreOffice et enregistrez-le de nouveau."
            )
        styles = read_styles(parts.read("styles"))
        reader = WordBody(styles)
        blocks = list(reader.blocks(body))
        notes = _notes(parts, styles, reader.notes)
        return report(blocks, origin, notes=notes, properties=properties_of(parts))


def _notes(parts: Parts, styles: dict[str, Style], called: list[tuple[str, str]]) -> list[Piece]:
    """Read the notes that the text calls, in the order of the calls."""
    found: dict[tuple[str, str], list[Piece]] = {}
    for kind in sorted({kind for kind, _ in called}):
        root = parts.read(f"{kind}s")
        for note in root if root is not None else ():
            words = [piece.text for piece in pieces(WordBody(styles).blocks(note))]
            found[kind, note.get(f"{W}id", "")] = [Piece("note", " ".join(words).replace(NEW_LINE, " "))]
    return [piece for call in dict.fromkeys(called) for piece in found.get(call, [])]
