"""How many people, bodies, places, events, sessions, reports or quotations the base knows, in all or of an event."""

import re
from collections.abc import Iterable

from corpus import Span
from index import fold
from kg.ask.answers.proofs import cited, told_at
from kg.ask.answers.rows import number_row
from kg.ask.language import french
from kg.ask.language.words import speech_stems, stems_of
from kg.ask.library import Library
from kg.ask.question.kinds import bare_town, fit
from kg.ask.question.query import Query
from kg.ask.question.sought import Sought
from kg.ask.sessions.asked import named_event, sessions_of
from kg.concept_list import known_concepts
from kg.lexicon.places import is_country
from kg.regex import regex
from kg.types import Answer, Entity, Row

KIND = "inventory"
EXAMPLES = (
    "Combien de personnes sont citées dans le corpus ?",
    "Combien de documents contient le corpus ?",
    "Combien de sessions compte le forum du Morbois ?",
)
_WHOLE = r"(?:le corpus|la base|le graphe|ces documents|les documents|les rapports|la collection)"
_HOLDS = (
    r"\b(?:cite\w*|nomme\w*|mentionne\w*|apparai\w+|figur\w+|contien\w*|connai\w*|compt\w+|y a-t-il|il y a|comporte\w*"
    r"|compren\w*)\b"
)
_ASKED = regex(
    rf"^(?:dans {_WHOLE},? )?(?:combien|quel est le nombre|nombre) (?:y a-t-il |il y a )?d(?:e |')(?P<rest>.*)"
)
_THINGS = (
    ("person", r"(?:personnes?|gens|individus?|noms? de personnes?)"),
    ("organisation", r"(?:organismes?|organisations?|structures?|institutions?)"),
    ("country", r"pays"),
    ("town", r"(?:villes?|communes?)"),
    ("place", r"(?:lieux|endroits?)"),
    ("event", r"(?:evenements?|reunions?|rencontres?|seminaires?|manifestations?)"),
    ("document", r"(?:documents?|rapports?|comptes? rendus?|fichiers?|textes?)"),
    ("quotation", r"(?:citations?|propos|paroles? rapportees?)"),
    ("concept", r"(?:themes?|concepts?|sujets?|notions?)"),
)
_PARTS = r"(?:sessions?|seances?|ateliers?|tables? rondes?|parties|sequences?|plenieres?|conferences?|interventions?)"
_OF_EVENT = regex(
    rf"^(?:combien|quel est le nombre|nombre) (?:y a(?:-t-il|vait-il)? |il y a(?:vait)? )?d(?:e |')(?P<part>{_PARTS})\b"
)
_NOUNS = {
    "person": ("personne", "personnes"),
    "organisation": ("organisme", "organismes"),
    "country": ("pays", "pays"),
    "town": ("ville", "villes"),
    "place": ("lieu", "lieux"),
    "event": ("événement", "événements"),
    "document": ("document", "documents"),
    "quotation": ("citation", "citations"),
    "concept": ("thème", "thèmes"),
}
_SPARE = stems_of(
    "combien nombre personnes gens individus organismes organisations structures institutions pays lieux endroits "
    "événements réunions rencontres séminaires documents rapports comptes rendus fichiers textes citations propos "
    "thèmes concepts sujets corpus base graphe collection cité citées nommé nommées mentionné mentionnées apparaît "
    "apparaissent figurent contient connaît compte comptent comporte comprend total tout tous différents "
    "différentes villes communes".split()
)
#: What the base makes of the things that are asked for otherwise.
_KINDS = {"country": "place", "town": "place"}
_ANY_PART = regex(r"session|seance|sequence|partie")
_TOWN = Sought("ville")
#: What is found: its id, its name and where it is first named.
_Thing = tuple[str, str, Span]
#: How many names are told, how many rows are shown; how surely a place is a town.
TOLD, SHOWN, SURELY = 12, 20, 0.8


def answer(query: Query, library: Library) -> Answer | None:
    """Answer how many things the base, or the reports that are named, hold; nothing for other questions."""
    parts = _OF_EVENT.match(query.folded)
    if parts and (found := _sessions(query, library, parts)):
        return found
    asked = _ASKED.match(query.folded)
    kind = next((kind for kind, words in _THINGS if asked and re.match(rf"{words}\b", asked["rest"])), None)
    if asked is None or kind is None or not _of_all(query, asked["rest"]):
        return None
    documents = sorted(query.documents or library.knowledge.extraction_of)
    if kind == "document":
        return _reports(query, library, documents)
    if kind == "quotation":
        return _quoted(query, library, documents)
    found_ones = _concepts(library, documents) if kind == "concept" else _entities(library, kind, documents)
    rows = [
        Row(one, label, _KINDS.get(kind, kind), 1.0, None, (told_at(library, at),)) for one, label, at in found_ones
    ]
    names = french.join([row.label for row in rows], most=TOLD)
    told = f"{french.count(len(rows), *_NOUNS[kind])}{f' : {names}' if rows else ''}"
    return _answer(query, len(rows), told, rows, len(documents))


def _of_all(query: Query, rest: str) -> bool:
    """Tell a question about all that is there: it asks for nothing else, and says that the reports hold it."""
    if query.named and not query.documents:
        return False
    own = {stem for term in (query.scoped if query.documents else query.terms) for stem in term.alternatives[0][0]}
    holds = _HOLDS if query.documents else rf"\b{_WHOLE}\b|\b(?:cite|nomme|mentionne|apparai|figur)"
    return own <= _SPARE | speech_stems() and re.search(holds, rest) is not None


def _entities(library: Library, kind: str, documents: Iterable[str]) -> list[_Thing]:
    """Return the entities of a kind that some documents mention, the most mentioned first, with their first places."""
    wanted = ("place", "organisation") if kind == "town" else (_KINDS.get(kind, kind),)
    found: dict[str, tuple[Entity, list[Span]]] = {}
    for document_id in documents:
        for mention in library.knowledge.extraction_of[document_id].mentions:
            entity = library.knowledge.entity_of(mention.id) if mention.kind in wanted else None
            if entity and _is_of(kind, entity, library):
                key = bare_town(fold(entity.label)) if kind == "town" else entity.id
                found.setdefault(key, (entity, []))[1].append(mention.span)
    ranked = sorted(found.values(), key=lambda one: (-len(one[1]), one[0].label))
    return [(entity.id, entity.label, spans[0]) for entity, spans in ranked]


def _is_of(kind: str, entity: Entity, library: Library) -> bool:
    """Tell a country, a town and a whole event from the other things of their kinds."""
    if kind == "country":
        return is_country(entity.label)
    if kind == "town":
        return fit(_TOWN, library, entity) >= SURELY
    events = (library.knowledge.events.get(mention) for mention in entity.mentions)
    return kind != "event" or all(event is None or event.kind == "event" for event in events)


def _concepts(library: Library, documents: Iterable[str]) -> list[_Thing]:
    """Return the concepts of the quotations of some documents, the most frequent first."""
    found: dict[str, list[Span]] = {}
    for document_id in documents:
        for quotation in library.knowledge.extraction_of[document_id].quotations:
            for concept in quotation.concepts:
                found.setdefault(concept, []).append(quotation.span)
    known = known_concepts(library.base)
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return [(one, known[one].pref_label, spans[0]) for one, spans in ranked if one in known]


def _quoted(query: Query, library: Library, documents: list[str]) -> Answer | None:
    quotations = [q for one in documents for q in library.knowledge.extraction_of[one].quotations]
    voices = sum(1 for quotation in quotations if quotation.speaker)
    told = f"{french.count(len(quotations), 'citation')}, dont {voices} dont la voix est connue"
    proofs = [cited(library, quotation.span) for quotation in quotations[:1]]
    rows = [Row("", evidence.source, "passage", 1.0, None, (evidence,)) for evidence in proofs]
    return _answer(query, len(quotations), told, rows, len(documents))


def _reports(query: Query, library: Library, documents: list[str]) -> Answer | None:
    rows = []
    for one in documents:
        passages = library.knowledge.extraction_of[one].passages
        proofs = tuple(cited(library, passage.span) for passage in passages[:1])
        source = library.knowledge.documents[one].file_name
        rows.append(Row(source, source, "document", 1.0, None, proofs))
    told = f"{french.count(len(rows), 'document')} : {french.join([row.label for row in rows], most=TOLD)}"
    return _answer(query, len(rows), told, rows, len(documents))


def _sessions(query: Query, library: Library, asked: re.Match[str]) -> Answer | None:
    """Count the sessions of the event that a question names: those that are called so, else all of them."""
    event, part = named_event(query, library), asked["part"]
    inside = sessions_of(library, event) if event else []
    called = [one for one in inside if re.search(rf"\b{part.rstrip('s')}", fold(one.label))]
    found = called or (inside if _ANY_PART.match(part) else [])
    if not found:
        return None
    spans = [one.provenance.span for one in found]
    rows = [
        Row(one.mention, one.label, "event", 1.0, None, (library.evidence(span, 1.0),))
        for one, span in zip(found, spans, strict=True)
    ]
    word = query.text[slice(*asked.span("part"))] if len(query.text) == len(query.folded) else part
    told = f"{len(found)} {word if len(found) > 1 else word.rstrip('s')} : {french.join([row.label for row in rows])}"
    return _answer(query, len(found), told, rows, len({span.document_id for span in spans}))


def _answer(query: Query, number: int, told: str, rows: list[Row], read: int) -> Answer:
    proofs = next((row.evidence for row in rows if row.evidence), ())
    counted = number_row(number, proofs[:1])
    searched = f"tout ce qui est lu dans {french.count(read, 'document')}"
    text = french.told(told)
    return Answer(query.text, KIND, text, (counted, *rows[:SHOWN]), certificate=searched)
