"""What sentences say that somebody is: beside the name, by a verb of office, or as chosen by those who met."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import sentence_around
from kg.ask.language.words import speech_stems
from kg.ask.library import Library
from kg.ask.question.whole_names import whole_name
from kg.ask.somebody import naming
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.types import Entity

#: How many characters of a report tell whose it is.
OPENING = 250
_TITLE = r"(?:M\.|Mme|Mlle|Dr|Pr|MM\.|Mmes)?"
_ARTICLE = (
    r"(?:(?:le|la|l['’]|un|une|nouveau|nouvelle|comme|est|fut|son|sa|aujourd['’]hui|désormais|devenue?"
    r"|ancien(?:ne)?)\s?)*"
)
_STOP = r"[^,;:.()«»\n]*"
_AFTER = regex(rf"^\s*(?:, (?:qui|son|sa) [^,]+,|,|\(|–|—|-)?\s*{_ARTICLE}\s*(?P<words>[a-zà-ÿœ][\w'’-]*{_STOP})")
_DOES = regex(
    r"^\s*(?:,[^,.;:]+,|,)?\s*(?:qui\s+)?(?:\w+ment\s+)?"
    r"(?P<words>(?:tient|tenait|dirige|dirigeait|préside|présidait|anime|gère|représente|conduit|coordonne|enseigne"
    r"|travaille|exerce|accueille|siège|fonda|a fondé|avait fondé|a créé|est à la tête)\b[^,;:.()«»\n]*)"
)
_BECOMES = regex(
    r"^[^.;:,]{0,30}?\b(?:devien\w+|devenue?|(?:a été |est |fut )?(?:(?:ré)?élue?|nommée?|désignée?))\b"
    rf"\s*(?:comme |la |le |l['’])?\s*(?P<words>[a-zà-ÿœ][\w'’-]*{_STOP})"
)
_CHOSEN = regex(rf"\b(?:désign|él|réél|nomm|chois)\w*\s+{_TITLE}\s*$", re.IGNORECASE)
_LISTED = regex(rf"\b(?P<words>élue?s?\s+(?:au|à la|à l['’]|aux|dans)\s+{_STOP})\s*:", re.IGNORECASE)
_BEFORE = regex(
    r"(?:^|[\s,;«’'(])(?i:le|la|l['’]|un|une|mon|ma|son|sa|notre|leur|l['’]ancien(?:ne)?)\s?"
    rf"(?P<words>[a-zà-ÿœ][\w'’ -]{{3,80}}?),?\s*{_TITLE}\s*$"
)
#: A trade just before the name, kin or colleague told by whose it is, and a trade's word that is a verb.
_TRADE = regex(r"(?:^|[\s,«’'(])(?:le|la|l['’])\s?(?P<words>[a-zà-ÿœ-]{5,})\s+$")
#: « De son côté, X », « à son avis, X » tell nothing that X is.
_OWN = regex(
    r"(?:^|[\s,;«’'(])(?P<words>(?:mon|ma|son|sa|notre|leur) (?!(?:côté|part|tour|avis|sens|compte)\b)"
    r"[a-zà-ÿœ][\w'’-]+),\s*$",
    re.IGNORECASE,
)
_VERB = regex(r"^(?:juge|guide|pilote|garde) (?:ce|cet|cette|que|qu['’]|le|la|les|un|une|l['’])")
_I_AM = regex(r"\b[Jj]e suis (?:(?:aussi|moi-même|une?|la|le|l['’])\s?)*(?P<words>[a-zà-ÿœ][\w'’-]*[^,;:.()«»!?\n]*)")
_SIGNS = regex(
    r"(?:\b(?:auteure?|autrice|author|texte|par|by|signé|billet de|carnet de)\s*:?\s*[\"“*_]*)$", re.IGNORECASE
)
#: In how many reports at most the authors are looked at.
FEW = 300
#: How many characters from the beginning or the end of a report may sign it.
HEAD = 500
#: Functions that notes cut short: « (TVL, ch. de mission) ».
_LONG = {
    "ch": "chargé(e)",
    "adj": "adjoint(e)",
    "res": "responsable",
    "dir": "directeur ou directrice",
    "pre": "président(e)",
    "sec": "secrétaire",
    "tre": "trésorier ou trésorière",
    "coo": "coordinateur ou coordinatrice",
    "con": "conseiller ou conseillère",
    "del": "délégué(e)",
}
_SHORT = regex(
    r"^\s*[,(–-]\s*(?:[A-Z]{2,4}\s*,\s*)?(?P<cut>ch|adj|resp|dir|prés|secr?|trés|coord|cons|dél)\."
    r"(?P<rest>\s?[^,;:()\n.]*)",
    re.IGNORECASE,
)
#: Offices that a report's own body gives, and the reports that are of a body.
_STATUTORY = regex(r"^(?:co-?|vice-)?(?:presiden|secretaire\b(?! de seance)|tresori|maire|adjoint|conseill\w+ muni)")
_MINUTES = regex(r"\bassemblee generale\b|\bconseil\b|\bproces[- ]verbal|\bbureau\b|\bcomite\b|\bpv\b|\bcopil\b")
_ABOVE = regex(r"(?:departement|region|arrondissement|republique|canton|prefecture)\b")
_GUESTS = regex(r"\b(?:invite|excuse)e?s?\b[^.]*$")


def portrait(library: Library, person: Entity) -> list[tuple[str, Span]]:
    """Return what sentences say that a person is, with the sentence: offices first, then the fullest words."""
    found: dict[str, tuple[str, Span]] = {}
    for mention, sentence in naming(library, person):
        text = library.knowledge.documents[sentence.document_id].text
        before, after = text[sentence.start : mention.span.start], text[mention.span.end : sentence.end]
        for words in _told(before, after):
            told = _with_body(library, words, sentence, before)
            found.setdefault(fold(told), (told, sentence))
    for told, sentence in _in_own_words(library, person):
        found.setdefault(fold(told), (told, sentence))
    return sorted(found.values(), key=lambda pair: (not _STATUTORY.match(fold(pair[0])), -len(pair[0]), pair[1]))


def _in_own_words(library: Library, person: Entity) -> Iterator[tuple[str, Span]]:
    """Yield what somebody says to be, « je suis comptable », where quoted or in a text of one's own."""
    slices = [quotation.span for quotation in library.said_by(person)]
    slices += [span for document_id in _written(library, person) for span in _passages(library, document_id)]
    for span in slices:
        text = library.knowledge.documents[span.document_id].text
        for match in _I_AM.finditer(text, span.start, span.end):
            if is_function_start(match["words"]):
                place = Span(span.document_id, match.start("words"), match.end("words"))
                yield _clean(match["words"]), sentence_around(library, place)


def _written(library: Library, person: Entity) -> Iterator[str]:
    """Yield the reports that somebody signs: by what the file tells of its author, « par X » at either end."""
    names = {fold(name) for name in (person.label, *person.aliases)}
    documents = library.knowledge.documents
    for document_id in sorted(documents) if len(documents) <= FEW else ():
        if any(fold(author) in names for author in documents[document_id].authors):
            yield document_id
    for extraction in library.knowledge.naming(person):
        text = extraction.document.text
        for mention, _ in naming(library, person):
            span = mention.span
            signs = span.document_id == extraction.id and _SIGNS.search(text[max(0, span.start - 25) : span.start])
            if signs and (span.start < HEAD or span.start > len(text) - HEAD):
                yield extraction.id
                break


def _passages(library: Library, document_id: str) -> Iterator[Span]:
    """Yield the slices of a report that are not quoted from anybody else."""
    extraction = library.knowledge.extraction_of[document_id]
    quoted = [quotation.span for quotation in extraction.quotations]
    for passage in extraction.passages:
        for sentence in library.sentences(passage):
            if not any(one.start < sentence.span.end and sentence.span.start < one.end for one in quoted):
                yield sentence.span


def _told(before: str, after: str) -> Iterator[str]:
    short = _SHORT.match(after)
    if short:
        yield f"{_LONG[fold(short['cut'])[:3].rstrip('.')]}{short['rest'].rstrip()}"
    for shape in (_AFTER, _BECOMES):
        match = shape.match(after)
        if match and is_function_start(match["words"]) and not _VERB.match(match["words"]):
            yield _clean(match["words"])
            break
    does = _DOES.match(after)
    if does:
        yield _clean(does["words"])
    listed = _LISTED.search(before)
    if listed and not _CHOSEN.search(before):
        yield re.sub(r"^(élu)e?s", r"\1", _clean(listed["words"]))
    apposed = _BEFORE.search(before)
    if apposed and is_function_start(apposed["words"]) and not _says(apposed["words"]):
        yield _clean(apposed["words"])
    elif found := _OWN.search(before) or _TRADE.search(before):
        yield _clean(found["words"])


def _says(words: str) -> bool:
    """Tell words that hold a verb of speech: they are no function."""
    return any(
        frozenset(tokens(word)) <= speech_stems() for word in words.split()[1:] if len(word) > 3 and tokens(word)
    )


def _clean(words: str) -> str:
    kept = re.split(
        r"\s+(?:et|qui|dont|mais|ne|n['’]\w+|se|s['’]\w+|a|ont|est)\s", f"{' '.join(words.split())} ", maxsplit=1
    )
    return kept[0].strip(" ,;:–-")


def _with_body(library: Library, words: str, sentence: Span, before: str) -> str:
    """Return an office with the body whose minutes tell it, when it names none itself."""
    if not _STATUTORY.match(fold(words)) or re.search(r"[A-ZÀ-Ý]", words) or _GUESTS.search(fold(before)):
        return words
    body = owner(library, sentence.document_id)
    return f"{words}, {body}" if body else words


def owner(library: Library, document_id: str) -> str:
    """Return the name of the body whose minutes a report is, by its first lines; empty for other reports."""
    document = library.knowledge.documents[document_id]
    if not _MINUTES.search(fold(f"{document.title} {document.text[:OPENING]}")):
        return ""
    opening = Span(document_id, 0, min(OPENING, len(document.text)))
    bodies = library.mentions_in(opening, "organisation")
    first = next((pair for pair in bodies if not _ABOVE.match(fold(pair[1].label))), None)
    if first is None:
        return ""
    name = whole_name(document, first[0].span)
    return first[1].label if name.isupper() and len(name) <= len(first[1].label) else name
