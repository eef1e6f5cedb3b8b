"""What the text tells of people beside their names: functions in apposition, parts in a meeting, offices taken."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.before_names import is_of_another
from kg.regex import regex
from kg.relate.quotations.people import is_human
from kg.relate.quotations.words import stems
from kg.types import Extraction, Mention, MentionId

#: « l'éclusière », « son représentant, » just before a name; « , libraire à Lens, », « devient présidente » after it.
_BEFORE_NAME = regex(
    r"(?:\b[Ll][ea] |\b[Ll]'|\b[Ss](?:on|a) |\b[Uu]ne? )(?P<function>[a-zà-ÿ][\w'-]+"
    r"(?: (?!et\b|a\b|est\b)[\w'-]+){0,6}),? "
    r"(?:M\. |Mme |Dr )?$"
)
#: « Le secrétaire, Le maire, » on the line above names that sign side by side.
_SIGNATURES = regex(r"^(?:L[ea] |L')[^\n]+,?\s(?:L[ea] |L')[^\n,]+,?\n(?:M\. |Mme )?$", re.MULTILINE)
#: « sous la présidence de », « animée par », « Rapporteur : » just before a name: a part in the meeting.
_PART = regex(
    r"(?:(?P<chair>[Pp]résidence(?: de| :))|(?:\b(?P<body>[a-zà-ÿ]+),? )?(?P<chaired>\b[Pp]résidée? par)|"
    r"(?P<host>\b[Aa]nimée? par|\b[Mm]odérée? par|\b[Aa]nimation :|\b[Mm]odération :)|"
    r"\b(?P<named>[Rr]apporteu(?:re?|se)|[Mm]odérat(?:eur|rice)|[Aa]nimat(?:eur|rice)|[Pp]résidente?|[Ss]ecrétaire) :)"
    r"\s*(?:M\. |Mme |Mlle |Monsieur |Madame )?(?:l[ea] [a-zà-ÿ-]+ |l'[a-zà-ÿ-]+ )?$"
)
#: « a désigné Ada Blanc secrétaire »: who takes an office.
_TAKES = regex(r"\b(?:désign|élu|élit|nomm|choisi)\w*\s(?:M\. |Mme )?$")
#: How many characters before a name that verb and a civility take at most, and what stands for one space.
_VERB = 40
_SPACE = regex(r"[\s*]")
_TAKEN = regex(r" (?:comme )?(?P<function>[a-zà-ÿ][\w'-]+(?: (?:du|de la|de l'|des) \w+)?)")
#: « Présidé par Ada Blanc, le jury … » · « Ada Blanc (port de Lens) »: of which body.
_BODY_AFTER = regex(r", (?:l[ea] |l')(?P<body>[a-zà-ÿ]{3,})")
_BESIDE = regex(r" ?\((?P<of>[a-zà-ÿ][\w'-]+(?: [\w'-]+){1,6})\)")
#: « Ada Blanc (Lens) », on a list of those who came.
_TOWN = regex(r" ?\((?P<of>[A-ZÀ-Ý][\w' -]+)\)")
#: « Ada Blanc, adjointe aux sports, expose le dossier »: she is the rapporteur of that point.
_REPORTS = regex(
    r"(?:, ?[^,.;\n]{2,70}){0,2},? (?:expose|présente|rapporte|introduit) (?:le |la |ce |cette |l')"
    r"(?:dossier|rapport|délibération|point|projet|question|affaire)"
)
#: « Ada Blanc, maire de Lens (Belgique) », « …, au Togo, »: the country of whom it is told.
_COUNTRY = regex(r"[^.;\n]{0,90}?(?: \(|, (?:en|au|aux) )(?P<of>[A-ZÀ-Ý][\w-]{3,})[),.]")
PARTS = {"chair": "président", "chaired": "président", "host": "animateur, modérateur", "named": ""}
_AFTER_NAME = regex(
    r" ?(?:\((?P<held>[a-zà-ÿ][^()]{2,60})\)|, (?:l[ea] |l'|une? )?"
    r"(?P<apposed>[a-zà-ÿ][\w'-]+(?: [\w'-]+){0,7})(?=[,.;:)\n])|"
    r" ?(?:devient|est élue?|a été élue?|est nommée?|a été nommée?|sera) (?P<made>[a-zà-ÿ][\w'-]+))"
)


@dataclass
class Told:
    """What the text tells beside names: functions by person, parts by place, offices newly taken."""

    functions: dict[str, list[tuple[str, str]]]
    parts: list[tuple[int, str, str]]
    newly: set[tuple[str, str]]


def appositions(extraction: Extraction, key: Callable[[MentionId], str], finite: Callable[[int, int], bool]) -> Told:
    """The functions that the text puts beside a name: « l'éclusière Ada Blanc », « Ada Blanc, libraire ».

    `finite` tells whether a slice holds a finite verb.
    """
    text = _SPACE.sub(" ", extraction.document.text).replace("’", "'")
    told_here = Told(defaultdict(list), [], set())
    found = told_here.functions
    people = sorted(m for m in extraction.mentions if m.kind == "person")
    for mention in people:
        before = _BEFORE_NAME.search(text, max(0, mention.span.start - 70), mention.span.start)
        if before and _is_apart(extraction.document.text, before, finite):
            before = None
        part = _PART.search(text, max(0, mention.span.start - 40), mention.span.start)
        if part:
            found[key(mention.id)].append(told := _part(text, part, mention.span.end))
            told_here.parts += [(mention.span.start, stem, key(mention.id)) for stem in stems(told[0])]
        takes = _TAKES.search(text, max(0, mention.span.start - _VERB), mention.span.start)
        taken = _TAKEN.match(text, mention.span.end) if takes else None
        if taken and is_human(taken["function"]):
            found[key(mention.id)].append((taken["function"], ""))
            told_here.newly.add((key(mention.id), stems(taken["function"])[0]))
        after = _AFTER_NAME.match(text, mention.span.end, min(len(text), mention.span.end + 90))
        for function in filter(
            None, (before and before["function"], after and (after["apposed"] or after["made"] or after["held"]))
        ):
            if is_human(function) and not any(other.name in function for other in people):
                found[key(mention.id)].append((function.strip(), ""))
        if after and after["made"] and is_human(after["made"]):
            told_here.newly.add((key(mention.id), stems(after["made"])[0]))
    towns = frozenset(m.span.start for m in extraction.mentions if m.kind == "place")
    _beside(text, people, told_here, key, towns)
    return told_here


def _is_apart(text: str, before: re.Match[str], finite: Callable[[int, int], bool]) -> bool:
    """Tell a function before a name that is another's: one who signs beside, or the subject of a verb."""
    return bool(
        _SIGNATURES.search(text, max(0, before.end() - 90), before.end())
        or finite(before.start("function"), before.end())
        or is_of_another(text[max(0, before.start() - 20) : before.end()])
    )


def _part(text: str, part: re.Match[str], end: int) -> tuple[str, str]:
    """The part in a meeting that stands before a name, and of what: « Présidé par Ada Blanc, le jury … »."""
    told = next(held or part[name] for name, held in PARTS.items() if part[name])
    over = _BODY_AFTER.match(text, end) if part["chaired"] and not part["body"] else None
    return told, part["body"] or (over["body"] if over else "")


def _beside(
    text: str, people: list[Mention], told: Told, key: Callable[[MentionId], str], towns: frozenset[int]
) -> None:
    """« Ada Blanc (port de Lens) », « Ada Blanc (Lens) »: of which body or town, in brackets."""
    for mention in people:
        if _REPORTS.match(text, mention.span.end):
            told.parts.append((mention.span.start, "rapporteur", key(mention.id)))
        beside = _BESIDE.match(text, mention.span.end)
        if beside and not is_human(beside["of"]):
            told.functions[key(mention.id)].append(("", beside["of"]))
        town = _TOWN.match(text, mention.span.end)
        if town and town.start("of") in towns:
            told.functions[key(mention.id)].append(("", town["of"]))
        country = _COUNTRY.match(text, mention.span.end)
        crossed = country and any(mention.span.end <= m.span.start < country.end() for m in people)
        if country and not crossed:
            told.functions[key(mention.id)].append(("", country["of"]))
    told.parts.sort()
