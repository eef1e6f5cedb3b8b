"""The rows of answers that many kinds of question give: a number, a verdict."""

from kg.types import Evidence, Row


def number_row(
    number: int | str, evidence: tuple[Evidence, ...], *, value: str | None = None, score: float = 1.0
) -> Row:
    """Return the row of a number as it is told, with its value where that is told otherwise; scores end at 1."""
    told = str(number)
    return Row("", told, "number", min(1.0, score), value or told, evidence)


def verdict_row(verdict: str, evidence: tuple[Evidence, ...], *, score: float = 1.0) -> Row:
    """Return the row of « oui », « non » or « plus ou moins »; scores end at 1."""
    return Row("", verdict, "yes-no", min(1.0, score), verdict, evidence)
