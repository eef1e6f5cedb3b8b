"""Label lines: « Intervenants : », « Horaire : de 9 h à 11 h », « Secrétaire de séance : »; what they announce."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.structure import Block, blocks
from corpus.types import Document, Span

_NOUNS = (
    "intervenante?s?|intervenant[·.e()-]{1,4}s|participante?s?|oratrices?|orateurs?|personnes présentes"
    "|membres présents|(?:[ée]taient |[ée]tait |élus |élues |membres )?(?:présente?s?|excusée?s?|absente?s?"
    r"(?: (?:et )?(?:non )?excusée?s?)?"
    "|représentée?s?|invitée?s?)(?:(?:,| /| et| ou) (?:présente?s?|excusée?s?|absente?s?|représentée?s?"
    "|invitée?s?|pouvoirs?))*(?: ayant donné (?:pouvoir|procuration))?|pouvoirs?|procurations?|quorum"
    "|modérat(?:eur|rice)s?|modération|animat(?:eur|rice)s?|animation|introduction(?: et animation)?"
    "|conclusion|ouverture|clôture|présidente?(?: de (?:la )?séance)?|présidence"
    "|secrétaires?(?: de (?:la )?séance)?|secrétariat(?: de (?:la )?séance)?"
    r"|rapporteu(?:r|se)s?|discutante?s?|grands? témoins?|rédact(?:eur"
    "|rice)s?|rédaction|relecture|auteure?s?|contacts?|organisat(?:eur|rice)s?|organisé par"
    "|co-?organisat(?:eur|rice)s?|partenaires?|horaires?|heures?(?: de début| de fin)?|durée"
    "|dates?(?: de (?:la )?(?:réunion|séance|convocation|rencontre))?|quand|où|lieux?"
    "|lieu de (?:la )?(?:réunion|séance|rencontre)|adresse|ville|salle|type|format|objet|sujet|thèmes?"
    "|thématiques?|titre|objectifs?|ordre du jour|publics?(?: cibles?)?"
    r"|nombre de (?:participants|conseillers|membres|votants|présents|procurations|pouvoirs)(?: [a-zéè]+){0,3}"
    "|prochaine (?:réunion|séance|rencontre)|pièces? jointes?|annexes?|diffusion|destinataires?"
)
_LABEL = re.compile(rf"({_NOUNS})(?: ?\(\d{{1,4}}\))?[ \xa0\u202f]*:[ \xa0\u202f]*", re.IGNORECASE)
#: In a title these name a part of the meeting.
_PART = re.compile(r"(?:introduction|conclusion|ouverture|clôture)$", re.IGNORECASE)
_START = re.compile(r"[\s\-–—•*>]{0,6}")
#: Between two labels of one line stands a sign, or nothing but the capital of the second one.
_NEXT = re.compile(
    rf"(?:[ \xa0]*[—–|•;.,/][ \xa0]+|[ \xa0]+(?=(?-i:[A-ZÀ-Þ])))(?=(?:{_NOUNS})[ \xa0\u202f]*:)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A label without its colon, and what it announces: the rest of the line, or the list below; empty when nothing."""

    label: Span
    value: Span


def labels(document: Document) -> tuple[LabelLine, ...]:
    """Return the label lines of a document, in order; only labels that reports use are known."""
    found = blocks(document)
    told: list[LabelLine] = []
    for number, block in enumerate(found):
        if block.kind == "row":
            continue
        for start, end in _lines(document, block):
            told += _in_line(document, start, end, found[number + 1 :] if end == block.span.end else ())
    return tuple(told)


def _lines(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    start = block.span.start
    while start < block.span.end:
        stop = document.text.find("\n", start, block.span.end)
        stop = block.span.end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _in_line(document: Document, start: int, end: int, after: tuple[Block, ...]) -> Iterator[LabelLine]:
    is_title = any(heading.span.start == start for heading in document.outline)
    at = _START.match(document.text, start, end)
    match = _LABEL.match(document.text, at.end() if at else start, end)
    while match and not (is_title and _PART.match(match[1])):
        following = _NEXT.search(document.text, match.end(), end)
        stop = following.start() if following else _wrapped(document, end)
        value = _trimmed(document, match.end(), stop)
        if value.start == value.end and not following:
            value = _below(document, value, after)
        yield LabelLine(Span(document.id, match.start(1), match.end(1)), value)
        match = _LABEL.match(document.text, following.end(), end) if following else None


def _wrapped(document: Document, end: int) -> int:
    """Return where a value ends that a comma carries over to the next lines, which are no labels themselves."""
    text = document.text
    while text[:end].endswith(",") and text[end : end + 1] == "\n":
        stop = text.find("\n", end + 1)
        stop = len(text) if stop < 0 else stop
        line = text[end + 1 : stop]
        if not line.strip() or _START.match(line) is None or _LABEL.match(line.lstrip()):
            break
        end = stop
    return end


def _below(document: Document, nothing: Span, after: tuple[Block, ...]) -> Span:
    """Return the list, or the paragraph, that stands under a label."""
    if len(after) > 1 and after[1].kind == "item" and document.quote(after[0].span).rstrip().endswith(":"):
        after = after[1:]  # « Étaient présents : Mesdames et Messieurs les conseillers : », and their list
    listed: list[Block] = []
    for block in after:
        if block.kind != "item":
            break
        listed.append(block)
    if not listed and after and after[0].kind == "paragraph" and not _LABEL.match(document.quote(after[0].span)):
        listed = [after[0]]
    return Span(document.id, listed[0].span.start, listed[-1].span.end) if listed else nothing


def _trimmed(document: Document, start: int, end: int) -> Span:
    words = document.text[start:end]
    end -= len(words) - len(words.rstrip())
    return Span(document.id, min(start, end), end)
