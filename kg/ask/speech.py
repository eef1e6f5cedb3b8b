"""Who spoke about something: the people and organisations whose words are about it, with their words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from index import fold, tokens
from kg.ask.answers.certificates import heard
from kg.ask.answers.context import around_quotation, unique
from kg.ask.answers.proofs import LONGEST, best_part, coverage, overlap, sentence_around
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import leading_speech, plain_stems, same_stand, same_verb, tells_a_clause, told_words
from kg.ask.library import Library
from kg.ask.people.siding import siding
from kg.ask.people.stance import standing
from kg.ask.people.voices import one_voice_each
from kg.ask.question.askers import Asker, asked_for, holds
from kg.ask.question.query import Query
from kg.ask.question.whom import told_by
from kg.ask.search import fitted
from kg.ask.sentences.about import Said, about, least
from kg.ask.sentences.doer_frames import made_by
from kg.ask.sessions.spoken import inside
from kg.ask.sessions.votes import voters
from kg.lexicon.functions import Gender
from kg.regex import regex
from kg.types import Answer, Context, Evidence, Quotation, Row

KIND = "who-spoke-about"
EXAMPLES = (
    "Qui a parlé de mobilité rurale ?",
    "Quels intervenants ont insisté sur le budget ?",
    "Qui a dit « il faut aller plus vite » ?",
    "qui défend les petites communes",
)
_PLURAL = regex(r"^(?:[^,?]{3,60}, )?(?:quels|quelles|lesquel(?:le)?s|qui sont (?:ceux|celles))\b")
#: A question for all that speak of a subject, not for who said one thing, folded.
_SUBJECT = regex(r"\b(?:parl|evoqu|mentionn|abord)\w+ (?:du|de|des|d'|la|le|les|l')|\ben (?:a |ont )?parl")
_PRONOUNS = frozenset("il elle ils elles on lui leur".split())
#: By how much somebody unnamed must be nearer the subject than anybody named, to be answered: with words that tell who
#: (« un habitant »), without any, and without any for a question of few ideas.
AHEAD, FAR_AHEAD, FARTHEST = 0.05, 0.4, 0.65


def answer(query: Query, library: Library) -> Answer | None:
    """Answer a question in « qui » that asks who said or did something; nothing for the other questions."""
    stood = siding(query, library) or voters(query, library)
    if stood:
        return stood
    asker = asked_for(query)
    if asker is None or made_by(query):
        return None
    for words in (query.quoted,) if query.quoted else told_words(query.text):
        found = _who_said(query, library, words)
        if found:
            return found
    led = leading_speech(query.text, skipped=[named.place for named in query.named])
    topic = _where_somebody_speaks(query.without(led | asker.noun | asker.apart).without_head(), library)
    verbs = same_verb(led - plain_stems())
    asked = {entity.id for entity in query.entities("person")} - asker.among
    if topic.documents and not topic.scoped:
        said = _heard_there(topic, library)
    else:
        said = inside(query, library, about(library.widened(topic if topic.terms else query), library, verbs))
    heard = _by(library, said, asker)
    taken = standing(query, library, heard, asked)
    said = [one for one in taken or heard if _speaker_key(library, one.quotation) not in asked]
    if not taken and verbs and _only_named(topic):
        said = [one for one in said if _acts(library, one.quotation, same_stand(verbs))]
    return _told(topic if topic.terms else query, library, said)


def _by(library: Library, said: list[Said], asker: Asker) -> list[Said]:
    """Keep what is said by those among whom the question asks, and lower what others say than whom it tells."""
    if asker.among:
        return [one for one in said if _speaker_key(library, one.quotation) in asker.among]
    if asker.noun:
        said = [one for one in said if holds(library, _speaker_key(library, one.quotation), asker.noun)] or said
    fitting = [one for one in said if _fits(library, one.quotation, asker)]
    if asker.told and fitting and fitting[0].score >= fitted.TOLD_SO * said[0].score:
        return fitting  # « la pharmacienne qui… »: nobody else is asked for
    fits = {one.quotation.id for one in fitting}
    told = [one if one.quotation.id in fits else replace(one, score=fitted.OTHERWISE * one.score) for one in said]
    return sorted(told, key=lambda one: (-one.score, one.quotation.span)) if fits else said


def _fits(library: Library, quotation: Quotation, asker: Asker) -> bool:
    """Tell whether who speaks is what the question tells, by a function or by the words that tell somebody unnamed."""
    held = not asker.told or holds(library, _speaker_key(library, quotation), asker.told)
    named = held or asker.told <= frozenset(tokens(quotation.speaker_words))
    return named and (asker.gender is None or _may_be(library, quotation, asker.gender))


def _may_be(library: Library, quotation: Quotation, gender: Gender) -> bool:
    """Tell whether who speaks may be of a gender: no body is, nor somebody whom words of the other one tell."""
    speaker = library.knowledge.entity_of(quotation.speaker)
    if speaker is None:
        return told_by(quotation.speaker_words).gender in (None, gender)
    return speaker.kind == "person" and speaker.gender in (None, gender)


def heard_in(query: Query, library: Library, documents: Iterable[str]) -> list[Quotation]:
    """Return all that is said in some documents, in order; in the session alone that the question names."""
    session = library.knowledge.entity_of(query.event.mention) if query.event else None
    read = (library.knowledge.extraction_of[document_id] for document_id in sorted(documents))
    quotations = [quotation for extraction in read for quotation in extraction.quotations]
    inside = [q for q in quotations if session and library.knowledge.entity_of(q.session) == session]
    kept = inside if query.event and query.event.kind == "session" else quotations
    return sorted(kept, key=lambda q: q.span)


def _heard_there(query: Query, library: Library) -> list[Said]:
    """Return all that is said where the question looks, for it asks about nothing else: the session, or the reports."""
    return [Said(quotation, 1.0, 1.0) for quotation in heard_in(query, library, query.documents or ())]


def _where_somebody_speaks(topic: Query, library: Library) -> Query:
    """Look everywhere when nobody is quoted where the question looks: a programme announces what others report."""
    read = [library.knowledge.extraction_of[document_id] for document_id in topic.documents or ()]
    heard = any(quotation.speaker for extraction in read for quotation in extraction.quotations)
    return replace(topic.inside(), documents=None) if read and not heard else topic


def _only_named(topic: Query) -> bool:
    """Tell a question whose verb is all that it asks beside names: who thanked the agency, who took notes."""
    names = {named.entity.label for named in topic.named}
    rest = topic.scoped if topic.documents or topic.event else topic.terms
    return all(term.words in names for term in rest)


def _acts(library: Library, quotation: Quotation, verbs: frozenset[str]) -> bool:
    """Tell whether one of some verbs introduces a quotation, or stands in its words."""
    return bool(verbs & (library.stems_of(quotation.cue) | library.stems(quotation.span)))


def _who_said(query: Query, library: Library, words: str) -> Answer | None:
    """Find the words of a question, and the quotation that holds them."""
    spans = library.find_phrase(words)
    for span in spans:
        holding = [q for q in library.knowledge.extraction_of[span.document_id].quotations if overlap(q.span, span)]
        if holding:
            best = max(holding, key=lambda q: (q.speaker is not None, -(q.span.end - q.span.start)))
            return _told(query, library, [Said(best, 1.0, 1.0, at=span)])
    return None


def _told(query: Query, library: Library, said: list[Said]) -> Answer | None:
    """Group what was said by speaker and keep what is strong enough."""
    groups = _groups(query, library, said)
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
    kept = [one for group in groups.values() for one in group]
    return Answer(
        query.text,
        KIND,
        _text(rows),
        tuple(rows),
        unique(facts),
        certificate=heard(query.inside().terms, library, said, kept),
        trace=trace,
    )


def _groups(query: Query, library: Library, said: list[Said]) -> dict[str, list[Said]]:
    """Group by speaker what is near enough to the best; nobody is answered only when clearly nearer than any named."""
    floor = least(query, library)
    if len(query.inside().terms) <= fitted.FEW and not tells_a_clause(query.folded):
        said = [one for one in said if one.coverage > 0]
    named = [one for one in said if _speaker_key(library, one.quotation) and one.score >= floor]
    nobody = [one for one in said if one.score >= floor and not _speaker_key(library, one.quotation)]
    if nobody and (not named or nobody[0].score >= named[0].score + _margin(query, nobody[0])):
        return {"": nobody[:1]}
    share = fitted.share(len(query.inside().terms)) - (fitted.MANY if _PLURAL.match(query.folded) else 0.0)
    groups: dict[str, list[Said]] = defaultdict(list)
    single = len(query.inside().terms) == 1  # whoever says the one word of a subject speaks of it
    for one in named:
        reached = share - (fitted.LINKED if one.linked else 0.0)
        told = one.coverage >= named[0].coverage - fitted.LESS or one.score >= fitted.AS_NEAR * named[0].score
        near = told and one.score >= reached * named[0].score
        if near or (single and one.coverage >= fitted.SAID):
            groups[_speaker_key(library, one.quotation)].append(one)
    voices = one_voice_each(library, groups)
    return dict(sorted(voices.items(), key=lambda voice: -_strength(voice[1])))


def _strength(said: list[Said]) -> float:
    """Return how strong what a voice said is: its best words, and a little for the next ones."""
    best, *others = sorted((one.score for one in said), reverse=True)
    return best + sum(fitted.MORE / rank * score for rank, score in enumerate(others[:2], 1))


def _margin(query: Query, nobody: Said) -> float:
    """Return by how much the words of somebody unnamed must be nearer the subject than those of anybody named."""
    told = nobody.quotation.speaker_words
    if told and fold(told) not in _PRONOUNS and not _SUBJECT.search(query.folded):
        return AHEAD
    return FARTHEST if len(query.inside().terms) <= fitted.FEW else FAR_AHEAD


def _speaker_key(library: Library, quotation: Quotation) -> str:
    speaker = library.knowledge.entity_of(quotation.speaker)
    return speaker.id if speaker else ""


def _name(library: Library, quotation: Quotation) -> str:
    speaker = library.knowledge.entity_of(quotation.speaker)
    return speaker.label if speaker else "personne de nommé"


def _row(library: Library, query: Query, group: list[Said]) -> tuple[Row, list[Context]]:
    told = [one for one in group if _own(library, query, one)] or group
    told.sort(key=lambda one: (-_own(library, query, one), one.quotation.mode != "direct"))
    first = told[0].quotation
    speaker = library.knowledge.entity_of(first.speaker)
    evidence = tuple(_proof(library, query, said) for said in told[:3])
    facts = around_quotation(library, first, speaker)
    if speaker is None:
        words = f" (« {first.speaker_words} »)" if first.speaker_words else ""
        return Row("", f"une personne non nommée{words}", "unknown", group[0].score, "non nommé", evidence), facts
    return entity_row(speaker, evidence, score=min(1.0, _strength(group))), facts


def _own(library: Library, query: Query, said: Said) -> float:
    """Return how much a quotation says by its own words: what only stands beside is shown last, or not at all."""
    return round(coverage(query.terms, library.stems(said.quotation.span)), 2)


def _proof(library: Library, query: Query, said: Said) -> Evidence:
    """Return the shortest part of a quotation that proves: whole when it is short, else its best sentences."""
    span = said.quotation.span
    if span.end - span.start > LONGEST:
        span = sentence_around(library, said.at) if said.at else best_part(library, span, query.terms)
    return library.evidence(span, said.score)


def _text(rows: list[Row]) -> str:
    names = [row.label for row in rows]
    if len(names) == 1:
        words = " ".join(rows[0].evidence[0].quote.split())
        return french.shortened(f"{names[0][0].upper()}{names[0][1:]} : « {words} »")
    number = french.spelled(len(names), feminine=True)
    voices = "personnes" if all(row.kind == "person" for row in rows) else "voix"
    return french.told(f"{number} {voices} en parlent : {french.join(names)}")
