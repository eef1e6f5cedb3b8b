"""Why something is so: the sentence that tells it with its cause, or with what follows and explains it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Span
from index import fold
from kg.ask.answers.proofs import Proof, overlap, quote_around, title_stems
from kg.ask.language.words import speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sentences.nearest import passages
from kg.ask.sentences.told import (
    IN_OPENING,
    IN_REPORT,
    Idea,
    Wanted,
    ideas,
    is_title,
    names_of,
    says,
    weigh,
    worth_of_names,
)
from kg.regex import regex

#: Questions for a cause.
ASKED = regex(r"\bpourquoi\b|\bpour quelles? raisons?\b|\bla raison\b|\bcomment se fait-il\b|\b(?:la|les) causes?\b")
#: What gives a cause by itself.
_SURE = regex(
    r"\bparce qu\w*|[,;:»)] car\b|\bfaute d['e]|\ben raison d|\ba cause d|\bpuisqu\w*|\bau motif|\bsuite a\b"
    r"|\betant donne|\bpar (?:peur|crainte|manque|souci|economie|prudence|paresse|solidarite|mesure)\b|\bdu fait d"
    r"|\bpour (?:cause|raisons?|motifs?|mal|maladie|fatigue|surmenage|exces|insuffisance|deces|travaux|greve|manque)\b"
    r"|\b(?:l'|le |les |s')expli\w+ (?:par|ains)|\bexplique\w* son vote|\bd(?:u|ue|us|ues) (?:a|au|aux)\b|\bmotifs?\b"
    r"|\battribu\w+ .*\b(?:a|au|aux)\b|\bimput\w+|\b(?:en|la|une?) causes?\b|\b(?:la|une) raison\b|\bgrace a"
    r"|\ba la (?:demande|suite)\b|\bmanque d|\b(?:sa|son|leurs?|l[aes]|ses) [\w' -]{1,40} (?:ayant|etant|jugeant)\b"
    r"|\bm(?:me|\.) [\w'-]+ (?:ayant|etant|jugeant|craignant|estimant)\b|\bayant (?:du|prefere)\b|\bsouffrante?s?\b"
    r"|\bmalades?\b|\bempeche\w*|\ben greve\b|\bau (?:depart|deces)\b|\bexplications?\b"
    r"|\bmieux vau\w+|\baurai\w+ (?:prefere|voulu)\b"
)
#: What gives a cause just after what it explains.
_AFTER = regex(r" ?: |(?<=\w) ?-> ?|\bpour (?:un|une|le|la|les|l'|des?|d'|\w+er\b|\w+ir\b)|\bafin d|\bsans \w")
#: What begins the sentence that explains the one before it.
_NEXT = regex(
    r"\W*(?:parce qu|c'est qu|en cause\b|(?:la )?raison\b|(?:la )?cause\b|motif\b|faute d|explication\b|a cause d"
    r"|(?:il|elle|ils|elles|l\w+ \w+) l'(?:expliqu|attribu|imput))"
)
#: What somebody thinks of a thing, in a question, and what begins their reasons in the next sentence.
STAND = regex(
    r"\bcontre\b|\boppos\w+|\babst\w+|\brefus\w+|\bfavorable|\bdout\w+|\bhesit\w+|\binqui\w+|\bmefi\w+|\bregrett\w+"
    r"|\bsouhait\w+|\bdefend\w*|\bn'aim\w+ (?:pas|guere)|\bdetest\w+|\bne veu\w+ (?:pas|plus)|\bdeconseill\w+"
    r"|\brejett\w+|\bcritiqu\w+|\bprefer\w+|\ben veut\b"
)
_GOES_ON = regex(r"\W*(?:il|elle|ils|elles|a son|d'apres|selon|pour (?:lui|elle)|son|sa|ses)\b|«")
_AGAINST = regex(
    r"\bcontre\b|\boppos\w+|\bdefavorable|\bnegatif|\bhostile|\bpas (?:\w+ )?(?:favorable|d'accord|pour\b|convaincue?)"
    r"|\bn'y croit|\bn'en croit|\bhesit\w+|\brefus\w+|\bdout\w+|\bmefi\w+|\breservee?s?\b|\bsceptique"
)
#: Who did not come, and what keeps people away.
_AWAY = regex(
    r"\bn'\S+ pas (?:\w+ )?(?:la|venue?s?|presente?s?|pu venir|particip\w+)\b|\babsen\w+|\bexcuse\w*|\bmanqu\w+"
)
_KEPT_AWAY = regex(
    r"\bretenue?s?\b|\bempeche\w*|\bbloque\w*|\bmalade|\bsouffrante?|\bgrippe\w*|\bgreve|\bvisa\b|\bconge\b|\bdeuil"
    r"|\bfaute d|\bn'(?:a|ont) (?:pas )?pu\b|\ben panne\b"
    r"|\b(?:train|vol|avion|car|bus|bateau)\b.{0,20}\b(?:annule|supprime|retard)"
)
_DENIED = regex(r"\bn'|\bne\b|\baucune?\b|\bsans\b")
#: A line that lists who came, or how a vote went.
_ROLL = regex(r"\W*(?:presents?|excuse|absent|participant|invite|etaient|vote|secretaire)\w*\b[^:]{0,40}:")
#: What a reply begins with, to a question for a cause.
_REPLY = regex(r"\W*(?:parce qu|c'est qu)")
_ASKS = regex(r"\?[\s»”\"]*$|\bdemand\w+ (?:pourquoi|combien|si)\b")
_PRONOUN = regex(r"\W*(?:il|elle|ils|elles|celui-ci|celle-ci|cela|ce|c'est|c'etait|on)\b")
#: How much of what is asked a sentence must tell, itself or with what stands beside it, for each way to give a cause.
OWN, NEAR, HALF, ALONE = 0.3, 0.5, 0.5, 0.7
#: The share of what is asked of the things named that the title above a cause must say.
TITLED = 0.4
#: What a cause given by itself is worth over another, and the share of the best score that others reach.
SURELY, ALIKE = 0.15, 0.8
#: The share of what the sentence says that says most of what is asked, from which another is read.
SHARE = 0.6
#: Longest cause told, in characters, and how many are told.
LONGEST, MOST = 400, 2


@dataclass(frozen=True, slots=True)
class _Fact:
    """A sentence, and how much it tells of what is asked: by itself, with what is beside it, of the things named."""

    proof: Proof
    own: float
    near: float
    named: float
    after: Sentence | None

    @property
    def score(self) -> float:
        """How surely it tells what is asked (0..1)."""
        return self.named * (self.own + self.near) / 2


def causes(query: Query, library: Library) -> list[tuple[Proof, Span]]:
    """Return the sentences that tell what is asked with its cause, best first, each with the slice that gives it."""
    asked, names, away = ideas(query), names_of(query), _AWAY.search(query.folded) is not None
    stand = STAND.search(query.folded) is not None
    found: list[tuple[float, Proof, Span]] = []
    facts = list(_facts(query, library))
    least = SHARE * max((fact.score for fact in facts), default=0.0)
    for fact in facts:
        first, after = library.sentences(fact.proof.passage)[0], fact.after
        if away and _keeps_away(fact, query, library):
            found.append((1.0 + SURELY, fact.proof, _begun(library, fact.proof)))
        elif _heads(fact.proof, asked, names) and _SURE.search(fact.proof.sentence.folded):
            found.append((1.0, fact.proof, _begun(library, fact.proof)))
        elif fact.score < least:
            continue
        elif fact.own >= ALONE and fact.named >= IN_OPENING and _REPLY.match(first.folded):
            found.append((fact.score + SURELY, fact.proof, _joined(first.span, fact.proof.sentence.span)))
        elif worth := _worth(fact, asked, query, library):
            found.append((worth, fact.proof, _begun(library, fact.proof)))
        elif after and _explained(fact, asked, after, library, stand=stand):
            found.append((fact.score, fact.proof, _joined(fact.proof.sentence.span, after.span)))
    found.sort(key=lambda one: (-round(one[0], 3), one[2]))
    return _apart([one for one in found if one[0] >= ALIKE * found[0][0]], library)


def _heads(proof: Proof, asked: Sequence[Idea], names: Sequence[Wanted]) -> bool:
    """Tell a sentence under a title that names all the things of the question and says what it asks of them."""
    title = fold(proof.passage.headings[-1]) if proof.passage.headings else ""
    stems = title_stems(proof.passage.headings[-1:])
    said = sum(idea.weight for idea in asked if says(idea.term, stems)[0] >= ALONE)
    named = all(any(re.search(rf"\b{re.escape(name)}\b", title) for name in one.names) for one in names)
    return bool(names) and named and said >= TITLED * sum(idea.weight for idea in asked)


def _keeps_away(fact: _Fact, query: Query, library: Library) -> bool:
    """Tell a sentence that says of somebody who is named what kept them away."""
    people = {one.id for one in query.entities("person")}
    here = {one.id for _, one in library.mentions_in(fact.proof.sentence.span, "person")}
    return not people.isdisjoint(here) and _KEPT_AWAY.search(fact.proof.sentence.folded) is not None


def told_without(query: Query, library: Library) -> Proof | None:
    """Return the sentence that tells surely what is asked, whatever its cause; nothing when none does."""
    facts = [fact for fact in _facts(query, library) if fact.own >= ALONE and fact.named >= IN_OPENING]
    best = max(facts, key=lambda fact: (fact.score, len(fact.proof.sentence.words)), default=None)
    return best.proof if best else None


def _facts(query: Query, library: Library) -> Iterator[_Fact]:
    """Yield the sentences of the passages near a question, with how much of what is asked each tells."""
    asked, names = ideas(query), names_of(query)
    known = library.knowledge.by_id
    people = [one for one in names if one.ids and all(known[held].kind == "person" for held in one.ids)]
    denied = _DENIED.search(query.folded) is not None
    for passage in passages(query, library):
        sentences = library.sentences(passage)
        for sentence, after in zip(sentences, (*sentences[1:], None), strict=True):
            proof = Proof(sentence, passage, 0.0, 0.0)
            weighed = weigh(proof, asked, library)
            if (weighed.contrary and not denied) or is_title(proof):
                continue
            named = 0.0 if _of_others(proof, people, library) else _named(proof, names, library)
            yield _Fact(proof, weighed.own, weighed.near, named, after)


def _of_others(proof: Proof, people: Sequence[Wanted], library: Library) -> bool:
    """Tell a sentence on other people than those of the question, or on nobody in a report that does not name them."""
    here = [one for _, one in library.mentions_in(proof.sentence.span, "person")]
    if not people or any(one.id in asked.ids or fold(one.label) in asked.names for asked in people for one in here):
        return False
    return bool(here) or worth_of_names(proof, people, library) < IN_OPENING


def _named(proof: Proof, names: Sequence[Wanted], library: Library) -> float:
    """Return what a sentence is worth for the things named: by who is meant, else by a name as it is written."""
    words, worth = fold(proof.sentence.words), 1.0
    for wanted in names:
        written = any(re.search(rf"\b{re.escape(name)}\b", words) for name in wanted.names if len(name) > len("abc"))
        worth *= 1.0 if written else worth_of_names(proof, [wanted], library)
    return worth


def _worth(fact: _Fact, asked: Sequence[Idea], query: Query, library: Library) -> float:
    """Return what a sentence is worth that gives a cause of what it tells; nothing for another."""
    folded = fact.proof.sentence.folded
    stand = bool(_AGAINST.search(folded) and _AGAINST.search(query.folded))
    own, near = (OWN, OWN if stand else NEAR) if names_of(query) else (HALF, ALONE)
    if stand and len(asked) == 1 and fact.named >= 1.0:  # « refuse-t-elle ? » is told by « s'y oppose »
        own = near = 0.0
    if fact.named < IN_REPORT or fact.own < own or fact.near < near or _ASKS.search(folded):
        return 0.0
    if _SURE.search(folded):
        return fact.score + SURELY
    if fact.named < IN_OPENING or not (fact.own >= HALF or stand) or _ROLL.match(folded):
        return 0.0
    after = any(_follows(folded, mark, asked, library, stand=stand) for mark in _AFTER.finditer(folded))
    return fact.score if after else 0.0


def _follows(folded: str, mark: re.Match[str], asked: Sequence[Idea], library: Library, *, stand: bool) -> bool:
    """Tell a mark of cause that follows, in one clause, what is asked: not who speaks, nor the title of a line."""
    before = folded[: mark.start()]
    colon = mark[0].strip() == ":"
    before = before.rstrip(" ,") if mark[0].startswith("pour") else before
    clause = re.split(r"[;.]" if colon else r"[,;:.«»(]", before)[-1]
    stems = library.stems_of(clause)
    if len(folded[mark.end() :].split()) < 2 or (colon and len(clause.split()) < 2):
        return False
    if stand and _AGAINST.search(clause):
        return True
    if colon and folded[mark.end() :].lstrip().startswith("«") and not stems.isdisjoint(speech_stems()):
        return False
    heaviest = max(asked, key=lambda idea: idea.weight, default=None)
    return heaviest is not None and says(heaviest.term, stems)[0] >= ALONE


def _explained(fact: _Fact, asked: Sequence[Idea], after: Sentence, library: Library, *, stand: bool) -> bool:
    """Tell a sentence that the next one explains, answers, or goes on with what somebody thinks."""
    if fact.named < IN_REPORT:
        return False
    heaviest = max(asked, key=lambda idea: idea.weight, default=None)
    folded = fact.proof.sentence.folded
    said = heaviest is not None and says(heaviest.term, fact.proof.sentence.stems)[0] >= ALONE
    said = said or (stand and _AGAINST.search(folded) is not None)
    if _ASKS.search(folded):
        return said and (fact.own >= HALF or len(folded.split()) <= MOST + 1) and not _ASKS.search(after.folded)
    if _NEXT.match(after.folded):
        return said
    return stand and said and fact.named >= IN_OPENING and _GOES_ON.match(after.folded) is not None


def _begun(library: Library, proof: Proof) -> Span:
    """Return a sentence, with the one before when it begins with a pronoun."""
    sentences = library.sentences(proof.passage)
    at = sentences.index(proof.sentence)
    if at and _PRONOUN.match(proof.sentence.folded):
        whole = _joined(sentences[at - 1].span, proof.sentence.span)
        return whole if whole.end - whole.start <= LONGEST else proof.sentence.span
    return proof.sentence.span


def _joined(first: Span, last: Span) -> Span:
    return Span(first.document_id, first.start, last.end)


def _apart(found: Sequence[tuple[float, Proof, Span]], library: Library) -> list[tuple[Proof, Span]]:
    """Keep the first slices that have nothing in common."""
    kept: list[tuple[Proof, Span]] = []
    for score, proof, span in found:
        if len(kept) < MOST and not any(overlap(span, other) for _, other in kept):
            whole = Proof(proof.sentence, proof.passage, score, min(1.0, score))
            kept.append((whole, quote_around(library, span, longest=LONGEST)))
    return kept
