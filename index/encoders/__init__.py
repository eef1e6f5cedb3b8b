"""Sentences to vectors: the default encoder, any other by path, and how a base remembers its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.encoders.spec import EncoderSpec, describe
from index.types import Encoder, SearchIndexError

if TYPE_CHECKING:
    from index.encoders.e5 import EngineEncoder, TorchEncoder

__all__ = ["EncoderSpec", "default_document_encoder", "default_query_encoder", "describe", "open_encoder"]


def default_query_encoder() -> EngineEncoder:
    """Load the side for questions: a tenth of a second, neither torch nor transformers."""
    from index.encoders.e5 import EngineEncoder

    return EngineEncoder()


def default_document_encoder() -> TorchEncoder:
    """Load the side for documents: seconds, and once a conversion into the user's cache directory."""
    from index.encoders.e5 import TorchEncoder

    return TorchEncoder()


def open_encoder(name: str | None = None, *, allow_download: bool = False) -> Encoder:
    """Open an encoder: none is the default one, a folder any sentence-transformers model, a name one of the hub.

    The name of a spec opens the same encoder again; « hashing » is the one without a model, for tests.
    Raises SearchIndexError for a missing folder, or a hub name without `allow_download`.
    """
    from index.encoders.e5 import DEFAULT_NAME, E5Encoder
    from index.encoders.hashing import HASHING_NAME, HashingEncoder
    from index.encoders.sentence import SentenceEncoder

    if name is None or name == DEFAULT_NAME:
        return E5Encoder()
    if name == HASHING_NAME:
        return HashingEncoder()
    folder = Path(name).expanduser()
    if name and folder.is_dir():
        return SentenceEncoder(str(folder))
    if _looks_like_a_path(name):
        raise SearchIndexError(
            f"Le modèle « {name} » n'existe pas. Le dossier d'un modèle sentence-transformers était attendu. "
            "Vérifiez le chemin, ou laissez l'option de côté pour l'encodeur par défaut."
        )
    if not allow_download:
        raise SearchIndexError(
            f"Le modèle « {name} » n'est pas un dossier de cette machine, et rien n'est téléchargé sans accord. "
            "Un dossier, ou un nom du hub avec une permission, était attendu. "
            "Donnez son dossier, ou ajoutez « --allow-download »."
        )
    return SentenceEncoder(name, allow_download=True)


def _looks_like_a_path(name: str) -> bool:
    """Tell a path from a hub name, which is « name » or « owner/name »."""
    return name.startswith((".", "/", "~")) or name.count("/") > 1 or "\\" in name or not name
