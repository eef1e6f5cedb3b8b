"""When and where a report's event was, by the first lines of the report, the lines of its labels, what opened it."""

import re

from corpus import Span, find_dates, find_hours
from index import fold
from kg.ask.language.moments import moments, places
from kg.ask.library import Library
from kg.ask.question.kinds import bare_town
from kg.ask.sessions.front import front_lines
from kg.regex import regex

#: How many words a place has at most.
WORDS = 7
_PARTS = regex(r"\s+[–—|·-]\s+|[,;()]|\s*:\s+|\bà la (?=[a-z])|\bau (?=[A-Z])")
#: « Lieu : », « Salle Verte »; « où » leads a title as well, so that only a mark makes a label of it.
_LABELLED = regex(r"[^\w«“\"]*(?:(?:lieux?|salle|endroit|adresse)\s*:?|ou\s*:)\s+(?=\S)(?!.*\?)")
_DATED = regex(r"\W*(?:dates?|calendrier|quand|periode|annee|horaires?|deroulement)\b[^a-z0-9]{0,4}")
_TITLE = regex(
    r"\b(?:compte rendu|proces-verbal|synthese|actes|rapport|programme|publie|mis a jour|journal|redige|communique"
    r"|sous la presidence|present|absent|excuse|organise|n°|seance|accueil|liste|reunion|rencontre|session|atelier"
    r"|table ronde|releve)"
)
#: « La séance est ouverte à 20 h », « le conseil s'est réuni à dix-neuf heures »; what it is that opens.
_OPENED = regex(r"\b(?:ouv(?:re|erte?|rait|rit)|debut\w*|commenc\w*|reunie?s?|demarr\w*|rendez-vous)\b")
_MEETS = regex(
    r"\b(?:seance|assemblee|reunion|conseil|journee|ateliers?|colloque|seminaire|forum|debats?|travaux|rencontres?"
    r"|comite)\b"
)
#: A title in guillemets that begins a line is no place.
_NAMED = regex(r"^\W*«[^»]*»")
#: A town by its form: « Villers-sur-Orne ».
_TOWN = regex(
    r"[A-ZÀ-Ý][\w'’]+(?:-[\w'’]+)*-(?:sur|sous|en|les?|lès|la|l['’]|de|du|des|aux?|saint|sainte)\b[-\w'’]*|(?:Saint"
    r"|Sainte|St|Ste)-[\w'’-]+"
)


def front_place(library: Library, document_id: str) -> tuple[str, Span] | None:
    """Return where an event was, as the letterhead of its report tells, with the line that does."""
    mentions = library.knowledge.extraction_of[document_id].mentions
    towns = {fold(m.name) for m in mentions if m.kind == "place"}
    towns |= {fold(bare_town(m.name)) for m in mentions if m.kind == "organisation" and bare_town(m.name) != m.name}
    for words, span in front_lines(library.knowledge.documents[document_id]):
        if labelled := _LABELLED.match(fold(words)):
            return words[labelled.end() :].strip(" ."), span
        dated = [*moments(words), *moments(words, "hour")] if find_dates(words) or find_hours(words) else []
        told = _around(words, dated, towns)
        if told:
            return told, span
    return None


def _around(words: str, dated: list[tuple[int, int]], towns: set[str]) -> str:
    """Return the places of a line: what is beside its date, or the whole of a line that a building begins."""
    rest = words
    for start, end in sorted(dated, reverse=True):
        rest = f"{rest[:start]}, {rest[end:]}"
    rest = _NAMED.sub("", rest)
    parts = [" ".join(part.split()).strip(" .*_«»") for part in _PARTS.split(rest)]
    parts = [re.sub(r"^(?:(?:le|les|de|du|au|à|a|et|,)\b\s*)+$", "", part, flags=re.IGNORECASE) for part in parts]
    parts = [part for part in parts if len(part) > 2 and not _TITLE.search(fold(part))]
    built = [part for part in parts if next(places(part), (1, 0))[0] == 0]
    known = [part for part in parts if fold(part) in towns or _TOWN.fullmatch(part)]
    if not (built or known) or (not dated and (not built or built[0] != parts[0])):
        return ""
    short = [part for part in parts if (len(part.split()) <= WORDS and part[:1].isupper()) or part in built]
    whole = short if len(short) == len(parts) else [part for part in parts if part in built or part in known]
    return ", ".join(whole)


def front_hour(library: Library, document_id: str) -> tuple[str, Span] | None:
    """Return the hour at which an event began: of the letterhead, else of the first sentence that says it opened."""
    for words, span in front_lines(library.knowledge.documents[document_id]):
        if (hours := moments(words, "hour")) and find_dates(words):
            return words[hours[0][0] : hours[0][1]], span
    for passage in library.knowledge.extraction_of[document_id].passages[:20]:
        for sentence in library.sentences(passage):
            plain = sentence.folded
            hours = moments(sentence.words, "hour") if _OPENED.search(plain) and _MEETS.search(plain) else []
            if hours:
                return sentence.words[hours[0][0] : hours[0][1]], sentence.span
    return None


def labelled_date(library: Library, document_id: str) -> tuple[str, Span] | None:
    """Return the date that a line of a report gives after a label (« Calendrier : mai 2024 »), with that line."""
    text = library.knowledge.documents[document_id].text
    at = 0
    for line in text.split("\n"):
        label = _DATED.match(fold(line))
        dates = find_dates(line) if label else []
        if label and dates and dates[0].start - label.end() < 20:
            return line[dates[0].start : dates[0].end], Span(document_id, at, at + len(line))
        at += len(line) + 1
    return None
