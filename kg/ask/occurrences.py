"""How often, where and in how many reports the corpus speaks of something: all of it, counted, with what was searched.

A sentence speaks of a subject when it says each of its ideas: in the question's own words or in others of their family.
Where none does, those in words that mean the same are counted; what is near in meaning is told, and not counted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus import Passage
from kg.ask.answers.certificates import bare, counted, how_said
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import number_row, refused
from kg.ask.language import french
from kg.ask.language.words import speech_stems, stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.synonyms import SAME
from kg.ask.search.things import Sentence
from kg.regex import regex
from kg.types import Answer, Row, passage_key

KIND = "occurrences"
EXAMPLES = (
    "Combien de fois parle-t-on de la gratuité ?",
    "Dans combien de documents est-il question de la gratuité ?",
    "Tous les passages sur la gratuité",
)
_TOLD = (
    r"\b(?:parl\w*|question|evoqu\w*|mention\w*|trait\w*|abord\w*|cit\w+|dit|dits|apparai\w+|revien\w*|figur\w+"
    r"|nomm\w+)"
)
_PLACES = r"(?:passages?|extraits?|phrases?|endroits?|mentions?|occurrences?)"
_REPORTS = r"(?:documents?|rapports?|comptes? rendus?|textes?|fichiers?|actes)"
#: What is counted or listed, by the words that ask for it, folded: each ends where the subject begins or goes on.
_COUNTED = (
    (
        "sentences",
        regex(rf"^combien de (?:fois|phrases|mentions|occurrences)\b(?=.*{_TOLD}|.* (?:de|du|des|sur)\b)"),
    ),
    ("documents", regex(rf"^(?:dans |sur )?combien de {_REPORTS}\b(?=.*{_TOLD}|.* (?:sur|concern\w+) )")),
    ("passages", regex(rf"^(?:dans )?combien de (?:passages|extraits|endroits)\b(?=.*{_TOLD}|.* sur )")),
)
_LISTED = regex(
    r"^(?:donne\w*(?:[- ]moi)? |montre\w*(?:[- ]moi)? |liste\w* |cite\w* |affiche\w* |trouve\w*(?:[- ]moi)? |je veux "
    r"|je voudrais |quel(?:le)?s sont )?"
    rf"(?:la liste (?:de |des )?)?(?:tou(?:te)?s )?(?:les |des )?(?P<thing>{_PLACES}|{_REPORTS})\b"
    rf"(?= (?:ou|qui|dans|sur|concernant|a propos|au sujet)\b)(?!.*\b(?:annex|sign|produi|publi|remis)\w*)"
)
_WHICH = regex(rf"^(?:dans )?quels? (?P<thing>{_PLACES}|{_REPORTS})\b(?=.*{_TOLD}|.* sur )")
#: Near in meaning, where the corpus's own closeness is 0 and that of the nearest 1.
NEAR = 0.6
#: From this way on (see `certificates.HOW`) a subject is told in other words: counted where no sentence has its own.
OTHERWISE = 2
#: How many passages are shown.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that says a subject, with its passage, and how its words do (see `certificates.HOW`)."""

    sentence: Sentence
    passage: Passage
    how: int


def answer(query: Query, library: Library) -> Answer | None:
    """Answer how often, in how many reports or where something is spoken of; nothing for other questions."""
    counting = next((unit for unit, asked in _COUNTED if asked.match(query.folded)), None)
    listed = _LISTED.match(query.folded) or _WHICH.match(query.folded)
    topic = query.without(_scaffolding()).inside()
    if (counting is None and listed is None) or query.quoted or not topic.terms or query.outside("person"):
        return None
    found_all = list(_said(topic, library))
    said = [one for one in found_all if one.how < OTHERWISE] or found_all
    if not said:
        return _unsaid(query, _subject(topic), library) if counting else None
    unit = counting or ("documents" if listed and re.match(_REPORTS, listed["thing"]) else "passages")
    found = _told(query, library, said, unit)
    found = replace(found, certificate=_certificate(topic, said, len(found_all) - len(said), library))
    documents = len({one.passage.span.document_id for one in said})
    number = {"sentences": len(said), "documents": documents}.get(unit, len({one.passage.span for one in said}))
    return _numbered(found, number) if counting else found


@lru_cache(maxsize=1)
def _scaffolding() -> frozenset[str]:
    """Return the stems of the words that ask, which tell nothing of the subject."""
    words = (
        "combien fois phrase phrases passage passages extrait extraits endroit endroits mention mentions occurrence "
        "occurrences document documents rapport rapports compte comptes rendu rendus texte textes actes "
        "liste donner donne montrer montre afficher affiche trouver trouve tous toutes tout sujet propos concernant "
        "apparaître apparaît revenir revient revenu figurer figure nommé nommée question corpus base "
        "mot mots terme termes expression notion"
    )
    return speech_stems() | stems_of(words.split())


def _said(topic: Query, library: Library) -> Iterator[_Said]:
    """Yield the sentences that say all the ideas of a subject, in the order of documents."""
    ways = [
        [term.alternatives[0][0], *(way for way, worth in term.alternatives if worth == SAME)] for term in topic.terms
    ]
    for document_id in _holding(ways, topic, library):
        for passage in library.knowledge.extraction_of[document_id].passages:
            for sentence in library.sentences(passage):
                if all(any(way <= sentence.stems for way in own) for own in ways):
                    yield _Said(sentence, passage, how_said(topic.terms, sentence.words, sentence.stems))


def _holding(ways: Sequence[Sequence[frozenset[str]]], topic: Query, library: Library) -> list[str]:
    """Return the documents that have words for each idea, among those that the question looks into."""
    found = set(topic.documents if topic.documents else library.knowledge.extraction_of)
    for own in ways:
        holding: set[str] = set()
        for way in own:
            rows = (library.base.lexical.rows(stem) for stem in way)
            holding |= set.intersection(*(set(library.base.stems.documents(row)) for row in rows))
        found &= holding
    return sorted(found)


def _near(topic: Query, said: Sequence[_Said], library: Library) -> int:
    """Return how many other passages are near the subject in meaning."""
    counted = {one.passage.span for one in said}
    found = (one for one in library.look(topic) if one.passage.span not in counted)
    return sum(one.closeness >= NEAR for one in found)


def _told(query: Query, library: Library, said: Sequence[_Said], unit: str) -> Answer:
    """Return the places where a subject is told: each passage or report once, those in its very words first."""
    passages = {one.passage.span: one for one in reversed(said)}
    firsts = sorted(passages.values(), key=lambda one: (one.how, one.sentence.span))
    if unit == "documents":
        firsts = list({one.passage.span.document_id: one for one in reversed(firsts)}.values())
    rows = tuple(_row(library, one, by_source=unit == "documents") for one in firsts[:SHOWN])
    sources = {library.knowledge.documents[one.document_id].file_name for one in passages}
    text = _sentence(unit, len(said), len(passages), sorted(sources))
    return Answer(query.text, "list", text, rows)


def _numbered(found: Answer, number: int) -> Answer:
    """Return an answer with how many there are as its first row."""
    counted = number_row(number, found.rows[0].evidence)
    return replace(found, kind=KIND, rows=(counted, *found.rows))


def _sentence(unit: str, sentences: int, passages: int, sources: Sequence[str]) -> str:
    names, reports = french.join(sources, most=6), french.count(len(sources), "document")
    number = {"sentences": sentences, "passages": passages, "documents": len(sources)}[unit]
    verb = "en parle" if number < 2 else "en parlent"
    if unit == "documents":
        told = f"{reports} {verb} ({french.count(sentences, 'phrase')}) : {names}"
    elif unit == "passages":
        told = f"{french.count(passages, 'passage')} {verb}, dans {reports} : {names}"
    else:
        inside = french.count(passages, "passage")
        told = f"{french.count(sentences, 'phrase')} {verb}, dans {inside} de {reports} : {names}"
    return french.told(told)


def _certificate(topic: Query, said: Sequence[_Said], otherwise: int, library: Library) -> str:
    """Say what was searched: by the very words, by their forms, in other words, by meaning, and what is not counted."""
    words = _subject(topic)
    read = len(topic.documents) if topic.documents else len(library.knowledge.extraction_of)
    near = _near(topic, said, library)
    told = f"« {words} » dans {french.count(read, 'document')} : {counted((one.how for one in said), 'phrase')}"
    apart = [f"{french.count(otherwise, 'phrase')} en d'autres mots"] if otherwise else []
    apart += [f"{french.count(near, 'autre passage proche', 'autres passages proches')} par le sens"]
    return f"{told} ; non compté : {french.join(apart)}"


def _subject(topic: Query) -> str:
    return ", ".join(bare(term.words) for term in topic.terms)


def _row(library: Library, one: _Said, *, by_source: bool = False) -> Row:
    evidence = cited(library, one.sentence.span)
    label = one.passage.headings[-1] if one.passage.headings and not by_source else evidence.source
    span = one.passage.span
    key = evidence.source if by_source else passage_key(span.document_id, span.start, span.end)
    return Row(key, french.shortened(label, 80), "passage", 1.0, None, (evidence,))


def _unsaid(query: Query, words: str, library: Library) -> Answer:
    searched = f"« {words} » à la lettre, par ses formes et en d'autres mots, dans "
    searched += french.count(len(query.documents or library.knowledge.extraction_of), "document")
    return refused(query, KIND, f"aucune phrase ne parle de « {words} »", searched)
