"""From the blocks of an office file to a document, with the checks that every format shares."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.assembly import Origin, Piece, assemble
from corpus.errors import CorpusError
from corpus.office.layout import Block, pieces
from corpus.office.properties import Properties, authors_of, date_of, title_of
from corpus.types import Document

#: Longest text of an office file that is read, in characters: some ten thousand pages.
LARGEST_TEXT = 20_000_000
#: Longest block that is read, in characters: longer ones are data, not text, and would take hours.
LONGEST_BLOCK = 500_000


def report(
    blocks: Iterable[Block],
    origin: Origin,
    *,
    notes: Sequence[Piece] = (),
    properties: Properties | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """Assemble a document from blocks, its footnotes after its text.

    Raises `CorpusError` when there is no text, or a block longer than `LONGEST_BLOCK` characters.
    """
    found: list[Piece] = []
    length = 0
    for piece in pieces(blocks):
        found.append(piece)
        length += len(piece.text)
        if length > LARGEST_TEXT:
            raise CorpusError(
                f"« {origin.source} » est trop long : {LARGEST_TEXT // 1_000_000} millions de caractères au plus "
                "étaient attendus. Découpez-le, ou retirez-le des sources."
            )
    if not found:
        raise without_text(origin.source)
    found += [replace(note, mark=str(number)) for number, note in enumerate(notes, 1)]
    if max(len(piece.text) for piece in found) > LONGEST_BLOCK:
        raise CorpusError(
            f"« {origin.source} » contient un bloc de plus de {LONGEST_BLOCK} caractères : ce n'est pas un compte "
            "rendu. Un texte en paragraphes était attendu. Vérifiez le fichier, ou retirez-le des sources."
        )
    told = properties or Properties()
    return described(found, origin, told, title=title_of(told, found), warnings=warnings)


def described(
    found: list[Piece], origin: Origin, told: Properties, *, title: str | None, warnings: tuple[str, ...] = ()
) -> Document:
    """Assemble a document with the date and the author that its file tells of itself."""
    date = date_of(told, found)
    if date:
        warnings = (*warnings, f"aucune date en tête du texte : celle du fichier est prise ({date})")
    return replace(assemble(found, origin, title=title, date=date, warnings=warnings), authors=authors_of(told))


def without_text(source: str) -> CorpusError:
    """Return the error of a file in which nothing is written."""
    return CorpusError(
        f"« {source} » ne contient aucun texte : un compte rendu avec du texte était attendu. S'il montre des pages "
        "numérisées, passez-les par une reconnaissance de caractères ; sinon, retirez-le des sources."
    )
