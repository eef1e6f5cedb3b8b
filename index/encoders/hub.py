"""Loads sentence-transformers with the Hugging Face hub off, unless a download was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from index.types import EncoderMissingError, SearchIndexError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def load_model(name: str, *, allow_download: bool = False) -> SentenceTransformer:
    """Load a model on the processor in float32, from disk only unless downloads are allowed.

    Raises EncoderMissingError without sentence-transformers, SearchIndexError when the model cannot be loaded.
    """
    if not allow_download:
        # Read when the libraries are imported: set before.
        os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderMissingError(
            f"sentence-transformers ne se charge pas ({error}). Il encode les documents. "
            "Installez-le avec « pip install sentence-transformers »."
        ) from error
    from safetensors import SafetensorError
    from transformers.utils import logging

    # Their bars and reports have no place on our screen: what fails is told below.
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    try:
        # float32 whatever the file holds: half precision is slow on a processor.
        return SentenceTransformer(
            name, device="cpu", local_files_only=not allow_download, model_kwargs={"dtype": "float32"}
        )
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise SearchIndexError(
            f"Le modèle « {name} » ne se charge pas ({_first_line(error)}). "
            "Un modèle sentence-transformers complet était attendu. "
            "Vérifiez le nom ou le dossier ; s'il vient du cache, supprimez-le, il sera refait."
        ) from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
