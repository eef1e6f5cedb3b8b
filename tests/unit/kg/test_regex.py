import re

import pytest

from kg.regex import regex


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_answers_as_a_compiled_one(flags: int) -> None:
    shape = r"(?P<day>\d+) (?P<month>[a-zéû]+)"
    later, compiled = regex(shape, flags), re.compile(shape, flags)
    text = "du 4 mai au 12 AOÛT, puis le 3 août"
    for _ in range(2):  # the first use compiles
        assert [m.groupdict() for m in later.finditer(text)] == [m.groupdict() for m in compiled.finditer(text)]
        assert later.sub("…", text, count=1) == compiled.sub("…", text, count=1)
        found, expected = later.search(text, 5), compiled.search(text, 5)
        assert found and expected and found.span() == expected.span()
    assert (later.pattern, later.groups, later.flags) == (compiled.pattern, compiled.groups, compiled.flags)


def test_compiles_at_the_first_use_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    honest = re.compile

    def told(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return honest(pattern, flags)

    monkeypatch.setattr("kg.regex.re.compile", told)
    broken, word = regex("("), regex(r"\w+")
    assert compiled == []
    assert [word.findall("un deux"), word.findall("trois")] == [["un", "deux"], ["trois"]]
    assert word.fullmatch("un deux") is None
    assert compiled == [r"\w+"]
    with pytest.raises(re.error):
        broken.search("")


def test_an_unknown_method_is_told_so() -> None:
    with pytest.raises(AttributeError, match="seek"):
        regex("a").seek  # type: ignore[attr-defined]  # noqa: B018
