"""The answers to a question that a report puts itself: what follows it in an interview, a dialogue or under a title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Passage
from kg.ask.answers.proofs import Proof
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.told import IN_OPENING, Idea, ideas, names_of, says, worth_of_names
from kg.regex import regex

#: Least share of what is asked that the question of the report must say; how many reports and passages are read.
SAYS, REPORTS, READ = 0.7, 4, 30
#: Longest question of a report, in characters, and how many passages of its answer are told.
LONGEST, MOST = 400, 3
_ENDS, _TITLE_ENDS = regex(r"\?[\s»”\"*_)]*$"), regex(r"\?[\s*_]*$")
#: Questions whose answer is what somebody says: not who, when, where or how many.
_ASKED = regex(
    r"^(?:(?:d'apres|selon|pour) [^,?]{3,60}, )?(?:pourquoi|comment|que|quoi|quel(?:le)?s?|en quoi|a quoi"
    r"|qu'est[- ]ce|qu'|ce qu)\b|^qu'|\bpourquoi\b"
)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question that a report puts, the passage that holds it or that it heads, and those that follow it."""

    passage: Passage
    words: str
    after: tuple[Passage, ...]


def replies(query: Query, library: Library) -> list[Proof]:
    """Return the first sentences of the answers to the question of a report that says what is asked; else nothing."""
    asked, names = ideas(query), names_of(query)
    if not asked or not _ASKED.search(query.folded):
        return []
    best: tuple[float, _Question] | None = None
    for document_id in _documents(query, library):
        for question in library.once(_questions, document_id):
            said = _said(question, asked, library)
            sentence = library.sentences(question.passage)[0]
            proof = Proof(sentence, question.passage, said, said)
            if (
                said >= SAYS
                and (best is None or said > best[0])
                and worth_of_names(proof, names, library) >= IN_OPENING
            ):
                best = (said, question)
    return [Proof(library.sentences(one)[0], one, best[0], best[0]) for one in best[1].after] if best else []


def _said(question: _Question, asked: Sequence[Idea], library: Library) -> float:
    """Return the share of what is asked that a question of a report says, in its own words or those of one family."""
    stems = library.stems_of(question.words)
    total = sum(idea.weight for idea in asked)
    return sum(idea.weight * says(idea.term, stems)[0] for idea in asked) / total if total else 0.0


def _documents(query: Query, library: Library) -> list[str]:
    if query.reports:
        return sorted(query.reports)
    naming = [one.id for named in query.named for one in library.knowledge.naming(named.entity)]
    near = [one.document.id for one in library.look(query)[:READ]]
    return list(dict.fromkeys([*near, *naming]))[:REPORTS]


def _questions(library: Library, document_id: str) -> tuple[_Question, ...]:
    return tuple(_read(library, library.knowledge.extraction_of[document_id].passages))


def _read(library: Library, passages: Sequence[Passage]) -> Iterator[_Question]:
    """Yield the questions of a report: the passages and the last titles that a question mark ends."""
    told = [one for one in passages if library.sentences(one)]
    for at, passage in enumerate(told):
        title = passage.headings[-1] if passage.headings else ""
        heads = bool(_TITLE_ENDS.search(title)) and (at == 0 or told[at - 1].headings != passage.headings)
        if heads:
            under = [one for one in told[at : at + MOST] if one.headings == passage.headings]
            yield _Question(passage, title, tuple(under))
        if len(passage.text) <= LONGEST and _ENDS.search(passage.text):
            after = []
            for one in told[at + 1 : at + 1 + MOST]:
                if _ENDS.search(one.text) or one.headings != passage.headings:
                    break
                after.append(one)
            if after:
                yield _Question(passage, passage.text, tuple(after))
