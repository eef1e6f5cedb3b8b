"""A thesaurus to edit: candidates written as SKOS in Turtle, with the passages that say them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.concept_list import Candidate
from kg.errors import UsageError
from kg.graph.iris import entity_iri, iri

_HEAD = """\
# Proposition de thésaurus, tirée des mots du corpus. À corriger, puis : palabre build SOURCES --thesaurus CE-FICHIER
#   Retirez ce qui n'est pas une idée du domaine ; réunissez ce qui dit la même chose (skos:altLabel).
#   skos:prefLabel, skos:altLabel   l'idée est là, au singulier et au pluriel, dans un ordre ou dans l'autre ;
#   skos:hiddenLabel                indice faible, qui ne suffit pas seul ;
#   skos:broader                    une idée plus large de ce fichier.
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

"""


def write_proposal(path: Path, candidates: Iterable[Candidate], base_iri: str) -> None:
    """Write candidates as a SKOS file that `build --thesaurus` reads.

    Raises `UsageError` when the file is there already (its corrections would be lost) or cannot be written.
    """
    told = "".join(_turtle(candidates, base_iri))
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(told)
    except FileExistsError:
        raise UsageError(
            f"Le fichier {path} existe déjà : il n'a pas été touché. Un nouveau fichier était attendu : donnez un "
            "autre nom, ou retirez celui-là."
        ) from None
    except OSError as error:
        raise UsageError(
            f"Le fichier {path} ne peut pas être écrit ({error.strerror}). Un dossier où vous pouvez écrire était "
            "attendu : donnez un autre chemin."
        ) from error


def _turtle(candidates: Iterable[Candidate], base_iri: str) -> Iterator[str]:
    scheme = f"<{iri(base_iri, 'scheme', 'proposition')}>"
    yield _HEAD
    yield f'{scheme} a skos:ConceptScheme ;\n    skos:prefLabel "proposition de thésaurus"@fr .\n'
    for candidate in candidates:
        lines = [
            f"<{entity_iri(base_iri, candidate.id)}> a skos:Concept",
            f"skos:inScheme {scheme}",
            f"skos:prefLabel {_literal(candidate.label)}",
            *(f"skos:altLabel {_literal(form)}" for form in candidate.forms),
            *(f"skos:broader <{entity_iri(base_iri, wider)}>" for wider in candidate.broader),
            f"skos:note {_literal(_note(candidate))}",
            *(f"skos:example {_literal(f'« {said.words} » ({said.source})')}" for said in candidate.examples),
        ]
        yield "\n" + " ;\n    ".join(lines) + " .\n"


def _note(candidate: Candidate) -> str:
    passages = f"{candidate.passages} passage{'s' if candidate.passages > 1 else ''}"
    documents = f"{candidate.documents} document{'s' if candidate.documents > 1 else ''}"
    return f"Dit dans {passages} de {documents}."


def _literal(text: str) -> str:
    """Quote a text for Turtle, on one line."""
    import pyoxigraph

    return str(pyoxigraph.Literal(" ".join(text.split()), language="fr"))
