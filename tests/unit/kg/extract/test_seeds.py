"""The real reports against their annotations, which live beside the repository; skipped where they are absent."""

import importlib.util
import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.contract import extraction_json
from kg.resolve import resolve
from kg.types import Extraction


def test_the_bars_on_the_real_reports(read: Callable[..., Extraction], seeds: Path) -> None:
    scorer = seeds.parent / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("score", scorer)
    if spec is None or spec.loader is None or not scorer.is_file():
        pytest.skip("the scorer is absent")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)

    def extract(command: str, what: str, path: str, *options: str) -> str:
        extraction = read(Path(path).read_text(encoding="utf-8"), Path(path).name)
        return json.dumps(extraction_json(extraction, resolve((extraction,)), {}))

    vars(score)["run"] = extract
    told, _ = score.score_extract(Namespace(gold=str(seeds.parent / "gold"), docs=str(seeds), cmd=""))
    assert told["people"]["f1"] >= 0.98
    assert told["organisations"]["f1"] >= 0.92
    assert told["events"]["f1"] >= 0.95
    assert told["people"]["split"] == told["organisations"]["split"] == told["wrong merges"] == 0
    held, stated = map(int, told["roles told (recall)"].split("/"))
    assert held >= 40
    assert stated == 44
