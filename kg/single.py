"""Read one document alone, without a base."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.readers import document_ids, read_document
from corpus.sources import find_sources
from kg.errors import UsageError


@dataclass(frozen=True)
class Reading:
    """What one document gave, as the printed JSON tells it."""

    json: dict[str, Any]


def extract_file(path: Path) -> Reading:
    """Read one file.

    Raises `UsageError` when it is missing or of no known format, `CorpusError` when it cannot be read.
    """
    from kg.contract import extraction_json
    from kg.extract.concepts import ConceptMatcher
    from kg.extract.parse import load_model
    from kg.pipeline import extract
    from kg.resolve import resolve
    from ontology import load_thesaurus

    if path.is_dir():
        raise UsageError(f"« {path} » est un dossier : un seul fichier était attendu. Pour un dossier : palabre build.")
    sources, problems = find_sources([path])
    if not sources:
        raise UsageError(problems[0].message)
    if len(sources) > 1:
        raise UsageError(
            f"« {path} » contient {len(sources)} documents : un seul était attendu. Pour les lire tous : palabre build."
        )
    document = read_document(sources[0], document_ids([sources[0].name])[sources[0].name])
    thesaurus = load_thesaurus()
    extraction = extract(document, load_model(), ConceptMatcher(thesaurus))
    labels = {concept.id: concept.pref_label for concept in thesaurus}
    return Reading(extraction_json(extraction, resolve((extraction,)), labels))
