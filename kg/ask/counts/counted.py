"""How many, how much: the quantity that a question asks for, in the sentence that says the rest of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Passage
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import Proof, coverage, overlap, prove, title_stems
from kg.ask.counts.clauses import COSTS, NOW, more_told, said_beside
from kg.ask.counts.counting import Sought, sought_quantity
from kg.ask.counts.crowds import ANYBODY, CROWD, is_price, of_people
from kg.ask.language.quantities import UNITS, Quantity, find_quantities
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
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
#: What a quantity is worth by how it is tied to the thing: its noun or its label, a word for any of those who came,
#: the noun said before in the sentence, in those before or « personnes », above; the least of them.
NOUN, SAID, BEFORE, ABOVE, TIED = 1.0, 0.85, 0.75, 0.7, 0.7
#: What the words around it weigh beside the sentence, and how much the tie does.
CLAUSE, TIE = 0.5, 0.5
#: What the title above is worth, whom the speaker comes from, the words of the section; the opening of the report for
#: a name, and for another word where the thing itself is counted.
TITLE, BODY, SECTION, OPENING, TOLD = 0.8, 0.75, 0.6, 0.7, 0.6
#: Least share of its other ideas that a sentence must say itself to count « personnes » for the people asked for.
STRICT, SURELY = 0.4, 0.9
#: Those who work somewhere, and what counts them: « emploie dix-sept personnes ».
_STAFF = regex(r"(?:salarie|employe|agent|travailleur|ouvrier|emploi|poste|personne)e?s?$")
_EMPLOYS = regex(r"\b(?:emploi\w*|employ\w+|compte|fait (?:travailler|vivre)|equipe de|maison de)\b[^,;.]{0,12}$")
#: What « deux tiers de la ville » is worth where a number is asked for.
PART = 0.7
#: Least share of the question that the sentence must say with what stands around it, for a rare noun, for an amount.
LEAST, LEAST_RARE, LEAST_AMOUNT = 0.45, 0.38, 0.5
#: From this weight on a noun is rare.
RARE = 0.6
#: What it adds to stand in the report that the question names.
INSIDE = 0.25
#: How many passages back a section goes, how many sentences are read, how many characters open a report.
BACK, DEPTH, HEAD = 6, 400, 400
#: How many passages each of two searches brings.
PASSAGES = 60


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity that answers, its sentence, and how well."""

    score: float
    said: float
    quantity: Quantity
    sentence: Sentence


_PARTED = regex(r"\s+(?:[\w'-]+\s+)?de (?:plus|moins)\b")
_LACKS = regex(r"\bmanqu\w+ (?:encore |toujours |environ |pres de |au moins )?$")


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
        for quantity in find_quantities(sentence.words) if "\t" not in sentence.words else ():
            if _is_lacking(sentence.words[: quantity.start]) and "manqu" not in query.folded:
                continue
            if _is_compared(query, sentence.words, quantity) or is_price(query, asked, quantity, sentence):
                continue
            tie = _tie(library, asked, quantity, proof, query)
            if tie < TIED or not _is_headed(library, asked, quantity, proof):
                continue
            said = _said(library, asked, proof, quantity, surely=tie >= ANYBODY)
            more = more_told(query, quantity, sentence)
            if more >= NOW and terms:  # what is now is an idea of the question too
                total = sum(term.weight for term in terms)
                said = (said * total + 1.0) / (total + 1.0)
            if said >= _least(asked, tie, more) and (more >= NOW or _is_strict(library, asked, tie, quantity, proof)):
                score = said + TIE * tie + CLAUSE * said_beside(asked, terms, quantity, sentence) + more
                yield Counted(score, said, quantity, sentence)


def _proofs(query: Query, asked: Sought, library: Library) -> list[Proof]:
    """Return the sentences that may tell, the best first: those of the rest of the question, and of the whole of it."""
    if not asked.topic.inside().terms:
        return prove(query, library)
    near = (*library.look(asked.topic, depth=PASSAGES), *library.look(query, depth=PASSAGES))
    each = {one.passage.span: one for one in reversed(near)}
    return prove(asked.topic, library, found=each.values())


def _is_lacking(before: str) -> bool:
    """« il manque 3 000 euros »: what is not there answers no question of how much there is."""
    return _LACKS.search(fold(before)) is not None


def _is_compared(query: Query, words: str, quantity: Quantity) -> bool:
    """Tell « dix-sept de moins qu'en 2018 » from a count, and what is now from what was then."""
    plain = fold(words)
    parted = _PARTED.match(plain[quantity.end :]) and not re.search(r"\b(?:plus|moins)\b", query.folded)
    then = re.search(r"\b(?:plus|moins) qu'en (?P<year>(?:19|20)\d\d)", plain)
    return bool(parted) or (then is not None and then["year"] in query.years and "moins" not in query.folded)


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


def _tie(library: Library, asked: Sought, quantity: Quantity, proof: Proof, query: Query) -> float:
    """Return how surely a quantity is one of the thing asked for, 0..1."""
    if asked.measure not in ("", "share"):
        return _measured(asked, quantity)
    if asked.measure == "share" and quantity.measure != "share":
        return 0.0
    if asked.thing is None:
        return SAID if quantity.bare or asked.measure == "share" else 0.0
    own = max(map(asked.thing.strength, (quantity.noun_stems, quantity.label_stems)))
    if own:
        part = asked.measure == "" and quantity.measure == "share" and quantity.value is None
        return NOUN * (0.5 + 0.5 * own) * (PART if part else 1.0)
    if asked.measure == "share":
        return SAID
    if quantity.measure not in ("", "share") or quantity.words.endswith(("%", "cent")):
        return 0.0
    return _people(asked, quantity, proof) or _told_before(library, asked.thing, asked, (quantity, proof), query)


def _people(asked: Sought, quantity: Quantity, proof: Proof) -> float:
    """Return the tie of a number of people to those asked for, by what the sentence says that they do."""
    if asked.word.startswith("inscri") and "inscri" not in proof.sentence.folded:
        return 0.0  # those who came are not all those who registered
    if _STAFF.match(asked.word) and _EMPLOYS.search(fold(proof.sentence.words[: quantity.start])):
        return ANYBODY
    return of_people(asked, quantity, BEFORE)


def _measured(asked: Sought, quantity: Quantity) -> float:
    if asked.measure == "change":
        return SAID if quantity.by else 0.0
    if asked.measure == "age":
        return NOUN if quantity.unit == "ans" and quantity.bare else 0.0
    if quantity.measure != asked.measure:
        return 0.0
    unit = re.fullmatch(UNITS.get(asked.measure, ""), asked.word)
    same = asked.word[:2] == quantity.unit.removeprefix("d'")[:2]  # « années », « ans »
    return 0.0 if unit and asked.measure != "money" and not same else NOUN


def _told_before(library: Library, thing: Term, asked: Sought, place: tuple[Quantity, Proof], query: Query) -> float:
    """Return the tie of a number whose noun is left out: it was said before, in the sentence or just above."""
    quantity, proof = place
    first = frozenset(tokens(quantity.noun[0])) if quantity.noun else frozenset()
    told = bool(first) and not CROWD.match(quantity.noun[0])
    qualified = told and any(term.alternatives[0][0] <= first for term in query.terms if term.words != thing.words)
    if not (quantity.bare or qualified):
        return 0.0
    if thing.strength(frozenset(tokens(proof.sentence.words[: quantity.start]))):
        return SAID
    if any(thing.strength(stems) for stems in _sentences_before(library, proof)):
        return BEFORE
    if quantity.bare and (thing.strength(_bodies(library, proof)) or _says_rest(asked, quantity, proof.sentence)):
        return BEFORE
    return ABOVE if qualified or thing.strength(title_stems(proof.passage.headings[-1:])) else 0.0


def _sentences_before(library: Library, proof: Proof) -> list[frozenset[str]]:
    """Return the stems of the three sentences before, which may stand in the passage before."""
    passages = library.knowledge.extraction_of[proof.passage.span.document_id].passages
    place = passages.index(proof.passage)
    near = [*(library.sentences(passages[place - 1]) if place else ()), *library.sentences(proof.passage)]
    return [one.stems for one in near if one.span.end <= proof.sentence.span.start][-3:]


def _says_rest(asked: Sought, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell a number with no noun that is followed by the very verb of the question, or by all the rest of it."""
    after = frozenset(tokens(re.split(r"[;:.]", sentence.words[quantity.end :])[0]))
    rest = asked.unnamed
    return bool(asked.verb & after) or (len(rest) > 1 and coverage(rest, after) >= SURELY)


def _said(library: Library, asked: Sought, proof: Proof, quantity: Quantity, *, surely: bool) -> float:
    """Return how much of the question a sentence says, with its title, its speaker's body, its section, its report."""
    terms = asked.topic.inside().terms
    if not terms:
        return 1.0 if asked.thing and asked.measure in ("", "share") else 0.0
    document = library.knowledge.documents[proof.passage.span.document_id]
    above = [title for title in proof.passage.headings[-1:] if fold(title) not in fold(document.title)]
    around = [(title_stems(tuple(above)), TITLE)]
    if any(not term.strength(proof.sentence.stems) for term in terms):
        around.append((_bodies(library, proof), BODY))
        around.append((_section(library, proof.passage), SECTION if asked.measure else SECTION / 2))
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
        if name and not own:
            return 0.0  # it tells of another place, body or person
        said += term.weight * own
    return max(proof.coverage if asked.measure != "money" else 0.0, said / sum(term.weight for term in terms))


def _bodies(library: Library, proof: Proof) -> frozenset[str]:
    """Return the stems of what those named in a sentence, or who say it, hold and come from."""
    people = [person for _, person in library.mentions_in(proof.sentence.span, "person")]
    for quotation, _ in library.quotations_near([proof.passage.span], ()):
        speaker = library.knowledge.entity_of(quotation.speaker)
        if speaker and overlap(quotation.span, proof.sentence.span):
            people.append(speaker)
    told: list[str] = []
    for person in dict.fromkeys(people):
        told.append(person.label)
        for role in library.knowledge.roles.get(person.id, ()):
            body = library.knowledge.entity_of(role.organisation)
            told += [role.function, *((body.label, *body.aliases) if body else ())]
    return frozenset(tokens(" ".join(told)))


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
