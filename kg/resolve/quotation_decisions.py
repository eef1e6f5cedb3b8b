"""What a human decided of quotations: another speaker, nobody, or no quotation at all; replayed at each build."""

from collections import defaultdict
from dataclasses import replace

from kg.knowledge import Knowledge
from kg.resolve.decisions import Decision, Decisions
from kg.resolve.forms import folded
from kg.types import Extraction, MentionId, Quotation

#: The speaker to write for « nobody is known to have said this ».
NOBODY = "inconnu"
#: A quote may be shortened in the file, but not below this number of characters.
_LEAST = 12


def with_decided_quotations(
    knowledge: Knowledge, decisions: Decisions
) -> tuple[tuple[Extraction, ...], tuple[str, ...]]:
    """Return the extractions with the speakers that were decided and without what is no quotation, and the warnings.

    A decision that finds no quotation, several, or a speaker whom no document names, is told by name.
    """
    rulings = [d for d in decisions.decisions if d.verdict in ("speaker", "not-a-quotation")]
    if not rulings:
        return knowledge.extractions, ()
    changes: dict[str, Quotation | None] = {}
    warnings: list[str] = []
    for decision in rulings:
        found = _quotations(knowledge, decision)
        if not found:
            warnings.append(_told(decision, "n'est la citation d'aucun document de la base"))
        for quotation in found:
            if decision.verdict == "not-a-quotation":
                changes[quotation.id] = None
                continue
            given = _with_speaker(knowledge, quotation, decision.other)
            if given is None:
                warnings.append(_told(decision, f"ne peut pas être de « {decision.other} », que rien ne nomme"))
            else:
                changes[quotation.id] = given
    return tuple(_changed(extraction, changes) for extraction in knowledge.extractions), tuple(warnings)


def _changed(extraction: Extraction, changes: dict[str, Quotation | None]) -> Extraction:
    if not any(quotation.id in changes for quotation in extraction.quotations):
        return extraction
    told = (changes.get(quotation.id, quotation) for quotation in extraction.quotations)
    return replace(extraction, quotations=tuple(quotation for quotation in told if quotation))


def _quotations(knowledge: Knowledge, decision: Decision) -> list[Quotation]:
    """Return the quotations with these very words where the decision says; else the only one that holds them."""
    wanted, place = _plain(decision.name), folded(decision.where)
    exact: list[Quotation] = []
    near: list[Quotation] = []
    for extraction in knowledge.extractions:
        if place and place not in folded(extraction.document.source):
            continue
        for quotation in extraction.quotations:
            said = _plain(extraction.document.quote(quotation.span))
            if said == wanted:
                exact.append(quotation)
            elif len(wanted) >= _LEAST and (wanted in said or (len(said) >= _LEAST and said in wanted)):
                near.append(quotation)
    return exact or (near if len(near) == 1 else [])


def _plain(words: str) -> str:
    return folded(words).replace("…", "").strip(' .«»"“”[]')


def _with_speaker(knowledge: Knowledge, quotation: Quotation, name: str) -> Quotation | None:
    if folded(name) == NOBODY:
        return replace(quotation, speaker=None)
    mention = _mention_of(knowledge, quotation, name)
    return replace(quotation, speaker=mention, confidence=1.0) if mention else None


def _mention_of(knowledge: Knowledge, quotation: Quotation, name: str) -> MentionId | None:
    """Return the mention of a speaker that stands nearest before the quotation, else after it, else elsewhere."""
    wanted = folded(name)
    named = [
        entity
        for entity in knowledge.entities
        if entity.kind in ("person", "organisation")
        and wanted in {folded(label) for label in (entity.label, *entity.aliases)} | {folded(entity.id)}
    ]
    by_document: dict[str, list[tuple[int, MentionId]]] = defaultdict(list)
    for entity in named:
        for mention in entity.mentions:
            span = knowledge.mentions[mention].span
            by_document[span.document_id].append((abs(span.start - quotation.span.start), mention))
    here = by_document.get(quotation.span.document_id)
    if here:
        return min(here)[1]
    return min(by_document[min(by_document)])[1] if by_document and len(named) == 1 else None


def _told(decision: Decision, wrong: str) -> str:
    quote = decision.name if len(decision.name) <= 60 else f"{decision.name[:60]}…"
    where = f" ({decision.where})" if decision.where else ""
    return (
        f"decisions.csv : « {quote} »{where} {wrong}. On attend les mots d'une citation, son document et un nom que "
        "les documents donnent. Corrigez ou effacez cette ligne."
    )
