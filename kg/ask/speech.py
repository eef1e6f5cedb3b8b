"""Who spoke about something: the people and organisations whose words are about it, with their words."""

import re
from collections import defaultdict
from dataclasses import dataclass

from corpus import Span
from index import tokens
from kg.ask import french
from kg.ask.context import around_quotation, unique
from kg.ask.library import Found, Library
from kg.ask.proofs import LONGEST, best_part, coverage, title_stems
from kg.ask.query import Query
from kg.ask.words import ASKERS, NOT_SPEECH, plain_stems, same_stand, speech_stems
from kg.types import Answer, Context, Evidence, Quotation, Row

KIND = "who-spoke-about"
EXAMPLES = (
    "Qui a parlé de mobilité rurale ?",
    "Quels intervenants ont insisté sur le budget ?",
    "Qui a dit « il faut aller plus vite » ?",
    "qui défend les petites communes",
)
_START = re.compile(rf"(?:et |mais |alors |[^,?]{{3,60}}, )?(?:{ASKERS})\s+(?!{NOT_SPEECH})")
#: An answer is kept when its score reaches this, and this share of the best one; set on the development questions.
FLOOR, SHARE = 0.42, 0.8
#: What a quotation's own sentence, and the titles above it, are worth beside its own words.
BESIDE, TITLES = 0.7, 0.25
#: What the title just above is worth when it says the whole subject by itself.
OWN_TITLE = 0.75
#: What a quotation is worth by its words when it is linked to the very concept of the question.
ABOUT = 0.85
#: What the question's own verb adds to closeness when it introduces the words (« plaide », « regrette »).
CUED = 0.5
#: By how much somebody unnamed must be nearer the subject than anybody named, to be answered.
AHEAD = 0.08


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation and how well it is about the subject (0..1)."""

    quotation: Quotation
    score: float
    coverage: float


def answer(query: Query, library: Library) -> Answer | None:
    """Answer a question in « qui » that asks who said or did something; nothing for the other questions."""
    if not _START.match(query.folded):
        return None
    if query.quoted:
        found = _who_said(query, library)
        if found:
            return found
    topic = query.without(speech_stems())
    verbs = frozenset(tokens(query.text)) & speech_stems() - plain_stems()
    asked = {entity.id for entity in query.entities("person")}
    if topic.documents and not topic.scoped:
        said = _heard_there(topic, library)
    else:
        said = about(topic if topic.terms else query, library, verbs)
    said = [one for one in said if _speaker_key(library, one.quotation) not in asked]
    if verbs and _only_named(topic):
        said = [one for one in said if _acts(library, one.quotation, same_stand(verbs))]
    return _told(query, library, said)


def _heard_there(query: Query, library: Library) -> list[Said]:
    """Return all that is said where the question looks, for it asks about nothing else: the session, or the reports."""
    session = library.knowledge.entity_of(query.event.mention) if query.event else None
    quotations = [q for q in library.quotations.values() if q.span.document_id in (query.documents or ())]
    inside = [q for q in quotations if session and library.knowledge.entity_of(q.session) == session]
    kept = inside if query.event and query.event.kind == "session" else quotations
    return [Said(quotation, 1.0, 1.0) for quotation in sorted(kept, key=lambda q: q.span)]


def _only_named(topic: Query) -> bool:
    """Tell a question whose verb is all that it asks beside names: who thanked the agency, who took notes."""
    names = {named.entity.label for named in topic.named}
    rest = topic.scoped if topic.documents or topic.event else topic.terms
    return all(term.words in names for term in rest)


def _acts(library: Library, quotation: Quotation, verbs: frozenset[str]) -> bool:
    """Tell whether one of some verbs introduces a quotation, or stands in its words."""
    return bool(verbs & (library.stems_of(quotation.cue) | library.stems(quotation.span)))


def about(query: Query, library: Library, verbs: frozenset[str]) -> list[Said]:
    """Score the quotations that the search brings, best first; `verbs` are the stems of the question's own verb."""
    query = query.inside()
    concepts = library.concepts(query)
    closeness = library.closeness(query.text)
    passages = library.look(query)
    near = {found.passage.span: found for found in passages}
    scored = []
    for quotation, passage in library.quotations_near(near, closeness):
        close = max(closeness.get(quotation.id, 0.0), 0.6 * _closeness(near.get(passage.span)))
        title = title_stems(passage.headings[-1:])
        worth = OWN_TITLE if coverage(query.terms, title) >= 0.85 else TITLES
        around = [(_beside(library, quotation), BESIDE), (title, worth), (title_stems(passage.headings), TITLES)]
        said = coverage(query.terms, library.stems(quotation.span), around)
        if concepts & set(quotation.concepts):
            said = max(said, ABOUT)
        close = min(1.0, close + _cued(verbs, library.stems_of(quotation.cue)))
        scored.append(Said(quotation, 0.65 * said + 0.35 * close, said))
    return sorted(scored, key=lambda s: (-s.score, s.quotation.span))


def _cued(verbs: frozenset[str], cue: frozenset[str]) -> float:
    """Return what the verb that introduces words adds: the question's own, or one that takes the same stand."""
    if verbs & cue:
        return CUED
    return CUED / 2 if same_stand(verbs) & cue else 0.0


def _closeness(found: Found | None) -> float:
    return found.closeness if found else 0.0


def _beside(library: Library, quotation: Quotation) -> frozenset[str]:
    """Return the stems of the sentence that holds a quotation, of its cue and of the same speaker's words beside it."""
    passage = library.passage_at(quotation.span)
    stems: set[str] = set()
    if passage:
        for sentence in library.sentences(passage):
            if sentence.span.start < quotation.span.end and quotation.span.start < sentence.span.end:
                stems |= sentence.stems
        for other in library.said_by_the_same(quotation):
            if other.span in passage.span:
                stems |= library.stems(other.span)
    return frozenset(stems)


def _who_said(query: Query, library: Library) -> Answer | None:
    """Find quoted words, and the quotation that holds them."""
    spans = library.find_phrase(query.quoted or "")
    for span in spans:
        holding = [q for q in library.knowledge.extraction_of[span.document_id].quotations if _overlap(q.span, span)]
        if holding:
            best = max(holding, key=lambda q: (q.speaker is not None, -(q.span.end - q.span.start)))
            return _told(query, library, [Said(best, 1.0, 1.0)])
    return None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _told(query: Query, library: Library, said: list[Said]) -> Answer | None:
    """Group what was said by speaker and keep what is strong enough."""
    if not said or said[0].score < FLOOR:
        return None
    groups = _groups(library, said)
    if not groups:
        return None
    rows, facts = [], []
    for group in groups.values():
        row, around = _row(library, query, group)
        rows.append(row)
        facts += around
    trace = tuple(
        f"{_name(library, s.quotation)} : {s.score:.2f} ({library.reading(s.quotation.span)[:80]}…)" for s in said[:12]
    )
    return Answer(
        query.text, KIND, _text(rows), tuple(rows), unique(facts), sparql=_sparql(library, groups), trace=trace
    )


def _groups(library: Library, said: list[Said]) -> dict[str, list[Said]]:
    """Group by speaker what is near enough to the best; nobody is answered only when clearly nearer than any named."""
    named = [one for one in said if _speaker_key(library, one.quotation) and one.score >= FLOOR]
    nobody = [one for one in said if one.score >= FLOOR and not _speaker_key(library, one.quotation)]
    ahead = bool(nobody) and (
        not named or (bool(nobody[0].quotation.speaker_words) and nobody[0].score >= named[0].score + AHEAD)
    )
    if ahead:
        return {"": nobody[:1]}
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in named:
        if one.score >= SHARE * named[0].score:
            groups[_speaker_key(library, one.quotation)].append(one)
    return groups


def _speaker_key(library: Library, quotation: Quotation) -> str:
    speaker = library.knowledge.entity_of(quotation.speaker)
    return speaker.id if speaker else ""


def _name(library: Library, quotation: Quotation) -> str:
    speaker = library.knowledge.entity_of(quotation.speaker)
    return speaker.label if speaker else "personne de nommé"


def _row(library: Library, query: Query, group: list[Said]) -> tuple[Row, list[Context]]:
    told = [one for one in group if _own(library, query, one)] or group
    told.sort(key=lambda one: -_own(library, query, one))
    first = told[0].quotation
    speaker = library.knowledge.entity_of(first.speaker)
    evidence = tuple(_proof(library, query, said) for said in told[:3])
    facts = around_quotation(library, first, speaker)
    if speaker is None:
        words = f" (« {first.speaker_words} »)" if first.speaker_words else ""
        return Row("", f"une personne non nommée{words}", "unknown", group[0].score, "non nommé", evidence), facts
    return Row(speaker.id, speaker.label, speaker.kind, group[0].score, None, evidence), facts


def _own(library: Library, query: Query, said: Said) -> float:
    """Return how much a quotation says by its own words: what only stands beside is shown last, or not at all."""
    return round(coverage(query.terms, library.stems(said.quotation.span)), 2)


def _proof(library: Library, query: Query, said: Said) -> Evidence:
    """Return the shortest part of a quotation that proves: whole when it is short, else its best sentences."""
    span = said.quotation.span
    if span.end - span.start > LONGEST:
        span = best_part(library, span, query.terms)
    return library.evidence(span, said.score)


def _text(rows: list[Row]) -> str:
    if rows[0].kind == "unknown":
        told = f"{rows[0].label} : le document ne nomme personne"
        return french.sentence(told)
    names = [row.label for row in rows]
    if len(names) == 1:
        return french.shortened(f"{names[0]} : « {' '.join(rows[0].evidence[0].quote.split())} »", 600)
    number = french.spelled(len(names), feminine=True)
    voices = "personnes" if all(row.kind == "person" for row in rows) else "voix"
    return french.shortened(french.sentence(f"{number} {voices} en parlent : {french.join(names)}"), 600)


def _sparql(library: Library, groups: dict[str, list[Said]]) -> str:
    from kg.ask.sparql import quotations_query

    return quotations_query(library.base, [said.quotation.id for group in groups.values() for said in group])
