"""Build a base from sources: read, extract, resolve, write the record, then the views made from it."""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from corpus.readers import READERS
from corpus.sources import Problem
from kg.base import DECISIONS, FORMAT, LEDGER, MANIFEST, READERS_LOCK, VIEWS, hold
from kg.concepts import link_meanings, link_terms, terms_of
from kg.errors import KnowledgeError, UsageError
from kg.knowledge import Knowledge
from kg.reading import Progress, ReadingCounts, chosen_jobs, read_all
from kg.record import write_record
from kg.spool import Spool
from kg.types import Extraction
from kg.views import Known, encode, write_views
from kg.workers import in_order

if TYPE_CHECKING:
    from kg.pipeline import Analysis

VERSION = "0.1.0"


def silent(stage: str, done: int, total: int, what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a user may choose: the encoder (`None` is the default one), the thesaurus, and the IRI of entities."""

    model: str | None = None
    allow_download: bool = False
    #: The user's thesaurus, added to ours unless it is to stand alone.
    thesaurus: Path | None = None
    thesaurus_alone: bool = False
    base_iri: str = "https://w3id.org/palabre/id/"
    #: How many processes read and analyse; `None` is as many as are worth starting. The base is the same.
    jobs: int | None = None
    #: Attributions that are less sure name nobody (0..1); `None` is the default of the rules.
    min_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: counts by kind, and the problems by file."""

    build: str
    counts: dict[str, int]
    problems: tuple[Problem, ...] = field(default=())
    reading: ReadingCounts = field(default=ReadingCounts())
    #: Below which confidence speakers are not told, and how many are not.
    min_confidence: float = 0.0
    doubtful: int = 0

    @property
    def failed(self) -> bool:
        """True when something that was asked for is not in the base."""
        return any(problem.failed for problem in self.problems)


def build(
    paths: Sequence[Path], base: Path, options: BuildOptions | None = None, *, progress: Progress = silent
) -> BuildReport:
    """Build a base from files and folders, beside the base that stands there, then replace it.

    A file that cannot be read is a problem of the report and stops nothing. Raises `UsageError` when nothing at all
    can be read: the base that stands there is then left as it is.
    """
    options = options or BuildOptions()
    with _alone(base):
        readings = read_all(paths, progress, options.jobs, folder=base / "builds")
        if not readings.documents:
            told = "".join(f"\n  {problem.name} : {problem.message}" for problem in readings.problems)
            raise UsageError(
                f"Aucun document n'a pu être lu : la base {base} n'a pas été touchée. "
                f"Des fichiers {', '.join(sorted(READERS))} étaient attendus.{told}"
            )
        _clear_unfinished(base)
        folder = Path(tempfile.mkdtemp(prefix="", dir=base / "builds"))
        try:
            report = _build_in(folder, base, readings.documents, options, progress)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        finally:
            readings.documents.close()
        _clear_unfinished(base)
    return replace(report, problems=(*readings.problems, *report.problems), reading=readings.counts)


def _build_in(folder: Path, base: Path, documents: Spool, options: BuildOptions, progress: Progress) -> BuildReport:
    from kg.relate.quotations.confidence import DEFAULT, sure
    from kg.relate.quotations.elsewhere import told_elsewhere
    from kg.resolve import read_decisions, resolve_with_ledger, write_ledger
    from kg.resolve.ledger import read_ledger, replaced
    from kg.resolve.quotation_decisions import with_decided_quotations
    from kg.resolve.unfollowed import unfollowed
    from ontology import chosen_thesaurus

    thesaurus = chosen_thesaurus(options.thesaurus, alone=options.thesaurus_alone)
    analyses = tuple(_analyse(documents, options, progress))
    floor = DEFAULT if options.min_confidence is None else options.min_confidence
    read = tuple(analysis.extraction for analysis in analyses)
    progress("Rapprochement", 0, 1, "")
    decisions = read_decisions(_text(base / DECISIONS))
    entities, ledger = resolve_with_ledger(read, ledger=read_ledger(_text(base / LEDGER)), decisions=decisions)
    heard = told_elsewhere(Knowledge(read, entities))
    extractions = tuple(replace(e, quotations=tuple(sure(e.quotations, floor))) for e in heard)
    doubtful = _named(heard) - _named(extractions)
    extractions, unheard = with_decided_quotations(Knowledge(extractions, entities), decisions)
    terms = terms_of(analyses, thesaurus)
    extractions = link_terms(extractions, terms)
    progress("Rapprochement", 1, 1, "")
    encoded = encode(Knowledge(extractions, entities), options, progress)
    extractions = link_meanings(extractions, analyses, thesaurus, encoded)
    (folder / READERS_LOCK).touch()
    record = folder / "record"
    record.mkdir()
    digest = write_record(record, extractions, entities, terms.concepts)
    known = Known(Knowledge(extractions, entities), thesaurus, terms.concepts, dict(replaced(ledger)))
    counts = write_views(folder, known, encoded, options, progress)
    encoder = encoded.spec.as_dict()
    identity = {"format": FORMAT, "version": VERSION, "record": digest, "encoder": encoder, "iri": options.base_iri}
    number = hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()
    for view in VIEWS:
        (folder / view / "BUILD").write_text(number + "\n", encoding="utf-8")
    _write_whole(base / LEDGER, write_ledger(ledger))
    manifest = identity | {"build": number, "folder": folder.name, "counts": counts}
    _write_whole(base / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    wrong = (*decisions.warnings, *unfollowed(extractions, entities, decisions), *unheard)
    problems = (Problem(DECISIONS, told.removeprefix(f"{DECISIONS} : "), failed=False) for told in wrong)
    return BuildReport(number, counts, tuple(problems), min_confidence=floor, doubtful=doubtful)


def _named(extractions: Iterable[Extraction]) -> int:
    """Count the quotations whose speaker is told."""
    return sum(quotation.speaker is not None for extraction in extractions for quotation in extraction.quotations)


def _text(path: Path) -> str:
    """Return the text of one of the user's files beside the builds, empty when there is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"Le fichier {path} ne se lit pas ({error}). Un texte en UTF-8 était attendu : réparez-le, ou mettez-le de "
            "côté."
        ) from error


def _analyse(documents: Spool, options: BuildOptions, progress: Progress) -> Iterator["Analysis"]:
    """Analyse the documents, in their order; each process loads the model once."""
    from kg.pipeline import analyse_prepared, prepare

    progress("Analyse", 0, len(documents), "")
    jobs = chosen_jobs(options.jobs, len(documents))
    chosen = (options.thesaurus, options.thesaurus_alone)
    found = in_order(analyse_prepared, documents, jobs, start=(prepare, chosen))
    for number, analysis in enumerate(found, 1):
        progress("Analyse", number, len(documents), analysis.extraction.document.source)
        yield analysis
    progress("Analyse", len(documents), len(documents), "")


@contextmanager
def _alone(base: Path) -> Iterator[None]:
    """Hold the base for one build; others read it meanwhile."""
    lock: IO[str] | None = None
    try:
        (base / "builds").mkdir(parents=True, exist_ok=True)
        lock = (base / "builds" / "lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if lock:
            lock.close()
        raise KnowledgeError(
            f"Une autre construction de la base {base} est en cours. Attendez qu'elle finisse, ou choisissez un autre "
            "dossier avec --base."
        ) from None
    except OSError as error:
        raise UsageError(
            f"Le dossier de la base {base} ne peut pas être écrit ({error.strerror}). Un dossier où vous pouvez écrire "
            "était attendu : choisissez-en un avec --base."
        ) from error
    try:
        yield
    finally:
        lock.close()


def _clear_unfinished(base: Path) -> None:
    """Remove the folders of builds that the manifest does not name: cut off, or replaced and read by nobody."""
    current = None
    manifest = base / MANIFEST
    if manifest.exists():
        try:
            current = json.loads(manifest.read_text(encoding="utf-8")).get("folder")
        except (ValueError, AttributeError):
            current = None
    for folder in sorted((base / "builds").iterdir()):
        if not folder.is_dir() or folder.name == current:
            continue
        held = hold(folder, alone=True)
        if held or not (folder / READERS_LOCK).exists():
            shutil.rmtree(folder, ignore_errors=True)
        if held:
            held.close()


def _write_whole(path: Path, text: str) -> None:
    """Replace a file in one step, once it is on the disk."""
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
