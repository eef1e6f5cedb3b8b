"""Many strings on the disk: the same as a list of them, in memory and mapped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.strings import Strings

#: What UTF-8 can hold.
TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=30)


@given(TEXTS)
def test_a_list_of_strings(texts: list[str]) -> None:
    strings = Strings.of(texts)
    assert len(strings) == len(texts) and list(strings) == texts
    assert [strings[number] for number in range(-len(texts), len(texts))] == texts + texts
    assert strings[1:4] == texts[1:4]
    with pytest.raises(IndexError):
        strings[len(texts)]


@given(TEXTS, st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x1FFFF), min_size=1, max_size=3))
def test_sorted_strings_are_found_and_those_that_begin_alike(texts: list[str], start: str) -> None:
    known = sorted({*texts, start, start + "a"})
    strings = Strings.of(known)
    assert [strings.place(text) for text in known] == list(range(len(known)))
    assert strings.place(start + "ab") is None or start + "ab" in known
    for low in range(len(known)):  # from there on, what stands before is not found
        assert [strings.place(text, low=low) for text in known[low:]] == list(range(low, len(known)))
        assert strings.place(known[-1] + "a", low=low) is None
    assert strings.beginning(start) == [text for text in known if text.startswith(start)]


def test_saved_and_mapped_and_told_when_cut(tmp_path: Path) -> None:
    Strings.of(["été", "", "hiver"]).save(tmp_path, "words")
    assert list(Strings.load(tmp_path, "words")) == ["été", "", "hiver"]
    other = tmp_path / "other"
    other.mkdir()
    Strings.of(["été", "automne"]).save(other, "words")
    (tmp_path / "words.npy").write_bytes((other / "words.npy").read_bytes())
    with pytest.raises(ValueError, match="entier"):
        Strings.load(tmp_path, "words")
