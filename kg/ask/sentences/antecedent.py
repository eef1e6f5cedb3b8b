"""Which body « sa présidente », « elle », « l'association » means: the one named just before it, or above."""

from itertools import pairwise

from corpus import Passage, Span
from index import fold
from kg.ask.library import Library
from kg.ask.people.portrait import owner
from kg.lexicon.functions import is_function_start
from kg.lexicon.places import area_kind
from kg.regex import regex
from kg.types import Entity, Mention, Role

#: How many characters before a function its body is looked for.
BEFORE = 400
_HIS = regex(r"\b(?:son|sa|leur|ses)\s+(?:\w+\s+)?$")
_OF_KIND = regex(r"^[\w-]+(?: [a-z-]+)? (?:de la |de l'|du )(?P<kind>[a-z][\w-]+)$")
_WRITTEN = regex(
    r"\b(?:[Ll]e|[Ll]a|[Ll]['’])\s?(?P<name>[A-ZÀ-Ý][a-zà-ÿ]+(?:\s[a-zà-ÿ]+)?\s(?:de\s|du\s|des\s|d['’])[A-ZÀ-Ý][\w-]+)"
)


#: What begins a sentence that goes on about what the one before told: « Elle… », « Fondée en… », « L'une de ses… ».
_GOES_ON = regex(
    r"\W*(?:Elles?|Ils?|Cette|Cet?|Celle-ci|Celui-ci|Sa|Son|Ses|Leurs?|Créée?s?|Fondée?s?|Née?s?|Installée?s?|Lancée?s?|Ouverte?s?|Constituée?s?"
    r"|L['’](?:association|entreprise|organisme|agence|institution)"
    r"|La (?:fondation|fédération|coopérative|structure|société)|Le (?:réseau|collectif|groupement|syndicat))\b"
    r"|\W*[^,;.«»]{0,16}\b(?:ses|son|sa)\b"
)
#: A pronoun just before a verb, its auxiliary between; how many characters are looked at.
_PRONOUN = regex(
    r"\b(?:elle|il) (?:y |en |l'|la |le )?(?:(?:a |avait )(?:donc |ensuite |aussi |egalement |deja |encore )?)?$"
)
BACK = 30
#: An office that is the subject of a verb: « Mme le maire quitte », « la présidente a signé ».
_OFFICE = regex(
    r"(?:^|[ .«])(?:m\. |mme |monsieur |madame )?(?:le |la |l')(?P<office>[a-z]{4,}) (?:a |ne |n'|y |en )*$"
)
#: How far from the beginning of a sentence its subject is named.
OPENS = 25


def goes_on(words: str) -> bool:
    """Tell a sentence that goes on about what the one before told."""
    return _GOES_ON.match(words) is not None


def subject_before(library: Library, passage: Passage, sentence: Span) -> list[tuple[Mention, Entity]]:
    """Return the body or the place that opens the sentence before one that goes on about it; nothing for others."""
    told: list[tuple[Mention, Entity]] = []
    for one, other in pairwise(library.sentences(passage)):
        opening = Span(one.span.document_id, one.span.start, min(one.span.end, one.span.start + OPENS))
        named = library.mentions_in(one.span, "organisation", "place")
        opens = [pair for pair in named if pair[0].span.start in range(opening.start, opening.end)][:1]
        told = opens or (told if goes_on(one.words) and not named else [])
        if other.span == sentence:
            return told if goes_on(other.words) else []
    return []


def person_before(library: Library, at: Span) -> list[tuple[Mention, Entity]]:
    """Return the person whom a pronoun just before a place of a passage stands for: named last, alone in a sentence."""
    passage = library.passage_at(at)
    text = library.knowledge.documents[at.document_id].text
    if passage is None or not _PRONOUN.search(fold(text[max(passage.span.start, at.start - BACK) : at.start])):
        return []
    before = Span(at.document_id, passage.span.start, at.start)
    people = sorted(library.mentions_in(before, "person"), key=lambda pair: pair[0].span)
    return people[-1:]


def holder_before(library: Library, at: Span) -> Entity | None:
    """Return whom the office just before a place means, « Mme le maire », « la présidente »: its one holder there."""
    text = library.knowledge.documents[at.document_id].text
    office = _OFFICE.search(fold(text[max(0, at.start - BACK) : at.start]))
    if office is None or not is_function_start(office["office"]):
        return None
    stem = office["office"].rstrip("es")
    roles = library.knowledge.extraction_of[at.document_id].roles
    told = (role.person for role in roles if fold(role.function).split()[0].rstrip("es") == stem)
    holders = {person.id: person for mention in told if (person := library.knowledge.entity_of(mention))}
    return next(iter(holders.values())) if len(holders) == 1 else None


def body_meant(library: Library, role: Role) -> Entity | str | None:
    """Return the body of a function that names none: the last one named before it, of the kind that it tells.

    A name that the base does not know is returned as it is written.
    """
    at = role.provenance.span
    text = library.knowledge.documents[at.document_id].text
    of_kind = _OF_KIND.match(fold(role.function))
    if not of_kind and not _HIS.search(fold(text[max(0, at.start - 30) : at.start])):
        return None
    around = Span(at.document_id, max(0, at.start - BEFORE), at.start)
    bodies = [
        (mention.span.start, body)
        for mention, body in library.mentions_in(around, "organisation")
        if of_kind or area_kind(body.label) != "city"
    ]
    kind = of_kind["kind"][:6] if of_kind else ""
    near: list[tuple[int, Entity | str]] = [(start, body) for start, body in bodies if kind in fold(body.label)]
    if not kind:
        written = _WRITTEN.finditer(text, around.start, at.start)
        near += [(match.start("name"), " ".join(match["name"].split())) for match in written]
    if near:
        return max(near, key=lambda pair: pair[0])[1]
    passage = library.passage_at(at)
    for heading in passage.headings[-1:] if passage else ():
        titled = [one.entity for one in library.names.find(heading.title()) if one.entity.kind == "organisation"]
        if titled:
            return titled[-1]
    name = owner(library, at.document_id)
    return next((body for _, body in bodies if body.label == name), None)
