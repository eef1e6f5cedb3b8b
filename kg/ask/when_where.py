"""When and where an event takes place, contradictions told; for the rest, the sentence that gives a date or a place."""

import re

from index import fold
from kg.ask import french
from kg.ask.context import around_event, unique
from kg.ask.library import Library
from kg.ask.particulars import is_private
from kg.ask.proofs import Proof, coverage, prove, quote_around
from kg.ask.query import Query
from kg.ask.session_asked import named_event, same_named
from kg.lookup import event_chain, when, where
from kg.types import Answer, Entity, Event, Row

KIND = "when-where"
EXAMPLES = (
    "Quand a eu lieu le forum ?",
    "Où s'est tenue l'assemblée ?",
    "À quelle date et à quelle heure commençait l'assemblée ?",
    "En quelle année la navette du soir a-t-elle été arrêtée ?",
)
_WHEN = re.compile(
    r"\b(?:quand|quelles? dates?|quelle heure|quel jour|quelle annee|quel mois|depuis quand|dates? d(?:e|u|es)"
    r"|dates? d(?=')|horaires?|heure (?:de|du|d'))\b|\bdates? d'"
)
_WHERE = re.compile(
    r"(?:^|\b(?:et|d')\s*)ou\b|^(?:le )?lieu d|\bquel lieu|\bquel endroit|\bdans quelle salle|\bquelle salle"
    r"|\ba quel endroit"
)

#: « la prochaine réunion »: not the event that is told; « s'est terminé »: not its beginning.
_NEXT = re.compile(r"\b(?:prochain\w*|de nouveau|suivante?s?|l'an prochain|a venir)\b")
_TELLS_NEXT = re.compile(r"\b(?:prochain\w*|rendez-vous|aura lieu|auront lieu|se (?:tiendra|reunira)\w*|a venir)\b")
_DAY = re.compile(
    r"\b\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre)(?: \d{4})?"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\ben (?:19|20)\d{2}\b"
)
_TOWN = re.compile(r"\b(?:à|au|aux)\s(?P<town>[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+)*)")
_ENDS = re.compile(r"\b(?:termin\w+|fini\w*|leve\w*|acheve\w*|clos\w*|se clot|prend fin|pris fin)\b")
#: « La séance est levée à 22 h 50 », « Fin à 17 heures ».
_CLOSED = re.compile(
    r"\b(?:est |a ete |fut )?(?:levee?|close?|cloture\w*|s'acheve\w*|s'est achevee?|prend fin|a pris fin|prit fin"
    r"|se termine|s'est terminee?|se conclut|fin(?: de (?:la |l')\w+)?(?= (?:a|vers)\b|\s*:))\b"
)
_OF_SPEAKER = re.compile(r"\b(?:interv|parl|pass)\w*\b")
_WHICH_YEAR = re.compile(r"\b(?:quelle annee|depuis quand|de quand)\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « quand » and « où »; nothing for other questions."""
    wants_when, wants_where = bool(_WHEN.search(query.folded)), bool(_WHERE.search(query.folded))
    if not (wants_when or wants_where):
        return None
    if is_private(query) or (query.entities("person") and _OF_SPEAKER.search(query.folded)):
        return None
    event = named_event(query, library)
    if event is not None and not _NEXT.search(query.folded) and not _ENDS.search(query.folded):
        found = _of_event(query, library, event, wants_when=wants_when, wants_where=wants_where)
        if found:
            return found
    found = _of_next(query, library, event, wants_when=wants_when) if _NEXT.search(query.folded) else None
    if event is not None and wants_when and _ENDS.search(query.folded):
        return _of_end(query, library, event)
    return found or _from_sentences(query, library, wants_when=wants_when)


def _of_event(query: Query, library: Library, event: Event, *, wants_when: bool, wants_where: bool) -> Answer | None:
    event, other = _as_it_was(library, event)
    start, end = when(library.knowledge, event)
    place, words = where(library.knowledge, event)
    told, rows = [], []
    entity = library.knowledge.entity_of(event.mention)
    evidence = (library.evidence(event.provenance.span, 1.0),)
    if wants_when and start:
        told.append(french.period(start, end))
        told += [f"un autre document dit : {french.period(other.start, other.end)}"] if other else []
        told += [f"le document dit aussi : {date}" for date in event.contradictions[:2]]
        value = french.period(start, end) + (f" ({start.split('T')[0]})" if start else "")
        proofs = (*evidence, library.evidence(other.provenance.span, 0.9)) if other else evidence
        rows.append(Row(entity.id if entity else "", event.label, "event", 1.0, value, proofs))
    if wants_where and words:
        told.append(words)
        rows.append(Row(place.id if place else "", words, "place", 1.0, words, evidence))
    if not rows:
        return None
    text = french.shortened(french.sentence(f"{' ; '.join(told)} — {event.label}"), 600)
    chain = event_chain(library.knowledge, event.mention)
    return Answer(query.text, KIND, text, tuple(rows), unique(around_event(library, None, chain)))


def _as_it_was(library: Library, event: Event) -> tuple[Event, Event | None]:
    """Return an event as it took place, and as another document dates it: what is told after it is surer."""
    same = same_named(event, library)
    if not same:
        return event, None
    written = {one: library.knowledge.documents[one.provenance.span.document_id].date or "" for one in (event, same[0])}
    reported = [one for one in (event, same[0]) if written[one] > (one.end or one.start or "")[:10]]
    first = reported[0] if len(reported) == 1 else event
    return first, same[0] if first is event else event


def _of_end(query: Query, library: Library, event: Event) -> Answer | None:
    """Return when an event ended: the hour of the sentence that closes it, else the end that is announced."""
    from corpus import find_hours

    document_id = event.provenance.span.document_id
    passages = library.knowledge.extraction_of[document_id].passages if event.kind == "event" else ()
    for passage in reversed(passages):
        for sentence in reversed(library.sentences(passage)):
            words = sentence.words
            closed = _CLOSED.search(fold(words))
            hours = [hour for hour in find_hours(words) if closed and hour.start >= closed.start()]
            if hours:
                proof = Proof(sentence, passage, 1.0, 1.0)
                return _said(query, library, proof, words[hours[0].start : hours[0].end].strip(), None)
    end = when(library.knowledge, event)[1] if event.kind == "event" else event.end
    if not end or "T" not in end:
        return None
    entity = library.knowledge.entity_of(event.mention)
    told = f"à {french.hour(end)}, {'le ' + french.date(end)}"
    evidence = (library.evidence(event.provenance.span, 1.0),)
    row = Row(entity.id if entity else "", event.label, "event", 1.0, f"{told} ({end})", evidence)
    return Answer(query.text, KIND, french.shortened(french.sentence(f"{told} — {event.label}"), 600), (row,))


def _from_sentences(query: Query, library: Library, *, wants_when: bool) -> Answer | None:
    """Look for a date or a place in the best sentences."""
    from corpus import find_dates, find_hours

    hour = "quelle heure" in query.folded
    for proof in prove(query, library)[:8]:
        if proof.coverage < 0.45 or not _tells_next(query, proof):
            continue
        if wants_when:
            words = proof.sentence.words
            dates = [] if hour else [(d.start, d.end) for d in find_dates(words)]
            told = dates or [(h.start, h.end) for h in find_hours(words)]
            if not told and _WHICH_YEAR.search(query.folded):
                told = [year.span() for year in _YEAR.finditer(words)]
            if told:
                return _said(query, library, proof, words[told[0][0] : told[0][1]], None)
        else:
            places = [e for _, e in library.mentions_in(proof.sentence.span, "place") if e not in query.entities()]
            if places:
                return _said(query, library, proof, places[-1].label, places[-1])
    return None


def _of_next(query: Query, library: Library, event: Event | None, *, wants_when: bool) -> Answer | None:
    """Return the date or place of what comes next, by the sentence that tells it in the reports asked about."""
    documents = query.documents or (frozenset([event.provenance.span.document_id]) if event else frozenset())
    best: tuple[float, Proof, str] | None = None
    for document_id in sorted(documents):
        for passage in library.knowledge.extraction_of[document_id].passages:
            for sentence in library.sentences(passage):
                told = _DAY.search(sentence.words) if wants_when else _TOWN.search(sentence.words)
                said = coverage(query.terms, sentence.stems)
                if told and _TELLS_NEXT.search(fold(sentence.words)) and (best is None or said > best[0]):
                    best = (said, Proof(sentence, passage, said, 1.0), told[0] if wants_when else told["town"])
    return _said(query, library, best[1], best[2], None) if best else None


def _tells_next(query: Query, proof: Proof) -> bool:
    """Tell whether a sentence is about what comes next, when the question is."""
    return not _NEXT.search(query.folded) or bool(_TELLS_NEXT.search(fold(proof.sentence.words)))


def _said(query: Query, library: Library, proof: Proof, value: str, entity: Entity | None) -> Answer:
    evidence = (library.evidence(quote_around(library, proof.sentence.span), proof.score),)
    row = Row(entity.id if entity else "", value, entity.kind if entity else "date", proof.score, value, evidence)
    words = proof.sentence.words
    text = french.shortened(french.sentence(words if value == words else f"{value} : « {words} »"), 600)
    return Answer(query.text, KIND, text, (row,))
