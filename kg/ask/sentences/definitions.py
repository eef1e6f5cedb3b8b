"""What a thing is: which of the sentences that tell of it define it, by the shape of a definition."""

import re
from collections.abc import Sequence

from index import fold, tokens
from kg.ask.answers.proofs import Proof, coverage
from kg.ask.language.words import DEFINES
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.nearest import ended
from kg.ask.sentences.told import is_title
from kg.regex import regex

_DEFINES = regex(
    r"\b(?:est|sont|désigne|consiste|vise|c['’]est[- ]à[- ]dire|se définit|regroupe|rassemble|réunit|fédère|compte"
    r"|permet)\b",
    re.IGNORECASE,
)
_WHO_ARE = regex(r"^qui (?:est|sont|etait|etaient) (?:l[ae]s? |l')?(?P<who>[^?]{2,80}?) ?\??$")
#: Words after which a question tells where a thing is looked for.
_TOWARDS = frozenset("a au aux chez dans en selon pour lors pendant".split())
#: What a line loses, among definitions, that no stop ends: a title, a name, an entry of a list.
UNENDED = 0.3
#: The entries of a list, read as one sentence, and a line that opens with its label.
_LISTED = regex(r"\n\s*(?:\d+[.)]|[-•*]) |^\W*[A-ZÀ-Ý][\w'’ -]{2,30} : (?:\S+ ){0,3}\S+[,;]")
#: A word after a name that no noun, link or list follows: a verb.
_ACTS = r"(?!(?:de|du|des|d|a|au|aux|en|et|ou|sur|sous|par|pour|dans|avec|sans|qui|que|dont|ne|n)\b)[a-z]{2,}"
_LEADS = (
    r"\W*(?:(?:et|mais|or|donc|enfin|ainsi|aussi|car),? )?(?:l[ae]s? |l'|une? |ce |cet |cette |ces |son |sa |leur )?"
    r"(?:[a-z]+ )?[«“\" ]*"
)
_SPACED = r"[\s»«”“\"]+"
_INTRODUCES = (
    r"(?:c'est|est une? |est l[ea'] ?|sont des|designe|consiste|vise a|permet|impose|prevoit|oblige|autorise"
    r"|interdit|regroupe|rassemble|reunit|c'est-a-dire|ou chacun"
    r"|qui |:|\((?!\d)|une? (?:[a-z'-]+ ){1,3}(?:de |d'|qui|que|ou|pour))"
)
#: What a thing is called by, before its name.
_KIND = (
    r"(?:associations?|cooperatives?|collectifs?|reseaux?|syndicats?|federations?|fondations?|entreprises?|societes?"
    r"|regies?|agences?|unions?|clubs?|comites?|compagnies?|revues?|journa(?:l|ux)|emissions?|conventions?|chartes?"
    r"|dispositifs?|programmes?|projets?|operations?|outils?|methodes?|fetes?|jeux?|ateliers?|applications?|labels?|prix"
    r"|campagnes?|services?|plateformes?|sites?|livrets?|guides?|cahiers?|plans?|fonds|appels?)"
)
#: What each shape of a definition adds: the term before what it is, before a verb, at the head of a sentence that
#: defines, in quotation marks, after what it is called by.
INTRODUCED, ACTING, OPENS, QUOTED, CALLED = 0.6, 0.45, 0.3, 0.35, 0.5

#: How many times a rare term is written at most.
RARE = 8


def defines(query: Query) -> bool:
    """Tell a question for what a thing is, or what a body is: « c'est quoi le tri ? », « qui sont les Loups ? »."""
    return bool(DEFINES.search(query.folded)) or _body_asked(query)


def _body_asked(query: Query) -> bool:
    if not (asked := _WHO_ARE.match(query.folded)):
        return False
    bodies = [named for named in query.named if named.entity.kind == "organisation" and named.whole]
    return any(fold(named.words).endswith(asked["who"]) for named in bodies)


def definitions_first(query: Query, proofs: Sequence[Proof]) -> list[Proof]:
    """Favour the sentence whose subject is the thing itself, before a verb that defines, or that says what it names.

    « X, c'est… », « X est un… », « X désigne… », « X (un…) », « X : … »; then the one that holds all the words of the
    term side by side.
    """
    words = _term(query, proofs)
    shapes, own = _shapes(words) if words else (), frozenset(tokens(" ".join(words)))
    holds = {proof.sentence.span: own <= proof.sentence.stems for proof in proofs}
    scored = [_as_definition(query, proof, shapes) for proof in proofs]
    return sorted(scored, key=lambda proof: (not holds[proof.sentence.span], -proof.score, proof.sentence.span))


def _term(query: Query, proofs: Sequence[Proof]) -> list[str]:
    """Return the words of the term, without where it is looked for when no sentence holds all: « … à Rio »."""
    words = term_words(query)
    ends = [at for at in range(len(words) - 1, 0, -1) if words[at] in _TOWARDS]
    shorter = [words, *(words[:at] for at in ends)]
    return next((one for one in shorter if _held(frozenset(tokens(" ".join(one))), proofs)), words)


def _held(stems: frozenset[str], proofs: Sequence[Proof]) -> bool:
    return bool(stems) and any(stems <= proof.sentence.stems for proof in proofs)


def _shapes(words: Sequence[str]) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Return the shapes in which a sentence tells what a term is, folded, each with what it is worth."""
    term = _SPACED.join(re.escape(word) for word in words)
    return (
        (re.compile(rf"\b{term}s?\s*[»”\"]?\s*(?:,\s*)?{_INTRODUCES}"), INTRODUCED),
        (re.compile(rf"^{_LEADS}{term}[»”\" ]+{_ACTS}"), ACTING),
        (re.compile(rf"[«“\"]\s*(?:l[ae]s? |l')?{term}s?\s*[»”\"]"), QUOTED),
        (re.compile(rf"\b{_KIND} (?:[a-z-]+ )?(?:[«“\"] ?)?(?:de |d')?(?:l[ae]s? |l')?{term}\b"), CALLED),
    )


def _as_definition(query: Query, proof: Proof, shapes: Sequence[tuple[re.Pattern[str], float]]) -> Proof:
    """Return a proof with its score raised by the shape of a definition, lowered for what is no whole sentence."""
    said = coverage(query.terms, proof.sentence.stems)
    verb = _DEFINES.search(proof.sentence.words)
    head = frozenset(tokens(proof.sentence.words[: verb.start()])) if verb else frozenset()
    opens = coverage(query.terms, head) >= 0.9 and verb is not None and verb.start() < 60
    more = max((worth for shape, worth in shapes if shape.search(proof.sentence.folded)), default=0.0)
    listed = proof.sentence.words.rstrip(" *_»").endswith("?") or (
        verb is None and _LISTED.search(proof.sentence.words)
    )
    less = 0.0 if ended(proof) and not is_title(proof) and not listed else UNENDED
    return proof._replace(score=proof.score + max(more, OPENS if opens else 0.0) * said - less)


def term_words(query: Query) -> list[str]:
    """Return the folded words of the term that a question asks the meaning of."""
    if query.quoted:
        return re.findall(r"[\w'-]+", fold(query.quoted))
    who = _WHO_ARE.match(query.folded)
    asked = who["who"] if who else DEFINES.sub(" ", query.folded)
    asked = asked.strip(' ?.«»",:')
    asked = re.sub(r",? (?:ca|cela)$|^(?:par|avec) ", "", asked)
    asked = re.sub(r"^(?:c'est quoi|qu'est[- ]ce qu\w*|que (?:designe|signifie))\s*", "", asked)
    asked = re.sub(r"^(?:le |la |les |l'|un |une |des |du )+", "", asked.strip(" ,"))
    return re.findall(r"[\w'-]+", asked)


def written(query: Query, library: Library, told: Sequence[Proof]) -> list[Proof]:
    """Return the sentences of other passages that write a rare term: each tells something of it."""
    term = " ".join(term_words(query))
    spans = library.find_phrase(term) if tokens(term) else []
    shown = {proof.passage.span for proof in told}
    found = []
    for span in spans if len(spans) <= RARE else []:
        passage, sentence = library.passage_at(span), library.sentence_at(span)
        if passage and sentence and passage.span not in shown:
            shown.add(passage.span)
            found.append(Proof(sentence, passage, 1.0, told[-1].score))
    return found
