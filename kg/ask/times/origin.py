"""Of when something is: the sentence that says when it was built, opened or founded."""

from collections.abc import Sequence

from index import fold, tokens
from kg.ask.answers.proofs import Proof, coverage, title_stems
from kg.ask.language.moments import Slice, moments
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.times.asked import HELD
from kg.regex import regex

#: Least share of the subject that a sentence and what stands around it say; how well it says one idea of it itself.
TELLS, SAYS = 0.65, 0.6
#: What was done when something began to be, just before the date; what has its date as a complement.
_BUILT = regex(
    r"\b(?:constru(?:i\w*|ction)|bati(?:e|s|es)?|edifi\w+|erige\w*|eleve\w*|fonde(?:e|s|es)?|cree(?:e|s|es)?"
    r"|inaugure\w*"
    r"|date(?:e|es|nt)?|datant|datait|remont\w+|posee?s?)\b[^.;:!?]{0,30}$"
)
_OF_YEAR = regex(r"(?P<noun>[\w-]{3,})(?: [\w-]+)? (?:\(|de |du |en )$")


def origin_told(words: str, asking: frozenset[str]) -> Slice | None:
    """Return the slice of a sentence that tells of when something is: « bâti en 1870 », « la halle (1870) »."""
    plain = fold(words)
    for start, end in moments(words) if len(plain) == len(words) else ():
        noun = _OF_YEAR.search(plain[:start])
        if _BUILT.search(plain[:start]) or (noun and asking.intersection(tokens(noun["noun"]))):
            return start, end
    return None


def of_origin(query: Query, library: Library, proofs: Sequence[Proof]) -> tuple[Proof, str] | None:
    """Return the best sentence that says when what is asked about was built, opened or founded, and the date."""
    built = frozenset(stem for term in query.terms if _BUILT.search(fold(term.words)) for stem in tokens(term.words))
    subject = query.inside().without(HELD | built).terms
    asking = frozenset(stem for term in subject for ways, _ in term.alternatives for stem in ways)
    for proof in proofs if subject else ():
        above = library.stems(proof.passage.span) | title_stems(proof.passage.headings)
        if coverage(subject, proof.sentence.stems, ((above, SAYS),)) < TELLS:
            continue
        if max(term.strength(proof.sentence.stems) for term in subject) < SAYS:
            continue
        if slice := origin_told(proof.sentence.words, asking):
            return proof, proof.sentence.words[slice[0] : slice[1]]
    return None
