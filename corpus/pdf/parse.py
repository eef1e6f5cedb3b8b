"""Run the process that parses a PDF, within its limits, and read what it wrote."""

from dataclasses import dataclass

from corpus.errors import CorpusError
from corpus.pdf.extraction import ENCRYPTED, UNREADABLE, frames
from corpus.pdf.limits import PAGES, SECONDS, SECONDS_PER_MEGABYTE
from corpus.pdf.service import run_child
from corpus.pdf.types import Page, Properties

_MOST_CRASHES = 5


@dataclass(frozen=True, slots=True)
class Parsed:
    """The pages read, what the PDF tells of itself, and warnings in French about what was not read."""

    properties: Properties
    pages: tuple[Page, ...]
    warnings: tuple[str, ...]


def parse(data: bytes, source: str) -> Parsed:
    """Return the pages of a PDF; those after a crash, a time-out or a limit are left out with a warning.

    Raises `CorpusError` when it is encrypted, or nothing of it can be read.
    """
    properties, pages, code = _frames(data)
    if code == ENCRYPTED:
        raise CorpusError(
            f"« {source} » est un PDF protégé par un mot de passe : un PDF ouvert à la lecture était attendu. "
            "Enregistrez-le sans mot de passe, puis recommencez."
        )
    if properties is None or all(page.damaged for page in pages):
        raise CorpusError(
            f"« {source} » est un PDF abîmé, dont rien ne peut être lu : un PDF entier était attendu. "
            "Téléchargez-le ou exportez-le à nouveau."
        )
    return Parsed(properties, tuple(pages), tuple(_warnings(properties, pages, code)))


def _frames(data: bytes) -> tuple[Properties | None, list[Page], int | None]:
    """Read the pages; where the process crashes on one, that page is damaged and the reading goes on after it."""
    seconds = SECONDS + SECONDS_PER_MEGABYTE * len(data) / 1_000_000
    properties: Properties | None = None
    pages: list[Page] = []
    code: int | None = 0
    for _ in range(_MOST_CRASHES):
        code, written = run_child("text", len(pages), data, seconds=seconds)
        told, found = frames(written)
        properties = properties or told
        pages += found
        if code in (0, None, ENCRYPTED, UNREADABLE) or told is None or len(pages) >= min(told.pages, PAGES):
            break
        pages.append(Page(len(pages), 0.0, 0.0, damaged=True))
    return properties, pages, code


def _warnings(properties: Properties, pages: list[Page], code: int | None) -> list[str]:
    found: list[str] = []
    if len(pages) < properties.pages:
        reasons = {None: "la lecture durait trop longtemps", 0: "c'est la limite"}
        reason = reasons.get(code, "la suite du fichier est abîmée")
        found.append(f"pages lues : les {len(pages)} premières sur {properties.pages} ({reason})")
    if damaged := [page for page in pages if page.damaged]:
        found.append(f"pages abîmées, laissées de côté : {numbers(damaged)}")
    if cut := [page for page in pages if page.cut]:
        found.append(f"pages démesurées, lues en partie : {numbers(cut)}")
    if lost := [page for page in pages if page.lost > 20 and not page.scanned]:
        found.append(f"caractères sans correspondance dans les polices du PDF, perdus pages {numbers(lost)}")
    return found


def numbers(pages: list[Page]) -> str:
    """Return the numbers of pages as people count them, runs shortened: « 1, 3-5 »."""
    runs: list[list[int]] = []
    for number in sorted(page.number + 1 for page in pages):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
