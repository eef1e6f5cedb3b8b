"""The sentence that tells when, how long or where something took place, and what comes next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Passage
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import Proof, cited, coverage, prove
from kg.ask.language import french
from kg.ask.language.moments import Slice, is_state, led_by, moments, nearest, places
from kg.ask.library import Library
from kg.ask.places.typed import towns_in
from kg.ask.question.query import Query, Term
from kg.ask.question.sought import Sought
from kg.ask.search.things import Sentence
from kg.ask.sessions.front import front_lines
from kg.ask.times.asked import ASKING, HELD, Wanted
from kg.ask.times.fuller_dates import days_of, refinable, refines
from kg.ask.times.led_places import led_place
from kg.ask.times.origin import of_origin
from kg.lexicon.months import MONTHS, WEEKDAYS
from kg.lookup import date_of_document
from kg.regex import regex
from kg.types import Answer, Entity, Event, Row

KIND = "when-where"
#: How many sentences may tell, the least share of the question they say, and of what the best of them says.
DEPTH, COVERED, NEAR = 40, 0.45, 0.7
#: The least share where the sentence itself says all that the event leaves unsaid, in the reports asked about.
FEW = 0.25
#: How sure a sentence must be whose date no « depuis » leads.
LED = 0.65
#: How well a sentence says an idea that it must say, in 0..1.
SAYS = 0.6
#: « En juin prochain », « l'an prochain » tell a date, not what comes next.
_NOT_DATED = "".join(f"(?<!{word} )" for word in (*map(fold, MONTHS), *WEEKDAYS, "an", "annee", "mois", "semaine"))
#: What says that something comes next; « aura lieu » alone says only that it comes.
TELLS_NEXT = regex(
    rf"\b(?:{_NOT_DATED}proch(?:ain\w*|\.)|rendez-vous"
    r"|(?<!printemps )(?<!automne )(?<!hiver )(?<!ete )(?<!annee )(?<!mois )(?<!jour )"
    r"(?<!semaine )(?<!matin )suivante?s?|nouvelle (?:seance|reunion|rencontre|edition)|a nouveau"
    r"|se retrouver\w*"
    r"|(?:\w+ieme|seconde?|\d+e(?:me)?) (?:edition|rencontre|atelier|forum|journees?)(?=.{0,80}"
    r"(?:aur(?:a|ont) lieu|(?:se )?tiendr|prevue?s?|accueill|deroul)))"
)
COMES = regex(
    r"\b(?:aur(?:a|ont) lieu|(?:se )?tiendr(?:a|ont|ait|aient)|se reunir\w*|est prevue?|sont prevue?s|a venir)\b"
)
#: What a point after it does not end.
_ABBREVIATED = regex(
    r"\b(?:proch|env|tél|adj|art|lun|mar|mer|jeu|ven|sam|dim|janv|févr|avr|juil|sept|oct|nov|déc|av|bd|pl|st|ste)\.$",
    re.IGNORECASE,
)
_TODAY = regex(r"\b(?:ce (?:matin|soir|jour|midi|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)|aujourd'hui)\b")
NEXT_WORDS = frozenset(
    stem
    for word in (
        "prochain prochaine prochains prochaines suivant suivante rendez-vous venir aura auront lieu tiendra tiendront "
        "tenir prévu prévue date jour heure quand nouveau nouvelle édition devoir doit devait réunion rencontre séance "
        "retrouver revoir dérouler salle ville endroit"
    ).split()
    for stem in tokens(word)
)
#: Who receives, and what stands before a place where something is.
_HOSTS = regex(r"\b(?:accueil\w*|recev\w+|recoi\w+|organis\w+|invit\w+|abrit\w+)\b")
_AT = regex(
    r"(?:\b(?:à|au|aux|en|dans|chez|vers|À)|[:,(–—-])\s+(?:(?:la|le|l['’])\s?)?(?:(?:ville|commune) (?:de |d['’]))?$",
    re.IGNORECASE,
)


def from_sentences(query: Query, library: Library, asked: Wanted, needed: Sequence[Term]) -> Answer | None:
    """Answer by the best sentence that tells what is wanted; it must say the ideas that are needed."""
    led = led_place(query, library) if asked.place and not asked.time and not asked.room else None
    if led:
        words = led[0].sentence.words[slice(*led[1])]
        return said(query, library, led[0].sentence, ([words], None), led[0].score)
    query = query.without(ASKING)
    proofs = prove(query, library)[:DEPTH]
    best = max((proof.coverage for proof in proofs), default=0.0)
    subject = query.inside().without(HELD).terms
    if asked.origin and asked.date and (origin := of_origin(query, library, proofs)):
        return said(query, library, origin[0].sentence, ([origin[1]], None), origin[0].score)
    first: Answer | None = None
    for proof in proofs:
        wholly = bool(needed) and all(term.strength(proof.sentence.stems) >= SAYS for term in needed)
        least = FEW if wholly and query.documents else max(COVERED, NEAR * best)
        of_it = coverage(subject, proof.sentence.stems, ((library.stems(proof.passage.span), SAYS),))
        if proof.coverage < least or (subject and of_it < COVERED) or not _says(library, proof, needed):
            continue
        found = _tell(query, library, proof, asked)
        if found and not first and not refinable(asked, found.rows[0].label):
            return found
        if found and first and refines(asked, found.rows[0].label, first.rows[0].label):
            return found
        first = first or found
    return first


def _says(library: Library, proof: Proof, needed: Sequence[Term]) -> bool:
    """Tell whether a sentence says the heaviest of the ideas needed, and its passage the most of them."""
    if not needed:
        return True
    heaviest = max(needed, key=lambda term: term.weight)
    if heaviest.strength(proof.sentence.stems) < SAYS:
        return False
    around = library.stems(proof.passage.span)
    said = sum(term.weight for term in needed if term.strength(around) >= SAYS)
    return said >= SAYS * sum(term.weight for term in needed)


def _tell(query: Query, library: Library, proof: Proof, asked: Wanted) -> Answer | None:
    """Answer with what a sentence tells of time and place; nothing when it lacks what is wanted."""
    words = proof.sentence.words
    asking = frozenset(stem for term in query.inside().terms for ways, _ in term.alternatives for stem in ways)
    told: list[str] = []
    entity: Entity | None = None
    slice = _time(words, asked, asking, proof.coverage) if asked.time or asked.duration else None
    if slice:
        told.append(words[slice[0] : slice[1]].strip(" ()."))
    elif asked.date and (day := _day_of(library, proof.sentence)):
        told.append(day)
    if asked.hour and asked.date and slice and (hours := moments(words, "hour")):
        hour = words[hours[0][0] : hours[0][1]].strip(" ()")
        told += [hour] if hour not in told[0] else []
    if asked.place:
        place, entity = _place(query, library, proof.sentence, asked)
        told += [place] if place else []
    wants = (asked.time or asked.duration) + asked.place
    if not told or (len(told) < wants and not (slice or asked.place)):
        return None
    return said(query, library, proof.sentence, (told, entity), proof.score)


def _day_of(library: Library, sentence: Sentence) -> str:
    """Return the day of a report where a sentence says that it is told on that day: « ce matin », « aujourd'hui »."""
    written = date_of_document(library.knowledge, sentence.span.document_id)
    return french.date(written[:10]) if written and len(written) >= 10 and _TODAY.search(sentence.folded) else ""


def _time(words: str, asked: Wanted, asking: frozenset[str], sure: float) -> Slice | None:
    """Return the slice of a sentence that tells the time wanted, the nearest to the words of the question.

    « Depuis quand » is answered by what « depuis » leads, unless the sentence surely (0..1) tells what is asked.
    """
    if asked.duration:
        found = moments(words, "duration")
    elif asked.hour:
        found = moments(words, "hour") or (moments(words) if asked.date else [])
        found = moments(words) or found if asked.date else found
    else:
        found = moments(words) or moments(words, "hour")
    found = [one for one in found if not frozenset(tokens(words[one[0] : one[1]])) <= asking]
    if asked.date and not asked.leads:
        found = [one for one in found if not is_state(words[: one[0]], asking)]
    found = days_of(words, found) if asked.day else found
    if not found or (asked.leads and sure < LED and led_by(found, words, asked.leads) is found):
        return None
    return nearest(led_by(found, words, asked.leads) if asked.leads else found, words, asking)


def _place(query: Query, library: Library, sentence: Sentence, asked: Wanted) -> tuple[str, Entity | None]:
    """Return the place that a sentence tells and the question does not, the nearest to what the question says."""
    words, known = sentence.words, query.entities()
    said = frozenset(tokens(query.text))
    found: dict[Slice, Entity | None] = {}
    if not asked.room:
        for mention, entity in library.mentions_in(sentence.span, "place"):
            start = mention.span.start - sentence.span.start
            if entity not in known and words[start : start + len(mention.name)] == mention.name:
                found[start, start + len(mention.name)] = entity
    for start, end in places(words, built=asked.room):
        inside = [one for one in found if start < one[1] and one[0] < end]
        if asked.room or not frozenset(tokens(words[start:end])) <= said:
            found[start, end] = next((found.pop(one) for one in inside), None)
    if not found:
        return "", None
    stems = frozenset(stem for term in query.inside().terms for ways, _ in term.alternatives for stem in ways)
    start, end = nearest(list(found), words, stems)
    return words[start:end], found[start, end]


def told_next(query: Query, library: Library, event: Event | None, asked: Wanted) -> Answer | None:
    """Answer when or where what comes next is, by the lines that tell it in the reports asked about."""
    terms = query.without(NEXT_WORDS | HELD).terms
    documents = query.documents or (frozenset([event.provenance.span.document_id]) if event else frozenset())
    passages = [p for one in sorted(documents) for p in library.knowledge.extraction_of[one].passages]
    whole = replace(query, documents=None)
    passages = list(dict.fromkeys([*passages, *(proof.passage for proof in prove(whole, library)[:DEPTH])]))
    best: tuple[float, Sentence, list[str]] | None = None
    for passage in passages:
        inside = passage.span.document_id in documents
        document = library.knowledge.documents[passage.span.document_id]
        front = vocabulary(" ".join((document.title, *(words for words, _ in front_lines(document)))))
        for sentence in whole_sentences(library, passage):
            worth = _worth_next(sentence.folded, coverage(terms, sentence.stems, ((front, 0.9),)), inside=inside)
            if worth > (best[0] if best else 0.0) and (told := _next_told(query, library, sentence, asked)):
                best = (worth, sentence, told)
    return said(query, library, best[1], (best[2], None), 1.0) if best else None


def _worth_next(plain: str, said_of_it: float, *, inside: bool) -> float:
    """Return how well a folded sentence tells what comes next: 0 when it does not, or not of what is asked about."""
    if not inside and said_of_it < SAYS:
        return 0.0
    if TELLS_NEXT.search(plain):
        return 1.0 + said_of_it + (0.1 if inside else 0.0)
    return said_of_it if COMES.search(plain) and said_of_it > 0.5 else 0.0


def _next_told(query: Query, library: Library, sentence: Sentence, asked: Wanted) -> list[str]:
    """Return the date, the hour and the place that a sentence tells of what comes next: one that is wanted at least."""
    words = sentence.words
    start = (TELLS_NEXT.search(fold(words)) or COMES.search(fold(words)) or re.match("", words)).start()  # type: ignore[union-attr]
    days, hours = moments(words), moments(words, "hour")
    after = [one for one in days if one[0] >= start] or days
    towns = towns_in(query, library, Sought("ville"), sentence, listed=True) if asked.place else ()
    place = _place(query, library, sentence, asked)[0] or next((words[slice(*one)] for one, _ in towns), "")
    place = place if is_there(words, words.find(place)) else ""
    times = [words[one[0] : one[1]].strip(" ()") for one in [*after[:1], *hours[:1]]]
    if (asked.time and not times) or (asked.place and not asked.time and not place):
        return []
    return [
        *([place] if asked.place and not asked.time and place else []),
        *times,
        *([place] if asked.time and place else []),
    ]


def whole_sentences(library: Library, passage: Passage) -> list[Sentence]:
    """Return the sentences of a passage, those that a point after an abbreviation parted joined: « ven. 9 avril »."""
    found: list[Sentence] = []
    for sentence in library.sentences(passage):
        last = found[-1] if found else None
        if last and _ABBREVIATED.search(last.words):
            span = last.span.__class__(last.span.document_id, last.span.start, sentence.span.end)
            found[-1] = Sentence(span, last.stems | sentence.stems, sentence.document)
        else:
            found.append(sentence)
    return found


def said(
    query: Query, library: Library, sentence: Sentence, told: tuple[Sequence[str], Entity | None], score: float
) -> Answer:
    """Answer with what a sentence tells, and the sentence itself."""
    evidence = (cited(library, sentence.span, score),)
    value, entity = ", ".join(told[0]), told[1]
    row = Row(entity.id if entity else "", value, entity.kind if entity else "date", min(1.0, score), value, evidence)
    text = french.told(f"{value} : « {sentence.words} »")
    return Answer(query.text, KIND, text, (row,))


def is_there(words: str, start: int) -> bool:
    """Tell a place where something is, or that receives it: « La Ville de X assure que… » is neither."""
    return bool(_HOSTS.search(fold(words)) or _AT.search(words[: max(0, start)]))
