"""What a thing is: which of the sentences that tell of it define it, by the shape of a definition."""

import re
from collections.abc import Sequence

from index import tokens
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
#: What a line loses, among definitions, that no stop ends: a title, a name, an entry of a list.
UNENDED = 0.3
#: The entries of a list, read as one sentence, and a line that opens with its label.
_LISTED = regex(r"\n\s*(?:\d+[.)]|[-•*]) |^\W*[A-ZÀ-Ý][\w'’ -]{2,30} : (?:\S+ ){0,3}\S+[,;]")
#: A word after a name that no noun, link or list follows: a verb.
_ACTS = r"(?!(?:de|du|des|d|a|au|aux|en|et|ou|sur|sous|par|pour|dans|avec|sans|qui|que|dont|ne|n)\b)[a-z]{2,}"
_SPACED = r"[\s»«”“\"]+"
_INTRODUCES = (
    r"(?:c'est|est une? |est l[ea'] ?|sont des|designe|consiste|vise a|permet|impose|prevoit|oblige|autorise"
    r"|interdit|regroupe|rassemble|reunit|c'est-a-dire|ou chacun|qui |:|\((?!\d)|une? [a-z]+ (?:de|qui|ou|pour))"
)

#: How many times a rare term is written at most.
RARE = 8


def definitions_first(query: Query, proofs: Sequence[Proof]) -> list[Proof]:
    """Favour the sentence whose subject is the thing itself, before a verb that defines, or that says what it names.

    « X, c'est… », « X est un… », « X désigne… », « X (un…) », « X : … »; then the one that holds all the words of the
    term side by side.
    """
    term = _SPACED.join(re.escape(word) for word in term_words(query))
    acting = re.compile(rf"(?:\W*(?:\w+[ '’])?){{0,3}}{term}[»”\" ]+{_ACTS}") if term else None
    introduces = re.compile(rf"\b{term}s?\s*[»”\"]?\s*(?:,\s*)?{_INTRODUCES}") if term else None
    scored = []
    for proof in proofs:
        plain = proof.sentence.folded
        said = coverage(query.terms, proof.sentence.stems)
        verb = _DEFINES.search(proof.sentence.words)
        head = frozenset(tokens(proof.sentence.words[: verb.start()])) if verb else frozenset()
        opens = coverage(query.terms, head) >= 0.9 and verb is not None and verb.start() < 60
        more = 0.45 if introduces and introduces.search(plain) else 0.3 if opens else 0.0
        whole = 0.15 if term and re.search(term, plain) else 0.0
        acts = 0.3 if acting and acting.match(plain) else 0.0
        listed = proof.sentence.words.rstrip(" *_»").endswith("?") or (
            verb is None and _LISTED.search(proof.sentence.words)
        )
        less = 0.0 if ended(proof) and not is_title(proof) and not listed else UNENDED
        scored.append(proof._replace(score=proof.score + (max(more, acts) + whole) * said - less))
    return sorted(scored, key=lambda proof: (-proof.score, proof.sentence.span))


def term_words(query: Query) -> list[str]:
    """Return the folded words of the term that a question asks the meaning of."""
    asked = DEFINES.sub(" ", query.folded).strip(' ?.«»",:')
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
