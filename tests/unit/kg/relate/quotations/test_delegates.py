"""« La déléguée de Lens » is whom a list gives to Lens, not whoever the sentence before names."""

from typing import TYPE_CHECKING

import pytest

from kg.extract.extractors import read_entities
from kg.relate.quotations import find_quotations
from kg.resolve import resolve
from tests.unit.kg.relate.quotations.marked import read

if TYPE_CHECKING:
    from spacy.language import Language

_LIST = (
    "# Comité\n\nPrésents : Benoît Carlin (Lens) ; Nadège Fortin (Béthune) ; "
    "Estelle Roumois, directrice du musée de Béthune.\n\n"
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Estelle Roumois reconnaît que non. La déléguée de Béthune exige que tout soit affiché.", "Nadège Fortin"),
        ("Estelle Roumois reconnaît que non. La directrice du musée exige que tout soit affiché.", "Estelle Roumois"),
    ],
)
def test_delegate(text: str, speaker: str, nlp: "Language") -> None:
    parsed = read(_LIST + text, nlp)
    partial = read_entities(parsed)
    entities = resolve((partial,))
    owner = {mention: entity.label for entity in entities for mention in entity.mentions}
    last = find_quotations(parsed, partial, entities)[-1]
    assert owner.get(last.speaker or "") == speaker
