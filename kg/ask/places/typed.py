"""Which town or country, by the best sentence that names one: the title above and the sentences beside it help."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from corpus import Passage, Span
from index import fold
from kg.ask.answers.proofs import overlap
from kg.ask.language.moments import Slice, moments
from kg.ask.library import Library
from kg.ask.question.kinds import UNTOLD, VERY_LIKE, bare_town, fit, is_continent, is_somebody
from kg.ask.question.nations import countries_beside, country_of, in_country
from kg.ask.question.query import Query
from kg.ask.question.sought import NAME, Sought
from kg.ask.search.things import Sentence
from kg.ask.sentences.standing import completes, standing
from kg.ask.sentences.typed import Typed, in_words, told
from kg.ask.times.births import is_of, names_born
from kg.lexicon.places import is_country
from kg.regex import regex
from kg.types import Entity

#: What a name is worth that only the words before it, or the country after it, tell to be a town's.
UNKNOWN = 0.9
_IN = regex(r"(?<![\w-])[ÀàAa]\s$")
_LED = regex(
    r"(?:(?<![\w-])(?:[ÀàAa]|avec|jumelée? (?:à|avec)|vers|[Cc]ommune de|[Vv]ille de|village de|mairie de|bourg de)\s"
    rf"|\bd['’])(?P<name>{NAME})"
    rf"|(?P<before>{NAME}) \((?=[A-ZÀ-Ý][^)\n]{{2,25}}\))"
)
#: « La halle de Lorville », where the question asks of the hall.
_OF_NOUN = regex(rf"(?<=[\w)]) (?:de |d['’]|du )(?P<name>{NAME})(?P<before>)")
_OWN_TOWN = regex(r"\b(?:[Ss]a|[Mm]a|[Nn]otre|[Ll]eur) (?:propre )?(?:ville|commune|village|bourg|cité|municipalité)\b")
_PRONOUN = regex(
    r"(?<!\bil )(?<!\bIl )\b[yY](?= (?:a|ont|avait|avaient|est|sont|fut|sera|\w{3,}(?:e|ent|ait|aient))\b)"
)
#: « Prochaines Assises : Lorville, mai 2024 ».
_LISTED = regex(rf"[:,–—(]\s*(?P<name>{NAME})(?P<before>)(?=\s*(?:[,.;()–—]|$))")


def by_town(
    query: Query, topic: Query, library: Library, asked: Sought, *, least: float
) -> list[tuple[Typed, Entity | None]]:
    """Return the towns or countries of the sentences that say at least this share (0..1) of a question, best first."""
    seen: dict[tuple[Span, Slice], Entity | None] = {}

    born = names_born(query)

    def find(sentence: Sentence, passage: Passage) -> Iterator[Slice]:
        if born and not is_of(library, sentence, born):
            return
        own = (*_own(library, asked, sentence), *_there(query, library, asked, (sentence, passage)))
        for one, entity in (*towns_in(query, library, asked, sentence), *own):
            seen[sentence.span, one] = entity
            yield one

    found = []
    for one in told(topic, library, find, least=least):
        entity = seen[one.sentence.span, one.slice]
        worth = standing(query, asked, one.sentence.words, one.slice) * (1.0 if entity else UNKNOWN)
        if asked.countries or asked.abroad:
            countries = country_of(library, entity) if entity else _countries(library, one.words)
            worth *= in_country(asked.countries, countries, "", abroad=asked.abroad)
        found.append((replace(one, score=one.score * worth), entity))
    return sorted(found, key=lambda pair: (-pair[0].score, pair[0].sentence.span.start))


def _countries(library: Library, name: str) -> frozenset[str]:
    """Return the countries that reports write beside a name that the base does not know."""
    return frozenset[str]().union(*(countries_beside(library, span) for span in library.find_phrase(name)))


def towns_in(
    query: Query, library: Library, asked: Sought, sentence: Sentence, *, listed: bool = False
) -> Iterator[tuple[Slice, Entity | None]]:
    """Yield where a sentence names what is of the kind, known to the base or led as towns are, or listed as well."""
    said = frozenset(re.findall(r"\w+", fold(query.unquoted)))
    start, words = sentence.span.start, sentence.words
    taken: list[Slice] = []
    for mention, entity in library.mentions_in(sentence.span, "organisation", "place", "person"):
        one = in_words(sentence, mention.span)
        if one is None:
            continue
        taken.append(one)
        new = entity.kind != "person" and _first(entity.label) not in said
        enough = UNTOLD if asked.town and _IN.search(words[: one[0]]) else VERY_LIKE  # « à Lorville » is a town
        if new and fit(asked, library, entity) >= enough:
            yield one, entity
    for named in library.names.find(words):
        one, entity = named.place, named.entity
        free = named.words[:1].isupper() and not any(begin < one[1] and one[0] < end for begin, end in taken)
        town = free and entity.kind in ("organisation", "place") and _first(entity.label) not in said
        if town and fit(asked, library, entity) >= VERY_LIKE:
            taken.append(one)
            yield one, entity
    shapes = (_LED, _LISTED) if listed else (_LED,)
    led = [match for shape in shapes for match in shape.finditer(words)]
    led += [match for match in _OF_NOUN.finditer(words) if completes(query, asked, words, match.start("name"))]
    for match in led if asked.town else ():
        name = "name" if match["name"] else "before"
        one = match.span(name)
        known = any(begin < one[1] and one[0] < end for begin, end in taken)
        at = Span(sentence.span.document_id, start + one[0], start + one[1])
        other = (
            is_country(match[name])
            or is_continent(match[name])
            or is_somebody(library, match[name], [at])
            or moments(match[name])
        )
        if not known and not other and len(match[name]) > 2 and _first(match[name]) not in said:
            yield one, None


def _own(library: Library, asked: Sought, sentence: Sentence) -> Iterator[tuple[Slice, Entity | None]]:
    """Yield the town of who speaks, where a sentence tells of « sa commune », « notre ville »."""
    own = _OWN_TOWN.search(sentence.words) if asked.town else None
    if own is None:
        return
    said = library.knowledge.extraction_of[sentence.span.document_id].quotations
    near = (one for one in said if overlap(one.span, sentence.span))
    for speaker in dict.fromkeys(library.knowledge.entity_of(one.speaker) for one in near):
        roles = library.knowledge.roles.get(speaker.id, ()) if speaker else ()
        towns = (library.knowledge.entity_of(role.organisation) for role in roles)
        yield from ((own.span(), town) for town in towns if town and fit(asked, library, town) >= VERY_LIKE)


def _there(
    query: Query, library: Library, asked: Sought, place: tuple[Sentence, Passage]
) -> Iterator[tuple[Slice, Entity | None]]:
    """Yield the town of the sentence before, where a sentence goes on about it: « Lorville y a envoyé… »."""
    sentence, passage = place
    found = _PRONOUN.search(sentence.words)
    if found is None:
        return
    for one, other in pairwise(library.sentences(passage)):
        towns = (
            [town for _, town in towns_in(query, library, asked, one) if town] if other.span == sentence.span else []
        )
        yield from ((found.span(), town) for town in towns[:1])


def _first(name: str) -> str:
    """Return the first word of a town's name, folded: « brevanne » of « Ville de Brévanne-sur-Lorgue »."""
    return next(iter(re.findall(r"\w+", fold(bare_town(name)))), "")
