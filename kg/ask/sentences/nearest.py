"""What is told of the things that a question names: the sentences nearest to it by words and by meaning."""

import re
from collections.abc import Sequence

from corpus import Passage
from kg.ask.answers.proofs import Proof, overlap
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search import fitted
from kg.ask.sentences.told import ideas, is_title, names_of, weigh, worth_of_names
from kg.regex import regex
from kg.types import passage_key

#: The share of words against meaning, what the form of an answer adds, and how many sentences are compared in meaning.
WORDS, FORM, READ = 0.5, 0.12, 24
#: How many passages are read: those that the search brings, and those that name the things asked about.
FOUND, NAMING = 14, 20
#: Least score of the best sentence, and the share of it that others reach.
SURE, NEAR = 0.38, 0.6
#: How much of what is asked the words of a sentence must say, else how near in meaning it must be; what a line is worth
#: that no stop ends.
SAID, CLOSE, OPEN = 0.15, 0.75, 0.7
#: What the closeness in meaning of the whole passage counts where a quotation of the sentence has its own.
AROUND = 0.5
#: Least words of a sentence that tells something.
LEAST_WORDS = 4
#: What the answer to a question looks like (folded): a cause, a way, a use.
_FORMS = (
    (
        regex(r"\bpourquoi\b.*(?:\bn'\S+ pas (?:\w+ )?(?:la|venue?s?|presente?s?|pu venir)\b|\babsen\w+|\bmanqu\w+)"),
        regex(
            r"\b(?:retenue?s?|empeche\w*|bloque\w*|excuse\w*|malade|souffrante?|grippe\w*|greve|visa|conge|deuil"
            r"|faute de|n'a pu|n'ont pu)\b"
        ),
    ),
    (
        regex(r"\b(?:conditions?|reserves?)\b"),
        regex(
            r"\b(?:a condition|conditions?|pourvu|sous reserve|a moins|des lors|partout ou|tant que|si|seulement"
            r"|exige\w*|oblige\w*|n'\w+ que|sauf)\b"
        ),
    ),
    (
        regex(r"\bpourquoi\b|\bquelle (?:est la )?(?:raison|cause)|\bpour quelles? raisons?"),
        regex(
            r"\b(?:parce qu\w*|car|faute de|raisons?|a cause|puisqu\w*|par peur|au motif|suite a|etant donne|expliqu\w+"
            r"|d'ou|comme|pour|afin|sinon|sans|trop|manqu\w+|crain\w+|redout\w+|refus\w+|estim\w+|juge\w*)\b|: "
        ),
    ),
    (
        regex(r"\bcomment\b|\bde quelle (?:maniere|facon)|\bpar quels? moyens?"),
        regex(r"\b(?:en \w+ant|au moyen|grace|a l'aide|avec|par|propos\w+|methode|sans|chaque|tous les)\b|: "),
    ),
    (
        regex(r"\ba quoi (?:ser\w+|bon)|\bsert a quoi|\b(?:role|but|objectif|mission|utilite|interet)\b|\bapport\w+"),
        regex(
            r"\b(?:permet\w*|ser(?:t|vent|vir\w*)|vise\w*|afin|pour|favoris\w+|aide\w*|contribu\w+|outils?|moyens?"
            r"|espaces?|roles?|missions?|consist\w+|charge\w*|relais|lieux?|objectifs?)\b"
        ),
    ),
)
#: Questions whose answer is a reason, a way, a use or a matter, told by the sentence about the things named.
_REASONED = regex(
    r"^(?:(?:d'apres|selon|pour) [^,?]{3,60}, )?(?:pourquoi|comment|a quoi|en quoi"
    r"|de quoi (?:parle|s'agi|traite)\w* (?:dans )?(?:le|la|les|l'|ce|cette)|quel(?:le)?s? "
    r"(?:est |etait |sont |etaient )?(?:le |la |les |l')?"
    r"(?:role|but|objectif|mission|utilite|interet|raison|cause|sujet)s?)\b|\bpourquoi\b|\bpour quelles? raisons?\b"
    r"|\b(?:peut|peuvent|pourrait|doit|doivent|va|vont)\b.*\b(?:apport|serv|chang|perm)\w*"
)


def reasons(query: Query, library: Library) -> list[Proof]:
    """Return the sentences nearest to a question for a reason, a way or a use; nothing for one on a session."""
    session = query.event is not None and query.event.kind == "session"
    return sure(query, library) if _REASONED.search(query.folded) and not session else []


def nearest(query: Query, library: Library) -> list[Proof]:
    """Return the sentences that tell what is asked of the things named, best first.

    `coverage` is what the words say of it, what stands around counted for less; `score` goes with what names are told,
    with meaning and with the form of an answer.
    """
    asked, names = ideas(query), names_of(query)
    proofs = [
        proof._replace(coverage=0.5 * weighed.own + 0.5 * weighed.near)
        for passage in passages(query, library)
        for sentence in library.sentences(passage)
        if len(sentence.words.split()) >= LEAST_WORDS
        and not is_title(proof := Proof(sentence, passage, 0.0, 0.0))
        and (weighed := weigh(proof, asked, library))
    ]
    worth = {id(proof): worth_of_names(proof, names, library) for proof in proofs}
    kept = [proof for proof in proofs if worth[id(proof)]]
    kept.sort(key=lambda proof: (-proof.coverage * worth[id(proof)], proof.sentence.span))
    kept = kept[:READ]
    near = nearness(library, query.text, kept)
    form = next((told for form, told in _FORMS if form.search(query.folded)), None)
    found = [
        proof._replace(
            score=worth[id(proof)] * (WORDS * proof.coverage + (1 - WORDS) * close) * (1.0 if ended(proof) else OPEN)
            + (FORM if form and form.search(proof.sentence.folded) else 0.0),
        )
        for proof, close in zip(kept, near, strict=True)
        if proof.coverage >= SAID or close >= CLOSE
    ]
    return sorted(found, key=lambda proof: (-proof.score, proof.sentence.span))


def nearness(library: Library, text: str, proofs: Sequence[Proof]) -> list[float]:
    """Return how near some sentences are to a text in meaning, from 0 (no nearer than most of the corpus) to 1.

    The vectors are those that the base holds: nothing is encoded for it. A sentence is as near as its passage is; as
    the quotation that it holds and the passage together, when it holds one.
    """
    spans = {proof.passage.span for proof in proofs}
    inside = {span: [q for q, _ in library.quotations_near([span], ())] for span in spans}
    keys = {span: passage_key(span.document_id, span.start, span.end) for span in spans}
    far = library.deviations(text, (*keys.values(), *(q.id for held in inside.values() for q in held)))
    found = []
    for proof in proofs:
        span = proof.passage.span
        around = far.get(keys[span], 0.0)
        own = [far[q.id] for q in inside[span] if overlap(q.span, proof.sentence.span) and q.id in far]
        above = (max(own) + AROUND * around) / (1 + AROUND) if own else around
        found.append(min(1.0, max(0.0, (above - fitted.LOW) / (fitted.HIGH - fitted.LOW))))
    return found


def sure(query: Query, library: Library) -> list[Proof]:
    """Return the sentences that surely tell what is asked of the things named, best first; nothing when none does."""
    found = nearest(query, library)
    best = found[0].score if found else 0.0
    return [proof for proof in found if proof.score >= NEAR * best] if best >= SURE else []


def ended(proof: Proof) -> bool:
    """Tell a line that a stop ends: without one it is a title, a name or an entry of a list."""
    return re.search(r"[.!?…»”:;)*_][\s\d¹²³]*$", proof.sentence.words) is not None


def passages(query: Query, library: Library) -> list[Passage]:
    """Return the passages that the search brings, then those that name the things asked about."""
    found = [one.passage for one in library.look(query)[:FOUND]]
    named = dict.fromkeys(passage for passage in library.passages_naming(*(one.entity for one in query.named)))
    inside = query.documents
    naming = [one for one in named if not inside or one.span.document_id in inside]
    return list(dict.fromkeys([*found, *naming[:NAMING]]))
