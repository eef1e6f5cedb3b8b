"""In which country a town, a body or a person is, and which countries were represented: as a document writes it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from corpus import Passage, Span
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.moments import Slice
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.nations import countries_beside
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sentences.typed import best_told
from kg.ask.whereabouts import LINKS
from kg.lexicon.places import is_country
from kg.regex import regex
from kg.types import Answer, Entity, Mention

KIND = "country"
EXAMPLES = (
    "Dans quel pays se trouve Sorval ?",
    "Sorval, c'est quel pays ?",
    "Quels pays étaient représentés au forum ?",
)
_ASKED = regex(r"\b(?:dans|de|c'est|est) quel pays\b|\bquel pays (?:est|se trouve)\b|\bquel est le pays d")
_WHICH = regex(
    r"^(?:de |liste des )?(?:quels? |quels sont les |les )?pays\b.*\b(?:represent|particip|presents?\b|vien|venu|venai"
    r"|(?:etaient|sont) (?:la|a|au|aux|dans)\b)"
)


@lru_cache(maxsize=1)
def _presence() -> frozenset[str]:
    """Return the stems of the words for being there, and for those who are."""
    return stems_of(
        "pays rencontres forum séminaire représenté représentés représentaient représenter participer participaient "
        "participants participant présents présent venir venaient venu venus viennent inscrits inscrit intervenants "
        "intervenant invités délégués délégation délégations gens personnes monde liste".split()
    )


#: How far after a name its country is written, in characters: a person's function stands between.
NEAR, PERSON = 40, 150
#: How much of a question (0..1) a sentence must say to answer with its countries.
SAID = 0.6


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « dans quel pays » about what the question names; nothing for other questions or when none is told."""
    rest = query.without(_presence())
    names = {entity.label for entity in query.entities()}
    alone = names and all(
        t.words in names or t.alternatives[0][0] <= LINKS for t in rest.terms
    )  # where a body is stands beside its name
    if _WHICH.match(query.folded) and not query.entities("person") and (query.event or not alone):
        return (
            _told_by(query, rest, library)
            if (rest.scoped if query.event else rest.terms)
            else _represented(query, library)
        )
    named = query.entities("place", "organisation", "person")
    if not named or not alone or not _ASKED.search(query.folded):
        return None
    told = [found for entity in named for found in _told(library, entity)]
    if not told:
        return None
    _, country, line = min(told, key=lambda found: (found[0], found[2]))
    evidence = (cited(library, line),)
    row = entity_row(country, evidence, value=country.label)
    text = french.sentence(f"{named[0].label} : {country.label} (« {library.reading(evidence[0].span)} »)")
    facts = around_document(library, None, line.document_id)
    return Answer(query.text, KIND, french.shortened(text), (row,), unique(facts))


def _told_by(query: Query, rest: Query, library: Library) -> Answer | None:
    """Return the countries of the sentence that says best what is asked of them: « d'où viennent les légumes »."""

    def find(sentence: Sentence, _: Passage) -> Iterator[Slice]:
        for mention, entity in library.mentions_in(sentence.span, "place"):
            if is_country(entity.label):
                yield mention.span.start - sentence.span.start, mention.span.end - sentence.span.start

    best = best_told(rest, library, find, least=SAID)
    if best is None:
        return None
    evidence = (cited(library, best.sentence.span, best.score),)
    inside = (entity for _, entity in library.mentions_in(best.sentence.span, "place") if is_country(entity.label))
    countries = list(dict.fromkeys(inside))
    rows = tuple(entity_row(one, evidence, value=one.label) for one in countries)
    names = french.join([one.label for one in countries])
    text = french.sentence(f"{names} : « {library.reading(evidence[0].span)} »")
    return Answer(query.text, KIND, french.shortened(text), rows)


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
        evidence = tuple(cited(library, line) for line in found[country][:3])
        rows.append(entity_row(country, evidence, value=country.label))
    text = french.sentence(f"{french.count(len(told), 'pays', 'pays')} : {french.join([one.label for one in told])}")
    return Answer(query.text, KIND, french.shortened(text), tuple(rows))


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
        near = PERSON if mention.kind == "person" else NEAR
        for other, country in library.mentions_in(line.span, "place"):
            gap = other.span.start - mention.span.end
            if is_country(country.label) and (0 <= gap <= near or line.is_row):
                yield abs(gap), country, line.span
