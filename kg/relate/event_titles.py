"""The title of an event that stands on another line than its kind: above it in capitals, under it in guillemets."""

import re
from itertools import pairwise

from corpus import Span, find_dates
from kg.extract.labels import lines
from kg.extract.source import Source
from kg.lexicon.folding import fold
from kg.regex import regex
from kg.relate.event_kinds import KIND, KINDS, LEAD

#: « Table ronde de chercheurs — Université de Lens, amphithéâtre Roux »: who meets, and where.
_WHO_WHERE = regex(
    rf"({KINDS})\s(?:de |d['’]|entre |avec )[a-zà-ÿ'’ ]{{3,40}}?(?:\s*(?:[–—,]\s*|\s[àa] l[ae'’]\s?)[^«»]*)?",
    re.IGNORECASE,
)


def under_title(source: Source, kind: str) -> str | None:
    """Return the kind with the title in capitals of the document, where the line of the kind only says who meets."""
    told, title = _WHO_WHERE.fullmatch(kind), " ".join(source.document.title.split())
    if told is None or not title.isupper() or KIND.search(title) or LEAD.match(title) or len(title) < 8:
        return None
    return f"{told[1][:1].upper()}{told[1][1:].lower()} {calm_title(title)}"


def calm_title(quoted: str) -> str:
    """Write a title in guillemets as a sentence when it is in capitals."""
    words = quoted.strip("«»“” \xa0")
    return f"« {words.capitalize() if words.isupper() else words} »"


def title_above(source: Source, span: Span) -> str | None:
    """Return the line in capitals that stands alone above the line of the kind, under the name of who publishes."""
    above = [unit for unit in source.units if unit.end <= span.start and unit.block.kind in ("heading", "paragraph")]
    words = " ".join(above[-1].text.split()) if len(above) > 1 else ""
    told = words.isupper() and 6 < len(words) < 80 and not find_dates(words) and not LEAD.match(words)
    told = told and not re.match(
        r"mairie|ville|commune|communaute|departement|association|region|metropole", fold(words)
    )
    return words.capitalize() if told else None


def line_under(source: Source, kind: str, span: Span) -> str | None:
    """Return the line in guillemets right under the line that says the kind of event."""
    unit = source.unit_at(span.start)
    found = [line for line in (lines(source, unit) if unit else ()) if line[0] >= span.start]
    for (start, end), under in pairwise(found[:4]):
        words = source.document.text[slice(*under)]
        told = fold(source.document.text[start:end]).strip(" :")
        if told.endswith(fold(kind)) and len(told) < len(kind) + 25 and words[:1] in "«“":
            return words
    return None


#: « Actes du séminaire national – Lens », « Synthèse de l'atelier du 5 février »: of what the document tells.
_TELLS_OF = regex(
    r"(?:^|\s[–—|-]\s)\W*(?:les )?(?:actes|synthèse|compte[- ]rendu|restitution|bilan|notes|retour sur|résumé|"
    r"relevé de conclusions)\s"
    rf"(?:du |de la |de l['’]|des )(?:(?:deux|trois|quatre|cinq|six|[2-9]) )?"
    rf"(?P<kind>(?:{KINDS})(?:\s(?:inter)?(?:nationa\w+|régiona\w+|départementa\w+|européen\w*|professionnel\w*|"
    r"communa\w+|annuel\w*))?)(?P<own>\s*(?::|[«“]|sur\b|consacré|"
    r"(?:de la|de l['’]|des|du|d['’])\s?(?!\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[a-zà-ÿA-ZÀ-Ý]))?",
    re.IGNORECASE,
)
_MASTHEAD = regex(
    r"(?:mairie|ville|communes?|communaute|departement|association|region|metropole|conseil|syndicat|union|alliance|"
    r"reseau|federation|ministere|universite|agence|fondation|centre|institut|observatoire|pays|parc|republique|comite|"
    r"pourquoi ce|contexte|objectif|introduction|rappel|programme|proces)"
)
_SHORTEST, _LONGEST = 2, 12


def acts_title(source: Source, title: str) -> str | None:
    """Return « Séminaire « Titre » » when a title that says no kind stands over « Actes du séminaire … », or before."""
    line = title
    told, over = _TELLS_OF.search(title), title
    if told:
        over = title[: told.start()]
    else:
        first = source.units[0] if source.units else None
        if first is None or first.block.kind != "heading" or " ".join(first.text.split()) != title:
            return None
        for unit in source.units[1:3]:
            line = next(
                (
                    words
                    for start, end in lines(source, unit)
                    if _TELLS_OF.search(words := source.document.text[start:end])
                ),
                "",
            )
            if line:
                break
        told = _TELLS_OF.search(line)
    words = over.strip(" :–—-«»*_")
    if told is None or told["own"] or not _SHORTEST <= len(words.split()) <= _LONGEST:
        return None
    if KIND.search(words) or LEAD.match(words) or find_dates(words) or _MASTHEAD.match(fold(words)):
        return None
    kind = " ".join(told["kind"].split())
    return f"{kind[:1].upper()}{kind[1:].lower()} {calm_title(words)}"
