"""What links two entities: what they share, a path through the network, or the sentences that name both."""

import re

from corpus import Span
from index import fold
from kg.ask.answers.context import around_person, role_words, unique
from kg.ask.answers.proofs import cited
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.links.linked import KIN, kin_sentences, nearest_together, shared_bodies
from kg.ask.links.sides import LINK, Side, sides, telling_both
from kg.ask.links.ties import ties
from kg.ask.question.query import Named, Query
from kg.ask.question.whole_names import with_acronym
from kg.ask.yes_no import asks
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Context, Entity, Evidence, Row

#: How many characters at the head of a report tell whose it is.
OPENING = 400
#: From which score on a sentence tells of both, beside what they share and without; how far it is read on.
SURE, UNSURE, FOLLOWS = 0.6, 0.15, 420
#: From which score on a sentence tells of both by itself, so that nothing else is looked for.
PLAIN = 0.9
#: Longest question of an interview that is told with its answer, how it ends, and how an answer says yes or no.
ASKED = 300
_QUESTION = regex(r"(?:\?|…|\.\.\.)[\s»”\"*_]*$")
_YES_NO = regex(r"(?:oui|non|si|tout à fait|exactement|justement|bien sûr)\b[\s,.;!]", re.IGNORECASE)
Fact = tuple[str, tuple[Evidence, ...]]
KIND = "relation-path"
EXAMPLES = ("Quel lien entre Ana Belloir et Marc Touvet ?", "Qu'ont en commun Morvillac et Altis ?")
_ASKED = regex(
    r"\b(?:liens?|lie|lient|relie|relient|rapports?|relations?|commun|rapproche|rapprochent|unit|unissent"
    r"|point commun|partagent|connait|connaissent|a voir avec|rattach\w+)\b"
)
#: Whether two people know each other, which what they share tells better than « oui » or « non ».
_KNOWN = regex(
    r"\bse (?:connai\w+|frequent\w+|sont(?:-(?:ils|elles))? (?:deja )?(?:connue?s|rencontree?s|croisee?s)\b)"
    r"|\bconnai(?:t|ssait)\b(?!-on\b)"
)
#: « Le rapport de mission », which tells no tie.
_REPORT = regex(
    r"\brapports? (?=(?:de (?:la |l')?(?:mission|visite|voyage|stage|delegation|commission)|d'(?:activites?|auditions?"
    r"|etudes?|information|orientation|evaluation)|morale?|financier|annuel|final|signal|propos|recommand|conclu|dit\b))"
)
#: « Qui fait le lien entre l'eau et la santé ? » asks who said it.
_SAYS_A_TIE = regex(r"^(?:[^,?]{3,60}, )?(?:qui|quel(?:le)?s? (?:intervenant|orat|participant|personne)\w*)\b")
#: Since when they are tied, and how many ties there are, is told elsewhere.
_OF_TIME = regex(r"(?:depuis|jusqu'a|quand|combien|en quel(?:le)?|a quel(?:le)?)\b")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer what links the two things that the question puts side by side; nothing for other questions."""
    if _OF_TIME.match(query.folded) or not (asks_if_known(query) or _asks_a_tie(query)):
        return None
    pair = sides(query) or _named(query)
    if pair and _SAYS_A_TIE.match(query.folded) and not any(_is_somebody(side) for side in pair):
        return None
    if pair is None or (pair[0].entities and pair[0].entities[:1] == pair[1].entities[:1]):
        return None
    first, second = (side.entities[0] if side.entities else None for side in pair)
    shared: list[Fact] = []
    kin: list[Evidence] = []
    if first and second:
        shared = [*_shared_roles(library, first, second), *_shared_events(library, first, second)]
        shared = shared or list(shared_bodies(library, first, second))[:1]
        kin = _kin(library, first, second)
    told = kin or _told(library, pair, shared)
    return _answer(query, library, pair, (shared, told)) if shared or told else None


def asks_if_known(query: Query) -> bool:
    """Tell a question whether two people know each other, or have met."""
    return len({one.start for one in query.named if one.entity.kind == "person"}) == 2 and bool(
        _KNOWN.search(query.folded)
    )


def _asks_a_tie(query: Query) -> bool:
    return _ASKED.search(_REPORT.sub(" ", query.folded)) is not None and not asks(query)


def _is_somebody(side: Side) -> bool:
    """Tell a side that is a person, a body or a place, which ties link; not an idea, which somebody links."""
    named = (one for one in side.entities if one.kind in ("person", "organisation", "place"))
    return any(fold(one.label).split()[:1] == side.plain.split()[:1] for one in named)


def _told(library: Library, pair: tuple[Side, Side], shared: list[Fact]) -> list[Evidence]:
    """Return the sentences that tell of both; the report whose title tells of one is added to what they share."""
    told = [proof for proof in telling_both(library, *pair) if proof.score >= (SURE if shared else UNSURE)]
    tied = [] if told and told[0].score >= PLAIN else ties(library, *pair)
    if tied and (not told or tied[0].score >= told[0].score):
        if tied[0].opened:
            title = library.knowledge.documents[tied[0].span.document_id].title
            shared.append((f"dans {title if title.startswith('«') else f'« {title} »'}", ()))
        return [cited(library, tie.span, tie.score) for tie in tied[:2]]
    sides_told = [list(side.entities) for side in pair]
    told = told or ([] if shared else _told_by(library, *sides_told) or _told_by(library, *sides_told[::-1]))
    if told or shared or not (pair[0].entities and pair[1].entities):
        return told
    near = nearest_together(library, pair[0].entities[0], pair[1].entities[0])
    return [library.evidence(near, 0.6)] if near else []


def _answer(
    query: Query, library: Library, pair: tuple[Side, Side], found: tuple[list[Fact], list[Evidence]]
) -> Answer:
    shared, told = found
    evidence = tuple({p.span: p for p in (*told[:2], *(p for _, proofs in shared for p in proofs), *told[2:])}.values())
    fact = shared[0][0] if shared else None
    rows = tuple(_row(side, fact, evidence[:4]) for side in pair)
    quotes = _quotes(library, told)
    kin = bool(quotes) and KIN.search(fold(quotes[0]))  # an office is told before the sentence, a family after it
    facts_told = [fact for fact, _ in shared[:3]]
    words = [*quotes[:1], *facts_told, *quotes[1:]] if kin else [*facts_told, *quotes]
    text = french.told(f"{pair[0].label} et {pair[1].label} : {' ; '.join(words)}")
    people = [side.entities[0] for side in pair if side.entities]
    facts = [fact for one in people for fact in around_person(library, one, None)]
    if len(people) == 2:
        links = [(told, proofs[0] if proofs else None) for told, proofs in shared]
        facts = [Context(people[0].id, "skos:related", people[1].id, told, proof) for told, proof in links] + facts
    return Answer(query.text, KIND, text, rows, unique(facts))


def _quotes(library: Library, told: list[Evidence]) -> list[str]:
    """Return the first proofs between marks: of one that holds another, the shorter alone when this tells the link."""
    words = [_from_there(library, proof) for proof in told[:1]]
    for other in (library.reading(proof.span) for proof in told[1:3] if proof.score >= SURE):
        if words and other in words[0]:
            words[0] = other if LINK.search(fold(other)) else words[0]
        elif not any(one in other for one in words):
            words.append(other)
    return [french.quoted(one) for one in dict.fromkeys(words)]


def _row(side: Side, fact: str | None, evidence: tuple[Evidence, ...]) -> Row:
    if not side.entities:
        return Row("", side.label, "thing", 1.0, fact, evidence)
    return Row(side.entities[0].id, side.label, side.entities[0].kind, 1.0, fact, evidence)


def _kin(library: Library, first: Entity, second: Entity) -> list[Evidence]:
    """Return the sentences by which two people are kin, or work beside one another."""
    if first.kind != "person" or second.kind != "person":
        return []
    sentences = kin_sentences(library, first, second)
    return [cited(library, sentence.span) for sentence in sentences[:3]]


def _from_there(library: Library, proof: Evidence) -> str:
    """Return the words of a proof with what follows it in its passage, when it is short: it may not tell all."""
    sentence, passage = library.sentence_at(proof.span), library.passage_at(proof.span)
    start, end = _asked_from(library, proof.span), proof.span.end
    if LINK.search(fold(library.reading(proof.span))) and sentence and sentence.span.end <= end:
        return library.reading(Span(proof.span.document_id, start, end))
    end = max(end, min(passage.span.end, proof.span.start + FOLLOWS)) if passage else end
    return french.shortened(library.reading(Span(proof.span.document_id, start, end)), FOLLOWS)


def _asked_from(library: Library, span: Span) -> int:
    """Return where a quote begins, or the question before one that says yes or no to it: it names what is told."""
    text = library.knowledge.documents[span.document_id].text
    before = text[: span.start].rstrip()
    line = before[before.rfind("\n") + 1 :]
    is_asked = len(line) <= ASKED and _QUESTION.search(line) and _YES_NO.match(text[span.start : span.end])
    return len(before) - len(line) if is_asked else span.start


def _named(query: Query) -> tuple[Side, Side] | None:
    """Return the first two things that the question names, organisations before places."""
    order = {"person": 0, "organisation": 1, "event": 2, "place": 3, "concept": 4}
    places: dict[int, list[Named]] = {}
    for named in sorted(query.named, key=lambda n: (n.start, not n.whole, order[n.entity.kind])):
        places.setdefault(named.start, []).append(named)
    found = [Side(tuple(one.entity for one in places[at]), places[at][0].words) for at in sorted(places)]
    return (found[0], found[1]) if len(found) >= 2 else None


def _shared_roles(library: Library, first: Entity, second: Entity) -> list[Fact]:
    """Return the organisations in which both hold a role, with the words of each role."""
    found = []
    for one in library.knowledge.roles.get(first.id, ()):
        for other in library.knowledge.roles.get(second.id, ()):
            organisation = library.knowledge.entity_of(one.organisation)
            if organisation is None or organisation != library.knowledge.entity_of(other.organisation):
                continue
            held = ((first.label, role_words(library, one)), (second.label, role_words(library, other)))
            words = [f"{name} : {told}" for name, told in held if told != organisation.label]
            told = f"tous deux liés à {with_acronym(organisation, organisation.label)}"
            told += f" ({' ; '.join(words)})" if words else ""
            proofs = (library.evidence(one.provenance.span, 1.0), library.evidence(other.provenance.span, 1.0))
            found.append((len("".join(words)), told, proofs))
    found.sort(key=lambda row: -row[0])
    return [(told, proofs) for _, told, proofs in found[:1]]


def _shared_events(library: Library, first: Entity, second: Entity) -> list[Fact]:
    """Return the sessions, else the events, in which both take part."""
    parts: list[dict[str, Evidence]] = [{}, {}]
    labels: dict[str, str] = {}
    for extraction in library.knowledge.naming(first, second):
        for participation in extraction.participations:
            agent = library.knowledge.entity_of(participation.agent)
            if agent not in (first, second):
                continue
            for event in event_chain(library.knowledge, participation.event):
                entity = library.knowledge.entity_of(event.mention)
                if entity:
                    labels[entity.id] = event.label
                    held = parts[0] if agent == first else parts[1]
                    held.setdefault(entity.id, library.evidence(participation.provenance.span, 1.0))
    both = [key for key in parts[0] if key in parts[1]]
    both.sort(key=lambda key: (not _is_session(library, key), key))
    return [(f"tous deux à : {labels[key]}", (parts[0][key], parts[1][key])) for key in both[:1]]


def _is_session(library: Library, event_id: str) -> bool:
    tellings = library.knowledge.tellings.get(event_id, ())
    return any(event.kind == "session" for event in tellings)


def _told_by(library: Library, first: list[Entity], second: list[Entity]) -> list[Evidence]:
    """Return the words of the first that name the second, else what a report of the first says of the second."""
    knowledge = library.knowledge
    found = []
    for one in first:
        for extraction in knowledge.naming(one):
            opening = extraction.document.text[:OPENING]
            own = any(name in opening for name in (one.label, *one.aliases)) and one.kind != "person"
            for passage in extraction.passages if own else ():
                sentences = (s.span for s in library.sentences(passage))
                found += [span for span in sentences if _names(library, span, second)]
            spoken = (q.span for q in extraction.quotations if knowledge.entity_of(q.speaker) == one)
            found += [span for span in spoken if _names(library, span, second)]
    return [cited(library, span, 0.8) for span in dict.fromkeys(found)][:3]


def _names(library: Library, span: Span, entities: list[Entity]) -> bool:
    inside = {entity.id for _, entity in library.mentions_in(span, "person", "organisation", "place", "event")}
    return any(entity.id in inside for entity in entities)
