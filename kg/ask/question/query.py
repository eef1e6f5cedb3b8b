"""What a question asks: its content words with their weights, the entities that it names, what it puts in quotes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from index import fold, tokens
from kg.ask.language.words import HEADS
from kg.ask.question.whom import ANYBODY, Whom
from kg.regex import regex
from kg.types import Entity, Event

#: Words that questions are made of; they say nothing of the subject.
_QUESTION_WORDS = frozenset(
    fold(word)
    for word in (
        "qui que quoi quel quelle quels quelles comment pourquoi combien où quand lequel laquelle lesquels lesquelles "
        "est-ce qu'est-ce c'est-il a-t-il y a-t-elle donne donner donnez donne-moi liste lister citer cite dire dis "
        "moi peux-tu pouvez-vous sait-on connaît-on trouve-t-on existe-t-il avait-il étaient était furent fut sont ont "
        "appelle s'appelle nomme nommer corpus document documents chose choses selon d'après après propos "
        "sujet fait faire "
        "beaucoup nombreux nombreuses plusieurs certains certaines tous toutes tout toute très plus moins "
        "autant même mêmes autre autres "
        "deux trois lieu avait avaient ont-ils ont-elles tirer tire tires tiree tirees tiré tirés tirée tirées "
        "mener mené menés menée "
        "menées a-t-elles a-t-ils concernant concerne dedans parmi entre avoir être"
    ).split()
)
#: Verbs that carry little of a question's subject, however rare they are in a corpus; what they are worth.
_LIGHT = frozenset(
    stem
    for word in (
        "devenir devenu devenue venir vient viennent passer rester mettre prendre tenir donner aller arriver commencer "
        "trouver devoir falloir pouvoir vouloir permettre permet servir servent utiliser poser rendre sembler compter "
        "compte vraiment également façon manière ainsi exemple notamment surtout plutôt type sorte lors auprès "
        "veut veulent voulait voudrait doit doivent devait devrait peut peuvent pouvait pourrait finir fini finit "
        "puisse puissent fasse fassent aille aillent veuille veuillent doive vienne viennent prenne prennent mette "
        "mettent tienne tiennent sache sachent fallait faudrait faille pouvoir pouvaient "
        "selon jour fois cas cause besoin question mener mène concerner existe exister"
    ).split()
    for stem in tokens(word)
)
LIGHT = 0.4
_QUOTED = regex(r"[«“\"]\s*([^«»“”\"]{3,}?)\s*[»”\"]")
_EITHER = regex(r"([\w][\w'’-]*)\s+ou\s+(?:(?:de|du|des|la|le|les|par|au|aux|à)\s+)*([\w][\w'’-]*)")
_INVERTED = regex(r"(?<=\w\w)-(?:t-)?(?:ils?|elles?|on|nous|vous)$", re.IGNORECASE)
YEAR = regex(r"\b(?:19|20)\d{2}\b")
#: The weight from which the corpus does not know a word: nothing that it knows weighs as much.
UNKNOWN = 0.999


@dataclass(frozen=True, slots=True)
class Term:
    """An idea of the question: ways to say it, each a set of stems with its strength in 0..1, and a weight."""

    words: str
    alternatives: tuple[tuple[frozenset[str], float], ...]
    weight: float
    #: Every stem of every way: most sentences have none.
    _any: frozenset[str] = field(init=False, repr=False, compare=False)
    #: The ways, the strongest first.
    _strongest: tuple[tuple[frozenset[str], float], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the stems together once."""
        object.__setattr__(self, "_any", frozenset().union(*(needed for needed, _ in self.alternatives)))
        object.__setattr__(self, "_strongest", tuple(sorted(self.alternatives, key=lambda way: -way[1])))

    @property
    def unknown(self) -> bool:
        """Whether the corpus has no word for the idea."""
        return self.weight >= UNKNOWN

    def strength(self, stems: frozenset[str]) -> float:
        """Return how well a set of stems says the idea: 0 not at all, 1 in the question's own words."""
        if not self._any.isdisjoint(stems):
            for needed, strength in self._strongest:
                if needed <= stems:
                    return strength
        return 0.0


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that the question names, and the words that name it; `whole` when by one of its full names."""

    entity: Entity
    words: str
    start: int
    whole: bool = True

    @property
    def place(self) -> tuple[int, int]:
        """Where the words stand in the question: start and end."""
        return self.start, self.start + len(self.words)


@dataclass(frozen=True)
class Query:
    """A question as it was understood.

    `event` is the one that it names, `documents` those that tell it, `scoped` its other ideas: without any, the
    question is about the event itself. `place` is the folded words that name it, `whom` what the question tells of
    whom it asks for, `meaning` the words that are encoded for it where these are not its own: a question is encoded
    once, however it is put in other words.
    """

    text: str
    terms: tuple[Term, ...] = ()
    named: tuple[Named, ...] = ()
    quoted: str | None = None
    years: tuple[str, ...] = ()
    event: Event | None = None
    documents: frozenset[str] | None = None
    scoped: tuple[Term, ...] = ()
    place: str = ""
    whom: Whom = ANYBODY
    meaning: str = ""

    @cached_property
    def folded(self) -> str:
        """The question in lower case, without accents, with straight apostrophes and single spaces."""
        return " ".join(fold(self.text).split())

    @property
    def reports(self) -> frozenset[str]:
        """The documents that the question looks into: those that it names, else the one that tells its event."""
        event = frozenset([self.event.provenance.span.document_id]) if self.event else frozenset()
        return self.documents or event

    def entities(self, *kinds: str) -> list[Entity]:
        """Return the entities of some kinds that the question names, in its order, each once."""
        found = [named.entity for named in self.named if not kinds or named.entity.kind in kinds]
        return list(dict.fromkeys(found))

    @cached_property
    def unquoted(self) -> str:
        """The question's text without what it puts in quotes."""
        return self.text.replace(self.quoted, " ", 1) if self.quoted else self.text

    def outside(self, *kinds: str) -> list[Entity]:
        """Return the entities of some kinds that are named elsewhere than in the words that say where to look."""
        rest = self.folded.replace(self.place, " ", 1) if self.place else self.folded
        found = [n.entity for n in self.named if n.entity.kind in kinds and " ".join(fold(n.words).split()) in rest]
        return list(dict.fromkeys(found))

    def inside(self) -> "Query":
        """Return the query without the words that say where to look: those documents are all that is searched."""
        return replace(self, terms=self.scoped) if self.documents and self.scoped else self

    def without(self, stems: Iterable[str]) -> "Query":
        """Return the query without the terms whose own stem is one of these (verbs of speech, the word asked for)."""
        left_out = frozenset(stems)
        kept = tuple(term for term in self.terms if not term.alternatives[0][0] <= left_out)
        scoped = tuple(term for term in self.scoped if not term.alternatives[0][0] <= left_out)
        return replace(self, terms=kept, scoped=scoped)

    def unnamed(self) -> str:
        """Return the question, folded, without the names in it: « Jeanne-Marie » is no kin, « PAS » no negation."""
        text = self.text
        for named in self.named:
            text = text[: named.start] + " " * len(named.words) + text[named.start + len(named.words) :]
        return fold(text)

    def without_head(self) -> "Query":
        """Return the query without a noun that judges the next one: « l'utilité du bus » is about the bus."""

        def led(told: tuple[Term, ...]) -> tuple[Term, ...]:
            kept = tuple(term for term in told if fold(term.words).rsplit("'", 1)[-1] not in HEADS)
            return kept or told

        return replace(self, terms=led(self.terms), scoped=led(self.scoped))


def understand(
    question: str,
    named: Iterable[Named],
    *,
    weight: Callable[[str], float],
    synonyms: Callable[[str, frozenset[str]], Iterable[tuple[frozenset[str], float]]],
) -> Query:
    """Read a question.

    `weight` tells how rare a stem is in the corpus (0..1), `synonyms` other ways to say a stem of a question, with
    their strength.
    """
    asked = frozenset(tokens(question))
    named = tuple(named)
    covered = [(n.start, n.start + len(n.words)) for n in named]
    terms: dict[str, Term] = {}
    for start in dict.fromkeys(entry.start for entry in named):
        term = _named_term([entry for entry in named if entry.start == start], weight)
        if term:
            terms[f"@{start}"] = term
    for match in re.finditer(r"[\w][\w'’-]*", question):
        if any(start < match.end() and match.start() < end for start, end in covered) or _is_question_word(match[0]):
            continue
        word = _INVERTED.sub("", match[0])
        stems = list(dict.fromkeys(tokens(word)))
        if stems and stems[0] not in terms:
            terms[stems[0]] = _term(word, stems, asked, weight, synonyms)
    quoted = _QUOTED.search(question)
    told = _either(question, list(terms.values()))
    return Query(question, told, named, quoted[1] if quoted else None, tuple(YEAR.findall(question)))


def _either(question: str, terms: list[Term]) -> tuple[Term, ...]:
    """Make one idea of « A ou B »: saying either is enough."""
    for match in _EITHER.finditer(question):
        pair = [next((term for term in terms if term.words == side), None) for side in match.groups()]
        if pair[0] and pair[1] and pair[0] is not pair[1]:
            ways = (*pair[0].alternatives, *pair[1].alternatives)
            merged = Term(f"{pair[0].words} ou {pair[1].words}", ways, max(pair[0].weight, pair[1].weight))
            terms = [merged if term is pair[0] else term for term in terms if term is not pair[1]]
    return tuple(terms)


def _named_term(entries: list[Named], weight: Callable[[str], float]) -> Term | None:
    """Make one idea of a name, whatever it may stand for: any of the names says it."""
    names = [name for entry in entries for name in (entry.words, entry.entity.label, *entry.entity.aliases)]
    ways = {frozenset(tokens(name)): 1.0 for name in names if tokens(name)}
    rarest = max((weight(stem) for stem in tokens(entries[0].words)), default=0.5)
    return Term(entries[0].entity.label, tuple(ways.items()), max(0.6, rarest)) if ways else None


def _term(
    words: str,
    stems: list[str],
    asked: frozenset[str],
    weight: Callable[[str], float],
    synonyms: Callable[[str, frozenset[str]], Iterable[tuple[frozenset[str], float]]],
) -> Term:
    """Make an idea of a word; a hyphenated word is said by itself or by its parts."""
    ways = {frozenset([stems[0]]): 1.0}
    if len(stems) > 1:
        ways[frozenset(stems[1:])] = 1.0
    for stem in stems:
        for needed, strength in synonyms(stem, asked):
            ways.setdefault(needed, strength)
    told = max(min(weight(stem) for stem in stems), weight(stems[0]) / len(stems))
    return Term(words, tuple(ways.items()), LIGHT * told if stems[0] in _LIGHT else told)


def _is_question_word(word: str) -> bool:
    """Tell `a-t-il`, `étaient-elles`, `confie-t-elle`'s pronoun part: inversion leaves only small words behind."""
    bare = fold(word)
    return bare.rsplit("'", 1)[-1] in _QUESTION_WORDS or bool(
        re.fullmatch(r"(?:a|ont|est|sont|y)(?:-t)?-(?:il|elle|on)s?", bare)
    )
