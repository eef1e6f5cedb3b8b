"""Tables in text (.csv, .tsv): the separator and the encoding are recognised."""

import csv
import io
from collections import Counter
from contextlib import suppress
from pathlib import PurePosixPath

from corpus.assembly import Origin, assemble
from corpus.decoding import decode
from corpus.errors import CorpusError
from corpus.office.grid import grid_pieces
from corpus.office.report import without_text
from corpus.readers.text import LONGEST_LINE, read_text
from corpus.types import Document

_SEPARATORS = (";", "\t", ",", "|")
_SAMPLE = 200
_LONGEST_CELL = 400


def read_table(data: bytes, origin: Origin) -> Document:
    """Read a table whose cells are separated by semicolons, tabs, commas or bars.

    A file that holds prose under the name of a table is read as text. Raises `CorpusError` when the bytes are no text.
    """
    text, warnings = decode(data, origin.source)
    separator, text = _separator(text)
    try:
        rows = (
            list(csv.reader(io.StringIO(text), delimiter=separator))
            if separator
            else [[line] for line in text.split("\n")]
        )
    except csv.Error as error:
        raise CorpusError(
            f"« {origin.source} » ne se lit pas comme une table : une cellule y est démesurée, ou un guillemet n'est "
            "pas refermé. Un fichier .csv ou .tsv était attendu. Enregistrez-le de nouveau depuis le tableur."
        ) from error
    if not separator and any(len(row[0]) > _LONGEST_CELL for row in rows):
        return read_text(data, origin)
    found = list(grid_pieces(rows))
    if not found:
        raise without_text(origin.source)
    if max(len(piece.text) for piece in found) > LONGEST_LINE:
        raise CorpusError(
            f"« {origin.source} » contient une ligne de plus de {LONGEST_LINE} caractères : ce n'est pas une liste. "
            "Une table en lignes était attendue. Vérifiez le fichier, ou retirez-le des sources."
        )
    title = None if any(piece.kind == "heading" for piece in found) else _name(origin.source)
    return assemble(found, origin, title=title, warnings=warnings)


def _name(source: str) -> str:
    return PurePosixPath(source).stem.replace("_", " ")


def _separator(text: str) -> tuple[str, str]:
    """Return the separator that gives most lines of one same width, empty when none does, and the text after `sep=`."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    best, most = "", 0.0
    for separator in _SEPARATORS:
        widths = _widths(text, separator)
        width, lines = widths.most_common(1)[0] if widths else (1, 0)
        score = lines * (1 + min(width, 10) / 100)
        if width > 1 and lines >= 0.4 * sum(widths.values()) and score > most:
            best, most = separator, score
    return best, text


def _widths(text: str, separator: str) -> Counter[int]:
    """Count the widths of the first lines; those of one cell only count when all are."""
    sample = io.StringIO("\n".join(text.split("\n", _SAMPLE)[:_SAMPLE]))
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # told when the whole file is read
        for row in csv.reader(sample, delimiter=separator):
            widths[len(row)] += any(row)
    del widths[0]
    if len(widths) > 1:
        del widths[1]
    return widths
