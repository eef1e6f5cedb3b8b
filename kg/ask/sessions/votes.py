"""Who voted against, or abstained: the names that minutes write beside the count of the votes."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import LONGEST, coverage, quote_around
from kg.ask.answers.rows import entity_row, refused
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sessions.minutes import items_about
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "vote"
#: What asks for those who voted in a way, and the words that tell it, folded.
_WAYS = (
    (
        regex(
            r"\bvot\w+ contre\b|\bs'(?:est|sont|etait|etaient) oppose\w* (?:a|au) vote\b(?! (?:a|par|electronique)\b)"
        ),
        r"contre",
        "a voté contre",
    ),
    (regex(r"\babste(?:nu|nir|nait|nt)\w*\b|\babstien\w*\b|\babstention"), r"abst\w+", "s'est abstenu"),
)
#: What may ask for those who voted against as well as for what was said against.
_OPPOSED = regex(
    r"\b(?:est|etait|sont|etaient) contre\b|\bs(?:'|e |'y )(?:est|sont|etait|etaient) opposee?s?\b"
    r"|\b(?:etait|etaient) opposee?s?\b"
)
_DECIDES = regex(r"\b(?:decide\w*|deliber\w+|adopt\w+|approuv\w+|autoris\w+|rejet\w+|met\w* aux voix)\b")
#: Least share of the subject that the decision of an item must say.
DECIDED = 0.65
_VOTE = regex(r"\bvot\w+|\bvoix\b|\badopt\w+|\bapprouv\w+|\bunanimite\b|\babst\w+")
_WORDS = (
    "vote voté voter voix contre pour est était abstenu abstenue abstenus abstention abstentions abstenir opposé "
    "opposée opposés élu élus élue élues délibération"
)
#: What joins the names of one list, and within how many characters before a word of voting they stand.
_JOINS = regex(r"\s*(?:,|et|, et|ainsi que)\s*(?:(?:MM?|Mmes?|Mlles?|Dr)\.?\s*)?", re.IGNORECASE)
BEFORE = 120
#: How many, after the word of the vote: « contre 1 (M. Roy) ».
_NUMBER = r"(?:\s*:?\s*(?:\d+|une?|deux|trois|quatre|cinq|six)(?: voix)?)?"
_CIVILITY = regex(r"^\s*(?:mm\.|m\.|mmes?|mlle|dr)\s+")


def voters(query: Query, library: Library) -> Answer | None:
    """Answer who voted against or abstained, refusing when no minutes name them; nothing for other questions.

    « Qui était contre… ? » may ask for what was said: it is answered here only when a vote on it names somebody.
    """
    way = next(((tells, words) for asks, tells, words in _WAYS if asks.search(query.folded)), None)
    against = way is None and _OPPOSED.search(query.folded) and not query.entities("person")
    if not (way or against) or not re.search(r"\b(?:qui|quels?|quelles?)\b", query.folded):
        return None
    tells, words = way or _WAYS[0][1:]
    topic = query.without(stems_of(_WORDS.split()))
    for sentence in _counts(topic, library, tells) if way else _decided(topic, library, tells):
        people = list(dict.fromkeys(_named(library, sentence, tells)))
        if people:
            return _told(query, library, sentence, people)
    return refused(query, KIND, f"aucun compte rendu ne nomme qui {words}", "décomptes des votes") if way else None


def _counts(topic: Query, library: Library, tells: str) -> Iterator[Sentence]:
    """Yield the sentences that count votes, under the items most about the subject, else in the reports named."""
    inside = topic.inside()
    if inside.terms and not (topic.documents and not topic.scoped):
        for sentences in items_about(topic, library, inside.terms, lambda one: _is_count(one, tells)):
            yield from (one for one in sentences if _is_count(one, tells))
        return
    for document_id in sorted(topic.reports or library.knowledge.documents):
        for passage in library.knowledge.extraction_of[document_id].passages:
            yield from (one for one in library.sentences(passage) if _is_count(one, tells))


def _decided(topic: Query, library: Library, tells: str) -> Iterator[Sentence]:
    """Yield the sentences that count votes under the items whose decision, or title, says the subject."""
    terms = topic.inside().terms
    named = {way for one in topic.named for way in (one.words, one.entity.label)}
    subject = tuple(term for term in terms if term.words not in named) or terms
    for sentences in items_about(topic, library, terms, lambda one: _is_count(one, tells)):
        telling = [one.stems for one in sentences[1:] if _DECIDES.search(one.folded)]
        if coverage(subject, frozenset().union(sentences[0].stems, *telling)) >= DECIDED:
            yield from (one for one in sentences if _is_count(one, tells))


def _is_count(sentence: Sentence, tells: str) -> bool:
    folded = sentence.folded
    return bool(_VOTE.search(folded) and re.search(rf"\b{tells}", folded))


def _named(library: Library, sentence: Sentence, tells: str) -> Iterator[Entity]:
    """Yield those named in the brackets after the word of the vote, or before it as its subject."""
    whole = _whole(library, sentence)
    start, written = whole.start, library.knowledge.documents[whole.document_id].text[whole.start : whole.end]
    folded = fold(written)
    words = folded if len(folded) == len(written) else written.lower()
    for match in re.finditer(
        rf"\b{tells}{_NUMBER}\s*\((?P<who>[^)]*)\)|\b(?:vote\w*|ayant vote) {tells}|\bs['’]{tells}", words
    ):
        if match["who"] is not None:
            yield from _listed(library, whole, match.start("who"), match.end("who"))
            continue
        yield from _joined_before(library, whole.document_id, start + match.start())


def _joined_before(library: Library, document_id: str, end: int) -> list[Entity]:
    """Return the last one named before a place, with those whom commas and « et » join to that one, in their order."""
    text = library.knowledge.documents[document_id].text
    before = Span(document_id, max(0, end - BEFORE), end)
    found = sorted(library.mentions_in(before, "person"), key=lambda pair: pair[0].span.start, reverse=True)
    joined: list[Entity] = []
    for at, (mention, person) in enumerate(found):
        if at and not _JOINS.fullmatch(text, mention.span.end, found[at - 1][0].span.start):
            break
        joined.insert(0, person)
    return joined


def _listed(library: Library, whole: Span, begins: int, ends: int) -> Iterator[Entity]:
    """Yield those named in brackets, one between two commas: by their mention, else by their surname."""
    text = library.knowledge.documents[whole.document_id].text
    at = whole.start + begins
    for part in text[at : whole.start + ends].split(","):
        span = Span(whole.document_id, at, at + len(part))
        at += len(part) + 1
        people = [person for _, person in library.mentions_in(span, "person")] if part.strip() else []
        name = _CIVILITY.sub("", fold(part)).strip()
        if not people and name:
            mentions = library.knowledge.extraction_of[whole.document_id].mentions
            known = (library.knowledge.entity_of(mention.id) for mention in mentions if mention.kind == "person")
            bearers = {one for one in known if one and fold(one.label).endswith(f" {name}")}
            people = list(bearers) if len(bearers) == 1 else []
        yield from people


def _whole(library: Library, sentence: Sentence) -> Span:
    """Return a sentence up to the end of its line: « Mme Ph. » ends none."""
    end = max(sentence.span.end, min(library.line_at(sentence.span).end, sentence.span.start + LONGEST))
    return Span(sentence.span.document_id, sentence.span.start, end)


def _told(query: Query, library: Library, sentence: Sentence, people: list[Entity]) -> Answer:
    span = quote_around(library, _whole(library, sentence))
    proof = (library.evidence(span, 1.0),)
    rows = tuple(entity_row(person, proof) for person in people)
    text = f"{french.join([person.label for person in people])} : « {library.reading(span)} »"
    facts = around_document(library, people[0], span.document_id)
    return Answer(query.text, KIND, french.shortened(text), rows, unique(facts))
