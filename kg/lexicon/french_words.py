"""Whether a word is French, by the tables of `corpus.lexicon`: their decoding, 0.15 s, is kept in the user's cache."""

from array import array
from bisect import bisect_left
from functools import cache

from corpus.lexicon import french, number_of, words_file
from kg.kept import kept_bytes, version_of


def is_french(word: str) -> bool:
    """Tell a French word, in lower case or with a capital, spelt right.

    Words are known by their numbers alone: two that share one of 64 bits are not told apart.
    """
    return any(_has(number_of(form)) for form in {word, word.lower()})


def _has(number: int) -> bool:
    numbers = _numbers()
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


@cache
def _numbers() -> "array[int]":
    """Return the numbers of all French words, in order."""
    numbers = array("Q")
    numbers.frombytes(kept_bytes("french", version_of(words_file()), lambda: _sorted_numbers().tobytes()))
    return numbers


def _sorted_numbers() -> "array[int]":
    return array("Q", sorted(french().numbers()))
