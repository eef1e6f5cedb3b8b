"""The table of bytes gives what `str.translate` gives, whatever the letters."""

from hypothesis import given
from hypothesis import strategies as st

from index.french import _Folded, fold
from index.translation import LONG

LETTERS = st.text(alphabet=st.one_of(st.sampled_from("aÉœŒß…½ﬁńΩИ™’–\u00ad\u0081\u202f\u0301"), st.characters()))


@given(LETTERS)
def test_a_long_text_is_folded_as_its_letters_are(text: str) -> None:
    long = f"é{text}{' ' * LONG}"
    assert fold(long) == long.translate(_Folded())


def test_a_long_text_of_all_letters_is_folded_as_they_are() -> None:
    letters = [chr(code) for code in range(0x3000)]
    assert [fold(f"é{one}{' ' * LONG}") for one in letters] == [
        f"e{fold(f'é{one}')[1:]}{' ' * LONG}" for one in letters
    ]
