"""Whom a function stands for that the text never gives to anybody: « le film d'Ada Blanc. La réalisatrice … »."""

from kg.relate.quotations.functions import BODY, OFFICE
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.roster import Known, Roster
from kg.relate.quotations.shadow import Shadow
from kg.relate.quotations.words import phrase_gender

_FEW = 3


def just_met(roster: Roster, shadow: Shadow, start: int, phrase: Phrase) -> Known | None:
    """Return the only person of the right gender named between an offset and a bare function, if nothing else is known.

    An office (« la maire ») is held by one person and not by another: it stands for nobody in this way.
    """
    words = phrase.words.replace("'", " ").split()
    if len(words) > _FEW or words[0].lower() not in ("le", "la", "l"):
        return None
    if OFFICE.search(phrase.words) or BODY.match(" ".join(phrase.words.split())):
        return None
    gender = phrase_gender(phrase.words)
    named = [m for m in shadow.mentions if m.kind == "person" and start <= m.span.start and m.span.end <= phrase.start]
    people = {roster.key(m.id): roster.of(m.id) for m in named}
    fit = [known for known in people.values() if not (gender and known.gender and known.gender != gender)]
    alone = len(fit) == 1 and not fit[0].functions and is_human(phrase.words)
    return fit[0] if alone else None


def ordinal(roster: Roster, shadow: Shadow, phrase: Phrase) -> tuple[Known | None, tuple[str, ...]]:
    """Return the one of the two persons named last whom « le premier », « la seconde » stands for, and both keys."""
    window = range(max(0, phrase.start - 400), phrase.start)
    named = [m for m in shadow.mentions if m.kind == "person" and m.span.start in window]
    pair = tuple(dict.fromkeys(roster.key(m.id) for m in named))[-2:]
    if len(pair) < len(("first", "second")):
        return None, ()
    known = roster.known[pair[0] if "premi" in phrase.words else pair[1]]
    disagrees = known.gender and known.gender != phrase_gender(phrase.words)
    return None if disagrees else known, pair
