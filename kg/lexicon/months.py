"""The months and the days of the week, in order, as they are written inside a sentence."""

from kg.lexicon.folding import fold

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_FOLDED = frozenset(map(fold, MONTHS))


def is_date_word(words: str) -> bool:
    """Tell a number or the name of a month, with its accents or without."""
    return words.isdigit() or fold(words) in _FOLDED
