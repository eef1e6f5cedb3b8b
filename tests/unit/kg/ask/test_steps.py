"""Who opens or closes a meeting is asked of its people; what was said then is not."""

import pytest

from kg.ask.question.query import Query
from kg.ask.sessions.steps import step_asked


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("Qui parle pendant l'ouverture du forum ?", "opening"),
        ("Qui intervenait à l'ouverture ?", "opening"),
        ("Qui a conclu le forum ?", "closing"),
        ("Qui était présent à la clôture ?", "closing"),
        ("Qui a parlé de l'eau pendant l'ouverture ?", None),
        ("Qui a mis en garde contre le bruit lors de la clôture ?", None),
        ("Qui craint que la rue se vide, lors de l'ouverture ?", None),
    ],
)
def test_a_step_is_asked_for_its_people_alone(question: str, step: str | None) -> None:
    assert step_asked(Query(question)) == step
