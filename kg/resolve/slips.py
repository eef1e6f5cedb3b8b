"""How many slips of the pen part two names."""


def distance(left: str, right: str) -> int:
    """Return the letters changed, left out, added or swapped between two names: 0, 1, 2, and 3 for more."""
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(left, right, score_cutoff=2)
