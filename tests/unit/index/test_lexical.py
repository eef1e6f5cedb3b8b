import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import LexicalIndex, SearchIndexError, tokens

TEXTS = {
    "p1": "L’évaluation des politiques publiques par les habitants",
    "p2": "Le budget participatif de la commune",
    "p3": "Les habitants votent le budget ; le budget est petit",
    "p4": "ÉVALUER sans juger",
}


@pytest.fixture(scope="module")
def index() -> LexicalIndex:
    return LexicalIndex.build(list(TEXTS), list(TEXTS.values()))


def test_finds_other_forms_of_the_words(index: LexicalIndex) -> None:
    assert [hit.key for hit in index.search("qui évalue ?", 10)] == ["p4", "p1"]
    assert [hit.key for hit in index.search("BUDGETS", 10)] == ["p3", "p2"]


@pytest.mark.parametrize("query", ["", "et de la", "zzyzx inconnu", "?!", " "])
def test_nothing_known_nothing_found(index: LexicalIndex, query: str) -> None:
    assert index.search(query, 5) == []


@pytest.mark.parametrize(("k", "count"), [(-1, 0), (0, 0), (1, 1), (2, 2), (99, 2)])
def test_k_may_be_anything(index: LexicalIndex, k: int, count: int) -> None:
    assert len(index.search("budget", k)) == count


def test_repeating_a_word_changes_nothing(index: LexicalIndex) -> None:
    assert index.search("budget budget habitants", 5) == index.search("habitants, budget", 5)


def test_frequencies(index: LexicalIndex) -> None:
    (budget,) = tokens("budget")
    assert (index.document_frequency(budget), index.document_frequency("inconnu")) == (2, 0)
    assert index.idf(budget) == pytest.approx(math.log(1 + 2.5 / 2.5))
    assert index.idf("inconnu") == pytest.approx(math.log(1 + 4.5 / 0.5))


@pytest.mark.parametrize("texts", [[], [""], ["et de la", "?"]])
def test_a_corpus_without_words(texts: list[str], tmp_path: Path) -> None:
    index = LexicalIndex.build([str(number) for number in range(len(texts))], texts)
    index.save(tmp_path)
    for same in (index, LexicalIndex.load(tmp_path)):
        assert len(same) == len(texts)
        assert same.search("budget", 3) == []
        assert same.idf("budget") > 0


def oracle(texts: list[str], query: str) -> dict[str, float]:
    """BM25 as Lucene has it, from its formula (Kamphuis et al., ECIR 2020)."""
    words = [tokens(text) for text in texts]
    mean = sum(map(len, words)) / len(words) or 1
    scores: dict[str, float] = {}
    for token in set(tokens(query)):
        frequency = sum(token in row for row in words)
        idf = math.log(1 + (len(words) - frequency + 0.5) / (frequency + 0.5))
        for number, row in enumerate(words):
            if count := row.count(token):
                part = idf * count / (count + 1.5 * (1 - 0.75 + 0.75 * len(row) / mean))
                scores[str(number)] = scores.get(str(number), 0) + part
    return scores


sentence = st.lists(st.sampled_from("budget vote maire élus ville-pilote 2018 de la".split()), max_size=8).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(sentence, min_size=1, max_size=12), query=sentence, k=st.integers(0, 15))
def test_scores_are_the_formula_and_ties_follow_the_keys(texts: list[str], query: str, k: int) -> None:
    index = LexicalIndex.build([str(number) for number in range(len(texts))], texts)
    everything = index.search(query, 99)
    expected = oracle(texts, query)
    assert {hit.key: hit.score for hit in everything} == pytest.approx(expected, abs=1e-5)
    assert everything == sorted(everything, key=lambda hit: (-hit.score, hit.key))
    assert index.search(query, k) == everything[:k]


def test_saved_and_loaded_answers_the_same_from_mapped_files(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path)
    opened = LexicalIndex.load(tmp_path)
    for query in ("budget des habitants", "évaluation", "rien"):
        assert opened.search(query, 9) == index.search(query, 9)
    assert opened.document_frequency("budget") == 2
    assert isinstance(opened._weights.base, np.memmap)


FILES = sorted(
    ["lexical.json", "rows.npy", "starts.npy", "weights.npy"]
    + [f"{name}{part}.npy" for name in ("keys", "tokens") for part in ("", "-ends")]
)


def test_same_texts_same_bytes(index: LexicalIndex, tmp_path: Path) -> None:
    for name in "ab":
        LexicalIndex.build(list(TEXTS), list(TEXTS.values())).save(tmp_path / name)
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab")
    assert first == second
    assert sorted(first) == FILES


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["cut", "gone", "empty", "of another index"])
def test_a_damaged_folder_is_told(index: LexicalIndex, name: str, damage: str, tmp_path: Path) -> None:
    index.save(tmp_path)
    path = tmp_path / name
    if damage == "gone":
        path.unlink()
    elif damage == "of another index":
        LexicalIndex.build(["x"], ["un tout autre texte, plus long que les autres, avec bien des mots"]).save(
            tmp_path / "other"
        )
        path.write_bytes((tmp_path / "other" / name).read_bytes())
    else:
        path.write_bytes(path.read_bytes()[:-3] if damage == "cut" else b"")
    with pytest.raises(SearchIndexError, match=r"L'index lexical .* est illisible .* Reconstruisez"):
        LexicalIndex.load(tmp_path)


@pytest.mark.parametrize(("keys", "texts"), [(["a"], []), (["a", "a"], ["x", "y"])])
def test_keys_that_do_not_fit_are_refused(keys: list[str], texts: list[str]) -> None:
    with pytest.raises(SearchIndexError, match="clé distincte"):
        LexicalIndex.build(keys, texts)


def test_ideas_count_by_the_best_of_their_ways() -> None:
    texts = ["le prix de l'eau", "le tarif de l'eau", "une forêt", "le prix du pain"]
    index = LexicalIndex.build(list("abcd"), texts)
    price = [(frozenset(tokens("prix")), 1.0), (frozenset(tokens("tarif")), 0.5)]
    water = [(frozenset(tokens("eau")), 1.0)]
    scores = {hit.key: hit.score for hit in index.search_ideas([price, water], 10)}
    alone = {word: {hit.key: hit.score for hit in index.search(word, 10)} for word in ("prix", "tarif", "eau")}
    assert scores["a"] == pytest.approx(alone["prix"]["a"] + alone["eau"]["a"], abs=1e-5)
    assert scores["b"] == pytest.approx(0.5 * alone["tarif"]["b"] + alone["eau"]["b"], abs=1e-5)
    assert "c" not in scores
    both = index.search_ideas([[(frozenset(tokens("prix pain")), 0.8)]], 10)
    assert [hit.key for hit in both] == ["d"]
    assert index.holding(tokens("eau")[0]) == ["a", "b"] and index.holding("absent") == []
