"""The names that stand in a slot of a sentence: after « par », « grâce à », « distingue », or before the verb."""

import re
from dataclasses import dataclass

from corpus import Span
from kg.ask.answers.proofs import overlap
from kg.ask.library import Library
from kg.ask.question.kinds import is_body_name, is_somebody
from kg.ask.question.sought import NAME
from kg.ask.question.whole_names import longer_name, whole_name
from kg.ask.sentences.proper import is_proper
from kg.regex import regex
from kg.types import Entity

#: How far from the words that lead to it a name may begin, and how far before the verb a subject may end.
AFTER, BEFORE = 45, 80
_JOINS = regex(
    r"\s*(?:\([^)]*\))?\s*(?:,|et|, et|ainsi que|comme|&)\s+(?:(?:de |d['’]|à |au |aux |par )?(?:la |le |les |l['’])?)?"
)
_NAME = regex(rf"(?:(?<=[\s'’(«“])|^)(?P<name>{NAME})")


_CIVILITIES = frozenset("M Mme MM Mmes Mlle Dr Pr Me".split())


@dataclass(frozen=True, slots=True)
class Filler:
    """A name in a slot: where it stands, what it is called, and the entity if the base knows it."""

    span: Span
    label: str
    entity: Entity | None = None

    @property
    def kind(self) -> str:
        """What it is: the kind of its entity, else a name."""
        return self.entity.kind if self.entity else "name"


def fillers(library: Library, inside: Span, *kinds: str) -> list[Filler]:
    """Return the names of a slice in their order: those of some kinds that the base knows, those it does not know."""
    document = library.knowledge.documents[inside.document_id]
    everything = library.mentions_in(inside, "organisation", "place", "person", "event")
    found: list[Filler] = []
    for mention, entity in sorted(everything, key=lambda pair: (pair[0].span.start, pair[1].kind != "organisation")):
        read_as = {entity.kind, "organisation"} if is_body_name(entity.label) else {entity.kind}
        if not read_as.isdisjoint(kinds) and not any(overlap(mention.span, other.span) for other in found):
            is_body = entity.kind == "organisation"
            if is_body and is_somebody(library, entity.label, [mention.span]):
                continue
            label = longer_name(document, entity.label, mention.span) if is_body else entity.label
            found.append(Filler(mention.span, label, entity))
    text = document.text[inside.start : inside.end]
    for one in found:  # a name that goes on after its mention ends where it ends, not in the next
        end = _end_of(document.text, one)
        text = f"{text[: one.span.start - inside.start]}{'.' * (end - one.span.start)}{text[end - inside.start :]}"
    for match in _NAME.finditer(text):
        span = Span(inside.document_id, inside.start + match.start("name"), inside.start + match.end("name"))
        known = any(overlap(span, mention.span) for mention, _ in everything)
        opens = (
            known or match["name"] in _CIVILITIES or span.start == inside.start or is_somebody(library, match["name"])
        )
        if opens or not is_proper(document.text, span.start, match["name"]):
            continue
        found.append(Filler(span, whole_name(document, span)))
    return sorted(found, key=lambda one: one.span.start)


def after(library: Library, sentence: Span, at: int, *kinds: str) -> list[Filler]:
    """Return the name that begins near a place of a sentence, with those joined to it."""
    text = library.knowledge.documents[sentence.document_id].text
    stop = re.search(r"(?<!\b[A-ZÀ-Ý])\.\s|[;!?»]\s|\n\n", text[at : sentence.end])  # « par G. Talon »
    end = at + stop.start() if stop else sentence.end
    names = [
        one for one in fillers(library, Span(sentence.document_id, sentence.start, end), *kinds) if one.span.start >= at
    ]
    if not names or names[0].span.start > at + AFTER:
        return []
    run = names[:1]
    for one in names[1:]:
        if not _JOINS.fullmatch(text[_end_of(text, run[-1]) : one.span.start]):
            break
        run.append(one)
    return run


def before(library: Library, sentence: Span, at: int, *kinds: str) -> list[Filler]:
    """Return the last name that ends before a verb, with those joined to it."""
    text = library.knowledge.documents[sentence.document_id].text
    if at <= sentence.start:
        return []
    names = _unbracketed(text, at, fillers(library, Span(sentence.document_id, sentence.start, at), *kinds))
    if not names or at - names[-1].span.end > BEFORE or re.search(r"[.;:!?]\s", text[names[-1].span.end : at]):
        return []
    run = names[-1:]
    for one in reversed(names[:-1]):
        if not _JOINS.fullmatch(text[_end_of(text, one) : run[0].span.start]):
            break
        run.insert(0, one)
    return run


def _unbracketed(text: str, at: int, names: list[Filler]) -> list[Filler]:
    """Drop the names of the brackets after a name: « Léa Roy (maraîchère, Orval) livre » tells what Léa Roy does."""
    kept = list(names)
    while len(kept) > 1:
        opens = text.rfind("(", kept[0].span.end, kept[-1].span.start)
        closes = text.find(")", kept[-1].span.end, at)
        if opens < 0 or closes < 0 or ")" in text[opens : kept[-1].span.start]:
            break
        kept.pop()
    return kept


def _end_of(text: str, one: Filler) -> int:
    """Return where a name ends, with what of it goes on after the words that were read."""
    words = one.label.split()
    more = re.match(re.escape(words[-1]), text[one.span.end :].lstrip()) if len(words) > 1 else None
    tail = text[one.span.end : one.span.end + 60]
    cut = tail.find(words[-1]) if words and not more else -1
    shown = text[one.span.start : one.span.end]
    if words and words[-1] not in shown and 0 <= cut < 50:
        return one.span.end + cut + len(words[-1])
    return one.span.end
