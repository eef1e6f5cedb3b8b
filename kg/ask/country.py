"""In which country a town, a body or a person is, and which countries were represented: as a document writes it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from corpus import Span
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.nations import countries_beside
from kg.ask.proofs import quote_around
from kg.ask.query import Query
from kg.lexicon.places import is_country
from kg.types import Answer, Entity, Mention, Row

KIND = "country"
EXAMPLES = (
    "Dans quel pays se trouve Sorval ?",
    "Sorval, c'est quel pays ?",
    "Quels pays étaient représentés au forum ?",
)
_ASKED = re.compile(r"\b(?:dans|de|c'est|est) quel pays\b|\bquel pays (?:est|se trouve)\b|\bquel est le pays d")
_WHICH = re.compile(
    r"^(?:de |liste des )?(?:quels? |quels sont les |les )?pays\b.*\b(?:represent|particip|presents?\b|vien|venu|venai)"
)
#: How far after a name its country is written, in characters: a person's function stands between.
NEAR, PERSON = 40, 150


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « dans quel pays » about what the question names; nothing for other questions or when none is told."""
    one = re.match(r"(?:de )?quel pays\b", query.folded) and query.entities("organisation", "place")
    if _WHICH.match(query.folded) and not query.entities("person") and not one:
        return _represented(query, library)
    named = query.entities("place", "organisation", "person")
    if not named or not _ASKED.search(query.folded):
        return None
    told = [found for entity in named for found in _told(library, entity)]
    if not told:
        return None
    _, country, line = min(told, key=lambda found: (found[0], found[2]))
    evidence = (library.evidence(quote_around(library, line), 1.0),)
    row = Row(country.id, country.label, "place", 1.0, country.label, evidence)
    text = french.sentence(f"{named[0].label} : {country.label} (« {library.reading(evidence[0].span)} »)")
    facts = around_document(library, None, line.document_id)
    return Answer(query.text, KIND, french.shortened(text, 600), (row,), unique(facts))


def _represented(query: Query, library: Library) -> Answer | None:
    """Return the countries written beside the names of people, in the reports that the question looks into."""
    found: dict[Entity, list[Span]] = defaultdict(list)
    for document_id in sorted(query.reports or library.knowledge.documents):
        for mention in library.knowledge.extraction_of[document_id].mentions:
            near = sorted(_beside(library, mention), key=lambda told: told[0]) if mention.kind == "person" else []
            if near and near[0][2] not in found[near[0][1]]:
                found[near[0][1]].append(near[0][2])
    told = sorted((country for country, lines in found.items() if lines), key=lambda one: (-len(found[one]), one.label))
    if not told:
        return None
    rows = []
    for country in told:
        evidence = tuple(library.evidence(quote_around(library, line), 1.0) for line in found[country][:3])
        rows.append(Row(country.id, country.label, "place", 1.0, country.label, evidence))
    text = french.sentence(f"{french.count(len(told), 'pays', 'pays')} : {french.join([one.label for one in told])}")
    return Answer(query.text, KIND, french.shortened(text, 600), tuple(rows))


def _told(library: Library, entity: Entity) -> list[tuple[int, Entity, Span]]:
    """Return the countries written after an entity's name on its line, with how far they stand and that line."""
    mentions = [mention for at in entity.mentions if (mention := library.knowledge.mentions.get(at))]
    written = [
        (0, Entity("", "place", country), library.line_at(span))
        for span in (*(mention.span for mention in mentions), *library.find_phrase(entity.label))
        for country in sorted(countries_beside(library, span))
    ]
    return written or [found for mention in mentions for found in _beside(library, mention)]


def _beside(library: Library, mention: Mention) -> Iterator[tuple[int, Entity, Span]]:
    passage = library.passage_at(mention.span)
    for line in library.sentences(passage) if passage else ():
        if not line.span.start <= mention.span.start < line.span.end:
            continue
        row = "\t" in library.knowledge.documents[line.span.document_id].quote(line.span)
        near = PERSON if mention.kind == "person" else NEAR
        for other, country in library.mentions_in(line.span, "place"):
            gap = other.span.start - mention.span.end
            if is_country(country.label) and (0 <= gap <= near or row):
                yield abs(gap), country, line.span
