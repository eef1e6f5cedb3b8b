from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.resolve import read_decisions
from kg.resolve.decision_file import DecisionFile

ROW = {"décision": "même", "type": "personne", "nom": "Ana ; Ruiz", "autre": 'A. "Ruiz"', "par": "CL"}


def test_a_new_file_has_its_header_and_undo_leaves_nothing_of_the_line(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path / "decisions.csv")
    file.add(ROW)
    (decision,) = read_decisions(file.text()).decisions
    assert (decision.verdict, decision.name, decision.other, decision.by) == ("same", "Ana ; Ruiz", 'A. "Ruiz"', "CL")
    assert file.undo()
    assert file.text() == "décision;type;nom;où;autre;autre_où;par;pourquoi\n"
    assert not file.undo()


@pytest.mark.parametrize(
    "before",
    [
        b"\xef\xbb\xbfnom;type;d\xc3\xa9cision;autre\r\nAna;personne;pas-une-entit\xc3\xa9;\r\n",
        "décision;type;nom\n# une note à moi\n\nmême;;".encode(),
    ],
)
def test_the_users_lines_columns_and_line_ends_are_kept(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(before)
    file = DecisionFile(path)
    file.add(ROW)
    file.add(ROW | {"nom": "Zoé"})
    assert path.read_bytes().startswith(before)
    assert "Zoé" in path.read_bytes().decode("utf-8-sig").splitlines()[-1]
    assert file.undo() and file.undo()
    assert path.read_bytes().rstrip(b"\n") == before.rstrip(b"\n")
    assert [path.name] == [found.name for found in tmp_path.iterdir()]


def test_undo_takes_back_nothing_that_the_user_changed(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path / "decisions.csv")
    file.add(ROW)
    file.path.write_text(file.text().replace("CL", "moi"), encoding="utf-8")
    kept = file.text()
    assert not file.undo()
    assert file.text() == kept


@pytest.mark.parametrize("bad", [b"\xff\xfe\x00", b"un;fichier;autre\n1;2;3\n"])
def test_a_file_that_is_something_else_is_told_and_left(tmp_path: Path, bad: bytes) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(bad)
    with pytest.raises(UsageError, match=r"decisions\.csv"):
        DecisionFile(path).add(ROW)
    assert path.read_bytes() == bad


@given(st.text(alphabet="abé;\"'\n\r =", min_size=1))
def test_any_name_comes_back_on_one_line(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    if not name.strip():
        return
    file = DecisionFile(tmp_path_factory.mktemp("d") / "decisions.csv")
    file.add(ROW | {"nom": name})
    (decision,) = read_decisions(file.text()).decisions
    assert decision.name == " ".join(name.split())
