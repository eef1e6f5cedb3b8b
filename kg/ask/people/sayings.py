"""What somebody or a body said, thinks, asks or promises: their words on the subject, or those of the act asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import Span
from corpus import sentences as split_sentences
from index import fold, tokens
from kg.ask.answers.context import around_quotation, unique
from kg.ask.answers.proofs import LONGEST, best_part, cited, coverage, title_stems
from kg.ask.answers.rederive import by_words
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.words import leading_speech, plain_stems, same_stand, stems_of
from kg.ask.library import Library
from kg.ask.question.query import Named, Query, Term
from kg.ask.search import fitted
from kg.ask.search.parts import held_in
from kg.ask.sentences.about import about
from kg.ask.sentences.told import says
from kg.regex import regex
from kg.types import Answer, Entity, Quotation

KIND = "what-is-said-about"
#: Least score of what somebody said about a subject: who spoke is known, so less is asked than to name a speaker; what
#: words that answer a question on it are worth; and by how much less than the best others are told.
SAID, ANSWERING, NEAR = 0.2, 0.45, 0.6
#: How surely words beside what somebody said must tell the noun of a short subject.
TOLD = 0.8
#: How many characters before words may hold what they answer, and how many words are told.
BEFORE, MOST = 320, 5
#: A passage of fewer characters is a name or a title.
SHORT = 40
_VERB = (
    r"(?:dit|dire|disait|disent|pense|propose|declare|affirme|explique|rappelle|estime|parle|avis|position|propos"
    r"|conseill"
    r"|recommand|demand|reclam|promet|promis|annonc|reproch|regrett|suggere|souhait|repond|defend|craint|redout"
    r"|denonc|critiqu|raconte|interview|entretien|intervention|engage|exige|veut|voudrait|attend|soutient|opinion)"
)
_SAYS = regex(rf"\b{_VERB}\w*\b")
#: A body is asked for its words when it stands beside the verb, or when its position is asked.
_BODY_SAYS = regex(
    rf"\b{_VERB}\w*(?:-t-(?:il|elle|on))?\s+(?:(?:l'|la |le |les )?(?:\w+ )?)?$"
    r"|\b(?:avis|position|opinion) (?:de |du |d')(?:l'|la |le )?$"
)
_BEFORE_VERB = regex(rf"^\s*(?:a-t-\w+ |a |ont )?(?:\w+ )?{_VERB}")
#: Verbs of one act, beside those of one stand.
_ACTS = (
    "promet promettre promis promettent engage engager engagé engagent assure assurer",
    "annonce annoncer annoncé indique",
)
#: Words for the talk itself, which tell nothing of its subject.
_TALK = "interview entretien intervention discours exposé présentation prise parole allocution dossier article quoi"
_OF = regex(r"\b(?:sur|du|de|des|d'|propos d\w*|concernant)\s*(?:l[ae]s? |l')?(?:\w+ )?$")
_INTERVIEW = regex(r"\b(?:interview|entretien|questions)\b")
_TITLED = regex(r"\b(?:interview|entretien|questions? a|invitee?)\b")
#: Questions that ask for words of somebody only: without any, nothing is answered.
ONLY_WORDS = regex(
    r"^(?:que |qu'|quel (?:est|etait) l'|quelle (?:est|etait) (?:la|l'))\s?(?:en )?"
    r"(?:pense|a (?:dit|declare|affirme|repondu|explique)|dit|avis|opinion|position)\b"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words are asked for: a person, or a body with those who speak for it."""

    entity: Entity
    ids: frozenset[str]


def voice(query: Query, library: Library) -> Voice | None:
    """Return whose words a question asks for: the one person that it names, or the body beside the verb of speech."""
    if not _SAYS.search(query.folded):
        return None
    people = query.entities("person")
    if len(people) == 1:
        return Voice(people[0], frozenset([people[0].id]))
    body = next((one.entity for one in query.named if one.entity.kind == "organisation" and _speaks(query, one)), None)
    if people or body is None:
        return None
    told = (person.id for person, _ in held_in(library, [body]))
    return Voice(body, frozenset([body.id, *told]))


def _speaks(query: Query, named: Named) -> bool:
    start, end = (len(" ".join(fold(query.text[:at]).split())) for at in named.place)
    before, after = query.folded[:start].rstrip() + " ", query.folded[end:]
    return bool(_BODY_SAYS.search(before.replace("l' ", "l'"))) or bool(_BEFORE_VERB.match(after))


def said_by(query: Query, library: Library, asked: Voice) -> Answer | None:
    """Return what a person or a body said, about the subject when the question has one, in the order of its worth."""
    led = leading_speech(query.text, skipped=[named.place for named in query.named]) | stems_of(_TALK.split())
    own = {named.entity.label for named in query.named if named.entity.id in asked.ids}
    if _of_the_event(query):
        query = replace(query, documents=None, scoped=())
    topic = query.without(led)
    within = topic.scoped if query.documents and query.scoped else topic.terms
    terms = tuple(term for term in within if term.words not in own)
    verbs = led - plain_stems() - stems_of(_TALK.split())
    quotations = _words(query, library, asked)
    if terms and quotations:
        scoped = tuple(term for term in topic.scoped if term.words not in own)
        kept = _about(replace(topic, terms=terms, scoped=scoped), library, quotations, verbs)
        return _told(query, library, asked, kept, terms) if kept else None
    if terms:
        return None
    if _INTERVIEW.search(query.folded):
        quotations = _interviewed(library, quotations)
        answers = _answers(library, quotations)
        if answers:
            return _by_sentences(query, library, asked, answers)
    shown = _acting(library, quotations, verbs) if verbs else quotations
    spans = _acting_sentences(library, asked, verbs) if verbs and not shown else []
    if spans:
        return _by_sentences(query, library, asked, spans)
    kept = [(1.0, quotation) for quotation in shown or quotations][:MOST]
    return _told(query, library, asked, kept, terms) if kept else None


def _of_the_event(query: Query) -> bool:
    """Tell a question for what is said of an event, there or elsewhere: « sur le forum » is not « au forum »."""
    before = query.folded.partition(query.place)[0] if query.event and query.place else ""
    return _OF.search(before) is not None


def _interviewed(library: Library, quotations: list[Quotation]) -> list[Quotation]:
    """Return the words said in an interview, by the questions that they answer or the title above; else all."""
    kept = []
    for quotation in quotations:
        passage = library.passage_at(quotation.span)
        titles = fold(" ".join(passage.headings)) if passage else ""
        if _TITLED.search(titles) or quotation.cue.rstrip().endswith("?"):
            kept.append(quotation)
    return kept or quotations


def _answers(library: Library, quotations: list[Quotation]) -> list[Span]:
    """Return the passages under the title of an interview that are no question, when some are nobody's words."""
    spans: list[Span] = []
    for first in (library.passage_at(quotation.span) for quotation in quotations[:1]):
        if first is None or not _TITLED.search(fold(" ".join(first.headings))):
            continue
        inside = (
            p for p in library.knowledge.extraction_of[first.span.document_id].passages if p.headings == first.headings
        )
        spans = [p.span for p in inside if not p.text.rstrip(" *_").endswith("?") and len(p.text) > SHORT]
    return spans[:MOST] if len(spans) > len(quotations) else []


def _by_sentences(query: Query, library: Library, asked: Voice, spans: list[Span]) -> Answer:
    rows = []
    for span in spans:
        proof = cited(library, _with_reply(library, span), 0.8)
        rows.append(entity_row(asked.entity, (proof,), score=0.8))
    words = " ; ".join(f"« {french.shortened(library.reading(row.evidence[0].span), 260)} »" for row in rows)
    return Answer(query.text, KIND, french.shortened(f"{asked.entity.label} : {words}"), tuple(rows))


def _words(query: Query, library: Library, asked: Voice) -> list[Quotation]:
    """Return the words of a voice where the question looks, in reading order."""
    people = (library.knowledge.by_id[identifier] for identifier in sorted(asked.ids))
    told = (quotation for person in people for quotation in library.said_by(person))
    inside = (q for q in told if not query.documents or q.span.document_id in query.documents)
    return sorted(inside, key=lambda quotation: quotation.span)


def _about(
    query: Query, library: Library, quotations: list[Quotation], verbs: frozenset[str]
) -> list[tuple[float, Quotation]]:
    """Return the words that are about the subject, the best first: by their words, by meaning, by what they answer."""
    own = {quotation.id for quotation in quotations}
    near = {one.quotation.id: one for one in about(query, library, verbs) if one.quotation.id in own}
    terms, many = query.inside().terms, len(query.inside().terms) > fitted.FEW
    strict = ONLY_WORDS.search(query.folded) is not None
    scored = []
    for quotation in quotations:
        one = near.get(quotation.id)
        answers = ANSWERING * coverage(terms, _asked_before(library, quotation))
        told = max(coverage(terms, library.stems(quotation.span)), one.coverage if one else 0.0, answers)
        score = max(one.score if one else 0.0, told * fitted.WORDS, answers)
        if (told > 0 or many) and (many or not strict or _of_subject(library, quotation, terms)):
            scored.append((score, quotation))
    scored.sort(key=lambda pair: (-pair[0], pair[1].span))
    best = max(scored[0][0], SAID) if scored else 0.0
    return [pair for pair in scored if pair[0] >= max(SAID, NEAR * best)][:MOST]


def _of_subject(library: Library, quotation: Quotation, terms: Sequence[Term]) -> bool:
    """Tell words that stand where the noun of a short subject is told in so many words, or by one of its family."""
    passage = library.passage_at(quotation.span)
    stems = library.stems(quotation.span) | _asked_before(library, quotation)
    stems |= library.stems(passage.span) | title_stems(passage.headings) if passage else frozenset()
    return not terms or says(terms[0], stems)[0] >= TOLD


def _asked_before(library: Library, quotation: Quotation) -> frozenset[str]:
    """Return the stems of the question that words answer: the last one just before them, or the one that leads them."""
    text = library.knowledge.documents[quotation.span.document_id].text
    start = quotation.cue_span.start if quotation.cue_span else quotation.span.start
    before = text[max(0, min(start, quotation.span.start) - BEFORE) : quotation.span.start]
    asked = re.findall(r"[^.!?\n»«]*\?", f"{before} {quotation.cue}")
    return frozenset(tokens(" ".join(asked[-2:])))


def _acting(library: Library, quotations: list[Quotation], verbs: frozenset[str]) -> list[Quotation]:
    """Return the words by which somebody does what a verb asks: « promet », « propose »."""
    stand = _stand(verbs)
    return [
        quotation
        for quotation in quotations
        if stand & (library.stems_of(quotation.cue) | library.stems(quotation.span))
        or (quotation.act == "commits" and stand & stems_of(["promet", "promis", "engage"]))
    ]


def _stand(verbs: frozenset[str]) -> frozenset[str]:
    rings = (stems_of(ring.split()) for ring in _ACTS)
    return same_stand(verbs).union(*(ring for ring in rings if ring & verbs))


def _acting_sentences(library: Library, asked: Voice, verbs: frozenset[str]) -> list[Span]:
    """Return the sentences of the passages about a voice that do what a verb asks, with those that name it first."""
    stand = _stand(verbs)
    found = []
    for identifier in sorted(asked.ids):
        for passage in library.passages_naming(library.knowledge.by_id[identifier]):
            for sentence in library.sentences(passage):
                named = {entity.id for _, entity in library.mentions_in(sentence.span, "person", "organisation")}
                if stand & sentence.stems and (named <= asked.ids or named & asked.ids):
                    found.append((not named & asked.ids, sentence.span))
    return [span for _, span in sorted(dict.fromkeys(found))][:MOST]


def _told(
    query: Query, library: Library, asked: Voice, kept: list[tuple[float, Quotation]], terms: tuple[Term, ...]
) -> Answer:
    rows, facts = [], []
    for score, quotation in kept:
        speaker = library.knowledge.entity_of(quotation.speaker) or asked.entity
        short = quotation.span.end - quotation.span.start <= LONGEST
        part = quotation.span if short else best_part(library, quotation.span, terms or query.terms)
        span = _with_reply(library, _gone_on(library, part, quotation.span))
        proof = library.evidence(span, min(1.0, score))
        rows.append(entity_row(speaker, (proof,), score=min(1.0, score)))
        facts += around_quotation(library, quotation, speaker)
    longest = max(140, 540 // len(rows))
    said = [french.shortened(library.reading(row.evidence[0].span), longest) for row in rows]
    words = " ; ".join(f"« {one} »" for one in dict.fromkeys(said))
    sparql = by_words(query, library, rows, is_spoken=True)
    text = french.shortened(f"{asked.entity.label} : {words}")
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), sparql=sparql)


def _gone_on(library: Library, part: Span, whole: Span) -> Span:
    """Return a part of what somebody said with the sentences that follow it there, within the longest proof."""
    text = library.knowledge.documents[whole.document_id].text
    ends = [end for _, end in split_sentences(text, part.start, whole.end) if end - part.start <= LONGEST]
    return Span(part.document_id, part.start, max([part.end, *ends]))


def _with_reply(library: Library, span: Span) -> Span:
    """Return a slice with what answers it, when it is a question that its passage goes on to answer."""
    passage = library.passage_at(span)
    if passage is None or not library.reading(span).rstrip(" *_»").endswith("?"):
        return span
    after = [one.span for one in library.sentences(passage) if one.span.start >= span.end - 1]
    return Span(span.document_id, span.start, max(one.end for one in after[:2])) if after else span


def passages_of(library: Library, person: Entity) -> list[Span]:
    """Return the passages that name somebody, with the one that follows where the name stands alone: a box, a card."""
    found = []
    for extraction in library.knowledge.naming(person):
        passages = extraction.passages
        for number, passage in enumerate(passages):
            named = any(entity == person for _, entity in library.mentions_in(passage.span, "person"))
            if named:
                found.append(passage.span)
                short = passage.span.end - passage.span.start < 120
                found += [after.span for after in passages[number + 1 : number + 2] if short]
    return found
