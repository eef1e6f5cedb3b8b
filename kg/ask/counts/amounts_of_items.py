"""How much something costs or gets, and how many voted it: told under its item of the minutes."""

from functools import cache, partial

from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import number_row
from kg.ask.counts.counting import Sought, sought_quantity
from kg.ask.counts.crowds import is_price
from kg.ask.counts.ranges import range_told
from kg.ask.language import french
from kg.ask.language.quantities import Quantity, find_quantities
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sessions.minutes import items_about
from kg.regex import regex
from kg.types import Answer

KIND = "participants-counts"
_ASKED = regex(
    r"\b(?:combien|quel(?:le)? (?:est |etait |sera )?(?:le |la )?(?:somme|montant|cout|budget|prix))\b[^?]*"
    r"\b(?:cout\w*|montant|somme|par an|budget|vers\w+|pai?\w+|accord\w+|prix)\b|\bquel(?:le)? (?:montant|somme) pour\b"
)
#: What tells the very amount: a cost, a payment, a proposal to vote.
_TELLS = regex(
    r"\b(?:cout\w*|montants?|budget|vers\w+|paiera\w*|propos\w+|accord\w+|sollicit\w+|chiffr\w+|soit|par an|s'eleve\w*"
    r"|revien\w+|subvention|participation|convention)\b"
)
_COST = regex(r"\b(?:cout\w*|montants?|budget|vers\w+|par an)\b")
_ONCE = regex(r"\b(?:n'a|deja|etude|surcout|facture)\b")
_WORDS = (
    "montant somme coût coûte coûtent coûtera coûterait coûté prix an année chaque budget verser versé verse versera "
    "commune accorder accordé payer paiera ville projet"
)
#: Least share of the subject that an item must say: more than its words alone do; so that nothing else need be sought.
TITLED, SURELY = 0.65, 0.85


def amount_in_item(query: Query, library: Library, *, least: float = TITLED) -> Answer | None:
    """Answer with the amount told under the item of minutes that is about a subject; nothing when none tells it."""
    if not _ASKED.search(query.folded):
        return None
    terms = query.without(stems_of(_WORDS.split())).inside().terms
    if not terms:
        return None
    amounts = cache(partial(_amounts, query, sought_quantity(query)))
    for sentences in items_about(query, library, terms, lambda one: bool(amounts(one)), least=least):
        if len(sentences) > 1:
            told = max(sentences, key=lambda one: _worth(terms, one) if amounts(one) else -1.0)
            return _told(query, library, told, amounts(told)[0])
    return None


def _worth(terms: tuple[Term, ...], sentence: Sentence) -> float:
    plain = sentence.folded
    return coverage(terms, sentence.stems) + 0.5 * bool(_COST.search(plain)) - 0.5 * bool(_ONCE.search(plain))


def _amounts(query: Query, asked: Sought, sentence: Sentence) -> list[Quantity]:
    if not _TELLS.search(sentence.folded):
        return []
    found = (one for one in find_quantities(sentence.words) if one.measure == "money")
    return [one for one in found if not is_price(query, asked, one, sentence)]


def _told(query: Query, library: Library, sentence: Sentence, amount: Quantity) -> Answer:
    evidence = (cited(library, sentence.span),)
    words = range_told(sentence.words, amount) or amount.words
    row = number_row(words, evidence, score=0.8)
    text = french.told(f"{words} : « {library.reading(sentence.span)} »")
    return Answer(query.text, KIND, text, (row,))
