"""How often each rule is right about the speaker, measured by `bench/quotations.py`."""

#: Precision of the named speaker, by rule; a rule that is not listed gets `DEFAULT`.
PRECISION: dict[str, float] = {}
DEFAULT = 0.9


def confidence_of(rule: str) -> float:
    """Return the confidence of a rule, in 0..1."""
    return PRECISION.get(rule, DEFAULT)
