"""The ontology of Palabre and its thesaurus: where the Turtle files are, their names, and how to read them quickly."""

from ontology.errors import OntologyError
from ontology.terms import (
    BASE,
    CONCEPT,
    ONTOLOGY_FILE,
    PAL,
    PREFIXES,
    SHAPES_FILE,
    THESAURUS_FILE,
    THESAURUS_IRI,
)
from ontology.thesaurus import Concept, Thesaurus, chosen_thesaurus, load_thesaurus
from ontology.words import concept_id, fold

__all__ = [
    "BASE",
    "CONCEPT",
    "ONTOLOGY_FILE",
    "PAL",
    "PREFIXES",
    "SHAPES_FILE",
    "THESAURUS_FILE",
    "THESAURUS_IRI",
    "Concept",
    "OntologyError",
    "Thesaurus",
    "chosen_thesaurus",
    "concept_id",
    "fold",
    "load_thesaurus",
]
