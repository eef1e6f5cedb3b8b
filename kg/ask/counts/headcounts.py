"""How many, how long: the number that a report gives of a meeting, of one of its sessions, of a vote."""

import re
from collections.abc import Iterator
from datetime import datetime

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import coverage
from kg.ask.counts.clauses import RATE
from kg.ask.language import french
from kg.ask.language.numbers import Number, find_numbers
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sessions.asked import named_event, same_named, sessions_of
from kg.ask.sessions.minutes import items_about
from kg.lexicon.functions import is_function_start
from kg.lookup import event_chain, main_event, when
from kg.regex import regex
from kg.types import Event

#: A number of a report, the slice that states it, and how it is told where it was computed.
Told = tuple[Number, Span, str]

#: Words for people who are counted as such; « auditeurs » answers « combien de personnes », « habitants » does not.
_GENERIC = regex(r"personnes?$|gens$|monde$|participante?s?$|public$")
_CROWD = regex(
    r"^ ?(?:de |d')?(?:[\w-]+ )?(?:personne|participant|present|auditeur|auditrice|visiteur|convive|congressiste"
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
_NOT_COME = regex(r"\b(?:attendu|places?|jauge|capacite|extrait|esper|prevu|inscri)\w*")
CAME = regex(
    r"\b(?:present|venu|reuni|suivi|particip|assist|rassemble|brave|accueilli|etaient la\b"
    r"|pri(?:s|rent|ses?)\b(?: \w+)? part|emarge|sont deplace|fait le deplacement"
    r"|sont (?:re)?trouve|autour de la table|dans la salle)\w*"
)
#: A crowd that its very noun says to have come.
_COMERS = regex(
    r"^ ?(?:de |d')?(?:[\w-]+ )?(?:participant|present|auditeur|auditrice|spectat|convive|congressiste|emarge)"
)
#: What a number measures before the word that follows it: « deux jours élus et agents ».
_TIMES = r"(?:jour|heure|an|annee|mois|semaine|minute|soir)s?\b"
#: A number's next words are another label: « Présents : 18 Pouvoirs : 3 », « communes représentées : 17 ».
_LABEL = regex(r"^ *(?:[a-z]+ *:|[a-z'-]+(?: [a-z'-]+){1,3} *: ?\d)")
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
_VOTED = regex(r"\b(?:vot(?:e|ent|es|aient|ait|er)|voix|abst\w+|pour ou contre|oppose\w*)\b")
#: Questions that a meeting, its sessions or its votes answer.
OF_MEETING = regex(f"{_SESSIONS.pattern.replace('?P<kind>', '?:')}|{_LASTED.pattern}|{_VOTED.pattern}")
#: What follows a number that counts no votes, and the words of a count of votes.
_MEASURED = regex(r"\s*(?:€|k€|euros?\b|%|francs?\b|tonnes?\b|ans\b|heures?\b|km\b)")
_BALLOT = regex(r"\bvot\w*|\babst\w+|\bvoix\b|\badopt\w+|\bapprouv\w+|\brejet\w+|\bpour\b.*\d.*\bcontre\b")
_SIDES = (
    ("contre", regex(r"\bcontre\b|\boppos")),
    ("abstention", regex(r"\babst")),
    ("pour", regex(r"\bpour\b|\bfavorabl|\bapprouv|\badopt")),
)


def said_of_event(query: Query, library: Library, thing: str) -> Told | None:
    """Return the number that a report gives of the event, the session or the vote that a question is about."""
    if _VOTED.search(query.folded):
        return _voted(query, library)
    if thing.startswith("votant") and (told := _voted(query, library)):
        return told
    event = named_event(query, library)
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
    rest, ideas = _parts(query), [] if _GENERIC.match(thing) else _ideas(query, event, thing)
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
    came, opens = rank[3] > 0, sentence.span.start < FIRST
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
    if _PRICED.match(after) or RATE.match(after) or _SIZED.search(before_it) or _CAPTION.search(before_it):
        return None
    label = re.search(r"(?P<label>[a-z][a-z0-9' -]{2,60})\s*:\s*$", plain[: number.start])
    before = label["label"] if label else ""
    states = _states(query)
    roots = [word[:6] for word in (thing, *states) if len(word) > 3]
    labelled = any(root in before for root in roots) and not _counts_other(before, after, roots)
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
    return (own, stated, not forecast, came if anybody else said, said if anybody else came, number.value or 0)


def _counts_other(label: str, after: str, roots: list[str]) -> bool:
    """Tell « un tourisme de ruches : 3 000 visiteurs », whose label does not begin with the thing, and has a noun."""
    begins = any(re.match(rf"(?:nombre d\S+ |les? |la |l')?{re.escape(root)}", label) for root in roots)
    return not begins and re.match(r" [a-z]{4,}", after) is not None


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


def _voted(query: Query, library: Library) -> Told | None:
    """Return how many voted, voted for, against or abstained, by the line of the vote on what the question is about."""
    side = next((name for name, asked in _SIDES if asked.search(query.folded)), "")
    side = "votant" if re.search(r"\bvotants?\b", query.folded) else side
    plain = stems_of(
        "voter voté vote voix contre pour abstention abstentions abstenu abstenus personnes élus votants votant".split()
    )
    terms = query.without(plain).inside().terms

    def number(sentence: Sentence) -> Number | None:
        words = sentence.folded
        found = next((one for one in find_numbers(words) if side and _counts(words, one, side)), None)
        return found and Number(sentence.words[found.start : found.end], found.start, found.end, found.value)

    for sentences in items_about(query, library, terms, lambda one: number(one) is not None) if terms else ():
        told = max(sentences, key=lambda one: (number(one) is not None, coverage(terms, one.stems)))
        if (shown := number(told)) is not None:
            return shown, told.span, ""
    return None


def _counts(words: str, number: Number, side: str) -> bool:
    after, before = words[number.end :], words[: number.start]
    if _MEASURED.match(after) or not _BALLOT.search(words):
        return False
    followed = re.match(rf"\s*(?:voix |votes? |elu\w* )?(?:se sont )?{side}", after)
    labelled = re.search(rf"\b{side}\w*\s*:?\s*$", before)
    return bool(labelled or (followed and not re.match(r"\s*\w+\s*:?\s*\d", after)))
