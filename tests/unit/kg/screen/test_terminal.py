"""Untrusted words never drive the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from kg.screen.terminal import on_line, safe


def test_escape_sequences_and_reversed_text_lose_their_power() -> None:
    assert safe("\x1b[31mrouge\x1b[0m \u202egauche\u202c \x07fin") == "[31mrouge[0m gauche fin"
    assert on_line("deux\nlignes\tet \r un retour") == "deux lignes et un retour"


@given(st.text())
def test_nothing_that_is_left_controls_the_screen(text: str) -> None:
    line = on_line(text)
    assert "\n" not in line
    assert all(ord(character) >= 32 and not 127 <= ord(character) < 160 for character in line)
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
