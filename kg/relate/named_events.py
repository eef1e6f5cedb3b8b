"""The events that running text names: « la COP21 », « le festival X », « les Rencontres de la lecture »."""

import re
from collections.abc import Iterator, Sequence

from corpus import find_dates
from kg.extract.source import Source
from kg.extract.spans_taken import TakenSpans
from kg.lexicon.folding import fold
from kg.lexicon.functions import FUNCTIONS
from kg.regex import regex
from kg.relate.dated_meetings import dated_meetings, day_in
from kg.types import Event, Mention, Provenance

#: A meeting named by common words, its kind in capitals inside a sentence: « les Rencontres de la lecture publique ».
_TITLED = regex(
    r"(?<=[a-zé,'’] )((?:Rencontres|Assises|États généraux|Etats généraux|Journées?|Festival|Salon|Biennale|"
    r"Semaine|Quinzaine|Foire|Fêtes?|Nuits?|Carnaval|Trophées|Estivales|Universités?|Forum|Congrès)"
    r"(?: (?:d'été|d'automne|nationales?|européennes?|régionales?|internationales?))? (?:de la |de l'|du |des |"
    r"de |d')[a-zéèêàçœ]{4,}(?: [a-zéèêàçœ]{2,}(?:le|que|ive|aire|ique|ale|ère|[oae]nne|euse|[ae]nte|ée|ées|es)\b)?)"
)


_COP = regex(r"\bCOP ?\d{1,2}\b")


_NAMED = regex(
    r"\b(?:[Ll][ae]s?|[Ll]'|[Dd]u|[Aa]u|[Dd]es|[Aa]ux)?\s*((?:[Cc]onférence|[Ff]estival|[Ss]ommet|[Ff]orum|"
    r"[Ss]alon|[Cc]ongrès|[Aa]ssises|[Bb]iennale|[Rr]encontres)\s+(?:(?:mondiale?|international|internationale|"
    r"européenne?|"
    r"nationale?|annuelle?|régionale?|de|des|du|de la|d')\s*){0,3}[A-ZÀ-Ý0-9][\w'’-]*(?:(?:\s(?:de|du|des|la|et|"
    r"d')){0,2}\s(?:[A-ZÀ-Ý][\w'’-]*|[IVX]+\b|\d{1,4}\b)){0,4}"
    r"(?:\s(?:du|des|de la|en)\s[a-zà-ÿ]{3,}(?=[.,;:)|]|\s(?:a|est|et|qui|ouvre|commence)\b|$))?)"
)


def named_events(source: Source, known: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Yield the events that running text names: « la COP21 », « la conférence Habitat III », « le festival X »."""
    bodies = TakenSpans(
        (m.span.start, m.span.end) for m in known if m.kind == "organisation" or m.rule.startswith("venue")
    )
    whole = [m for m in known if m.kind == "organisation"]
    people = TakenSpans((m.span.start, m.span.end) for m in known if m.kind == "person")
    yield from dated_meetings(source, known)
    for unit in source.units:
        if unit.block.kind in ("row", "heading"):
            continue
        for pattern in (_COP, _NAMED, _TITLED):
            for match in pattern.finditer(unit.text):
                group = 1 if pattern.groups else 0
                start, end = unit.start + match.start(group), unit.start + match.end(group)
                end = max([end, *(b.span.end for b in whole if start < b.span.start < end and b.span.end < end + 80)])
                name = " ".join(source.document.text[start:end].split())
                free = not bodies.overlaps(start, start + 1) and not people.overlaps(start, end)
                if free and not _is_of_function(unit.text[max(0, match.start(group) - 40) : match.start(group)]):
                    yield start, end, name[:1].upper() + name[1:]


def _is_of_function(before: str) -> bool:
    """Tell « directrice du » before a festival: it employs people, nobody says that it took place."""
    words = before.split()
    if re.search(r"\bdans le cadre d\w+\s*$", before):
        return False
    return len(words) >= 2 and fold(words[-1]) in ("du", "de", "des", "au") and fold(words[-2]) in FUNCTIONS


def named_event(source: Source, mention: Mention, known: Sequence[Mention]) -> Event:
    """Return an event that is only named, with the year and the place that stand right after its name."""
    after = source.document.text[mention.span.end : mention.span.end + 80].split(".")[0]
    written = " ".join(source.document.quote(mention.span).split())
    named = find_dates(written)
    year = re.search(r"\b(?:en|de)\s+((?:19|20)\d{2})\b", after)
    month = named or find_dates(after)
    near = [m for m in known if m.kind == "place" and 0 <= m.span.start - mention.span.end < 40]
    held = near and re.search(
        r"(?:,|eu lieu|tenue?|organisée?)?\s*(?:à|au|en)\s*$",
        source.document.text[mention.span.end : near[0].span.start],
    )
    return Event(
        mention.id, "event", mention.name, Provenance(mention.span, "named-event/1"),
        start=month[0].first if month else year[1] if year else day_in(written, source.document.date),
        place=near[0].name if held else None, place_mention=near[0].id if held else None,
    )  # fmt: skip
