"""Finding the files that a user names."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError, sources
from corpus.sources import Problem, Source, find_sources, read_bytes
from tests.powers import ordinary_rights


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Compte rendu {name}")


def test_folders_are_read_with_the_folders_below_sorted_without_hidden_files(tmp_path: Path) -> None:
    _write(tmp_path, "b.md", "a.txt", "sous/c.HTML", ".caché.txt", ".git/d.txt", "sous/.e/f.txt")
    assert find_sources([tmp_path]) == (
        [
            Source(tmp_path / "a.txt", "a.txt"),
            Source(tmp_path / "b.md", "b.md"),
            Source(tmp_path / "sous/c.HTML", "sous/c.HTML"),
        ],
        [],
    )


def test_a_file_is_named_by_its_own_name(tmp_path: Path) -> None:
    _write(tmp_path, "sous/a.txt")
    assert find_sources([tmp_path / "sous/a.txt"]) == ([Source(tmp_path / "sous/a.txt", "a.txt")], [])


def test_each_file_is_found_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "a.txt", "sous/b.txt")
    (tmp_path / "lien.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "boucle").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    found, problems = find_sources([Path("."), Path("a.txt"), tmp_path / "a.txt", Path("sous")])
    assert [source.path.resolve().relative_to(tmp_path).as_posix() for source in found] == ["a.txt", "sous/b.txt"]
    assert problems == []


def test_two_files_of_one_name_are_told_apart_by_their_folders_in_any_order(tmp_path: Path) -> None:
    _write(tmp_path, "2023/mai/cr.txt", "2024/mai/cr.txt", "2024/mai/autre.txt")
    folders = [tmp_path / "2023/mai", tmp_path / "2024/mai"]
    names = [source.name for source in find_sources(folders)[0]]
    assert names == ["2023/mai/cr.txt", "2024/mai/cr.txt", "autre.txt"]
    assert find_sources(folders) == find_sources(reversed(folders))


def test_a_missing_path_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    found, problems = find_sources([tmp_path / "absent.txt", tmp_path])
    assert [source.name for source in found] == ["a.txt"]
    name = (tmp_path / "absent.txt").as_posix()
    assert problems == [
        Problem(
            name,
            f"« {name} » ne peut pas être lu : il n'existe pas. Un fichier ou un dossier lisible était attendu : "
            "vérifiez le chemin et les droits.",
        )
    ]


def test_an_unknown_ending_is_a_failure_when_named_and_a_note_in_a_folder(tmp_path: Path) -> None:
    _write(tmp_path, "musique.ogg", "LISEZMOI")
    _, problems = find_sources([tmp_path])
    assert [(problem.name, problem.failed) for problem in problems] == [("LISEZMOI", False), ("musique.ogg", False)]
    _, problems = find_sources([tmp_path / "musique.ogg"])
    assert [(problem.name, problem.failed) for problem in problems] == [("musique.ogg", True)]
    assert "la terminaison « .ogg » est inconnue. Étaient attendus : .csv, .doc, .docm, " in problems[0].message


def test_an_unreadable_folder_or_file_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "fermé/b.txt", "fermé.txt")
    (tmp_path / "fermé").chmod(0)
    (tmp_path / "fermé.txt").chmod(0)
    with ordinary_rights():
        found, problems = find_sources([tmp_path])
        assert [source.name for source in found] == ["a.txt", "fermé.txt"]
        assert [problem.message.split(". ")[0] for problem in problems] == [
            f"« {tmp_path.as_posix()}/fermé » ne peut pas être lu : vous n'avez pas le droit de le lire"
        ]
        with pytest.raises(CorpusError, match=r"« fermé\.txt » ne peut pas être lu : vous n'avez pas le droit"):
            read_bytes(found[1])
    (tmp_path / "fermé").chmod(0o700)


def test_a_link_out_of_the_folder_is_refused_unless_named(tmp_path: Path) -> None:
    _write(tmp_path, "dehors/secret.txt", "dedans/a.txt")
    (tmp_path / "dedans/fuite.txt").symlink_to(tmp_path / "dehors/secret.txt")
    (tmp_path / "dedans/fuites").symlink_to(tmp_path / "dehors")
    found, problems = find_sources([tmp_path / "dedans"])
    assert [source.name for source in found] == ["a.txt"]
    assert [problem.name for problem in problems] == ["fuite.txt", "fuites"]
    assert "est un lien vers l'extérieur du dossier" in problems[0].message
    named, problems = find_sources([tmp_path / "dedans/fuite.txt", tmp_path / "dedans/fuites"])
    assert [source.name for source in named] == ["fuite.txt"]
    assert problems == []


def test_a_broken_link_and_a_looping_link_are_told(tmp_path: Path) -> None:
    (tmp_path / "mort.txt").symlink_to("absent.txt")
    (tmp_path / "rond.txt").symlink_to("rond.txt")
    found, problems = find_sources([tmp_path])
    assert found == []
    assert [problem.name for problem in problems] == ["mort.txt", "rond.txt"]
    assert "il n'existe pas" in problems[0].message


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tuyau.txt")
    found, problems = find_sources([tmp_path])
    assert found == []
    assert "n'est pas un fichier ordinaire" in problems[0].message
    assert find_sources([tmp_path / "tuyau.txt"])[1][0].failed


def test_a_name_that_is_not_utf_8_is_shown_and_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    with open(path, "wb") as file:
        file.write(b"Compte rendu")
    found, _ = find_sources([tmp_path])
    assert [source.name for source in found] == ["�t�.txt"]
    assert read_bytes(found[0]) == b"Compte rendu"


def test_a_name_in_decomposed_accents_is_kept_composed(tmp_path: Path) -> None:
    _write(tmp_path, "re\u0301union.txt")
    assert [source.name for source in find_sources([tmp_path])[0]] == ["réunion.txt"]


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"a" * 1_000_000)
    (tmp_path / "b.txt").write_bytes(b"a" * 1_000_001)
    assert len(read_bytes(Source(tmp_path / "a.txt", "a.txt"))) == 1_000_000
    with pytest.raises(CorpusError, match=r"« b\.txt » est trop gros : 1 Mo au plus étaient attendus"):
        read_bytes(Source(tmp_path / "b.txt", "b.txt"))


@given(st.sets(st.text("abc/", min_size=1, max_size=6).filter(lambda name: "//" not in name), max_size=8))
def test_names_are_distinct_and_sorted(tmp_path_factory: pytest.TempPathFactory, stems: set[str]) -> None:
    top = tmp_path_factory.mktemp("sources")
    _write(top, *(f"{stem.strip('/') or 'x'}.txt" for stem in sorted(stems)))
    found, problems = find_sources([top, *top.iterdir()])
    names = [source.name for source in found]
    assert names == sorted(set(names))
    assert sorted(source.path.resolve() for source in found) == sorted(top.resolve().rglob("*.txt"))
    assert problems == []
