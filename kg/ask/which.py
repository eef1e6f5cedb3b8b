"""Which organisation, network, town or country: what is of that kind in or around the words that say what is asked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus import Passage, Span
from index import fold, tokens
from kg.ask import french
from kg.ask.about import about, least
from kg.ask.context import around_document, unique
from kg.ask.library import Library
from kg.ask.nations import countries_beside, country_of, in_country
from kg.ask.proofs import coverage, prove, quote_around, title_stems
from kg.ask.query import Query
from kg.ask.somebody import bodies_after
from kg.ask.sought import (
    NAME,
    TOWNS,
    Sought,
    bare_town,
    fit,
    names_beside,
    sought,
)
from kg.ask.whole_names import told_whole, whole_name
from kg.ask.words import stems_of
from kg.types import Answer, Entity, Quotation, Row

KIND = "which-organisation"
EXAMPLES = (
    "Quelle ville a ouvert une régie ?",
    "Quel réseau compte 40 communes ?",
    "Avec quelle commune belge Morvillac est-elle jumelée ?",
)
#: Least share of what is asked, beside names, that a sentence and its title must say; less when it holds a name of the
#: very kind that is sought, and how well a name must be of that kind.
SAYS, SAYS_KIND, VERY = 0.3, 0.15, 0.8
#: Least share of the question that a sentence must say with what stands around it, less when the reports are named.
COVERED, NAMED = 0.4, 0.25
#: Below this coverage words are near by meaning alone, and must then be this near.
MEANT, SURELY = 0.25, 0.5
#: What it is worth to stand in the very sentence, to be whom its speaker or a person in it comes from, to stand in the
#: title above, just before (in how many characters), in the rest of the passage; and least score of an answer.
INSIDE, SPEAKER, PERSON, TITLE, BEFORE, PASSAGE = 1.0, 0.95, 0.85, 0.65, 0.75, 0.55
NEAR = 60
LEAST = 0.2
#: How many characters around a passage may say where what it tells of is.
WIDE = 600


_IN_COUNTRY = re.compile(rf"(?P<name>{NAME}) \([A-ZÀ-Ý][^)\n]{{2,25}}\)")


@dataclass(frozen=True, slots=True)
class _Item:
    """A sentence or quotation that speaks of what is asked, how well (0..1), and how much of it beside the names."""

    score: float
    says: float
    span: Span
    passage: Passage
    said: Quotation | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """A body or place that may answer; a name that the base does not know has no id."""

    id: str
    label: str
    kind: str
    score: float
    item: _Item
    at: Span | None = None


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « quelle ville », « quel réseau »; nothing for other questions."""
    asked = sought(query)
    if asked is None:
        return None
    unknown = (stem for term in query.terms if not library.can_say(term) for stem in term.alternatives[0][0])
    where = stems_of(asked.told) & frozenset(unknown)  # a country that the reports tell only beside the name
    kind = frozenset(tokens(asked.word))
    topic = query.without(kind | where | _belonging())
    topic = topic if topic.terms else query.without(kind)
    ranked = _ranked(query, library, asked, topic)
    if topic.documents and (not ranked or ranked[0].score < LEAST):  # other reports may tell of the same event
        ranked = _ranked(query, library, asked, replace(topic, documents=None, scoped=()))
    if not ranked or ranked[0].score < LEAST:
        return None if asked.many or asked.loose else _nobody(query, asked)
    kept = [one for one in ranked if one.score >= 0.75 * ranked[0].score][:6] if asked.many else ranked[:1]
    return _told(query, library, asked, kept, tuple(f"{one.score:.2f} {one.label}" for one in ranked[:12]))


def _ranked(query: Query, library: Library, asked: Sought, topic: Query) -> list[_Named]:
    """Return what may answer, each name once, the best first."""
    best: dict[str, _Named] = {}
    for item in _items(topic, library, surely=0.0 if asked.countries or asked.abroad else SURELY):
        for one in _candidates(query, library, asked, item):
            key = bare_town(fold(one.label))
            if key not in best or one.score > best[key].score:
                best[key] = one
    return sorted(best.values(), key=lambda one: (-one.score, one.label))


@lru_cache(maxsize=1)
def _belonging() -> frozenset[str]:
    """Return the stems of the verbs that link somebody to a body or a place: the reports need not say them."""
    return stems_of(
        "appartient appartenir vient venir venait venu venue venus venues participe participé travaille travailler "
        "représente représenter représentait emploie employer dépend dépendre fait partie originaire membre s'appelle "
        "appelle nom lequel laquelle trouve situe situé devient devenir".split()
    )


def _nobody(query: Query, asked: Sought) -> Answer:
    told = f"Rien dans le corpus : aucun document ne donne ce nom ({asked.word})."
    searched = ", ".join(term.words for term in query.terms)
    return Answer(query.text, KIND, told, abstained=True, certificate=f"mots cherchés : {searched}")


def _items(topic: Query, library: Library, *, surely: float) -> list[_Item]:
    """Return the sentences and quotations that say what is asked, by words or by meaning (then this surely)."""
    enough = NAMED if topic.documents else COVERED
    names = {named.entity.label for named in topic.named}
    rest = [term for term in topic.inside().terms if term.words not in names]
    items = []
    for proof in prove(topic, library)[:40]:
        said = proof.sentence.stems | title_stems(proof.passage.headings[-1:])
        says = coverage(rest, said) if rest else 1.0
        if proof.coverage >= enough and says >= SAYS_KIND:
            items.append(_Item(proof.score, says, proof.sentence.span, proof.passage))
    floor = least(topic, library)
    for one in about(topic, library, frozenset())[:12]:
        passage = library.passage_at(one.quotation.span)
        if one.score >= max(floor, 0.0 if one.coverage >= MEANT else surely) and passage is not None:
            items.append(
                _Item(one.score, max(one.coverage, 0.5 * one.score), one.quotation.span, passage, one.quotation)
            )
    return items


def _candidates(query: Query, library: Library, asked: Sought, item: _Item) -> Iterator[_Named]:
    """Yield what is of the kind that is sought in and around a sentence or quotation, each with its score."""
    named = {entity.id for entity in query.entities()}
    known: set[Span] = set()
    said = _wide(library, item.passage.span)
    for worth, span, entity in _around(library, item):
        if span is not None:
            known.add(span)
        if entity.id in named or (span is not None and _is_dateline(library, span)):
            continue
        likely = fit(asked, library, entity)
        if not likely or item.says < (SAYS_KIND if likely >= VERY and worth >= SPEAKER else SAYS):
            continue
        if asked.countries or asked.abroad:
            likely *= in_country(asked.countries, country_of(library, entity), said, abroad=asked.abroad)
        opens = span is not None and 0 <= span.start - item.span.start < 40
        score = item.score * worth * likely * (1.1 if opens else 1.0)
        yield _Named(entity.id, entity.label, entity.kind, score, item, span)
    for span, worth in _read(library, asked, item):
        if not any(span in other or other in span for other in known):
            name = whole_name(library.knowledge.documents[span.document_id], span)
            yield _Named("", name, "name", item.score * worth, item, span)


def _wide(library: Library, span: Span) -> str:
    """Return the folded words of a passage with those before and after it."""
    text = library.knowledge.documents[span.document_id].text
    return re.sub(r"[^\w']", " ", fold(text[max(0, span.start - WIDE) : span.end + WIDE]))


def _around(library: Library, item: _Item) -> Iterator[tuple[float, Span | None, Entity]]:
    """Yield the bodies and places around a sentence with what each is worth by where it stands, and its place."""
    knowledge = library.knowledge
    sentence = library.sentence_at(item.span)
    inside = Span(item.span.document_id, item.span.start, item.span.end) if sentence is None else sentence.span
    for mention, entity in library.mentions_in(inside, "organisation", "place"):
        yield INSIDE, mention.span, entity
    speaker = knowledge.entity_of(item.said.speaker) if item.said else None
    if speaker is not None:
        yield SPEAKER, None, speaker
        yield from ((SPEAKER, None, body) for body in _bodies(library, speaker))
    for _, person in library.mentions_in(inside, "person"):
        yield from ((PERSON, None, body) for body in _bodies(library, person))
    for named in library.names.find(library.reading(inside)):
        if named.words[:1].isupper() and named.entity.kind in ("organisation", "place"):
            yield INSIDE, None, named.entity
    for heading in item.passage.headings[-1:]:
        yield from ((TITLE, None, named.entity) for named in library.names.find(heading) if named.words[:1].isupper())
    for mention, entity in library.mentions_in(item.passage.span, "organisation", "place"):
        gap = inside.start - mention.span.end
        yield (BEFORE if 0 <= gap < NEAR else PASSAGE), mention.span, entity


def _bodies(library: Library, person: Entity) -> Iterable[Entity]:
    """Return the bodies that somebody comes from: those of the roles, else the one written after the name."""
    roles = library.knowledge.roles.get(person.id, ())
    told = [body for role in roles if (body := library.knowledge.entity_of(role.organisation))]
    return dict.fromkeys(told or [entity for _, entity in bodies_after(library, person)])


def _read(library: Library, asked: Sought, item: _Item) -> Iterator[tuple[Span, float]]:
    """Yield the names that a passage writes after the word asked for, and towns beside their country."""
    text = library.knowledge.documents[item.span.document_id].text
    line = library.line_at(item.span)
    for span in names_beside(asked.word, library, item.span.document_id):
        near = INSIDE if span in item.span or span in line else PASSAGE if span in item.passage.span else 0.0
        if near:
            yield span, near
    if not asked.town:
        return
    before = max(0, text.rfind("\n#", 0, item.span.start))
    for match in _IN_COUNTRY.finditer(text, before, item.passage.span.end):
        span = Span(item.span.document_id, match.start("name"), match.end("name"))
        countries = countries_beside(library, span)
        if countries:
            yield (
                span,
                (INSIDE if span in item.span else TITLE)
                * in_country(asked.countries, countries, "", abroad=asked.abroad),
            )


def _is_dateline(library: Library, span: Span) -> bool:
    """Tell the place from which a text is dated: « Morvillac, 8 juin 2023 – »."""
    text = library.knowledge.documents[span.document_id].text
    return bool(re.match(r"[*_]*\s*,\s*(?:le )?(?:\w+ )?\d{1,2}(?:er)? \w+ \d{4}", text[span.end : span.end + 40]))


def _label(library: Library, asked: Sought, one: _Named) -> str:
    """Return what a body or place is called; of a library or a school, when a town is asked for, the town."""
    town = re.search(r"\b(?:de |d['’]|du )(?P<town>[A-ZÀ-Ý][\w'’-]+)$", one.label)
    own = re.match(r"(?:ville|mairie|commune|communaute|metropole|departement|region|etat|pays)\b", fold(one.label))
    if asked.word in TOWNS and one.kind == "organisation" and not own:
        return town["town"] if town else bare_town(one.label)
    entity = library.knowledge.by_id.get(one.id)
    if entity is None or entity.kind != "organisation" or own:
        return one.label
    return told_whole(library.knowledge, entity)


def _told(query: Query, library: Library, asked: Sought, kept: list[_Named], trace: tuple[str, ...]) -> Answer:
    rows, facts = [], []
    for one in kept:
        naming = library.sentence_at(one.at) if one.at is not None and one.at not in one.item.span else None
        spans = (one.item.span, *((naming.span,) if naming else ()))
        evidence = tuple(library.evidence(quote_around(library, span), min(1.0, one.score)) for span in spans)
        rows.append(Row(one.id, _label(library, asked, one), one.kind, min(1.0, one.score), None, evidence))
        facts += around_document(library, None, one.item.span.document_id)
    names = french.join([row.label for row in rows])
    words = library.reading(rows[0].evidence[0].span)
    text = french.shortened(f"{french.sentence(names)} « {words} »", 600)
    kind = "city-or-country" if asked.town or asked.area else KIND
    return Answer(query.text, kind, text, tuple(rows), unique(facts), trace=trace)
