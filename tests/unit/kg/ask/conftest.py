"""Bases to ask: two short reports written for the questions' own examples, and the sample corpus."""

from collections.abc import Callable, Mapping
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
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Library]:
    """Make the base of some papers, by the names of their files, built without a model of meaning."""
    from kg.build import BuildOptions, build

    def make(papers: Mapping[str, str]) -> Library:
        folder = tmp_path_factory.mktemp("papers")
        for name, text in papers.items():
            (folder / name).write_text(text, encoding="utf-8")
        build([folder], folder / "base", BuildOptions(model="hashing"))
        return Library(open_base(folder / "base"))

    return make


@pytest.fixture(scope="session")
def sample(sample_base: Path) -> Library:
    """Return the base of the sample corpus, with the default encoder."""
    return Library(open_base(sample_base))
