"""Archives: their members are sources of their own (`corpus.archive`), so that only one inside another gets here."""

from corpus.assembly import Origin
from corpus.errors import CorpusError
from corpus.types import Document


def refuse_archive(_: bytes, origin: Origin) -> Document:
    """Raise `CorpusError`: an archive inside another is not opened."""
    raise CorpusError(
        f"« {origin.source} » est une archive dans une archive, ou une archive abîmée : elle n'est pas ouverte. Une "
        "archive .zip de documents était attendue. Décompressez-la et donnez le dossier."
    )
