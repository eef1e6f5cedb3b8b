"""The association that minutes are of: its name alone on the first line, an assembly or its board under it."""

from collections.abc import Sequence

from kg.extract.labels import lines
from kg.extract.person_names import read_name
from kg.extract.source import Source
from kg.extract.spans_taken import TakenSpans
from kg.lexicon.folding import fold
from kg.lexicon.places import area_kind
from kg.regex import regex
from kg.types import Mention

_MEETS = regex(r"\b(?:assemblee generale|conseil d'administration|reunion (?:de|du) bureau|bureau du)\b")
_IS_ONE = regex(r"\b(?:l'association|l'amicale|le collectif|le club|notre association|les adherents)\b")
_NO_NAME = regex(
    r"\d|[:;?!.]|\b(?:compte|proces|assemblee|conseil|reunion|seance|bureau|rapport|ordre du jour|convocation|"
    r"programme|notes?|releve|synthese|actes|invitation)\b"
)


#: « UPL – notes de la réunion de bureau »: whose meeting it is, by the acronym that opens the first line.
_ACRONYM = regex(
    r"([A-ZÀ-Ý][A-ZÀ-Ý&.]{1,9})\s*[-–—:,]\s*(?=(?:notes?|compte|cr|pv|proces|bureau|reunion|ag|assemblee|conseil|comite|"
    r"releve|copil)\b)"
)


def letterhead(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the association whose name alone opens its own minutes: « Les Sentiers du Lot », then « Assemblée … »."""
    if not source.units:
        return []
    unit = source.units[0]
    start, end = next(lines(source, unit), (0, 0))
    written = source.document.text[start:end]
    if short := _ACRONYM.match(written[:12] + fold(written[12:]) if len(fold(written)) == len(written) else ""):
        return [source.mention("organisation", start, start + short.end(1), short[1], "letterhead/1")]
    words = " ".join(source.document.text[start:end].strip("*_# ").split())
    text = fold(source.document.text[:6000])
    if not 4 < len(words) <= 60 or not words[:1].isupper() or _NO_NAME.search(fold(words)):
        return []
    taken = TakenSpans((m.span.start, m.span.end) for m in known if m.kind == "organisation")
    first = [token for token in unit.tokens if token.start >= start]
    is_name = read_name(first, 0) is not None if first else True
    if taken.overlaps(start, end) or area_kind(words) or (is_name and len(words.split()) <= 3):
        return []
    if not _MEETS.search(text[len(words) : 600]) or not _IS_ONE.search(text):
        return []
    return [source.mention("organisation", start, end, words, "letterhead/1")]
