"""How many, how much: the quantity that a question asks for, in the sentence that says the rest of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Passage
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import Proof, coverage, prove, title_stems
from kg.ask.counts.clauses import COSTS, NOW, is_compared, is_lacking, more_told, said_beside
from kg.ask.counts.counting import Sought, sought_quantity
from kg.ask.counts.crowds import ANYBODY, is_price
from kg.ask.counts.tied import BEFORE, NOUN, SAID, TIED, bodies_of, tie_of
from kg.ask.language.quantities import Quantity, find_quantities
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.regex import regex

#: What opens a sentence on the same thing of somebody else, « le sien », and how well the one before must say whose.
SURELY_SAID = 0.6
_ANOTHER = regex(r"(?:le|la|les) (?:siene?s?|siennes?|leurs?|notre|mienn?e?s?)\b|cel(?:ui|le)\b|ceux\b")
#: Those who live somewhere.
LIVES = regex(r"(?:habitant|ame|electeur)e?s?$|population$")
#: « La ville de 6 400 habitants » is the town of the report.
_ITS_TOWN = regex(r"\b(?:la|cette|notre|le|ce) (?:ville|commune|village|bourg|cite|bourgade) (?:de |compte |a )?$")
_PRICE = regex(r"\b(?:tarif|prix|cout|participation|inscription|entree|adhesion)")
_ENTRY = regex(r"^(?:l')?(?:entree|billet|place|inscription|participation|adhesion)s?$")
#: How surely what costs is said where the corpus has no word for it.
UNKNOWN_SAID = 0.9
#: What the words around it weigh beside the sentence, and how much the tie does.
CLAUSE, TIE = 0.5, 0.5
#: What the title above is worth, whom the speaker comes from, the words of the section; the opening of the report for
#: a name, and for another word where the thing itself is counted.
TITLE, BODY, SECTION, OPENING, TOLD = 0.8, 0.75, 0.6, 0.7, 0.6
#: The measures that minutes give below the title of what they measure: no length or weight of another thing.
_OF_SECTION = ("money", "share", "time", "change")
#: Least share of its other ideas that a sentence must say itself to count « personnes » for the people asked for.
STRICT = 0.4
#: Least strength of a way to say one of those ideas.
STRICT_WAY = 0.6
#: Least share of the question that the sentence must say with what stands around it, for a rare noun, for an amount.
LEAST, LEAST_RARE, LEAST_AMOUNT = 0.45, 0.38, 0.5
#: From this weight on a noun is rare.
RARE = 0.6
#: What it adds to stand in the report that the question names.
INSIDE = 0.25
#: How many passages back a section goes, how many sentences are read, how many characters open a report.
BACK, DEPTH, HEAD = 6, 400, 400
#: What it adds to be followed by the very words of the question, a noun and what completes it.
WHOLE = 0.3
_PHRASE = regex(
    r"\bcombien (?:y a-t-il )?(?:de |d')(?P<phrase>[\w-]{3,} (?:de |d'|du |des |en )?(?!que\b|dans\b|avec\b)[\w-]{4,})"
)
#: How many passages each of two searches brings.
PASSAGES = 60


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity that answers, its sentence, and how well."""

    score: float
    said: float
    quantity: Quantity
    sentence: Sentence


def best_quantity(query: Query, library: Library) -> Counted | None:
    """Return the quantity that answers a question best; nothing when no sentence says enough of it."""
    found = list(candidates(query, library))
    if query.documents:
        found = [replace(one, score=one.score + INSIDE) for one in found]
        found += candidates(replace(query, documents=None, scoped=(), event=None), library)
    return max(found, key=lambda one: one.score, default=None)


def candidates(query: Query, library: Library) -> Iterator[Counted]:
    """Yield the quantities that may answer a question, each with its score."""
    asked = sought_quantity(query)
    terms = asked.topic.inside().terms
    for proof in _proofs(query, asked, library)[:DEPTH]:
        sentence = proof.sentence
        for quantity, tie in _tied(query, asked, proof, library) if _says_more(library, asked, proof) else ():
            said = _said(library, asked, proof, quantity, surely=tie >= ANYBODY)
            more, whole = more_told(query, quantity, sentence), WHOLE if _is_whole(query, quantity, sentence) else 0.0
            if more >= NOW and terms:  # what is now is an idea of the question too
                total = sum(term.weight for term in terms)
                said = (said * total + 1.0) / (total + 1.0)
            if said + whole / 4 >= _least(asked, tie, more) and (
                more >= NOW or _is_strict(library, asked, tie, quantity, proof)
            ):
                score = said + TIE * tie + CLAUSE * said_beside(asked, terms, quantity, sentence) + more
                score += whole
                yield Counted(score, said, quantity, sentence)


def _tied(query: Query, asked: Sought, proof: Proof, library: Library) -> list[tuple[Quantity, float]]:
    """Return the quantities of a sentence that may count the thing, with their ties: the sure ones, if any."""
    sentence, found = proof.sentence, []
    for quantity in () if _is_listed(sentence) else find_quantities(sentence.words):
        lacking = is_lacking(sentence.words[: quantity.start]) and "manqu" not in query.folded
        if lacking or is_compared(query, sentence.words, quantity) or is_price(query, asked, quantity, sentence):
            continue
        tie = tie_of(library, asked, quantity, proof, query)
        if tie >= TIED and _is_headed(library, asked, quantity, proof):
            found.append((quantity, tie))
    sure = any(tie == NOUN for _, tie in found)
    return [(quantity, tie) for quantity, tie in found if not sure or tie >= SAID]


def _proofs(query: Query, asked: Sought, library: Library) -> list[Proof]:
    """Return the sentences that may tell, the best first: those of the rest of the question, and of the whole of it."""
    if not asked.topic.inside().terms:
        return prove(query, library)
    near = (*library.look(asked.topic, depth=PASSAGES), *library.look(query, depth=PASSAGES))
    each = {one.passage.span: one for one in reversed(near)}
    return prove(asked.topic, library, found=each.values())


def _is_listed(sentence: Sentence) -> bool:
    """Tell the row of a list, whose first number is its rank; a label and its amount are read: « Budget, 4 000 € »."""
    return sentence.is_row and sentence.document.quote(sentence.span).count("\t") > 1


def _says_more(library: Library, asked: Sought, proof: Proof) -> bool:
    """Tell a sentence that says, with what stands near it, something of the question beside names and the thing.

    In the very report that the question names, what it says more may be told in other words.
    """
    if not asked.unnamed or asked.measure not in ("", "share") or asked.topic.documents:
        return True
    near = proof.sentence.stems | title_stems(proof.passage.headings) | _before(library, proof)
    return any(term.strength(near) >= STRICT_WAY for term in asked.unnamed)


def _is_whole(query: Query, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell a number that the very words of the question follow: « 214 places de crèche »."""
    phrase = _PHRASE.search(query.folded)
    return phrase is not None and fold(sentence.words[quantity.end :]).lstrip().startswith(phrase["phrase"])


def _is_strict(library: Library, asked: Sought, tie: float, quantity: Quantity, proof: Proof) -> bool:
    """Tell whether a loose tie, or a mere cost, is borne out by what the sentence itself says, or its label."""
    terms = asked.topic.inside().terms
    if not terms or not (tie == BEFORE or (asked.measure == "money" and not asked.head)):
        return True
    label = frozenset(tokens(quantity.label))
    if COSTS.search(quantity.label) or any(term.strength(label) for term in terms):
        return True
    before = _before(library, proof) if asked.measure == "money" else frozenset()
    return coverage(asked.unnamed or terms, proof.sentence.stems | before) >= STRICT


def _is_headed(library: Library, asked: Sought, quantity: Quantity, proof: Proof) -> bool:
    """Tell whether the very amount asked for is named: in the sentence, just before, in the title, above a label."""
    if not asked.head:
        return True
    rest = [term for term in asked.topic.inside().terms if not term.alternatives[0][0] <= asked.head]
    if not rest:  # of the event itself: what stands beside is the amount of something else
        return bool(asked.head & (proof.sentence.stems | frozenset(tokens(quantity.label))))
    before = _before(library, proof)
    if _ANOTHER.match(proof.sentence.folded) and coverage(rest, before) < SURELY_SAID:
        before = frozenset()
    near = proof.sentence.stems | title_stems(proof.passage.headings[-1:]) | before
    return bool(asked.head & (near | _section(library, proof.passage) if quantity.label else near))


def _before(library: Library, proof: Proof) -> frozenset[str]:
    """Return the stems of the sentence before, in its passage."""
    before = [one for one in library.sentences(proof.passage) if one.span.end <= proof.sentence.span.start]
    return before[-1].stems if before else frozenset()


def _least(asked: Sought, tie: float, more: float) -> float:
    if more >= NOW:
        return LEAST_RARE
    if asked.measure not in ("", "share") or tie < SAID:
        return LEAST_AMOUNT
    return LEAST_RARE if tie == NOUN and asked.thing and asked.thing.weight >= RARE else LEAST


def _said(library: Library, asked: Sought, proof: Proof, quantity: Quantity, *, surely: bool) -> float:
    """Return how much of the question a sentence says, with its title, its speaker's body, its section, its report."""
    terms = asked.topic.inside().terms
    if not terms:
        return 1.0 if asked.thing and asked.measure in ("", "share") else 0.0
    document = library.knowledge.documents[proof.passage.span.document_id]
    above = [title for title in proof.passage.headings[-1:] if fold(title) not in fold(document.title)]
    around = [(title_stems(tuple(above)), TITLE)]
    if any(not term.strength(proof.sentence.stems) for term in terms):
        around.append((bodies_of(library, proof), BODY))
        around.append((_section(library, proof.passage), SECTION if asked.measure in _OF_SECTION else SECTION / 2))
    opening = vocabulary(f"{document.title} {' '.join(document.authors)} {document.text[:HEAD]}")
    if surely and asked.measure in ("", "share"):
        around.append((opening, TOLD))
    before = fold(proof.sentence.words[: quantity.start])
    if LIVES.match(asked.word) and not asked.unnamed and not _ITS_TOWN.search(before):
        return coverage(terms, proof.sentence.stems, around[:2])  # where a meeting was held is not whose they are
    if surely and asked.measure == "":
        around.append((_before(library, proof), SECTION))
    price = _PRICE.search(quantity.label)
    said = 0.0
    for term in terms:
        name = term.words in asked.names or term.words[:1].isupper()
        near = [*around, (opening, OPENING)] if name else around
        own = TITLE if price and _ENTRY.match(fold(term.words)) else coverage([term], proof.sentence.stems, near)
        if (name and not own) or (asked.measure == "money" and term.unknown and own < UNKNOWN_SAID):
            return 0.0  # it tells of another place, body or person, or is the price of another thing
        said += term.weight * own
    return max(proof.coverage if asked.measure != "money" else 0.0, said / sum(term.weight for term in terms))


def _section(library: Library, passage: Passage) -> frozenset[str]:
    """Return the stems of a passage with those before it, back to the numbered title of their section."""
    passages = library.knowledge.extraction_of[passage.span.document_id].passages
    at = passages.index(passage)
    stems = library.stems(passage.span)
    for before in reversed(passages[max(0, at - BACK) : at]):
        if before.headings != passage.headings:
            break
        stems |= library.stems(before.span)
        if re.match(r"\s*(?:\d{1,2}\s*[.)/°]|délibération\b)", before.text, re.IGNORECASE):
            break
    return stems
