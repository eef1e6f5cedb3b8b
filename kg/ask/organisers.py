"""Who organises an event: as the programme tells, else the bodies of the sentence that says whose meeting it is."""

import re

from index import fold, tokens
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row
from kg.ask.answers.sparql import participations_query
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.kinds import fit
from kg.ask.question.query import Query
from kg.ask.question.sought import sought
from kg.ask.sentences import slots
from kg.ask.sentences.candidates import VERY
from kg.ask.sessions.asked import named_event
from kg.ask.sessions.partners import answer_partners
from kg.ask.sessions.parts import taking_part
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Event, Evidence

KIND = "organisers"
EXAMPLES = ("Qui organise le forum ?", "Quels réseaux ont organisé le forum ?")
_WHO = r"(?:qui|par qui|(?:par )?quel(?:le)?s? (?!jour|date|lieu|salle|mois|annee)[\w-]+"
_WHO += r"(?: (?!etai|sont|est\b|furent|seront)[\w-]+)?)"
_ASKED = regex(
    rf"^{_WHO}\b.*\b(?:co-?)?organis(?:e|ent|ait|aient|ees?|es)\b"
    rf"|^{_WHO}(?:,| qui)? (?:est|etait|sont|etaient|se (?:cache|trouve)|il y a|y avait-il) (?:a l'origine"
    rf"|a l'initiative"
    r"|derriere|les? organisat)"
    rf"|^{_WHO} (?:a |ont |avait )?(?:lanc|initi|mont|port|pilot|coordonn|deploy|impuls|propos|imagin|convi"
    rf"|mis en place"
    r"|mis sur pied)(?:e|es|ent|ait|aient|s)?\b|^(?:a l'initiative|sous l'egide) de (?:qui|quel)\b"
    rf"|^{_WHO} (?:a |ont |avai(?:en)?t )?co-?(?:construi|port|pilot|anim|produi)\w*"
    r"|^(?:a qui|a quel\w* \w+) doit-on\b"
)
#: What says whose meeting it is, in a folded sentence.
_SAYS = regex(
    r"\b(?:co-?)?organis\w+|\bco-?(?:construi|port|pilot|anim|produi)\w* (?:par|entre|avec)\b"
    r"|\ba l'(?:initiative|invitation) (?:de|du|des)\b"
    r"|\b(?:une )?(?:manifestation|rencontre|initiative) (?:de|du|des|d')"
    r"|\b(?:propos|port|pilot|initi|lanc|deploy|impuls|coordonn|prepar)(?:e|ee|es|ees) par\b"
    r"|\bmis(?:e|es)? (?:en place|en oeuvre|sur pied) par\b|\bmonte\w* par\b|\b(?:ont|a) (?:conduit|convie|reuni"
    r"|invite)\b|\bse sont associe\w*"
)
#: What comes before those who only help.
_HELPED = regex(
    r"\b(?:en partenariat|avec (?:le |l'|la )(?:soutien|appui|concours|aide|participation|collaboration))\b|$"
)
#: What says that another organiser is asked for than the one that the question names.
_WITH = regex(r"\b(?:avec|aux cotes d|outre|en plus d|a part|autre que)\b")
#: What says nothing of the event.
_TOGETHER = regex(r"\d+$|ensemble$|conjointement$|initialement$|d'abord$")
#: Largest share of a question that may be about something else than the event.
OTHER = 0.2
#: In how many of its first passages a report says it.
OPENING = 15


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who organises an event; nothing for other questions or when no document tells."""
    if partners := answer_partners(query, library):
        return partners
    event = named_event(query, library) if _ASKED.search(query.folded) else None
    if event is None or not _of_the_event(query, library, event):
        return None
    told = [
        (agent, library.evidence(participation.provenance.span, 1.0))
        for agent, participation in taking_part(library, event, ("organiser",))
    ]
    named = set(query.outside("organisation")) if _WITH.search(query.folded) else set[Entity]()
    told = [pair for pair in told if pair[0] not in named]
    listed = bool(told)
    reports = sorted(query.documents or {event.provenance.span.document_id})
    written = [pair for pair in _by_words(library, reports) if pair[0] not in named]
    if not told or {agent for agent, _ in told} < {agent for agent, _ in written}:
        told = written
    told = _of_kind(query, library, told)
    if not told:
        return None
    rows = tuple(entity_row(agent, (proof,)) for agent, proof in told)
    chain = event_chain(library.knowledge, event.mention)
    facts = around_event(library, None, chain)
    entity = library.knowledge.entity_of(event.mention)
    text = french.sentence(f"{french.join([row.label for row in rows])} — {(event if listed else chain[-1]).label}")
    sparql = participations_query(library.base, entity.id, ("organiser",)) if entity and listed else None
    return Answer(query.text, KIND, french.shortened(text), rows, unique(facts), sparql=sparql)


def _of_kind(query: Query, library: Library, told: list[tuple[Entity, Evidence]]) -> list[tuple[Entity, Evidence]]:
    """Keep the bodies of the kind that a question says, when some are: « quel réseau est à l'origine du forum »."""
    asked = sought(query)
    fitting = [pair for pair in told if asked and not asked.many and fit(asked, library, pair[0]) >= VERY]
    return fitting or told


def _of_the_event(query: Query, library: Library, event: Event) -> bool:
    """Tell a question about the event itself: but for the verb and the kind of body, all of it names the event."""
    if re.search(r"\borganis", query.folded):
        return True
    chain = event_chain(library.knowledge, event.mention)
    document = library.knowledge.documents[event.provenance.span.document_id]
    known = frozenset(tokens(" ".join((document.title, *(f"{one.label} {one.place or ''}" for one in chain)))))
    asked = _ASKED.search(query.folded)
    led = asked[0] if asked else ""
    rest = [term for term in query.terms if fold(term.words) not in led and not _TOGETHER.match(term.words)]
    left = [term for term in rest if term.words != event.label and not term.strength(known)]
    return sum(term.weight for term in left) <= OTHER * sum(term.weight for term in rest)


def _by_words(library: Library, documents: list[str]) -> list[tuple[Entity, Evidence]]:
    """Return the bodies of the first sentence that says whose meeting it is: those after the words, else before."""
    for document_id in documents:
        for passage in library.knowledge.extraction_of[document_id].passages[:OPENING]:
            for sentence in library.sentences(passage):
                plain = sentence.folded
                said = _SAYS.search(plain)
                if said is None:
                    continue
                helped = _HELPED.search(plain, said.end())
                stop = sentence.span.start + (helped.start() if helped else len(plain))
                bodies = [one for one in library.mentions_in(sentence.span, "organisation") if one[0].span.start < stop]
                after = [body for mention, body in bodies if mention.span.start - sentence.span.start >= said.start()]
                proof = cited(library, sentence.span, 0.9)
                written = slots.after(library, sentence.span, sentence.span.start + said.end(), "organisation")
                led = [one.entity or Entity("", "organisation", one.label) for one in written if one.span.start < stop]
                more = [body for body in led if body not in after] if set(after) <= set(led) else []
                found = list(dict.fromkeys([*more, *after] or [body for _, body in bodies]))
                if found:
                    return [(body, proof) for body in found]
    return []
