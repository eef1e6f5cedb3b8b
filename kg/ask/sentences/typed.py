"""The best of the sentences that hold what is expected (a date, a place, a number), by what they say of the rest."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus import Passage, Span
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import title_stems
from kg.ask.language.moments import Slice
from kg.ask.library import Library
from kg.ask.question.alike import same_here
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sentences.main_verb import clause, main_verb, tells
from kg.ask.sentences.told import says
from kg.regex import regex

#: What an idea is worth outside the sentence: in the title just above, in the sentences beside it, in what opens its
#: report, elsewhere in its passage; and what the head of a body's name is worth where
#: its report has the whole of it: « le Réseau ».
TITLE, BESIDE, OPENING, PASSAGE, HEAD = 0.8, 0.65, 0.6, 0.5, 0.75
#: How many characters open a report, how many passages are read, how far two words are apart that still tell together.
FIRST, DEPTH, FAR = 400, 40, 120
#: What nearness to the words of the question, and to it in meaning, add to a score.
NEARBY, MEANT = 0.25, 0.1
#: What it adds that the words of a question follow each other in a sentence, small ones as well: « plus de 10 000 ».
PHRASED = 0.1
#: What it adds that the sentence itself says the question, not only its title or the sentences beside it.
ITSELF = 0.1
#: What it adds that the clause of the date or the place says the main verb of the question.
GOVERNED = 0.15
#: What begins a sentence that goes on about what was named: « Elle… », « Fondée en… ».
_GOES_ON = regex(
    r"\W*(?:Elles?|Ils?|Ce(?:tte|t)?|Celle|Celui|Créée?s?|Fondée?s?|Née?s?|Ouverte?s?|Installée?s?|Lancée?s?|Construite?s?"
    r"|Sa|Son|Ses)\b"
)
LIKE = 0.8
#: How much less a name tells elsewhere than in the sentence, of what another idea does: reports seldom say it twice.
ELSEWHERE = 0.5
#: What an idea that the corpus has no word for weighs.
UNKNOWN = 0.6
#: The least share of a question that what is compared with the best says.
FLOOR = 0.5
#: Least share of the ideas that are no names that the sentence, those beside it or its title must say.
OWN = 0.5

NO_MORE = 1e-9  # how far sums of the same numbers may lie apart


class _Asked(NamedTuple):
    """An idea of a question, what it weighs, and whether it is a name."""

    term: Term
    weight: float
    name: bool


Find = Callable[[Sentence, Passage], Iterable[Slice]]


@dataclass(frozen=True, slots=True)
class Typed:
    """A slice of a sentence that answers: what is said around it (0..1), by the sentence alone, and its score."""

    score: float
    said: float
    own: float
    sentence: Sentence
    passage: Passage
    slice: Slice

    @property
    def words(self) -> str:
        """The words of the slice."""
        start, end = self.slice
        return self.sentence.words[start:end].strip(" ().,;:")


def best_told(query: Query, library: Library, find: Find, *, least: float) -> Typed | None:
    """Return the best slice that `find` gives; nothing where less than this share (0..1) of the question is said."""
    found = told(query, library, find, least=min(least, FLOOR))
    best = max(found, key=lambda one: (one.score, -one.sentence.span.start, -one.slice[0]), default=None)
    return best if best and best.said >= least else None


def told(query: Query, library: Library, find: Find, *, least: float) -> Iterator[Typed]:
    """Yield the slices that `find` gives where at least this share (0..1) of the question is said."""
    terms = list(query.inside().terms)
    if not terms:
        return
    verb, asked = main_verb(query), _asked(query, library, terms)
    for found in library.look(query, depth=DEPTH):
        if not _may_say(library, asked, found.passage, least):
            continue
        sentences = [*_title(library, found.passage), *library.sentences(found.passage)]
        for at, sentence in enumerate(sentences):
            slices = list(find(sentence, found.passage))
            if not slices:
                continue
            near = sentences[max(0, at - 1) : at + 2]
            said, own = _said(library, asked, (sentence, found.passage, near))
            if said < least:
                continue
            for one in slices:
                close = _nearness(terms, sentence.words, one)
                more = PHRASED * _phrased(query.folded, sentence.words) + ITSELF * own
                more += GOVERNED * tells(verb, clause(sentence.words, one)) if verb else 0.0
                score = said + NEARBY * close + MEANT * found.closeness + more
                yield Typed(score, said, own, sentence, found.passage, one)


def in_words(sentence: Sentence, span: Span) -> Slice | None:
    """Return where what stands at a place of a document is in a sentence as it is read; nothing where it is not."""
    quote, words = " ".join(sentence.document.quote(span).split()), sentence.words
    start = span.start - sentence.span.start
    at = best = words.find(quote)
    while at >= 0:
        best = min(best, at, key=lambda one: abs(one - start))
        at = words.find(quote, at + max(1, len(quote)))
    return None if best < 0 else (best, best + len(quote))


def _title(library: Library, passage: Passage) -> list[Sentence]:
    """Return the title just above a passage, as a sentence, where the passage is the first below it."""
    document = library.knowledge.documents[passage.span.document_id]
    title = passage.headings[-1] if passage.headings else ""
    start = (
        document.text.rfind(title, max(0, passage.span.start - len(title) - 40), passage.span.start) if title else -1
    )
    if start < 0:
        return []
    span = Span(document.id, start, start + len(title))
    return [Sentence(span, library.stems(span), document)]


def _phrased(folded: str, words: str) -> float:
    """Return the share of the threes of words of a folded question that a sentence writes as well, 0..1."""
    asked, told = (re.findall(r"\w+", text) for text in (folded, fold(words)))
    threes = {tuple(asked[at : at + 3]) for at in range(len(asked) - 2)}
    written = {tuple(told[at : at + 3]) for at in range(len(told) - 2)}
    return len(threes & written) / len(threes) if threes else 0.0


def _says(term: Term, stems: frozenset[str]) -> float:
    """Return how well some stems say an idea; its contrary says another one: « fermé », « ouvert »."""
    said, contrary = says(term, stems)
    if said < LIKE and any(term.alternatives[0][0] <= asked and told & stems for asked, told in same_here()):
        return LIKE
    return 0.0 if contrary else said


def _asked(query: Query, library: Library, terms: Iterable[Term]) -> list[_Asked]:
    """Return the ideas of a question, with what each weighs and whether it is a name."""
    names = {one.entity.label for one in query.named}
    named = ((term, term.words in names) for term in terms)
    return [_Asked(term, term.weight * (1 if name or library.can_say(term) else UNKNOWN), name) for term, name in named]


def _opening(library: Library, passage: Passage) -> frozenset[str]:
    document = library.knowledge.documents[passage.span.document_id]
    return vocabulary(f"{document.title} {' '.join(passage.headings)} {document.text[:FIRST]}")


def _may_say(library: Library, asked: Sequence[_Asked], passage: Passage, least: float) -> bool:
    """Tell whether a sentence of a passage may say this share of a question: no more than all that stands around it."""
    stems = library.stems(passage.span) | _opening(library, passage)
    text = library.knowledge.documents[passage.span.document_id].text
    most = [
        (one, max(says(one.term, stems)[0], _says(one.term, stems), HEAD if one.name and one.term.words in text else 0))
        for one in asked
    ]
    rest = sum(one.weight * (worth - OWN) for one, worth in most if not one.name)
    whole = sum(one.weight * (worth - least) for one, worth in most)
    return all(worth for one, worth in most if one.name) and min(rest, whole) >= -NO_MORE


def _said(
    library: Library, asked: Sequence[_Asked], place: tuple[Sentence, Passage, Sequence[Sentence]]
) -> tuple[float, float]:
    """Return how much of the question a sentence says with what is around it (0 when a name is nowhere), and alone."""
    sentence, passage, near = place
    document = library.knowledge.documents[passage.span.document_id]
    own_titles = tuple(title for title in passage.headings[-1:] if fold(title) not in fold(document.title))
    around = (
        (title_stems(own_titles), TITLE),
        (frozenset().union(*(one.stems for one in near)), BESIDE),
        (_opening(library, passage), OPENING),
        (library.stems(passage.span), PASSAGE),
    )
    goes_on = all(one.name for one in asked) or _GOES_ON.match(sentence.words) is not None
    total = alone = rest = rest_said = whole = near_by = 0.0
    for term, weight, name in asked:
        own = _says(term, sentence.stems)
        best = own
        for stems, told in around:
            worth = 1.0 - (1.0 - told) * ELSEWHERE if name else told
            if best < worth:
                best = max(best, worth * _says(term, stems))
        if name:
            best = max(best, _by_head(term, sentence, document.text))
            if not best:
                return 0.0, 0.0
        else:
            rest += weight
            rest_said += weight * (best if best >= BESIDE * 0.9 else 0.0)
        if not name or goes_on:
            near_by = max(near_by, own, best if best >= (BESIDE if goes_on else TITLE) * 0.9 else 0.0)
        total += weight * best
        alone += weight * own
        whole += weight
    if (rest and rest_said < OWN * rest) or not near_by:
        return 0.0, 0.0
    return total / whole, alone / whole


def _by_head(term: Term, sentence: Sentence, text: str) -> float:
    """Return what « le Réseau » is worth for « Réseau des villes » where the report has the whole name."""
    head = term.words.split()[0]
    if len(term.words.split()) < 2 or not re.search(
        rf"\b(?:[Ll][ea]s? |[Ll]['’]|[Cc]et?(?:te|s)? |[Nn]otre |[Aa]ux? |[Dd]es |[Dd]u |[Pp]rochaine?s? ){head}\b",
        sentence.words,
    ):
        return 0.0
    return HEAD if term.words in text else 0.0


def _nearness(terms: Sequence[Term], words: str, one: Slice) -> float:
    """Return how near the words of a question stand to a slice of a sentence, 0..1, by the weights of its ideas."""
    said: dict[str, float] = {}
    for match in re.finditer(r"[\w'’-]+", words):
        if match.start() < one[1] and one[0] < match.end():
            continue
        gap = max(one[0] - match.end(), match.start() - one[1])
        between = words[match.end() : one[0]] if match.end() <= one[0] else words[one[1] : match.start()]
        gap += 40 * len(re.findall(r"[;:.!?»(]", between)) + 10 * between.count(",")
        stems = frozenset(tokens(match[0]))
        for term in terms:
            if gap < FAR and _says(term, stems) >= 0.5:
                said[term.words] = max(said.get(term.words, 0.0), 1.0 - gap / FAR)
    weight = sum(term.weight for term in terms)
    return sum(term.weight * said.get(term.words, 0.0) for term in terms) / weight
