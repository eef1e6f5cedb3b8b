from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset

from kg.graph.build import dataset
from kg.graph.store import open_store, write_store
from tests.unit.kg.graph.village import KNOWLEDGE, THESAURUS


@pytest.fixture(scope="session")
def village_dataset() -> Dataset:
    return dataset(KNOWLEDGE, thesaurus=THESAURUS, replaced={"person/ines-k": "person/ines-kerouedan"})


@pytest.fixture(scope="session")
def village_folder(village_dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    write_store(village_dataset, folder)
    return folder


@pytest.fixture(scope="session")
def village(village_folder: Path) -> pyoxigraph.Store:
    return open_store(village_folder)
