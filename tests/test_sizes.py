"""The sizes that CONTRIBUTING.md asks for: files of 300 lines at most, functions of 50."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("corpus", "index", "kg", "ontology", "docs")


def _code() -> list[Path]:
    return [ROOT / "cli.py", *sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in _code()}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    long = {}
    for path in _code():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                if lines > 50:
                    long[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert long == {}
