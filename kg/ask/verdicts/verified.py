"""Whether a sentence says the very thing that « oui » or « non » would answer: its predicate, of the things named.

A sentence about the same things that does not say what is asked of them proves nothing, however near it is: « Le
Département finance-t-il le centre de santé ? » is not answered by what else is told of that centre.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index import fold
from kg.ask.answers.proofs import after, before
from kg.ask.language.kinship import conjugated
from kg.ask.language.polarity import denies
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.sentences.told import IN_OPENING, Told, Wanted, named_in, names_of, says, truly, worth_of_names
from kg.ask.verdicts.asserted import (
    PREDICATE,
    asks_or_wonders,
    asserts,
    is_of_somebody,
    leaves_open,
    proposes,
    settles,
)
from kg.ask.verdicts.decided import counts
from kg.ask.verdicts.formal import is_formal
from kg.ask.verdicts.predicates import Asked, parts
from kg.regex import regex

#: Least that a sentence must say of the predicate (less when it denies), of one word of its subject (and surely), of
#: all that is asked.
DENIED, SUBJECT, SURELY, OWN = 0.5, 0.6, 0.8, 0.39
#: The least by which what the question names must be told: at the head of its report, or anywhere in it by a sentence
#: that says all else; in the sentence itself for a word of the contrary sense.
NAMED, NAMED_SOMEHOW = 0.7, 0.6
#: How much a sentence must say for names that only its report tells, and where the predicate cannot be told.
ALL, MOST = 0.85, 0.6
#: What is told in the passage of a sentence, when it is no longer in the sentence.
BESIDE = 0.9
#: Up to how many words a sentence says nothing of its own subject: « Fermé le mardi. »
ELLIPTIC = 8
#: A question whether there is something.
_EXISTS = regex(r"(?:est-ce qu(?:e |'))?(?:il )?(?:y (?:a|avait|aura)|existe)\b")
#: What replies to a question, folded.
_CONFIRMS = regex(
    r"\b(?:confirm\w+|oui|reponse\b[^:.]{0,60}: (?:aucune?|zero)"
    r"|c'est le cas|exact\w*|acquiesc\w+|affirmati\w+|dement|non|repond\w* (?:que oui|que non))\b"
)
#: What is decided is told by any of these words, or by a plain « oui ».
_DECIDED = stems_of(
    "voté votée votés adopté adoptée retenu retenue décidé décidée approuvé approuvée validé validée".split()
)
_DECISION = regex(
    r"\b(?:vot\w+|adopt\w+|reten\w+|decid\w+|approuv\w+|valid\w+|refus\w+|rejet\w+|report\w+|ajourn\w+|abandonn\w+"
    r"|accord\w*|oui|non)\b"
)
#: A stand for or against, told by any of these words.
_AGREES = stems_of(
    "d'accord accord favorable défavorable opposé opposée hostile soutient soutenu approuve partage".split()
)
_STANDS = regex(
    r"\b(?:rejoin\w+|partag\w+|approuv\w+|souscri\w+|adher\w+|abond\w+|d'accord|favorable\w*|sout(?:ien\w*|enu\w*|enait)"
    r"|s'oppos\w+|oppose\w*|defavorable\w*|hostile\w*|contest\w+|desapprouv\w+|refus\w+|vote\w* (?:pour|contre))\b"
)
_DOWN = regex(
    r"\b(?:non (?:retenu|finance|prevu|adopte)\w*|refus\w+|rejet\w+|ecart(?:e|ee|es)\b|abandonn\w+|ajourn\w+|annul\w+)"
)
#: What may stand before the name that is the subject of a question.
_OPENS = regex(r".* a $|(?:est-ce qu(?:e |')|(?:d'apres|selon) [^,?]{3,50}, )?(?:l[ea]s? |l'|m\. |mme |dr )?$")
_COMPLEMENT = regex(r"\b(?:avec|pour|de|du|des|d['’]|à|au|aux|entre|sur) ?(?:la |le |les |l['’])?$", re.IGNORECASE)
_PRONOUN = regex(r"\W*(?:il|elle|je|j['’]|moi|nous|on|ce dernier|cette dernière)\b", re.IGNORECASE)
_ENDED = regex(r"[.!…]\s*»?\s*$")


def verified(query: Query, library: Library, told: Sequence[Told], surely: Callable[[Told], bool]) -> list[Told]:
    """Keep the sentences that say what is asked of the things named, and those that `surely` takes, in their order."""
    asked = parts(query)
    found = []
    for one in told:
        ways = (way for way in (one, _carried_on(library, one, asked)) if way is not None)
        sure = next((way for way in ways if _says_it(query, library, way, asked)), None)
        words = one.proof.sentence.words
        open_ = leaves_open(query, words, asked) or is_formal(query, words)
        found += [sure or one] if sure or (one.named >= NAMED and not open_ and surely(one)) else []
    return found


def _carried_on(library: Library, told: Told, asked: Asked) -> Told | None:
    """Return the sentence after one that names the subject, when it says the predicate or replies to a question."""
    own, following = told.proof.sentence, after(library, told.proof)
    if following is None or asked.predicate is None:
        return None
    replies = (asks_or_wonders(own.words) and _CONFIRMS.search(fold(following.words))) or (
        proposes(own.words) and settles(following.words)
    )
    worth, contrary = says(asked.predicate, following.stems)
    says_it = worth >= PREDICATE > says(asked.predicate, own.stems)[0]
    if not replies and not says_it:
        return None
    moved = replace(told, proof=told.proof._replace(sentence=following))
    return replace(moved, own=max(moved.own, OWN), contrary=says_it and contrary)


def _says_it(query: Query, library: Library, told: Told, asked: Asked) -> bool:
    words = told.proof.sentence.words
    first = [one for one in names_of(query) if any(_OPENS.match(query.folded.partition(name)[0]) for name in one.names)]
    near = worth_of_names(told.proof, first, library) >= IN_OPENING or _writes(words, first)
    somehow = told.named >= NAMED_SOMEHOW and told.own >= ALL and _ENDED.search(words) and near
    if not (told.named >= NAMED or somehow) or told.own < OWN or not asserts(query, words, asked):
        return False
    if told.own < MOST and _EXISTS.match(query.folded):
        return False
    if (told.contrary and _of_nobody(query, told)) or not _of_the_thing(query, library, told, asked):
        return False
    if told.named < BESIDE and _of_another(query, library, told, asked):
        return False
    if told.named < 1.0 and _of_somebody_else(query, library, words, told):
        return False
    return told.own >= MOST if asked.predicate is None else _predicates(library, told, asked)


def _of_the_thing(query: Query, library: Library, told: Told, asked: Asked) -> bool:
    """Tell a sentence that says, with the one before it, one at least of the things that its predicate is asked of.

    A predicate asked alone must be said in its own words, and of somebody when he is asked to be it.
    """
    words, stems = told.proof.sentence.words, told.proof.sentence.stems
    if asked.subject or asked.predicate is None:
        return True
    if not asked.object:
        return truly(asked.predicate, stems) and is_of_somebody(query, words, asked.predicate)
    around = stems | _before(library, told)
    first = {named.entity.id for named in query.named if named.start < asked.end}
    if first & named_in(library, told.proof.sentence.span) and truly(asked.predicate, stems):
        return True
    return any(says(term, around)[0] >= SUBJECT for term in asked.object)


def _of_nobody(query: Query, told: Told) -> bool:
    """Tell a sentence that names too few of the things asked of to say the contrary of them, or not who is asked of."""
    elsewhere = query.entities("person") and told.named < 1.0 and not _PRONOUN.match(told.proof.sentence.words)
    return told.named < IN_OPENING or bool(elsewhere)


def _writes(words: str, names: Sequence[Wanted]) -> bool:
    """Tell words that write each of some things, whatever the base takes them for: by the main word of a name."""
    plain = fold(words)
    return all(any(part in plain for name in one.names for part in (name, name.split()[-1])) for one in names)


def _predicates(library: Library, told: Told, asked: Asked) -> bool:
    """Tell a sentence that says the predicate of its subject: itself, or as the reply to the sentence before."""
    assert asked.predicate is not None
    words, stems = told.proof.sentence.words, told.proof.sentence.stems
    previous = _before(library, told)
    replies = (_CONFIRMS.search(fold(words)) or settles(words)) and says(asked.predicate, previous)[0] >= PREDICATE
    if replies or _turned_down(asked, words, stems):
        return True
    worth, contrary = _said(asked, words, stems)
    subject = max((_told(term, stems) for term in asked.subject), default=0.0)
    if worth < (DENIED if denies(words, ()) else PREDICATE):
        return False
    least = min((_told(term, stems) for term in asked.subject), default=1.0)
    if contrary and least < SUBJECT and len(words.split()) > ELLIPTIC:
        return False  # « le prix a doublé » of another thing
    return subject >= SUBJECT or not asked.subject or any(_told(term, previous) >= SUBJECT for term in asked.subject)


def _told(term: Term, stems: frozenset[str]) -> float:
    """Return how well stems say a word; one that no report writes is said by its family or its meaning alone."""
    return says(term, stems)[0] if not term.unknown or truly(term, stems) else 0.0


def _turned_down(asked: Asked, words: str, stems: frozenset[str]) -> bool:
    """Tell words that turn down the very thing asked for: « un appareil de radiographie non retenu »."""
    things = [term for term in (*asked.subject, *asked.object) if not term.words[:1].isdigit()]
    return bool(_DOWN.search(fold(words))) and sum(says(term, stems)[0] >= SURELY for term in things) > 1


def _said(asked: Asked, words: str, stems: frozenset[str]) -> tuple[float, bool]:
    """Return how well a sentence says a predicate, in any form of its verb, and whether by a contrary."""
    assert asked.predicate is not None
    own = asked.predicate.alternatives[0][0]
    things = [term for term in (*asked.subject, *asked.object) if not term.words[:1].isdigit()]
    decided = own & _DECIDED and _DECISION.search(fold(words))
    if decided and any(says(term, stems)[0] >= SURELY for term in things):
        return 1.0, False
    if own & _AGREES and _STANDS.search(fold(words)) and not _STANDS.search(" ".join(one.words for one in things)):
        return 1.0, False
    forms = {form for stem in own for form in conjugated(stem)}
    return (1.0, False) if forms & stems else says(asked.predicate, stems)


def _before(library: Library, told: Told) -> frozenset[str]:
    """Return the stems of the sentence before, where a pronoun finds what it stands for."""
    previous = before(library, told.proof)
    return previous.stems if previous else frozenset()


def _of_somebody_else(query: Query, library: Library, words: str, told: Told) -> bool:
    """Tell a sentence that names others only, by no pronoun, where the question asks of somebody: « Sont élus : … ».

    A count of the votes that does not name him tells no vote of his.
    """
    asked = {one.id for one in query.entities("person")}
    there = {one.id for _, one in library.mentions_in(told.proof.sentence.span, "person")}
    if not asked.isdisjoint(there) or _PRONOUN.match(words):
        return False
    return bool(asked) and (bool(there and ":" in words) or counts(words) is not None)


def _of_another(query: Query, library: Library, told: Told, asked: Asked) -> bool:
    """Tell a sentence that says it of another body, place or person than the subject, which it does not name."""
    first = [named for named in query.named if named.start < asked.end]
    if asked.subject:  # « la convention avec X »: X is no subject
        first = [named for named in first if not _COMPLEMENT.search(query.text[: named.start])]
    kinds = {named.entity.kind for named in first}
    if kinds & {"place", "organisation"}:
        kinds |= {"place", "organisation"}
    there = {one.id for _, one in library.mentions_in(told.proof.sentence.span, *kinds)} if kinds else set()
    others = there - {named.entity.id for named in query.named}
    return bool(others) and there.isdisjoint(named.entity.id for named in first)
