"""Yes or no, with the sentence that says so; nothing when none speaks clearly."""

import re

from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.proofs import Proof, prove
from kg.ask.query import Query
from kg.ask.semantic import evidence_of, trace
from kg.types import Answer, Row

KIND = "yes-no"
EXAMPLES = (
    "Est-ce que la navette continue ?",
    "La commune confie-t-elle l'étude à un cabinet ?",
    "Y a-t-il eu un vote ?",
)
_ASKED = re.compile(
    r"^(?:est-ce qu|y a-t-il|y avait-il|a-t-on|peut-on|est-il|est-elle)|^(?!ou |quand |comment |pourquoi |combien "
    r"|(?:(?:de|a|en|pour|par|dans|sur|avec|chez|depuis|vers) )?(?:qu'|qu(?:i|e|oi|els?|elles?)\b))[^?]*\b\w+-(?:t-)?(?:il|elle|ils|elles|on)\b"
)
_NOT = re.compile(
    r"\b(?:n['’e]\s?\w+(?:\s+\w+){0,2}\s+(?:pas|plus|jamais|aucune?|guère|que)|pas|aucune?|jamais|sans|faible"
    r"|peu de|peu|rare\w*|déce\w+|insuffisan\w+"
    r"|refus\w+|manqu\w+|absence|échec|échou\w*|rejet\w*|seulement|au lieu)\b",
    re.IGNORECASE,
)
_MUCH = re.compile(r"\b(?:beaucoup|nombreu\w+|tou(?:t|s|te|tes)|souvent|largement|plein|massiv\w+|grand\w*)\b")
_OUTSIDE = re.compile(r"\b(?:extern\w*|confi\w+|delegu\w*|sous-trait\w*|consultant\w*|prestataire\w*|cabinet)\b")
_INSIDE = re.compile(
    r"\b(?:intern\w*|nous-m[eê]mes|soi-m[eê]me|en régie|elle-même|lui-même|nos propres)\b", re.IGNORECASE
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « oui » or « non » from the best sentences; nothing for other questions."""
    if not _ASKED.match(query.folded):
        return None
    proofs = [proof for proof in prove(query, library) if proof.coverage >= 0.5][:5]
    if not proofs:
        return None
    verdict, proof = _verdict(query, proofs)
    evidence = tuple(evidence_of(library, kept) for kept in [proof, *(p for p in proofs if p is not proof)][:3])
    row = Row("", verdict, "yes-no", proof.score, verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »", 600)
    facts = around_document(library, None, proof.passage.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts), trace=trace(proofs))


def _verdict(query: Query, proofs: list[Proof]) -> tuple[str, Proof]:
    """Say no when a good proof denies: it negates, tells little where much is asked, or the contrary of outside."""
    asked_negative = bool(re.search(r"\bn[e']\b|\bpas\b|\bjamais\b", query.folded))
    for proof in proofs:
        if proof.score < 0.75 * proofs[0].score:
            break
        words = proof.sentence.words
        if _OUTSIDE.search(query.folded) and _INSIDE.search(words):
            return "non", proof
        if _MUCH.search(query.folded) and _NOT.search(words):
            return "non", proof
    denied = bool(_NOT.search(proofs[0].sentence.words)) and not re.search(
        r"pas (?:seulement|uniquement)", proofs[0].sentence.words
    )
    return ("oui" if asked_negative == denied else "non"), proofs[0]
