"""Where somebody was born or lives, and who a question describes when it asks where they come from."""

import re
from collections.abc import Iterator

from index import fold
from kg.ask.answers.proofs import cited, coverage, prove
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.sought import NAME
from kg.ask.search.things import Sentence
from kg.lookup import opening_of
from kg.regex import regex
from kg.types import Answer, Entity, Row

KIND = "city-or-country"
OF_LIFE = regex(
    r"\b(?:est|etait)(?:-(?:il|elle))? nee?\b|\bnee? ou\b|\b(?:originaire|native?|natif|natale?)\b"
    r"|\blieu de naissance\b|\b(?:habit|vi[tv]|reside|demeur)\w*\b"
)
_BORN = (
    r"(?:[Nn]ée?|[Nn]aissance|[Nn]atif|[Nn]ative|[Nn]a[iî]t|[Nn]aquit|[Oo]riginaire)\b[^.;\n]{0,30}?(?:\bà|\ben|\bau|\bde|\bd['’])\s?"
    rf"(?P<name>{NAME})"
)
_LIVES = rf"\b(?:habit|vi[tv]|résid|demeur)[a-zé]*\b[^.;\n]{{0,25}}?\b(?:à|en|au) (?P<name>{NAME})"
_DESCRIBED = regex(r"\b(?:le|la|l'|celui|celle)\s?[\w-]* ?qui\b")
#: Words that ask where somebody comes from.
_ASKING = stems_of(
    "vient venait venir venu venue ville pays commune endroit structure participant participante".split()
)
#: Least share of a description that a sentence says.
SAYS = 0.6


def of_life(query: Query, library: Library) -> Answer | None:
    """Return where somebody was born or lives, by a sentence that says so of the one named; nothing without any."""
    shape = re.compile(
        _BORN if re.search(r"\bnee?\b|naissance|originaire|\bnati[fv]|\bnatal", query.folded) else _LIVES
    )
    for person in query.entities("person")[:3]:
        for sentence in sentences_about(library, person):
            if found := shape.search(sentence.words):
                return _told(query, library, person, (sentence, found["name"]))
    return None


def _told(query: Query, library: Library, person: Entity, told: tuple[Sentence, str]) -> Answer:
    sentence, name = told
    proof = (cited(library, sentence.span),)
    known = (one.entity for one in library.names.find(name) if one.entity.kind in ("place", "organisation"))
    place = next(known, None)
    row = Row(place.id if place else "", place.label if place else name, "place", 1.0, name, proof)
    text = french.sentence(f"{name} — {person.label} : « {sentence.words} »")
    return Answer(query.text, KIND, french.shortened(text), (row,))


def sentences_about(library: Library, person: Entity) -> Iterator[Sentence]:
    """Yield the sentences that tell of somebody: that name him, that go on just after, those of a report about him."""
    surname = fold(person.label).split()[-1]
    for extraction in library.knowledge.naming(person):
        document = library.knowledge.documents[extraction.id]
        about = surname in fold(opening_of(document))
        for passage in extraction.passages:
            goes_on = about
            for sentence in library.sentences(passage):
                others = _others(library, person, sentence.words)
                names = surname in sentence.folded
                if names or (goes_on and not others):
                    yield sentence
                goes_on = names or (goes_on and not others)


def _others(library: Library, person: Entity, words: str) -> bool:
    """Tell a sentence that names somebody else alone."""
    named = [one.entity for one in library.names.find(words) if one.entity.kind == "person"]
    return bool(named) and person not in named


def described(query: Query, library: Library) -> list[tuple[str, tuple[Entity, ...]]]:
    """Return whom a question describes, « la participante qui a fait 31 heures de voyage », by the best sentence."""
    if not _DESCRIBED.search(query.folded):
        return []
    topic = query.without(_ASKING)
    for proof in prove(topic, library)[:3]:
        people = {person.id: person for _, person in library.mentions_in(proof.sentence.span, "person")}
        if len(people) == 1 and coverage(topic.inside().terms, proof.sentence.stems) >= SAYS:
            return [(person.label, (person,)) for person in people.values()]
    return []
