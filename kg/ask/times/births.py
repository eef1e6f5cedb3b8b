"""When or where something came to be: what asks for it, what tells it, and of which body a sentence tells it."""

import re
from functools import lru_cache

from index import fold, fold_evenly
from kg.ask.language.moments import Slice
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sentences.antecedent import goes_on
from kg.ask.times.asked import ASKING
from kg.regex import regex

#: What asks for the beginning of something, and what tells it just before or after its date.
_BORN_ASKED = regex(
    r"\b(?:nee?s?|naquit|naissance|creation|creee?s?|creer|fondee?s?|fondation|constituee?s?|vu le jour)\b"
)
_BORN = (
    r"(?:nee?s?|naquit|naissance|creation|cree(?:e|s|es)?|fonde(?:e|s|es)?|fondation|constituee?s?|vu le jour|lancee?s?"
    r"|constru(?:i\w*|ction)|bati(?:e|s|es)?|edifie\w*|erigee?s?|elevee?s?|inauguree?s?|posee?s?|date|datee?s?|datant|datait"
    r"|remont\w+|existe(?:nt)? depuis)"
)
_BORN_BEFORE = regex(rf"\b{_BORN}\b[^.;:!?]{{0,40}}$|\bouverte?s? en $")
_BORN_AFTER = regex(rf"[ ,)]{{0,3}}(?:\w+ ){{0,2}}{_BORN}\b")


#: A body that is called a foundation tells no founding.
_FOUNDATION = regex(r"\bFondation(?=\s)")


def born_asked(query: Query) -> bool:
    """Tell a question of when something came to be: « en quelle année est né le réseau »."""
    return _BORN_ASKED.search(query.folded) is not None


def only_named(query: Query) -> bool:
    """Tell a question of when a body came to be, not something of it: the hall of a town."""
    labels = {one.entity.label for one in query.named if one.entity.kind != "place"}
    said = labels | {word for label in labels for word in label.split()}
    rest = query.inside().without(births() | ASKING | stems_of(["association", "ville", "commune"])).terms
    return bool(labels) and all(term.words in said for term in rest)


@lru_cache(maxsize=1)
def births() -> frozenset[str]:
    """Return the stems of the words that tell a beginning."""
    return stems_of(
        "né née naissance création créé créée créés créer fondé fondée fondation constitué constituée jour date dater "
        "datent datait remonte construit construite construction bâti bâtie édifié édifiée".split()
    )


def names_born(query: Query) -> set[str]:
    """Return the folded names of the body that a question asks the beginning of; nothing for other questions."""
    named = query.named if born_asked(query) and only_named(query) else ()
    return {fold(name) for one in named for name in (one.words, one.entity.label, *one.entity.aliases)}


def is_of(library: Library, sentence: Sentence, names: set[str]) -> bool:
    """Tell a sentence that names a body by one of its folded names, or no body where it goes on about one."""
    plain = fold(sentence.words)
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) for name in names):
        return True
    heads = {name.split()[0] for name in names if " " in name and name in fold(sentence.document.text)}
    if any(re.search(rf"\b(?:l[ea] |l['’]|notre |cet(?:te)? |ce |du ){head}\b(?! d)", plain) for head in heads):
        return True  # « le Réseau »
    return goes_on(sentence.words) and not library.mentions_in(sentence.span, "organisation")


def is_birth(words: str, one: Slice) -> bool:
    """Tell a date of a sentence beside a word that tells a beginning."""
    plain = fold_evenly(_FOUNDATION.sub(lambda found: "." * len(found[0]), words))
    return bool(_BORN_BEFORE.search(plain[: one[0]]) or _BORN_AFTER.match(plain[one[1] :]))
