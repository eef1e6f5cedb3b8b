"""A base of the sample corpus: whole, the same bytes each time, and open while another build goes on."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.base import MANIFEST, open_base
from kg.build import BuildOptions, build
from kg.errors import KnowledgeError, UsageError
from kg.verify import verify

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"
_BUILD = """
import sys
from pathlib import Path
from kg.build import BuildOptions, build
from kg.export import export
from kg.base import open_base
base = Path(sys.argv[2])
build([Path(sys.argv[1])], base, BuildOptions(model="hashing"))
opened = open_base(base)
for name in ("out.nt", "out.gexf", "out.ttl", "out.csv"):
    export(opened, base / name)
"""


def _digests(base: Path) -> dict[str, str]:
    """Return the digest of each file of a base that must be the same in every build."""
    folder = open_base(base).folder
    files = [
        *sorted((folder / "record").iterdir()),
        *sorted((folder / "vectors").iterdir()),
        *sorted((folder / "lexical").iterdir()),
    ]
    files += [
        folder / "graph" / "graph.nq",
        *(base / f"out.{ending}" for ending in ("nt", "gexf", "ttl", "csv")),
        base / "iris.csv",
    ]
    return {f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    found = []
    for seed in ("0", "4242"):
        base = tmp_path / f"base-{seed}" / "b"
        base.parent.mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [sys.executable, "-c", _BUILD, str(SAMPLE), str(base)], check=True, env=environment, cwd=tmp_path
        )
        found.append(_digests(base))
    assert found[0] == found[1]


def test_a_base_is_whole(sample_base: Path) -> None:
    assert list(verify(open_base(sample_base))) == []


def test_verify_names_what_is_wrong(tmp_path: Path) -> None:
    base = tmp_path / "base"
    build([SAMPLE / "s10_notes-bureau-uvom.txt"], base, BuildOptions(model="hashing"))
    opened = open_base(base)
    path = opened.folder / "record" / "passages.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    first["span"]["end"] = 10**9
    damaged = json.dumps(first, ensure_ascii=False, separators=(",", ":"))
    path.write_text("\n".join([damaged, *lines[1:]]) + "\n", encoding="utf-8")
    places = opened.folder / "record" / "places.json"
    found = json.loads(places.read_text(encoding="utf-8"))
    next(iter(found["documents"].values()))["passages"][1] += len(damaged.encode()) - len(lines[0].encode())
    places.write_text(json.dumps(found), encoding="utf-8")
    (opened.folder / "lexical" / "BUILD").write_text("autre\n", encoding="utf-8")
    problems = list(verify(open_base(base)))
    assert any("ne cite rien" in problem for problem in problems)
    assert any("lexical" in problem and "palabre build" in problem for problem in problems)


def test_a_second_build_keeps_what_can_be_read_of_the_first_when_nothing_can_be_read(tmp_path: Path) -> None:
    base = tmp_path / "base"
    build([SAMPLE / "s10_notes-bureau-uvom.txt"], base, BuildOptions(model="hashing"))
    before = (base / MANIFEST).read_bytes()
    with pytest.raises(UsageError, match="n'a pas été touchée"):
        build([tmp_path / "absent.txt"], base, BuildOptions(model="hashing"))
    assert (base / MANIFEST).read_bytes() == before
    assert list(verify(open_base(base))) == []


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "bon.txt").write_text(
        "La régie\n\nAna Belloir, maire de Morvillac, rappelle que l'eau est un bien commun.\n"
    )
    (folder / "vide.txt").write_bytes(b"")
    (folder / "binaire.txt").write_bytes(bytes(range(256)) * 40)
    report = build([folder], tmp_path / "base", BuildOptions(model="hashing"))
    assert report.counts["documents"] == 1
    assert {problem.name for problem in report.problems if problem.failed} == {"vide.txt", "binaire.txt"}


def test_a_base_cut_off_or_of_another_version_is_told(tmp_path: Path) -> None:
    base = tmp_path / "base"
    build([SAMPLE / "s10_notes-bureau-uvom.txt"], base, BuildOptions(model="hashing"))
    manifest = json.loads((base / MANIFEST).read_text(encoding="utf-8"))
    (base / MANIFEST).write_text(json.dumps(manifest | {"format": 999}), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="autre version"):
        open_base(base)
    (base / MANIFEST).unlink()
    with pytest.raises(KnowledgeError, match="incomplète"):
        open_base(base)
    with pytest.raises(KnowledgeError, match="n'existe pas"):
        open_base(tmp_path / "rien")


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    from kg.build import _alone

    with _alone(tmp_path / "base"), pytest.raises(KnowledgeError, match="en cours"):
        build([SAMPLE], tmp_path / "base", BuildOptions(model="hashing"))
