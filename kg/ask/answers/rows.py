"""What many kinds of question give: the row of an entity, of a number or of a verdict, and a refusal."""

from kg.ask.question.query import Query
from kg.types import Answer, Entity, Evidence, Row


def entity_row(entity: Entity, evidence: tuple[Evidence, ...], *, value: str | None = None, score: float = 1.0) -> Row:
    """Return the row of an entity, with what is told of it."""
    return Row(entity.id, entity.label, entity.kind, score, value, evidence)


def number_row(
    number: int | str, evidence: tuple[Evidence, ...], *, value: str | None = None, score: float = 1.0
) -> Row:
    """Return the row of a number as it is told, with its value where that is told otherwise; scores end at 1."""
    told = str(number)
    return Row("", told, "number", min(1.0, score), value or told, evidence)


def verdict_row(verdict: str, evidence: tuple[Evidence, ...], *, score: float = 1.0) -> Row:
    """Return the row of « oui », « non » or « plus ou moins »; scores end at 1."""
    return Row("", verdict, "yes-no", min(1.0, score), verdict, evidence)


def refused(query: Query, kind: str, why: str, searched: str) -> Answer:
    """Return the answer that nothing in the corpus tells what is asked: why, and what was searched."""
    return Answer(query.text, kind, f"Rien dans le corpus : {why}.", abstained=True, certificate=searched)
