"""Read a text written in a test as a document would be: the real model, all the rules."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from corpus.assembly import Origin
from corpus.readers.text import read_text
from kg.extract.extractors import read_entities
from kg.extract.parse import load_model, parse
from kg.types import Extraction


@pytest.fixture(scope="session")
def read() -> Callable[[str], Extraction]:
    nlp = load_model()

    def reader(text: str, name: str = "essai.txt") -> Extraction:
        data = text.encode()
        document = read_text(data, Origin("essai", name, sha256(data).hexdigest(), "text/plain"))
        return read_entities(parse(document, nlp))

    return reader
