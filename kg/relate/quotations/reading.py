"""Reads a document sentence by sentence and finds who says what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.parse import Parsed
from kg.lexicon.given_names import is_given_name
from kg.regex import regex
from kg.relate.quotations import boxes, indirect
from kg.relate.quotations.attributions import attributions
from kg.relate.quotations.block_quotes import announced_block
from kg.relate.quotations.continued import answered, before_colon, goes_on
from kg.relate.quotations.crowds import body_of, stands_for_somebody
from kg.relate.quotations.dialogues import unsigned_turns
from kg.relate.quotations.direct import attribute
from kg.relate.quotations.discourse import Discourse, Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.flow import carry_on
from kg.relate.quotations.functions import BODY
from kg.relate.quotations.guillemets import Quoted
from kg.relate.quotations.nested import told_inside
from kg.relate.quotations.notes import carried, in_notes, noted
from kg.relate.quotations.people import is_human
from kg.relate.quotations.phrases import PAIR, Phrase
from kg.relate.quotations.roster import Roster
from kg.relate.quotations.second_hand import words_of
from kg.relate.quotations.sentence import Attribution, Sentence
from kg.relate.quotations.shadow import NAME, QUOTE, Paragraph, Shadow
from kg.relate.quotations.shapes import Grammar, between, sort_out
from kg.relate.quotations.signed_items import signed_item
from kg.relate.quotations.subjects import as_for, introduced, leading_phrase, opening_office, role_subject
from kg.relate.quotations.turns import label
from kg.types import Entity, Extraction

_OMITS = regex(r"(?:avant|et|puis)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voiced:
    """An attribution with its speaker."""

    cue: Attribution
    speaker: Speaker


@dataclass
class Turn:
    """A sentence, its quotations, its attributions, and who was last heard in it."""

    sentence: Sentence
    quotes: list[Quoted]
    voiced: list[Voiced] = field(default_factory=list)
    heard: Speaker | None = None
    subject: Speaker | None = None
    told: list[Finding] = field(default_factory=list)


class Reading:
    """One pass over a document."""

    def __init__(self, parsed: Parsed, extraction: Extraction, entities: Sequence[Entity]) -> None:
        self.document = parsed.document
        self.shadow = Shadow(parsed, extraction.mentions)
        self.blocks = self.shadow.blocks
        self.grammar = Grammar(parsed)
        spoken, fragments = sort_out(self.shadow, self.grammar)
        self.fragments = fragments
        self.shadow.settle(spoken, fragments)
        self.roster = Roster(extraction, entities, self.grammar.finite)
        self.discourse = Discourse(self.shadow, self.roster)
        self.findings: list[Finding] = []
        self.notes = in_notes(self)
        #: Who the paragraph before announces, and how: « for » (« Pour Ada Blanc : »), a verb, or as its subject.
        self.announced: tuple[Speaker, str] | None = None
        #: Who was heard at the end of the paragraph before, and its section.
        self.above: tuple[int, Speaker] | None = None
        self.announcing: tuple[Speaker, str] | None = None

    def read(self) -> list[Finding]:
        """Return what was found, in the order of the text."""
        taken = boxes.find(self)
        for number, paragraph in enumerate(self.shadow.paragraphs):
            self.discourse.enter(paragraph.section, number)
            if paragraph.start in taken:
                self.discourse.push(taken[paragraph.start])
                opened = label(self, paragraph)
                said = replace(paragraph, start=paragraph.start + opened.end) if opened else paragraph
                self.findings += told_inside(self, list(self._turns(said)), taken[paragraph.start])
                continue
            self._paragraph(paragraph, number)
        self.findings += unsigned_turns(self)
        return sorted(self.findings, key=lambda f: (f.start, f.end, f.rule))

    def _paragraph(self, paragraph: Paragraph, number: int) -> None:
        turns = list(self._turns(paragraph))
        self.announced, self.announcing = self.announcing, None
        block = announced_block(self, paragraph)
        if block:
            self.findings.append(block)
            self.announcing = self.announced
            return
        for at in range(len(turns)):
            self._turn(turns, at)
        carry_on(self, turns)
        last = self._last_heard(turns)
        self.above = (paragraph.section, last) if last and last.mention else None
        if turns:
            self.findings += indirect.list_items(self, turns[-1], number)
            self.announcing = _announced(self, turns[-1])

    def _last_heard(self, turns: Sequence[Turn]) -> Speaker | None:
        """Who is heard at the end of a paragraph: its only speaker may go on without a cue."""
        if not turns or turns[-1].heard:
            return turns[-1].heard if turns else None
        known = [self.roster.of(t.heard.mention) if t.heard.mention else None for t in turns if t.heard]
        heard = [turn.heard for turn in turns if turn.heard]
        one = len({k.key if k else "" for k in known}) == 1 and known[0] and known[0].kind == "person"
        return heard[-1] if one and not re.search(NAME, turns[-1].sentence.words) else None

    def _turns(self, paragraph: Paragraph) -> Iterator[Turn]:
        for start, end in self.shadow.sentences(paragraph):
            sentence = Sentence(self.shadow.text, start, end, self.grammar.finite)
            yield Turn(sentence, between(self.shadow.quotes, start, end))

    def _turn(self, turns: list[Turn], at: int) -> None:
        turn = turns[at]
        cues = attributions(turn.sentence)
        self._lead(turn, cues)
        turn.voiced = list(self._voices(cues))
        if not turn.voiced:
            lead = introduced(turn.sentence) or leading_phrase(turn.sentence)
            lead = lead or role_subject(turn.sentence, turn.sentence.end) or opening_office(turn.sentence)
            if lead and (lead.kind != "role" or is_human(lead.words)):
                turn.subject = self.discourse.resolve(lead)
                several = re.match(r"(?:les|des|ces|nos|deux|trois|plusieurs) ", lead.words, re.IGNORECASE)
                if several:
                    self.discourse.pair = None
                doubtful = lead.kind == "unknown" and not is_given_name(lead.words.split()[0])
                self.discourse.push(turn.subject, None if several or doubtful else lead)
        for q in turn.quotes:
            finding = attribute(self, turns, at, q)
            turn.heard = finding.speaker
            self.findings.append(finding)
        told = indirect.reported(self, turns, at) or noted(self, turns, at) or before_colon(self, turn)
        told = told or signed_item(self, turns, at) or answered(self, turns, at)
        turn.told = told
        if told:
            turn.heard = turn.heard or told[-1].speaker
            self.findings += told
        elif carried(self, turns, at) or goes_on(self, turns, at):
            turn.heard = turn.told[-1].speaker
        speaking = [voiced for voiced in turn.voiced if voiced.cue.reports or turn.quotes]
        if turn.heard is None and speaking:
            turn.heard = speaking[-1].speaker

    def _lead(self, turn: Turn, cues: Sequence[Attribution]) -> None:
        """« Ada Blanc tempère : selon elle, … »: whoever leads the sentence is the one a pronoun resumes."""
        sentence = turn.sentence
        first = cues[0].phrase if cues else None
        told = first is not None and first.kind == "role" and cues[0].form == "verb-subject" and turn.quotes
        resumed = first is not None and first.kind in ("pronoun", "omitted") and cues[0].form != "verb-subject"
        resumed = resumed or (first is not None and first.kind == "pronoun" and introduced(sentence) is not None)
        if first is None or not (told or resumed):
            return  # « Ada Blanc a perdu, « deux fois », précise la maire »: a function may resume her too
        lead = as_for(sentence) or introduced(sentence) or leading_phrase(sentence)
        lead = lead or role_subject(sentence, first.start)
        several = lead is not None and re.match(r"(?:les|des|ces|nos) ", lead.words, re.IGNORECASE)
        human = lead and (lead.kind == "person" or (lead.kind == "role" and is_human(lead.words) and not several))
        if lead and human and lead.start < first.start:
            self.discourse.push(self.discourse.resolve(lead), lead if lead.kind == "role" else None)

    def _voices(self, cues: Sequence[Attribution]) -> Iterator[Voiced]:
        for cue in cues:
            voiced = self.voice(cue)
            if voiced:
                yield voiced
                if voiced.cue.form != "omitted":
                    self.discourse.push(voiced.speaker, cue.phrase)

    def voice(self, cue: Attribution) -> Voiced | None:
        """Resolve the speaker of an attribution; None when its phrase cannot speak."""
        phrase = cue.phrase
        body = body_of(self.shadow, phrase) if phrase else None
        speaker = self.discourse.resolve(body or phrase)
        if phrase is None or body:
            return Voiced(cue, speaker)
        quoted = cue.form == "verb-subject" and re.search(
            rf"{QUOTE}[\s,]*(?:s'|se |l'|a )?$", self.shadow.text[: cue.cue_start][-9:]
        )
        if phrase.kind == "role" and speaker.mention is None and not quoted and not is_human(phrase.words):
            return None
        lone = phrase.kind == "unknown" and not phrase.titled and " " not in phrase.words
        if speaker.mention is None and (lone or (phrase.kind == "place" and cue.form == "for")):
            return None
        if (
            cue.plural
            and phrase.kind in ("person", "pronoun")
            and phrase.words not in ("ils", "elles")
            and not PAIR.match(self.shadow.text, phrase.start, phrase.end)
            and cue.form == "subject-verb"
        ):
            return None
        if _nobody(self.shadow, cue, phrase, speaker):
            return None
        if cue.form == "for" and speaker.mention is None and not _some(phrase):
            return None
        return Voiced(cue, speaker)


def _nobody(shadow: Shadow, cue: Attribution, phrase: Phrase, speaker: Speaker) -> bool:
    """« On dit que … » is nobody's; nor is « Demande acceptée » when nobody was noted before."""
    if cue.form == "omitted":
        return speaker.mention is None and not _OMITS.match(shadow.text, cue.cue_start)
    said = cue.form in ("verb-subject", "as") or stands_for_somebody(shadow, phrase)
    return phrase.kind == "crowd" and bool(re.match(r"(?:on|nous)$", phrase.words)) and not said


def _some(phrase: Phrase) -> bool:
    """« Pour certains participants, … » tells what is said; « Pour les habitants, … » tells what concerns them."""
    return bool(
        re.match(r"(?:certaine?s|plusieurs|d'autres|beaucoup|une? (?:participant|intervenant|élu))", phrase.words)
        or (
            re.match(r"(?:l[ea] |l'|cet?(?:te)? )", phrase.words)
            and is_human(phrase.words)
            and not BODY.match(phrase.words)
        )
    )


def _announced(reading: Reading, turn: Turn) -> tuple[Speaker, str] | None:
    """Who is announced by a paragraph that ends in a colon (« Pour Ada Blanc, maire de Lens : »), and how."""
    if not turn.sentence.words.rstrip().endswith(":"):
        return None
    whose = words_of(turn.sentence, turn.sentence.end)
    if whose and whose.kind == "person":
        return reading.discourse.resolve(whose), "words-of"
    if turn.voiced:
        last = turn.voiced[-1]
        return last.speaker, "for" if last.cue.form in ("for", "according") else "verb"
    return (turn.subject, "subject") if turn.subject else None


def read_document(parsed: Parsed, extraction: Extraction, entities: Sequence[Entity]) -> list[Finding]:
    """Return all that is said in a document, with how it was found."""
    return Reading(parsed, extraction, entities).read()
