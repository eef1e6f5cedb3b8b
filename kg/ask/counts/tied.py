"""How surely a number counts the thing asked for: by its noun, its label, what was said before it, who came."""

import re

from index import fold, tokens
from kg.ask.answers.proofs import Proof, coverage, overlap, title_stems
from kg.ask.counts.counting import Sought
from kg.ask.counts.crowds import ANYBODY, CROWD, of_people
from kg.ask.counts.headcounts import CAME
from kg.ask.language.quantities import UNITS, Quantity, find_quantities
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.regex import regex

#: What a quantity is worth by how it is tied to the thing: its noun or its label, a word for any of those who came,
#: the noun said before in the sentence, in those before or « personnes », above; the least of them.
NOUN, SAID, BEFORE, ABOVE, TIED = 1.0, 0.85, 0.75, 0.7, 0.7
_COMPARED = regex(r"\b(?:contre|au lieu d'?e?) $")
#: What may stand before the noun of a label.
_FIRST = regex(r"^(?:nombre (?:total )?d(?:es |e |')|les? |la |l')")
#: « évalue à cent vingt le nombre de chats ».
_NUMBER_OF = regex(r" le nombre d(?:es? |')(?P<thing>[\w-]+)")
#: Those who work somewhere, and what counts them: « emploie dix-sept personnes ».
_STAFF = regex(r"(?:salarie|employe|agent|travailleur|ouvrier|emploi|poste|personne)e?s?$")
_EMPLOYS = regex(r"\b(?:emploi\w*|employ\w+|compte|fait (?:travailler|vivre)|equipe de|maison de)\b[^,;.]{0,12}$")
#: What « deux tiers de la ville » is worth where a number is asked for.
PART = 0.7
#: How much of the rest of the question what follows a number must say.
SURELY = 0.9
#: How surely the noun beside a number must say the thing: what one concept holds beside it is another thing.
ITSELF = 0.85


def tie_of(library: Library, asked: Sought, quantity: Quantity, proof: Proof, query: Query) -> float:
    """Return how surely a quantity is one of the thing asked for, 0..1."""
    if asked.measure not in ("", "share"):
        return _measured(asked, quantity) or _gapped(asked, quantity, proof.sentence)
    if asked.measure == "share" and quantity.measure != "share":
        return 0.0
    if CROWD.match(asked.word) and quantity.measure not in ("", "share"):
        return 0.0  # nobody is told in tonnes
    if asked.thing is None:
        return SAID if quantity.bare or asked.measure == "share" else 0.0
    own = max(map(asked.thing.strength, (quantity.noun_stems, _label(asked, quantity))))
    if own >= ITSELF:
        part = asked.measure == "" and quantity.measure == "share" and quantity.value is None
        return NOUN * (0.5 + 0.5 * own) * (PART if part else 1.0)
    if asked.measure == "share":
        return SAID
    if quantity.measure not in ("", "share") or quantity.words.endswith(("%", "cent")):
        return 0.0
    came = query.event is None or not CROWD.match(asked.word) or CAME.search(proof.sentence.folded)
    people = _people(asked, quantity, proof) if came else 0.0
    return people or _told_before(library, asked.thing, asked, (quantity, proof), query)


def _label(asked: Sought, quantity: Quantity) -> frozenset[str]:
    """Return the stems of a label; nothing of « un tourisme de ruches : 3 000 visiteurs », which counts no hives."""
    first = _FIRST.sub("", quantity.label).split()
    begins = bool(first) and asked.thing is not None and asked.thing.strength(frozenset(tokens(first[0]))) > 0
    counts = not quantity.noun or (CROWD.match(quantity.noun[0]) and CROWD.match(asked.word))
    return quantity.label_stems if begins or counts else frozenset()


def _people(asked: Sought, quantity: Quantity, proof: Proof) -> float:
    """Return the tie of a number of people to those asked for, by what the sentence says that they do."""
    if asked.word.startswith("inscri") and not re.search(r"(?<!non )inscri", proof.sentence.folded):
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


def _gapped(asked: Sought, quantity: Quantity, sentence: Sentence) -> float:
    """Return the tie of a number alone after one of the measure asked for: « 1 200 hectares…, dont 90 vont à… »."""
    if not quantity.bare or quantity.measure or quantity.unit or not _says_rest(asked, quantity, sentence, least=1):
        return 0.0
    before = [one for one in find_quantities(sentence.words) if one.end <= quantity.start]
    return SAID if before and _measured(asked, before[-1]) else 0.0


def _told_before(library: Library, thing: Term, asked: Sought, place: tuple[Quantity, Proof], query: Query) -> float:
    """Return the tie of a number whose noun is left out: it was said before, in the sentence or just above."""
    quantity, proof = place
    number_of = _NUMBER_OF.match(fold(proof.sentence.words[quantity.end :])) if quantity.bare else None
    if number_of and thing.strength(frozenset(tokens(number_of["thing"]))) >= ITSELF:
        return NOUN
    first = frozenset(tokens(quantity.noun[0])) if quantity.noun else frozenset()
    told = bool(first) and not CROWD.match(quantity.noun[0])
    qualified = told and any(term.alternatives[0][0] <= first for term in query.terms if term.words != thing.words)
    whole = quantity.base and not quantity.noun  # « sur les 118 qui mangent là »
    if not (quantity.bare or qualified or (whole and _says_rest(asked, quantity, proof.sentence, least=1))):
        return 0.0
    if _of_another(thing, quantity, proof.sentence):
        return 0.0
    if thing.strength(frozenset(tokens(proof.sentence.words[: quantity.start]))) >= ITSELF:
        return SAID
    if any(thing.strength(stems) >= ITSELF for stems in _sentences_before(library, proof)):
        return BEFORE
    if quantity.bare and (
        thing.strength(bodies_of(library, proof)) >= ITSELF or _says_rest(asked, quantity, proof.sentence)
    ):
        return BEFORE
    return ABOVE if qualified or thing.strength(title_stems(proof.passage.headings[-1:])) >= ITSELF else 0.0


def _of_another(thing: Term, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell « contre 3 000 en 2015 » that goes on with what the number before it counts: « 12 000 visiteurs »."""
    before = [one for one in find_quantities(sentence.words) if one.end <= quantity.start]
    compared = _COMPARED.search(fold(sentence.words[: quantity.start])) is not None
    return compared and bool(before) and bool(before[-1].noun) and not thing.strength(before[-1].noun_stems)


def _sentences_before(library: Library, proof: Proof) -> list[frozenset[str]]:
    """Return the stems of the three sentences before, which may stand in the passage before."""
    passages = library.knowledge.extraction_of[proof.passage.span.document_id].passages
    place = passages.index(proof.passage)
    near = [*(library.sentences(passages[place - 1]) if place else ()), *library.sentences(proof.passage)]
    return [one.stems for one in near if one.span.end <= proof.sentence.span.start][-3:]


def _says_rest(asked: Sought, quantity: Quantity, sentence: Sentence, *, least: int = 2) -> bool:
    """Tell a number with no noun that is followed by the verb of the question, or by all its `least` other ideas."""
    after = frozenset(tokens(re.split(r"[;:.]", sentence.words[quantity.end :])[0]))
    rest = asked.unnamed
    return bool(asked.verb & after) or (len(rest) >= least and coverage(rest, after) >= SURELY)


def bodies_of(library: Library, proof: Proof) -> frozenset[str]:
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
