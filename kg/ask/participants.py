"""Participants, members and exact numbers: counted in the graph, or read in the sentence that states the number."""

import re
from dataclasses import replace

from corpus import Span
from index import fold, tokens
from kg.ask import french
from kg.ask.context import around_event, around_person, role_words, unique
from kg.ask.expectations import expected
from kg.ask.headcounts import said_of_event
from kg.ask.library import Library
from kg.ask.numbers import Number, best_number, is_followed
from kg.ask.particulars import is_private
from kg.ask.programme import part_asked, taking_part
from kg.ask.proofs import Proof, coverage, prove, quote_around, title_stems
from kg.ask.proxies import ASKED as OF_PROXIES
from kg.ask.proxies import answer_proxies
from kg.ask.query import Query
from kg.ask.sparql import people_query
from kg.ask.words import stems_of
from kg.knowledge import Knowledge
from kg.lexicon.places import country_of, usual_form
from kg.lookup import event_chain
from kg.register import Rows
from kg.types import Answer, Entity, Participation, Role, Row

#: The list of the register that tells how many participations were read.
PARTICIPATIONS = "participations"
KIND = "participants-counts"
EXAMPLES = (
    "Combien de participants venaient de Morvillac ?",
    "Qui est venu du Morbois ?",
    "Combien d'habitants compte Morvillac ?",
)
_COUNT = re.compile(
    r"^(?:(?:il y a(?:vait)? |y a-t-il |y avait-il |c'etait |ils etaient )?combien"
    r"|quel(?:s)? (?:est le )?nombre|nombre)\b"
)
_WHO_CAME = re.compile(
    r"^(?:qui|quel(?:le)?s? (?:personnes?|participante?s?|representante?s?|inscrite?s?|invitee?s?|deleguee?s?|elue?s?"
    r"|agents?|membres?)|liste|donn\w+|y (?:a-t-|avait-)\w+"
    r"|est-ce qu)\b.*"
    r"\b(?:venu|vien|venai|participant|participe|particip\w+|present|presents|representant|assist|etait la"
    r"|etaient la|vien(?:t|nent)\b|venai)\w*"
)
_REPRESENTS = re.compile(r"^(?:qui|quel(?:le)?s? \w+) (?:a |ont )?represent(?:e|ait|aient|ent)\b")
_PEOPLE = re.compile(
    r"\b(?:participant|personne|representant|intervenant|membre|gens|inscrit|venu|vien|venai|monde)\w*"
)
#: Other words for people who are counted: « 57 adhérents présents » answers « combien de personnes ».
_COUNTED = (
    "personnes participants adhérents membres inscrits présents élus agents habitants citoyens délégués représentants "
    "auditeurs visiteurs votants bénévoles jeunes invités convives stagiaires étudiants parents usagers"
)
#: What a question says of those who came from somewhere; other numbers of people are read in the text.
_COMING = re.compile(
    r"\b(?:venai|venu|vien|particip|present|represent|assist|inscrit|provenai|issue?s?\b|membres? d)\w*"
)
_HUMANS = re.compile(
    rf"(?:{_PEOPLE.pattern})|agents?$|elue?s?$|adherente?s?$|stagiaires?$|etudiante?s?$|jures?$|conseill\w+$"
)
_THING = re.compile(
    r".*?(?:combien|nombre)\s+(?:y a-t-il |y avait-il |il y a(?:vait)? )?(?:de |d'|des |du )(?:l'|la |le |les "
    r")?(?P<thing>[\w-]+)"
)
#: A list of those who came tells more than a programme, which tells who was to come.
_LISTED = ("participant", "present")
#: Least share of the question that the sentence with the number, and what stands around it, must say.
LEAST = 0.5
#: What a word of the question is worth in the title just above an amount.
UNDER = 0.8
#: How much less than the first such sentence another may say.
NEAR_BEST = 0.15
#: What follows a number that is measured, not counted.
_UNIT = re.compile(r"\s?(?:€|%|(?:millions?|milliards?)(?: d['’]euros)?|euros?|kilomètres?|hectares?|mètres?)(?!\w)")
_COST = "coûte coûter coûté coût prix montant élève tarif"
_LIVES = (
    "vivre vivent vit habiter habitent habite avoir posséder possède disposer dispose fonctionner fonctionnent marcher "
    "marchent rester restent encore"
)
_CAME = (
    "suivi suivre suivent étaient participants participant participé participer participent participaient "
    "venu venus venues venir "
    "présents présent assisté"
)


def participations_counted(knowledge: Knowledge) -> Rows:
    """List one thing: how many participations the documents tell."""
    yield (), sum(len(extraction.participations) for extraction in knowledge.extractions)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « combien » and « qui est venu de »; nothing for other questions."""
    counting = bool(_COUNT.match(query.folded))
    of_event = query.event is not None and _REPRESENTS.match(query.folded)
    if is_private(query) or not (counting or of_event or _WHO_CAME.match(query.folded)):
        return None
    thing = _THING.match(query.folded)
    people = bool(_PEOPLE.match(thing["thing"])) if thing else bool(_PEOPLE.search(query.folded))
    of_country = thing is not None and country_of(thing["thing"]) is not None
    missing = part_asked(query) if counting and query.event else ()
    if missing and query.event and set(missing) <= {"excused", "absent"}:
        found = {agent.id: (agent, held) for agent, held in taking_part(library, query.event, missing)}
        return _told(query, library, found, counting=True) if found else _untold(query)
    coming = of_country or (people and bool(_COMING.search(query.folded)))
    found = _coming_from(query, library) if coming or not counting else {}
    if found:
        return _told(query, library, found, counting=counting)
    if not counting:
        return None
    said = said_of_event(query, library, thing["thing"] if thing else "personnes")
    if said:
        number, proof, told = said
        reckoned = _reckoned(query, library, number, proof, told) if told else None
        return reckoned or _numbered(query, library, number, proof, 1.0)
    if OF_PROXIES.search(query.folded) and (given := answer_proxies(query, library, KIND)):
        count = str(len(given.rows))
        first = Row("", count, "number", 1.0, count, given.rows[0].evidence)
        return replace(given, rows=(first, *given.rows), text=french.shortened(f"{count} : {given.text}", 600))
    of_session = people and query.event and query.event.kind == "session"
    return (None if of_session else _stated(query, library)) or _untold(query)


def _untold(query: Query) -> Answer:
    """Say that no document gives the number: a count is never guessed."""
    searched = ", ".join(term.words for term in query.terms)
    text = "Rien dans le corpus : aucun document ne donne ce nombre."
    return Answer(query.text, KIND, text, abstained=True, certificate=f"nombre cherché à côté de : {searched}")


def _coming_from(query: Query, library: Library) -> dict[str, tuple[Entity, Participation]]:
    """Return the people who take part and whose role says the organisation, the place or the kind that is asked."""
    named = query.outside("organisation", "place")
    wanted = [(entity.label, *entity.aliases) for entity in named]
    stems = [frozenset(tokens(name)) for names in wanted for name in names]
    countries = {country for word in re.findall(r"[\w-]+", query.folded) if (country := country_of(word))}
    kinds = (
        []
        if stems or countries
        else [
            frozenset([s])
            for t in query.inside().terms
            for s in t.alternatives[0][0]
            if not _PEOPLE.match(fold(t.words)) and s not in stems_of(_CAME.split())
        ]
    )
    found: dict[str, tuple[Entity, Participation]] = {}
    ids = {entity.id for entity in named}
    documents = [e for e in library.knowledge.extractions if not query.documents or e.id in query.documents]
    listed = any(p.part in _LISTED for e in documents for p in e.participations)
    for extraction in documents:
        for participation in extraction.participations:
            if listed and participation.part not in _LISTED:
                continue
            person = library.knowledge.entity_of(participation.agent)
            roles = _roles_there(library, person, participation) if person and person.kind == "person" else []
            if person and (
                _comes_from(library, roles, ids, stems or kinds) or _row_names(library, participation, ids, countries)
            ):
                found.setdefault(person.id, (person, participation))
    return dict(sorted(found.items()))


def _row_names(library: Library, participation: Participation, ids: set[str], countries: set[str]) -> bool:
    """Tell whether the table row that names a participant names a wanted body or place: its country, in a column."""
    row = library.sentence_at(participation.provenance.span)
    words = library.knowledge.documents[row.span.document_id].quote(row.span) if row else ""
    if row is None or "\t" not in words:
        return False
    if countries:
        return any(usual_form(cell.strip()) in countries for cell in words.split("\t"))
    return any(entity.id in ids for _, entity in library.mentions_in(row.span, "place", "organisation"))


def _roles_there(library: Library, person: Entity, participation: Participation) -> list[Role]:
    """Return what a list says that somebody is: on the same line when it says something there, else any role."""
    roles = list(library.knowledge.roles.get(person.id, ()))
    line = library.line_at(participation.provenance.span)
    return [role for role in roles if role.provenance.span in line] or roles


def _comes_from(library: Library, roles: list[Role], ids: set[str], stems: list[frozenset[str]]) -> bool:
    for role in roles:
        organisation = library.knowledge.entity_of(role.organisation)
        if organisation and organisation.id in ids:
            return True
        said = frozenset(
            tokens(f"{role.function} {' '.join((organisation.label, *organisation.aliases)) if organisation else ''}")
        )
        if any(needed and needed <= said for needed in stems):
            return True
    return False


def _told(query: Query, library: Library, found: dict[str, tuple[Entity, Participation]], *, counting: bool) -> Answer:
    rows, facts = [], []
    for person, participation in found.values():
        roles = library.knowledge.roles.get(person.id, ())
        spans = [participation.provenance.span, *(role.provenance.span for role in roles[:1])]
        words = next((role_words(library, role) for role in roles if role_words(library, role)), None)
        evidence = tuple(library.evidence(span, 1.0) for span in dict.fromkeys(spans))
        rows.append(Row(person.id, person.label, "person", 1.0, words, evidence))
        facts += around_person(library, person, None)[:1]
    first = next(iter(found.values()))[1]
    facts += around_event(library, None, event_chain(library.knowledge, first.event))
    number = len(rows)
    names = french.join([row.label for row in rows], most=20)
    yes = "oui, " if re.match(r"(?:y (?:a|avait)|est-ce)", query.folded) else ""
    told = f"{yes}{number} {'personnes' if number > 1 else 'personne'} : {names}"
    if counting:
        rows = [Row("", str(number), "number", 1.0, str(number), rows[0].evidence), *rows]
    sparql = people_query(library.base, list(found))
    searched = f"{library.register.kept(PARTICIPATIONS, 0, int)} participations lues"
    text = french.shortened(french.sentence(told), 600)
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), certificate=searched, sparql=sparql)


def _stated(query: Query, library: Library) -> Answer | None:
    """Look for the number in the best sentence that has one beside the words asked about."""
    thing = _THING.match(query.folded)
    word = thing["thing"] if thing else ""
    if not word and not expected(query.folded):
        return None
    needed = [frozenset([stem]) for stem in stems_of(_COUNTED.split())] if _PEOPLE.match(word) else []
    needed += [frozenset(tokens(word))]
    topic = _counted(query, people=bool(_HUMANS.match(word)))
    amount = expected(query.folded)
    found: list[tuple[bool, Proof, Number]] = []
    for proof in prove(topic, library)[:12]:
        words = proof.sentence.words
        number = best_number(words, topic.inside().terms, word)
        told = any(stems <= proof.sentence.stems for stems in needed)
        title = title_stems(proof.passage.headings[-1:]) if amount else frozenset()
        said = max(proof.coverage, coverage(topic.inside().terms, proof.sentence.stems, [(title, UNDER)]))
        wrong = said < LEAST or not told or (amount and not amount.search(words))
        if number is None or wrong or (found and proof.coverage < found[0][1].coverage - NEAR_BEST):
            continue
        found.append((not is_followed(words, number, word), proof, number))
    if not found:
        return None
    _, proof, number = min(found, key=lambda row: row[0])  # the first whose number the thing itself follows
    return _numbered(query, library, number, proof.sentence.span, proof.score)


def _numbered(query: Query, library: Library, number: Number, sentence: Span, score: float) -> Answer:
    """Answer with a number and the sentence that states it."""
    told = str(number.value) if number.value and not number.words[:1].isdigit() else number.words
    evidence = (library.evidence(quote_around(library, sentence), score),)
    row = Row("", number.words, "number", score, told, evidence)
    words = library.reading(sentence)
    unit = _UNIT.match(words[number.end :])
    both = number.words if told == number.words else f"{number.words} ({told})"
    text = french.shortened(french.sentence(f"{both}{unit[0] if unit else ''} : « {words} »"), 600)
    return Answer(query.text, KIND, text, (row,))


def _reckoned(query: Query, library: Library, number: Number, proof: Span, told: str) -> Answer:
    """Answer with a number that was reckoned, and how."""
    proofs = (library.evidence(quote_around(library, proof), 1.0),)
    text = told if told.startswith(number.words) else f"{number.words} : {told}"
    row = Row("", number.words, "number", 1.0, number.words, proofs)
    return Answer(query.text, KIND, french.shortened(french.sentence(text), 600), (row,))


def _counted(query: Query, *, people: bool) -> Query:
    """Leave out what the number itself says: that it costs, that those counted came."""
    plain = set(stems_of(_COST.split())) if expected(query.folded) else set()
    plain |= stems_of(_LIVES.split())
    if people:
        plain |= stems_of(_CAME.split())
    topic = query.without(plain)
    return topic if topic.inside().terms else query
