"""The sentences that tell what a question asks of the things named: by its words, their family, their contrary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus import Span
from index import fold
from kg.ask.answers.proofs import Proof, overlap, prove, title_stems
from kg.ask.language.polarity import contraries
from kg.ask.language.same import ROOT, akin, same
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.regex import regex

#: Words for what is done by others: any of them says it.
OUTSIDE = regex(r"\b(?:extern\w*|confi\w+|delegu\w*|sous-trait\w*|consultant\w*|prestataire\w*|cabinet)\b")
#: How much less than in the sentence itself an idea tells beside it, in its titles.
BESIDE, TITLED = 0.6, 0.5
#: What names that only the passage, or only the report, tells are worth, and how many characters open it.
IN_PASSAGE, IN_OPENING, IN_REPORT, OPENING = 0.9, 0.85, 0.6, 300
#: Least score of a sentence and of its own part; what an idea weighs that is no noun and that the corpus has no word
#: for; how much more than others the first idea after « a-t-elle » weighs; the share of
#: the best score from which a sentence may deny.
ENOUGH, OWN, UNSAID, PREDICATE, NEAR = 0.38, 0.25, 0.45, 1.7, 0.7
#: How surely a word must say an idea that the corpus has no word for, and what its contrary is worth.
SURELY, CONTRARY = 0.85, 0.9
#: How many passages are read.
DEPTH = 30
_KINDS = ("person", "organisation", "place", "event")
_DETERMINER = r"\b(?:une?|le|la|les|des|du|de|ce|cet|cette|ces|son|sa|ses|leurs?|au|aux|mes|nos|notre) "
#: Stems of words that tell nothing of what is asked: opinion, will, wish.
_OPINION = stems_of(
    "pense pensait penser dit disait estime estimer juge trouve trouver veut voulait vouloir voudrait souhaite semble "
    "peut pouvait va allait doit devait encore vraiment déjà toujours bien fait avis d'accord partage eu lieu "
    "y a il ya".split()
)
#: Stems of words that begin others of another family: « contre » and « contraceptif ».
_PREFIXES = stems_of("contre entre inter trans super hyper multi".split())
#: Whose word is asked for, before what is asked.
ACCORDING = regex(r"(?:d['’]après|selon|pour) [^,?]{3,60}, ", re.IGNORECASE)
_INVERTED = regex(r"\w+-(?:t-)?(?:il|elle|ils|elles|on)\b")


@dataclass(frozen=True, slots=True)
class Idea:
    """What is asked of a thing: its words, what it weighs, and whether a sentence must tell it or what is around it."""

    term: Term
    weight: float
    must: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing that the question names: the ids of what it may be, and its folded names."""

    ids: frozenset[str]
    names: frozenset[str]

    def told(self, ids: set[str], text: str) -> bool:
        """Tell whether it is among some ids, or named in a folded text."""
        return not self.ids.isdisjoint(ids) or any(name in text for name in self.names)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells what is asked: how surely (0..1), and whether by a word of the contrary sense."""

    proof: Proof
    score: float
    own: float
    contrary: bool
    named: float


def telling(query: Query, library: Library) -> list[Told]:
    """Return the sentences that tell what is asked, best first."""
    asked, names = ideas(query), names_of(query)
    found = []
    for proof in prove(query, library, depth=DEPTH):
        one = None if is_title(proof) else _told(proof, asked, names, library)
        found += [one] if one else []
    found = [told for told in found if told.named >= IN_OPENING] or found
    found.sort(key=lambda told: (-round(told.score, 3), -told.proof.score, told.proof.sentence.span))
    best = found[0].score if found else 0.0
    return [told for told in found if told.score >= NEAR * best]


def ideas(query: Query) -> list[Idea]:
    """Return what is asked of the things named: each idea with its weight, and whether it must be told."""
    names = {one.entity.label for one in query.named}
    according = ACCORDING.match(query.text)
    voice = according[0] if according else ""
    left_out = {term.words for term in query.inside().terms if term.words in voice or _is_name(query, term)} | names
    terms = [term for term in query.inside().terms if term.words not in left_out]
    asked = [term for term in terms if not term.alternatives[0][0] <= _OPINION] or terms or list(query.inside().terms)
    found = []
    for term in asked:
        noun = re.search(rf"(?:{_DETERMINER}){re.escape(term.words)}\b", query.text, re.IGNORECASE) is not None
        must = term.unknown and (noun or "'" in term.words) and not OUTSIDE.search(fold(term.words))
        found.append(Idea(term, UNSAID if term.unknown and not must else term.weight, must))
    verb = _INVERTED.search(query.folded)
    after = [idea for idea in found if verb and query.folded.find(_plain(idea.term.words)) >= verb.start()][:1]
    return [replace(idea, weight=PREDICATE * idea.weight) if idea in after else idea for idea in found]


def _is_name(query: Query, term: Term) -> bool:
    """Tell a proper name that the base does not know as such: « Tressac » of « Tressac-sur-Dore »."""
    at = query.text.find(term.words)
    alone = at == 0 or query.text[at - 1 : at] == " "
    proper = re.match(r"[A-ZÀ-Ý](?!['’])", term.words) is not None
    return alone and proper and all(term.words != one.entity.label for one in query.named)


def names_of(query: Query) -> list[Wanted]:
    """Return each thing that a question names outside the words that say where to look: its ids and folded names."""
    named = [one for one in query.named if not (query.documents and fold(one.words) in query.place)]
    found = []
    for start in dict.fromkeys(one.start for one in named):
        together = [one for one in named if one.start == start]
        whole = {_plain(way) for one in together for way in (one.words, one.entity.label)}
        others = {_plain(alias) for one in together for alias in one.entity.aliases}
        ways = whole | {alias for alias in others if not any(alias in name for name in whole)}
        found.append(Wanted(frozenset(one.entity.id for one in together), frozenset(ways)))
    unknown = [term for term in query.inside().terms if _is_name(query, term)]
    return found + [Wanted(frozenset(), frozenset([_plain(term.words)])) for term in unknown]


@lru_cache(maxsize=512)
def _plain(words: str) -> str:
    return re.sub(r"\bst(e?)-", r"saint\1-", " ".join(fold(words).split()))


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much of what is asked a sentence tells (0..1): by itself, with what stands around it; by a contrary word.

    `missing` tells that neither says an idea that must be told.
    """

    own: float
    near: float
    contrary: bool
    missing: bool


def _told(proof: Proof, asked: Sequence[Idea], names: Sequence[Wanted], library: Library) -> Told | None:
    """Return how surely a sentence tells some ideas of the things named; nothing when it tells too little."""
    weighed = weigh(proof, asked, library)
    if weighed.missing:
        return None
    named = worth_of_names(proof, names, library)
    score = named * (0.5 * weighed.own + 0.5 * weighed.near)
    enough = score >= ENOUGH and weighed.own >= OWN
    return Told(proof, score, weighed.own, weighed.contrary, named) if enough else None


def weigh(proof: Proof, asked: Sequence[Idea], library: Library) -> Weighed:
    """Return how much of some ideas a sentence tells."""
    sentences = library.sentences(proof.passage)
    at = sentences.index(proof.sentence)
    beside = frozenset().union(*(one.stems for one in sentences[max(0, at - 1) : at + 2]))
    titles = title_stems(proof.passage.headings)
    total = sum(idea.weight for idea in asked) or 1.0
    own = near = 0.0
    contrary = missing = False
    for idea in asked:
        said, against = says(idea.term, proof.sentence.stems)
        around = max(said, BESIDE * says(idea.term, beside)[0], TITLED * says(idea.term, titles)[0])
        missing |= idea.must and not any(truly(idea.term, stems) for stems in (proof.sentence.stems, beside, titles))
        own, near = own + idea.weight * said, near + idea.weight * around
        contrary = contrary or against
    return Weighed(own / total, near / total, contrary, missing)


def says(term: Term, stems: frozenset[str]) -> tuple[float, bool]:
    """Return how well stems say an idea, in its own words, by its family or by its contrary, and whether by that."""
    own = term.alternatives[0][0]
    said = max(term.strength(stems), 0.95 if _has_akin(own, stems) else 0.0)
    said = max(said, SURELY if any(same(one) & stems for one in own) else 0.0)
    if said < SURELY and any(contraries(one) & stems for one in own):
        return CONTRARY, True
    return said, False


def truly(term: Term, stems: frozenset[str]) -> bool:
    """Tell whether stems say an idea by its own word, one of its family, of the same meaning or of the contrary."""
    own = term.alternatives[0][0]
    return _has_akin(own, stems) or any((same(one) | contraries(one)) & stems for one in own)


def _has_akin(own: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell whether some stems have one of the family of a stem: all of a family share their root."""
    return any(other[:ROOT] == one[:ROOT] and _akin(one, other) for one in own for other in stems)


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return akin(one, other) or (len(short) >= ROOT and short not in _PREFIXES and long.startswith(short))


def worth_of_names(proof: Proof, names: Sequence[Wanted], library: Library) -> float:
    """Return what a sentence is worth for the things that the question names, by where each is told."""
    worth = 1.0
    document = library.knowledge.documents[proof.passage.span.document_id]
    opening = _plain(f"{document.title} {' '.join(proof.passage.headings)} {document.text[:OPENING]}")
    sentence = named_in(library, proof.sentence.span) | _voices(proof, library)
    for wanted in names:
        places = (
            (wanted.told(sentence, "" if wanted.ids else _plain(proof.sentence.words)), 1.0),
            (
                wanted.told(named_in(library, proof.passage.span), "" if wanted.ids else _plain(proof.passage.text)),
                IN_PASSAGE,
            ),
            (wanted.told(set(), opening), IN_OPENING),
            (wanted.told(set(), _plain(document.text)), IN_REPORT),
        )
        worth *= next((value for told, value in places if told), 0.0)
    return worth


def named_in(library: Library, span: Span) -> set[str]:
    """Return the ids of those whom a span names: people, bodies, places, events."""
    return {entity.id for _, entity in library.mentions_in(span, *_KINDS)}


def _voices(proof: Proof, library: Library) -> set[str]:
    """Return the ids of those whose words stand in a sentence."""
    said = library.knowledge.extraction_of[proof.passage.span.document_id].quotations
    near = (q for q in said if overlap(q.span, proof.sentence.span))
    return {speaker.id for q in near if (speaker := library.knowledge.entity_of(q.speaker))}


def is_title(proof: Proof) -> bool:
    """Tell a heading, which says what is spoken of and nothing about it."""
    words = proof.sentence.words.strip()
    if words.isupper() and len(words) > 12:
        return True
    titled = title_stems(proof.passage.headings)
    repeats = bool(titled) and proof.sentence.stems <= titled
    numbered = re.match(r"(?:\d+|[IVX]+)\s*[./)°-]", words) is not None
    return not re.search(r"[.!?…»:;]$", words) and (repeats or numbered)
