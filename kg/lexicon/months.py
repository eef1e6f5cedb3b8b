"""The months and the days of the week, in order, as they are written inside a sentence."""

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


def is_date_word(words: str) -> bool:
    """Tell a number or the name of a month."""
    return words.isdigit() or words.lower() in MONTHS
