"""What the clause of a quantity says: the verb of the question, the time, a cost, a part of a whole, a forecast."""

import re
from dataclasses import replace

from index import fold, fold_evenly, tokens
from kg.ask.answers.proofs import coverage
from kg.ask.counts.counting import Sought
from kg.ask.language.quantities import Quantity
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.lexicon.places import country_of, is_country
from kg.regex import regex

_NOW_ASKED = regex(r"\b(?:rest\w+|encore|aujourd'hui|desormais|maintenant|actuel\w*)\b")
_NOW = regex(
    r"\b(?:rest\w+|encore|aujourd'hui|desormais|maintenant|actuel\w*"
    r"|(?:ils|elles|on|nous) (?:en )?(?:sont|sommes|est))\b"
)
_DIRECTION = regex(r"\b(?:moins|davantage|pire|mieux|oui|non)\b")
_ONCE = regex(r"\b(?:etai\w+|comptait|avai\w+|jadis|autrefois|naguere)\b")
_FORECAST = regex(r"\b(?:attendu|jauge|capacite|esper|prevoi|prevu|ser(?:a|ont) (?:recu|accueilli|invite))\w*")
#: What was before a change, asked for or told: « combien coûtait », « l'ancien prix »; what is now is no such thing.
_OLD = regex(
    r"\b(?:avant|auparavant|ancien(?:ne)?s?|initial\w*|jusqu'ici|jusqu'alors|precedent\w*|a l'origine|au depart"
    r"|(?!avait|aura)\w{3,}(?:ait|aient))\b"
)
_RISES = regex(r"\ba combien\b|\bpass\w+|\bmont\w+|\bport\w+|\bdesc\w+|\btomb\w+")
#: What costs, folded.
COSTS = regex(r"\b(?:cout\w*|vaut|vaudr\w+|pay\w+|montant|prix|tarifs?|loyer|enveloppe|budget\w*)\b")
#: A number for each of some measure.
RATE = regex(
    r"\s*(?:[\w'-]+\s+){0,2}(?:par|au) (?:km2|km|kilometres?|m2|hectares?|metres?|habitants?|personnes?|tete|maison)\b"
)
#: « une ruche pour quarante personnes ».
_FOR_EACH = regex(r"\bune? [\w-]+ (?:pour|par|sur) $")
#: « dix-huit inscrits de France ».
_OF_COUNTRY = regex(r" ?(?:(?:de |d')?[\w-]+ )?(?:de la |de l'|des |du |de |d')(?P<country>[\w-]+)")
#: A question of what was, and what tells of what will be.
_WAS_ASKED = regex(r"\b(?:etai(?:t|ent|ons|ez)|avai(?:t|ent)|ont|a ete|furent|comptai(?:t|ent))\b")
_LATER = regex(r"\b(?:sera|seront|aura|auront|viendra|viendront|partira|partiront)\b")
_PARTED = regex(r"\s+(?:[\w'-]+\s+)?de (?:plus|moins)\b(?! d['e])")
_LACKS = regex(r"\bmanqu\w+ (?:encore |toujours |environ |pres de |au moins )?$")
#: Where a clause of a sentence ends.
_CUT = regex(r"[,;:()«»–](?!\d)|\b(?:et|mais|dont|pour|puis|qui|contre|ou|quand|alors|tandis|avec|soit|apres|avant)\b")
#: What a time told, what is now, a base of a share, or a forecast adds or takes away.
TIME, NOW, BASE, FORECAST = 0.3, 0.6, 0.5, 0.2


def said_beside(asked: Sought, terms: tuple[Term, ...], quantity: Quantity, sentence: Sentence) -> float:
    """Return how much of the question the clause of a quantity says, its verb twice; its label is in it."""
    words = sentence.words
    plain = fold_evenly(words)
    ends = (one for one in _CUT.finditer(plain) if one[0] not in ("pour", "qui") or one.start() > quantity.end + 2)
    cuts = [0, *(match.start() for match in ends), len(words)]
    start = max(cut for cut in cuts if cut <= quantity.start)
    if words[start - 1 : start] == "(":  # « la délégation (9 personnes) »
        start = max(cut for cut in cuts if cut < start)
    start = max(0, start - len(quantity.label) - 3) if quantity.label else start
    end = min((cut for cut in cuts if cut >= quantity.end), default=len(words))
    stems = frozenset(tokens(words[start:end]))
    rest = list(terms)
    told = any(term.alternatives[0][0] & asked.verb for term in rest)
    first = (asked.unnamed or rest)[:1]
    verb = asked.verb if told else first[0].alternatives[0][0] if first else frozenset()
    heavy = [replace(term, weight=2 * term.weight if term.alternatives[0][0] & verb else term.weight) for term in rest]
    return coverage(heavy, stems) if heavy else 0.0


def more_told(query: Query, quantity: Quantity, sentence: Sentence) -> float:
    """Return what the time told, a part of a whole, or a forecast adds to a quantity."""
    plain = sentence.folded
    cuts = [0, *(match.end() for match in re.finditer(r"[,;:.]\s|\bet\b|\bmais\b", plain)), len(plain)]
    start = max(cut for cut in cuts if cut <= quantity.start)
    end = min((cut for cut in cuts if cut >= quantity.end), default=len(plain))
    clause, folded = plain[start:end], query.folded
    second = re.search(r"\bde [\d\s.,]+(?:€|euros?|grammes?)?\s?a $", plain[: quantity.start])
    first = re.match(r"\s?a [\d\s.,]+\w", plain[quantity.end :])
    old = _OLD.search(folded) is not None
    told = (
        (any(year in clause for year in query.years), TIME),
        (_NOW_ASKED.search(folded) and _NOW.search(clause), NOW),
        (_NOW_ASKED.search(folded) and _ONCE.search(clause), -FORECAST),
        (COSTS.search(folded) and COSTS.search(clause), TIME),
        (quantity.base and not plain[quantity.end :].lstrip().startswith("qui "), -BASE),
        (_FORECAST.search(clause) and not _FORECAST.search(folded), -FORECAST),
        (second and _RISES.search(folded) and not old, TIME),
        (second if old else first, -TIME),
        (COSTS.search(quantity.label), FORECAST),
        (any(word in clause for word in _DIRECTION.findall(folded)), TIME),
    )
    return sum(worth for holds, worth in told if holds)


def is_lacking(before: str) -> bool:
    """« il manque 3 000 euros »: what is not there answers no question of how much there is."""
    return _LACKS.search(fold(before)) is not None


def is_compared(query: Query, words: str, quantity: Quantity) -> bool:
    """Tell « dix-sept de moins qu'en 2018 » or a rate from a count, and what is now from what was then."""
    plain, folded = fold(words), query.folded
    after = plain[quantity.end :]
    parted = _PARTED.match(after) and not re.search(r"\b(?:plus|moins)\b", folded)
    rate = not quantity.measure and is_rate(plain[: quantity.start], after) and not re.search(r"\b(?:par|au)\b", folded)
    then = re.search(r"\b(?:plus|moins) qu'en (?P<year>(?:19|20)\d\d)", plain)
    past = then is not None and then["year"] in query.years and "moins" not in folded
    later = _WAS_ASKED.search(folded) and _LATER.search(re.split(r"[.;]", after)[0])
    return bool(parted or rate or later) or past or is_national(query, after)


def is_rate(before: str, after: str) -> bool:
    """Tell by what stands around it, folded, a number for each of something, or something for each of a number."""
    return bool(RATE.match(after) or _FOR_EACH.search(before))


def is_national(query: Query, after: str) -> bool:
    """Tell by what follows a number those of a country alone, which a question does not name."""
    found = _OF_COUNTRY.match(after)
    if found is None or not is_country(found["country"]):
        return False
    asked = {fold(country_of(word) or word) for word in re.findall(r"[\w-]+", query.folded)}
    return found["country"] not in asked
