"""Whether a vote was unanimous, or whether somebody voted something: by the count of the votes, told under its item."""

import re
from collections.abc import Iterator
from dataclasses import replace

from index import fold, tokens
from kg.ask import french
from kg.ask.context import around_document, unique
from kg.ask.decided import ITEM, is_heading
from kg.ask.library import Library
from kg.ask.proofs import coverage, prove, quote_around, title_stems
from kg.ask.query import Query, Term
from kg.ask.things import Sentence
from kg.ask.words import stems_of
from kg.regex import regex
from kg.types import Answer, Entity, Row

KIND = "yes-no"
_UNANIMOUS = regex(r"\bunanim\w*|\btout le monde (?:a )?vot\w+|\bpersonne (?:n'a )?vot\w+ contre")
_VOTED = regex(
    r"\b(?:a|a-t-il|a-t-elle|ont|avait)\b(?: \w+){0,2} (?:vote|approuve|soutenu|adopte|pris part au vote|vote pour)\b"
)
_AGAINST_ASKED = regex(r"\bcontre\b|\babsten\w+|\boppos\w+")
_COUNT = regex(
    r"\bunanim\w*|\b(?:pour|contre|abst\w+)\s*:?\s*\d|\d+\s*(?:voix |votes? )?(?:pour|contre|abst\w*)\b|\b\d+ voix\b"
    r"|\b(?:une?|deux|trois|quatre|cinq) (?:voix contre|contre|abstentions?|opposants?)\b"
)
_DISSENT = regex(
    r"\b(?:contre|abst\w+)\s*:?\s*[1-9]|\b[1-9]\d*\s*(?:voix |votes? )?(?:contre|abst\w*)\b|\bmoins (?:une?|\d|deux)"
    r"|\b(?:sauf|excepte)\b|\b(?:une?|deux|trois|quatre|cinq) (?:voix contre|contre|abstentions?|opposants?)\b"
    r"|\bpas (?:a )?l'unanimite|\bmajorite\b"
)
_APART = regex(
    r"\bn(?:e |')(?:prend|prennent|prit|a|ont|participe\w*)\b.{0,25}\b(?:part|vote|ni)\b|\bquitt\w+ la (?:salle|seance)"
    r"|\bs'absten\w+|\bs'est abstenue?|\brefuse\w* de voter|\bsans prendre part"
)
#: Least share of the subject that an item says with its title, and words of a title that an agenda repeats.
SAYS, TITLE = 0.5, 2
#: What an idea is worth in the line of the agenda and in the words of an item; how many sentences lead to reports.
LINE, BODY, DEPTH = 0.95, 0.6, 12
_AGENDA = regex(r"^[ \t]*(?:[-*•]|\d[\d-]*[.)]?|[IVX]+[.)])\s+(.{8,200})$", re.MULTILINE)
_WORDS = (
    "vote voté votée voter votés adopté adoptée approuvé approuvée unanimité unanime unanimement fait faire conseil "
    "municipal élus délibération voix contre pour abstenu abstenue"
)


def ballot(query: Query, library: Library) -> Answer | None:
    """Answer whether a vote was unanimous, or whether somebody voted something; nothing for other questions."""
    people = query.entities("person")
    unanimous = _UNANIMOUS.search(query.folded)
    voted = len(people) == 1 and _VOTED.search(query.folded)
    if not unanimous and not voted:
        return None
    own = {people[0].label} if voted else set[str]()
    kept = query.without(stems_of(_WORDS.split())).inside()
    terms = tuple(term for term in kept.terms if term.words not in own)
    for sentences in _items(query, library, terms):
        found = _apart(library, sentences, people[0]) if voted else None
        if found is not None:
            return _told(query, library, found, "oui" if _so(query, found, people[0]) else "non")
        count = next((one for one in sentences if _COUNT.search(fold(one.words))), None)
        if count is not None and not voted:
            return _told(query, library, count, "non" if _DISSENT.search(fold(count.words)) else "oui")
    return None


def _items(query: Query, library: Library, terms: tuple[Term, ...]) -> list[list[Sentence]]:
    """Return the items of minutes that end by a vote and are about a subject, best first.

    An item is about what its title says, the line of the agenda that repeats this title, then its own words.
    """
    topic = replace(query, terms=terms, scoped=())
    documents = dict.fromkeys(proof.passage.span.document_id for proof in prove(topic, library)[:DEPTH] if terms)
    scored = []
    for document_id in documents:
        agenda = [frozenset(tokens(line)) for line in _AGENDA.findall(library.knowledge.documents[document_id].text)]
        for title, sentences in _cut(library, document_id):
            if not any(_COUNT.search(fold(one.words)) for one in sentences):
                continue
            words = frozenset(stem for stem in title if not stem.isdigit())
            line = next((line for line in agenda if len(words) >= TITLE and words < line), frozenset[str]())
            body = frozenset[str]().union(*(one.stems for one in sentences))
            scored.append((coverage(terms, title, ((line, LINE), (body, BODY))), sentences))
    scored.sort(key=lambda pair: (-pair[0], pair[1][0].span))
    return [sentences for said, sentences in scored if said >= SAYS]


def _cut(library: Library, document_id: str) -> Iterator[tuple[frozenset[str], list[Sentence]]]:
    """Yield the items of a report: the stems of the title of each, and its sentences."""
    title, kept, above = frozenset[str](), list[Sentence](), tuple[str, ...]()
    for passage in library.knowledge.extraction_of[document_id].passages:
        for sentence in library.sentences(passage):
            begins = ITEM.match(sentence.words) or is_heading(sentence.words)
            if kept and (begins or passage.headings != above):
                yield title, kept
                kept = []
            if not kept:
                title = title_stems(passage.headings[-1:]) | (sentence.stems if begins else frozenset())
                above = passage.headings
            kept.append(sentence)
    if kept:
        yield title, kept


def _apart(library: Library, sentences: list[Sentence], person: Entity) -> Sentence | None:
    """Return the sentence by which somebody did not vote it: left the room, abstained, or voted against."""
    for sentence in sentences:
        named = any(one == person for _, one in library.mentions_in(sentence.span, "person"))
        plain = fold(sentence.words)
        surname = fold(person.label).rpartition(" ")[2]
        against = re.search(rf"\b(?:contre|abst\w+)\b[^.;)]*\([^)]*\b{re.escape(surname)}\b", plain)
        if against or (named and _APART.search(plain)):
            return sentence
    return None


def _so(query: Query, sentence: Sentence, person: Entity) -> bool:
    """Tell whether somebody voted as a question asks: against, or not at all, are two ways apart."""
    asked = _AGAINST_ASKED.search(query.folded)
    surname = re.escape(fold(person.label).rpartition(" ")[2])
    told = re.search(rf"\b(?P<how>contre|abst)\w*\b[^.;)]*\([^)]*\b{surname}\b", fold(sentence.words))
    if asked is None or told is None or asked[0].startswith("oppos"):
        return asked is not None and (told is None or told["how"] == "contre")
    return told["how"][:4] == asked[0][:4]


def _told(query: Query, library: Library, sentence: Sentence, verdict: str) -> Answer:
    evidence = (library.evidence(quote_around(library, sentence.span), 1.0),)
    row = Row("", verdict, "yes-no", 1.0, verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »", 600)
    return Answer(
        query.text, KIND, text, (row,), unique(list(around_document(library, None, sentence.span.document_id)))
    )
