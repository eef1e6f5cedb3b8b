"""Subjects to ask about, made from a corpus without labels: what it says, the same in other words, what it does not.

« Prix de l'eau » is taken from a quotation as it stands; « tarif de l'eau » says it with a word of the same ring, and
another label of a concept that the quotation is linked to says it too. What no report says is a subject of elsewhere
(« la reproduction des baleines »), or the head of one subject with the complement of another, which no passage joins.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from corpus import Span
from index import tokens
from kg.ask.language.kinship import words_like
from kg.ask.library import Library
from kg.regex import regex
from kg.types import Quotation

Sort = Literal["literal", "reworded", "foreign", "joined"]
#: At most this many subjects of each sort: enough for a rate, few enough for a minute.
MOST = 60
#: A word that tells less is no subject; a subject that more passages say tells nothing apart.
WEIGHT, COMMON = 0.35, 6
_GROUP = regex(r"\b([a-zà-ÿœ]{4,}) ((?:de la |de l['’]|des |du |de |d['’])([a-zà-ÿœ]{4,}))\b")
FOREIGN = (
    "la reproduction des baleines", "la recette du tiramisu", "les trous noirs", "la peinture flamande",
    "le championnat de handball", "la conquête de Mars", "les dinosaures", "la mythologie grecque",
    "le permis moto", "la chirurgie du genou", "les logiciels de trading", "la haute couture", "le surf à Hawaï",
    "les mots croisés", "la philatélie", "le tricot", "la physique quantique", "le prix du bitcoin",
    "les opéras de Verdi", "la bataille d'Azincourt", "les sushis", "le dressage des chevaux", "le poker en ligne",
    "la culture des orchidées", "les moteurs diesel marins", "le clonage humain", "les voitures de collection",
    "la paléontologie", "le hockey sur glace", "les tatouages", "la sorcellerie", "les satellites de Jupiter",
    "le parfum de luxe", "les jeux vidéo de combat", "la spéléologie", "l'escrime au sabre", "le blanchiment dentaire",
    "les crypto-monnaies", "la calligraphie japonaise", "le régime cétogène",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject to ask about, and the passages that answer it: none when the corpus does not speak of it."""

    words: str
    sort: Sort
    passages: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class _Group:
    """A noun group of a quotation, `head` de `complement`."""

    words: str
    head: str
    complement: str
    quotation: Quotation


def subjects(library: Library) -> list[Subject]:
    """Return the subjects made from a corpus, at most `MOST` of each sort, the same each time."""
    groups = _groups(library)
    made: dict[Sort, Iterable[Subject]] = {
        "literal": _literal(library, groups),
        "reworded": _reworded(library, groups),
        "foreign": (Subject(words, "foreign") for words in FOREIGN if not _saying(library, words)),
        "joined": _joined(library, groups),
    }
    return [subject for found in made.values() for subject in _spread(list(found))]


def _spread(found: list[Subject]) -> list[Subject]:
    """Keep at most `MOST`, evenly over the corpus."""
    step = max(1.0, len(found) / MOST)
    return [found[int(at * step)] for at in range(min(len(found), MOST))]


def _groups(library: Library) -> list[_Group]:
    """Return the noun groups of the quotations of named speakers, each once."""
    found: dict[str, _Group] = {}
    for quotation in library.knowledge.quotations():
        if library.knowledge.entity_of(quotation.speaker) is None:
            continue
        for match in _GROUP.finditer(library.reading(quotation.span)):
            rare = [stem for word in (match[1], match[3]) for stem in tokens(word) if library.weight(stem) >= WEIGHT]
            if len(rare) >= 2:
                found.setdefault(match[0], _Group(match[0], match[1], match[2], quotation))
    return list(found.values())


def _literal(library: Library, groups: list[_Group]) -> Iterator[Subject]:
    for group in groups:
        passages = _saying(library, group.words)
        if 0 < len(passages) <= COMMON:
            yield Subject(group.words, "literal", passages)


def _reworded(library: Library, groups: list[_Group]) -> Iterator[Subject]:
    for group in groups:
        here = library.passage_at(group.quotation.span)
        word = next((word for stem in tokens(group.head) for word in words_like(stem)), None)
        if here and word:
            yield Subject(
                f"{word} {group.complement}", "reworded", frozenset([here.span]) | _saying(library, group.words)
            )
    thesaurus = library.thesaurus.thesaurus
    said: dict[str, set[Span]] = defaultdict(set)
    for quotation in library.knowledge.quotations():
        here = library.passage_at(quotation.span)
        for concept in quotation.concepts if here and quotation.speaker else ():
            if concept in thesaurus and here:
                said[concept].add(here.span)
    for concept, spans in sorted(said.items()):
        labels = [
            label for label in thesaurus[concept].labels if len(tokens(label)) > 1 and not _saying(library, label)
        ]
        if labels and len(spans) <= COMMON:
            yield Subject(labels[0], "reworded", frozenset(spans))


def _joined(library: Library, groups: list[_Group]) -> Iterator[Subject]:
    """Join the head of each group to the complement of one from elsewhere, where no passage says both."""
    for at, group in enumerate(groups):
        other = groups[(at + len(groups) // 2) % len(groups)]
        words = f"{group.head} {other.complement}"
        if not _saying(library, words):
            yield Subject(words, "joined")


def _saying(library: Library, words: str) -> frozenset[Span]:
    """Return the passages that hold every word."""
    held = [{library.span_of(key) for key in library.base.lexical.holding(stem)} for stem in set(tokens(words))]
    return frozenset(span for span in set.intersection(*held) if span) if held else frozenset()
