"""Bases to ask: two short reports written for the questions' own examples, and the sample corpus."""

from pathlib import Path

import pytest

from kg.ask.library import Library
from kg.base import open_base

REPORTS = Path(__file__).parent / "reports"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the base of the two reports, built without a model of meaning."""
    from kg.build import BuildOptions, build

    base = tmp_path_factory.mktemp("forum") / "base"
    build([REPORTS], base, BuildOptions(model="hashing"))
    return Library(open_base(base))


@pytest.fixture(scope="session")
def sample(sample_base: Path) -> Library:
    """Return the base of the sample corpus, with the default encoder."""
    return Library(open_base(sample_base))
