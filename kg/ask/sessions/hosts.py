"""Who received an event, as its report says: « la Ville de Lens a accueilli la rencontre »."""

from corpus import Span
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import quote_around
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.asked import named_event
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Event

KIND = "session-programme"
_ASKED = regex(r"(?:chez |par )?qui (?:a |ont |avait |est-ce qui a )?(?:accueill|recev|recu|heberg)\w*")
#: « La Ville de Lens a accueilli la rencontre », « accueilli par la Ville de Lens ».
_RECEIVES = regex(
    r"\baccueill(?:i|ie|ait|ant|e|ent|aient)\b (?:par\b|(?:l'|la |le |les |cette |cet )"
    r"(?:evenement|rencontre|journee|atelier|seminaire|colloque|forum|reunion|assises|conference))"
)


def host(library: Library, event: Event) -> tuple[Entity, Span] | None:
    """Return the town or the body that received an event, and the sentence that says so."""
    for passage in library.knowledge.extraction_of[event.provenance.span.document_id].passages:
        for sentence in library.sentences(passage):
            if _RECEIVES.search(sentence.folded):
                bodies = [
                    one for kind in ("place", "organisation") for _, one in library.mentions_in(sentence.span, kind)
                ]
                if bodies:
                    return bodies[-1], quote_around(library, sentence.span)
    return None


def hosted(query: Query, library: Library) -> Answer | None:
    """Answer who received the event that a question names; nothing for other questions."""
    event = named_event(query, library) if query.event and _ASKED.match(query.folded) else None
    found = host(library, event) if event else None
    if event is None or found is None:
        return None
    row = entity_row(found[0], (library.evidence(found[1], 1.0),))
    text = french.sentence(f"{row.label} : « {library.reading(found[1])} »")
    facts = around_event(library, None, event_chain(library.knowledge, event.mention))
    return Answer(query.text, KIND, french.shortened(text), (row,), unique(facts))
