"""The record on disk: what was read comes back the same, document by document, and damage is told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import Knowledge
from kg.record import PARTS, Record, write_record
from tests.unit.kg.imaginary import knowledge


def _encodable(known: Knowledge) -> Knowledge:
    """Leave out lone surrogates: readers strip them, JSON has no place for them."""

    def clean(text: str) -> str:
        return text.encode("utf-8", "replace").decode()

    extractions = tuple(
        replace(
            e,
            document=replace(e.document, text=clean(e.document.text)),
            mentions=tuple(replace(m, name=clean(m.name)) for m in e.mentions),
        )
        for e in known.extractions
    )
    entities = tuple(
        replace(e, label=clean(e.label), aliases=tuple(clean(alias) for alias in e.aliases)) for e in known.entities
    )
    return Knowledge(extractions, entities)


@pytest.fixture
def known() -> Knowledge:
    """Return a knowledge that can be written."""
    return _encodable(knowledge())


def test_what_is_written_is_read_again(known: Knowledge, tmp_path: Path) -> None:
    write_record(tmp_path, known.extractions, known.entities)
    read = Record(tmp_path).knowledge()
    assert read.extractions == tuple(sorted(known.extractions, key=lambda e: e.document.id))
    assert read.entities == known.entities


def test_one_document_is_read_without_the_others(known: Knowledge, tmp_path: Path) -> None:
    write_record(tmp_path, known.extractions, known.entities)
    record = Record(tmp_path)
    for extraction in known.extractions:
        assert record.extraction(extraction.document.id) == extraction


def test_the_digest_follows_the_content(known: Knowledge, tmp_path: Path) -> None:
    digests = []
    for name, entities in (("a", known.entities), ("b", known.entities), ("c", known.entities[1:])):
        (tmp_path / name).mkdir()
        digests.append(write_record(tmp_path / name, known.extractions, entities))
    assert digests[0] == digests[1] != digests[2]


def test_each_line_is_the_json_of_one_thing(known: Knowledge, tmp_path: Path) -> None:
    write_record(tmp_path, known.extractions, known.entities)
    for part in PARTS:
        lines = (tmp_path / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) == sum(len(getattr(e, part)) for e in known.extractions)
        assert all(isinstance(json.loads(line), dict) for line in lines)


@pytest.mark.parametrize("name", ["entities.jsonl", "places.json", "mentions.jsonl"])
@pytest.mark.parametrize("damage", [b"", b'{"half": ', None])
def test_damage_is_told_by_the_name_of_the_file(
    known: Knowledge, tmp_path: Path, name: str, damage: bytes | None
) -> None:
    write_record(tmp_path, known.extractions, known.entities)
    if damage is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(damage)
    with pytest.raises(KnowledgeError, match=name):
        Record(tmp_path).knowledge()


def test_an_unknown_document_is_told(known: Knowledge, tmp_path: Path) -> None:
    write_record(tmp_path, known.extractions, known.entities)
    with pytest.raises(KnowledgeError, match="rien-de-tel"):
        Record(tmp_path).extraction("rien-de-tel")
