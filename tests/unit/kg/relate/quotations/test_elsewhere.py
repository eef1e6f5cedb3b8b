"""Who speaks under a function that another document gives to somebody."""

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from corpus.assembly import Origin
from corpus.readers.text import read_text
from kg.extract.extractors import read_entities
from kg.extract.parse import parse
from kg.knowledge import Knowledge
from kg.relate.quotations import find_quotations
from kg.relate.quotations.elsewhere import told_elsewhere
from kg.resolve import resolve
from kg.types import Extraction

if TYPE_CHECKING:
    from spacy.language import Language

LIST = (
    "Forum du 3 mars 2020\n\nParticipants :\n- Claire Dubreuil, directrice du Musée de Lorville\n"
    "- Paul Vial, président du Réseau Cigale\n- Maud Krol, juriste\n"
)


def _alone(text: str, name: str, nlp: "Language") -> Extraction:
    document = read_text(text.encode(), Origin(name, name, sha256(text.encode()).hexdigest(), "text/plain"))
    parsed = parse(document, nlp)
    partial = read_entities(parsed)
    return replace(partial, quotations=find_quotations(parsed, partial, resolve((partial,))))


def _speakers(texts: tuple[str, ...], nlp: "Language") -> list[str | None]:
    """Return who speaks in the last of some texts, in order."""
    alone = tuple(_alone(text, f"d{at}", nlp) for at, text in enumerate(texts))
    entities = resolve(alone)
    label = {mention: entity.label for entity in entities for mention in entity.mentions}
    told = told_elsewhere(Knowledge(alone, entities))[-1].quotations
    return [label.get(quotation.speaker or "") for quotation in told]


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ("La directrice du Musée de Lorville a demandé que le toit soit refait.", ["Claire Dubreuil"]),
        (
            "La directrice du Musée de Lorville a demandé que le toit soit refait. Elle rappelle que le car est cher.",
            ["Claire Dubreuil"] * 2,
        ),
        ("Le président du Réseau Cigale regrette que la salle soit petite.", ["Paul Vial"]),
        ("Le directeur du Musée de Lorville a demandé que le toit soit refait.", [None]),
        ("La vice-présidente du Réseau Cigale regrette que la salle soit petite.", [None]),
        ("L'ancien président du Réseau Cigale regrette que la salle soit petite.", [None]),
        ("La directrice du Musée de Pontaval a demandé que le toit soit refait.", [None]),
        ("La juriste a demandé que le toit soit refait.", [None]),
    ],
)
def test_an_office_that_another_document_tells(said: str, speakers: list[str | None], nlp: "Language") -> None:
    assert _speakers((LIST, f"Compte rendu du 4 mars 2020\n\nLa salle est pleine. {said}\n"), nlp) == speakers


def test_an_office_that_two_people_hold_names_nobody(nlp: "Language") -> None:
    other = (
        "Forum du 9 mars 2020\n\nParticipants :\n- Anne Petit, directrice du Musée de Lorville\n- Jean Roux, maire\n"
    )
    said = "Compte rendu du 4 mars 2020\n\nLa directrice du Musée de Lorville a demandé que le toit soit refait.\n"
    assert _speakers((LIST, other, said), nlp) == [None]


def test_an_office_told_many_years_away_names_nobody(nlp: "Language") -> None:
    said = "Compte rendu du 4 mars 2012\n\nLa directrice du Musée de Lorville a demandé que le toit soit refait.\n"
    assert _speakers((LIST, said), nlp) == [None]
