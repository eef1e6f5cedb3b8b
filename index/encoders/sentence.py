"""Any sentence-transformers model, from disk or, when that was allowed, from the hub."""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.encoders.conversion import PROMPTS
from index.encoders.hub import load_model
from index.encoders.spec import EncoderSpec

if TYPE_CHECKING:
    from index.types import Vectors

#: Files up to this size count whole in a fingerprint, larger ones by size, head and tail.
SMALL = 1 << 20
WHAT_COMPUTES = {".json", ".txt", ".model", ".safetensors", ".bin", ".onnx"}


class SentenceEncoder:
    """Wraps a model so that its vectors have length 1; raises SearchIndexError when it cannot be loaded."""

    def __init__(self, name: str, *, allow_download: bool = False) -> None:
        self.name = name
        self._model = load_model(name, allow_download=allow_download)
        if re.search(r"(?:^|[/_-])e5(?:[_-]|$)", name) and not any(self._model.prompts.values()):
            # The E5 family is trained with prefixes, which its published folders leave to the user.
            self._model.prompts = dict(PROMPTS)

    @cached_property
    def spec(self) -> EncoderSpec:
        """Return the name given, the dimension, and a digest of the files (of the settings for a hub model)."""
        dimension = int(self._model.encode_query([""]).shape[1])
        folder = Path(self.name).expanduser()
        if folder.is_dir():
            return EncoderSpec(str(folder.resolve()), dimension, folder_digest(folder))
        transformer: Any = self._model[0]
        revision = getattr(transformer.auto_model.config, "_commit_hash", None) or "main"
        return EncoderSpec(self.name, dimension, str(revision)[:16])

    def encode_query(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per question, with the model's own prompt for questions."""
        return self._rows(self._model.encode_query, texts)

    def encode_document(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per passage, with the model's own prompt for documents."""
        return self._rows(self._model.encode_document, texts)

    def _rows(self, encode: Any, texts: list[str]) -> Vectors:
        import numpy as np

        if not texts:
            return np.zeros((0, self.spec.dimension), np.float32)
        rows = encode(list(texts), batch_size=8, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def folder_digest(folder: Path) -> str:
    """Return 16 hexadecimal digits over the names, sizes and contents of the files that compute."""
    state = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in WHAT_COMPUTES)
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        size = path.stat().st_size
        state.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            state.update(file.read(SMALL))
            if size > SMALL:
                file.seek(-min(SMALL, size - SMALL), 2)
                state.update(file.read())
    return state.hexdigest()[:16]
