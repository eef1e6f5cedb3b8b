"""Who organises an event: as the programme tells, else the bodies of the sentence that says whose meeting it is."""

import re

from index import fold
from kg.ask import french, slots
from kg.ask.context import around_event, unique
from kg.ask.library import Library
from kg.ask.proofs import quote_around
from kg.ask.query import Query
from kg.ask.session_asked import named_event
from kg.ask.session_parts import taking_part
from kg.ask.sparql import participations_query
from kg.lookup import event_chain
from kg.types import Answer, Entity, Evidence, Row

KIND = "organisers"
EXAMPLES = ("Qui organise le forum ?", "Quels réseaux ont organisé le forum ?")
_ASKED = re.compile(
    r"^(?:qui|par qui|quel(?:le)?s? (?!jour|date|lieu|salle|mois|annee)[\w-]+)\b.*"
    r"\b(?:co-?)?organis(?:e|ent|ait|aient|ees?|es)\b"
    r"|^qui (?:est|etait|sont|etaient) (?:a l'origine|a l'initiative|les? organisat)|^a l'initiative de qui\b"
)
#: What says whose meeting it is, in a folded sentence.
_SAYS = re.compile(
    r"\b(?:co-?)?organis\w+|\ba l'(?:initiative|invitation) (?:de|du|des)\b"
    r"|\b(?:une )?(?:manifestation|rencontre|initiative) (?:de|du|des|d')"
    r"|\bpropose\w* par\b|\bmonte\w* par\b|\b(?:ont|a) (?:conduit|convie|reuni|invite)\b|\bse sont associe\w*"
)
#: What comes before those who only help.
_HELPED = re.compile(
    r"\b(?:en partenariat|avec (?:le|l'|la) (?:soutien|appui|concours|aide|participation|collaboration))\b|$"
)
#: What says that another organiser is asked for than the one that the question names.
_WITH = re.compile(r"\b(?:avec|aux cotes d|outre|en plus d|a part|autre que)\b")
#: In how many of its first passages a report says it.
OPENING = 15


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who organises an event; nothing for other questions or when no document tells."""
    event = named_event(query, library) if _ASKED.search(query.folded) else None
    if event is None:
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
    if not told:
        return None
    rows = tuple(Row(agent.id, agent.label, agent.kind, 1.0, None, (proof,)) for agent, proof in told)
    facts = around_event(library, None, event_chain(library.knowledge, event.mention))
    entity = library.knowledge.entity_of(event.mention)
    text = french.sentence(f"{french.join([row.label for row in rows])} — {event.label}")
    sparql = participations_query(library.base, entity.id, ("organiser",)) if entity and listed else None
    return Answer(query.text, KIND, french.shortened(text, 600), rows, unique(facts), sparql=sparql)


def _by_words(library: Library, documents: list[str]) -> list[tuple[Entity, Evidence]]:
    """Return the bodies of the first sentence that says whose meeting it is: those after the words, else before."""
    for document_id in documents:
        for passage in library.knowledge.extraction_of[document_id].passages[:OPENING]:
            for sentence in library.sentences(passage):
                plain = fold(sentence.words)
                said = _SAYS.search(plain)
                if "\t" in sentence.words or said is None:
                    continue
                helped = _HELPED.search(plain, said.end())
                stop = sentence.span.start + (helped.start() if helped else len(plain))
                bodies = [one for one in library.mentions_in(sentence.span, "organisation") if one[0].span.start < stop]
                after = [body for mention, body in bodies if mention.span.start - sentence.span.start >= said.start()]
                proof = library.evidence(quote_around(library, sentence.span), 0.9)
                written = slots.after(library, sentence.span, sentence.span.start + said.end(), "organisation")
                led = [one.entity or Entity("", "organisation", one.label) for one in written if one.span.start < stop]
                more = [body for body in led if body not in after] if set(after) <= set(led) else []
                found = list(dict.fromkeys([*more, *after] or [body for _, body in bodies]))
                if found:
                    return [(body, proof) for body in found]
    return []
