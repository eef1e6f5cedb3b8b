"""Whether a council or a meeting adopted, refused or put off something: the decision told under the item."""

import re
from collections.abc import Iterator

from index import fold
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.proofs import coverage, prove, quote_around, title_stems
from kg.ask.query import Query
from kg.ask.things import Sentence
from kg.ask.words import stems_of
from kg.regex import regex
from kg.types import Answer, Row

KIND = "yes-no"
_FOR = r"adopt\w*|approuv\w*|accept\w*|valid\w*|reconduit\w*|accord\w*|maintenu\w*|vote\w*"
_AGAINST = r"report\w*|ajourn\w*|renvoy\w*|rejet\w*|refus\w*|retir\w*|annul\w*|supprim\w*|abandonn\w*"
_ASKS = regex(rf"\b(?:ete|est-il|est-elle|sont-ils|sont-elles)\b.*?\b(?P<word>{_FOR}|{_AGAINST})")
#: Decisions told, by participles with their accents: « adoptée », not « adopte ».
_FOR_TOLD = (
    r"(?:adopt|approuv|accept|valid|accord|vot)é(?:e|s|es)?|reconduit(?:e|s|es)?|maintenu(?:e|s|es)?|à l['’]unanimité"
)
_AGAINST_TOLD = r"(?:report|ajourn|renvoy|rejet|refus|retir|annul|supprim|abandonn)é(?:e|s|es)?"
_TELLS = regex(rf"\b(?:{_FOR_TOLD}|{_AGAINST_TOLD})", re.IGNORECASE)
_DENIES = regex(rf"\b(?:{_AGAINST_TOLD})|\bn['’](?:est|a|ont|a pas été)\b", re.IGNORECASE)
#: What begins an item of minutes.
ITEM = regex(r"^\s*(?:\d{1,2}\s*[.)/–-]|#+\s|[IVX]+\s*[.)/–-])")
#: Least share of the subject that a sentence and what stands around it must say; how many sentences an item has.
SAYS, LONG = 0.5, 25
#: The words of decisions, which tell nothing of what is decided.
_WORDS = (
    "vote voté votée adopté adoptée approuvé approuvée approuvés accepté acceptée validé reconduit reconduite rejeté "
    "rejetée refusé refusée supprimé supprimée annulé annulée accordé accordée reporté reportée ajourné maintenue "
    "maintenu"
)


def decided(query: Query, library: Library) -> Answer | None:
    """Answer whether something was adopted or not; nothing for other questions or when no decision is told."""
    asked = _ASKS.search(query.folded)
    if asked is None:
        return None
    topic = query.without(stems_of(_WORDS.split())).inside()
    if not topic.terms:
        return None
    found = list(_decisions(topic, library, asked["word"]))
    same = [sentence for sentence in found if asked["word"][:5] in fold(sentence.words)]
    return _told(query, library, asked["word"], (same or found)[0]) if found else None


def _decisions(topic: Query, library: Library, word: str) -> Iterator[Sentence]:
    """Yield the decision told under each of the items most about a subject: by the word asked, else another."""
    for proof in prove(topic, library)[:8]:
        around = library.stems(proof.passage.span) | title_stems(proof.passage.headings[-1:])
        if proof.coverage < SAYS or coverage(topic.terms, proof.sentence.stems | around) < SAYS:
            continue
        told = [one for one in item(library, proof.sentence) if _TELLS.search(one.words)]
        yield from sorted(told, key=lambda one: word[:5] not in fold(one.words))[:1]


def item(library: Library, first: Sentence) -> Iterator[Sentence]:
    """Yield a sentence with those after it, up to the next item."""
    passages = library.knowledge.extraction_of[first.span.document_id].passages
    after = (one for passage in passages for one in library.sentences(passage) if one.span >= first.span)
    for number, sentence in enumerate(after):
        if number == LONG or (number and (ITEM.match(sentence.words) or is_heading(sentence.words))):
            return
        yield sentence


def is_heading(words: str) -> bool:
    """Tell a line in capitals, long enough to be no acronym."""
    return words.isupper() and len(words) > 12


def _told(query: Query, library: Library, word: str, sentence: Sentence) -> Answer:
    plain = fold(sentence.words)
    denied = bool(_DENIES.search(sentence.words))
    same = word[:5] in plain
    verdict = (
        "oui"
        if same and not re.search(r"\bn'(?:est|a|ont)\b", plain)
        else "non"
        if _wants_no(word) or denied
        else "oui"
    )
    evidence = (library.evidence(quote_around(library, sentence.span), 1.0),)
    row = Row("", verdict, "yes-no", 1.0, verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »", 600)
    facts = around_document(library, None, sentence.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts))


def _wants_no(word: str) -> bool:
    return re.fullmatch(_AGAINST, word) is not None
