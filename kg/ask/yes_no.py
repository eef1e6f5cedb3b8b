"""Yes or no, with the sentence that says so; nothing when none speaks clearly."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index import fold, tokens
from kg.ask import french
from kg.ask.ballots import ballot
from kg.ask.context import around_document, unique
from kg.ask.decided import decided
from kg.ask.library import Library
from kg.ask.nearest import sure
from kg.ask.polarity import denies, some_only
from kg.ask.proofs import Proof, prove
from kg.ask.query import Query
from kg.ask.semantic import evidence_of, trace
from kg.ask.told import NEAR, OUTSIDE, Told, ideas, says, telling, weigh
from kg.regex import regex
from kg.types import Answer, Row

KIND = "yes-no"
EXAMPLES = (
    "Est-ce que la navette continue ?",
    "La commune confie-t-elle l'étude à un cabinet ?",
    "Y a-t-il eu un vote ?",
)
_ASKED = regex(
    r"^(?:(?:d'apres|selon|pour) [^,?]{3,60}, )?(?:est-ce qu|y a-t-il|y avait-il|a[- ]t[- ]on|peut-on|est-il|est-elle)"
    r"|^(?!ou |quand |comment |pourquoi "
    r"|combien |(?:(?:de|a|en|pour|par|dans|sur|avec|chez|depuis|vers) )?(?:qu'|qu(?:i|e|oi|els?|elles?)\b))"
    r"[^?]*\b\w+-(?:t-)?(?:il|elle|ils|elles|on)\b"
    r"|^(?:dis[- ]moi|dites[- ]moi|sait-on|savoir|peut-on savoir|je (?:veux|voudrais|cherche a) savoir) s[i']"
)
#: A question told as an affirmation: « la charte a été signée ? ».
_TOLD = regex(r"^[^:?]{4,}\b(?:a|ont|est|sont|etai(?:t|ent)|avai(?:t|ent)|va|vont|sera|seront|peut|doit)\b[^:?]{3,}\?$")
_MUCH = regex(r"\b(?:beaucoup|nombreu\w+|tou(?:t|s|te|tes)|souvent|largement|plein|massiv\w+|grand\w*)\b")
_INSIDE = regex(r"\b(?:intern\w*|nous-m[eê]mes|soi-m[eê]me|en régie|elle-même|lui-même|nos propres)\b", re.IGNORECASE)
_ON_TIME = regex(
    r"\b(?:dans (?:le|les) (?:delais?|temps)(?: \w+u?e?s?\b)?|a temps\b|a l'heure\b"
    r"|(?:aux|a la) dates? prevues?|comme prevu\b"
    r"|en temps et en heure)"
)
_LATE = regex(r"\b(?:retard\w*|reporte\w*|decale\w*|repousse\w*|differe\w*|ajourne\w*)\b")
_EARLY = regex(r"\b(?:sans retard|aucun retard|pas de retard)\b")
#: Least share of what is asked that a sentence must say, with what stands around it, to tell of its delay.
LATE_SAYS = 0.35
#: Least share of what is asked that the nearest sentence must say; what is told after a question is its reply.
SAID = 0.3
_REPLIES = regex(r"\b(?:question|réponse|répond\w*)\b", re.IGNORECASE)
_CLAUSE = regex(
    r"[;:«»](?!\d)|,(?!\d| (?:qui|que|dont|où)\b)|\b(?:mais|car|puisqu\w*|parce qu\w*|alors qu\w*|tandis qu\w*|afin)\b"
    r"|\bet (?=(?:je|j|il|elle|nous|on|ne|n)\b)"
)
_WHICH_WORDS = r"\b(?:qui|quoi|quand|ou|combien|comment|pourquoi|quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s)\b"
_WHICH = regex(rf"{_WHICH_WORDS}(?=.*-)")
#: Words between commas that part a subject from its verb.
_ASIDE = regex(r", (?:à|au|aux|dans|sur|en|pour|par|lui|elle|eux|selon|chez|avec|d['’]après)\b[^,]{0,40}, ")
_NUMBER = regex(r"\b(\d+)(?:er)? (\w+)")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « oui » or « non » from the best sentences; nothing for other questions."""
    if not asks(query):
        return None
    told = ballot(query, library) or decided(query, library) or _in_time(query, library)
    if told is not None:
        return told
    found = telling(query, library) or _nearest(query, library)
    if not found:
        return None
    verdict, one = _verdict(query, found)
    proof = one.proof
    after = _denied_after(query, library, proof)
    if after is not None:
        verdict, proof = ("oui" if _asks_negative(query) else "non"), after
    kept = [proof, *(other.proof for other in found if other.proof is not proof)][:3]
    evidence = tuple(evidence_of(library, each) for each in kept)
    row = Row("", verdict, "yes-no", min(1.0, one.score), verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »", 600)
    facts = around_document(library, None, proof.passage.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts), trace=trace([each.proof for each in found]))


def _nearest(query: Query, library: Library) -> list[Told]:
    """Return the sentence nearest to a question by words and by meaning, with the one after it when it asks."""
    for proof in sure(query, library)[:1]:
        if proof.coverage >= SAID and not weigh(proof, ideas(query), library).missing:
            sentences = library.sentences(proof.passage)
            after = sentences[sentences.index(proof.sentence) + 1 :][:1]
            replies = after and "?" in proof.sentence.words and _REPLIES.search(after[0].words)
            told = replace(proof, sentence=after[0]) if replies else proof
            return [Told(told, min(1.0, proof.score), proof.coverage, False, 1.0)]
    return []


def asks(query: Query) -> bool:
    """Tell a question that « oui » or « non » answers."""
    folded = query.folded
    if _ASKED.match(folded):
        which = re.search(r"\b(?:lequel|laquelle|lesquel(?:le)?s|combien)\b", folded) or _WHICH.search(folded)
        return folded.startswith("est-ce") or not which
    affirmed = " ".join(fold(re.sub(r"\b[àÀ]\b", "@", query.text)).split())  # « à Brest » has no verb
    return bool(_TOLD.match(affirmed)) and not re.search(rf"{_WHICH_WORDS}|\bqu[e']", folded)


def _denied_after(query: Query, library: Library, proof: Proof) -> Proof | None:
    """Return the sentence just after one that goes on about the same and denies what is asked (« Il était absent »)."""
    sentences = library.sentences(proof.passage)
    at = sentences.index(proof.sentence) + 1
    if at >= len(sentences):
        return None
    words, rest = sentences[at].words, [idea.term for idea in ideas(query)]
    goes_on = re.match(r"(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière)\b", words, re.IGNORECASE)
    said = any(says(term, sentences[at].stems)[0] > says(term, proof.sentence.stems)[0] for term in rest)
    return replace(proof, sentence=sentences[at]) if goes_on and said and denies(words, _asked_stems(query)) else None


def _in_time(query: Query, library: Library) -> Answer | None:
    """Answer whether something was done in time, by the sentence that tells its delay; else nothing."""
    asked = _ON_TIME.search(query.folded)
    if asked is None:
        return None
    rest = f"{query.folded[: asked.start()]} {query.folded[asked.end() :]}"
    topic = replace(library.understand(rest), documents=None, scoped=())
    for proof in prove(topic, library)[:40]:
        passage = fold(library.reading(proof.passage.span))
        if proof.coverage >= LATE_SAYS and _LATE.search(fold(proof.sentence.words)) and not _EARLY.search(passage):
            evidence = (evidence_of(library, proof),)
            words = f"Non : « {library.reading(evidence[0].span)} »"
            row = Row("", "non", "yes-no", proof.score, "non", evidence)
            return Answer(query.text, KIND, french.shortened(words, 600), (row,))
    return None


def _verdict(query: Query, found: Sequence[Told]) -> tuple[str, Told]:
    """Say no when a good sentence denies: it negates, tells of some where all is asked, or the contrary."""
    for one in (one for one in found if one.own >= NEAR * found[0].own):
        words = one.proof.sentence.words
        if OUTSIDE.search(query.folded) and _INSIDE.search(words):
            return "non", one
        if some_only(query.folded, words) or _another_number(query, words):
            return "non", one
        if _MUCH.search(query.folded) and denies(words, ()):
            return "non", one
    asked = _asked_stems(query)
    denied = denies(_clause(query, found[0].proof.sentence.words), asked) != found[0].contrary
    return ("oui" if _asks_negative(query) == denied else "non"), found[0]


def _asked_stems(query: Query) -> frozenset[str]:
    return frozenset(stem for term in query.terms for stem in term.alternatives[0][0])


def _another_number(query: Query, words: str) -> bool:
    """Tell words that give another number of the same thing than the question, or that deny its own."""
    told = dict((noun, number) for number, noun in _NUMBER.findall(fold(words)))
    for number, noun in _NUMBER.findall(query.folded):
        if re.search(rf"\b(?:non|pas|plutot qu\w*) (?:a |le |de |en )?{number}\b", fold(words)):
            return True
        if told.get(noun, number) != number and not re.search(rf"\b{number}\b", words):
            return True
    return False


def _asks_negative(query: Query) -> bool:
    """Tell a question put in the negative; « PAS » may be a name."""
    text = query.text
    for named in query.named:
        text = text[: named.start] + " " * len(named.words) + text[named.start + len(named.words) :]
    return bool(re.search(r"\bn(?:e\b|')|\bpas\b|\bjamais\b", fold(text)))


def _clause(query: Query, words: str) -> str:
    """Return the part of a sentence that says most of what is asked of the thing named: its polarity is the answer."""
    asked = ideas(query)
    clauses = [
        (clause, sum(idea.weight * says(idea.term, frozenset(tokens(clause)))[0] for idea in asked))
        for clause in _CLAUSE.split(_ASIDE.sub(" ", words))
    ]
    best, said = max(clauses, key=lambda pair: pair[1])
    return best if said else words
