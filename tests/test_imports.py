"""The command line starts light; a wheel of the project works without the project's folder."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest

HEAVY = (
    "spacy torch faiss rdflib networkx numpy pandas sentence_transformers bm25s scipy sklearn transformers pyshacl ftfy"
    " charset_normalizer selectolax lxml openpyxl striprtf".split()
)
PACKAGES = ("corpus", "index", "kg", "ontology")


def _modules_after(code: str, root: Path) -> set[str]:
    told = f"{code}\nimport sys; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", told], cwd=root, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import cli",
        "import cli; cli.palabre(['--help'], standalone_mode=False)",
        "import cli; cli.palabre(['ask', '--help'], standalone_mode=False)",
    ],
)
def test_help_loads_nothing_heavy(root: Path, code: str) -> None:
    assert _modules_after(code, root) & set(HEAVY) == set()


def test_the_contracts_and_the_wheel_name_every_package(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    found = {path.parent.name for path in root.glob("*/__init__.py")} - {"tests", "bench", "docs"}
    assert found == set(PACKAGES)
    assert set(settings["importlinter"]["root_packages"]) == found
    layers = settings["importlinter"]["contracts"][0]["layers"]
    assert {name for layer in layers for name in layer.split(" | ")} == found
    assert set(settings["hatch"]["build"]["targets"]["wheel"]["only-include"]) == found | {"cli.py"}


def test_a_wheel_installed_elsewhere_works(root: Path, tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(tmp_path), str(root)]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    (wheel,) = tmp_path.glob("palabre-*.whl")
    venv.create(tmp_path / "venv", with_pip=False, symlinks=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run(
        [*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)], check=True, timeout=300
    )
    # The dependencies are those of this environment; a path in a .pth brings no editable install with it.
    (site,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*command: str) -> str:
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True, timeout=300
        ).stdout

    shown = run(str(python.parent / "palabre"), "--help")
    assert "Usage : palabre" in shown
    assert "Poser une question en français." in shown
    where = run(str(python), "-c", "import cli, corpus, index, kg, ontology; print(cli.__file__, ontology.__file__)")
    assert str(root) not in where
    told = run(str(python), "-c", "from ontology import load_thesaurus; print(len(load_thesaurus(None).concepts))")
    assert int(told) > 0


def test_no_kind_of_question_loads_what_only_a_build_needs(root: Path, sample_base: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from kg.ask import QUESTIONS, answer\nfrom kg.ask.library import Library\nfrom kg.base import open_base\n"
        f"library = Library(open_base(Path({str(sample_base)!r})))\n"
        "for module in QUESTIONS.values():\n    for example in module.EXAMPLES:\n        answer(example, library)\n"
        "for question in ('Pourquoi Ndoumbaré a-t-elle refusé une ambulance ?', 'À quoi sert le carnet voyageur ?',\n"
        "                 'Comment la Haute-Sarve évalue-t-elle ses projets ?', 'Le guide est-il disponible ?'):\n"
        "    answer(question, library)\n"
    )
    built = {"torch", "spacy", "transformers", "sentence_transformers", "rdflib", "networkx", "pandas", "sklearn"}
    assert _modules_after(code, root) & built == set()


def test_patterns_are_compiled_by_their_first_use(root: Path) -> None:
    code = (
        "import re, sys\ncompiled, compile = [], re.compile\n"
        "def told(*given):\n"
        "    compiled.append(sys._getframe(1).f_globals['__name__'])\n    return compile(*given)\n"
        "re.compile = told\nimport cli, kg.ask, kg.build\n"
        "print(*sorted({name for name in compiled if name.startswith('kg.')}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_question_imports_nothing_of_how_reports_are_read(root: Path) -> None:
    told = "print(*(name for name in sys.modules if name.startswith(('kg.relate', 'kg.resolve'))))"
    code = f"import sys, cli, kg.ask\n{told}"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
