"""The programme of an event or session: who moderates, speaks, organises; which sessions; when a person is on it."""

import re
from dataclasses import replace

from corpus import Span
from index import fold
from kg.ask import french
from kg.ask.context import around_event, around_person, unique
from kg.ask.library import Library
from kg.ask.proofs import prove, quote_around
from kg.ask.proxies import ASKED as OF_PROXIES
from kg.ask.proxies import answer_proxies
from kg.ask.query import Query
from kg.ask.session_asked import named_event, sessions_asked, sessions_of
from kg.ask.session_list import programme_of, sessions_of_person
from kg.ask.session_numbers import has_same_number
from kg.ask.sparql import participations_query
from kg.lookup import event_chain
from kg.types import Answer, Entity, Event, Participation, Row

KIND = "session-programme"
_ANY = ("speaker", "moderator", "secretary", "participant", "present")
EXAMPLES = (
    "Qui animait la table ronde ?",
    "Qui intervenait à la session 2 ?",
    "Quel était le programme du forum ?",
    "À quelle session Ana Belloir était-elle programmée ?",
)
#: The last label before a name, in words that lead to it: « rapporteuse : ».
_REPORTS = re.compile(r"\brapport\w*[^:;]{0,20}:?[^:;]{0,60}$")
#: Part, by the words that ask for it, and what the words that lead to the name must then say.
_PARTS: tuple[tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str] | None], ...] = (
    (re.compile(r"\b(?:rapporteu\w+|(?:fait|faisait|presente) le rapport|rapportait)\b"), _ANY, _REPORTS),
    (re.compile(r"\babsent\w*.*\bexcus|\bexcus\w*.*\babsent"), ("absent", "excused"), None),
    (
        re.compile(r"\b(?:anim|moder|pilot)\w*|\b(?:condui|men|dirige)\w* (?:le|les|ces|ce) debats?"),
        ("moderator",),
        None,
    ),
    (re.compile(r"\borganis(?:e|ent|ait|aient|er|ee?s?|ateurs?|atrices?)\b"), ("organiser",), None),
    (re.compile(r"\bsecretaire de seance|\bsecretariat"), ("secretary",), None),
    (re.compile(r"\bexcus\w*"), ("excused",), None),
    (re.compile(r"\babsent\w*"), ("absent",), None),
    (
        re.compile(
            r"^(?:qui|quel(?:le)?s? \w+) "
            r"(?:manqu|n'(?:etait|etaient|est|a|ont) pas (?:la\b|present|venu|participe|assiste))\w*"
        ),
        ("absent", "excused"),
        None,
    ),
    (
        re.compile(
            r"\b(?:interv(?:en|ien)|speaker|orateur|oratric|programm|annonc|prenai\w* la parole|prend la parole"
            r"|invite)\w*|\bprevue?s?\b"
        ),
        ("speaker",),
        None,
    ),
    (re.compile(r"\b(?:present|participant|participai|particip)\w*"), ("present", "participant"), None),
)
_PEOPLE = r"(?:personnes?|interven|orat|anim|moder|rapporteu|particip|organis|invite|secretaire|elu|president|speaker"
_PEOPLE += r"|inscrit)\w*"
_WHO = re.compile(
    rf"^(?:et |alors |mais )?(?:qui\b|quel(?:le)?s? (?:sont |etaient |est |etait |fut )?(?:les? |la |l')?{_PEOPLE}"
    rf"|par qui|liste|les? noms?|(?:les? |la |l')?(?:modera|anima|rapporteu|interven|orat|secretaire)\w*)"
    r"|\bpar qui\b|[,:] (?:c'etait |c'est )?qui\b|\bqui(?: ca)? ?\?*$"
)
_PRESIDES = re.compile(
    r"^qui (?:a )?presid\w* (?:la |le |l'|cette |ce )?(?:seance|conseil|assemblee|reunion|atelier|table ronde|session"
    r"|ag|jury|comite|pleniere|debats?|travaux)\b"
)
_PRESIDED = re.compile(r"\bpresid\w*|\bsous la presidence")
#: How what is on a programme was read; others spoke without being announced.
_ON_PROGRAMME = ("announced", "list", "label", "session-title")
#: How many sentences may say who has a part, the least share of the question they say, how far after it a name stands.
DEPTH, COVERED, NEAR = 12, 0.6, 120
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
    r"\bdans quel(?:le)?s? (?:sessions?|ateliers?|tables? rondes?)\b|"
    r"\b(?:quand|a quel moment|a quelle heure|quel jour) (?:doit |va |est-ce qu\S* )?(?:interv|parl|pass)\w*|"
    r"\b(?:quelles? sessions?|quels? ateliers?|quelles? tables? rondes?|quelles? sequences?|quand intervenai\w*)\b"
)
_SESSIONS = re.compile(
    r"^(?:le )?(?:programme|deroule\w*|planning)\b|\b(?:au programme|programme d|le programme|le deroule|rendez-vous"
    r"|quel(?:le)?s? (?:autres? )?(?:sessions?|ateliers?|tables? rondes?|sequences?|seances?))\b"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who does what at an event, and what its programme is; nothing for other questions."""
    people = query.entities("person")
    if people and _WHICH_SESSION.search(query.folded):
        return sessions_of_person(query, library, people[0], KIND)
    of_proxies = OF_PROXIES.search(query.folded) and re.search(r"\bqui\b", query.folded)
    if of_proxies and (found := answer_proxies(query, library, KIND)):
        return found
    if _STEP.search(query.folded) and query.event:
        return _at_step(query, library)
    if _WHO.search(query.folded) and (asked := _part_of(query)):
        return _who(query, library, *asked)
    if _SESSIONS.search(query.folded):
        return programme_of(query, library, named_event(query, library), KIND)
    return None


_Asked = tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str] | None]


def part_asked(query: Query) -> tuple[str, ...]:
    """Return what those whom a question asks about are at an event."""
    found = _part_of(query)
    return found[1] if found else ()


def _part_of(query: Query) -> _Asked | None:
    """Return the words that ask for a part, that part, and what must lead to the names."""
    if _PRESIDES.search(query.folded) and query.event:
        return _PRESIDED, ("moderator",), None
    return next((row for row in _PARTS if row[0].search(query.folded)), None)


def _who(
    query: Query, library: Library, verb: re.Pattern[str], parts: tuple[str, ...], said: re.Pattern[str] | None
) -> Answer | None:
    """Return who has a part at the sessions or at the event that is asked about, else whom a sentence says."""
    event = named_event(query, library)
    inside = sessions_asked(query, library, event) if event else []
    for targets in (inside, [event] if event else []):
        if targets and (found := _people(query, library, targets, parts, said)):
            return found
    if event and parts == ("present", "participant"):  # nobody listed those who came: those who spoke were there
        return _people(query, library, [event], ("speaker", "moderator"), None)
    found = _in_words(query, library, verb)
    if found is None and event is None and has_same_number(query.folded, "") is False:
        text = "Rien dans le corpus : aucun document ne parle de cette session."
        return Answer(query.text, KIND, text, abstained=True, certificate="session cherchée par son numéro")
    return found


def _in_words(query: Query, library: Library, verb: re.Pattern[str]) -> Answer | None:
    """Return the people named after the words of the part, in the best sentence about the session asked about."""
    for proof in prove(query, library)[:DEPTH]:
        words = fold(proof.sentence.words)
        led = verb.search(words)
        numbered = has_same_number(query.folded, words)
        if led is None or numbered is False or (numbered is None and proof.coverage < COVERED):
            continue
        start = proof.sentence.span.start + led.end()
        people = library.mentions_in(replace(proof.sentence.span, start=start), "person")
        if people:
            evidence = (library.evidence(quote_around(library, proof.sentence.span), proof.score),)
            near = [one for mention, one in people if mention.span.start - start < NEAR][:4]
            rows = tuple(Row(one.id, one.label, "person", proof.score, None, evidence) for one in near)
            text = f"{french.join([row.label for row in rows])} : « {proof.sentence.words} »"
            return Answer(query.text, KIND, french.shortened(french.sentence(text), 600), rows) if rows else None
    return None


def _at_step(query: Query, library: Library) -> Answer | None:
    """Return who opens, introduces or closes an event: those whom the line or the session of that name tells."""
    step = _STEP.search(query.folded)
    if step is None or query.event is None:
        return None
    root = next(words for verb, words in _STEPS if step["verb"].startswith(verb))
    for session in sessions_of(library, query.event):
        named = re.match(rf"(?:\w+ ){{0,2}}(?:d'|de )?(?:{root})\b", session.label, re.IGNORECASE)
        if named and (found := _people(query, library, [session], ("speaker",), None)):
            return found
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
    query: Query, library: Library, events: list[Event], parts: tuple[str, ...], said: re.Pattern[str] | None
) -> Answer | None:
    found = list({agent.id: (agent, p) for event in events for agent, p in taking_part(library, event, parts)}.values())
    if said:
        found = [pair for pair in found if said.search(fold(_before(library, pair[1].provenance.span)))]
    elif parts == ("speaker",):
        found = [pair for pair in found if pair[1].provenance.rule.startswith(_ON_PROGRAMME)] or found
    if not found:
        return None
    rows, facts = [], []
    for agent, participation in found:
        evidence = (library.evidence(participation.provenance.span, 1.0),)
        rows.append(Row(agent.id, agent.label, agent.kind, 1.0, None, evidence))
        facts += around_person(library, agent, events[0])[:1]
    facts += around_event(library, None, event_chain(library.knowledge, events[0].mention))
    entities = [entity for event in events if (entity := library.knowledge.entity_of(event.mention))]
    names = french.join([row.label for row in rows], most=20)
    text = french.shortened(french.sentence(f"{names} — {french.join([event.label for event in events])}"), 600)
    sparql = participations_query(library.base, entities[0].id, parts) if len(entities) == 1 else None
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), sparql=sparql)


def _before(library: Library, span: Span) -> str:
    """Return the words of the line that lead to a name."""
    return library.knowledge.documents[span.document_id].text[library.line_at(span).start : span.start]
