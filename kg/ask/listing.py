"""Lists: the items of the list, or the sentences, that a document gives under what is asked."""

import re

from corpus import Span
from index import tokens
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import Proof, cited, coverage, prove, title_stems
from kg.ask.language import french
from kg.ask.language.same import akin
from kg.ask.library import Library
from kg.ask.lists.groups import best_group
from kg.ask.lists.nouns import asked_nouns, same_list, unled
from kg.ask.lists.said import named_in_sentence
from kg.ask.question.kinds import bare_town
from kg.ask.question.query import Query
from kg.ask.question.sought import TOWNS, sought
from kg.ask.search.hybrid import Found
from kg.ask.semantic import tell
from kg.regex import regex
from kg.types import Answer, Row

KIND = "list"
EXAMPLES = ("Quelles raisons ont arrêté la navette du soir ?", "Quelles dépenses le réseau Altis a-t-il annoncées ?")
_ASKED = regex(
    r"^(?:donne\w*|liste\w*|cite\w*|enumer\w*|(?:(?:sur|a|de|dans|pour|avec|par|en|vers) )?(?:quels|quelles)"
    r"|lesquel\w+|la liste|les \w+ (?:de|du|des)\b"
    r"|quel(?:le)?s? (?:sont|etaient))\b"
)
#: Least share of the question that what announces a list must say, and most items shown.
LEAST, MOST = 0.5, 15
#: How many characters before a passage may head it.
BEFORE = 80
_ITEM = regex(r"(?:^|\n)(?:- |\d{1,2}[.)] )")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer with the items of the best list; with sentences when no list fits; nothing for other questions."""
    if not _ASKED.match(unled(query.folded)):
        return None
    kind = sought(query)
    of_towns = kind is not None and kind.word in TOWNS
    group = best_group(query, library, least=LEAST)
    if group and not (of_towns and not _name_places(library, list(group.items))):
        return told_items(query, library, list(group.items), 1.0)
    parts = named_in_sentence(query, library)
    if parts:
        return told_items(query, library, parts, 0.8)
    query = query.inside()
    found = library.look(query)
    best = max(found, key=lambda f: _fit(query, library, f), default=None)
    if best is None or _fit(query, library, best) < 0.45:
        return None
    items = _items(library, best) if _is_of(query, best) else []
    if of_towns and not _name_places(library, items):
        return None
    if len(items) < 2:
        proofs = [_enumerating(proof) for proof in prove(query, library, found=found) if proof.coverage >= 0.45]
        proofs.sort(key=lambda proof: (-proof.score, proof.sentence.span))
        return tell(query, library, proofs, KIND) if proofs else None
    return told_items(query, library, items, best.closeness)


def _name_places(library: Library, items: list[Span]) -> bool:
    """Tell a list of which most items begin with the name of a town or another place."""
    begun = [Span(item.document_id, item.start, min(item.end, item.start + BEFORE)) for item in items]
    held = [[one for _, one in library.mentions_in(span, "place", "organisation")] for span in begun]
    named = [there for there in held if any(one.kind == "place" or bare_town(one.label) != one.label for one in there)]
    return 2 * len(named) > len(items)


def _is_of(query: Query, found: Found) -> bool:
    """Tell a passage that says what a question asks a list of, by its word, its family or its like."""
    nouns = asked_nouns(query)
    start, first = found.passage.span.start, _ITEM.search(found.document.text, found.passage.span.start)
    before = found.document.text[max(0, start - BEFORE) : max(start, first.start()) if first else start]
    stems = title_stems(found.passage.headings) | frozenset(tokens(before))
    like = frozenset[str]().union(*(same_list(noun) | noun for noun in nouns))
    return not nouns or bool(like & stems) or any(akin(one, other) for one in like for other in stems)


def told_items(query: Query, library: Library, items: list[Span], score: float) -> Answer:
    """Answer with items in the order of the document, each with the words that tell it."""
    rows = []
    for span in items[:MOST]:
        words = " – ".join(part for part in library.reading(span).split("\t") if part.strip())
        evidence = (cited(library, span),)
        rows.append(Row("", french.shortened(words, 160), "item", score, None, evidence))
    longest = max(50, (560 - 3 * len(rows)) // len(rows))
    listed = " ; ".join(french.shortened(row.label.rstrip(" .;"), longest) for row in rows)
    text = french.shortened(f"{french.count(len(items), 'élément')} : {listed}")
    facts = around_document(library, None, items[0].document_id)
    return Answer(query.text, KIND, text, tuple(rows), unique(facts))


def _enumerating(proof: Proof) -> Proof:
    """Favour a sentence that enumerates."""
    words = proof.sentence.words
    listed = words.count(",") + words.count(";") >= 2 or re.search(
        r"\b(?:par exemple|notamment|tels? que|telles? que)\b", words
    )
    return proof._replace(score=proof.score + (0.15 if listed else 0.0))


def _fit(query: Query, library: Library, found: Found) -> float:
    """Score a passage as a list: the question is said by what heads it, its titles or the line before its items."""
    document = library.knowledge.documents[found.document.id]
    first = _ITEM.search(document.text, found.passage.span.start, found.passage.span.end)
    items = len(_ITEM.findall(document.quote(found.passage.span)))
    head = (
        library.stems(Span(document.id, found.passage.span.start, first.start()))
        if first and first.start() > found.passage.span.start
        else frozenset()
    )
    titles = title_stems(found.passage.headings[-1:])
    headed = coverage(query.terms, head | titles, [(title_stems(found.passage.headings), 0.5)])
    said = coverage(query.terms, library.stems(found.passage.span), [(titles, 0.8)])
    listed = max(headed, 0.6 * said) + 0.15 if items >= 2 else 0.9 * said
    return 0.75 * listed + 0.25 * found.closeness


def _items(library: Library, found: Found) -> list[Span]:
    document = library.knowledge.documents[found.document.id]
    start, end = found.passage.span.start, found.passage.span.end
    marks = [match.end() for match in _ITEM.finditer(document.text, start, end)]
    if _ITEM.match(document.text[start : start + 4]):
        marks = sorted({start + len(document.text[start : start + 4].split(" ")[0]) + 1, *marks})
    if not marks:
        return []
    ends = [document.text.rfind("\n", start, mark) for mark in marks[1:]] + [end]
    return [Span(document.id, mark, stop) for mark, stop in zip(marks, ends, strict=True) if stop > mark]
