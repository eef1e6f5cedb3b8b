"""Whether words assert something: they neither ask, suppose, wish nor announce it, and are no list of those present."""

import re

from index import fold, tokens
from kg.ask.question.query import Query, Term
from kg.ask.sentences.told import says
from kg.ask.verdicts.compared import unranked
from kg.ask.verdicts.decided import outcome
from kg.ask.verdicts.formal import TAKES_UP, is_formal
from kg.ask.verdicts.otherwise import another_hour, untold_number
from kg.ask.verdicts.predicates import HAS_VERB, Asked, masked
from kg.regex import regex

#: Least that words must say of a predicate.
PREDICATE = 0.6
#: What asks, or supposes, and asserts nothing.
_ASKS = regex(
    r"\b(?:demand\w+|interrog\w+|sav\w+|sait|ignor\w+|voir|question\w*) (?:[\w'’-]+ ){0,3}?(?:si|s['’]ils?|combien)\b"
    r"|\b(?:demand\w+|veut savoir) combien\b|\b(?:choisir|hésit\w+|trancher|arbitrer) entre\b|\?\s*»?\s*$"
)
#: What a condition leaves open; what somebody says in his own words.
_SUPPOSES = regex(
    r"(?<!choisir )(?<!savoir )(?<!ou )\bsi (?:M\.|Mme|[A-ZÀ-Ý]|l[ae]s?\b|l['’]|on\b|elles?\b|ils?\b|nous\b)"
    r"|\bs['’]ils?\b"
)
_ON_CONDITION = regex(r"\b(?:à condition|pourvu|à moins|dès lors) qu(?:e\b|['’])", re.IGNORECASE)
_QUOTED = regex(r"«[^»]*»?|“[^”]*”?|\"[^\"]*\"?")
#: What may be, and the questions on what may or should be.
_MAY = regex(r"\b(?:pourrai(?:t|ent)|devrai(?:t|ent))\b")
_MAY_ASKED = regex(r"\b(?:peu(?:t|vent)|pourr\w+|doi(?:t|vent)|devr\w+|faut|faudr\w+|envisag\w+|possible)\b")
#: What only asks that something be done, and the questions on what somebody wants or thinks.
_PROPOSES = regex(
    r"\b(?:propos(?:e|ent|ait|aient)|sugg[eèé]r\w+|souhait\w+|voudrai\w*|aimerai\w*|demand(?:e|ent|ait)|r[eé]clam\w+"
    r"|exig\w+|recommand\w+|pr[eé]conis\w+|plaid\w+|envisag\w+|r[eê]v(?:e|ait|ent)|esp[eè]r\w+|conseill(?:e|ait|ent))"
    r" (?:[\w'’-]+ ){0,2}?(?:(?:de|que)\b|d['’]|qu['’]|(?=[\w'’-]+(?:er|ir|re)\b))"
    r"|\b(?:propose|sugg[eè]re|demande|r[eé]clame|exige|recommande|pr[eé]conise)(?:nt)?"
    r" (?:(?:une?|les?|la|des)\b|l['’])",
    re.IGNORECASE,
)
_WISHES = regex(
    r"\b(?:veu(?:t|lent)|voul\w+|favorables?|accord|pour|contre|sout\w+|defen\w+|oppos\w+|pens\w+|estim\w+|prete?s?|cro\w+"
    r"|approuv\w+|partag\w+|trouv\w+|faut|doi(?:t|vent)|devrai\w*|faudrait|idee|proposition|souhait|invit\w+|attend\w*)\b"
)
_RECOMMENDED = regex(r"\W*(?:[a-z]\) )?d(?:e |['’])[\w-]+(?:er|ir|re)\b", re.IGNORECASE)
#: What settles, in a few words, what was just proposed.
_SETTLES = regex(r"\W*(?:refus|adopt|accept|rejet|accord|valid|report|approuv|vote : )\w*")
FEW = 5
#: A line of a programme: an hour, or a day, and no verb.
_ANNOUNCES = regex(r"\b\d{1,2} ?h(?:eures?)?\b|\bse (?:tiendr|deroul)\w+|\baur(?:a|ont) lieu\b")
#: A question whether somebody is something; what tells it before the word, and what parts it from a noun.
_IS = regex(r"\b(?:est|etait|sera|sont|etaient)-(?:il|elle|ils|elles)\b")
_BEING = regex(
    r"\b(?:suis|est|etait|sera|fut|ete|etre|etant|devenue?|devient|dit|declare|montre|reste|sent|juge|avoue|comme"
    r"|ancien(?:ne)?)\b[^.;:«»]{0,30}$"
)
_APART = regex(r"(?:^|[,(:«»–—-]|[A-ZÀ-Ý][\w'’-]+)\s*$")


def asserts(query: Query, words: str, asked: Asked) -> bool:
    """Tell words that assert something: they neither ask, nor suppose, nor announce what the question asks as done."""
    if leaves_open(query, words, asked) or is_formal(query, words) or unranked(query, words):
        return False
    if untold_number(query, words):
        return False
    if (
        another_hour(query, words) is None
        or _only_proposes(query, words, asked)
        or (_MAY.search(words) and not _MAY_ASKED.search(query.folded))
    ):
        return False
    return not asked.past or not _ANNOUNCES.search(words) or HAS_VERB.search(masked(words)) is not None


def leaves_open(query: Query, words: str, asked: Asked) -> bool:
    """Tell words that ask, or that suppose where the question does not: around a quotation first."""
    own = _QUOTED.sub(" ", words)
    plain = own if asked.predicate and says(asked.predicate, frozenset(tokens(own)))[0] >= PREDICATE else words
    return bool(asks_or_wonders(plain) or (_SUPPOSES.search(plain) and not _SUPPOSES.search(query.text)))


def asks_or_wonders(words: str) -> bool:
    """Tell words that ask a question, or tell of one."""
    return _ASKS.search(words) is not None


def is_of_somebody(query: Query, words: str, predicate: Term) -> bool:
    """Tell words that say of somebody what a question asks whether he is: not « la cuisine végétarienne » of a cook."""
    if not query.entities("person") or not _IS.search(query.folded):
        return True
    for match in re.finditer(r"[\w-]+", words):
        if says(predicate, frozenset(tokens(match[0])))[0] >= PREDICATE:
            before = words[: match.start()]
            if _BEING.search(fold(before)) or _APART.search(before):
                return True
    return False


def proposes(words: str) -> bool:
    """Tell words by which somebody asks that something be done."""
    return _PROPOSES.search(words) is not None


def _only_proposes(query: Query, words: str, asked: Asked) -> bool:
    """Tell words by which somebody asks that it be done, where the question asks whether it is or will be."""
    if asked.predicate is None or _WISHES.search(query.folded) or _PROPOSES.search(query.text):
        return False
    cue = _PROPOSES.search(words) or _ON_CONDITION.search(words)
    if cue is None:
        return _RECOMMENDED.match(words) is not None
    before, after = (frozenset(tokens(part)) for part in (words[: cue.start()], words[cue.end() :]))
    return says(asked.predicate, after)[0] >= PREDICATE > says(asked.predicate, before)[0]


def settles(words: str) -> bool:
    """Tell words that settle what was just proposed: « Refusé. », « La demande n'est pas retenue »."""
    plain = fold(words)
    if len(words.split()) <= FEW and _SETTLES.match(plain):
        return True
    return TAKES_UP.match(plain) is not None and outcome(words) is not None
