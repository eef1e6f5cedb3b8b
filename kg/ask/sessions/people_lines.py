"""Those of one trade at an event: « les interprètes », by the heading or label above their names, or their rows."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, fold_evenly
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "list"
_ASKED = regex(
    r"^(?:qui (?:sont|etaient)|quel(?:le)?s (?:sont|etaient|ont ete)|(?:la )?liste des|donne\w*|cite\w*|qui)"
    r"(?: comme)? ?(?:les |des )?(?P<noun>[a-z][a-z-]{3,}s)\b(?= (?:a|au|aux|de|du|des|d'|lors|pendant|dans)\b|\s*\?*$)"
    r"|^les (?P<bare>[a-z][a-z-]{3,}s) (?:a|au|aux|de|du|des|d')\b"
)
#: Those whom the programme and the lists of names tell.
_ELSEWHERE = regex(
    r"(?:intervenant|participant|orat|anima|moder|invite|absent|excuse|personne|inscri|present|elue?s|membre|conseill"
    r"|rapporteu|organisat|president|secretaire|scrutat|habitant|citoyen|jeune|parent|eleve|enfant|partenaire)"
)
#: Longest heading or label, in words; how many reports are looked at.
WORDS, REPORTS = 6, 5


def answer_people(query: Query, library: Library) -> Answer | None:
    """Answer who those of a trade are; nothing for other questions, or when no line tells two or more of them."""
    asked = _ASKED.match(query.folded)
    noun = (asked["noun"] or asked["bare"]).removesuffix("s") if asked else ""
    if not noun or _ELSEWHERE.match(noun) or not is_function_start(noun):
        return None
    for document_id in _reports(query, library):
        for reads in (_headed, _labelled):
            found = {person.id: (person, line) for person, line in reads(library, document_id, noun)}
            if found:
                return _told(query, library, list(found.values()))
    return None


def _reports(query: Query, library: Library) -> list[str]:
    if query.reports:
        return sorted(query.reports)
    names = [named.words for named in query.named]
    near = [one for name in names for one in library.documents_with(name)]
    found = [one for one in dict.fromkeys(near) if all(one in library.documents_with(name) for name in names)]
    return found[:REPORTS]


def _headed(library: Library, document_id: str, noun: str) -> Iterator[tuple[Entity, Span]]:
    """Yield those whom the lines under a heading of that name tell, up to a blank line, but those of another label."""
    text = library.knowledge.documents[document_id].text
    plain = fold_evenly(text)
    titled = rf"(?m)^[^\w\n]*(?P<title>[^\n\t:.;,]*\b{re.escape(noun)}s?\b[^\n\t:.;,]*)[:*_ ]*\n"
    for heading in re.finditer(titled, plain):
        others = [word for word in re.findall(r"\w{4,}", heading["title"]) if not word.startswith(noun)]
        if len(heading["title"].split()) > WORDS:
            continue
        blank = re.compile(r"\n[ \t]*\n").search(text, heading.end() + 1)
        end = blank.start() if blank else len(text)
        for line in re.finditer(r"[^\n]+", text[heading.end() : end]):
            words = fold(line[0]).lstrip(" -*•>")
            if not any(words.startswith(other) for other in others):
                start = heading.end() + line.start()
                yield from _people(library, Span(document_id, start, start + len(line[0])))


def _labelled(library: Library, document_id: str, noun: str) -> Iterator[tuple[Entity, Span]]:
    """Yield those whose line has the trade for its label, in whose row it is a cell, or whose function it is."""
    text = library.knowledge.documents[document_id].text
    plain = fold_evenly(text)
    for label in re.finditer(rf"(?m)^[^\w\n]*{re.escape(noun)}s?\b[^\n:.;,]{{0,40}}:[^\n]+", plain):
        yield from _people(library, Span(document_id, label.start(), label.end()))
    for row in re.finditer(rf"(?m)^[^\n]*\t[ ]*{re.escape(noun)}s?\b[^\n]*$", plain):
        yield from list(_people(library, Span(document_id, row.start(), row.end())))[:1]
    for role in library.knowledge.extraction_of[document_id].roles:
        person = library.knowledge.entity_of(role.person)
        if person is not None and fold(role.function).startswith(noun):
            yield person, library.line_at(role.provenance.span)


def _people(library: Library, line: Span) -> Iterator[tuple[Entity, Span]]:
    yield from ((person, line) for _, person in library.mentions_in(line, "person"))


def _told(query: Query, library: Library, found: list[tuple[Entity, Span]]) -> Answer:
    rows = tuple(entity_row(person, (cited(library, line),)) for person, line in found)
    text = french.sentence(f"{french.join([row.label for row in rows])} : « {library.reading(found[0][1])} »")
    facts = around_document(library, None, found[0][1].document_id)
    return Answer(query.text, KIND, french.shortened(text), rows, unique(facts))
