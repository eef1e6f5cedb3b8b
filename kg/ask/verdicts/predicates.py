"""What a question for yes or no asks to affirm or to deny: its predicate, and the nouns of its subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index import fold
from kg.ask.language.words import stems_of
from kg.ask.question.query import Query, Term
from kg.ask.sentences.told import ACCORDING
from kg.regex import regex

_AUXILIARY = (
    r"(?:a|ont|avai(?:t|ent)|aura|auront|est|sont|etai(?:t|ent)|sera|seront|fut|furent|va|vont|peut|peuvent|doit"
    r"|doivent|y a|veut|veulent|pourra|devra|devrait)"
)
_INVERTED = regex(r"\b(?P<verb>[\w']+)-(?:t-)?(?:il|elle|ils|elles|on)\b")
HAS_VERB = regex(rf"(?<![-@])\b{_AUXILIARY}\b(?!-)")
#: Words after which a word is no verb.
_BEFORE_NOUN = frozenset(
    "le la les l un une des du de d au aux a en sur sous dans par pour avec sans chez vers contre entre son sa ses "
    "leur leurs ce cet cette ces mon ma mes notre nos votre vos quel quelle et ou deux trois quatre cinq six sept huit "
    "neuf dix tous toutes tout toute chaque plusieurs quelques aucun aucune que qu @".split()
)
#: Stems of verbs by which somebody judges what stands at the end: « trouve-t-elle la note juste ? ».
_JUDGES = stems_of("trouve trouvait trouvent juge jugeait estime considère pense croit".split())
#: Stems of verbs that say nothing without what follows them: « porter plainte », « accepter de rouvrir ».
_LIGHT = stems_of(
    "porte porté portée prend pris prise prendre met mis mise mettre donne donné donnée donner fait faite faire rend "
    "rendu rendre tient tenu tenir avoir eu eue connu connaît être été reste resté obtenu obtient reçu reçoit accepte "
    "acceptait accepté confie confié compte vient dit fini tombe tombé passe passé passer vraiment bien déjà encore "
    "toujours jamais souvent pu veut veulent voulait aussi réellement finalement partage "
    "d'habitude habitude habituellement généralement".split()
)
#: « a-t-il annoncé qu'il partirait ? »: what is asked is what follows.
_SAID_THAT = regex(
    r"\b(?:annonce|dit|declare|affirme|indique|promis|assure|reconnu|explique|precise|confirme|avoue|admis|ecrit)"
    r"(?:-t)?(?:-(?:il|elle|ils|elles))? qu(?:e |')(?:il|elle|ils|elles|on) "
)
_PROPER = regex(r"(?:[lLdD]['’])?[A-ZÀ-Ý]")
#: What was done, by an auxiliary and what looks like a participle.
_PAST = regex(r"\b(?:a|ont|est|sont)\b(?:-t)?(?:-(?:il|elle|ils|elles|on))? (?:[a-z]+ ){0,2}?\w+(?:e|i|u|s|t)e?s?\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks to affirm or deny: its predicate, when its form tells it, and the nouns of its subject."""

    predicate: Term | None
    subject: tuple[Term, ...]
    #: The ideas after the predicate, where the subject ends in the question, and whether it asks what was done.
    object: tuple[Term, ...]
    end: int
    past: bool


def parts(query: Query) -> Asked:
    """Return the predicate of a question, the first idea after its auxiliary, and the nouns before it."""
    folded = masked(query.text)
    names = [(named.start, named.start + len(named.words)) for named in query.named]
    placed = []
    for term in query.terms:
        at = query.text.find(term.words)
        if at >= 0 and not any(start <= at < end for start, end in names):
            placed.append((at, term))
    placed.sort(key=lambda pair: pair[0])
    predicate = _predicate(folded, placed)
    end = next((at for at, term in placed if term is predicate), len(query.text))
    voice = ACCORDING.match(query.text)
    begin = voice.end() if voice else 0
    subject = [term for at, term in placed if begin <= at < end and not term.alternatives[0][0] <= _LIGHT]
    return Asked(
        predicate,
        tuple(term for term in subject if not _PROPER.match(term.words)),
        tuple(term for at, term in placed if at > end),
        end,
        _PAST.search(folded) is not None,
    )


def masked(text: str) -> str:
    """Return a text folded, where « à » is no verb."""
    return fold(re.sub(r"\b[àÀ]\b", "@", text))


def _predicate(folded: str, placed: Sequence[tuple[int, Term]]) -> Term | None:
    said = _SAID_THAT.search(folded)
    if said:
        return _first(placed, said.end())
    inverted = _INVERTED.search(folded)
    if inverted and not HAS_VERB.fullmatch(inverted["verb"]):
        own = next((term for at, term in placed if inverted.start() <= at < inverted.end()), None)
        if own is not None and own.alternatives[0][0] <= _JUDGES and placed[-1][0] > inverted.end():
            return placed[-1][1]
        if own is not None and not own.alternatives[0][0] <= _LIGHT:
            return own
        return _first(placed, inverted.end())
    opened = re.match(r"(?:.*?\best[- ]ce qu[e'])?", folded)
    helped = inverted or HAS_VERB.search(folded, opened.end() if opened else 0)
    if helped:
        return _first(placed, helped.end())
    return next((term for at, term in placed if _follows_noun(folded[:at])), None)


def _first(placed: Sequence[tuple[int, Term]], start: int) -> Term | None:
    """Return the first idea from a place on; the next one after a verb that says nothing by itself."""
    after = [term for at, term in placed if at >= start]
    heavy = [term for term in after if not term.alternatives[0][0] <= _LIGHT]
    return next(iter(heavy or after), None)


def _follows_noun(before: str) -> bool:
    words = [word for word in before.replace("'", " ").split() if word.strip("-")]
    return bool(words) and words[-1] not in _BEFORE_NOUN
