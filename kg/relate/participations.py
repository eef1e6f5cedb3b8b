"""What people and organisations are at an event: speaker, moderator, organiser, present, excused, absent, secretary."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract.labels import label_line, lines, part_of_label
from kg.extract.listed import placed_people
from kg.extract.source import Source
from kg.extract.tables import table_rows
from kg.regex import regex
from kg.relate.events import session_at
from kg.relate.session_people import announced
from kg.relate.told_parts import part_told
from kg.types import Event, Mention, Part, Participation, Provenance

_PAIR = regex(
    r"\b(?:animée?s?|modérée?s?|facilitée?s?)\s+(?:et \w+\s+)?par\s(?:(?!\.\s+[A-ZÀ-Ý])[^;]){0,600}\bet par\s*$"
)
_ANIMATED = regex(
    r"\b(?:animée?s?|modérée?s?|facilitée?s?|présidée?s?|conduite?s?|menée?s?|ouverte?s? et présidée?s?)\s+"
    r"(?:et \w+\s+)?par\s*(?:(?:M|Mme|Mlle|Dr|Pr)\.?\s|Madame |Monsieur )?\s*$",
    re.IGNORECASE,
)
#: A name after « de » in a title is what the talk is about, unless a word for a speech stands before.
_IS_TOPIC = regex(r"\b(?:de|d['’]|du|sur|chez|selon|à)\s*(?:(?:M|Mme|Mlle|Dr|Pr)\.?\s)?\s*$", re.IGNORECASE)
_SPEECH_OF = regex(
    r"\b(?:mots?|propos|discours|allocutions?|interventions?|conférences?|présentations?|témoignages?|accueil|ouverture|"
    r"clôture|conclusions?|synthèse|introduction|message|paroles?|exposé|regards?)\b[^:«»]{0,40}$",
    re.IGNORECASE,
)
_ORGANISED = regex(
    r"\b(?:organisée?s?|co-?organisée?s?|co-?construite?s?|portée?s?|proposée?s?|"
    r"initiée?s?)\b[^.;:]{0,40}?\b(?:par|entre)\s+(?:(?:la |le |les |l['’])(?:[a-zéè]+ )?)?$",
    re.IGNORECASE,
)


def read_participations(
    source: Source, mentions: Sequence[Mention], events: Sequence[Event]
) -> tuple[Participation, ...]:
    """Return what each person or body is at the event or session where the document says so."""
    main = _main_of(events)
    if main is None:
        return ()
    found: list[Participation] = []
    for placed in placed_people(source):
        event = session_at(events, placed.mention.span.start) or main
        if placed.part and placed.place != "caption":
            at = main if placed.part in ("present", "excused", "absent", "secretary", "participant") else event
            found.append(
                Participation(
                    placed.mention.id, at.mention, placed.part, Provenance(placed.mention.span, f"{placed.place}/1")
                )
            )
    for row in table_rows(source):
        person = row.placed.mention
        found.append(
            Participation(
                person.id, main.mention, row.placed.part or "participant", Provenance(person.span, "table-row/1")
            )
        )
    found += _in_prose(source, mentions, events)
    found += _in_titles(source, mentions, events)
    found += _organisers(source, mentions, main)
    return _joined(found, announced(source, mentions, events))


def _joined(found: Sequence[Participation], lines_say: Sequence[Participation]) -> tuple[Participation, ...]:
    """Join what each rule read: the label before a name is surer than the label of its line, which a list is not."""
    leading = {one.agent for one in found if one.part == "moderator"}
    kept = [one for one in lines_say if not (one.provenance.rule.startswith("announced-list") and one.agent in leading)]
    surer = {one.agent for one in kept}
    rest = (one for one in found if one.agent not in surer or one.part not in ("speaker", "moderator"))
    return tuple(dict.fromkeys((*rest, *kept)))


def _in_titles(source: Source, mentions: Sequence[Mention], events: Sequence[Event]) -> Iterator[Participation]:
    """Read « 16h00 : Clôture par Claire Petit »: who stands in the title of a session speaks there, or leads it."""
    people = [mention for mention in mentions if mention.kind == "person"]
    for event in events:
        start, end = (int(part) for part in event.mention.rsplit(":", 1)[1].split("-"))
        for person in people if event.kind == "session" and event.provenance.rule.startswith("timed") else ():
            if start <= person.span.start < end:
                before = source.document.text[start : person.span.start]
                if _IS_TOPIC.search(before) and not _SPEECH_OF.search(before):
                    continue
                part: Part = "moderator" if _ANIMATED.search(before) else "speaker"
                yield Participation(person.id, event.mention, part, Provenance(person.span, "session-title/1"))


def _in_prose(source: Source, mentions: Sequence[Mention], events: Sequence[Event]) -> Iterator[Participation]:
    """Read « était animé par X, …, et par Y » and « organisé par Z »."""
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    starts = [mention.span.start for mention in ordered]
    for unit in source.units:
        inside = ordered[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        for mention in inside:
            event = session_at(events, mention.span.start)
            if event is None:
                continue
            before = unit.text[: mention.span.start - unit.start]
            if mention.kind == "person" and (told := part_told(before, unit.text[mention.span.end - unit.start :])):
                at = event if told == "moderator" else _main_of(events) or event
                yield Participation(mention.id, at.mention, told, Provenance(mention.span, "told-part/1"))
            if mention.kind == "person" and _takes_turn(source, mention):
                yield Participation(mention.id, event.mention, "speaker", Provenance(mention.span, "turn-of-speech/1"))
            elif mention.kind == "person" and (_ANIMATED.search(before) or _second_of_pair(before)):
                yield Participation(mention.id, event.mention, "moderator", Provenance(mention.span, "animated-by/1"))
            elif mention.kind == "organisation" and _ORGANISED.search(before[-120:]):
                yield Participation(mention.id, event.mention, "organiser", Provenance(mention.span, "organised-by/1"))


def _main_of(events: Sequence[Event]) -> Event | None:
    return next((event for event in events if event.provenance.rule.startswith("document-event")), None)


def _takes_turn(source: Source, mention: Mention) -> bool:
    """Tell a name that begins a line and a turn of speech: « Claire Petit : Bonjour à tous. »."""
    text = source.document.text
    line = text.rfind("\n", 0, mention.span.start) + 1
    lead = re.fullmatch(r"\s*(?:-\s*)?(?:(?:M|Mme|Mlle|Dr|Pr)\.?|Madame|Monsieur)?\s*", text[line : mention.span.start])
    return bool(lead and re.match(r"\s?:\s+[«“A-ZÀ-Ý]", text[mention.span.end : mention.span.end + 6]))


def _second_of_pair(before: str) -> bool:
    """Tell « animé par X, de tel collectif, et par »: the same sentence, whatever stands between the two names."""
    return bool(_PAIR.search(before[-700:]))


def _organisers(source: Source, mentions: Sequence[Mention], main: Event) -> Iterator[Participation]:
    """Read « Organisé par : … » and a lone line « Pratique déployée par »."""
    bodies = sorted(m for m in mentions if m.kind == "organisation")
    for unit in source.units:
        if unit.block.kind not in ("paragraph", "item"):
            continue
        for start, end in lines(source, unit):
            label = label_line(source, start, end)
            if label and part_of_label(label.label) == "organiser":
                for body in bodies:
                    if label.value_start <= body.span.start < label.value_end:
                        yield Participation(
                            body.id, main.mention, "organiser", Provenance(body.span, "organiser-label/1")
                        )
