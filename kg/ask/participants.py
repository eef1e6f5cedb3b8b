"""Participants, members and exact numbers: counted in the graph, or read in the sentence that states the number."""

import re

from kg.ask.answers.context import around_event, around_person, role_words, unique
from kg.ask.answers.rows import entity_row, number_row
from kg.ask.answers.sparql import people_query
from kg.ask.counts.amounts_of_items import amount_in_item
from kg.ask.counts.counting import asks_quantity, may_ask_quantity, sought_quantity
from kg.ask.counts.differences import told_difference
from kg.ask.counts.numbered import read_count, stated, untold
from kg.ask.counts.taking_part import announced, on_list, registered, told_total
from kg.ask.counts.year_columns import by_year
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.programme import part_asked
from kg.ask.question.askers import leads_with_speech
from kg.ask.question.query import Query
from kg.ask.refusals.particulars import is_private
from kg.ask.search.parts import PARTICIPATIONS
from kg.ask.sessions.coming import PEOPLE, coming_from
from kg.lexicon.places import country_of
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Entity, Participation

KIND = "participants-counts"
EXAMPLES = (
    "Combien de participants venaient de Morvillac ?",
    "Qui est venu du Morbois ?",
    "Combien d'habitants compte Morvillac ?",
)
_WHO_CAME = regex(
    r"^(?:qui|quel(?:le)?s? (?:personnes?|participante?s?|representante?s?|inscrite?s?|invitee?s?|deleguee?s?|elue?s?"
    r"|agents?|membres?)|liste|donn\w+|y (?:a-t-|avait-)\w+"
    r"|est-ce qu)\b.*"
    r"\b(?:venu|vien|venai|participant|participe|particip\w+|present|presents|representant|assist|etait la"
    r"|(?:est|sont|etait|etaient) inscrit"
    r"|etaient la|vien(?:t|nent)\b|venai)\w*"
    r"|^(?:qui (?:sont|etaient) les |(?:la )?liste des |quel(?:le)?s? (?:sont les |etaient les )?)"
    r"(?:participante?s?|inscrite?s?|invitee?s?|deleguee?s?|emarge\w*|representante?s?)"
    r"(?: (?:sont|etaient|seront|travaill\w+|appartien\w+|relev\w+))?"
    r" (?:(?:venue?s?|issue?s?|membres?) )?(?:de|du|des|d'|a|aux?|au nom|pour)\b"
    r"|^(?:qui|quel(?:le)?s? \w+) (?:a |ont )?(?:sign|emarg)\w+ (?:\w+ ){0,4}(?:d'emargement |de presence )?"
    r"(?:pour|au nom)\b"
    r"|^quel(?:le)?s? [\w-]+ (?:est|sont|etait|etaient) (?:present|inscrit|venu)\w*"
    r"|^quel(?:le)?s? (?:personne|participant|inscrit|invite|delegue)e?s? (?:a |ont )?represent(?:e|ent|ai(?:en)?t)\b"
)
_REPRESENTS = regex(r"^(?:qui|quel(?:le)?s? \w+) (?:a |ont )?represent(?:e|ait|aient|ent)\b")
#: What a question says of those who came from somewhere; other numbers of people are read in the text.
_COMING = regex(r"\b(?:venai|venu|vien|particip|present|represent|assist|inscrit|provenai|issue?s?\b|membres? d)\w*")
_FROM = regex(r"\b(?:venu|vien|venai|provenai|arriv)\w* (?:de |d'|du |des )")
#: What leads to where people came; what counts them.
_THERE = regex(r"(?:^|\s)(?:à|a|au|aux|en|dans|lors d[eu]) (?:la |le |les |l['’])?$", re.IGNORECASE)
_COUNTS = regex(r"\b(?:combien|nombre)\b", re.IGNORECASE)
_THING = regex(
    r".*?(?:combien|nombre)\s+(?:y a-t-il |y avait-il |il y a(?:vait)? )?(?:de |d'|des |du )(?:l'|la |le |les "
    r")?(?P<thing>[\w-]+)"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « combien » and « qui est venu de »; nothing for other questions."""
    parted = told_difference(query, library)
    if parted:
        return parted
    counting = asks_quantity(query.folded)
    if not counting and may_ask_quantity(query.folded) and not is_private(query):
        return by_year(query, library) or stated(query, library) or amount_in_item(query, library)
    of_event = query.event is not None and _REPRESENTS.match(query.folded)
    who_came = _WHO_CAME.match(query.folded) and query.quoted is None and not leads_with_speech(query)
    if is_private(query) or not (counting or of_event or who_came):
        return None
    thing = _THING.match(query.folded)
    people = bool(PEOPLE.match(thing["thing"])) if thing else bool(PEOPLE.search(query.folded))
    of_country = thing is not None and country_of(thing["thing"]) is not None
    parts = part_asked(query) if counting else ()
    if (counted := on_list(query, library, parts) if counting else None) is not None:
        return _told(query, library, counted, counting=True) if counted else untold(query)
    coming = of_country or (people and bool(_COMING.search(query.folded)) and not _is_there(query))
    found = coming_from(query, library) if coming or not counting else {}
    if not found and _FROM.search(query.folded) and not counting and not query.documents:
        found = coming_from(query, library, listed=False)
    if found or not counting:
        return _told(query, library, found, counting=counting) if found else None
    word = thing["thing"] if thing else sought_quantity(query).word  # « combien étaient-ils ? »
    told = read_count(query, library, word, people=people)
    listed = {} if told else registered(query, library)
    told = told or told_total(query, library, listed)
    found = announced(query, library, parts, told) or ({} if told else listed)
    return _told(query, library, found, counting=True) if found else told or untold(query)


def _is_there(query: Query) -> bool:
    """Tell a question whose places and bodies say where people came, not from where: « inscrits à Brest »."""
    away = query.outside("organisation", "place")
    before = [query.text[: named.start] for named in query.named if named.entity in away]
    return bool(before) and all(_THERE.search(words) or not _COUNTS.search(words) for words in before)


def _told(query: Query, library: Library, found: dict[str, tuple[Entity, Participation]], *, counting: bool) -> Answer:
    rows, facts = [], []
    for person, participation in found.values():
        roles = library.knowledge.roles.get(person.id, ())
        spans = [participation.provenance.span, *(role.provenance.span for role in roles[:1])]
        words = next((role_words(library, role) for role in roles if role_words(library, role)), None)
        evidence = tuple(library.evidence(span, 1.0) for span in dict.fromkeys(spans))
        rows.append(entity_row(person, evidence, value=words))
        facts += around_person(library, person, None)[:1]
    first = next(iter(found.values()))[1]
    facts += around_event(library, None, event_chain(library.knowledge, first.event))
    number = len(rows)
    names = french.join([row.label for row in rows], most=20)
    yes = "oui, " if re.match(r"(?:y (?:a|avait)|est-ce)", query.folded) else ""
    told = f"{yes}{number} {'personnes' if number > 1 else 'personne'} : {names}"
    if counting:
        rows = [number_row(number, rows[0].evidence), *rows]
    sparql = people_query(library.base, list(found))
    searched = f"{library.register.size(PARTICIPATIONS)} participations lues"
    text = french.told(told)
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), certificate=searched, sparql=sparql)
