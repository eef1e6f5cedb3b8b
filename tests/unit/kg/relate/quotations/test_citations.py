"""The page of the rules shows the counts that the rules read; the counts are those of the cases."""

import json
from typing import TYPE_CHECKING

from bench.quotations import counted
from docs.make_citations import PAGE, page
from kg.relate.quotations.confidence import DEFAULT, PATH, confidence_of, measured
from tests.unit.kg.relate.quotations.marked import TABLES, outcome, table

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_page_of_the_rules_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python bench/quotations.py --write"


def test_the_counts_are_those_of_the_cases(nlp: "Language") -> None:
    found = counted(outcome(case, nlp) for name in TABLES for case in table(name))
    kept = json.loads(PATH.read_text(encoding="utf-8"))
    assert {key: kept[key]["cases"] for key in found} == found, "run python bench/quotations.py --write"


def test_the_default_keeps_what_is_right_97_times_in_100() -> None:
    kept = [counts for rule, counts in measured().items() if confidence_of(rule) >= DEFAULT]
    assert round(sum(right for right, _ in kept) / sum(made for _, made in kept), 2) >= 0.97
