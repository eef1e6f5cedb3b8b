"""Bytes to text."""

from corpus.errors import CorpusError


def decode(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """Decode the bytes of a text file; returns the text and warnings."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{source} : illisible") from error
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()
