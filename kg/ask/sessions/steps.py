"""Who opens or closes an event: those of the session or heading of that name, else of a sentence that tells it."""

import re
from typing import Literal

from corpus import Passage
from index import fold, tokens
from kg.ask.answers.context import around_person, unique
from kg.ask.answers.proofs import quote_around
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.scope import events_like
from kg.ask.question.statement import statement
from kg.ask.sessions.asked import named_event, sessions_of
from kg.ask.sessions.front import front_lines
from kg.ask.sessions.parts import announced_at, people_of
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Event, Mention, Row

KIND = "session-programme"
Step = Literal["opening", "closing"]
_MEETING = (
    r"(?:seminaire|colloque|forum|rencontre|journee|assises|conseil|assemblee|reunion|congres|debat|atelier"
    r"|table ronde|seance"
    r"|session|conference|matinee|soiree|biennale|festival|travaux|world-?cafe|copil|ag|evenement|sommet|symposium"
    r"|edition"
    r"|etats generaux|universite|apres-midi)s?\b"
)
_SOON = rf"\s+(?:la |le |les |l'|cette |ce |cet |ces |par |officiellement )*(?:\w+ )?{_MEETING}"
_ASKED: dict[Step, re.Pattern[str]] = {
    "opening": regex(
        rf"\b(?:ouv(?:r\w+|ert\w*)|introdui\w*|inaugur\w*|lance\w*|debut\w*){_SOON}"
        r"|\b(?:mots?|discours|allocutions?|propos|session|seance|message) (?:d'ouverture|d'accueil|d'introduction"
        r"|inaugura\w+"
        r"|de bienvenue|introducti\w+)|\b(?:fait|faisait|assur\w+|prononc\w+|en|pour) (?:l'|une )?(?:ouverture"
        r"|introduction|accueil)\b"
        r"|\baccueill\w+ (?:les |des )?(?:participants?|delegations?|invites?|congressistes|public|inscrits)"
        r"|\bsouhait\w+ la bienvenue|\b(?:a|dans|lors de|pendant) l'(?:ouverture|accueil|introduction)\b"
    ),
    "closing": regex(
        rf"\b(?:conclu\w*|clo(?:t|s|re|ture\w*)|clotur\w*|referm\w*|termin\w*|achev\w*){_SOON}"
        r"|\b(?:a|lors de|pendant) la (?:cloture|conclusion)\b"
        r"|\b(?:mots?|discours|allocutions?|propos) (?:de (?:la )?(?:fin|cloture|conclusion)|conclusifs?|final)"
        r"|\b(?:fait|faisait|tir\w+|assur\w+|prononc\w+|en|presente\w*|charge\w* de) (?:la |l'|une |les |le |des )?"
        r"(?:conclusions?|cloture|synthese)\b"
    ),
}
#: What only says when.
_WHEN = regex(r"(?:a|dans|lors de|pendant) l[a']")
_HEADS: dict[Step, re.Pattern[str]] = {
    "opening": regex(r"\b(?:ouverture|accueil|bienvenue|introduction|lancement|inaugura\w+)\b"),
    "closing": regex(r"\b(?:conclusions?|cloture|synthese|mots? de la fin|fin)\b"),
}
_DOES: dict[Step, re.Pattern[str]] = {
    "opening": regex(
        r"\b(?:ouv(?:re|rant|rait)|a ouvert|ont ouvert|accueill\w*|bienvenue|introdui\w+|en ouverture"
        r"|en introduction|inaugur\w+)\b"
    ),
    "closing": regex(
        r"\b(?:conclu\w*|clot\b|clos\b|clotur\w*|referm\w*|en conclusion|mot de la fin|pour finir|retient"
        r"|remercie\w*|en cloture)\b"
    ),
}
#: How many people open or close an event at most, how far from what they do, in characters.
MOST, NEAR, SHORT = 6, 90, 160


#: Who is asked for: anybody, or people by a word for them; a newspaper opens no meeting.
_WHO = regex(
    r"(?:et |mais |alors )?(?:qui\b|par qui|quel\w* (?!medias?\b|radios?\b|journa(?:l|ux)\b|tele\w*|chaines?\b"
    r"|revues?\b|films?\b|livres?\b|musiques?\b|groupes?\b|orchestres?\b|chorales?\b))"
)


def step_asked(query: Query) -> Step | None:
    """Return which step of an event a question asks the people of: « qui a ouvert… », « qui a conclu… »."""
    if not _WHO.match(query.folded):
        return None
    found = ((step, asked.search(query.folded)) for step, asked in _ASKED.items())
    return next((step for step, match in found if match and not _only_when(query.folded, match)), None)


def _only_when(folded: str, match: re.Match[str]) -> bool:
    """Tell a step that only says when something was said: « qui a parlé d'eau pendant l'ouverture »."""
    return _WHEN.match(match[0]) is not None and bool(tokens(statement(folded[: match.start()])))


def answer_step(query: Query, library: Library, step: Step) -> Answer | None:
    """Answer who opens or closes the event that a question names; nothing when no report tells."""
    for event in _events(query, library, step):
        if found := _at_step(query, library, event, step):
            return found
    return None


def _at_step(query: Query, library: Library, event: Event, step: Step) -> Answer | None:
    """Return who opens or closes an event: at the session or under the heading of that name, else by a sentence."""
    sessions = [event] if event.kind == "session" else []
    for session in [*sessions, *sessions_of(library, event)]:
        if not _is_step(fold(session.label), step):
            continue
        found = people_of(query, library, [session], ("speaker",), None)
        if found := found or announced_at(query, library, [session], ("speaker",)):
            return found
    passages = library.knowledge.extraction_of[event.provenance.span.document_id].passages
    headed = [one for one in passages if one.headings and _HEADS[step].search(fold(one.headings[-1]))]
    for where in (headed, _in_order(passages, step)):
        if people := _who_does(library, where, step):
            return _told(query, library, event, people)
    people = _on_line(library, passages, step) or _first_named(library, headed)
    return _told(query, library, event, people) if people else None


def _on_line(library: Library, passages: tuple[Passage, ...], step: Step) -> list[tuple[Mention, Entity]]:
    """Return the people of the short line that tells a step: « 9 h : ouverture (Claire Petit) »."""
    for passage in passages:
        for sentence in library.sentences(passage):
            head = _HEADS[step].search(sentence.folded) if len(sentence.words) < SHORT else None
            start = sentence.span.start + head.start() if head else 0
            after = [one for one in library.mentions_in(sentence.span, "person") if one[0].span.start > start]
            if head and after:
                return after[:MOST]
    return []


def _is_step(label: str, step: Step) -> bool:
    """Tell « conclusion de la journée », « séance d'ouverture », from « Ouvrir l'école » and other titles."""
    return bool(_HEADS[step].match(label) or _HEADS[step].match(re.sub(r"^\w+ (?:d'|de la |de )", "", label)))


def _events(query: Query, library: Library, step: Step) -> list[Event]:
    """Return the events of which a question asks a step: those that say what is asked beside the step itself."""
    named = named_event(query, library) or query.event
    rest = [term for term in query.terms if not _ASKED[step].search(f"la {fold(term.words)} journee")]
    chain = event_chain(library.knowledge, named.mention) if named else ()
    front = (
        " ".join(words for words, _ in front_lines(library.knowledge.documents[named.provenance.span.document_id]))
        if named
        else ""
    )
    known = frozenset(tokens(" ".join((front, *(f"{one.label} {one.place or ''}" for one in chain)))))
    left = [term for term in rest if not term.strength(known) and not _HEADS[step].search(fold(term.words))]
    if named and not left:
        return [named]
    topic = " ".join(term.words for term in rest)
    found = events_like(topic, library.register, library.weight) if topic else []
    return found or ([named] if named else [])


def _in_order(passages: tuple[Passage, ...], step: Step) -> list[Passage]:
    """Return the passages in which an event opens, or in which it ends from the last one back."""
    return list(passages) if step == "opening" else list(reversed(passages))


def _who_does(library: Library, passages: list[Passage], step: Step) -> list[tuple[Mention, Entity]]:
    """Return the people of the first sentence that says that somebody opens or closes."""
    for passage in passages:
        for sentence in library.sentences(passage):
            plain = sentence.folded
            people = library.mentions_in(sentence.span, "person")
            for does in _DOES[step].finditer(plain):
                at = sentence.span.start + does.start()
                near = [one for one in people if abs(one[0].span.start - at) < NEAR]
                before = [one for one in near if one[0].span.start < at]
                if chosen := (before[-1:] or near[:1]):
                    return chosen
    return []


def _first_named(library: Library, passages: list[Passage]) -> list[tuple[Mention, Entity]]:
    """Return the people of a list under a heading, the first one of a text."""
    named = [one for passage in passages for one in library.mentions_in(passage.span, "person")]
    listed = [one for one in named if _opens_line(library, one[0])]
    return (listed or named[:1])[:MOST]


def _opens_line(library: Library, mention: Mention) -> bool:
    text = library.knowledge.documents[mention.span.document_id].text
    line = library.line_at(mention.span)
    return not re.search(r"\w", text[line.start : mention.span.start]) and line.end - line.start < 160


def _told(query: Query, library: Library, event: Event, people: list[tuple[Mention, Entity]]) -> Answer:
    rows = {person.id: _row(library, mention, person) for mention, person in people}
    sentence = library.sentence_at(people[0][0].span)
    words = sentence.words if sentence else event.label
    text = french.sentence(f"{french.join([row.label for row in rows.values()])} : « {words} »")
    facts = [fact for _, person in people for fact in around_person(library, person, event)[:1]]
    return Answer(query.text, KIND, french.shortened(text), tuple(rows.values()), unique(facts))


def _row(library: Library, mention: Mention, person: Entity) -> Row:
    sentence = library.sentence_at(mention.span)
    span = quote_around(library, sentence.span if sentence else library.line_at(mention.span))
    return entity_row(person, (library.evidence(span, 1.0),))
