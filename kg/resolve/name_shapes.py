"""Two ways of writing one name: initials, dropped names, typing slips; words are folded, given names first."""

from kg.lexicon.given_names import is_given_name
from kg.resolve.sounds import sound

#: Given names cut to two letters: « Ph. », « Ch. ».
_ABBREVIATED = ("ch", "ph", "th", "cl")


def is_initialled(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell « L.-M. Petit » or « Ph. Petit » for « Lise-Marie Petit », « Philippe Petit »."""
    count = next((at for at, word in enumerate(short) if len(word) > 1 and word not in _ABBREVIATED), 0)
    rest = short[count:]
    given = long[: len(long) - len(rest)]
    told = zip(short[:count], given, strict=False)
    return 0 < count <= len(given) and long[-len(rest) :] == rest and all(word.startswith(head) for head, word in told)


def is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell « Ana Ruiz » in « Ana Lucia Ruiz Mora »: given name and a surname word kept, in order, two words more."""
    if len(short) < 2 or len(short) == len(long) or short[0] != long[0] or len(long) - len(short) > 2:
        return False
    rest = iter(long[1:])
    if not all(word in rest for word in short[1:]):
        return False
    return short[-1] in _surname_words(long)


def _surname_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that may be the surname: all but the given names that begin the name."""
    at = 1
    while at < len(words) - 1 and is_given_name(words[at]):
        at += 1
    return words[at:]


def slipped(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell names of as many words that differ by one or two letters in one of them."""
    if len(short) != len(long) or len(short) < 2:
        return False
    different = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    return len(different) == 1 and _near(*different[0]) and not _two_given_names(*different[0])


def spelt_otherwise(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell names that differ by how the given name is spelt: « Ignacio » and « Ignatio », same surname."""
    same = len(short) == len(long) >= 2 and short[1:] == long[1:] and min(len(short[0]), len(long[0])) >= 4
    return same and short[0] != long[0] and sound(short[0]) == sound(long[0])


def tiny(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell names of as many words that differ by one slip, in words of six letters or more."""
    if len(short) != len(long):
        return False
    different = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    return all(min(len(a), len(b)) >= 6 and _near(a, b) for a, b in different)


def is_part_with_slip(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell a shorter name in which one word is also mistyped."""
    if len(short) < 2 or len(long) <= len(short) or len(long) - len(short) > 2:
        return False
    if short[0] == long[0]:
        return any(_near(short[-1], word) for word in long[1:])
    return _near(short[0], long[0]) and all(word in long[1:] for word in short[1:])


def _two_given_names(left: str, right: str) -> bool:
    return is_given_name(left) and is_given_name(right)


def _near(left: str, right: str) -> bool:
    """Tell words that one typing slip separates; the first letter is kept, short words must be all alike but one."""
    from rapidfuzz.distance import DamerauLevenshtein

    if left == right or left[:1] != right[:1]:
        return left == right
    return DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1 and min(len(left), len(right)) >= 3
