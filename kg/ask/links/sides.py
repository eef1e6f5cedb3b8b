"""Two things that a question puts side by side, known to the base or not, and the sentences that tell of both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus import Passage, Span
from index import fold
from kg.ask.answers.proofs import cited
from kg.ask.library import Library
from kg.ask.links.linked import BESIDE, KIN
from kg.ask.people.portrait import portrait
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.regex import regex
from kg.types import Entity, Evidence

_ENDS = r"\s*(?:\?|$|,| dans | selon | d['’]après )"
_A, _B = r"(?P<first>[^?,;]{2,80}?)", r"(?P<second>[^?,;]{2,80}?)"
_SIDES = tuple(
    regex(shape, re.IGNORECASE)
    for shape in (
        rf"\bentre {_A} et {_B}{_ENDS}",
        rf"\b(?:relie|lie|unit|rapproche|rattache)(?:nt|ssent)? {_A} (?:et|à|au|aux|avec) {_B}{_ENDS}",
        rf"\b(?:rapport|lien|liens|relation|relations) d(?:e |['’]){_A} (?:avec|à|et) {_B}{_ENDS}",
        rf"\b(?:ont|partagent)(?:-(?:ils|elles))?(?: de| en)? (?:commun )?{_A} et {_B}{_ENDS}",
        rf"^{_A} et {_B},? (?:ont|partagent|qu['’]ont)",
        rf"^{_A} (?:et {_B}[ ,:]+(?:quel|lien|rapport)|a quoi à voir avec (?P<other>[^?]+?){_ENDS})",
        rf"^(?:qu['’]est[- ]ce que )?{_A} a(?:-t-(?:il|elle))? à voir avec {_B}{_ENDS}",
    )
)
_ARTICLE = regex(r"^(?:(?:le|la|les|un|une|du|de la|de|des|au|aux|M\.|Mme)\s+|l['’]|d['’])", re.IGNORECASE)
#: Words for a link between two things, folded.
LINK = regex(
    r"\b(?:jumel\w+|partenair\w*|partenariat|cooper\w+|convention|echang\w+|accord|membre|adher\w+|fond(?:a|e|ateur"
    r"|atrice)\b"
    r"|dirig\w+|directe\w+|directri\w+|presid\w+|travaill\w+|emplo\w+|financ\w+|soutien\w*|finance|fournit|fourni\w*"
    r"|organis\w+|co-?constru\w+|these|recommand\w+|succed\w+|predecess\w+|successeu\w+|rachet\w+|appart\w+|ensemble|pouvoirs?|procurations?)\b"
)
_LIST = regex(r"\t|^\W*(?:présents?|intervenants?|excusé|absent|participants?|modérat|à la tribune|avec|animé)\b", re.I)
#: What a thing is worth in a sentence when only the word for it is there (« la clinique »), or its voice; in the ones
#: beside; and how many names make a list of a sentence.
HEAD, VOICE, BESIDE_IT, CROWD, LISTED = 0.7, 0.85, 0.55, 6, 0.35
#: What an office is worth that a report of the other gives, words for kin and for links add, and how many
#: characters open a report.
OFFICE, IN_OFFICE, KIN_ADDS, LINK_ADDS, OPENING = 0.5, 0.2, 0.3, 0.12, 400
#: What somebody kin to one is worth, told in a report that names the other.
OF_KIN = 0.45
#: How many characters may name who speaks.
TURN = 60


@dataclass(frozen=True)
class Side:
    """One of two things: what it may be in the base (nothing when it is only told by words), and its words."""

    entities: tuple[Entity, ...]
    words: str

    @property
    def label(self) -> str:
        """Its name: the acronym of the question, else the name that the base gives, else the question's words."""
        if not self.entities or (self.words.isupper() and len(self.words) > 1):
            return self.words[:1].upper() + self.words[1:]
        return self.entities[0].label

    @cached_property
    def person(self) -> Entity | None:
        """The person that it is."""
        return next((entity for entity in self.entities if entity.kind == "person"), None)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of what it may be."""
        return frozenset(entity.id for entity in self.entities)

    @cached_property
    def plain(self) -> str:
        """Its folded words, parted by single spaces."""
        return " ".join(fold(self.words).split())

    @cached_property
    def names(self) -> frozenset[str]:
        """Its folded words and names."""
        return frozenset([self.plain, *(" ".join(fold(entity.label).split()) for entity in self.entities)])


def sides(query: Query) -> tuple[Side, Side] | None:
    """Return the two things that a question puts side by side; nothing when it does not tell them by its shape."""
    for shape in _SIDES:
        match = shape.search(query.text)
        if match is None:
            continue
        names = [name for name in ("first", "second", "other") if match.groupdict().get(name)][:2]
        found = [side_of(query, *match.span(name)) for name in names]
        if len(found) == 2 and found[0].words and found[1].words:
            return found[0], found[1]
    return None


def side_of(query: Query, start: int, end: int) -> Side:
    """Return the thing that some words of a question tell, between two places."""
    inside = [one for one in query.named if start <= one.start < end]
    order = {"person": 0, "organisation": 1, "event": 2, "place": 3, "concept": 4}
    inside.sort(key=lambda one: (one.start, not one.whole, order[one.entity.kind]))
    words = query.text[start:end].strip()
    bare = _ARTICLE.sub("", words)
    first = [one for one in inside if one.start == inside[0].start]
    whole = bool(first) and len(first[0].words) + 12 >= len(bare)
    return Side(tuple(dict.fromkeys(one.entity for one in first)) if whole else (), bare)


def telling_both(library: Library, first: Side, second: Side) -> list[Evidence]:
    """Return the sentences that tell of both, best first: those that name both, then those beside, then an office."""
    found: list[tuple[float, Span]] = []
    for document_id in sorted(_reports(library, first) & _reports(library, second)):
        opened = [OFFICE if _opens(library, document_id, side) else 0.0 for side in (first, second)]
        for passage in library.knowledge.extraction_of[document_id].passages:
            if _may_prove(library, passage, (first, second), opened):
                found += _in_passage(library, passage, (first, second), opened)
    for one, other in ((first, second), (second, first)):
        found += _offices(library, one, other)
    found.sort(key=lambda pair: (-round(pair[0], 2), pair[1].end - pair[1].start, pair[1]))
    spans = dict.fromkeys(span for _, span in found)
    scores = dict(reversed([(span, score) for score, span in found]))
    return [cited(library, span, scores[span]) for span in list(spans)[:3]]


def told_in(library: Library, side: Side) -> Iterator[tuple[float, Sentence]]:
    """Yield the sentences that tell of a thing, or stand beside one that does, with how surely (0..1)."""
    for document_id in sorted(_reports(library, side)):
        for passage in library.knowledge.extraction_of[document_id].passages:
            sentences, turn = library.sentences(passage), _turn(library, passage)
            told = [_told(library, sentence, side, turn) for sentence in sentences]
            for at, sentence in enumerate(sentences):
                near = max((BESIDE_IT * told[n] for n in (at - 1, at + 1) if 0 <= n < len(told)), default=0.0)
                yield max(told[at], near), sentence


def _reports(library: Library, side: Side) -> set[str]:
    named = {extraction.id for extraction in library.knowledge.naming(*side.entities)}
    others = (document_id for document_id in library.documents_with(side.words) if document_id not in named)
    return named | {document_id for document_id in others if library.find_phrase(side.words, only=document_id)}


def _may_prove(library: Library, passage: Passage, both: tuple[Side, Side], opened: Sequence[float]) -> bool:
    """Tell whether a sentence of a passage may tell of both things, or of one where its report stands for the other."""
    plain = " ".join(fold(library.reading(passage.span)).split())
    first, second = both
    told = _may_tell(library, passage, plain, first)
    if not told and not (second.person and (first.person or opened[0])):
        return False
    other = _may_tell(library, passage, plain, second)
    return other or bool(told and first.person and (second.person or opened[1]))


def _may_tell(library: Library, passage: Passage, plain: str, side: Side) -> bool:
    """Tell whether a sentence of a passage may tell of a thing: most passages hold neither its name nor its voice."""
    if side.plain in plain or (not side.person and side.plain.split(" ")[0] in plain):
        return True
    named = library.mentions_in(passage.span, "person", "organisation", "place", "event")
    return any(entity.id in side.ids for _, entity in named) or not side.ids.isdisjoint(_voices(library, passage.span))


def _in_passage(
    library: Library, passage: Passage, both: tuple[Side, Side], opened: Sequence[float]
) -> Iterator[tuple[float, Span]]:
    first, second = both
    sentences = library.sentences(passage)
    turn = _turn(library, passage)
    told = [tuple(_told(library, sentence, side, turn) for side in (first, second)) for sentence in sentences]
    for at, sentence in enumerate(sentences):
        near = [
            max((BESIDE_IT * told[n][side] for n in (at - 1, at + 1) if 0 <= n < len(told)), default=0.0)
            for side in (0, 1)
        ]
        one, other = (max(told[at][side], near[side]) for side in (0, 1))
        kin = bool(KIN.search(sentence.folded) or BESIDE.search(sentence.folded))
        people = first.person is not None and second.person is not None
        if kin and people and max(told[at]) == 1.0:
            one, other = max(one, OF_KIN), max(other, OF_KIN)
        if first.person and not second.person and told[at][0] == 1.0:
            other = max(other, opened[1])
        if second.person and not first.person and told[at][1] == 1.0:
            one = max(one, opened[0])
        score = one * other * (LISTED if _is_list(library, sentence) else 1.0)
        if score and max(told[at]) >= HEAD:
            more = KIN_ADDS if kin and people else LINK_ADDS if LINK.search(sentence.folded) else 0.0
            yield score + more, _both(sentences, at, told, near)


def _both(sentences: Sequence[Sentence], at: int, told: list[tuple[float, ...]], near: list[float]) -> Span:
    """Return a sentence, with the one beside when this one tells of one thing only."""
    span = sentences[at].span
    for side in (0, 1):
        if told[at][side] < near[side]:
            beside = max((n for n in (at - 1, at + 1) if 0 <= n < len(told)), key=lambda n: told[n][side])
            other = sentences[beside].span
            span = Span(span.document_id, min(span.start, other.start), max(span.end, other.end))
    return span


def _is_list(library: Library, sentence: Sentence) -> bool:
    names = {entity.id for _, entity in library.mentions_in(sentence.span, "person")}
    return bool(_LIST.search(sentence.words)) or len(names) >= CROWD


def _turn(library: Library, passage: Passage) -> set[str]:
    """Return the ids of who speaks in a passage that begins with a name and a colon."""
    start, text = passage.span.start, passage.text[:TURN]
    ends = text.find(":")
    named = library.mentions_in(Span(passage.span.document_id, start, start + max(ends, 1)), "person")
    return {entity.id for _, entity in named} if ends > 0 else set()


def _told(library: Library, sentence: Sentence, side: Side, turn: set[str]) -> float:
    """Return how surely a sentence tells of a thing: by its name, by its voice, by the word for it."""
    plain = " ".join(sentence.folded.split())
    named = library.mentions_in(sentence.span, "person", "organisation", "place", "event")
    if side.plain in plain or any(entity.id in side.ids for _, entity in named):
        return 1.0
    if not side.ids.isdisjoint(turn | _voices(library, sentence.span)):
        return VOICE
    head = side.plain.split(" ")[0] if not side.person else ""
    return HEAD if len(head) > 3 and re.search(rf"\b(?:la |le |l'|cette |cet |ce ){re.escape(head)}\b", plain) else 0.0


def _voices(library: Library, span: Span) -> set[str]:
    said = library.knowledge.extraction_of[span.document_id].quotations
    near = (q for q in said if q.span.start < span.end and span.start < q.span.end)
    return {speaker.id for q in near if (speaker := library.knowledge.entity_of(q.speaker))}


def _offices(library: Library, one: Side, other: Side) -> Iterator[tuple[float, Span]]:
    """Yield what sentences say that a person is, in the reports that open with the other thing or are of it."""
    if one.person is None or other.person is not None:
        return
    for words, span in portrait(library, one.person):
        if any(name in fold(words) for name in other.names):
            yield 2 * OFFICE, span
        elif _opens(library, span.document_id, other):
            yield OFFICE + IN_OFFICE, span


def _opens(library: Library, document_id: str, side: Side) -> bool:
    """Tell a report that is of a thing: its first lines name it."""
    document = library.knowledge.documents[document_id]
    opening = " ".join(fold(f"{document.title} {document.text[:OPENING]}").split())
    return any(name in opening for name in side.names)
