"""Literals that every RDF and XML format can carry, and dates as precise as the documents are."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from kg.regex import regex

if TYPE_CHECKING:
    from rdflib import Literal

#: What XML 1.0 cannot hold, escaped or not; one character stands for one, so that offsets still fit.
_UNCARRIED = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PRECISIONS = (
    (regex(r"\d{4}"), "gYear"),
    (regex(r"\d{4}-(0[1-9]|1[0-2])"), "gYearMonth"),
    (regex(r"\d{4}-\d{2}-\d{2}"), "date"),
    (regex(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?"), "dateTime"),
)


def clean(text: str) -> str:
    """Return a text in which each character that XML cannot carry is U+FFFD."""
    return _UNCARRIED.sub("\ufffd", text)


def text_literal(text: str, language: str | None = None) -> "Literal":
    """Return a text, with its language when it is told."""
    from rdflib import Literal

    return Literal(clean(text), lang=language)


def date_literal(told: str) -> "Literal":
    """Return an ISO 8601 date typed by its precision (xsd:gYear to xsd:dateTime); plain text when it is no date."""
    from rdflib import XSD, Literal

    for pattern, name in _PRECISIONS:
        if pattern.fullmatch(told) and _exists(told, name):
            written = told + ":00" if name == "dateTime" and len(told) == 16 else told
            return Literal(written, datatype=XSD[name], normalize=False)
    return text_literal(told)


def _exists(told: str, name: str) -> bool:
    """False for a date that no calendar has, such as 30 February."""
    try:
        if name == "dateTime":
            datetime.fromisoformat(told)
        elif name == "date":
            date.fromisoformat(told)
    except ValueError:
        return False
    return not told.startswith("0000")


def decimal_literal(number: float) -> "Literal":
    """Return a number as `xsd:decimal`, four decimals at most, without trailing zeros."""
    from rdflib import XSD, Literal

    return Literal(f"{number:.4f}".rstrip("0").rstrip(".") or "0", datatype=XSD.decimal, normalize=False)
