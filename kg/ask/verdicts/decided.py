"""Whether a council or a meeting adopted, refused or put off something: the decision told under the item."""

import re

from corpus import Span
from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited, coverage
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.search.things import Sentence
from kg.ask.sessions.minutes import items_about
from kg.ask.verdicts.formal import TAKES_UP, is_formal
from kg.lexicon.months import is_date_word
from kg.lookup import opening_of
from kg.regex import regex
from kg.types import Answer

KIND = "yes-no"
_FOR = (
    r"adopt\w*|approuv\w*|accept\w*|valid\w*|reconduit\w*|(?<!d')accord\w*|maintenu\w*|vote\w*|reten(?:u|ir)\w*"
    r"|enterin\w*|decide\w*|tranche\w*|choisi\w*"
)
_AGAINST = r"report\w*|ajourn\w*|renvoy\w*|rejet\w*|refus\w*|retir\w*|annul\w*|supprim\w*|abandonn\w*"
_ASKS = regex(
    rf"\b(?:ete|est-il|est-elle|sont-ils|sont-elles)\b.*?\b(?P<word>{_FOR}|{_AGAINST})"
    rf"|\b(?:a|ont|avai\w+)-(?:t-)?(?:il|elle|ils|elles|on) (?:\w+ )?(?P<active>{_FOR}|{_AGAINST})"
    rf"|^est-ce qu[^?]*\b(?:a|ont|avai\w+) (?P<said>{_FOR}|{_AGAINST})"
)
#: Those who decide together.
_DECIDES = regex(
    r"\b(?:conseil\w*|comite|copil|cotech|bureau|assemblee|ag|commission|elus|groupe|gt|ville|commune|mairie|municipalite|on"
    r"|departement|region|agglo\w*|metropole|communaute|syndicat|jury|federation|association|reseau|etat|reunion|seance)\b"
)
_VOTED_AGAINST = regex(r"\bvot\w+ contre\b|\bpart au vote\b")
#: Decisions told, by participles with their accents: « adoptée », not « adopte ».
_FOR_TOLD = (
    r"(?:adopt|approuv|accept|valid|accord|vot|entérin|décid)é(?:e|s|es)?\b|reconduit(?:e|s|es)?\b|maintenu(?:e|s|es)?\b"
    r"|conseil\b[^.;:«]{0,60}\b(?:décide|approuve|adopte|accepte|valide|autorise|choisit)\b"
    r"|retenu(?:e|s|es)?\b|\b[àa] [l1I]['’]unanimité|\bavis favorable\b|\baccord de tous\b|\bunanimité\b|\bOUI\b"
)
_AGAINST_TOLD = (
    r"(?:report|ajourn|renvoy|rejet|refus|retir|annul|supprim|abandonn)é(?:e|s|es)?\b|\brefus (?:poli|de|du|des)\b"
    r"|\brien (?:n['’]est |n['’]a été )?décidé\b"
    r"|\bpas (?:encore )?(?:été )?(?:adopt|approuv|accept|valid|accord|vot|entérin|décid|tranch|reten|prononc)\w+"
    r"|\bnon (?:retenu|adopt|valid|accept|vot|accord)\w+"
    r"|\bon en reparle|\bavis défavorable\b|: non\b"
)
_TELLS_AGAINST = regex(rf"\b{_AGAINST_TOLD}", re.IGNORECASE)
_TELLS_FOR = regex(rf"\b{_FOR_TOLD}", re.IGNORECASE)
_COUNTED = (
    regex(r"\bpour\s*:?\s*(\d+)|\b(\d+) (?:voix |votes? )?(?:se sont prononcees? )?pour\b|\bpar (\d+) voix\b"),
    regex(r"\bcontre\s*:?\s*(\d+)|\b(\d+) (?:voix |votes? )?contre\b"),
)
#: « par 4 voix contre 1 »: the first number is no vote against.
_EACH = regex(r"\b(\d+) (?:voix )?contre (\d+)\b(?! (?:abst|blanc|nul))")
_SAID_FOR = regex(r"\bpour\b\s*:?\s*\d|\d+ (?:voix |votes? )?pour\b")
_OF_VOTE = regex(r"\bvot\w+|\bvoix\b|\bcontre\b|\babst\w+|\badopt\w+")
#: « 31 200 €, contre 38 700 pour le camion » counts no votes.
_MONEY = regex(r"(?:€|\beuros?\b)[^.;]*\bcontre\b|\bcontre\b[^.;]*(?:€|\beuros?\b)")
#: What parts the decisions that a line lists, and what a decision refers to no more.
_LISTED = regex(r"\s*(?:=>|→|\n|•)\s*")
#: Another body than a council, as the subject of the question.
_ELSEWHERE = regex(
    r"^(?:est-ce que? |est-ce qu')?(?:le |la |l'|les )?"
    r"(?P<body>etat|departement|region|prefet|prefecture|ministere|agglomeration|metropole|federation|europe)\b"
)
#: What a decision is worth for what the proposal before it says.
RECALLED = 0.9
#: How many words a decision has that needs not say what it decides; the share of the subject that others must say.
BARE, SAYS = 9, 0.4
#: The words of decisions and of those who decide, which tell nothing of what is decided.
_WORDS = (
    "vote voté votée adopté adoptée adopter approuvé approuvée approuvés accepté acceptée validé validée reconduit "
    "reconduite rejeté rejetée refusé refusée supprimé supprimée annulé annulée accordé accordée reporté reportée "
    "ajourné maintenue maintenu retenu retenue entériné entérinée finalement conseil municipal communautaire comité "
    "décidé décidée tranché tranchée syndical assemblée élus groupe travail gt bureau copil réunion séance "
    "proposition principe idée demande question sort"
)


def decided(query: Query, library: Library) -> Answer | None:
    """Answer whether something was adopted or not; nothing for other questions or when no decision is told."""
    asked = _ASKS.search(query.folded)
    if asked is None or _VOTED_AGAINST.search(query.folded):
        return None
    word = asked["word"] or asked["active"] or asked["said"]
    active = not asked["word"] and not re.search(r"\bete\b", asked[0])
    if (not asked["word"] and query.entities("person")) or (active and not _DECIDES.search(query.folded)):
        return None  # what somebody did
    told_terms = query.without(stems_of(_WORDS.split())).inside().terms
    terms = tuple(term for term in told_terms if not is_date_word(term.words)) or told_terms
    for sentences in items_about(query, library, terms, lambda one: decides(query, one)):
        told = [
            (said, word[:5] in fold(one.words), number)
            for number, one in enumerate(sentences)
            if decides(query, one)
            and (
                (said := _said(terms, sentences, number)) >= SAYS or len(one.words.split()) <= BARE or counts(one.words)
            )
        ]
        if told and by_the_body(query, library, sentences, max(told)[2]):
            at = _put_off(sentences, max(told)[2])
            return verdict_told(query, library, word, sentences, at)
    return None


def decides(query: Query, sentence: Sentence) -> bool:
    """Tell a sentence that decides something, other than to approve the minutes."""
    return outcome(sentence.words) is not None and not is_formal(query, sentence.words)


def _said(terms: tuple[Term, ...], sentences: list[Sentence], at: int) -> float:
    """Return how much of what is asked a decision says, or the proposal that it takes up just before it."""
    own = coverage(terms, sentences[at].stems)
    takes_up = at and TAKES_UP.match(sentences[at].folded)
    return max(own, RECALLED * coverage(terms, sentences[at - 1].stems)) if takes_up else own


def by_the_body(query: Query, library: Library, sentences: list[Sentence], at: int) -> bool:
    """Tell a decision of another body than a council only where its report, or the words beside it, name that body."""
    asked = _ELSEWHERE.search(query.folded)
    if asked is None:
        return True
    document = library.knowledge.documents[sentences[at].span.document_id]
    beside = " ".join(one.words for one in sentences[max(0, at - 1) : at + 1])
    near = fold(f"{opening_of(document)} {beside}")
    return re.search(rf"\b{re.escape(asked['body'])}\b", near) is not None


def _put_off(sentences: list[Sentence], at: int) -> int:
    """Return the place of the sentence beside a count of votes that tells what was voted: « renvoyé en commission »."""
    beside = (place for place in (at - 1, at + 1) if 0 <= place < len(sentences))
    bare = counts(sentences[at].words) and not _TELLS_AGAINST.search(sentences[at].words)
    found = (place for place in beside if bare and _is_bare_refusal(sentences[place].words))
    return next(found, at)


def _is_bare_refusal(words: str) -> bool:
    return _TELLS_AGAINST.search(words) is not None and len(words.split()) <= BARE


def counts(words: str) -> tuple[int, int] | None:
    """Return how many voted for and against, when a sentence counts the votes."""
    plain = fold(words)
    each = None if _SAID_FOR.search(plain) else _EACH.search(plain)
    if each and re.search(r"\b(?:voix|vot\w+|adopt\w+)\b", plain) and not _MONEY.search(plain):
        return int(each[1]), int(each[2])
    found = [shape.search(plain) for shape in _COUNTED]
    if found[0] is None or not _OF_VOTE.search(_MONEY.sub(" ", plain)):
        return None
    first, second = (int(next(filter(None, one.groups()))) if one else 0 for one in found)
    return first, second


def outcome(words: str) -> bool | None:
    """Tell whether a sentence says that something is decided (true) or not (false); nothing when it says neither."""
    if _TELLS_AGAINST.search(words):
        return False
    counted = counts(words)
    if counted is not None:
        return counted[0] > counted[1]
    return True if _TELLS_FOR.search(words) else None


def verdict_told(query: Query, library: Library, word: str, sentences: list[Sentence], at: int) -> Answer:
    """Answer « oui » or « non » by the decision that a sentence of an item tells."""
    sentence = sentences[at]
    parts = _LISTED.split(sentence.words)
    own = query.without(stems_of(_WORDS.split())).inside().terms
    words = max(parts, key=lambda part: coverage(own, stems_of(part.split()))) if len(parts) > 1 else sentence.words
    done = outcome(words)
    if _wants_no(word):
        verdict = "oui" if word[:5] in fold(words) or (done is False and word[:4] == "refu") else "non"
    else:
        verdict = "oui" if done else "non"
    span = sentence.span
    if at and len(sentence.words.split()) <= BARE // 2 and counts(sentences[at - 1].words):
        span = Span(span.document_id, sentences[at - 1].span.start, span.end)
    evidence = (cited(library, span),)
    row = verdict_row(verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »")
    facts = around_document(library, None, sentence.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts))


def _wants_no(word: str) -> bool:
    return re.fullmatch(_AGAINST, word) is not None
