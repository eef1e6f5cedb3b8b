"""When or where something was, by the best sentence that tells a time or a place; when a body or a work came to be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus import Passage
from index import fold, fold_evenly, tokens
from kg.ask.antecedent import goes_on
from kg.ask.fuller_dates import days_of
from kg.ask.library import Library
from kg.ask.moments import Slice, led_by, moments, places
from kg.ask.query import Query
from kg.ask.sought import Sought
from kg.ask.things import Sentence
from kg.ask.time_asked import ASKING, Wanted
from kg.ask.town_typed import towns_in
from kg.ask.typed import Find, Typed, best_told, in_words
from kg.ask.words import stems_of
from kg.regex import regex

#: What asks for the beginning of something, and what tells it just before or after its date.
_BORN_ASKED = regex(
    r"\b(?:nee?s?|naquit|naissance|creation|creee?s?|creer|fondee?s?|fondation|constituee?s?|vu le jour)\b"
)
_BORN = (
    r"(?:nee?s?|naquit|naissance|creation|cree(?:e|s|es)?|fonde(?:e|s|es)?|fondation|constituee?s?|vu le jour|lancee?s?"
    r"|constru(?:i\w*|ction)|bati(?:e|s|es)?|edifie\w*|erigee?s?|elevee?s?|inauguree?s?|posee?s?|date|datee?s?|datant|datait"
    r"|remont\w+|existe(?:nt)? depuis)"
)
_BORN_BEFORE = regex(rf"\b{_BORN}\b[^.;:!?]{{0,40}}$|\bouverte?s? en $")
_BORN_AFTER = regex(rf"[ ,)]{{0,3}}(?:\w+ ){{0,2}}{_BORN}\b")


#: A body that is called a foundation tells no founding.
_FOUNDATION = regex(r"\bFondation(?=\s)")
_WEEKDAY = regex(
    r"\b(?:le|les|tous les|chaque) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b(?! \d)", re.IGNORECASE
)


def born_asked(query: Query) -> bool:
    """Tell a question of when something came to be: « en quelle année est né le réseau »."""
    return _BORN_ASKED.search(query.folded) is not None


def by_type(query: Query, library: Library, asked: Wanted, *, least: float) -> Typed | None:
    """Return the time or the place that the best sentence tells where this share (0..1) of the question is said."""
    if "limite" in query.folded and not asked.labelled:  # « Date limite : », else « avant le… »
        labelled = by_type(query, library, replace(asked, labelled=True), least=least)
        if labelled:
            return labelled
    topic = query.without(ASKING - _limit() if asked.labelled else ASKING)
    born = asked.date and (asked.origin or born_asked(query))
    if born:
        topic = topic.without(_births())
    best = None
    for strict in (True,) if born else (True, False) if asked.leads else (False,):
        find = _finder(topic, library, asked, born=born, strict=strict)
        best = best or best_told(topic, library, find, least=least)
    if topic.documents and (best is None or best.said < 0.9):
        wider = best_told(replace(topic, documents=None, scoped=()), library, find, least=least)
        best = max((one for one in (best, wider) if one), key=lambda one: one.score, default=None)
    return best


@lru_cache(maxsize=1)
def _limit() -> frozenset[str]:
    return stems_of(["limite"])


def only_named(query: Query) -> bool:
    """Tell a question of when a body came to be, not something of it: the hall of a town."""
    labels = {one.entity.label for one in query.named if one.entity.kind != "place"}
    said = labels | {word for label in labels for word in label.split()}
    rest = query.inside().without(_births() | ASKING | stems_of(["association", "ville", "commune"])).terms
    return bool(labels) and all(term.words in said for term in rest)


def _births() -> frozenset[str]:
    return stems_of(
        "né née naissance création créé créée créés créer fondé fondée fondation constitué constituée jour date dater "
        "datent datait remonte construit construite construction bâti bâtie édifié édifiée".split()
    )


def _finder(query: Query, library: Library, asked: Wanted, *, born: bool, strict: bool) -> Find:
    asking = frozenset(tokens(query.text))
    named = query.named if born and only_named(query) else ()
    names = {fold(name) for one in named for name in (one.words, one.entity.label, *one.entity.aliases)}

    def find(sentence: Sentence, _: Passage) -> Iterator[Slice]:
        words = sentence.words
        of_it = not names or _is_of(library, sentence, names)
        if asked.time or asked.duration:
            found = moments(
                words, "duration" if asked.duration else "hour" if asked.hour and not asked.date else "date"
            )
            found = days_of(words, [*found, *_weekdays(words)]) if asked.day else found
            led = led_by(found, words, asked.leads) if asked.leads else found
            found = [] if asked.leads and strict and not born and led is found else led
        else:
            found = _placed(query, library, sentence, asked)
        for one in found:
            if born and not (is_birth(words, one) and of_it):
                continue
            if not frozenset(tokens(words[one[0] : one[1]])) <= asking and (not born or is_birth(words, one)):
                yield one

    return find


def _is_of(library: Library, sentence: Sentence, names: set[str]) -> bool:
    """Tell a sentence that names a body by one of its folded names, or no body where it goes on about one."""
    plain = fold(sentence.words)
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) for name in names):
        return True
    heads = {name.split()[0] for name in names if " " in name and name in fold(sentence.document.text)}
    if any(re.search(rf"\b(?:l[ea] |l['’]|notre |cet(?:te)? |ce |du ){head}\b(?! d)", plain) for head in heads):
        return True  # « le Réseau »
    return goes_on(sentence.words) and not library.mentions_in(sentence.span, "organisation")


def _weekdays(words: str) -> list[Slice]:
    """Return where a sentence says on which day of each week: « fermé le mardi »."""
    return [match.span() for match in _WEEKDAY.finditer(words)]


def _placed(query: Query, library: Library, sentence: Sentence, asked: Wanted) -> list[Slice]:
    """Return the slices of a sentence that tell a place: known ones, buildings, what a preposition of place leads."""
    known = [] if asked.room else library.mentions_in(sentence.span, "place")
    found = [one for mention, _ in known if (one := in_words(sentence, mention.span))]
    if asked.static:
        found += [one for one, _ in towns_in(query, library, Sought("ville"), sentence) if one not in found]
    told = [*places(sentence.words, built=asked.room)]
    return [*told, *(one for one in found if not any(one[0] < end and at < one[1] for at, end in told))]


def is_birth(words: str, one: Slice) -> bool:
    """Tell a date of a sentence beside a word that tells a beginning."""
    plain = fold_evenly(_FOUNDATION.sub(lambda found: "." * len(found[0]), words))
    return bool(_BORN_BEFORE.search(plain[: one[0]]) or _BORN_AFTER.match(plain[one[1] :]))
