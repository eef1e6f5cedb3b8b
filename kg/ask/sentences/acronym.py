"""What an acronym stands for: the name that a document writes beside it, letter for letter.

The long form is told by the initials of its words, else by the letters that hold those of the acronym in order, the
first beginning a word: A. Schwartz and M. Hearst, « A simple algorithm for identifying abbreviation definitions in
biomedical text », Pacific Symposium on Biocomputing, 2003.
"""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, fold_evenly
from kg.ask.answers.proofs import told_at
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.regex import regex
from kg.types import Answer, Row

KIND = "what-is-said-about"
_MEANS = regex(
    r"\b(?:signifie\w*|signification|veut dire|veulent dire|sigle|acronyme|initiales|abreviation|developpe\w*|sens)\b"
)
_IS = regex(r"\bc'est quoi\b|\bqu'est[- ]ce qu[e']|\bdefinition\b|\bdesigne\b|\bca veut dire\b|^que (?:veut|signifie)")
_ACRONYM = regex(r"(?<![\w-])(?:[lLdD]['’])?(?P<name>[A-ZÀ-Ý][A-ZÀ-Ýa-z0-9&.-]*[A-ZÀ-Ý0-9])(?![\w-])")
_ARTICLES = regex(r"\b(?:c'est|ca|que|le|la|les|un|une|l'|du|de|des|exactement|donc)(?![\w-])|\bl'")
#: How many characters beside an acronym may hold its long form.
AROUND = 140
#: How many letters an acronym written in small letters has.
SHORT = (2, 6)


def spelled_out(query: Query, library: Library) -> Answer | None:
    """Say what the acronym of a question stands for, where a document spells it out; nothing for other questions."""
    if not (_MEANS.search(query.folded) or _IS.search(query.folded)):
        return None
    rest = re.findall(r"[\w&.-]+", _ARTICLES.sub(" ", _IS.sub(" ", query.folded)).replace("'", " "))
    for name in dict.fromkeys(_asked(query)):
        if not _MEANS.search(query.folded) and set(rest) != {fold(name)}:
            continue
        found = next(_long_forms(name, library), None) or _whole_name(name, query, library)
        if found:
            return _told(query, library, name, *found)
    return None


def _whole_name(name: str, query: Query, library: Library) -> tuple[str, Span] | None:
    """Return the whole name of what an acronym names, with its first place, though its letters are not all in it."""
    for named in query.named:
        whole = max((named.entity.label, *named.entity.aliases), key=len)
        if fold(name) in map(fold, (named.words, *named.entity.aliases)) and " " in whole:
            place = next(iter(library.find_phrase(whole)), None)
            if place:
                return whole, place
    return None


def _asked(query: Query) -> Iterator[str]:
    """Yield the acronyms of a question; a word in small letters is one when a body is called so."""
    yield from (match["name"] for match in _ACRONYM.finditer(query.text))
    yield from (term.words.upper() for term in query.terms if SHORT[0] <= len(term.words) <= SHORT[1])
    for named in query.named:
        yield from (alias for alias in named.entity.aliases if fold(alias) == fold(named.words) and alias.isupper())


def _long_forms(name: str, library: Library) -> Iterator[tuple[str, Span]]:
    """Yield the long forms of an acronym with their places, in the order of the documents."""
    for span in _places(name, library):
        text = library.knowledge.documents[span.document_id].text
        before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
        start = span.start - len(before)
        opened = re.search(r"[(\[–—:]\s*$", before)
        long = long_form(name, before[: opened.start()]) if opened else None
        if long:
            at = start + long[0]
            yield " ".join(before[long[0] : long[1]].split()), Span(span.document_id, at, span.end)
        inside = re.match(r"\s*(?:[(:=–—]|,)\s*(?P<long>[^()\n;.]{4,120})", after)
        long = long_form(name, inside["long"], whole=True) if inside else None
        if inside and long:
            end = span.end + inside.start("long") + long[1]
            yield " ".join(inside["long"][: long[1]].split()), Span(span.document_id, span.start, end)


def _places(name: str, library: Library) -> Iterator[Span]:
    """Yield where documents write an acronym as it is."""
    for document_id in library.documents_with(name):
        text = library.knowledge.documents[document_id].text
        yield from (Span(document_id, *match.span()) for match in re.finditer(re.escape(name), text))


def long_form(name: str, text: str, *, whole: bool = False) -> tuple[int, int] | None:
    """Return where the long form of an acronym stands at the end of a text, or is the text when `whole`; else nothing.

    The shortest run of words whose initials are the letters, articles and prepositions left out; else the shortest
    whose letters hold them in order.
    """
    plain = fold_evenly(text)
    letters = [letter for letter in fold(name) if letter.isalnum()]
    words = [match.span() for match in re.finditer(r"[a-z0-9]+", plain)]
    runs = (
        [words[:end] for end in range(2, len(words) + 1)]
        if whole
        else [words[at:] for at in range(len(words) - 1)][::-1]
    )
    for run in runs:
        initials = [plain[start] for start, end in run if plain[start:end] not in _SMALL]
        if initials == letters:
            return run[0][0], run[-1][1]
    start = 0 if whole else _first_letter(letters, plain)
    if (
        start is None
        or (whole and _first_letter(letters, plain) != 0)
        or not text[start].isupper()  # letters in order are found in any long text: a name begins with a capital
        or not 1 <= text[start:].strip().count(" ") <= 2 * len(letters)
    ):
        return None
    return start, len(text.rstrip())


def _first_letter(letters: list[str], plain: str) -> int | None:
    """Return where the first letter begins a word, the others standing after it in their order, from the end on."""
    at = len(plain)
    for number in range(len(letters) - 1, -1, -1):
        at = plain.rfind(letters[number], 0, at)
        while number == 0 and at > 0 and plain[at - 1].isalnum():
            at = plain.rfind(letters[0], 0, at)
        if at < 0:
            return None
    return at


_SMALL = frozenset("de du des la le les l d et en a au aux pour sur par dans un une".split())


def _told(query: Query, library: Library, name: str, long: str, span: Span) -> Answer:
    proof = told_at(library, span)
    entity = next((e for _, e in library.mentions_in(span, "organisation", "event", "place")), None)
    row = Row(
        entity.id if entity else "",
        entity.label if entity else long,
        entity.kind if entity else "passage",
        1.0,
        long,
        (proof,),
    )
    words = french.sentence(f"{name} : {long}")
    quote = "" if _MEANS.search(query.folded) else f" « {library.reading(proof.span)} »"
    return Answer(query.text, KIND, french.shortened(words + quote), (row,))
