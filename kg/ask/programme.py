"""The programme of an event or session: who moderates, speaks, organises; which sessions; when a person is on it."""

import re

from corpus import Span
from index import fold
from kg.ask import french
from kg.ask.context import around_event, around_person, unique
from kg.ask.library import Library
from kg.ask.query import Query
from kg.ask.sparql import participations_query
from kg.ask.when_where import named_event
from kg.lookup import event_at, event_chain, when
from kg.types import Answer, Entity, Event, Participation, Row

KIND = "session-programme"
EXAMPLES = (
    "Qui animait la table ronde ?",
    "Qui intervenait à la session 2 ?",
    "Quel était le programme du forum ?",
    "À quelle session Ana Belloir était-elle programmée ?",
)
#: Part, by the words that ask for it, and what the line of the list must then say.
_PROXY = re.compile(r"pouvoir|procuration|mandat|represente")
_PARTS = (
    (re.compile(r"\b(?:procurations?|pouvoirs?|represente)\b"), ("excused", "absent"), _PROXY),
    (re.compile(r"\b(?:anim|moder)\w*|\b(?:condui|men|dirige)\w* (?:le|les|ces|ce) debats?"), ("moderator",), None),
    (re.compile(r"\borganis(?:e|ent|ait|aient|er|ee?s?|ateurs?|atrices?)\b"), ("organiser",), None),
    (re.compile(r"\bsecretaire de seance|\bsecretariat"), ("secretary",), None),
    (re.compile(r"\bexcus\w*"), ("excused",), None),
    (re.compile(r"\babsent\w*"), ("absent",), None),
    (
        re.compile(r"^qui (?:manqu|n'(?:etait|etaient|est|a|ont) pas (?:la\b|present|venu|participe|assiste))\w*"),
        ("absent", "excused"),
        None,
    ),
    (
        re.compile(
            r"\b(?:interv(?:en|ien)|speaker|orateur|oratric|programm|prenai\w* la parole|prend la parole|invite)\w*"
        ),
        ("speaker",),
        None,
    ),
    (re.compile(r"\b(?:present|participant|participai|particip)\w*"), ("present", "participant"), None),
)
_WHO = re.compile(r"^(?:qui|quel(?:le)?s? (?:personnes?|interven|orat|anim|moder|particip|organis)\w*|par qui|liste)")
#: The verbs by which one opens or closes an event, and the words that head such a step.
_STEPS = (
    ("ouv", "ouverture|accueil|mots? de bienvenue|introduction"),
    ("introdui", "introduction|ouverture"),
    ("conclu", "conclusions?|clôture|cloture|synthèse"),
    ("clo", "clôture|cloture|conclusions?|mots? de la fin"),
)
#: How many characters after its heading tell who opens or closes.
STEP = 700
_STEP = re.compile(
    r"^(?:qui|quel\w* \w+) (?:a |ont |va |vont |doit )?(?P<verb>ouv(?:r|er)|introdui|conclu|clo(?:t|r|s))\w*"
)
_WHICH_SESSION = re.compile(
    r"\b(?:quand|a quel moment|a quelle heure|quel jour) (?:doit |va |est-ce qu\S* )?(?:interv|parl|pass)\w*|"
    r"\b(?:quelles? sessions?|quels? ateliers?|quelles? tables? rondes?|quelles? sequences?|quand intervenai\w*)\b"
)
_SESSIONS = re.compile(
    r"\b(?:programme de|le programme|le deroule|ordre du jour|rendez-vous|quel(?:le)?s? (?:autres? "
    r")?(?:sessions?|ateliers?|tables? rondes?|sequences?|seances?))\b"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who does what at an event, and what its programme is; nothing for other questions."""
    people = query.entities("person")
    if people and _WHICH_SESSION.search(query.folded):
        return _sessions_of(query, library, people[0])
    asked = part_asked(query)
    if _STEP.search(query.folded) and query.event:
        return _at_step(query, library)
    if asked and _WHO.match(query.folded):
        event = named_event(query, library)
        return _people(query, library, event, *asked) if event else None
    if _SESSIONS.search(query.folded):
        event = named_event(query, library)
        return _programme(query, library, event) if event else None
    return None


def part_asked(query: Query) -> tuple[tuple[str, ...], re.Pattern[str] | None] | None:
    """Return what those whom a question asks about are at an event, and what the line that lists them must say."""
    if query.event and query.event.kind == "session" and re.match(r"^qui preside", query.folded):
        return ("moderator",), None
    return next(((parts, said) for pattern, parts, said in _PARTS if pattern.search(query.folded)), None)


def _at_step(query: Query, library: Library) -> Answer | None:
    """Return who opens, introduces or closes an event: those whom the line or the session of that name tells."""
    step = _STEP.search(query.folded)
    if step is None or query.event is None:
        return None
    root = next(words for verb, words in _STEPS if step["verb"].startswith(verb))
    document_id = query.event.provenance.span.document_id
    text = library.knowledge.documents[document_id].text
    for match in re.finditer(rf"^[^\n]{{0,60}}?\b(?:{root})[^\n]{{0,80}}$", text, re.IGNORECASE | re.MULTILINE):
        mark = match[0].split()[0] if match[0].startswith("#") else ""
        heads = text.find(f"\n\n{mark} " if mark else "\n\n", match.end() + 1)
        end = min(heads if heads > 0 else len(text), match.end() + STEP)
        people = library.mentions_in(Span(document_id, match.start(), end), "person")
        if people:
            rows = {
                person.id: Row(
                    person.id,
                    person.label,
                    "person",
                    1.0,
                    None,
                    (library.evidence(library.line_at(mention.span), 1.0),),
                )
                for mention, person in people[:4]
            }
            names = french.join([row.label for row in rows.values()])
            told = french.sentence(f"{names} — {match[0].strip(' #*:-')}, {query.event.label}")
            facts = [fact for _, person in people[:4] for fact in around_person(library, person, query.event)[:1]]
            return Answer(query.text, KIND, french.shortened(told, 600), tuple(rows.values()), unique(facts))
    return None


def taking_part(library: Library, event: Event, parts: tuple[str, ...]) -> list[tuple[Entity, Participation]]:
    """Return who takes part in an event, or in a session of it, in one of some ways."""
    wanted = library.knowledge.entity_of(event.mention)
    found: dict[str, tuple[Entity, Participation]] = {}
    for extraction in library.knowledge.naming(wanted):
        for participation in extraction.participations:
            chain = event_chain(library.knowledge, participation.event)
            identities = [library.knowledge.entity_of(step.mention) for step in chain]
            agent = library.knowledge.entity_of(participation.agent)
            if participation.part in parts and wanted in identities and agent:
                found.setdefault(agent.id, (agent, participation))
    return list(found.values())


def _people(
    query: Query, library: Library, event: Event, parts: tuple[str, ...], said: re.Pattern[str] | None
) -> Answer | None:
    found = taking_part(library, event, parts)
    if said:
        found = [pair for pair in found if said.search(fold(_line(library, pair[1].provenance.span)))]
    if not found:
        return None
    rows, facts = [], []
    for agent, participation in found:
        evidence = (library.evidence(participation.provenance.span, 1.0),)
        rows.append(Row(agent.id, agent.label, agent.kind, 1.0, None, evidence))
        facts += around_person(library, agent, event)[:1]
    facts += around_event(library, None, event_chain(library.knowledge, event.mention))
    entity = library.knowledge.entity_of(event.mention)
    text = french.shortened(
        french.sentence(f"{french.join([row.label for row in rows], most=20)} — {event.label}"), 600
    )
    sparql = participations_query(library.base, entity.id, parts) if entity else None
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), sparql=sparql)


def _line(library: Library, span: Span) -> str:
    """Return the words around a name of a list: up to the end of the clause that tells of it."""
    text = library.knowledge.documents[span.document_id].text
    stop = re.compile(r"\n\s*\n|[;.]\s").search(text, span.end)
    after = text[span.end : stop.start() if stop else span.end + 120]
    return after[:120]


def _sessions_of(query: Query, library: Library, person: Entity) -> Answer | None:
    """Return the sessions at which a person is announced; else those where the person is heard."""
    rows: dict[str, Row] = {}
    for extraction in library.knowledge.naming(person):
        for participation in extraction.participations:
            if library.knowledge.entity_of(participation.agent) == person and participation.part in (
                "speaker",
                "moderator",
            ):
                event, entity = (
                    event_at(library.knowledge, participation.event),
                    library.knowledge.entity_of(participation.event),
                )
                if event and entity:
                    proof = (library.evidence(participation.provenance.span, 1.0),)
                    hour = french.period(*when(library.knowledge, event)) or event.label
                    rows.setdefault(entity.id, Row(entity.id, event.label, "event", 1.0, hour, proof))
    rows = rows or _announced(library, person)
    if not rows:
        return None
    told = [f"{row.label}" + (f" ({row.value})" if row.value != row.label else "") for row in rows.values()]
    text = french.sentence(f"{person.label} : {french.join(told)}")
    return Answer(query.text, KIND, french.shortened(text, 600), tuple(rows.values()))


def _announced(library: Library, person: Entity) -> dict[str, Row]:
    """Return the sessions under whose heading a person is named."""
    rows: dict[str, Row] = {}
    for at in person.mentions:
        span = library.knowledge.mentions[at].span
        events = library.knowledge.extraction_of[span.document_id].events
        before = [e for e in events if e.kind == "session" and e.provenance.span.start < span.start]
        if before:
            event = max(before, key=lambda e: e.provenance.span.start)
            entity = library.knowledge.entity_of(event.mention)
            proof = (library.evidence(library.line_at(span), 1.0),)
            hour = french.period(*when(library.knowledge, event)) or event.label
            rows.setdefault(event.mention, Row(entity.id if entity else "", event.label, "event", 1.0, hour, proof))
    return rows


def _programme(query: Query, library: Library, event: Event) -> Answer | None:
    """Return the sessions of an event in their order, at the hours asked for when there are some."""
    entity = library.knowledge.entity_of(event.mention)
    top = event_chain(library.knowledge, event.mention)[-1]
    whole = library.knowledge.entity_of(top.mention)
    sessions = [
        session
        for extraction in library.knowledge.naming(entity, whole)
        for session in extraction.events
        if session.kind == "session" and library.knowledge.entity_of(session.parent) in (entity, whole)
    ]
    hours = re.findall(r"\b(\d{1,2}) ?h", query.folded)
    if hours:
        sessions = [
            s for s in sessions if f"T{int(hours[0]):02d}" in (when(library.knowledge, s)[0] or s.start or "")
        ] or sessions
    if not sessions:
        return None
    rows = [
        Row(
            s.mention,
            s.label,
            "event",
            1.0,
            french.period(s.start, s.end) or None,
            (library.evidence(s.provenance.span, 1.0),),
        )
        for s in sessions
    ]
    text = french.shortened(
        french.sentence(f"{french.count(len(rows), 'session')} : {' ; '.join(r.label for r in rows)}"), 600
    )
    facts = around_event(library, None, event_chain(library.knowledge, top.mention))
    return Answer(query.text, KIND, text, tuple(rows[:20]), unique(facts))
