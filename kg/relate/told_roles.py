"""Functions that a label or a verb states: « Trésorier : M. Vial », « Claire Petit est élue présidente de X »."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus import Span
from kg.extract.labels import part_of_label
from kg.extract.source import Source, Unit
from kg.lexicon.trades import tells_function
from kg.regex import regex
from kg.relate.events import session_at
from kg.types import Event, Mention, Provenance, Role

_BECOMES = regex(
    r"\s*(?:,[^,.;:()|«»]{3,60},)?\s*,?\s*(?:qui\s+)?(?:est|a été|fut|était|devient|est devenue?|reste|est restée?)\s+"
    r"(?:(?:ré)?élue?\s+|nommée?\s+|désignée?\s+|à l'unanimité\s+|depuis [^,.;:]{2,16}?\s(?=l[ae]\s|l'|\w)|"
    r"également\s+|aussi\s+|comme\s+|la\s+|le\s+|l'|notre\s+)*"
)
#: « réélu Claire Petit trésorière », « désigne M. Vial comme secrétaire ».
_NAMES_TO = regex(
    r"\b(?:désign|nomm|élit|élu|réélu|réélit|recondui)\w*\s+(?:(?:M|Mme|Dr)\.?\s+|Monsieur\s+|Madame\s+)?$"
)
_HEADS = regex(r"\s*,\s(à la tête d(?:e la |e l'|es |u |e |')[^.,;:()«»|]{3,70})(?=[.,;:)]|$)")
_HEADED = regex(
    r"((?:à la tête|aux commandes|aux manettes) d(?:e la |e l'|es |u |e |')[^.,;:()«»|]{3,70}),\s(?:(?:M|Mme)\.?\s)?$"
    r"|(?:,\s(?:que|qu')\s?)((?:co)?(?:préside|dirige|pilote|coordonne|anime)(?: aussi| également)?)"
    r"\s(?:(?:M|Mme)\.?\s)?$"
)
#: What one keeps or runs: a shop, an inn, a small house of the public.
_KEPT = (
    r"(?:librairie|épicerie|café|boutique|auberge|bar|boulangerie|restaurant|pharmacie|kiosque|ferme|gîte|hôtel|magasin|"
    r"commerce|atelier|dispensaire|bistrot|mercerie|buvette|brasserie|cantine|quincaillerie|garage|moulin|pension|gare|"
    r"musée|médiathèque|bibliothèque|camping|refuge|cabinet|galerie|blog|librairie-café)\b"
)
_LEADS = regex(
    r"\s*,?\s*(?:(?:et\s+)?qui\s+)?((?:(?:co-?)?(?:dirige|préside|coordonne|pilote|représente)\s+(?:aussi\s+|également\s+)?"
    r"(?:la |le |les |l'|un |une |son |sa |(?=[A-ZÀ-Ý]))|a la (?:charge|responsabilité) d(?:e la |e l'|u |es )|"
    rf"(?:tient|gère|administre|exploite)\s+(?:la |le |l'|une? )(?={_KEPT}))[^.,;:«»()|]{{3,90}})"
)
_FARTHEST = 160
_UNDER = "chapeau-function/1"
#: A function that opens a paragraph and ends with a comma and a pronoun, or a full stop.
_CHAPEAU = regex(r"[*_\s]*([A-ZÀ-Ý][^.,;:()|«»*]{4,90})(?:,\s(?:elle|il)\s|\.)")
_LABEL = "label-function/1"
_TITLE = r"\s*:\s*\**\s*(?:(?:M|Mme|Mlle|Dr|Pr|Me)\.?\s+|Monsieur\s+|Madame\s+|(?:le|la)\s+)*$"
#: A label right before a name: at the beginning of a line or a sentence, in a bracket, after a dash.
_BEFORE = regex(rf"(?:^|[.;(|•*]\s*|\s[–—-]\s+)([^\W\d_][^:.;()|«»?!*\n]{{2,70}}?){_TITLE}")
#: The name of a work as a label; a second person follows « et » or a comma.
_WORK = regex(
    r"(?:^|[.;(|•*]\s*|\s[–—-]\s+)((?:[Cc]o-?)?(?:[Aa]nimation|[Mm]odération|[Ff]acilitation|[Cc]oordination|"
    r"[Rr]édaction|[Rr]apporteu(?:rs?|r?e|se)s?|[Ii]nterprétation|[Tt]raduction|[Pp]rise de notes|"
    r"[Ii]llustrations?|[Pp]hotographies?)"
    r"(?: (?:générale|et [a-zà-ÿ]{5,14}|d[eu]s? (?:la |l')?[a-zà-ÿ]{4,14}))?)\s*:\s*\**\s*"
    r"(?:(?:M\.|Mme|Dr|Pr)\s+)?(?:[A-ZÀ-Ý][\w'’.-]+(?:\s[A-ZÀ-Ý][\w'’.-]+){1,3}(?:\s\([^()]*\))?\s*(?:,|et)\s+)*$"
)
_END = regex(r"[.;:«»()|]|,\s|\s(?:et|depuis|par|avec|pour|à l'unanimité|lors|en \d|qui|dont|où)\b")


def told_roles(
    source: Source, people: Sequence[Mention], bodies: Sequence[Mention], events: Sequence[Event]
) -> Iterator[Role]:
    """Yield the functions that label lines and verbs state, with the body inside them."""
    for unit in source.units:
        inside = [person for person in people if unit.start <= person.span.start < unit.end]
        if not inside or unit.block.kind == "row":
            continue
        for person, span, rule in (*_of_labels(source, unit, inside), *_of_verbs(source, unit, inside)):
            yield role_of(source, (person, span, rule), bodies, events)


def role_of(
    source: Source, told: tuple[Mention, Span, str], bodies: Sequence[Mention], events: Sequence[Event]
) -> Role:
    """Make the role of a person out of the slice that tells it, with the first body named inside the slice."""
    person, span, rule = told
    named = [body.id for body in bodies if span.start <= body.span.start and body.span.end <= span.end]
    if not named and source.document.quote(span).split()[0].endswith(("préside", "dirige", "pilote")):
        named = [body.id for body in bodies if 0 < span.start - body.span.end <= 6]  # « le Fonds, que préside … »
    words = " ".join(source.document.quote(span).split())
    event = session_at(events, person.span.start)
    return Role(person.id, words, Provenance(span, rule), named[0] if named else None, event.mention if event else None)


def parts_told(source: Source, people: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    """Yield « Animation » and « Rédaction » for the people of such a label, who may be told by nothing else."""
    for unit in source.units:
        inside = [person for person in people if unit.start <= person.span.start < unit.end]
        if unit.block.kind == "row":
            continue
        for person in inside:
            before, begin = _before(unit, person)
            label = _WORK.search(before)
            if label:
                yield person, Span(source.document.id, begin + label.start(1), begin + label.end(1)), _LABEL


def _before(unit: Unit, person: Mention) -> tuple[str, int]:
    """Return the words before a name that may hold its label, and where they begin in the document.

    The first sign is no beginning of a line where the unit begins earlier.
    """
    at = person.span.start - unit.start
    begin = max(0, at - _FARTHEST)
    words = unit.text[begin:at]
    return f"#{words[1:]}" if begin else words, unit.start + begin


def presented_below(source: Source, people: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    """Read « Adjointe au maire de Lens, elle suit … » under a heading that names one person: it is theirs."""
    for heading, unit in pairwise(source.units):
        named = [p for p in people if heading.start <= p.span.start < heading.end]
        if heading.block.kind != "heading" or unit.block.kind != "paragraph" or len({p.name for p in named}) != 1:
            continue
        told = _CHAPEAU.match(unit.text)
        if told and tells_function(told[1]) and not any(unit.start <= p.span.start < unit.end for p in people):
            yield named[0], Span(source.document.id, unit.start + told.start(1), unit.start + told.end(1)), _UNDER


def _of_labels(source: Source, unit: Unit, people: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    """Read « Président : M. X » and « Secrétaire de séance : X »: the label is a function of the first person."""
    for person in people:
        before, start = _before(unit, person)
        label = _BEFORE.search(before) if ":" in before[-20:] else None
        if label is None or not tells_function(label[1]) or len(label[1].split()) > 8:
            continue
        if part_of_label(label[1]) in (None, "secretary"):
            begin = start + label.start(1)
            yield person, Span(source.document.id, begin, begin + len(label[1])), _LABEL


def _named_to(unit: Unit, person: Mention) -> re.Match[str] | None:
    """Return what stands between the name of somebody who is elected and their function."""
    at = person.span.start - unit.start
    if not _NAMES_TO.search(unit.text[max(0, at - 40) : at]):
        return None
    return re.compile(r"\s+(?:comme\s+|en qualité de\s+)?(?=[a-zà-ÿ])").match(unit.text, person.span.end - unit.start)


def _at_head(source: Source, unit: Unit, person: Mention) -> Iterator[tuple[Mention, Span, str]]:
    """Read « à la tête du Fonds, Claire Petit », « Claire Petit, à la tête du Fonds », « que préside Claire Petit »."""
    at = person.span.start - unit.start
    begin = max(0, at - _FARTHEST)
    before, after = unit.text[begin:at], _HEADS.match(unit.text, person.span.end - unit.start)
    headed = after or _HEADED.search(before)
    if headed:
        start = unit.start + (0 if after else begin)
        group = 1 if after or headed[1] else 2
        span = Span(source.document.id, start + headed.start(group), start + headed.end(group))
        yield person, span, "verb-function/1"


def _of_verbs(source: Source, unit: Unit, people: Sequence[Mention]) -> Iterator[tuple[Mention, Span, str]]:
    for person in people:
        at = person.span.end - unit.start
        leads = _LEADS.match(unit.text, at)
        if leads:
            begin, end = leads.start(1), leads.end(1)
            doc = source.doc(unit)
            stops = [
                int(token.idx)
                for token in doc or ()
                if begin + 10 < token.idx < end
                and "Fin" in token.morph.get("VerbForm", [])
                and token.pos_ in ("VERB", "AUX")
            ]
            words = unit.text[begin : min(stops, default=end)]
            words = re.sub(r"\s+(?:et|qui|se|ne|n'|a|l'|y|depuis)?$", "", words.rstrip())
            yield (
                person,
                Span(source.document.id, unit.start + begin, unit.start + begin + len(words)),
                "verb-function/1",
            )
            continue
        yield from _at_head(source, unit, person)
        becomes = _BECOMES.match(unit.text, at) or _named_to(unit, person)
        if becomes and tells_function(unit.text[becomes.end() : becomes.end() + 60]):
            stop = _END.search(unit.text, becomes.end() + 3)
            end = stop.start() if stop else len(unit.text)
            yield person, Span(source.document.id, unit.start + becomes.end(), unit.start + end), "verb-function/1"
