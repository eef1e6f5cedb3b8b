"""The evidence of one answer, written for Gephi."""

from pathlib import Path

from kg.ask.answers.evidence_network import evidence_network
from kg.errors import UsageError
from kg.export.files import write_whole
from kg.export.gexf import write_gexf
from kg.types import Answer

#: What the attributes are called in Gephi.
TITLES = {
    "kind": "Nature",
    "quote": "Citation",
    "begin": "Début",
    "stop": "Fin",
    "text": "Réponse",
    "value": "Valeur",
}


def evidence_ending(path: Path, *, one_question: bool) -> None:
    """Check that the evidence can be written to a file, before anything is asked.

    Raises `UsageError` for another ending than .gexf, and for a file of questions: each would replace the one before.
    """
    if path.suffix.lower() != ".gexf":
        raise UsageError(
            f"Format d'export inconnu : « {path.name} ». Les preuves d'une réponse s'écrivent dans un fichier .gexf. "
            f"Donnez par exemple « {path.with_suffix('.gexf').name or 'preuves.gexf'} »."
        )
    if not one_question:
        raise UsageError(
            "« --export » écrit les preuves d'une seule réponse. Une QUESTION était attendue, pas un fichier de "
            "questions : posez-les une à une, avec un fichier pour chacune."
        )


def export_evidence(answer: Answer, path: Path) -> None:
    """Write the evidence of an answer as a network, whole or not at all."""
    found = evidence_network(answer)
    write_whole(
        path, lambda file: write_gexf(found, file, title=answer.question, description=answer.text, titles=TITLES)
    )
