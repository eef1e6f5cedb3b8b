"""« Comme le note l'élue » has a verb of speech; « comme le juge de paix » has none."""

from typing import TYPE_CHECKING

import pytest

from kg.relate.quotations import find_quotations
from tests.unit.kg.relate.quotations.marked import extraction, read

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (
            "C'est un signe, comme le signale Ada Meunier, pour la Ville : « La digue tient bon ».",
            ["signale Ada Meunier"],
        ),
        ("La salle attend, comme le juge de paix, que la pluie cesse.", []),
    ],
)
def test_what_follows_as_it_is_a_verb(text: str, cues: list[str], nlp: "Language") -> None:
    parsed = read(text, nlp)
    found = find_quotations(parsed, *extraction(parsed))
    assert [quotation.cue for quotation in found if quotation.mode == "direct"] == cues
