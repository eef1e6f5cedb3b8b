"""Comparison of two events or two bodies: which came first, and what is said of each."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index import fold
from kg.ask.answers.proofs import Proof, coverage, prove
from kg.ask.answers.rows import entity_row
from kg.ask.counts.two_figures import two_figures
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.links.amounts import larger
from kg.ask.links.order import before_or_after, dated
from kg.ask.links.sides import Side, told_in
from kg.ask.question.query import Named, Query, Term
from kg.ask.semantic import evidence_of
from kg.ask.sentences.about import Said, about
from kg.ask.verdicts.formal import lists_people
from kg.regex import regex
from kg.types import Answer, Entity, Quotation, Row

KIND = "comparison"
EXAMPLES = ("Lequel est le plus ancien, le forum ou l'assemblée ?", "Morvillac et Altis ont-ils le même avis ?")
_OLDER = regex(r"\bplus (?:ancien|vieu|vieill)\w*|\bpremi\w+|\bavant\b|\bd'abord\b")
_NEWER = regex(r"\bplus recent\w*|\bderni\w+|\bapres\b")
_OR = regex(
    r"(?:,\s*|\b(?:entre|de)\s+)?(?P<first>(?:le |la |les |l['’]|du |de la |des )?[^,?]+?)\s+(?:ou|et)\s+"
    r"(?P<second>[^,?]+?)\s*\??$",
    re.IGNORECASE,
)
#: « Quel marché…, celui de X ou celui de Y » : the noun that « celui » stands for.
_HEAD = regex(
    r"(?:quel(?:le)?|lequel|laquelle) (?:est )?(?:des |de |le |la |l')?(?P<noun>\w+(?: (?:de |d'|du |des )\w+)?)", re.I
)
_ORDINAL = regex(r"(?:l[ea] )?(?:premi|second|deuxi|troisi|derni)\w+", re.IGNORECASE)
_THAT = regex(r"^(?:celui|celle)(?:-ci|-là)? ", re.IGNORECASE)
#: How many characters are shown of what is told of each of two things.
SHOWN = 240
#: One of two is asked about the other: « X est-il d'accord avec Y ».
_OF_ONE = regex(
    r"\b(?:est|etait|a|partage|rejoint)-(?:t-)?(?:il|elle)\b"
    r"|^est-ce que? [^?]*\b(?:(?:des)?accord avec|avis que)\b"
)
_SAME = regex(
    r"\b(?:meme|memes|differ\w+|compar\w+|autant|opinion|aussi bien|contrairement|d'accord|desaccord\w*|diverg\w+"
    r"|s'opposent|(?:points?|sujets?|questions?) (?:qui )?(?:oppos|separ|divis|rapproch)\w+"
    r"|qui (?:oppose|separe|rapproche|distingue)"
    r"|que (?:pensent|disent|proposent|repondent))\b"
)
#: Words that ask to compare, and that nobody says of what is compared.
_PLAIN = stems_of(
    "même mêmes différence différences différent diffèrent diffère comparer compare comparez comparaison accord "
    "d'accord désaccord avis l'avis opinion opinions position positions point points vue vues opposent oppose sépare "
    "distingue "
    "rapproche divergent divergence pensent disent proposent partagent l'opinion".split()
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer which of two events came first, or what is said of two bodies; nothing for other questions."""
    ordered = before_or_after(query, library) or two_figures(query, library) or larger(query, library)
    if ordered is not None:
        return ordered
    if _OLDER.search(query.folded) or _NEWER.search(query.folded):
        return (
            _dates(query, library)
            if re.match(r"^(?:lequel|laquelle|quel|quelle|qui|qu'est|entre)", query.folded)
            else None
        )
    if _SAME.search(query.folded) and not _OF_ONE.search(query.folded):
        return _both(query.without(_PLAIN), library)
    return None


def _dates(query: Query, library: Library) -> Answer | None:
    match = _OR.search(re.split(r"[,:]", query.text, maxsplit=1)[-1])
    if not match:
        return None
    head = _HEAD.match(query.text)
    sides = [match[side].strip() for side in ("first", "second")]
    sides = [_THAT.sub(head["noun"] + " ", side) if head else side for side in sides]
    sides = [_in_full(side, other) for side, other in zip(sides, reversed(sides), strict=True)]
    told = [dated(side, library) for side in sides]
    if told[0] is None or told[1] is None or told[0][0] == told[1][0]:
        return None
    ranked = sorted(zip(sides, (told[0], told[1]), strict=True), key=lambda row: row[1][0])
    ranked = ranked[::-1] if _NEWER.search(query.folded) else ranked
    (first, (start, _)), (second, (other, _)) = ranked
    rows = tuple(Row("", words, "event", 1.0, date.split("T")[0], (proof,)) for words, (date, proof) in ranked)
    text = french.sentence(f"{first} ({french.date(start)} ; {second} : {french.date(other)})")
    return Answer(query.text, KIND, french.shortened(text), rows)


def _in_full(side: str, other: str) -> str:
    """Return « la seconde » with the noun of the other side: « la seconde case »."""
    noun = other.split()[-1]
    return f"{side} {noun}" if _ORDINAL.fullmatch(side) and not _ORDINAL.fullmatch(other) else side


def _both(query: Query, library: Library) -> Answer | None:
    """Return, for each of two things named, the sentence about it that says most of the question."""
    named: dict[int, Named] = {}
    for entry in query.named:
        named.setdefault(entry.start, entry)
    if len(named) < 2:
        return None
    rows, told = [], []
    pair, within = _together(query, library, list(named)[:2])
    for entry in pair:
        names = [entry]
        proof = (_about(query, library, names, within) if within else None) or _about(query, library, names, None)
        if proof is None:
            return None
        evidence = evidence_of(library, proof)
        rows.append(entity_row(entry.entity, (evidence,), score=proof.score))
        told.append(f"{entry.entity.label} : « {_shown(library, proof)} »")
    return Answer(query.text, KIND, french.shortened(" ".join(told)), tuple(rows))


def _shown(library: Library, proof: Proof) -> str:
    """Return the words of a sentence, with those after it in its passage while they are short enough to be shown."""
    sentences = library.sentences(proof.passage)
    at = next((at for at, one in enumerate(sentences) if one.span == proof.sentence.span), len(sentences))
    told = library.reading(proof.sentence.span)
    for one in sentences[at + 1 :]:
        more = f"{told} {library.reading(one.span)}"
        if len(more) > SHOWN:
            break
        told = more
    return french.shortened(told, SHOWN)


def _together(query: Query, library: Library, starts: Sequence[int]) -> tuple[list[Named], frozenset[str] | None]:
    """Return what two names name that the same reports tell of, with these reports: of two homonyms, the one there."""
    first, second = (_namesakes(library, [one for one in query.named if one.start == start]) for start in starts)
    best, within, most = [first[0], second[0]], frozenset[str](), 0
    for one in first:
        for other in second:
            reports = [{report.id for report in library.knowledge.naming(named.entity)} for named in (one, other)]
            common = frozenset(reports[0] & reports[1])
            worth = len(common) + sum(2 for each in (one, other) if _speaks_in(library, each.entity, common))
            if common and worth > most:
                best, within, most = [one, other], common, worth
    own = {label for one in (*first, *second) for label in (one.words, one.entity.label)}
    rest = tuple(term for term in query.terms if term.words not in own)
    topic = replace(query, terms=rest, named=(), quoted=None, documents=within or None, scoped=())
    near = next((one.passage.span.document_id for one in (prove(topic, library) if within and rest else ())), None)
    return best, frozenset([near]) if near else within or None


def _speaks_in(library: Library, person: Entity, reports: frozenset[str]) -> bool:
    return any(quotation.span.document_id in reports for quotation in library.said_by(person))


def _namesakes(library: Library, named: list[Named]) -> list[Named]:
    """Add to whom a surname alone is said to name the others who bear it."""
    surname = fold(named[0].words)
    alone = named[0].entity.kind == "person" and " " not in surname
    others = library.names.ending_as(surname) if alone else []
    known = {one.entity.id for one in named}
    bear = [one for one in others if one.id not in known and fold(one.label).endswith(f" {surname}")]
    return [*named, *(replace(named[0], entity=one) for one in bear)]


def _about(query: Query, library: Library, names: list[Named], within: frozenset[str] | None) -> Proof | None:
    """Return the best sentence among the passages that name one of two things, in some reports alone when given."""
    wanted = {name.entity.id for name in names}
    others = {name.words for name in query.named if name.entity.id not in wanted}
    terms = tuple(
        term
        for term in query.terms
        if term.words not in others
        and term.words not in {n.entity.label for n in query.named if n.entity.id not in wanted}
    )
    for person in (name.entity for name in names if name.entity.kind == "person"):
        own = {n.entity.label for n in query.named}
        rest = tuple(term for term in terms if term.words not in own)
        topic = replace(query, terms=rest, named=(), quoted=None, documents=within, scoped=())
        said = [one for one in about(topic, library, frozenset()) if _speaks(library, one.quotation, person)]
        quoted = _quoted(library, said[0]) if said else None
        told = _sentence(query, library, names, terms, within) if quoted and within else None
        if quoted:
            return told if told and _says(library, rest, told) > _says(library, rest, quoted) else quoted
    return _sentence(query, library, names, terms, within) or _named_in_words(library, names[0], terms)


def _says(library: Library, terms: Sequence[Term], proof: Proof) -> float:
    """Return how much of some ideas a sentence says with the one after it."""
    sentences = library.sentences(proof.passage)
    at = sentences.index(proof.sentence)
    return coverage(terms, frozenset().union(*(one.stems for one in sentences[at : at + 2])))


def _sentence(
    query: Query, library: Library, names: list[Named], terms: tuple[Term, ...], within: frozenset[str] | None
) -> Proof | None:
    """Return the best sentence that names one of two things."""
    wanted = {name.entity.id for name in names}
    alone = replace(query, terms=terms, named=tuple(names), quoted=None, documents=within, scoped=())
    for proof in prove(alone, library):
        inside = {
            entity.id
            for _, entity in library.mentions_in(proof.sentence.span, "person", "organisation", "place", "event")
        }
        if inside & wanted and not lists_people(proof.sentence.words):
            return proof
    return None


def _named_in_words(library: Library, name: Named, terms: Sequence[Term]) -> Proof | None:
    """Return the sentence that tells most of a question among those where one of two things is named in words."""
    own = [term for term in terms if term.words != name.entity.label]
    told = [
        (worth * (0.5 + coverage(own, sentence.stems)), sentence)
        for worth, sentence in told_in(library, Side((name.entity,), name.words))
        if worth
    ]
    worth, best = max(told, key=lambda pair: pair[0], default=(0.0, None))
    passage = library.passage_at(best.span) if best else None
    return Proof(best, passage, worth, min(1.0, worth)) if best and passage else None


def _speaks(library: Library, quotation: Quotation, person: Entity) -> bool:
    return library.knowledge.entity_of(quotation.speaker) == person


def _quoted(library: Library, said: Said) -> Proof | None:
    """Return the sentence in which words begin, as a proof of what somebody said."""
    passage = library.passage_at(said.quotation.span)
    for sentence in library.sentences(passage) if passage else ():
        if sentence.span.start <= said.quotation.span.start < sentence.span.end and passage:
            return Proof(sentence, passage, said.coverage, min(1.0, said.score))
    return None
