"""Interviews: questions on lines of their own, answers without any cue by the only person introduced."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus import Block, Span
from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.shadow import NAME
from kg.types import Mention

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

_ANNOUNCED = regex(r"\b(?:entretien|interview|propos recueillis|questions à|rencontre avec)\b", re.IGNORECASE)
_END = regex(
    r"propos recueillis|(?-i:^[Pp]ar [A-ZÀ-Ý])|^photo|^crédit|^encadré\b|^repères\b|^en savoir plus", re.IGNORECASE
)
#: Whom an interview is with, and who asks.
_WITH = regex(
    rf"\b(?:entretien avec|interview (?:de |d')|rencontre avec|questions à)\s*(?P<name>{NAME})", re.IGNORECASE
)
_BY = regex(r"(?:\bpar|recueillis par|journaliste|interrogée? par)\s*:?\s*$", re.IGNORECASE)
_OWN_TURN = regex(rf"\s*{NAME}\s*:\s")
_QUESTIONS, _LONGEST = 2, 320


def answers(reading: "Reading", taken: dict[int, Speaker]) -> dict[int, Speaker]:
    """Give the answers of an interview to the only person named before the first question."""
    document = reading.document
    alone = _alone(reading.blocks)
    blocks = [b for b in reading.blocks if b.kind in ("heading", "paragraph") or b.span.start in alone]
    announced = _ANNOUNCED.search(document.text)
    dashed = [block.span.start in alone for block in blocks]
    levels = {heading.span.start: heading.level for heading in document.outline}
    asks = [_is_question(document.quote(block.span)) for block in blocks]
    asking = [levels[b.span.start] for b, asked in zip(blocks, asks, strict=True) if asked and b.span.start in levels]
    if len(asking) >= _QUESTIONS:  # what stands among the titles that ask is asked too, without a question mark
        first = next(b.span.start for b, asked in zip(blocks, asks, strict=True) if asked)
        asks = [
            asked or (b.span.start > first and levels.get(b.span.start) == asking[0])
            for b, asked in zip(blocks, asks, strict=True)
        ]
    dashes = sum(asks[i - 1] for i in range(1, len(blocks)) if dashed[i]) >= _QUESTIONS
    asked = [i for i in range(len(blocks)) if not dashed[i] and (asks[i] or (dashes and _is_answered(dashed, i)))]
    if len(asked) < _QUESTIONS or not announced:
        return {}
    person = _introduced(reading, blocks[asked[0]].span.start)
    if person is None:
        return {}
    found: dict[int, Speaker] = {}
    speaker = Speaker(person.id, "", "interview")
    closed = {i for i in range(len(blocks)) if dashed[i] and not dashes}
    for at, following in zip(asked, [*asked[1:], len(blocks)], strict=True):
        answer = _answer(reading, blocks[at + 1 : min([following, *(i for i in closed if i > at)])], taken)
        while len(answer) > 1 and _opens_with(reading, answer[-1], person):  # « Ada Blanc sera au salon le 3 mai »
            answer.pop()
        if answer:
            start, end = trim(document.text, answer[0].start, answer[-1].end)
            question = blocks[at].span
            reading.findings.append(
                Finding(start, end, speaker, "direct", "interview/1", "states", question.start, question.end)
            )
            found.update({question.start: Speaker(None, "", "nobody")} | {span.start: speaker for span in answer})
    return found


def _answer(reading: "Reading", blocks: Sequence[Block], taken: dict[int, Speaker]) -> list[Span]:
    """The blocks that answer a question: up to a heading, a signature, or a turn that has its own label."""
    answer: list[Span] = []
    for block in blocks:
        if block.kind == "heading" or block.span.start in taken or _END.search(reading.document.quote(block.span)):
            break
        if _OWN_TURN.match(reading.shadow.names(block.span.start, block.span.end)):
            break
        answer.append(block.span)
    return answer


def _opens_with(reading: "Reading", span: Span, person: Mention) -> bool:
    """Tell a paragraph that begins with the name of a person: the person does not say it."""
    first = next((m for m in reading.shadow.mentions if span.start <= m.span.start < span.end), None)
    if first is None or any(map(str.isalpha, reading.document.text[span.start : first.span.start])):
        return False
    return reading.roster.key(first.id) == reading.roster.key(person.id)


def _alone(blocks: Sequence[Block]) -> frozenset[int]:
    """Where single items stand between two lines of prose: answers that open with a dash."""
    found = {
        here.span.start
        for before, here, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
        if here.kind == "item" and before.kind != "item" and (after is None or after.kind != "item")
    }
    return frozenset(found)


def _is_answered(dashed: list[bool], at: int) -> bool:
    """A line that a dash answers, in an interview whose answers begin with dashes."""
    return at + 1 < len(dashed) and dashed[at + 1] and not dashed[at]


def _is_question(words: str) -> bool:
    return words.rstrip().endswith("?") and len(words) <= _LONGEST and not re.search(r"[«»“”]", words)


def _introduced(reading: "Reading", before: int) -> Mention | None:
    shadow = reading.shadow
    announced = _WITH.search(shadow.names(0, before))
    if announced:
        return shadow.mention_at(announced.start("name"))
    named = [m for m in shadow.mentions if m.kind == "person" and m.span.end <= before]
    named = [m for m in named if not _BY.search(shadow.plain(max(0, m.span.start - 30), m.span.start))]
    keys = {reading.roster.key(m.id) for m in named}
    return named[-1] if len(keys) == 1 else None
