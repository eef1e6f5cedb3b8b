"""Whether somebody still holds an office, or was the one elected: the sentence that tells who left, who was chosen."""

import re

from corpus import Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import quote_around
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.somebody import naming
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "yes-no"
_STILL = regex(r"\b(?:toujours|encore|actuel\w*|aujourd'hui|rest(?:e|era|ent)(?:-(?:t-)?(?:il|elle))?)\b")
_OFFICE = regex(
    r"\b(?:maire|mairesse|president\w*|direct\w+|tresori\w+|secretaire|adjointe?|conseill\w+|delegue\w*|vice|chef\w*"
    r"|coordin\w+|elue?|depute\w*|responsable|poste|tete|fonctions?)\b"
)
_LEFT = regex(
    r"\b(?:demission\w*|a quitte|quitt(?:e|ait|era|ant)|partie?s?(?= (?:a|en|vers|vivre|pour|le|la|au))|remplace\w*"
    r"|succed\w+|anci?enn?e?|ex-\w+|predecesseure?|ne se represente\w*|ne briguera\w*|sortante?|retraite|decede\w*"
    r"|alors (?:maire|president\w*|direct\w+)|retire)\b"
)
_CHOSEN = regex(r"\bete (?:\w+ )?(?:elue?s?|nommee?s?|designee?s?|choisie?s?|reelue?s?)\b")
_CHOOSES = r"(?:re)?(?:elue?s?|elit|nommee?s?|designee?s?|choisie?s?)"
#: How many characters around a name tell of it.
NEAR = 70


def changed(query: Query, library: Library) -> Answer | None:
    """Answer « non » where a sentence tells that somebody left, or that another was chosen; nothing otherwise."""
    people = query.entities("person")
    office = _OFFICE.search(query.folded)
    if len({one.start for one in query.named if one.entity in people}) != 1 or office is None:
        return None
    for person in people:
        if _STILL.search(query.folded):
            found = _left(query, library, person)
        elif _CHOSEN.search(query.folded):
            found = _another(query, library, person)
        else:
            return None
        if found is not None:
            return found
    return None


def _left(query: Query, library: Library, person: Entity) -> Answer | None:
    for mention, sentence in naming(library, person):
        text = library.knowledge.documents[sentence.document_id].text
        begin, end = max(sentence.start, mention.span.start - NEAR), min(sentence.end, mention.span.end + NEAR)
        near = fold(text[begin : mention.span.start]) + " @ " + fold(text[mention.span.end : end])
        told = _LEFT.search(near)
        if told and "\t" not in text[begin:end] and not re.search(r"\bne\b[^.]{0,20}$", near[: told.start()]):
            return _told(query, library, sentence.document_id, quote_around(library, sentence))
    return None


def _another(query: Query, library: Library, person: Entity) -> Answer | None:
    """Answer by the sentence that names somebody with another who was chosen: « a élu Rose Roy, par 4 voix contre »."""
    for _, sentence in naming(library, person):
        text = library.knowledge.documents[sentence.document_id].text
        for mention, other in library.mentions_in(sentence, "person"):
            before = fold(text[sentence.start : mention.span.start])
            after = fold(text[mention.span.end : mention.span.end + 25])
            chosen = re.search(rf"\b{_CHOOSES} (?:\w+ )?$", before) or re.match(
                rf"\W+(?:est|a ete|fut) (?:\w+ )?{_CHOOSES}\b", after
            )
            if chosen and other != person:
                return _told(query, library, sentence.document_id, quote_around(library, sentence))
    return None


def _told(query: Query, library: Library, document_id: str, span: Span) -> Answer:
    evidence = (library.evidence(span, 1.0),)
    row = verdict_row("non", evidence)
    text = french.shortened(f"Non : « {library.reading(evidence[0].span)} »")
    return Answer(query.text, KIND, text, (row,), unique(around_document(library, None, document_id)))
