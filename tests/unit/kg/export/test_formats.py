import os
import stat
from pathlib import Path

import pyoxigraph
import pytest

from kg.base import Base
from kg.errors import KnowledgeError, UsageError
from kg.export import EXPORTS, export, known_ending
from kg.export.files import write_whole
from kg.graph.build import dataset
from kg.graph.store import write_store
from kg.knowledge import Knowledge
from kg.record import write_record
from kg.stems import write_stems
from ontology import BASE, load_thesaurus
from tests.powers import ordinary_rights
from tests.unit.kg.imaginary import CONTROL, knowledge


@pytest.fixture
def base(tmp_path: Path) -> Base:
    """Return a base that has a record and no views."""
    record = tmp_path / "base" / "builds" / "1" / "record"
    record.mkdir(parents=True)
    known: Knowledge = knowledge()
    # A record is UTF-8: no reader lets a lone surrogate in.
    entities = [
        type(entity)(**{f: getattr(entity, f) for f in entity.__slots__} | {"aliases": ()})
        if CONTROL in entity.aliases
        else entity
        for entity in known.entities
    ]
    write_record(record, known.extractions, entities)
    found = Base(tmp_path / "base", {"folder": "1", "build": "0" * 64})
    stems = found.folder / "stems"
    stems.mkdir()
    write_stems(stems, known, load_thesaurus())
    (stems / "BUILD").write_text(f"{found.build}\n", encoding="utf-8")
    return found


@pytest.mark.parametrize("name", ["reseau.gexf", "RESEAU.GEXF"])
def test_a_network(base: Base, tmp_path: Path, name: str) -> None:
    export(base, tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3"')
    assert "2 documents, 5 personnes, 5 citations." in text
    assert "Entités sans lien, laissées de côté : 1." in text


def test_a_table_the_quotations_unless_told_otherwise(base: Base, tmp_path: Path) -> None:
    export(base, tmp_path / "a.csv")
    export(base, tmp_path / "b.csv", table="citations")
    export(base, tmp_path / "c.csv", table="personnes")
    first, second, third = ((tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig") for name in "abc")
    assert first == second and first.startswith("Identifiant;Locuteur;")
    assert third.startswith("Identifiant;Nom;Autres formes;Fonctions;")


def test_the_graph_as_triples_both_ways_the_same(base: Base, tmp_path: Path) -> None:
    folder = base.folder / "graph"
    folder.mkdir()
    write_store(dataset(base.record.knowledge(), base_iri=BASE, thesaurus=load_thesaurus()), folder)
    (folder / "BUILD").write_text(f"{base.build}\n", encoding="utf-8")
    export(base, tmp_path / "a.nt")
    export(base, tmp_path / "a.ttl")
    lines = (tmp_path / "a.nt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert lines == sorted(lines) and len(lines) > 100
    turtle = pyoxigraph.parse(path=tmp_path / "a.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    assert {f"{quad.triple} ." for quad in turtle} == set(lines)


@pytest.mark.parametrize(
    ("name", "table", "told"),
    [
        ("reseau.gml", None, ["« .gml »", ".gexf, .nt, .ttl, .csv", "reseau.gexf"]),
        ("reseau", None, ["« reseau »", ".gexf, .nt, .ttl, .csv"]),
        (".gexf", None, ["« .gexf »", "possibles"]),
        ("a.csv", "citation", ["« citation »", "citations, personnes, evenements, participations, organisations"]),
        ("a.csv", "", ["Tables possibles : citations"]),
        ("a.gexf", "citations", [".gexf", "« citations »", "a.csv"]),
    ],
)
def test_wrong_use_is_named_and_what_is_possible_listed(name: str, table: str | None, told: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        known_ending(Path(name), table)
    assert all(words in str(caught.value) for words in told), str(caught.value)
    assert caught.value.exit_code == 2


def test_every_ending_passes() -> None:
    for ending in EXPORTS:
        known_ending(Path(f"base{ending}"), None)
    known_ending(Path("a.CSV"), "evenements")


def test_a_missing_folder_is_named(base: Base, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Le dossier « .*/absent » n'existe pas"):
        export(base, tmp_path / "absent" / "a.csv")
    with pytest.raises(UsageError, match="est un dossier"):
        (tmp_path / "dossier.csv").mkdir()
        export(base, tmp_path / "dossier.csv")


def test_a_read_only_folder_is_named(base: Base, tmp_path: Path) -> None:
    folder = tmp_path / "ferme"
    folder.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    with ordinary_rights(), pytest.raises(KnowledgeError, match="Impossible d'écrire"):
        export(base, folder / "a.csv")


def test_a_refusal_of_the_system_leaves_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("avant", encoding="utf-8")

    def full(file: Path) -> None:
        file.write_text("moitié", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(KnowledgeError, match=r"Impossible d'écrire « .*a.csv » : No space left"):
        write_whole(path, full)
    assert path.read_text(encoding="utf-8") == "avant"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_of_ours_leaves_no_rest(tmp_path: Path) -> None:
    def damaged(file: Path) -> None:
        raise KnowledgeError("abîmée")

    with pytest.raises(KnowledgeError, match="abîmée"):
        write_whole(tmp_path / "a.csv", damaged)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_readable_like_any_other_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    old = os.umask(0o022)
    try:
        write_whole(path, lambda file: file.touch())
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o600)
        write_whole(path, lambda file: file.touch())
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
