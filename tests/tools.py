"""Outside tools that some tests use: absent, the test is skipped and says so; where they are required, it fails."""

import os
import shutil
from typing import NoReturn

import pytest


def require_tool(name: str) -> str:
    """Return the path of an outside program, or skip the test; fail when PALABRE_REQUIRE_TOOLS=1."""
    path = shutil.which(name)
    if path is None:
        _absent(f"outside tool not installed: {name}")
    return path


def require_folder(folder: str, installer: str) -> str:
    """Return a folder that `installer` fills (`npm ci`), or skip the test; fail when PALABRE_REQUIRE_TOOLS=1."""
    if not os.path.isdir(folder):
        _absent(f"{folder} is absent: run `{installer}`")
    return folder


def _absent(reason: str) -> NoReturn:
    if os.environ.get("PALABRE_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
