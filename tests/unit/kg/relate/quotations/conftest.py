"""The French pipeline, loaded once."""

from typing import TYPE_CHECKING

import pytest

from kg.extract.parse import load_model

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> "Language":
    return load_model()
