"""What a question for yes or no asks to affirm: its predicate, whatever the wording, and the nouns of its subject."""

import pytest

from kg.ask.library import Library
from kg.ask.question.rewording import reworded
from kg.ask.verdicts.predicates import parts


@pytest.mark.parametrize(
    ("question", "predicate", "subject"),
    [
        ("La commune a-t-elle vendu la halle ?", "vendu", ["commune"]),
        ("Est-ce que la commune a vraiment vendu la halle ?", "vendu", ["commune"]),
        ("La navette du soir continue-t-elle ?", "continue", ["navette", "soir"]),
        ("Est-ce que la navette continue ?", "continue", ["navette"]),
        ("la commune a porte plainte contre le casino ?", "plainte", ["commune"]),
        ("Le vote des habitants a eu lieu ?", "", ["vote", "habitants"]),
        ("la navette est elle gratuite ?", "gratuite", ["navette"]),
        ("La commune accepte-t-elle de vendre la halle, oui ou non ?", "vendre", ["commune"]),
    ],
)
def test_the_predicate_is_what_follows_the_auxiliary(
    question: str, predicate: str, subject: list[str], library: Library
) -> None:
    asked = parts(library.understand(reworded(question)))
    assert (asked.predicate.words if asked.predicate else "", [term.words for term in asked.subject]) == (
        predicate,
        subject,
    )
