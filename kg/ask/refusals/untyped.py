"""Passages near a question that hold nothing of the type it asks for: no place, no date, no list."""

from functools import lru_cache

from corpus import Span
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import coverage, title_stems
from kg.ask.language import french
from kg.ask.language.numbers import find_numbers
from kg.ask.language.same import akin, made_of
from kg.ask.language.words import speech_stems, stems_of, tells_a_clause
from kg.ask.library import Library
from kg.ask.question.kinds import bare_town
from kg.ask.question.query import Query
from kg.ask.question.sought import TOWNS, sought
from kg.ask.times.fuller_dates import has_day
from kg.lexicon.months import MONTHS, WEEKDAYS
from kg.regex import regex
from kg.types import Answer

#: The kinds that answer with what stands near a question.
_AROUND = frozenset(("semantic", "what-is-said-about"))
#: The kinds that answer with a body or a town, and what making something is told by.
_DOERS = frozenset(("which-organisation", "city-or-country"))
_MADE = regex(
    r"\b(?:constru\w+|bati(?:e|es|s|t|r|ssait)?|conc(?:u|ue|us|evoir|oit)|developp\w+|fabriqu\w+|dessin\w+|architecte\w*"
    r"|realis\w+|edifi\w+|invent\w+|imagin\w+|condui(?:t|te|ts|tes|re)|mene(?:e|s|es)?|elabor\w+)\b"
)
#: Who spoke for, against or of a subject that is named; up to how many ideas it has; what is strong, and what is said.
_SPOKE = regex(r"(?<!entendre )\b(?:parl|defend|propos|critiqu|alert|racont|evoqu|abord|mention)\w*\b")
SHORT, STRONG, SAID = 4, 0.7, 0.4
_BELONGS = regex(r"\b(?:travaill|boss|represent|apparten|appartien|emplo[iy]|exerc|officie)\w*\b")
#: How much of the nearest passage is shown when nothing answers.
NEAREST = 240
_WHERE = regex(
    r"^(?:où|ou (?:est|etait|sont|se|s'est|s'|a|aura|ont)|d'où)\b|[\s,]où ?\??$"
    r"|^dans quel(?:le)?s? (?:ville|commune|village|quartier|pays|salle|lieu)"
)
_WHEN = regex(
    r"^(?:(?:depuis|jusqu'à|à partir de|pour) )?quand\b|[\s,]quand ?\??$|^(?:en|à|depuis|de) quel(?:le)?s? "
    r"(?:année|date|mois|jour|siècle|époque|heure)"
)
#: A question for a price, and of what.
_PRICE = regex(
    r"^(?:(?:c'est quoi |quel (?:est|etait|sera|serait) )?le )?(?:montant|prix|cout|tarif)s? "
    r"(?:de la |de l'|de |du |des |d')(?P<of>[\w-]+)"
)
_WHAT_DAY = regex(r"^(?:à |de )?quels? jours?\b(?! de l)")
_DATE = regex(
    rf"\b(?:1[89]|20)\d\d\b|\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b|\b\d{{1,2}} ?h\b"
    r"|\b(?:hier|demain|veille|lendemain|matin|soir|apres-midi|automne|printemps|ete|hiver|semaine|mois|ans?"
    r"|annees?|siecle)\b"
)
#: What does not take place: « sans qu'aucun papier ait été signé »; and the ends of what is asked to have been done.
_DENIED = regex(r"\bsans qu|\bn'(?:a|ont|avai\w+|ait|est) (?:jamais|pas|toujours pas)\b|\bjamais ete\b")
_DONE = ("é", "ée", "és", "ées", "i", "ie", "is", "it", "ite", "u", "ue", "us", "ues", "ert", "erte")
_ADDRESS = regex(r"\b(?:rue|avenue|place|quai|boulevard|chemin|impasse|route|salle|halle|maison|palais|hotel|gare)\b")


def untyped(query: Query, library: Library, found: Answer) -> str:
    """Tell passages that hold no place or date where the question asks for one; the nearest is shown."""
    if found.kind not in _AROUND or not found.rows:
        return ""
    text = " ".join(query.text.lower().split())
    spans = [proof.span for row in found.rows for proof in row.evidence]
    if _WHERE.search(text) and not any(_place(query, library, span) for span in spans):
        return f"aucun passage ne dit où{nearest(library, found)}"
    if _WHEN.search(text) and not any(_DATE.search(fold(library.reading(span))) for span in spans):
        return f"aucun passage ne dit quand{nearest(library, found)}"
    if _WHAT_DAY.search(text) and not any(has_day(library.reading(span)) for span in spans):
        return f"aucun passage ne dit quel jour{nearest(library, found)}"
    priced = _PRICE.match(query.folded)
    if priced and not any(_tells_price(library, span, frozenset(tokens(priced["of"]))) for span in spans):
        return f"aucun passage ne dit combien{nearest(library, found)}"
    return ""


def _tells_price(library: Library, span: Span, of: frozenset[str]) -> bool:
    """Tell words that hold a number, in a passage that says of what a price is asked."""
    passage = library.passage_at(span)
    told = library.stems(passage.span) | title_stems(passage.headings) if passage else frozenset[str]()
    said = told | vocabulary(library.reading(span))
    return of <= said and bool(find_numbers(fold(library.reading(span))))


def _place(query: Query, library: Library, span: Span) -> bool:
    """Tell a passage that names a place which the question does not, or an address."""
    asked = {named.entity.id for named in query.named}
    there = {one.id for _, one in library.mentions_in(span, "place")}
    return bool(there - asked) or bool(_ADDRESS.search(fold(library.reading(span))))


def unmade(query: Query, library: Library, found: Answer) -> str:
    """Tell a body or a town given for what it made, where no proof tells of making anything."""
    if found.kind not in _DOERS or not found.rows or not _MADE.search(query.folded):
        return ""
    spans = [proof.span for proof in found.rows[0].evidence]
    lines = [sentence.span for span in spans if (sentence := library.sentence_at(span))]
    if any(_MADE.search(fold(library.reading(span))) for span in (*spans, *lines)):
        return ""
    return f"aucun passage ne dit qui l'a fait{nearest(library, found)}"


def unsaid(query: Query, library: Library, found: Answer) -> str:
    """Tell a voice on a short subject where no proof says the word that weighs most, and little else of it.

    Of 437 right answers this refuses none, and 14 of 19 given to questions that no document answers.
    """
    if found.kind != "who-spoke-about" or not found.rows or not _SPOKE.search(query.folded):
        return ""
    if tells_a_clause(query.folded):
        return ""  # whoever rewords what was said heard it
    aside = speech_stems() | _towards()
    terms = [term for term in query.inside().terms if not term.alternatives[0][0] <= aside]
    if not 0 < len(terms) <= SHORT or found.rows[0].score >= STRONG:
        return ""
    proof = found.rows[0].evidence[0].span
    passage = library.passage_at(proof)
    stems = library.stems(proof)
    around = stems | library.stems(passage.span) if passage else stems
    heaviest = max(terms, key=lambda term: term.weight)
    titles = title_stems(passage.headings) if passage else frozenset()
    own = heaviest.alternatives[0][0]
    if (
        heaviest.strength(around)
        or any(akin(one, other) for one in own for other in stems)
        or made_of(own, stems)
        or coverage(terms, around | titles) >= SAID
    ):
        return ""
    return f"aucun document n'en parle ({heaviest.words})"


def townless(query: Query, library: Library, found: Answer) -> str:
    """Tell passages that name no town where the question asks for one: « quelles villes y sont allées ? »."""
    kind = sought(query) if found.kind == "semantic" and found.rows else None
    if kind is None or kind.word not in TOWNS:
        return ""
    asked = {named.entity.id for named in query.named}
    span = found.rows[0].evidence[0].span
    there = [one for _, one in library.mentions_in(span, "place", "organisation") if one.id not in asked]
    if any(one.kind == "place" or bare_town(one.label) != one.label for one in there):
        return ""
    return f"aucun passage ne nomme de {kind.word}{nearest(library, found)}"


def denied(query: Query, library: Library, found: Answer) -> str:
    """Tell a date or a place given for what its own sentence says not to have been done."""
    if found.kind != "when-where" or not found.rows or _DENIED.search(query.folded):
        return ""
    words = fold(library.reading(found.rows[0].evidence[0].span))
    no = _DENIED.search(words)
    after = library.stems_of(words[no.end() :]) if no else frozenset[str]()
    asked = [term for term in query.inside().terms if term.words[:1].islower() and term.words.endswith(_DONE)]
    if not any(term.alternatives[0][0] <= after for term in asked):
        return ""
    return f"aucun passage ne dit quand{nearest(library, found)}"


def of_nobody(query: Query, library: Library, found: Answer) -> str:
    """Tell a body given for somebody's, where no proof names that person."""
    people = {one.id for one in query.entities("person")}
    if found.kind != "which-organisation" or not people or not _BELONGS.search(query.folded):
        return ""
    spans = [proof.span for row in found.rows for proof in row.evidence]
    if any(one.id in people for span in spans for _, one in library.mentions_in(span, "person")):
        return ""
    return "aucun document ne le dit"


@lru_cache(maxsize=1)
def _towards() -> frozenset[str]:
    """Return the stems of the words that only lead to another: what is said « envers » somebody."""
    return stems_of("envers vers auprès face parmi hors malgré concernant autour lors".split())


def nearest(library: Library, found: Answer) -> str:
    """Return in French what stands nearest to a question that nothing answers; nothing when nothing does."""
    if not found.rows:
        return ""
    return nearest_to(library, found.rows[0].evidence[0].span)


def nearest_to(library: Library, span: Span) -> str:
    """Return in French, for the end of a refusal, what stands in a slice."""
    return f" ; au plus près : {french.quoted(library.reading(span), NEAREST)}"


#: What is looked at of an answer, in this order.
CHECKS = (untyped, unmade, unsaid, townless, denied, of_nobody)
