"""Whom a function stands for that the text never gives to anybody: « le film d'Ada Blanc. La réalisatrice … »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.regex import regex
from kg.relate.quotations.functions import BODY, NATIONAL, OFFICE
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import Phrase
from kg.relate.quotations.roster import Known, Roster
from kg.relate.quotations.shadow import Shadow
from kg.relate.quotations.words import fits, phrase_gender, stems
from kg.types import MentionId

_FEW, _PAIR_REACH, _ORDINAL_REACH = 3, 160, 400
#: Pronouns that stand for one of the two persons named last.
ORDINALS = ("le premier", "la première", "le second", "la seconde", "l'un", "l'une", "l'autre")
#: « son collègue », « sa contradictrice »: the one of two who is not speaking.
_OTHER = regex(
    r"(?P<whose>son|sa)\s(?:\w+ )?(?:collègue|homologue|confrère|consœur|contradict(?:eur|rice)|interlocut(?:eur|rice)|"
    r"camarade|vis-à-vis|adversaire|complice|compère|comparse|partenaire|rivale?|opposante?)\b",
    re.IGNORECASE,
)
#: « l'animatrice », « le rapporteur »: a part in a meeting, which whoever holds a function may take too.
PART = regex(r"(?:l[ea] |l')(?:animat|modérat|facilitat|médiat)\w+$", re.IGNORECASE)
#: « l'orateur », « la conférencière »: whoever has the floor in the section.
_HAS_THE_FLOOR = regex(
    r"(?:l[ea] |l['’]|cet(?:te)? |ce |notre )(?:orat(?:eur|rice)|conférenci(?:er|ère)|intervenante?|exposante?)", re.I
)
_NATION = regex(
    r"(?P<bare>(?:l[ea] |l'|cet(?:te)? |ce )[\w-]{3,}(?: (?:de|du|des|d')\s?[\w-]+)?) (?P<nation>[a-zà-ÿ][\w-]+)", re.I
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject met while reading: its entity, the mention that names it, where."""

    mention: MentionId | None
    key: str
    gender: str | None
    section: int
    paragraph: int


def other_of(roster: Roster, shadow: Shadow, near: Sequence[str], start: int, phrase: Phrase) -> Known | None:
    """Return whom « son collègue » stands for: not who spoke last, but the other of those heard or named just before.

    `near` are the keys of the last subjects, in order; `start` is where the paragraph begins.
    """
    found = _OTHER.match(phrase.words)
    if found is None:
        return None
    noun = found[0].split()[-1]
    gender = "f" if found["whose"].lower() == "sa" else None if noun[0] in "aeiouhéè" else "m"
    named = [m for m in shadow.mentions if m.kind == "person" and start <= m.span.start and m.span.end <= phrase.start]
    here = list(dict.fromkeys(roster.key(m.id) for m in named))
    heard = [key for key in near if key]
    last = heard[-1] if heard else here[-1] if here else None
    others = [key for key in dict.fromkeys(reversed(heard)) if key != last]
    others = others or [key for key in here if key != last]
    fit = [roster.known[key] for key in others]
    fit = [
        known for known in fit if known.kind == "person" and not (gender and known.gender and known.gender != gender)
    ]
    more = stems(phrase.words[found.end() :])
    fit = [known for known in fit if all(fits(word, known.words) for word in more)]
    return fit[0] if fit and (heard or len(fit) == 1) else None


def with_the_floor(roster: Roster, near: Sequence[Topic], words: str) -> Known | None:
    """Return whom « l'orateur », « la conférencière » stands for: the last person of that gender among some heard."""
    if not _HAS_THE_FLOOR.fullmatch(words):
        return None
    gender = phrase_gender(words)
    heard = [roster.known[topic.key] for topic in reversed(near) if topic.mention]
    fit = (known for known in heard if known.kind == "person" and (gender is None or known.gender in (None, gender)))
    return next(fit, None)


def of_some_nation(roster: Roster, words: str, near: Sequence[str]) -> list[Known]:
    """Return who is meant by « la mairesse moldave » when nothing tells her country: the last mayor among some keys."""
    found = _NATION.fullmatch(words.strip())
    if found is None or not NATIONAL.match(found["nation"]) or not is_human(found["bare"]):
        return []
    heads = {known.key for known in roster.holders(found["bare"])}
    return [roster.known[key] for key in reversed(near) if key in heads][:1]


def just_met(roster: Roster, shadow: Shadow, start: int, phrase: Phrase) -> Known | None:
    """Return the only person of the right gender named between an offset and a bare function, if nothing else is known.

    An office (« la maire ») is held by one person and not by another: it stands for nobody in this way.
    """
    words = phrase.words.split(",")[0].replace("'", " ").split()
    if len(words) > _FEW or words[0].lower() not in ("le", "la", "l"):
        return None
    if OFFICE.search(phrase.words) or BODY.match(" ".join(phrase.words.split())):
        return None
    gender = phrase_gender(phrase.words)
    named = [m for m in shadow.mentions if m.kind == "person" and start <= m.span.start and m.span.end <= phrase.start]
    people = {roster.key(m.id): roster.of(m.id) for m in named}
    fit = [known for known in people.values() if not (gender and known.gender and known.gender != gender)]
    once = re.match(r"l'ancien|l'ex-", phrase.words, re.IGNORECASE)
    alone = len(fit) == 1 and (once or not fit[0].functions) and is_human(phrase.words)
    return fit[0] if alone else None


def ordinal(roster: Roster, shadow: Shadow, phrase: Phrase) -> tuple[Known | None, tuple[str, ...]]:
    """Return the one of the two persons named last whom « le premier », « la seconde » stands for, and both keys."""
    reach = _PAIR_REACH if phrase.words in ("l'un", "l'une", "l'autre") else _ORDINAL_REACH
    window = range(max(0, phrase.start - reach), phrase.start)
    named = [m for m in shadow.mentions if m.kind == "person" and m.span.start in window]
    pair = tuple(dict.fromkeys(roster.key(m.id) for m in named))[-2:]
    if len(pair) < len(("first", "second")):
        return None, ()
    known = roster.known[pair[0] if re.search("premi|l'un", phrase.words) else pair[1]]
    gender = {"l'une": "f", "l'un": "m", "l'autre": None}.get(phrase.words, phrase_gender(phrase.words))
    disagrees = known.gender and gender and known.gender != gender
    return None if disagrees else known, pair
