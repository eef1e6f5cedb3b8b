"""Links that sentences tell where the graph has none: kin of one surname, a body whose minutes name both, nearness."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from corpus import Passage, Span
from index import fold
from kg.ask.answers.proofs import LONGEST, quote_around
from kg.ask.library import Library
from kg.ask.people.portrait import owner
from kg.ask.search.things import Sentence
from kg.regex import regex
from kg.types import Entity, Evidence

#: Words for kin, and for those who work or come after one another, folded.
KIN = regex(
    r"\b(?:peres?|meres?|fils|filles?|freres?|soeurs?|beau-\w+|belle-\w+|cousine?s?|neveux?|nieces?|oncles?|tantes?"
    r"|maris?|epou\w+|conjointe?s?|compagne|compagnon|grand-(?:pere|mere)|veuve?|veuf|petit-fils|petite-fille"
    r"|parente?s?|famille|jumeau|jumelle|homonymes?|papa|maman)\b"
)
BESIDE = regex(r"\b(?:predecesseure?|successeure?|collegues?|associee?s?|amie?s?|ancienne? eleve)\b")
_HIS = regex(
    rf"\b(?:son|sa|ses|mon|ma|leur|d'\w+|de \w+)\s"
    rf"(?:(?:propre|jeune|petite?|grande?|ainee?|cadette?) )?(?:{KIN.pattern})"
)
_MINE = regex(rf"\b(?:mon|ma|notre)\s+(?:(?:petite?|grande?|jeune|propre) )?(?:{KIN.pattern})\W+$")
#: How many characters may part the word for kin from the name.
GAP = 30
#: « Son père se taisait », « l'acousticien, fils du président »: of the one named just before.
_OF_HIM = regex(rf"^(?:son|sa|ses|leur|leurs)\b|^(?:l[ea] |l')[^,.;:]{{3,40}}, (?:{KIN.pattern}) (?:de|du|des|d')")


def of_one_name(first: Entity, second: Entity) -> bool:
    """Tell two people who share a surname, or a part of one: « Roy » and « Amiel-Roy »."""
    names = [set(re.split(r"[\s-]+", fold(person.label))[1:]) for person in (first, second)]
    return first.kind == second.kind == "person" and any(len(word) > 2 for word in names[0] & names[1])


def kin_sentences(library: Library, first: Entity, second: Entity) -> list[Sentence]:
    """Return the sentences that tell kin of two people: that name both, stand beside both, or, of one surname, either.

    A sentence that goes on about the one named just before tells of him: « Son père, plus loin, se taisait. »
    """
    ranked: dict[str, list[Sentence]] = {"both": [], "beside": [], "either": []}
    ids = {first.id, second.id}
    reports = {e.id for e in library.knowledge.naming(first)} & {e.id for e in library.knowledge.naming(second)}
    for document_id in sorted(reports):
        for passage in library.knowledge.extraction_of[document_id].passages:
            for sentence, rank in _ranked(library, passage, ids):
                ranked[rank].append(sentence)
    same = of_one_name(first, second)
    either = [*_of_surname(library, first, second), *ranked["either"]] if same else []
    return ranked["both"] or ranked["beside"] or either or _of_author(library, first, second)


def _of_surname(library: Library, first: Entity, second: Entity) -> list[Sentence]:
    """Return the sentences that tell kin of the two who bear one surname: « Les deux Roy sont mère et fils »."""
    names = [{word for word in re.split(r"[\s-]+", fold(one.label))[1:] if len(word) > 2} for one in (first, second)]
    shape = "|".join(map(re.escape, sorted(names[0] & names[1])))
    both = re.compile(rf"\b(?:les deux|les|mm\.|famille|freres|soeurs|cousins?|epoux)\s+(?:\w+ et \w+ )?(?:{shape})\b")
    reports = [*library.knowledge.naming(first), *library.knowledge.naming(second)]
    passages = dict.fromkeys(passage for extraction in reports for passage in extraction.passages)
    found = [sentence for passage in passages for sentence in library.sentences(passage)]
    return [one for one in found if both.search(fold(one.words)) and KIN.search(fold(one.words))]


def _of_author(library: Library, first: Entity, second: Entity) -> list[Sentence]:
    """Return the sentences by which one who writes a report tells kin of the other: « ma cousine Rose Roy »."""
    found = []
    for writer, other in ((first, second), (second, first)):
        for extraction in library.knowledge.naming(other):
            authors = {fold(name) for name in library.knowledge.documents[extraction.id].authors}
            if authors.isdisjoint(map(fold, (writer.label, *writer.aliases))):
                continue
            for mention in extraction.mentions:
                before = fold(extraction.document.text[max(0, mention.span.start - GAP) : mention.span.start])
                sentence = library.sentence_at(mention.span)
                if mention.id in other.mentions and sentence and _MINE.search(before):
                    found.append(sentence)
    return found


def _ranked(library: Library, passage: Passage, ids: set[str]) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences of a passage that tell kin, with how they tell of two people."""
    here = {entity.id for _, entity in library.mentions_in(passage.span, "person")} & ids
    before: Sentence | None = None
    for sentence in library.sentences(passage) if here else ():
        named = {entity.id for _, entity in library.mentions_in(sentence.span, "person")} & ids
        plain = sentence.folded
        if len(named) == 2 and (KIN.search(plain) or BESIDE.search(plain)):
            yield sentence, "both"
        elif len(here) == 2 and _HIS.search(plain):
            yield sentence, "beside"
        elif KIN.search(plain) and named:
            yield sentence, "either"
        elif KIN.search(plain) and before is not None and (_OF_HIM.match(plain) or _HIS.search(plain)):
            span = Span(sentence.span.document_id, before.span.start, sentence.span.end)
            yield replace(sentence, span=span, stems=before.stems | sentence.stems), "either"
        before = sentence if named else before


def relative_of(library: Library, person: Entity, word: str) -> tuple[Entity, Sentence] | None:
    """Return who is told to be kin of somebody, or the like, with the sentence: named beside the (folded) word for it.

    The sentence stands in a passage that names the person or quotes him, or names somebody of the same surname.
    """
    said = {q.span.document_id: set[Span]() for q in library.said_by(person)}
    for quotation in library.said_by(person):
        passage = library.passage_at(quotation.span)
        said[quotation.span.document_id] |= {passage.span} if passage else set()
    shape = re.compile(rf"\b{word}\w*\b")
    for extraction in library.knowledge.naming(person):
        for passage in extraction.passages:
            about = {entity for _, entity in library.mentions_in(passage.span, "person")}
            here = person in about or passage.span in said.get(extraction.id, ())
            for sentence in library.sentences(passage):
                others = [(m, one) for m, one in library.mentions_in(sentence.span, "person") if one != person]
                found = shape.search(sentence.folded)
                for mention, other in others if found else ():
                    at = sentence.span.start + found.start() if found else 0
                    gap = max(mention.span.start - at - len(word), at - mention.span.end)
                    if gap <= GAP and (here or of_one_name(person, other)):
                        return other, sentence
    namesakes = (one for one in library.knowledge.entities if one.id != person.id and of_one_name(person, one))
    told = ((other, sentence) for other in namesakes for sentence in _of_surname(library, person, other))
    return next((pair for pair in told if shape.search(fold(pair[1].words))), None)


def shared_bodies(library: Library, first: Entity, second: Entity) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Yield the bodies whose minutes give an office to both, with the proof of each."""
    held = [dict(_offices(library, person)) for person in (first, second)]
    for body in (body for body in held[0] if body in held[1]):
        (told, one), (other_told, other) = held[0][body], held[1][body]
        words = f"tous deux à {body} ({first.label} : {told} ; {second.label} : {other_told})"
        yield words, (one, other)


def _offices(library: Library, person: Entity) -> Iterator[tuple[str, tuple[str, Evidence]]]:
    for role in library.knowledge.roles.get(person.id, ()):
        body = library.knowledge.entity_of(role.organisation)
        name = body.label if body else owner(library, role.provenance.span.document_id) if role.function else ""
        if name:
            yield name, (role.function or name, library.evidence(role.provenance.span, 1.0))


def nearest_together(library: Library, first: Entity, second: Entity) -> Span | None:
    """Return the shortest slice of a report that names both, when it is short enough to be quoted."""
    best: Span | None = None
    for extraction in library.knowledge.naming(first):
        places = sorted(
            (mention.span, mention.id in first.mentions)
            for mention in extraction.mentions
            if mention.id in first.mentions or mention.id in second.mentions
        )
        for (one, is_first), (other, is_other) in pairwise(places):
            size = other.end - one.start
            if is_first != is_other and size <= LONGEST and (best is None or size < best.end - best.start):
                best = Span(extraction.id, one.start, other.end)
    if best is None:
        return None
    sentence = library.sentence_at(Span(best.document_id, best.start, best.start + 1))
    start = min(best.start, sentence.span.start) if sentence else best.start
    return quote_around(library, Span(best.document_id, start, max(best.end, start + 1)))
