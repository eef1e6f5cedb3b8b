"""What several tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples at each run, so that a check that passed passes again; a busy machine is no failure.
settings.register_profile("palabre", derandomize=True, deadline=None)
settings.load_profile("palabre")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the five real reports, which are not in the repository; skip where it is absent."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared/seeds is absent: the real reports are not part of the repository")
    return folder


@pytest.fixture(scope="session")
def sample_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a base of the sample corpus once, with the default encoder."""
    from kg.build import build

    base = tmp_path_factory.mktemp("sample") / "base"
    build([ROOT / "corpus" / "sample"], base)
    return base
