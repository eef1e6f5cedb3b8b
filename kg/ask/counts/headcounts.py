"""How many, how long: the number that a report gives of a meeting, of one of its sessions, of a vote."""

import re
from collections.abc import Iterator
from datetime import datetime

from corpus import Span
from index import fold, tokens
from kg.ask.counts.clauses import is_national, is_rate
from kg.ask.counts.votes import VOTED, voted
from kg.ask.language import french
from kg.ask.language.numbers import Number, find_numbers
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sessions.asked import in_town, named_event, same_named, sessions_of
from kg.lexicon.functions import is_function_start
from kg.lookup import event_chain, main_event, when
from kg.regex import regex
from kg.types import Event

#: A number of a report, the slice that states it, and how it is told where it was computed.
Told = tuple[Number, Span, str]

#: Words for people who are counted as such; « auditeurs » answers « combien de personnes », « habitants » does not.
_GENERIC = regex(r"personnes?$|gens$|monde$|participante?s?$|public$")
#: « sept hommes présents » are a part of those who came.
_ANY = r"(?!(?:hommes|femmes|enfants|jeunes)\b)[\w-]+"
_CROWD = regex(
    rf"^ ?(?:de |d')?(?:{_ANY} )?(?:personne|participant|present|auditeur|auditrice|visiteur|convive|congressiste"
    r"|stagiaire|inscrit|spectateur|votant)"
)
#: People who are counted for another reason, unless the words say that they came.
_OTHERS = regex(
    r"^ ?(?:de |d')?(?:[\w-]+ )?(?:adherent|delegue|representant|membre|invite|elu|agent|habitant|citoyen|benevole"
    r"|jeune|etudiant|parent|usager|eleve)"
)
#: Words for those who live there, by which users often call those who came.
LOOSELY = regex(r"(?:habitant|citoyen|riverain)e?s?$")
#: Those who are counted without having come: what was hoped for, what the room holds.
_NOT_COME = regex(
    r"\b(?:attendu|places?|jauge|capacite|extrait|esper|prevu|inscri"
    r"|ser(?:a|ont) (?:recu|accueilli|invite))\w*"
)
CAME = regex(
    r"\b(?:present|venu|reuni|suivi|particip|assist|rassemble|brave|accueilli|etaient la\b"
    r"|pri(?:s|rent|ses?)\b(?: \w+)? part|emarge|sont deplace|fait le deplacement"
    r"|sont (?:re)?trouve|autour de la table|dans la salle|repondu (?:present|a l'(?:invitation|appel))"
    r"|repartie?s en (?:\w+ )?(?:table|groupe|atelier|equipe)|ont (?:travaille|debattu|echange|planche))\w*"
)
#: A crowd that its very noun says to have come.
_COMERS = regex(
    rf"^ ?(?:de |d')?(?:{_ANY} )?(?:participant|present|auditeur|auditrice|spectat|convive|congressiste|emarge)"
)
#: What a number measures before the word that follows it: « deux jours élus et agents ».
_TIMES = r"(?:jour|heure|an|annee|mois|semaine|minute|soir)s?\b"
#: A number's next words are another label: « Présents : 18 Pouvoirs : 3 », « communes représentées : 17 ».
_LABEL = regex(r"^ *(?:[a-z]+ *:|[a-z'-]+(?: [a-z'-]+){1,3} *: ?\d)")
#: Bodies whose members a report may count beside those who came.
_BODY = regex(r"(?:l'|d')?(?:delegation|comite|jury|equipe|bureau|commission|groupe)s?")
#: Words that say that people or bodies were there, which the report of a meeting need not repeat.
_THERE = (
    "présents présent présentes représentés représentées participé participer participent participaient participants "
    "venus venues venir assisté inscrits inscrites réunis rassemblé rassemblés reçu accueilli journée séminaire "
    "rencontre rencontres atelier assises forum colloque réunion séance table ronde assemblée conseil total "
    "nombre combien compté comptait comptaient intervenus intervenants".split()
)
#: Within how many characters a report opens, for a crowd that nothing else says to have come.
FIRST = 1500
#: How many passages at the two ends of a report, how many characters of a session are looked at.
OPENING, CLOSING, HEAD = 14, 8, 700
_SESSIONS = regex(
    r"\bcombien (?:de |d')(?P<kind>sessions?|ateliers?|tables? rondes?|sequences?|conferences?|groupes?)\b"
)
_LASTED = regex(
    r"\bcombien (?:de temps|d'heures?|de jours?|de minutes)\b.*\b(?:dure|duree|duraient|durait|etal|prev)\w*"
)
#: Questions that a meeting, its sessions or its votes answer.
OF_MEETING = regex(f"{_SESSIONS.pattern.replace('?P<kind>', '?:')}|{_LASTED.pattern}|{VOTED.pattern}")


def said_of_event(query: Query, library: Library, thing: str) -> Told | None:
    """Return the number that a report gives of the event, the session or the vote that a question is about."""
    if VOTED.search(query.folded):
        return voted(query, library)
    if thing.startswith("votant") and (told := voted(query, library)):
        return told
    event = named_event(query, library) or in_town(query, library, any_kind=True)
    if event is None:
        return None
    if _LASTED.search(query.folded):
        return _lasted(library, event, days="jour" in query.folded)
    if kind := _SESSIONS.search(query.folded):
        return _sessions(library, event, kind["kind"].replace("tables ", "table ").rstrip("s"))
    return _best(query, library, event, thing) if thing else None


def _best(query: Query, library: Library, event: Event, thing: str) -> Told | None:
    """Return the number that a label gives of the thing, else the one that it follows, else the largest crowd."""
    best: tuple[tuple[float, ...], Told] | None = None
    rest, ideas = _parts(query), _bodies(query) if _GENERIC.match(thing) else _ideas(query, event, thing)
    for sentence in _about(library, event):
        plain = sentence.folded
        if ideas and not any(term.strength(sentence.stems) for term in ideas):
            continue
        for number in find_numbers(sentence.words):
            rank = _rank(query, plain, number, thing) if _is_part(rest, plain, number) else None
            if rank and _GENERIC.match(thing) and not _counts_comers(rank, sentence, number):
                continue
            if rank and (best is None or rank > best[0]):
                best = (rank, (number, sentence.span, ""))
    return best[1] if best else None


def _bodies(query: Query) -> list[Term]:
    """Return the words of a question for a body within a meeting, whose members are not all who came."""
    return [term for term in query.terms if _BODY.fullmatch(fold(term.words))]


def _ideas(query: Query, event: Event, thing: str) -> list[Term]:
    """Return what a question says of a thing beside its event: « combien de communes adhèrent ».

    Who was there is what the report of a meeting counts: nothing need say it.
    """
    there = stems_of(_THERE) | frozenset(tokens(event.label)) | stems_of([thing])
    names = {named.entity.label for named in query.named}
    return [
        term
        for term in query.inside().terms
        if term.words not in names and term.words[:1].islower() and not term.alternatives[0][0] <= there
    ]


def _counts_comers(rank: tuple[float, ...], sentence: Sentence, number: Number) -> bool:
    """Tell a crowd that is said to have come, that a label counts, or that the opening of the report tells."""
    came, opens = rank[4] > 0, sentence.span.start < FIRST
    return came or opens or sentence.folded[: number.start].rstrip().endswith(":")


#: Words for a part of those who came.
_PART = regex(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|apres-midi|soir|ligne|distance|visio\w*|femmes?|hommes?"
    r"|premiere?|deuxieme|second)\b"
)


def _parts(query: Query) -> frozenset[str]:
    """Return the words of a question for a part of those who came: « que le vendredi », « en ligne »."""
    return frozenset(_PART.findall(query.folded.replace(query.place, " ") if query.place else query.folded))


def _is_part(parts: frozenset[str], plain: str, number: Number) -> bool:
    """Tell a number whose own words tell the part that is asked for, when one is."""
    near = re.split(r"[,;.)]", plain[number.end :])[0]
    return not parts or any(part in near for part in parts)


#: « des bourgs de moins de 5 000 habitants » counts no people.
_SIZED = regex(r"[a-z] de (?:moins|plus) de $")
#: What numbers a picture: « Figure 1 Participants au séminaire » counts nobody.
_CAPTION = regex(r"\b(?:figures?|fig\.|photos?|images?|illustrations?|pages?|tableaux?|annexes?) (?:n° ?)?$")
#: What makes a number a price: « Inscription : 45 € » counts nobody.
_PRICED = regex(r"\s*(?:€|k€|euros?\b|francs?\b|centimes?\b)")


def _rank(query: Query, plain: str, number: Number, thing: str) -> tuple[float, ...] | None:
    """Rank a number by what it counts: nothing when it counts something else than what is asked."""
    after = plain[number.end :]
    before_it = plain[: number.start]
    if _counts_nobody(before_it, after) or is_national(query, after):
        return None
    label = re.search(r"(?P<label>[a-z][a-z0-9' -]{2,60})\s*:\s*$", before_it)
    before = label["label"] if label else ""
    states = _states(query)
    roots = [word[:6] for word in (thing, *states) if len(word) > 3]
    labelled = _is_labelled(before, after, thing, states)
    followed = not _LABEL.match(after) and any(
        re.match(rf"^ ?(?:de |d')?(?:(?!{_TIMES}|dont )[\w-]+ )?{re.escape(root)}", after) for root in roots
    )
    clause = plain[max(0, *(plain.rfind(mark, 0, number.start) for mark in (". ", ";", "("))) : number.end + 60]
    comers = bool(_COMERS.match(after))
    came = 2 if comers else int(bool(CAME.search(clause)))
    crowd = bool(_CROWD.match(after)) or (came and bool(_OTHERS.match(after)))
    anybody = bool(_GENERIC.match(thing) or LOOSELY.match(thing))
    if not (labelled or followed or (crowd and anybody)):
        return None
    forecast = bool(_NOT_COME.search(clause)) and not any(root.startswith("inscri") for root in roots)
    stated = any(root in (before if labelled else after[:30]) for root in states)
    generic = bool(_GENERIC.match(thing))
    said = labelled or followed
    own = not generic and (thing[:6] in before or (followed and thing[:6] in after[: len(thing) + 12]))
    if states and not (own or anybody or _OTHERS.match(thing) or is_function_start(thing.rstrip("s"))):
        return None  # « communes représentées » counts no countries
    own = own and bool(came or labelled or not LOOSELY.match(thing))  # « dix habitants tirés au sort » did not come
    whole = own and (stated or not states)  # « Présents : 9 » rather than « conseillers en exercice : 15 »
    return (whole, stated, own, not forecast, came if anybody else said, said if anybody else came, number.value or 0)


def _counts_nobody(before: str, after: str) -> bool:
    """Tell by what stands around it a price, a rate, a size or the number of a picture."""
    return bool(_PRICED.match(after) or is_rate(before, after) or _SIZED.search(before) or _CAPTION.search(before))


def _is_labelled(label: str, after: str, thing: str, states: list[str]) -> bool:
    """Tell a label of the thing or of its state: « Présents », not « M. Aubin présente » nor « un tourisme de »."""
    root = re.escape(thing[:6])
    told = [root] if len(thing) > 3 and not thing.startswith(tuple(states)) else []
    if not any(re.search(one, label) for one in (*told, *(rf"\b{state}e?s\b" for state in states))):
        return False
    begins = any(re.match(rf"(?:nombre d\S+ |les? |la |l')?{one}", label) for one in (root, *states))
    return begins or re.match(r" [a-z]{4,}", after) is None


def _states(query: Query) -> list[str]:
    """Return the states in which a question counts people: « combien d'adhérents présents »."""
    return re.findall(
        r"(?<!parmi les )(?<!sur les )(?<!parmi )\b(?:present|represent|votant|excuse|inscrit|absent)(?=\w*)",
        query.folded,
    )


def _about(library: Library, event: Event) -> Iterator[Sentence]:
    """Yield the sentences of the head of an event, of a session alone when it is one, as each report tells it."""
    entity = library.knowledge.entity_of(event.mention)
    tellings = library.knowledge.tellings.get(entity.id, (event,)) if entity else (event,)
    for telling in (*tellings, *same_named(event, library)):
        document_id = telling.provenance.span.document_id
        extraction = library.knowledge.extraction_of[document_id]
        alone = sum(one.kind == "session" for one in extraction.events) == 1
        if telling.kind == "event" or alone or main_event(library.knowledge, document_id) == telling:
            passages = extraction.passages
            for passage in (*passages[:OPENING], *passages[max(OPENING, len(passages) - CLOSING) :]):
                yield from library.sentences(passage)
            continue
        start = telling.provenance.span.start
        after = [
            e.provenance.span.start
            for e in extraction.events
            if e.kind == "session" and e.provenance.span.start > start
        ]
        end = min([start + HEAD, *after])
        for passage in extraction.passages:
            if passage.span.start < end and passage.span.end > start:
                yield from _within(library.sentences(passage), start, end)


def _within(sentences: tuple[Sentence, ...], start: int, end: int) -> Iterator[Sentence]:
    return (one for one in sentences if one.span.end > start and one.span.start < end)


def _lasted(library: Library, event: Event, *, days: bool) -> Told | None:
    """Return how long an event lasts, from the hours or the days that are told."""
    start, end = when(library.knowledge, event)
    if not start or not end:
        return None
    first, last = start.split("T")[0], end.split("T")[0]
    if days or first != last:
        number = (datetime.fromisoformat(last) - datetime.fromisoformat(first)).days + 1
        told = french.count(number, "jour")
    elif "T" in start and "T" in end:
        minutes = int((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()) // 60
        number, rest = divmod(minutes, 60)
        told = french.count(number, "heure") + (f" {rest}" if rest else "")
    else:
        return None
    return Number(told, 0, 0, number), event.provenance.span, f"{told} ({french.period(start, end)})"


def _sessions(library: Library, event: Event, kind: str) -> Told | None:
    """Return how many sessions of a kind an event has."""
    inside = sessions_of(library, event)
    called = [one for one in inside if re.search(rf"\b{kind}s?\b", fold(one.label))] if kind != "session" else inside
    called = called or []
    if not called:
        return None
    number = len(called)
    names = french.join([one.label for one in called])
    return Number(str(number), 0, 0, number), event_chain(library.knowledge, event.mention)[-1].provenance.span, names
