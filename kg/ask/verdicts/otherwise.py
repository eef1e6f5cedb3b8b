"""Words that tell another number, another year, the other way or a part only of what a question asks in full."""

import re

from index import fold, tokens
from kg.ask.answers.proofs import coverage
from kg.ask.language.quantities import Quantity, find_quantities
from kg.ask.question.query import Query
from kg.regex import regex

_NUMBER = regex(r"\b(\d+)(?:er)? (\w+)")
_ALL = regex(r"\b(?:tous|toutes|chacune?|entierement)\b")
_SEVERAL = regex(r"\bplusieurs\b")
#: « plus cher », « moins de camions »; « pas plus cher » is no way.
_WAY = regex(r"(?<!pas )(?<!non )(?<!ni )(?<!guere )\b(?P<way>plus|moins) (?:de |d')?(?P<what>[a-z-]{4,})")
#: Asks whether there is something; tells that there is no longer.
_IS_THERE = regex(
    r"\by (?:a|avait|aura|aurait)[ -]|\bexiste\w*[ -]|\b(?:aura|auront|a|ont)-t-(?:il|elle|ils|elles) (?:bien )?lieu\b"
    r"|\b(?:maintenue?s?|conservee?s?|prevue?s?)\b"
)
_GONE = regex(
    r"\b(?:est|sont|sera|seront|ete|fut|furent|etai(?:t|ent)|reste|restent)? ?(?:supprime|annule|abandonne|ferme|retire"
    r"|interdit|demoli|detrui[ts])(?:e|s|es)?(?= |$|[,.)])|\b(?:suppression|annulation|fermeture|abandon) d[eu']"
)
#: How much of the question the clause must say that tells it.
OF_THING = 0.5
#: From how many on a number is no « les deux », « les trois », that what is told of the things leaves out.
MANY = 10
_BOUND = regex(r"\b(?:(?P<least>plus d[e']|au moins)|(?P<most>moins d[e']|au plus)) ?$")
_ONE_ONLY = regex(r"\b(?:qu'une? seule?|une? seule?)\b")
_YEAR_ASKED = regex(r"\b(?:en|pour|des|avant|a partir de|courant|fin|debut) (?P<year>(?:19|20)\d\d)\b")
_PUT_OFF = regex(
    r"\b(?:report\w+|repouss\w+|decal\w+|differ\w+|gliss\w+|pas avant|au plus tot|impossible avant|seulement)\b"
    r"[^.;]{0,40}\b(?P<year>(?:19|20)\d\d)\b"
)


_HOUR_ASKED = regex(r"\b(?P<way>avant|apres) (?P<hour>\d{1,2}) ?h(?:eures?)? ?(?P<minutes>\d\d)?(?!\d)")
_HOUR = regex(r"\b(?P<hour>\d{1,2}) ?h(?:eures?)? ?(?P<minutes>\d\d)?(?!\w)")


def another_hour(query: Query, words: str) -> bool | None:
    """Tell whether the hours that words tell are all on the other side of the one asked about; nothing when in doubt.

    False where the question asks of no hour, or where all are as it asks.
    """
    asked = _HOUR_ASKED.search(query.folded)
    told = [_minutes(match) for match in _HOUR.finditer(fold(words))] if asked else []
    if asked is None or not told:
        return False
    otherwise = [(one >= _minutes(asked)) == (asked["way"] == "avant") for one in told]
    return otherwise[0] if len(set(otherwise)) == 1 else None


def _minutes(match: re.Match[str]) -> int:
    return 60 * int(match["hour"]) + int(match["minutes"] or 0)


def other_way(query: Query, words: str) -> bool:
    """Tell words that compare the other way: « moins cher » where a question asks « plus cher »."""
    told = {(match["way"], stem) for match in _WAY.finditer(fold(words)) for stem in tokens(match["what"])}
    for match in _WAY.finditer(query.folded):
        other = "moins" if match["way"] == "plus" else "plus"
        if any((other, stem) in told and (match["way"], stem) not in told for stem in tokens(match["what"])):
            return True
    return False


def is_gone(query: Query, words: str) -> bool:
    """Tell words by which what a question asks whether there is, or will be, was done away with."""
    if not _IS_THERE.search(query.folded) or _GONE.search(query.folded):
        return False
    clauses = re.split(r"[;:]|, (?=mais|et|alors|tandis)", words)
    things = query.inside().terms
    return any(
        _GONE.search(fold(clause)) and coverage(things, frozenset(tokens(clause))) >= OF_THING for clause in clauses
    )


def another_number(query: Query, words: str) -> bool:
    """Tell words that give another number or year of the same thing than the question, or that deny its own."""
    plain = fold(words)
    asked_year, told_year = _YEAR_ASKED.search(query.folded), _PUT_OFF.search(plain)
    if asked_year and told_year and asked_year["year"] < told_year["year"]:
        return True
    if _SEVERAL.search(query.folded) and _ONE_ONLY.search(plain):
        return True
    return _counts_otherwise(query, words) or _part_of_all(query, words) or _dated_otherwise(query, plain)


def _dated_otherwise(query: Query, plain: str) -> bool:
    told = dict((noun, number) for number, noun in _NUMBER.findall(plain))
    for number, noun in _NUMBER.findall(_HOUR_ASKED.sub(" ", query.folded)):
        if re.search(rf"\b(?:non|pas|plutot qu\w*|au lieu d\w*) (?:a |le |les |de |en )?{number}\b", plain):
            return True
        if told.get(noun, number) != number and not re.search(rf"\b{number}\b", plain):
            return True
    return False


def _counts_otherwise(query: Query, words: str) -> bool:
    """Tell words that count the same thing by another number: « trois compagnies sur quatre » of « les quatre »."""
    told = find_quantities(words)
    for one in find_quantities(query.text):
        same = [other for other in told if one.value is not None and _of_same(one, other)]
        values = {other.value for other in same if not other.base}
        if values and None not in values and not any(_is_so(query, one, value) for value in values):
            return True
    return False


def _is_so(query: Query, asked: Quantity, value: int | None) -> bool:
    """Tell a number that is as a question asks: « plus de 50 », « moins de 50 », « 50 »."""
    if asked.value is None or value is None:
        return True
    bound = _bound(query, asked)
    if bound == "least":
        return value >= asked.value
    return value <= asked.value if bound == "most" else value == asked.value


def _bound(query: Query, asked: Quantity) -> str:
    """Tell whether a question asks for a number at least, or at most; empty when it asks for the number itself."""
    told = _BOUND.search(fold(query.text[: asked.start]))
    return (told.lastgroup or "") if told else ""


def untold_number(query: Query, words: str) -> bool:
    """Tell words that number none of what a question asks whether there are so many, more or less of."""
    told = find_quantities(words)
    for one in find_quantities(query.text):
        if _bound(query, one) and one.noun and not one.measure:
            return not any(_of_same(one, other) for other in told)
        if one.value is not None and one.value >= MANY and one.noun and not one.measure:
            return all(one.value != other.value for other in told)
    return False


def _of_same(one: Quantity, other: Quantity) -> bool:
    if one.measure or other.measure not in ("", "share"):
        return False
    return bool(one.noun and other.noun) and one.noun[0].rstrip("s") == other.noun[0].rstrip("s")


def _part_of_all(query: Query, words: str) -> bool:
    """Tell words that count fewer of what all is asked: « 14 lauréates, 6 réalisées »."""
    if not _ALL.search(query.folded):
        return False
    asked = {stem for term in query.terms for stem in term.alternatives[0][0]}
    values = [one.value for one in find_quantities(words) if one.value is not None and one.noun_stems & asked]
    return len(values) > 1 and min(values) < max(values)
