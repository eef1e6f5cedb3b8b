"""The first stage of a build: read every source; tell what is not read, and what is told twice or nearly."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import CorpusError, Document
from corpus.duplicates import Fingerprint, fingerprint, near_duplicates
from corpus.readers import document_ids, read_document
from corpus.sources import Problem, Source, find_sources
from kg.spool import Spool
from kg.workers import in_order

#: Told as work goes on: the stage, how many are done, how many there are, and what is under way.
Progress = Callable[[str, int, int, str], None]
Reading = tuple[Document | None, Fingerprint | None, list[Problem]]
#: Fewer documents than this are done before a second process has started.
_WORTH_A_PROCESS = 25


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    """How many sources were found, read, left out as duplicates, and not read."""

    found: int = 0
    read: int = 0
    duplicates: int = 0
    unread: int = 0


@dataclass(slots=True)
class Readings:
    """The documents read, kept on disk and sorted by id, and what is to be said of the sources."""

    documents: Spool
    problems: list[Problem] = field(default_factory=list)
    counts: ReadingCounts = ReadingCounts()


def chosen_jobs(asked: int | None, items: int) -> int:
    """Return how many processes to use: as asked, else as many as there are processors and enough work for."""
    return asked or max(1, min(os.cpu_count() or 1, items // _WORTH_A_PROCESS))


def read_all(
    paths: Sequence[Path], progress: Progress, jobs: int | None = None, *, folder: Path | None = None
) -> Readings:
    """Read the sources in the order of their names; the same readings come out of any number of jobs.

    Documents are kept in a file of `folder` as they are read: the memory holds a few of them, and the fingerprints.
    A source told twice (same bytes, or same words) is read once, and the other is told. Every source is in the
    documents or in the problems.
    """
    sources, problems = find_sources(paths)
    ids = document_ids(source.name for source in sources)
    todo = [(source, ids[source.name]) for source in sources]
    readings = Readings(Spool(folder), list(problems))
    prints: dict[str, Fingerprint] = {}
    kept: list[Fingerprint] = []
    twice = unread = 0
    read = in_order(_read_one, todo, chosen_jobs(jobs, len(todo)), lost=_lost)
    for number, (source, (document, found, told)) in enumerate(zip(sources, read, strict=True)):
        progress("Lecture", number, len(sources), source.name)
        readings.problems += told
        if document is None or found is None:
            unread += 1
            continue
        first = prints.get(found.sha256) or prints.get(found.words)
        if first:
            twice += 1
            readings.problems.append(_twice(found, first))
            continue
        prints[found.sha256] = prints[found.words] = found
        kept.append(found)
        readings.documents.add(document)
    progress("Lecture", len(sources), len(sources), "")
    nearly: dict[str, Problem] = {}  # each told once, of however many it is the double
    for a, b in near_duplicates(kept):
        nearly.setdefault(b.source, _nearly(a, b))
    readings.problems += nearly.values()
    readings.counts = ReadingCounts(len(sources), len(kept), twice, unread)
    return readings


def _read_one(todo: tuple[Source, str]) -> Reading:
    source, document_id = todo
    try:
        document = read_document(source, document_id)
    except CorpusError as error:
        return None, None, [Problem(source.name, str(error))]
    except (MemoryError, RecursionError):
        return None, None, [Problem(source.name, _too_much(source.name))]
    return (
        document,
        fingerprint(document),
        [Problem(source.name, warning, failed=False) for warning in document.warnings],
    )


def _lost(todo: tuple[Source, str]) -> Reading:
    return None, None, [Problem(todo[0].name, _too_much(todo[0].name))]


def _too_much(name: str) -> str:
    return (
        f"« {name} » a fait échouer son lecteur : un fichier ordinaire, qui se lit avec la mémoire de cette machine, "
        "était attendu. Enregistrez son texte dans un fichier .txt, ou retirez-le des sources."
    )


def _twice(found: Fingerprint, first: Fingerprint) -> Problem:
    same = "les mêmes octets" if found.sha256 == first.sha256 else "le même texte"
    message = f"« {found.source} » a {same} que « {first.source} » : il n'est lu qu'une fois. Retirez l'un des deux."
    return Problem(found.source, message, failed=False)


def _nearly(a: Fingerprint, b: Fingerprint) -> Problem:
    message = (
        f"« {b.source} » dit presque la même chose que « {a.source} » : c'est sans doute la même rencontre. "
        "Les deux sont gardés ; retirez celui que vous ne voulez pas compter."
    )
    return Problem(b.source, message, failed=False)
