"""Which organisation, network, town or country: what is of that kind in or around the words that say what is asked."""

import re
from dataclasses import replace
from functools import lru_cache

from corpus import Span
from index import fold, tokens
from kg.ask import doers, noun_asked
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import LONGEST, cited, coverage, prove, title_stems
from kg.ask.answers.rows import refused
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.lists.bodies import listed
from kg.ask.places.held import town_of_event
from kg.ask.places.typed import by_town
from kg.ask.question.kinds import UNTOLD, bare_town, fit, named_fit
from kg.ask.question.query import Query
from kg.ask.question.sought import TOWNS, Sought, sought
from kg.ask.question.whole_names import told_whole, with_acronym
from kg.ask.sentences.about import about, least
from kg.ask.sentences.candidates import SAYS_KIND, VERY, Found, Item, candidates, taking_part
from kg.ask.sentences.slots import Filler
from kg.ask.sentences.told import names_of
from kg.ask.sentences.typed import Typed
from kg.ask.sessions.papers import paper_of
from kg.ask.times.editions import edition_place
from kg.regex import regex
from kg.types import Answer, Entity, Event, Row, span_of

KIND = "which-organisation"
EXAMPLES = (
    "Quelle ville a ouvert une régie ?",
    "Quel réseau compte 40 communes ?",
    "Avec quelle commune belge Morvillac est-elle jumelée ?",
)
#: Least share of the question that a sentence must say with what stands around it, less when the reports are named.
COVERED, NAMED = 0.4, 0.25
#: Below this coverage words are near by meaning alone, and must then be this near.
MEANT, SURELY = 0.25, 0.5
#: Least score of an answer; how sure the role in a sentence or a label must be, to be told before what is near.
LEAST, SURE = 0.2, 0.7
#: How much of the question (0..1) a sentence and what stands around it must say for its town to answer at once.
TOLD = 0.62
#: Least share of the question that a sentence must say where a name stands beside the very noun that is asked for.
BEARING = 0.5
#: How many characters after a name may tell its kind.
BESIDE = 40
#: What asks for a tie between towns, and what tells one: who says « jumelée » may mean any lasting partner.
_TIED, _TIES = regex(r"\bjumel\w+"), regex(r"\b(?:jumel|partena)\w+")
#: How many characters open a report of one of the towns.
HEAD = 150
#: From how many names on a sentence enumerates, how nearly as good as the best it is, how many are told.
ENUMERATED, ALIKE, MOST = 3, 0.7, 15


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « quelle ville », « quel réseau »; nothing for other questions."""
    asked = sought(query)
    if asked is None:
        return None
    found = _named(query, library, asked)
    if found is None or any(_is_tied(query, library, p.span, row.label) for row in found.rows for p in row.evidence):
        return found
    return found if found.abstained else _nobody(query, asked)


def _named(query: Query, library: Library, asked: Sought) -> Answer | None:
    """Answer with the body or the town that tells best what is asked."""
    where = stems_of(asked.told)  # reports tell the country beside the name
    kind = frozenset(stem for word in (asked.word, *asked.said) for stem in tokens(word))
    topic = query.without(kind | where | _belonging())
    topic = topic if topic.terms else query.without(kind)
    if published := paper_of(query, library, asked.word) or listed(query, library, asked):
        return published
    did = _who_did(query, library, asked, kind)
    if did and (asked.any_body or did.rows[0].score >= SURE):
        return did
    edition = edition_place(query, library, asked) if _one_town(asked) else None
    if edition and (passage := library.passage_at(edition[0].span)):
        one = Typed(1.0, 1.0, 1.0, edition[0], passage, edition[1])
        return _told_town(query, library, asked, [(one, edition[2])])
    if held := town_of_event(query, library, asked) if asked.town and not asked.many else None:
        return _told_held(query, library, asked, *held)
    surely = by_town(query, topic, library, asked, least=TOLD) if _one_town(asked) else []
    if surely:
        return _told_town(query, library, asked, surely)
    ranked = _likeliest(query, library, asked, topic)
    if not ranked or ranked[0].score < LEAST:
        return did or (
            None if asked.many or asked.loose else noun_asked.answer(query, library, BEARING) or _nobody(query, asked)
        )
    ranked = [one for one in ranked if _is_tied(query, library, one.item.span, one.label)] or ranked
    return _told(
        query,
        library,
        asked,
        _several(ranked, asked.many),
        tuple(f"{one.score:.2f} {one.label}" for one in ranked[:12]),
    )


def _told_held(query: Query, library: Library, asked: Sought, event: Event, town: Entity) -> Answer:
    span = library.line_at(span_of(event.place_mention)) if event.place_mention else event.provenance.span
    passages = library.knowledge.extraction_of[span.document_id].passages
    item = Item(1.0, 1.0, span, library.passage_at(span) or passages[0])
    return _told(query, library, asked, [Found(town.id, town.label, town.kind, 1.0, item)], ())


def _one_town(asked: Sought) -> bool:
    return (asked.town or asked.word == "pays") and not asked.many


def _told_town(query: Query, library: Library, asked: Sought, found: list[tuple[Typed, Entity | None]]) -> Answer:
    best, entity = found[0]
    item = Item(best.score, best.said, best.sentence.span, best.passage)
    at = Span(item.span.document_id, item.span.start + best.slice[0], item.span.start + best.slice[1])
    known = (entity.id, entity.label, entity.kind) if entity else ("", best.words, "place")
    one = Found(*known, best.score, item, at)
    trace = tuple(f"{told.score:.2f} {told.words}" for told, _ in found[:12])
    return _told(query, library, asked, [one], trace)


def _likeliest(query: Query, library: Library, asked: Sought, topic: Query) -> list[Found]:
    """Return what may answer, the best first: where the question looks, else anywhere, else those who were there."""
    ranked = _ranked(query, library, asked, topic)
    if topic.documents and (not ranked or ranked[0].score < LEAST):  # other reports may tell of the same event
        ranked = _ranked(query, library, asked, replace(topic, documents=None, scoped=()))
    if query.reports and (not ranked or ranked[0].score < LEAST):
        ranked = list(taking_part(query, library, asked))
    return ranked


def _who_did(query: Query, library: Library, asked: Sought, kind: frozenset[str]) -> Answer | None:
    """Return who did it, as for « qui finance », when they are of the very kind that is sought."""
    after = query.text[asked.place[1] :] if len(query.text) == len(query.folded) else ""
    if not after:
        return None
    asking = replace(query.without(kind), text=f"Qui{after}", meaning=query.meaning or query.text)
    found = doers.answer(asking, library, lambda one: _is_of_kind(one, library, asked))
    if found is None:  # names seldom tell an enterprise
        likely = doers.answer(asking, library, lambda one: _may_be_of_kind(one, library, asked))
        found = likely if likely and likely.rows[0].score >= SURE else None
    return replace(found, question=query.text, kind=KIND) if found else None


def _may_be_of_kind(one: Filler, library: Library, asked: Sought) -> bool:
    """Tell a body that nothing tells to be of another kind, where names of the kind seldom tell it."""
    if one.entity is not None and one.entity.kind != "organisation":
        return False
    return (fit(asked, library, one.entity) if one.entity else named_fit(asked, one.label)) >= UNTOLD


def _is_of_kind(one: Filler, library: Library, asked: Sought) -> bool:
    if asked.any_body:
        return one.entity is None or one.entity.kind == "organisation"
    if (fit(asked, library, one.entity) if one.entity else named_fit(asked, one.label)) >= VERY:
        return True
    text = library.knowledge.documents[one.span.document_id].text
    beside = fold(text[one.span.end : one.span.end + BESIDE])
    return bool(re.match(rf"\s*[,(–—-]\s*(?:une? |la |le |l')?{asked.kin.pattern}", beside))


def _several(ranked: list[Found], many: bool) -> list[Found]:
    """Return the best; of several, all that a sentence nearly as good enumerates, in its order, else the best few."""
    best = ranked[0]
    if not many:
        return [best]
    for one in ranked:
        if len(one.beside) >= ENUMERATED and one.score >= ALIKE * best.score:
            return list(one.beside)[:MOST]
    return [one for one in ranked if one.score >= 0.75 * best.score][:6]


def _ranked(query: Query, library: Library, asked: Sought, topic: Query) -> list[Found]:
    """Return what may answer, each name once, the best first."""
    best: dict[str, Found] = {}
    for item in _items(topic, library, surely=0.0 if asked.countries or asked.abroad else SURELY):
        found = list(candidates(query, library, asked, item))
        inside = {bare_town(fold(one.label)): one for one in found if one.at and one.at in item.span}
        beside = tuple(sorted(inside.values(), key=lambda one: one.at or item.span))
        for one in found:
            key = bare_town(fold(one.label))
            if key not in best or one.score > best[key].score:
                best[key] = replace(one, beside=beside if key in inside else ())
    return sorted(best.values(), key=lambda one: (-one.score, one.label))


def _is_tied(query: Query, library: Library, span: Span, label: str) -> bool:
    """Tell a town that its sentence ties to the one asked about, where a tie is asked for: « jumelée avec »."""
    if not _TIED.search(query.folded):
        return True
    sentence = fold(library.reading(span))
    opening = fold(library.knowledge.documents[span.document_id].text[:HEAD])
    asked = {name for one in names_of(query) for name in one.names if name not in fold(label)}
    return _TIES.search(sentence) is not None and any(name in sentence or name in opening for name in asked)


@lru_cache(maxsize=1)
def _belonging() -> frozenset[str]:
    """Return the stems of the verbs that link somebody to a body or a place: the reports need not say them."""
    return stems_of(
        "appartient appartenir vient venir venait venu venue venus venues participe participé travaille travailler "
        "représente représenter représentait emploie employer dépend dépendre fait partie originaire membre s'appelle "
        "regroupe regrouper rassemble rassembler réunit réunir fédère fédérer "
        "appelle nom lequel laquelle trouve situe situé devient devenir".split()
    )


def _nobody(query: Query, asked: Sought) -> Answer:
    searched = ", ".join(term.words for term in query.terms)
    return refused(query, KIND, f"aucun document ne donne ce nom ({asked.word})", f"mots cherchés : {searched}")


def _items(topic: Query, library: Library, *, surely: float) -> list[Item]:
    """Return the sentences and quotations that say what is asked, by words or by meaning (then this surely)."""
    enough = NAMED if topic.documents else COVERED
    names = {named.entity.label for named in topic.named}
    rest = [term for term in topic.inside().terms if term.words not in names]
    items = []
    for proof in prove(topic, library)[:40]:
        said = proof.sentence.stems | title_stems(proof.passage.headings[-1:])
        says = coverage(rest, said) if rest else 1.0
        if proof.coverage >= enough and says >= SAYS_KIND:
            items.append(Item(proof.score, says, proof.sentence.span, proof.passage))
    floor = least(topic, library)
    for one in about(topic, library, frozenset())[:12]:
        passage = library.passage_at(one.quotation.span)
        if one.score >= max(floor, 0.0 if one.coverage >= MEANT else surely) and passage is not None:
            items.append(
                Item(one.score, max(one.coverage, 0.5 * one.score), one.quotation.span, passage, one.quotation)
            )
    return _with_numbers(topic, library, items)


def _with_numbers(topic: Query, library: Library, items: list[Item]) -> list[Item]:
    """Keep what says a number that the question gives, where something does: « quel État compte 853 communes »."""
    numbers = {one for term in topic.terms if term.words not in topic.years for one in tokens(term.words)}
    numbers = {one for one in numbers if one.isdigit()}
    saying = [one for one in items if numbers <= library.stems(one.span)] if numbers else []
    return saying or items


def _label(library: Library, asked: Sought, one: Found) -> str:
    """Return what a body or place is called; of a library or a school, when a town is asked for, the town."""
    town = re.search(r"\b(?:de |d['’]|du )(?P<town>[A-ZÀ-Ý][\w'’-]+)$", one.label)
    own = re.match(r"(?:ville|mairie|commune|communaute|metropole|departement|region|etat|pays)\b", fold(one.label))
    if asked.word in TOWNS and one.kind == "organisation" and not own:
        return town["town"] if town else bare_town(one.label)
    entity = library.knowledge.by_id.get(one.id)
    if entity is None or entity.kind != "organisation" or own or one.label != entity.label:
        return one.label
    return told_whole(library.knowledge, entity)


def _told(query: Query, library: Library, asked: Sought, kept: list[Found], trace: tuple[str, ...]) -> Answer:
    rows, facts = [], []
    for one in kept:
        told = one.item.span
        apart = one.at is not None and (one.at not in told or told.end - told.start > LONGEST)
        naming = library.sentence_at(one.at) if one.at is not None and apart else None
        spans = [told, *((naming.span,) if naming else ())]
        spans = spans[::-1] if one.at is not None and one.at in told else spans  # the sentence before the long speech
        evidence = tuple(cited(library, span, one.score) for span in spans)
        rows.append(Row(one.id, _label(library, asked, one), one.kind, min(1.0, one.score), None, evidence))
        facts += around_document(library, None, one.item.span.document_id)
    names = french.join([with_acronym(library.knowledge.by_id.get(row.id), row.label) for row in rows])
    words = library.reading(rows[0].evidence[0].span)
    text = french.shortened(f"{french.sentence(names)} « {words} »")
    kind = "city-or-country" if asked.town or asked.area else KIND
    return Answer(query.text, kind, text, tuple(rows), unique(facts), trace=trace)
