"""« (ONG) » under a quotation is the one body that carries a sheet which says « ONG » in its head."""

from typing import TYPE_CHECKING

import pytest

from kg.extract.extractors import read_entities
from kg.relate.quotations import find_quotations
from kg.resolve import resolve
from tests.unit.kg.relate.quotations.marked import read

if TYPE_CHECKING:
    from spacy.language import Language

QUOTE = (
    "\n\nLe reste suit son cours.\n\n« On a vu venir des gens qui n'étaient jamais venus. Je n'y croyais plus » (ONG)\n"
)


def _speakers(text: str, nlp: "Language") -> list[tuple[str, str | None]]:
    parsed = read(text, nlp)
    extraction = read_entities(parsed)
    entities = resolve([extraction])
    named = {mention: entity.label for entity in entities for mention in entity.mentions}
    found = find_quotations(parsed, extraction, entities)
    return [(one.provenance.rule, named.get(one.speaker or "")) for one in found if one.mode == "direct"]


@pytest.mark.parametrize(
    "head",
    [
        "FICHE D'EXPÉRIENCE\n\nUn jardin à l'école\n\nONG\n\nPratique déployée par\nAssociation Rivages",
        "FICHE D'EXPÉRIENCE\n\nONG\n\nStructure porteuse : Association Rivages",
    ],
)
def test_the_body_that_carries_the_sheet_signs(head: str, nlp: "Language") -> None:
    assert _speakers(head + QUOTE, nlp) == [("signature-carrier/1", "Rivages")]


@pytest.mark.parametrize(
    "head",
    [
        "FICHE D'EXPÉRIENCE\n\nUn jardin à l'école\n\nPratique déployée par\nAssociation Rivages",
        "FICHE D'EXPÉRIENCE\n\nONG\n\nL'Association Rivages était là.",
        "FICHE\n\nONG\n\nMenée par\nAssociation Rivages\n\nMenée par\nAssociation Colibri",
    ],
)
def test_nobody_is_guessed_without_the_line_or_the_one_body(head: str, nlp: "Language") -> None:
    assert _speakers(head + QUOTE, nlp) == [("signature-nobody/1", None)]
