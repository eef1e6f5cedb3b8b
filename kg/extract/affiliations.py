"""The words that say who a person is: functions after or before the name, « de la Mairie de … », a table's cells."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Span
from kg.extract.before_names import before_name, first_verb
from kg.extract.listed import placed_people
from kg.extract.name_lists import Place, Placed
from kg.extract.source import Source, Unit
from kg.extract.tables import table_rows
from kg.lexicon.bodies import BODIES
from kg.lexicon.body_slots import NAMED_KINDS
from kg.lexicon.folding import fold
from kg.lexicon.places import area_kind
from kg.lexicon.trades import is_trade, tells_function, unabbreviated
from kg.lexicon.words import NOT_IN_NAMES
from kg.regex import regex
from kg.types import Mention

_STOP = regex(
    r"\b(?:MM?|Mmes?|Mlles?|Dr|Pr)\b\.?(?=\s)|\b(?:Monsieur|Messieurs|Madame|Mesdames|Maître|Docteur)\b|\sou son repr|"
    r"\sd['’](?:avoir|être)\b|[|:;«»“”\"]|[.!?](?=\s|$)|\s[–—]\s|\((?!e\)|s\)|trice\)|[A-ZÀ-Ý][\w&.-]{1,12}\))"
)
_OF_BODY = regex(
    r",?\s*(?:de la |de l'|du |des |de |d'|à la |à l'|au |pour la |pour le |chez )(?=[A-ZÀ-Ý]|ville|mairie|"
    r"métropole|région|conseil|communauté|réseau|service|direction|bureau|cabinet|pôle|mission)"
)
_COMMA_BODY = regex(r",\s*(?:de l'|de la |du )?(?P<body>[a-zà-ÿ][\w'-]+\s[^,.;:()|«»]{2,70})(?=[,.;:()|]|$)")
_INSIDE = regex(r"\s?\(([A-ZÀ-Ýa-zà-ÿ][^(),;:]{1,70})(?:,\s*([A-ZÀ-Ý][^(),;:]{2,30}))?\)")
#: « Office 64 », no « Atelier 2 ».
_BRANCH = regex(r"[A-ZÀ-Ý][\w'-]+ \d{1,3}")
#: « Zoé Lambert (ZL) directrice de la MJC – », « Zoé Lambert (ZL) les Amis du quai ; »: who stands behind initials.
_INITIALLED = regex(
    r"\s?\((?P<initials>[A-ZÀ-Ý]{2,4})\)\s(?P<rest>[^\W\d_][^—–;|()\n.:]{1,80}?)(?=\s*(?:[—–;|]|$|,\s|\.(?:\s|$)))"
)
_NOISE = regex(
    r"\s*\((?:[^()]*\b)?(?:anim|mod[ée]r|facilit|excus|absent|présent|à distance|en visio)[^()]*\)\s*$", re.IGNORECASE
)
_SPLIT = regex(r"(?:\s*[,;/]\s*(?:et\s+)?|\s+et\s+)(?=(\S+(?:\s+\S+)?))")
_FOLLOWED = regex(r"\s*,\s*")
#: What opens an apposition: a comma, a bracket or a dash; ages and kin; « devenue », « alors »; an article.
_APPOSED = regex(
    r"\s*(?:,|(?P<bracket>\()|(?P<dash>\s[–—]\s))\s*"
    r"(?:(?:\d{1,3} ans|(?:(?:son|sa|leur|la|le|une?)\s)?"
    r"(?:p[èeé]re|m[èeé]re|fils|fille|fr[èeé]re|sœur|mari|femme|veuve|veuf|épou(?:x|se)|native?|"
    r"originaire|née?|arrivée?|installée?|venue?|habitante? d)\b[^,.;:()|«»]{0,60}|"
    r"elle|lui|(?:elle|lui)(?: aussi|-même))\s*,\s*)*"
    r"(?:(?:alors|aujourd'hui|désormais|actuel(?:le|lement)?|longtemps|autrefois|naguère|jadis|toujours|également|aussi|"
    r"par ailleurs|(?:re)?devenue?|(?:ré)?élue?(?!\sd(?:[eu]|es)?\b)|nommée?|"
    r"désignée?|elle-même|lui-même|comme|en tant que)\s+)*"
    r"(?:(?P<article>(?:l[ae]\s|l'))|(?:son|sa|notre|leur|votre|mon|ma|une?)\s)?"
)
#: A name after a name, in a list whose items a semicolon parts.
_BESIDE = regex(
    r"\s*,\s*((?:L[ea]s? |L')?[A-ZÀ-Ý][\w'-]+(?:\s(?:[A-ZÀ-Ý&\d][\w'-]*|d[eu]s?|de la|de l'\w+|la|les?|en|et|"
    r"à|aux?|sans|pour|d'\w+|[a-zà-ÿ]{3,12})){0,6}?)\s*(?:;|\||$|\()"
)
_AMONG = regex(r"(?:;\s*|[:|]\s*|^|(?:[Aa]vec|[?.!])\s+)(?:(?:M|Mme|Dr)\.?\s)?$")
_ENUMERATED = regex(r"\s*,?\s*(?:et\s+)?(?:l[ea]\s|l'|d[eu]s?\s|du\s)(?P<rest>[^,.;]*)")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person and the slice that says their function or body; `place` tells where it stands."""

    person: Mention
    span: Span
    place: Place


def affiliations(source: Source, people: Sequence[Mention]) -> list[Affiliation]:
    """Return every slice that says who a person is: lists, labels and headings first, then tables, then prose."""
    named = sorted((person.span.start, person.name) for person in people if person.kind == "person")
    starts = [start for start, _ in named]
    found = [
        Affiliation(placed.mention, span, placed.place)
        for placed in placed_people(source)
        if placed.place != "caption"
        for span in _whole(source, _until_next(placed, named))
    ]
    for row in table_rows(source):
        found += [Affiliation(row.placed.mention, span, "row") for span in (row.function, row.body) if span]
    done = {affiliation.person.span.start for affiliation in found}
    for person in people:
        if person.kind == "person" and person.span.start not in done:
            following = bisect_right(starts, person.span.start)
            found += _in_prose(
                source, person, starts[following] if following < len(starts) else len(source.document.text)
            )
    return found


def _until_next(placed: Placed, named: Sequence[tuple[int, str]]) -> Span:
    """Stop at the next person: what follows a name in a list says nothing of the one before."""
    after, at = placed.after, bisect_right(named, (placed.after.start, ""))
    others = (start for start, name in named[at : at + 4] if name != placed.mention.name)
    return Span(after.document_id, after.start, min(after.end, next(others, after.end)))


#: « ZL) directrice », after « Zoé Lambert ( ».
_INITIALS = regex(r"[A-ZÀ-Ý]{2,4}\)\s+(?=[^\W\d_])")


def _whole(source: Source, after: Span) -> Iterator[Span]:
    """Trim the words after a name in a list: separators before, remarks in brackets behind."""
    text = source.document.quote(after)
    text = unabbreviated(_NOISE.sub("", text))
    lead = re.match(r"[\s,;:(–—\-]*", text)
    start = lead.end() if lead else 0
    if letters := _INITIALS.match(text, start) if text[:start].rstrip().endswith("(") else None:
        start, text = letters.end(), re.split(r"\s[–—]\s", text)[0]
    words = text[start:].rstrip(" ,;.\n\xa0")
    if text[:start].strip().endswith("(") and words.endswith(")"):
        words = words[:-1]
    words = re.split(
        r"\s*;|\s/\s|\s=\s|,\s(?:qui|dont|où)\s|\sou (?:son|sa) représentant|,?\s(?=(?:MM?|Mmes?)\.?\s[A-ZÀ-Ý])", words
    )[0]
    words = re.sub(r"(?:[,\s]+(?:et|puis|avec|MM?\.?|Mmes?|Mlles?|Mesdames|Messieurs|Madame|Monsieur))+$", "", words)
    words = words.rstrip(" ,")
    close = words.find(")") if "(" in text[:start] else -1
    initials = words[close + 1 :].startswith(",") and not tells_function(
        source.document.quote(after)[start : start + close]
    )
    if close > 0 and "(" not in words[:close] and not initials:
        words = words[:close]
    for cut in re.finditer(r"\n|[.!?]\s", words):
        if len(words) > 200 or words[cut.start()] != "\n":
            words = words[: cut.start()]
            break
    if words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1]
    if any(char.isalpha() for char in words):
        yield Span(after.document_id, after.start + start, after.start + start + len(words))


def _inside_bracket(words: str) -> str:
    """Stop at a bracket that these words do not open: « (CD, adjointe) »."""
    close = words.find(")")
    return words[:close] if close > 0 and "(" not in words[:close] else words


def _in_prose(source: Source, person: Mention, following: int) -> Iterator[Affiliation]:
    unit = source.unit_at(person.span.start)
    if unit is None:
        return
    if bracket := _bracket(unit, person) or _behind_initials(unit, person):
        yield Affiliation(person, bracket, "list")
        return
    if body := _listed_body(unit, person, following):
        yield Affiliation(person, body, "list")
        return
    after = _after_name(source, unit, person, following)
    if after:
        yield Affiliation(person, after, "prose")
    before = before_name(source, unit, person)
    told = after is not None and tells_function(source.document.quote(after))
    if before and not (told and "," in source.document.text[before.end : person.span.start]):
        yield Affiliation(person, before, "prose")


def _bracket(unit: Unit, person: Mention) -> Span | None:
    """Read « Zoé Lambert (Radio Margelle) »: the body or the town of a person, no initials, no country."""
    inside = _INSIDE.match(unit.text, person.span.end - unit.start)
    words = inside[1].strip() if inside else ""
    if inside is None or tells_function(words):
        return None
    if any(char.isdigit() for char in words) and not (_BRANCH.fullmatch(words) and _head(words) not in NOT_IN_NAMES):
        return None
    if inside[2] and area_kind(inside[2].strip()) != "country":  # « (Lens, Belgique) », not « (Lens, Cigale) »
        return None
    initials = "".join(word[0] for word in re.split(r"[\s'-]+", person.name) if word)
    if (words.isupper() and len(words) <= 5 and fold(words[0]) == fold(initials[:1])) or not begins_like_body(words):
        return None
    start = person.span.end + (inside[0].index("(") + 1 if inside else 0)
    return Span(person.span.document_id, start, start + len(words))


def _behind_initials(unit: Unit, person: Mention) -> Span | None:
    """Read « Zoé Lambert (ZL) directrice de la MJC – Paul Vial (PV) Cigale – … »: a list with initials, no comma."""
    told = _INITIALLED.match(unit.text, person.span.end - unit.start)
    if told is None:
        return None
    letters = "".join(word[0] for word in re.split(r"[\s'-]+", person.name) if word[0].isupper())
    words = re.sub(r"^l[ae]s?\s", "", told["rest"])
    named = begins_like_body(words) and _head(words) not in NOT_IN_NAMES
    if fold(told["initials"]) != fold(letters) or not (tells_function(words) or named):
        return None
    return Span(person.span.document_id, unit.start + told.end("rest") - len(words), unit.start + told.end("rest"))


def _listed_body(unit: Unit, person: Mention, following: int) -> Span | None:
    """Read « ; Zoé Lambert, Les Amis du quai ; Paul Vial, … »: the body of one among several, with nothing else."""
    at = person.span.end - unit.start
    body = _BESIDE.match(unit.text, at)
    if body is None or unit.start + body.end(1) > following:
        return None
    if not body[0].endswith(";") and not _AMONG.search(unit.text[: person.span.start - unit.start]):
        return None
    words = body[1]
    if tells_function(words) or area_kind(words) is not None or _head(words) in NOT_IN_NAMES:
        return None
    return Span(person.span.document_id, unit.start + body.start(1), unit.start + body.end(1))


def _head(words: str) -> str:
    """Return the first word of a name, its article apart, folded."""
    return fold(re.sub(r"^(?:L[ea]s? |L')", "", words).split()[0])


def begins_like_body(words: str) -> bool:
    """Tell words that may name a body or a town: a capital or a kind of body begins them, and no country is meant."""
    first = fold(words.split()[0])
    if first in NOT_IN_NAMES and " " not in words:
        return False
    return (words[:1].isupper() or first in BODIES) and area_kind(words) not in (
        "country",
        "area",
        "region",
        "department",
    )


def _after_name(source: Source, unit: Unit, person: Mention, following: int) -> Span | None:
    at = person.span.end - unit.start
    apposed = _APPOSED.match(unit.text, at)
    if apposed and tells_function(re.split(r"[,|]", unit.text[apposed.end() : at + 320])[0]):
        begin = apposed.end()
    elif of := _OF_BODY.match(unit.text, at):
        apposed, begin = None, of.end() - len(of[0].lstrip(", "))
    elif beside := _COMMA_BODY.match(unit.text, at):
        if not _is_body_beside(beside["body"]):
            return None
        apposed, begin = None, beside.start("body")
    else:
        return None
    end = _phrase_end(source, unit, begin)
    if apposed and apposed["bracket"] and 0 <= (close := unit.text.find(")", begin)) < end:
        end = close
    end = min(end, following - unit.start)
    words = re.sub(r"[\s,]*(?:\bet\b)?[\s,]*(?:\b(?:M|MM|Mmes?|Mlle|Dr|Pr)\.?)?\s*$", "", unit.text[begin:end])
    words = _inside_bracket(words)
    end = begin + len(words)
    if apposed and apposed["dash"] and unit.text[end:].lstrip()[:1] == ":":
        return None  # a second label stands on the line
    if apposed and apposed["article"] and not _is_closed(unit.text, end, following - unit.start):
        return None
    return Span(person.span.document_id, unit.start + begin, unit.start + end) if end > begin else None


def _is_body_beside(words: str) -> bool:
    """Tell « université de Lens », « cabinet Sillage » after a comma: a kind of body, and soon a name."""
    found = words.split()
    named = any(word[:1].isupper() or (word[:2] in ("d'", "l'") and word[2:3].isupper()) for word in found[1:6])
    return len(found) > 1 and named and fold(found[0]) in BODIES | NAMED_KINDS


def _is_closed(text: str, end: int, following: int) -> bool:
    """Tell « Claire Petit, la maire, » from « selon Claire Petit, la maire refuse » and from a list of functions."""
    rest = text[end:].lstrip()
    listed = _ENUMERATED.match(text, end)
    if listed and tells_function(listed["rest"]):
        return False
    return (not rest or rest[0] in ",.;:)|»–—") and not (rest[:1] == "," and following - end <= 3)


def _phrase_end(source: Source, unit: Unit, begin: int) -> int:
    """Return where a function phrase ends: at a stop, a finite verb, or a comma that begins something else."""
    limit = min(len(unit.text), begin + 300)
    stop = _STOP.search(unabbreviated(unit.text[begin:limit]))
    limit = begin + stop.start() if stop else limit
    verb = first_verb(source.doc(unit), begin, limit)
    limit = min(limit, verb)
    for comma in _FOLLOWED.finditer(unit.text, begin, limit):
        rest = unit.text[comma.end() : limit]
        goes_on = (
            tells_function(rest)
            or _is_body_beside(rest)
            or re.match(r"(?:et |en |au |aux |à )?(?:représentant|[A-ZÀ-Ý])", rest)
        )
        if not goes_on:
            limit = comma.start()
            break
    words = unit.text[begin:limit].rstrip(" ,")
    return begin + len(re.sub(r"\s+(?:et|qui|se|ne|n'|a|l'|s'|en|y)$", "", words).rstrip(" ,"))


def functions_of(text: str) -> list[tuple[int, int]]:
    """Cut a slice into functions, one for each function noun that begins a new one: « maire de X, président de Y »."""
    cuts = [0]
    for match in _SPLIT.finditer(text):
        pair = match[0].strip() == "et" and is_trade(text[cuts[-1] : match.start()])  # « potière et poète »
        if tells_function(match[1]) and not pair and not re.match(r"\(?e?\)?s?$", match[1]):
            cuts += [match.start(), match.end()]
    cuts.append(len(text))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=True))
    return [(start, end) for start, end in pairs if text[start:end].strip()]
