"""The record: all that was read, on disk, as sorted JSON lines; the truth that every view is rebuilt from.

One file a kind (`documents.jsonl`, `passages.jsonl`, ... `entities.jsonl`), sorted by document then by place.
`places.json` says where the lines of each document stand, so that one document is read without the others.
"""

import hashlib
import json
import mmap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from corpus import Document, Passage
from kg.errors import KnowledgeError
from kg.knowledge import Knowledge
from kg.types import ConceptLink, Entity, Event, Extraction, Mention, Participation, Quotation, Role, Statement
from ontology import Concept

#: The parts of an extraction that have a file each, in the order in which an `Extraction` takes them.
PARTS: dict[str, type] = {
    "passages": Passage,
    "mentions": Mention,
    "events": Event,
    "roles": Role,
    "participations": Participation,
    "statements": Statement,
    "quotations": Quotation,
    "concept_links": ConceptLink,
}
_PLACES = "places.json"


def write_record(
    folder: Path, extractions: Iterable[Extraction], entities: Sequence[Entity], terms: Sequence[Concept] = ()
) -> str:
    """Write the record into an existing empty folder and return the SHA-256 of all its lines.

    Extractions must come in the order of their document ids, entities and the corpus's own terms in that of their ids.
    """
    digest = hashlib.sha256()
    places: dict[str, dict[str, list[int]]] = {}
    files = {part: (folder / f"{part}.jsonl").open("wb") for part in ("documents", *PARTS)}
    try:
        for extraction in extractions:
            rows: dict[str, Sequence[Any]] = {"documents": [extraction.document]}
            rows |= {part: getattr(extraction, part) for part in PARTS}
            at = places.setdefault(extraction.document.id, {})
            for part, items in rows.items():
                lines = b"".join(map(line_of, items))
                at[part] = [files[part].tell(), len(lines)]
                files[part].write(lines)
                digest.update(lines)
    finally:
        for file in files.values():
            file.close()
    told: dict[str, Any] = {"documents": places}
    for name, things in (("entities", entities), ("terms", terms)):
        lines = b"".join(map(line_of, things))
        digest.update(lines)
        (folder / f"{name}.jsonl").write_bytes(lines)
        told[name] = len(lines)
    (folder / _PLACES).write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return digest.hexdigest()


def line_of(thing: Any) -> bytes:
    """Return a thing as it stands in its file."""
    return msgspec.json.encode(thing) + b"\n"


@cache
def decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    """Return the decoder of a type, made once."""
    return msgspec.json.Decoder(kind)


class _SpanTold(msgspec.Struct, gc=False):
    start: int
    end: int


class _MentionTold(msgspec.Struct, gc=False):
    """What of a mention makes its id."""

    span: _SpanTold
    kind: str


@dataclass(frozen=True)
class Record:
    """A record on disk, read document by document.

    Raises `KnowledgeError` when a file is missing or damaged.
    """

    folder: Path

    @cached_property
    def _told(self) -> dict[str, Any]:
        """Where the lines of each document stand, and how long the files of entities and terms are."""
        path = self.folder / _PLACES
        try:
            told = msgspec.json.decode(path.read_bytes())
            sizes = {name: int(told[name]) for name in ("entities", "terms")}
            return {"documents": dict(told["documents"]), **sizes}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise _damaged(path) from error

    def _lines(self, part: str, kind: type, start: int, length: int) -> tuple[Any, ...]:
        """Read things of a kind from a slice of its file; a file that is shorter than it was is damaged."""
        try:
            data = self._file(part)[start : start + length]
            if len(data) == length:
                return tuple(decoder(kind).decode_lines(data))
        except (OSError, msgspec.DecodeError) as error:
            raise _damaged(self.folder / f"{part}.jsonl") from error
        raise _damaged(self.folder / f"{part}.jsonl")

    @cached_property
    def _files(self) -> "dict[str, mmap.mmap | bytes]":
        return {}

    def _file(self, part: str) -> "mmap.mmap | bytes":
        """Map a file into memory: only what is asked of it is read."""
        if part not in self._files:
            path = self.folder / f"{part}.jsonl"
            with path.open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""
                self._files[part] = mapped
        return self._files[part]

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every entity, in the order of the ids."""
        return self._lines("entities", Entity, 0, self._told["entities"])

    @cached_property
    def terms(self) -> tuple[Concept, ...]:
        """The corpus's own terms, in the order of their ids."""
        return self._lines("terms", Concept, 0, self._told["terms"])

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The ids of the documents, sorted."""
        return tuple(sorted(self._told["documents"]))

    def part(self, part: str, document_id: str) -> tuple[Any, ...]:
        """Return one part of what was read in a document."""
        places = self._told["documents"].get(document_id)
        if places is None:
            raise KnowledgeError(
                f"Le document « {document_id} » n'est pas dans la base. "
                "Les documents de la base sont donnés par : palabre stats"
            )
        return self._lines(part, PARTS.get(part, Document), *places[part])

    def mentions_told(self, document_id: str) -> list[str]:
        """Return the ids of the mentions of a document; their words are not read."""
        start, length = self._told["documents"][document_id]["mentions"]
        told = self._lines("mentions", _MentionTold, start, length)
        return [f"{one.kind}:{document_id}:{one.span.start}-{one.span.end}" for one in told]

    def extraction(self, document_id: str) -> Extraction:
        """Return all that was read in one document, now."""
        parts = (self.part(part, document_id) for part in ("documents", *PARTS))
        (document,), *others = parts
        return Extraction(document, *others)

    def knowledge(self) -> Knowledge:
        """Return everything; each part of each document is read when it is first asked for.

        Raises `KnowledgeError` when a file has not the size that it was written with.
        """
        return Knowledge(self.extractions(), self.entities)

    def extractions(self) -> "tuple[StoredExtraction, ...]":
        """Return what was read in each document, each part to be read when it is first asked for.

        Raises `KnowledgeError` when a file has not the size that it was written with.
        """
        last = next(reversed(self._told["documents"].values()), dict.fromkeys(("documents", *PARTS), (0, 0)))
        for part, wanted in [*((part, sum(last[part])) for part in last), ("entities", self._told["entities"])]:
            path = self.folder / f"{part}.jsonl"
            if not path.is_file() or path.stat().st_size != wanted:
                raise _damaged(path)
        return tuple(StoredExtraction(self, document_id) for document_id in self.document_ids)

    def entity(self, start: int, length: int) -> Entity:
        """Return the entity whose line stands at a place of its file."""
        found: tuple[Entity, ...] = self._lines("entities", Entity, start, length)
        return found[0]


class StoredExtraction(Extraction):
    """An extraction whose parts are read from the disk, each when it is first asked for, and then kept."""

    __slots__ = ("_id", "_record")
    _record: Record
    _id: str

    def __init__(self, record: Record, document_id: str) -> None:
        object.__setattr__(self, "_record", record)
        object.__setattr__(self, "_id", document_id)

    def __getattr__(self, name: str) -> Any:
        """Read a part; Python asks here only while its slot is empty."""
        if name != "document" and name not in PARTS:
            raise AttributeError(name)
        found: Any = self._record.part("documents" if name == "document" else name, self._id)
        object.__setattr__(self, name, found[0] if name == "document" else found)
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        """Compare what was read, wherever it is held."""
        parts = ("document", *PARTS)
        return isinstance(other, Extraction) and all(getattr(self, part) == getattr(other, part) for part in parts)

    def __hash__(self) -> int:
        return hash(self._id)

    @property
    def id(self) -> str:
        """The id of the document, known without reading it."""
        return self._id


def _damaged(path: Path) -> KnowledgeError:
    return KnowledgeError(
        f"La base est incomplète ou abîmée : {path.name} manque ou ne se lit pas ({path}). "
        "Une base entière était attendue. Reconstruisez-la : palabre build SOURCES --base DOSSIER"
    )


# The record holds every part of an extraction.
assert [field.name for field in fields(Extraction)] == ["document", *PARTS]
