"""The SPARQL that finds an answer again by what the question asks, not by a list of what was answered.

What is said in words is asked for by its words, wherever the graph keeps them: the quotation or the passage, and the
titles above. What was brought nearer by meaning alone cannot be asked of a graph: a comment of the query says so.
"""

import re
from collections.abc import Iterable, Sequence

from corpus import Span
from index import fold
from kg.ask.answers.sparql import events_query, iri, iris, together_query
from kg.ask.language.words import leading_speech
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.lookup import event_chain
from kg.types import Answer, Entity, Row

_ACCENTED = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü", "y": "yÿ", "n": "nñ"}
_PLAIN = str.maketrans({accented: plain for plain, letters in _ACCENTED.items() for accented in letters})
#: What does not stand before a word, in small letters.
_LETTERS = frozenset(map(chr, (*range(ord("a"), ord("z") + 1), *range(ord("à"), ord("ÿ") + 1), ord("×"))))
#: At most this many ways to say an idea are asked for, the strongest first.
WAYS = 12
_SPOKEN = ("who-spoke-about",)
_DATED = ("when-where", "comparison", "session-programme")


def with_query(answer: Answer, query: Query, library: Library) -> str | None:
    """Return the query of an answer: the one that its kind gave, else by words; nothing where nothing is proved."""
    if answer.sparql:
        return answer.sparql
    if answer.rows and answer.kind in _DATED and (events := _events(answer, library)):
        return events
    if answer.kind == "relation-path" and answer.rows and all(row.id in library.knowledge.by_id for row in answer.rows):
        return together_query(library.base, [row.id for row in answer.rows])
    return by_words(query, library, answer.rows, is_spoken=answer.kind in _SPOKEN)


def by_words(query: Query, library: Library, rows: Sequence[Row], *, is_spoken: bool) -> str | None:
    """Return the query that finds rows again by the words of a question: of quotations where they are spoken."""
    spans = [evidence.span for row in rows for evidence in row.evidence[:1]]
    if not spans:
        return None
    texts = [_bare(_around(span, library)) for span in spans]
    led = leading_speech(query.text, skipped=[named.place for named in query.named])
    terms = (query.without(led) if is_spoken else query).inside().terms
    ways = [(term, _beginnings(term)) for term in terms]
    said = [(term, _pattern(words)) for term, words in ways if words and _said_by_all(words, texts)]
    unsaid = [term.words for term in terms if term not in [kept for kept, _ in said]]
    return _query(said, unsaid, _sources(spans, query, library) if query.documents or not said else [], is_spoken)


def _events(answer: Answer, library: Library) -> str | None:
    """Return the query of events: those that the question names, or the sessions of the one that holds them all."""
    known = [_event_of(row, library) for row in answer.rows]
    tops = {entity.id for row in answer.rows if (entity := _top(row.id, library))}
    if answer.kind == "session-programme" and len(tops) == 1:
        return events_query(f"?event pal:parentEvent+ {iri(library.base, *tops)} .")
    if not all(known):
        return None
    named = iris(library.base, [entity.id for entity in known if entity])
    return events_query(f"VALUES ?event {{ {named} }}")


def _event_of(row: Row, library: Library) -> Entity | None:
    """Return the event of a row: itself, or the one that is told where its proof stands."""
    entity = library.knowledge.entity_of(row.id) or library.knowledge.by_id.get(row.id)
    if entity is None or entity.kind != "event":
        proofs = {evidence.span for evidence in row.evidence}
        told = (e for span in proofs for e in library.knowledge.extraction_of[span.document_id].events)
        mention = next((event.mention for event in told if event.provenance.span in proofs), None)
        entity = library.knowledge.entity_of(mention)
    return entity


def _top(mention: str, library: Library) -> Entity | None:
    """Return the event that a session is a part of."""
    chain = event_chain(library.knowledge, mention) if mention in library.knowledge.events else ()
    return library.knowledge.entity_of(chain[-1].mention) if len(chain) > 1 else None


def _around(span: Span, library: Library) -> str:
    """Return what the graph keeps of the words around a proof: its passage and the titles above."""
    passage = library.passage_at(span)
    titles = " > ".join(passage.headings) if passage else ""
    text = library.knowledge.quote(passage.span if passage else span)
    return f"{titles} {text}"


def _bare(text: str) -> str:
    """Return a text as `_said_by_all` reads it: in small letters, without the accents that a query leaves free."""
    return text.lower().translate(_PLAIN)


def _said_by_all(words: Sequence[str], texts: Sequence[str]) -> bool:
    """Tell what a query with the pattern of some words would find, without compiling it."""
    return all(any(_begins(word, text) for word in words) for text in texts)


def _begins(word: str, text: str) -> bool:
    at = text.find(word)
    while at > 0 and text[at - 1] in _LETTERS:
        at = text.find(word, at + 1)
    return at >= 0


def _beginnings(term: Term) -> list[str]:
    """Return how the ways to say an idea begin, folded: long stems lose an ending that others change."""
    ways = sorted(term.alternatives, key=lambda way: (-way[1], len(way[0]), sorted(way[0])))[:WAYS]
    stems = (max(sorted(stems), key=len) for stems, _ in ways if stems)
    return list(dict.fromkeys(fold(stem)[: max(4, len(stem) - 2)] if len(stem) > 6 else fold(stem) for stem in stems))


def _pattern(words: Iterable[str]) -> str:
    """Return a regular expression for what begins with one of some folded words, whatever the accents."""
    return f"(^|[^a-zA-Zà-ÿÀ-Ý])({'|'.join(map(_word, words))})"


def _word(letters: str) -> str:
    return "".join(f"[{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(letter) for letter in letters)


def _sources(spans: Iterable[Span], query: Query, library: Library) -> list[str]:
    ids = query.documents or {span.document_id for span in spans}
    return sorted(library.knowledge.documents[document_id].source for document_id in ids)


def _query(said: Sequence[tuple[Term, str]], unsaid: Sequence[str], sources: Sequence[str], is_spoken: bool) -> str:
    lines = [
        f"# « {_plain(words)} » : rapproché par le sens, ce que le graphe ne sait pas refaire." for words in unsaid
    ]
    if said:
        lines.append("# Chaque FILTER demande une idée de la question ; le score départage ensuite ce qui est trouvé.")
    if is_spoken:
        lines += [
            "SELECT DISTINCT ?speaker ?name ?quote ?source WHERE {",
            "  ?quotation a pal:Quotation ; pal:text ?quote ; pal:document ?document ; pal:passage ?passage .",
            "  OPTIONAL { ?quotation pal:speaker ?speaker . ?speaker skos:prefLabel ?name }",
            "  ?passage pal:text ?text .",
        ]
    else:
        lines += [
            "SELECT DISTINCT ?passage ?text ?source WHERE {",
            "  ?passage a pal:Passage ; pal:text ?text ; pal:document ?document .",
        ]
    lines += [
        "  ?document pal:sourceFile ?source .",
        "  OPTIONAL { ?passage pal:headings ?above }",
        '  BIND(CONCAT(COALESCE(?above, ""), " ", ?text) AS ?words)',
    ]
    if sources:
        lines.append(f"  FILTER(?source IN ({', '.join(_literal(source) for source in sources)}))")
    lines += [f'  FILTER(REGEX(?words, {_literal(pattern)}, "i"))' for _, pattern in said]
    return "\n".join([*lines, "}", f"ORDER BY ?source {'?name ?quote' if is_spoken else '?text'}"])


def _plain(words: str) -> str:
    return " ".join(words.split())


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
