"""The formats of export by the ending of the file, and the one door to them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from kg.base import Base
from kg.errors import UsageError
from kg.export.files import write_whole
from kg.export.gexf import write_gexf
from kg.export.tables import TABLES, write_table
from kg.knowledge import Knowledge


def export(base: Base, path: Path, *, table: str | None = None) -> None:
    """Write a base to a file in the format that its ending names, whole or not at all.

    A .csv holds one table of `TABLES`: the quotations unless told otherwise.

    Raises:
        UsageError: unknown ending or table, a table for a format that has none, no such folder.
        KnowledgeError: the base is damaged, or the file cannot be written.
    """
    known_ending(path, table)
    write_whole(path, lambda file: EXPORTS[path.suffix.lower()](base, file, table))


def known_ending(path: Path, table: str | None) -> None:
    """Check that a file and a table can be written, before anything is opened.

    Raises `UsageError` that names what was given and lists what can be.
    """
    ending = path.suffix.lower()
    if ending not in EXPORTS:
        told = f"« {path.suffix} »" if path.suffix else f"« {path.name} », qui n'a pas de fin,"
        raise UsageError(
            f"Format d'export inconnu : {told} ne dit pas quoi écrire. Fins possibles : {', '.join(EXPORTS)}. "
            f"Donnez par exemple « {path.with_suffix('.gexf').name if path.stem else 'reseau.gexf'} »."
        )
    if table is not None and table not in TABLES:
        raise UsageError(
            f"Table inconnue : « {table} ». Tables possibles : {', '.join(TABLES)}. "
            "Donnez par exemple --table citations."
        )
    if table is not None and ending != ".csv":
        raise UsageError(
            f"Un fichier {ending} ne contient pas de table (« {table} »). --table va avec un fichier .csv. "
            f"Écrivez plutôt « {path.with_suffix('.csv').name} », ou retirez --table."
        )


def _gexf(base: Base, file: Path, table: str | None) -> None:
    from kg.network import TITLES, network

    knowledge = base.record.knowledge()
    found = network(knowledge, concept_labels=_concept_labels(base))
    write_gexf(
        found, file, title="Réseau Palabre", description=_description(knowledge, found.graph["unlinked"]), titles=TITLES
    )


def _csv(base: Base, file: Path, table: str | None) -> None:
    write_table(base.record.knowledge(), table or "citations", file, concept_labels=_concept_labels(base))


def _ntriples(base: Base, file: Path, table: str | None) -> None:
    from kg.graph.store import write_ntriples

    write_ntriples(base.store, file)


def _turtle(base: Base, file: Path, table: str | None) -> None:
    from kg.graph.store import write_turtle

    write_turtle(base.store, file)


#: To add a format: a function here, and its ending.
EXPORTS: dict[str, Callable[[Base, Path, str | None], None]] = {
    ".gexf": _gexf,
    ".nt": _ntriples,
    ".ttl": _turtle,
    ".csv": _csv,
}


def _concept_labels(base: Base) -> Mapping[str, str]:
    from kg.concept_list import known_concepts

    return {concept.id: concept.pref_label for concept in known_concepts(base).values()}


def _description(knowledge: Knowledge, unlinked: int) -> str:
    """Say what a network was made from, and what it leaves out."""
    counts = [
        (len(knowledge.extractions), "document", "documents"),
        (sum(entity.kind == "person" for entity in knowledge.entities), "personne", "personnes"),
        (sum(1 for _ in knowledge.quotations()), "citation", "citations"),
    ]
    told = ", ".join(f"{count} {many if count > 1 else one}" for count, one, many in counts)
    without = f" Entités sans lien, laissées de côté : {unlinked}." if unlinked else ""
    return f"Qui a dit quoi, où et quand : {told}. Taille des nœuds : liens pondérés ; couleur : nature.{without}"
