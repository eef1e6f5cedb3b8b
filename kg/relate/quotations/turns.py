"""Turns of speech that a label opens: minutes, transcripts, interviews, notes (« Ada Blanc : … », « A. B. – … »)."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon.speech_verbs import tells
from kg.regex import regex
from kg.relate.quotations.discourse import Speaker
from kg.relate.quotations.findings import Finding
from kg.relate.quotations.indirect import trim
from kg.relate.quotations.phrases import Phrase, phrase_in
from kg.relate.quotations.shadow import NAME, ORGANISATION, Paragraph

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

#: « Nom : », « Nom – », « NOM. — »; never the colon of an hour (« 12:30 »).
_AFTER_NAME = r"(?::(?!\d)|\s[–—]\s|\.\s*[–—]|\.\s-\s)"
_BULLET = r"\s*(?:- |=> ?)?"
_MINUTES = regex(
    rf"{_BULLET}(?:R(?:éponse|ép\.?)?\.?\s?[:–—-]\s+)?(?:(?:\d+\s?(?:ère|re|e|ème|de)\s)?"
    rf"(?:[Qq]uestion|[Rr]éponse|[Rr]emarque|[Ii]ntervention) (?:de |d'))?"
    rf"(?:(?:l[ea] |l')[a-zà-ÿ][a-zà-ÿ' -]{{2,40}},? )?"
    rf"(?:(?:M\.|Mme|Mlle|Dr|Pr|Monsieur|Madame)\s(?:d'|de )?)?(?P<name>{NAME})\s*"
    rf"(?:\([^)]{{1,80}}\)|,[^:.]{{1,160}})?\s*{_AFTER_NAME}\s*(?=\S)"
)
#: « S. V.-D. : », « AB – », « A.B. : ».
_INITIALS = regex(
    rf"{_BULLET}(?P<initials>(?:[A-ZÀ-Ý]\.[ -]?){{2,5}}|[A-ZÀ-Ý]{{2,4}})\s*"
    r"(?::(?!\d)|\s[–—]\s|(?<=\.)\s*[–—]|(?<=\. )- |(?<=\.)- )\s*(?=\S)"
)
#: « A. B. Au marché. »: in a crossed interview, initials in bold open an answer without a colon.
_BARE_INITIALS = regex(r"\s*(?P<initials>[A-ZÀ-Ý]\. ?[A-ZÀ-Ý]\.)\s+(?=[A-ZÀ-Ý])")
#: « Q. (Ada Blanc, Ville de Lens) – … », « R. (A. Blanc) – … »: who asks and who answers, in brackets.
_BRACKETED = regex(r"\s*(?:[-–•] )?(?:Q|R|Question|Réponse)\.?\s?\((?P<who>[^()]{2,160})\)\s*[–—:-]\s+(?=\S)")
#: « M.-A. DURAND. – », when the name itself was not recognised.
_SURNAME = regex(
    rf"{_BULLET}(?:[A-ZÀ-Ý]\.[ -]?){{1,3}}\s?"
    rf"(?P<surname>[A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ'-]+(?: [A-ZÀ-Ý'-]{{2,}})?)\s*{_AFTER_NAME}\s*(?=\S)"
)
#: « - Le Gallou : », on an item.
_BY_SURNAME = regex(r"\s*(?:[-–•] )?[*_]?(?P<surname>[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)[*_]?\s*:\s+(?=\S)")
_BODY = regex(rf"{_BULLET}(?:L[ea] |L')?(?P<body>{ORGANISATION})\s*{_AFTER_NAME}\s*(?=\S)")
_REPEATED = regex(rf"{_BULLET}(?P<label>[A-ZÀ-Ý][^:.!?–—\ue000-\ue009]{{2,40}}?)\s*(?::(?!\d)|\s[–—])\s+(?=\S)")
_ANYBODY = regex(
    r"\s*(?P<who>(?:[Uu]ne?|[Ll][ae]|[Ll]')\s?[\w' -]{2,40}?(?:, [a-zà-ÿ][\w' -]{2,40})?|U(?:N|NE) [A-ZÀ-Ý' -]{3,40}|"
    r"Mme l[ea] \w+|M\. le \w+|Public|Salle|"
    r"(?:M\.|Mme|Monsieur|Madame) (?:d'|de |le |la )?[A-ZÀ-Ý][\w' -]{1,30}?|"
    rf"Question|Q\.?)\s*{_AFTER_NAME}\s*(?=\S)"
)
#: « Mme la Maire : », « M. le Président : »: a turn wherever it stands.
_TITLED_TURN = regex(
    r"\s*(?:- )?(?P<who>(?:Mme|MME|Madame) (?:l[ea]|L[EA]) \w+|(?:M\.|Mme|MME|Monsieur) (?:le|LE) \w+)"
    rf"\s*{_AFTER_NAME}\s*(?=\S)"
)
_TITLE = regex(r"(?:Mme|MME|M\.|Madame|Monsieur)\s(?=(?:[Ll][EeAa])\s)")
NOT_SPEECH = regex(
    r"\s*(?:les |liste des )?(?:intervenant|programme|déroulé|participant|présent|excusé|absent|contact|"
    r"organis|équipe|membres|"
    r"invité|avec\b)\S*(?:\s+\S+){0,3}\s*$",
    re.IGNORECASE,
)
#: « Q. – », « Q : »: a list of questions and answers.
_ASKED = regex(r"\s*(?:- )?Q(?:uestion)?\.?\s?(?:\d+\s?)?[–—:]\s")
_WORDS, _SEVERAL, _TWICE, _INITIAL = 5, 3, 2, 4


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a paragraph: whose turn it opens, and its place in the paragraph."""

    speaker: Speaker
    start: int
    end: int
    anybody: bool


def turns(reading: "Reading", taken: dict[int, Speaker]) -> dict[int, Speaker]:
    """Add the turns that labels open to the findings; return the speakers by the paragraphs that are dealt with."""
    bare = _bare(reading)
    labels = {
        p.start: bare.get(p.start) or _bracketed(reading, p) or label(reading, p) for p in reading.shadow.paragraphs
    }
    asked = sum(bool(_ASKED.match(reading.shadow.plain(p.start, p.end))) for p in reading.shadow.paragraphs)
    transcript = sum(found is not None for found in labels.values()) >= _SEVERAL or asked >= _TWICE
    repeated = _repeated(reading) if transcript else frozenset()
    found: dict[int, Speaker] = {}
    headed = [Paragraph(b.span.start, b.span.end, 0, b) for b in reading.blocks if b.kind == "heading" and transcript]
    headed = [p for p in headed if label(reading, p) or _ASKED.match(reading.shadow.plain(p.start, p.end))]
    headed = [p for p in headed if reading.shadow.plain(p.start, p.end).rstrip(" *").endswith((".", "?", "!", "…"))]
    labels |= {p.start: label(reading, p) for p in headed}
    for paragraph in [*reading.shadow.paragraphs, *headed]:
        if paragraph.start in taken:
            continue
        named = labels[paragraph.start] or (_unnamed(reading, paragraph, repeated) if transcript else None)
        named = named or _titled(reading, paragraph)
        if named and _turn(reading, paragraph, named, transcript=transcript):
            found[paragraph.start] = named.speaker
    return found


def _bare(reading: "Reading") -> dict[int, Label]:
    """The answers of a crossed interview, by their paragraphs: two known persons at least, by initials alone."""
    found: dict[int, Label] = {}
    for paragraph in reading.shadow.paragraphs:
        match = _BARE_INITIALS.match(reading.shadow.plain(paragraph.start, paragraph.end))
        known = reading.roster.initialled(match["initials"]) if match else None
        if match and known:
            speaker = Speaker(known.places[0].id, "", "initials", (known.key,))
            found[paragraph.start] = Label(speaker, match.start("initials"), match.end(), False)
    people = Counter(told.speaker.candidates for told in found.values())
    return found if len(people) >= _TWICE and min(people.values()) >= _TWICE else {}


def _bracketed(reading: "Reading", paragraph: Paragraph) -> Label | None:
    """Who asks or answers, in brackets: a name, a surname after an initial, or somebody unknown."""
    match = _BRACKETED.match(reading.shadow.plain(paragraph.start, paragraph.end))
    if match is None:
        return None
    mention = reading.shadow.mention_at(paragraph.start + match.start("who"))
    if mention and mention.kind == "person":
        return Label(Speaker(mention.id, "", "label", (reading.roster.key(mention.id),)), 0, match.end(), False)
    held = reading.roster.surnamed(re.sub(r"^(?:[A-ZÀ-Ý]\.[ -]?){1,3}", "", match["who"]))
    if len(held) == 1:
        return Label(Speaker(held[0].places[0].id, "", "surname", (held[0].key,)), 0, match.end(), False)
    return Label(Speaker(None, match["who"], "crowd"), 0, match.end(), True)


def is_transcript(reading: "Reading") -> bool:
    """Tell whether at least three paragraphs open with the label of somebody known."""
    return sum(label(reading, p) is not None for p in reading.shadow.paragraphs) >= _SEVERAL


def label(reading: "Reading", paragraph: Paragraph) -> Label | None:
    """Return the label of somebody known that opens a paragraph: a name, initials, an organisation."""
    text = reading.shadow.names(paragraph.start, paragraph.end)
    dotted = _INITIALS.match(reading.shadow.plain(paragraph.start, paragraph.end))
    if dotted and "." in dotted["initials"] and re.match(rf"{NAME}\s*(?:[.,;(]|$)", text[dotted.end() :]):
        return None  # « A. B. : Ada Blanc. »: whose initials these are
    match = _MINUTES.match(text) or _BODY.match(text)
    if match and re.match(rf"{NAME}\s*\(", text[match.end() :]):
        return None  # « Ville de Lens : Ada Blanc (maire) »: a list
    told = max(match.end(g) for g in match.groupdict()) if match else 0
    finite = match and reading.grammar.finite(paragraph.start + told, paragraph.start + match.end())
    if match and not finite and not tells(text[told : match.end()]):
        group = "name" if "name" in match.groupdict() else "body"
        at = paragraph.start + match.start(group)
        kind = "person" if group == "name" else "organisation"
        return Label(reading.discourse.resolve(Phrase(at, at + 1, kind, "", at)), match.start(), match.end(), False)  # type: ignore[arg-type]
    surname = _SURNAME.match(reading.shadow.plain(paragraph.start, paragraph.end))
    held = reading.roster.surnamed(surname["surname"]) if surname else []
    if surname and len(held) == 1:
        return Label(
            Speaker(held[0].places[0].id, "", "surname", (held[0].key,)), surname.start(), surname.end(), False
        )
    by_surname = _BY_SURNAME.match(reading.shadow.plain(paragraph.start, paragraph.end))
    held = reading.roster.surnamed(by_surname["surname"]) if by_surname else []
    if by_surname and len(held) == 1:
        return Label(Speaker(held[0].places[0].id, "", "surname", (held[0].key,)), 0, by_surname.end(), False)
    match = _INITIALS.match(text)
    known = reading.roster.initialled(match["initials"]) if match else None
    if match is None or known is None:
        return None
    return Label(Speaker(known.places[0].id, "", "initials", (known.key,)), match.start(), match.end(), False)


def _repeated(reading: "Reading") -> frozenset[str]:
    """The labels that open several blocks, headings included: « Le Courrier : » asks in an interview."""
    found = Counter(
        match["label"]
        for block in reading.blocks
        if (match := _REPEATED.match(reading.shadow.names(block.span.start, block.span.end)))
    )
    return frozenset(words for words, times in found.items() if times >= _SEVERAL)


def _unnamed(reading: "Reading", paragraph: Paragraph, repeated: frozenset[str]) -> Label | None:
    text = reading.shadow.names(paragraph.start, paragraph.end)
    asks = _REPEATED.match(text)
    if asks and asks["label"] in repeated:
        return Label(Speaker(None, asks["label"], "crowd"), asks.start(), asks.end(), True)
    match = _TITLED_TURN.match(text) or _ANYBODY.match(text)
    return _anybody(reading, paragraph, match) if match else None


def _titled(reading: "Reading", paragraph: Paragraph) -> Label | None:
    match = _TITLED_TURN.match(reading.shadow.names(paragraph.start, paragraph.end))
    return _anybody(reading, paragraph, match) if match else None


def _anybody(reading: "Reading", paragraph: Paragraph, match: re.Match[str]) -> Label | None:
    start, end = (paragraph.start + at for at in match.span("who"))
    if tells(match["who"]):
        return None  # « La commissaire rappelle le cadre : … »: a sentence
    titled = _TITLE.match(reading.shadow.plain(start, end))
    role = reading.shadow.plain(start + titled.end(), end).lower() if titled else ""
    phrase = Phrase(start, end, "role", role) if titled else phrase_in(reading.shadow.text, start, end)
    named = phrase and not re.match(r"une?\s", reading.shadow.plain(start, end), re.IGNORECASE)
    words = reading.shadow.plain(start, end)
    speaker = reading.discourse.resolve(phrase) if named else Speaker(None, words, "crowd")
    return Label(speaker, match.start(), match.end(), True)


def _turn(reading: "Reading", paragraph: Paragraph, told: Label, *, transcript: bool) -> bool:
    """Add one turn, if what follows its label is said; in a transcript one word is enough."""
    text = reading.shadow.names(paragraph.start, paragraph.end)
    titles = paragraph.block.titles
    if _is_notes(reading, paragraph, told, transcript=transcript):
        return False
    if titles and NOT_SPEECH.match(titles[-1]) and not transcript:
        return False
    start, end = trim(reading.document.text, paragraph.start + told.end, paragraph.end)
    words = len(text[told.end :].split())
    enough = words >= _WORDS and reading.grammar.finite(start, end)
    quotes = [q for q in reading.shadow.quotes if paragraph.start <= q.open < paragraph.end]
    if quotes and (not transcript or quotes[0].open <= start + 1):
        return False
    if not enough and not (transcript and words and text.rstrip()[-1:] in ".!?…"):
        return False
    cue = paragraph.start + told.start, paragraph.start + told.end
    reading.findings.append(Finding(start, end, told.speaker, "direct", "minutes/1", "states", *cue))
    return True


def _is_notes(reading: "Reading", paragraph: Paragraph, told: Label, *, transcript: bool) -> bool:
    """Notes give each sentence its own speaker: « AB : on signe. KT refuse. »."""
    asks = re.match(
        r"\s*(?:- )?(?:question|réponse)", reading.shadow.plain(paragraph.start, paragraph.end), re.IGNORECASE
    )
    if reading.notes and not asks:
        return True
    rest = reading.shadow.names(paragraph.start, paragraph.end)[told.end :]
    answered = re.search(r"[.!?]\s+(?:Réponse|Réplique|Précision|Remarque|Question) (?:de |du |d')", rest)
    if (
        (answered and not transcript)
        or re.search(rf"[.!?]\s+{NAME}\s*:", rest)
        or (not transcript and not told.anybody and re.search(rf"[.!?]\s+{NAME}\s*[a-zà-ÿ]", rest))
    ):
        return True
    later = [m.start() for m in re.finditer(rf"(?<=[.!?])\s+(?={NAME}\s[a-zà-ÿ])", rest)]
    return any(
        (mention := reading.shadow.mention_at(paragraph.start + told.end + at + 1)) is not None
        and mention.span.end - mention.span.start <= _INITIAL
        for at in later
    )
