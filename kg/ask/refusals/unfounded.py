"""When an answer stands on nothing that the question asks: it is then refused, with what the corpus does not tell."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from corpus import Span
from index import fold, tokens
from kg.ask.language import french
from kg.ask.language.kinship import inflected
from kg.ask.language.quantities import find_quantities
from kg.ask.language.same import made_of, same
from kg.ask.language.words import HEADS, leading_speech, speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Named, Query, Term
from kg.ask.refusals import grounds, untyped
from kg.ask.refusals.strangers import SAME, akin_known, stranger
from kg.ask.refusals.unlisted import unlisted
from kg.ask.relation import asks_if_known
from kg.ask.yes_no import asks
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.types import Answer

#: The kinds whose answer is what passages say of a subject, and those that are told of an event or a body.
_SAYING = frozenset(("who-spoke-about", "what-is-said-about", "semantic"))
_TELLING = _SAYING | {"yes-no", "who-did", "relation-path"}
_CLAUSE = regex(
    r"\b(?:qu[ei]?|dont|est|sont|etai\w+|ne|pas|plus|trop|comment|pourquoi|y)\b|qu'|\bn'"
    r"|(?:\b(?:de|pour|a|par|sans) |\bd')\w+(?:er|ir|oir|dre|tre|ire)\b|[,;:]|\ben \w{3,}ant\b"
)
#: Stems of the verbs after which a noun is judged by what follows it: « qui trouve la cantine trop chère ? ».
_JUDGING = frozenset(tokens("trouver trouve trouvait juger juge estimer estime considérer considère veut vouloir"))
_HELPING = frozenset("a ont en se s'est est sont avait avaient deja aussi surtout plutot".split())
#: Adjectives that stand before their noun, and nouns that lead to another one, which is the subject.
_LEADING = frozenset(
    "beau belle beaux belles bon bonne bons bonnes mauvais mauvaise mauvaises grand grande grands grandes petit petite "
    "petits petites gros grosse grosses vieux vieille vieilles nouveau nouvelle nouveaux nouvelles jeune jeunes vrai "
    "vraie envers premier premiere long longue haut haute autre autres meme "
    "avenir sujet question questions theme themes probleme problemes probleme difficulte difficultes idee idees fait "
    "importance role place utilisation usage developpement creation mise absence manque besoin besoins cas sorte type "
    "notion principe projet projets politique politiques enjeu enjeux defi defis exemple exemples histoire gestion "
    "fermeture ouverture hausse baisse augmentation diminution cout prix qualite nombre taux part fin debut retour "
    "arrivee depart lutte protection defense lecons lecon retard danger risque risques peur crainte envie "
    "soutien accompagnement aide suivi prise charge dispositif systeme mode service services mesure mesures action "
    "actions demarche methode modele programme plan formation reseau apport impact effet effets consequence "
    "consequences suite suites succes echec essor recul poids maintien renforcement amelioration transformation "
    "changement changements passage conversion remplacement renovation installation organisation choix "
    "abandon extension reduction promotion valorisation acces".split()
)
#: Up to how many ideas, beside names, a subject is a noun with what goes with it: further on the rest tells enough.
SHORT = 3
_ABOUT = regex(
    r"^(?:que|qu'(?:est[- ]ce qu[e'] ?)?)\s?(?:en )?(?:dit|disent|dire|sait|savent)\b[^?]*?"
    r"\b(?:de la |de l'|du |des |de |d'|sur |concernant )(?P<subject>[^?]+)"
    r"|^(?:c'est quoi|qu'est[- ]ce que c'est(?: que)?|definition d[eu]|qu'est[- ]ce que) (?P<term>[^?]+)"
)
_PERSON_ASKED = regex(
    r"^(?:(?:quel(?:le)? (?:est|etait) )?(?:le |la )?(?:pre)?noms? (?:de |du |d')(?:la |l')?"
    r"|(?:(?:et |mais )?qui (?:est|etait|fut|sont|etaient)|quel(?:le)? (?:est|etait)|comment s'appel\w+"
    r"|(?:quel (?:est|etait) )?(?:le )?noms? d[eu])\b.{0,20}?(?:^|[\s'])(?:le |la |l')?)(?P<office>[a-z][\w-]+)"
)
_DEPUTY = regex(r"\b(?:adjointe?|cabinet|conseill\w+|suppleante?|vice|sous)[ -](?:au |du |de |d')?(?:la |l')?$")
_AMOUNT = regex(
    r"(?:a |de )?(?:quel(?:le)?s?|combien) (?:est |sera |etait |sont )?(?:le |la |l'|les )?"
    r"(?P<noun>salaire|loyer|budget|montant|prix|tarif|cout|subvention|cotisation|dotation|amende|facture"
    r"|remuneration)s?\b"
)
#: « la ville de Lyon » is told by « Lyon ».
_TOWN = regex(r"^(?:la |le )?(?:ville|mairie|commune|municipalite) (?:de |d'|du )(?:la |l')?")
#: Kinds that answer beside a question for yes or no.
_AROUND = frozenset(("semantic", "what-is-said-about", "who-is", "relation-path", "list", "participants-counts"))
_PASSAGES = frozenset(("semantic", "what-is-said-about", "list"))
#: How many characters before an office tell a deputy; the kinds that list people or passages.
BEFORE = 24
_UNTOLD = frozenset(("semantic", "participants-counts"))


def unfounded(query: Query, library: Library, found: Answer) -> str:
    """Return in French why an answer stands on nothing that the question asks; empty when it stands."""
    checks: tuple[Callable[[Query, Library, Answer], str], ...] = (
        _strange,
        _neither,
        _subject,
        *untyped.CHECKS,
        unlisted,
        _year,
        _elsewhere,
        _office,
        _amount,
        grounds.attribute,
        grounds.doer,
        grounds.deed,
        grounds.opinion,
        grounds.words_of,
        grounds.done,
        grounds.origin,
        grounds.since,
        grounds.request,
        grounds.edition,
        grounds.succession,
    )
    return next((why for check in checks if (why := check(query, library, found))), "")


def _strange(query: Query, library: Library, found: Answer) -> str:
    return stranger(query, library) if found.kind in _TELLING else ""


def _neither(query: Query, library: Library, found: Answer) -> str:
    """Tell a question for yes or no that nothing answers so: what stands near it is shown, and asserts nothing."""
    if found.kind not in _AROUND or not asks(query) or (found.kind == "relation-path" and asks_if_known(query)):
        return ""
    return f"aucune phrase ne dit clairement oui ou non{untyped.nearest(library, found)}"


def _subject(query: Query, library: Library, found: Answer) -> str:
    """Tell a subject, told by a noun, that no proof has a word for: its neighbours in meaning are not it."""
    told = told_nouns(query) if found.kind in _SAYING else []
    if not told:
        return ""
    unknown = [term for term in told if term.unknown and not _has_kin(library, term)]
    proofs = [proof.span for row in found.rows for proof in row.evidence]
    if told[0] not in unknown:
        return "" if not unknown or _written_in(library, told[0], proofs) else _nobody(told[0])
    ways, own = list(_ways(library, told[0], query)), told[0].alternatives[0][0]
    stems = [library.stems(span) for span in proofs]
    said = any(made_of(own, one) or any(way <= one for way in ways) for one in stems)
    return "" if said else _nobody(told[0])


def _nobody(term: Term) -> str:
    return f"aucun document n'en parle ({term.words})"


def _written_in(library: Library, term: Term, spans: list[Span]) -> bool:
    """Tell whether the passages of some proofs write the word of an idea (« revenu » is not « revenir »), or say it."""
    ways = [way for way, worth in term.alternatives[1:] if worth >= SAME]
    if any(way <= library.stems(span) for way in ways for span in spans):
        return True
    root = _plain(term.words).rstrip("sx")
    passages = (library.passage_at(span) for span in spans)
    return any(root in fold(passage.text) for passage in passages if passage)


def told_nouns(query: Query) -> list[Term]:
    """Return the ideas of the noun that a question is about with what goes with it, in their order; else nothing."""
    words = _noun_phrase(query)
    if not words or _CLAUSE.search(words):
        return []
    names = {named.entity.label for named in query.named}
    terms = [
        one for one in query.inside().terms if one.words not in names and _plain(one.words) not in _LEADING | HEADS
    ]
    inside = [(words.find(" ".join(fold(one.words).split())), one) for one in terms]
    told = [one for at, one in sorted(inside, key=lambda pair: pair[0]) if at >= 0]
    return told if len(told) <= SHORT else []


def _plain(word: str) -> str:
    return fold(word).rsplit("'", 1)[-1]


def _noun_phrase(query: Query) -> str:
    """Return the folded words that tell what a question is about, empty when a clause does."""
    about = _ABOUT.match(query.folded)
    if about:
        return about["subject"] or about["term"]
    led = leading_speech(query.text, skipped=[named.place for named in query.named])
    asked = re.search(
        r"\b(?:qui|quel(?:le)?s? \w+|lesquel(?:le)?s|d'apres qui|selon qui)\b(?P<rest>[^?]*)", query.folded
    )
    if led == speech_stems() or led & _JUDGING or asked is None:
        return ""
    words = asked["rest"].split()
    while words and (words[0] in _HELPING or led.issuperset(tokens(_plain(words[0])) or [words[0]])):
        words = words[1:]
    before = query.folded[: asked.start()].rstrip(" :;,–")
    return " ".join(words) or before


def _has_kin(library: Library, term: Term) -> bool:
    """Tell whether the corpus has the word of an idea, in another form, or one of its family."""
    own = term.alternatives[0][0]
    return any(library.knows(form) for stem in own for form in (stem, *inflected(stem))) or any(
        akin_known(library, stem) for stem in own
    )


def _ways(library: Library, term: Term, query: Query) -> Iterator[frozenset[str]]:
    """Yield the ways to say an idea that mean the same thing, or that a concept of this very name holds.

    What stands beside a narrow word under a wide concept of the thesaurus is another thing: « vaccination »,
    « médecin ».
    """
    asked, thesaurus = frozenset(tokens(query.text)), library.thesaurus
    for stem in sorted(term.alternatives[0][0]):
        yield from (frozenset([other]) for other in same(stem))
        for label, concept_id in thesaurus.holding(stem):
            concept = thesaurus.thesaurus[concept_id]
            if label <= asked and label == thesaurus.stems_of(concept.pref_label):
                below = [thesaurus.thesaurus[one] for one in thesaurus.thesaurus.narrower(concept_id)]
                yield from (thesaurus.stems_of(other) for one in (concept, *below) for other in one.labels)


def _year(query: Query, library: Library, found: Answer) -> str:
    """Tell a year that none of the documents that prove the answer speaks of."""
    documents = _documents(found)
    for year in query.years:
        short = re.compile(rf"{year}|\b\d{{1,2}}/\d{{1,2}}/{year[2:]}\b")
        texts = (library.knowledge.documents[one].text for one in documents)
        told = any(year in library.years_of(one) for one in documents) or any(map(short.search, texts))
        if documents and not told:
            return f"aucun des documents qui répondraient ne parle de {year}"
    return ""


def _documents(found: Answer) -> set[str]:
    return {proof.span.document_id for row in found.rows for proof in row.evidence}


def _elsewhere(query: Query, library: Library, found: Answer) -> str:
    """Tell a place or a body named in full that none of the documents that prove the answer names."""
    documents, held = sorted(_documents(found)), library.knowledge.documents
    text_of = cache(lambda one: fold(f"{held[one].title} {held[one].text}"))
    places: dict[int, Named] = {}
    for one in query.named:
        if one.entity.kind in ("place", "organisation") and one.whole:
            places.setdefault(one.start, one)
    for start, named in places.items() if documents else ():
        same = [one.entity for one in query.named if one.start == start]
        names = {fold(name) for one in same for name in (named.words, one.label, *one.aliases)}
        names |= {bare for name in names if len(bare := _TOWN.sub("", name)) > 2}
        naming = {extraction.id for extraction in library.knowledge.naming(*same)}
        first = sorted(documents, key=lambda one: one not in naming)  # those are likely to write one of the names
        if not any(name in text_of(one) for one in first for name in names):
            return f"les documents qui répondraient ne parlent pas {french.of(named.words)}"
    return ""


def _office(query: Query, library: Library, found: Answer) -> str:
    """Tell an office of which the proofs tell the deputy only, or that they do not tell at all.

    « Adjointe au maire » is no mayor, and a passage that names nobody answers no « qui est le maire ? ».
    """
    asked = _PERSON_ASKED.match(query.folded)
    if asked is None or not is_function_start(asked["office"]) or not found.rows:
        return ""
    rows = (f"{row.label} . {row.value or ''} . {' '.join(one.quote for one in row.evidence)}" for row in found.rows)
    told = " . ".join(map(fold, rows))
    held = [told[max(0, match.start() - BEFORE) : match.start()] for match in re.finditer(asked["office"][:6], told)]
    nobody = found.kind in _UNTOLD and (not held or found.kind == "semantic")
    if found.kind == "who-did":  # who is named beside the office, not whoever says something of it
        nobody = not any(_beside(asked["office"][:6], r.label, p.quote) for r in found.rows for p in r.evidence)
    since = [year for year in re.findall(r"\bdepuis (?:\w+ )?((?:19|20)\d{2})", told) if query.years]
    deputy = held and all(_DEPUTY.search(before) for before in held)
    if nobody or deputy or (since and max(query.years) < min(since)):
        return f"aucun document ne nomme la personne demandée ({asked['office']})"
    return ""


def _beside(office: str, label: str, quote: str) -> bool:
    """Tell an office told near the surname of a person, in a quote."""
    plain, surname = fold(quote), re.escape(fold(label).rpartition(" ")[2])
    return re.search(rf"{surname}.{{0,80}}\b{office}|\b{office}.{{0,80}}{surname}", plain) is not None


def _amount(query: Query, library: Library, found: Answer) -> str:
    """Tell an amount that is asked for, and passages that answer without any: « quel salaire », « quel loyer »."""
    asked = _AMOUNT.match(query.folded)
    if asked is None or found.kind not in _PASSAGES:
        return ""
    quotes = (proof.quote for row in found.rows for proof in row.evidence)
    told = any(
        one.measure in ("money", "share") for quote in quotes for one in find_quantities(" ".join(quote.split()))
    )
    return "" if told else f"aucun document ne donne ce montant ({asked['noun']})"
