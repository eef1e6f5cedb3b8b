"""Read one document alone, without a base."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.readers import document_ids, read_document
from corpus.sources import find_sources
from kg.errors import UsageError
from kg.types import Entity, Extraction

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Reading:
    """What one document gave, as the printed JSON tells it."""

    json: dict[str, Any]


def extract_file(path: Path, *, explain: bool = False) -> Reading:
    """Read one file; with `explain`, each quotation carries how its speaker was told.

    Raises `UsageError` when it is missing or of no known format, `CorpusError` when it cannot be read.
    """
    from kg.contract import extraction_json
    from kg.extract.concepts import ConceptMatcher
    from kg.extract.parse import load_model
    from kg.pipeline import extract
    from kg.relate.quotations.confidence import DEFAULT, sure
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
    nlp = load_model()
    extraction = extract(document, nlp, ConceptMatcher(thesaurus))
    extraction = replace(extraction, quotations=tuple(sure(extraction.quotations, DEFAULT)))
    entities = resolve((extraction,))
    labels = {concept.id: concept.pref_label for concept in thesaurus}
    printed = extraction_json(extraction, entities, labels)
    if explain:
        reasons = _reasons(extraction, nlp, entities)
        printed["quotations"] = [q | {"explanation": reasons[q["id"]]} for q in printed["quotations"]]
    return Reading(printed)


def _reasons(extraction: Extraction, nlp: "Language", entities: Sequence[Entity]) -> dict[str, dict[str, Any]]:
    """How each speaker was told, by the id of the quotation; the candidates by their labels."""
    from kg.extract.parse import parse
    from kg.relate.quotations import explain
    from kg.relate.quotations.confidence import DEFAULT

    labels = {entity.id: entity.label for entity in entities}
    return {
        quotation.id: {
            "rule": quotation.provenance.rule,
            "how": reason.how,
            "candidates": [labels.get(candidate, candidate) for candidate in reason.candidates],
            "confidence": quotation.confidence,
            "told": quotation.speaker is None or quotation.confidence >= DEFAULT,
        }
        for quotation, reason in explain(parse(extraction.document, nlp), extraction, entities)
    }
