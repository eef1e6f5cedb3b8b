"""Phrases that can stand for a speaker: a name, a pronoun, an organisation, a function, a crowd."""

import re
from dataclasses import dataclass
from typing import Literal

from kg.regex import regex
from kg.relate.quotations.people import is_human
from kg.relate.quotations.shadow import NAME, ORGANISATION, PLACE

PhraseKind = Literal["person", "organisation", "place", "pronoun", "role", "crowd", "omitted", "unknown"]

_TITLE = (
    r"(?:(?:MM?|Mmes?|Mlle|Dr|Pr|Me)\.?|Monsieur|Madame|Docteur|Docteure|Professeure?|Maître)(?:(?<=\.)\s*|\s+)"
    r"(?:l[ea] \w+\s+)?"
)
_DETERMINER = (
    r"(?:l[ea]s?|l'|une?|des|ce|cet|cette|ces|son|sa|ses|mon|ma|mes|leurs?|notre|nos|plusieurs|certaine?s|quelques|"
    r"chaque|deux|trois|du)"
)
_PERSON = regex(rf"(?:{_TITLE})?(?P<name>{NAME})")
_SEVERAL = regex(rf"\s*(?:et|ou|,)\s+(?:{_TITLE})?(?:{NAME}|{ORGANISATION})")
#: « Ada Blanc et Karim Tazi »: two who speak together; the first named stands for both.
PAIR = regex(rf"(?:{_TITLE})?{NAME}\s+et\s+(?:{_TITLE})?{NAME}(?!\s*(?:et|,)\s+(?:{_TITLE})?{NAME})")
_ORGANISATION = regex(rf"(?:(?:[Ll][ea]s?|[Dd]u|[Dd]e la|[Dd]e)\s+|[Ll]')?(?P<name>{ORGANISATION})")
_PLACE = regex(rf"(?:(?:[Ll][ea]s?)\s+|[Ll]')?(?P<name>{PLACE})(?=\s*[,.:;!?]|\s*$)")
PRONOUN = (
    r"(?:il|elle|lui|on|ils|elles|eux|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|ces derniers|"
    r"ces dernières|l'une?(?! d)|l'autre|le premier|la première|le second|la seconde|l'intéressée|l'intéressé|"
    r"l[ea] même)"
)
_PRONOUN = regex(PRONOUN + r"\b", re.IGNORECASE)
_ROLE = regex(rf"{_DETERMINER}(?:(?<=')|\s+)(?=[\w{NAME[0]}{ORGANISATION[0]}])", re.IGNORECASE)
_CROWD = regex(
    r"(?:certaine?s|d'autres|beaucoup|tous|toutes|plusieurs|quelqu'un|nombre d\w+|d'aucuns|la plupart|"
    r"nous|personne|une poignée|une dizaine|une quinzaine|une vingtaine|"
    r"une partie|la majorité|une majorité|quelques-une?s|"
    r"l'un|l'une|un autre|une autre)\b(?: d'entre \w+)?",
    re.IGNORECASE,
)
_CONNECTOR = regex(
    r"(?:(?:et|mais|or|enfin|puis|ainsi|donc|car|toutefois|cependant|néanmoins|pourtant|ensuite|aussi|alors|"
    r"là-dessus|"
    r"aujourd'hui|désormais|finalement|même si|si|quand|lorsque|tandis que|alors que|pendant que|en conclusion|"
    r"en introduction|de même|en revanche|par ailleurs|à son tour|pour conclure|pour finir)\s+)+",
    re.IGNORECASE,
)
_PREPOSITION = regex(
    r"(?:\b(?:de|du|des|avec|par|pour|à|au|aux|et|ou|chez|sur|selon|contre|sans|entre|dont|que|comme|en|dans|vers|"
    r"ni|envers|après|avant|depuis)\s*(?:l[ea]s?\s+|l')?|[dl]')\s*$",
    re.IGNORECASE,
)
_NEAR_NAME = 30
_INITIALS = 4
#: « Mme Blanc », « Ada Blanc » that nobody recognised as a name.
_TITLED_ROLE = regex(r"(Mme|M\.|Madame|Monsieur)\s+(?:l[ea]\s+|l')(?=\w)")
_UNKNOWN = regex(
    rf"(?P<title>{_TITLE})?(?P<words>(?:[A-ZÀÂÉÈÊËÎÏÔÛÇ][\w'-]+)(?:\s+(?:de |d'|le |"
    rf"la )?[A-ZÀÂÉÈÊËÎÏÔÛÇ][\w'-]+){{0,3}})(?(title)(?=\s*(?:$|[,(]|\s[a-zà-ÿ]))|(?=\s*(?:$|[,(])))"
)
_CLAUSE = regex(r"\b(?:que|dont|où)\b|\bqu'")
#: Words that a capital at the start of a sentence does not make a name.
_ADVERB = regex(
    r"(?:Ainsi|Enfin|Puis|Aussi|Certes|Hier|Demain|Désormais|Pourtant|Toutefois|Néanmoins|Cependant|Bref|Donc|Mais|"
    r"Alors|"
    r"Ensuite|Parfois|Souvent|Outre|Reste|Résultat|Pour|Comme|Quand|Lorsque|Dans|Avec|Selon|Après|Avant|Depuis|Même|"
    r"Tous|Toutes|Cela|Ceci|Voilà|Voici|Quant|Lors|Chez|Sans|Entre|Malgré|Grâce|Surtout|Oui|Non|Jamais|Rien|"
    r"Encore|Autrement|Ailleurs|Partout|Beaucoup|Personne|Impossible|Inutile|Dommage|Tant|Mieux|Pire|\w+ment)$"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand for a speaker, at `start`–`end` of the document; `name` is where its mention starts."""

    start: int
    end: int
    kind: PhraseKind
    words: str
    name: int | None = None
    titled: bool = False


def phrase_in(text: str, start: int, end: int) -> Phrase | None:
    """Read the slice `text[start:end]` of a shadow as a phrase that begins with what it names, or return None.

    « la directrice de … Ada Blanc » and « Mme Blanc, maire de … » name a person; « la directrice de … » is a role.
    """
    while start < end and text[start] in " ,":
        start += 1
    skipped = _CONNECTOR.match(text, start, end)
    start = skipped.end() if skipped else start
    while end > start and text[end - 1] in " ,":
        end -= 1
    if start >= end:
        return None
    for reading in (_named, _pronoun, _described, _unknown):
        phrase = reading(text, start, end)
        if phrase:
            return phrase
    return None


def _named(text: str, start: int, end: int) -> Phrase | None:
    found = _PERSON.match(text, start, end)
    if found:
        crowd = _SEVERAL.match(text, found.end(), end) and not PAIR.match(text, start, end)
        kind: PhraseKind = "crowd" if crowd else "person"
        return Phrase(start, end, kind, "", found.start("name"))
    found = _ORGANISATION.match(text, start, end)
    if found:
        several = _SEVERAL.match(text, found.end(), end)
        follows = re.match(rf"\s*(?:\([^)]*\))?\s*,?\s*(?:{_TITLE})?({NAME})\s*$", text[found.end() : end])
        if follows:
            return Phrase(start, end, "person", "", found.end() + follows.start(1))
        return Phrase(start, end, "crowd" if several else "organisation", "", found.start("name"))
    found = _PLACE.match(text, start, end)
    return Phrase(start, end, "place", "", found.start("name")) if found else None


def _pronoun(text: str, start: int, end: int) -> Phrase | None:
    found = _PRONOUN.match(text, start, end)
    if not found or (found.end() < end and not re.match(r"\s*(?:,|même|aussi|$)|-même", text[found.end() : end])):
        return None
    return Phrase(start, found.end(), "pronoun", text[start : found.end()].lower())


def _unknown(text: str, start: int, end: int) -> Phrase | None:
    """A person whose name was not recognised: a title and a name, or two capitalised words."""
    found = _UNKNOWN.match(text, start, end)
    if not found or (not found["title"] and (len(found["words"]) < _INITIALS or _ADVERB.match(found["words"]))):
        return None
    return Phrase(start, found.end(), "unknown", found["words"], titled=bool(found["title"]))


def _described(text: str, start: int, end: int) -> Phrase | None:
    crowd = _CROWD.match(text, start, end)
    if crowd and (is_human(text[crowd.end() : end]) or not re.match(r"\s+\w", text[crowd.end() : end])):
        return Phrase(start, end, "crowd", text[start:end])
    titled = _TITLED_ROLE.match(text, start, end)
    if titled:
        return Phrase(
            start, end, "role", f"{'la' if titled[1].startswith(('Mme', 'Mad')) else 'le'} {text[titled.end() : end]}"
        )
    if not _ROLE.match(text, start, end):
        return None
    for found in re.finditer(NAME, text[start:end]):
        if not _PREPOSITION.search(re.sub(rf"{_TITLE}$", "", text[start : start + found.start()])):
            return Phrase(start, end, "person", "", start + found.start())
    body = re.search(ORGANISATION + r"\s*$", text[start:end])
    if body and not _PREPOSITION.search(text[start : start + body.start()]) and body.start() < _NEAR_NAME:
        return Phrase(start, end, "organisation", "", start + body.start())
    clause = _CLAUSE.search(text, start, end)
    return None if clause else Phrase(start, end, "role", text[start:end])


def final_name(text: str, start: int, end: int, *, governed: bool = False) -> Phrase | None:
    """Return the person whose name ends a slice, unless a preposition governs it (« avec Ada Blanc »).

    `governed` accepts the preposition.
    """
    found = re.search(rf"({NAME})\s*$", text[start:end])
    if not found:
        return None
    before = re.sub(rf"{_TITLE}$", "", text[start : start + found.start()])
    if not governed and _PREPOSITION.search(before):
        return None
    return Phrase(start + found.start(), end, "person", "", start + found.start(1))
