"""Every vector index gives what the definition says: inner products, best first, equal scores by key."""

from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from index import ExactIndex, FaissIndex, SearchIndexError

INDEXES: list[type] = [ExactIndex, FaissIndex]
every_index = pytest.mark.parametrize("kind", INDEXES, ids=lambda kind: kind.__name__)
DIMENSION = 4
FIRST = np.array([[1, 0, 0, 0]], dtype=np.float32)
Kind: TypeAlias = type[ExactIndex] | type[FaissIndex]


def unit(rows: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths > 1e-6, lengths, 1)).astype(np.float32)


def oracle(keys: list[str], rows: np.ndarray, query: np.ndarray, k: int) -> list[tuple[str, float]]:
    """The definition, term by term, in Python's own numbers."""
    scores = [round(sum(float(a) * float(b) for a, b in zip(row, query, strict=True)), 6) for row in rows]
    return sorted(zip(keys, scores, strict=True), key=lambda pair: (-pair[1], pair[0]))[:k]


# Few distinct values, so that equal rows and equal scores are the rule.
coarse = st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0])
tables = st.integers(0, 60).flatmap(lambda count: hnp.arrays(np.float32, (count, DIMENSION), elements=coarse))


@every_index
@settings(max_examples=60, deadline=None)
@given(
    table=tables, query=hnp.arrays(np.float32, (1, DIMENSION), elements=coarse), k=st.integers(0, 70), data=st.data()
)
def test_search_is_the_definition(
    kind: Kind, table: np.ndarray, query: np.ndarray, k: int, data: st.DataObject
) -> None:
    keys = data.draw(st.permutations([f"p{number:03}" for number in range(len(table))]))
    rows, vector = unit(table), unit(query)[0]
    index = kind(DIMENSION)
    index.add(keys, rows)
    found = [(hit.key, hit.score) for hit in index.search(vector, k)]
    expected = oracle(keys, rows, vector, k)
    assert [key for key, _ in found] == [key for key, _ in expected]
    assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=1.5e-6)
    assert len(index) == len(keys)


@every_index
def test_real_sized_rows_against_the_definition(kind: Kind) -> None:
    generator = np.random.default_rng(7)
    rows = unit(generator.normal(size=(500, 384)))
    keys = [f"p{number}" for number in range(500)]
    index = kind(384)
    index.add(keys[:200], rows[:200])
    index.add(keys[200:], rows[200:])
    found, expected = index.search(rows[42][None, :], 10), oracle(keys, rows, rows[42], 10)
    assert [hit.key for hit in found] == [key for key, _ in expected]
    assert [hit.score for hit in found] == pytest.approx([score for _, score in expected], abs=1e-6)
    assert (found[0].key, found[0].score) == ("p42", 1.0)


@every_index
def test_two_hundred_equals_come_in_the_order_of_their_keys(kind: Kind) -> None:
    index = kind(DIMENSION)
    keys = [f"p{number:03}" for number in reversed(range(200))]
    index.add(keys, np.tile(FIRST, (200, 1)))
    assert [hit.key for hit in index.search(FIRST[0], 3)] == ["p000", "p001", "p002"]


@every_index
def test_saved_and_loaded_answers_the_same(kind: Kind, tmp_path: Path) -> None:
    rows = unit(np.random.default_rng(1).normal(size=(30, DIMENSION)))
    index = kind(DIMENSION)
    index.add([f"clé {number}" for number in range(30)], rows)
    index.save(tmp_path / "vectors")
    opened = kind.load(tmp_path / "vectors")
    assert len(opened) == 30
    assert opened.search(rows[3], 30) == index.search(rows[3], 30)
    opened.add(["later"], rows[3:4])
    assert [hit.key for hit in opened.search(rows[3], 2)] == ["clé 3", "later"]


@every_index
def test_same_content_same_bytes_whatever_the_order_of_adding(kind: Kind, tmp_path: Path) -> None:
    rows = unit(np.random.default_rng(2).normal(size=(20, DIMENSION)))
    keys = [f"p{number:02}" for number in range(20)]
    for name, order in (("a", range(20)), ("b", reversed(range(20)))):
        index = kind(DIMENSION)
        for row in order:
            index.add([keys[row]], rows[row : row + 1])
        index.save(tmp_path / name)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert len(contents(tmp_path / "a")) == 4


@pytest.mark.parametrize("count", [0, 1, 25])
def test_the_exact_index_opens_what_faiss_wrote(count: int, tmp_path: Path) -> None:
    rows = unit(np.random.default_rng(3).normal(size=(count, DIMENSION)))
    index = FaissIndex(DIMENSION)
    index.add([f"p{number}" for number in range(count)], rows)
    index.save(tmp_path)
    query = unit(np.ones((1, DIMENSION), np.float32))[0]
    assert ExactIndex.load(tmp_path).search(query, 5) == index.search(query, 5)


@pytest.mark.parametrize(
    ("kind", "opener"),
    [(ExactIndex, ExactIndex), (FaissIndex, FaissIndex), (FaissIndex, ExactIndex)],
    ids=["exact", "faiss", "faiss opened by exact"],
)
@pytest.mark.parametrize("damage", ["cut", "empty", "gone", "keys cut", "keys gone", "one key less", "other format"])
def test_a_damaged_folder_is_told(kind: Kind, opener: Kind, damage: str, tmp_path: Path) -> None:
    index = kind(DIMENSION)
    index.add(["a", "b", "c"], unit(np.random.default_rng(4).normal(size=(3, DIMENSION))))
    index.save(tmp_path)
    vectors = next(path for path in tmp_path.glob("vectors.*") if path.suffix != ".json")
    keys, told = tmp_path / "keys.npy", tmp_path / "vectors.json"
    if damage == "cut":
        vectors.write_bytes(vectors.read_bytes()[:-5])
    elif damage == "empty":
        vectors.write_bytes(b"")
    elif damage == "gone":
        vectors.unlink()
    elif damage == "keys cut":
        keys.write_bytes(keys.read_bytes()[:-5])
    elif damage == "keys gone":
        keys.unlink()
    elif damage == "one key less":
        told.write_text(told.read_text().replace('"keys": 3', '"keys": 2'))
    else:
        told.write_text(told.read_text().replace('"format": 2', '"format": 1'))
    with pytest.raises(SearchIndexError, match=r"est illisible .* Reconstruisez la base"):
        opener.load(tmp_path)


@every_index
def test_what_does_not_fit_is_refused(kind: Kind) -> None:
    index = kind(DIMENSION)
    row = FIRST
    index.add(["a"], row)
    for keys, rows in (
        (["a"], row),
        (["b", "b"], np.vstack([row, row])),
        (["b"], np.vstack([row, row])),
        (["b"], row[:, :3]),
        (["b"], row * 3),
        (["b"], row * np.nan),
    ):
        with pytest.raises(SearchIndexError):
            index.add(keys, rows)
    assert len(index) == 1
    with pytest.raises(SearchIndexError, match="3 nombres"):
        index.search(row[0, :3], 1)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@every_index
def test_the_spread_of_scores_is_that_of_all_rows_or_near_it_when_they_are_many(kind: Kind) -> None:
    generator = np.random.default_rng(3)
    for count in (1, 500, 9000):
        rows = unit(generator.normal(size=(count, 16)))
        index = kind(16)
        index.add([f"p{number}" for number in range(count)], rows)
        scores = rows.astype(np.float64) @ rows[0].astype(np.float64)
        assert index.spread(rows[0]) == pytest.approx((scores.mean(), scores.std()), abs=1e-6 if count < 4000 else 0.02)
    assert kind(16).spread(rows[0]) == (0.0, 0.0)


@every_index
def test_the_scores_of_some_keys_are_those_of_the_search(kind: Kind, tmp_path: Path) -> None:
    rows = unit(np.random.default_rng(3).normal(size=(60, DIMENSION)))
    index = kind(DIMENSION)
    index.add([f"p{number * 7 % 60:02}" for number in range(60)], rows)
    index.save(tmp_path)
    query = unit(FIRST)[0]
    all_scores = {hit.key: hit.score for hit in index.search(query, 60)}
    asked = ["p31", "p02", "absente", "p59"]
    for one in (index, kind.load(tmp_path)):
        found = one.scores(query, asked)
        assert list(found) == ["p31", "p02", "p59"]
        assert found == pytest.approx({key: all_scores[key] for key in found}, abs=2e-6)
        assert one.scores(query, ["absente"]) == {}
