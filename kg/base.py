"""A base: the folder that `palabre build` makes and that every other command opens.

`manifest.json` is written last and names the folder of the current build, so that a build replaces the one before in
one rename. `decisions.csv` and `iris.csv` stand beside it and outlive the builds.
"""

import fcntl
import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.errors import KnowledgeError
from kg.record import Record

if TYPE_CHECKING:
    import pyoxigraph

    from index import Encoder, LexicalIndex, VectorIndex
    from index.types import Vectors
    from kg.register import Register
    from kg.stems import Stems

#: Changes when a base of before can no longer be read.
FORMAT = 5
MANIFEST = "manifest.json"
#: What is made from the record, each in a folder of its own.
VIEWS = ("graph", "vectors", "lexical", "stems", "register")
#: The file, beside the vectors, that holds the mean vector of usual questions.
ASKING = "asking.npy"
#: From this size on, in bytes, vectors are searched by faiss: below, loading it lasts longer than the search.
_MANY_VECTORS = 40_000_000
#: Held by those who read a build.
READERS_LOCK = "readers"
#: The user's decisions, and the ids given so far.
DECISIONS, LEDGER = "decisions.csv", "iris.csv"
DEFAULT = "palabre-base"


def default_path() -> Path:
    """Return the base that commands use when none is named: `$PALABRE_BASE`, else `./palabre-base`."""
    return Path(os.environ.get("PALABRE_BASE") or DEFAULT)


@dataclass(frozen=True)
class Base:
    """An opened base; each view is loaded when first used, and checked against the manifest.

    `reading` keeps the build's folder from being removed by another build while it is open.
    """

    path: Path
    manifest: dict[str, Any]
    reading: IO[bytes] | None = None

    @property
    def folder(self) -> Path:
        """The folder of the current build."""
        return self.path / "builds" / str(self.manifest["folder"])

    @property
    def build(self) -> str:
        """The id of the current build: a digest of the record, of the encoder and of the version."""
        return str(self.manifest["build"])

    @cached_property
    def record(self) -> Record:
        """All that was read."""
        return Record(self.folder / "record")

    def view(self, name: str) -> Path:
        """Return the folder of a view.

        Raises `KnowledgeError` when the view is missing or belongs to another build.
        """
        folder = self.folder / name
        try:
            build = (folder / "BUILD").read_text(encoding="utf-8").strip()
        except OSError:
            build = ""
        if build != self.build:
            told = "appartient à une autre construction" if build else "manque"
            raise KnowledgeError(
                f"La vue « {name} » de la base {self.path} {told}. Une vue de la construction {self.build[:12]} était "
                f"attendue. Reconstruisez la base : palabre build SOURCES --base {self.path}"
            )
        return folder

    @cached_property
    def store(self) -> "pyoxigraph.Store":
        """The RDF graph, read-only."""
        from kg.graph.store import open_store

        return open_store(self.view("graph"))

    @cached_property
    def lexical(self) -> "LexicalIndex":
        """The lexical index over passages and quotations."""
        from index import LexicalIndex

        return LexicalIndex.load(self.view("lexical"))

    @cached_property
    def vectors(self) -> "VectorIndex":
        """The vector index over passages and quotations."""
        from index import ExactIndex, FaissIndex

        folder = self.view("vectors")
        file = folder / "vectors.faiss"
        few = file.is_file() and file.stat().st_size < _MANY_VECTORS
        return ExactIndex.load(folder) if few else FaissIndex.load(folder)

    @cached_property
    def asking(self) -> "Vectors":
        """The mean vector of usual questions: what a question's vector shares with all others. float32, one row."""
        import numpy as np

        from index import SearchIndexError

        try:
            mean: Vectors = np.load(self.view("vectors") / ASKING)
        except (OSError, ValueError, EOFError) as error:
            raise SearchIndexError(
                f"{self.view('vectors') / ASKING} ne se lit pas ({error}). Reconstruisez la base : palabre build"
            ) from error
        return mean

    @cached_property
    def stems(self) -> "Stems":
        """The stems of every sentence, and the thesaurus that the base was built with."""
        from kg.stems import open_stems

        return open_stems(self.view("stems"))

    @cached_property
    def register(self) -> "Register":
        """What a question looks up by name: entities, events, titles, functions."""
        from kg.register import open_register

        return open_register(self.view("register"))

    @cached_property
    def encoder(self) -> "Encoder":
        """The encoder that made the vectors, on the question's side.

        Raises `SearchIndexError` when it is not the one that the manifest names.
        """
        from index import EncoderSpec, describe, open_encoder

        spec = EncoderSpec.from_dict(self.manifest["encoder"])
        encoder = open_encoder(spec.name)
        spec.require(describe(encoder))
        return encoder


def open_base(path: Path, *, again: bool = True) -> Base:
    """Open a base.

    Raises `KnowledgeError` when there is none, when it is cut off or when another version made it.
    """
    remedy = f"Construisez-la : palabre build SOURCES --base {path}"
    try:
        found_bytes = (path / MANIFEST).read_bytes()
        manifest = json.loads(found_bytes)
    except FileNotFoundError:
        told = (
            "est incomplète : la construction n'est pas allée au bout" if (path / "builds").exists() else "n'existe pas"
        )
        raise KnowledgeError(f"La base {path} {told} (pas de {MANIFEST}). {remedy}") from None
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"La base {path} ne s'ouvre pas : {MANIFEST} est illisible ou abîmé. {remedy}") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        found = manifest.get("format") if isinstance(manifest, dict) else None
        raise KnowledgeError(
            f"La base {path} a été faite par une autre version de Palabre (format {found}, attendu {FORMAT}). "
            f"Re{remedy[0].lower()}{remedy[1:]}"
        )
    folder = path / "builds" / str(manifest.get("folder"))
    held = hold(folder)
    if folder.is_dir():
        return Base(path, manifest, held)
    if again and (path / MANIFEST).read_bytes() != found_bytes:
        return open_base(path, again=False)  # another build has just taken the place of the one that was named
    raise KnowledgeError(f"La base {path} est incomplète : le dossier de sa construction manque. {remedy}")


def hold(folder: Path, *, alone: bool = False) -> IO[bytes] | None:
    """Hold a build's folder until the returned file is closed, with others or alone; nothing when it cannot be held."""
    try:
        held = (folder / READERS_LOCK).open("rb")
    except OSError:
        return None
    try:
        fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        held.close()
        return None
    return held
