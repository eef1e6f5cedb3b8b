"""What a user decides is replayed at each build, and leaves no trace of what was said to be nothing."""

from pathlib import Path

from kg.base import DECISIONS, open_base
from kg.build import BuildOptions, build
from kg.verify import verify

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample" / "s10_notes-bureau-uvom.txt"
_ROWS = """décision;type;nom;où;autre;autre_où;par;pourquoi
renommer;personne;Karim Deslorges;;Karim Des Lorges;;CL;
pas-une-entité;personne;Yannig Peuvrel;;;;CL;a demandé à être retiré
inconnue;personne;Personne;;;;CL;
"""


def test_decisions_rename_and_remove_people(tmp_path: Path) -> None:
    base = tmp_path / "base"
    options = BuildOptions(model="hashing")
    build([SAMPLE], base, options)
    before = {entity.label for entity in open_base(base).record.entities if entity.kind == "person"}
    assert {"Karim Deslorges", "Yannig Peuvrel"} <= before
    (base / DECISIONS).write_text(_ROWS, encoding="utf-8")
    report = build([SAMPLE], base, options)
    opened = open_base(base)
    after = {entity.label for entity in opened.record.entities if entity.kind == "person"}
    assert after == before - {"Karim Deslorges", "Yannig Peuvrel"} | {"Karim Des Lorges"}
    assert [(problem.name, problem.failed) for problem in report.problems] == [(DECISIONS, False)]
    assert "inconnue" in report.problems[0].message
    graph = (opened.view("graph") / "graph.nq").read_text(encoding="utf-8")
    named = [
        line for line in graph.splitlines() if "Peuvrel" in line and "/passage/" not in line and "#text" not in line
    ]
    assert named == []
    assert list(verify(opened)) == []
    assert (base / DECISIONS).read_text(encoding="utf-8") == _ROWS
