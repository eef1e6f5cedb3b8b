"""Yes or no, with the sentence that says so; nothing when none speaks clearly."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index import fold, tokens
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import Proof, after, prove
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.language.polarity import denies, negates, some_only
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.semantic import enough, evidence_of, trace
from kg.ask.sentences.nearest import sure
from kg.ask.sentences.told import NEAR, OUTSIDE, Told, ideas, says, telling, weigh
from kg.ask.verdicts.agreed import agreed, between_two, sides_of, stood
from kg.ask.verdicts.asserted import PREDICATE
from kg.ask.verdicts.ballots import ballot
from kg.ask.verdicts.changes_told import changed
from kg.ask.verdicts.clauses import telling_clause
from kg.ask.verdicts.compared import compared, grown
from kg.ask.verdicts.decided import decided, outcome
from kg.ask.verdicts.entitled import entitled
from kg.ask.verdicts.otherwise import another_hour, another_number, is_gone, other_way
from kg.ask.verdicts.predicates import masked, parts
from kg.ask.verdicts.targets import met
from kg.ask.verdicts.verified import verified
from kg.regex import regex
from kg.types import Answer

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
#: Which of two: « est-il moins cher de louer ou d'acheter ? ».
_EITHER = regex(
    r"[^?]*-(?:t-)?(?:il|elle|ils|elles|on) (?:plus|moins) [^?]+ ou (?!pas\b|non\b)(?:d[e']|a|l[ea]|les) ?\w+"
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
#: Least share of what is asked that a row of a table must say by itself.
ROW = 0.8
#: How near its beginning a sentence names of whom it tells.
OPENS = 12
_REPLIES = regex(r"\b(?:question|réponse|répond\w*)\b", re.IGNORECASE)
_WHICH_WORDS = r"\b(?:qui|quoi|quand|ou|combien|comment|pourquoi|quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s)\b"
_WHICH = regex(rf"{_WHICH_WORDS}(?=.*-)")
#: What somebody wants or thinks, and the verbs that refuse it.
_WANTS = regex(
    r"\b(?:veu(?:t|lent)|voul\w+|voudrai\w*|souhait\w+|pens\w+|croi\w+|trouv\w+|estim\w+|soutien\w*|favorables?"
    r"|d'accord|accept\w+|approuv\w+|partag\w+|defend\w*|plaid\w+|adhere\w*)\b"
)
_REFUSES = regex(
    r"\b(?:refus(?:e|ent|ait|aient|a|ant)|s'y? ?oppos\w+|exclu(?:t|ent|ait)|rejett\w+|deconseill\w+|desapprouv\w+"
    r"|ne (?:veut|veulent|voulait|croit|partage|souhaite) (?:pas|plus|guere)|pas (?:convaincue?|d'accord|favorable))\b"
)
_ONLY = regex(r"\bn(?:e |['’])[\w-]+(?: [\w-]+)? qu(?:e |['’])(?P<only>.+)", re.IGNORECASE)
#: What puts right what was just said.
_RIGHTS = regex(r"\b(?:rectifie|dément|détrompe|corrige)(?:nt)?\s*$")
#: What somebody says is not so.
_DISPUTES = regex(
    r"\b(?:contest(?:e|ent|ait|é)|dément(?:ent|ait)?|ni(?:e|ent|ait)|réfut(?:e|ent|ait|é)|récus(?:e|ent|ait|é)"
    r"|s['’]inscri(?:t|vent|vait) en faux contre)\b (?:que|qu['’]|l['’]idée|le fait|avoir|être)"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « oui » or « non » from the best sentences; nothing for other questions."""
    if not asks(query):
        return None
    told = next((one for way in _WAYS if (one := way(query, library)) is not None), None)
    if told is not None:
        return told
    found = (
        [one for one in telling(query, library) if not _is_row(one)]
        or _nearest(query, library)
        or _passage(query, library)
    )
    found = verified(query, library, found, lambda one: _denies_surely(query, one))
    if between_two(query):
        found = [one for one in found if _names_both(query, library, one.proof.sentence)]
    if not found:
        return stood(query, library)
    verdict, best = _verdict(query, found)
    proof = best.proof
    denial = _denied_after(query, library, proof)
    if denial is not None:
        verdict, proof = ("oui" if _asks_negative(query) else "non"), denial
    elif (right := _put_right(library, proof)) is not None:
        verdict, proof = ("non" if verdict == "oui" else "oui"), right
    kept = [proof, *(other.proof for other in found if other.proof is not proof)][:3]
    evidence = tuple(evidence_of(library, each) for each in kept)
    row = verdict_row(verdict, evidence, score=best.score)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(proof.sentence.span)} »")
    facts = around_document(library, None, proof.passage.span.document_id)
    return Answer(query.text, KIND, text, (row,), unique(facts), trace=trace([each.proof for each in found]))


def _is_row(told: Told) -> bool:
    """Tell a row of a table that says a part only of what is asked, and no decision."""
    sentence = told.proof.sentence
    return told.own < ROW and outcome(sentence.words) is None and sentence.is_row


def _nearest(query: Query, library: Library) -> list[Told]:
    """Return the sentence nearest to a question by words and by meaning, with the one after it when it asks."""
    for proof in sure(query, library)[:1]:
        if proof.coverage >= SAID and not weigh(proof, ideas(query), library).missing:
            following = after(library, proof)
            replies = following and "?" in proof.sentence.words and _REPLIES.search(following.words)
            told = proof._replace(sentence=following) if following and replies else proof
            return [Told(told, min(1.0, proof.score), proof.coverage, False, 1.0)]
    return []


def _passage(query: Query, library: Library) -> list[Told]:
    """Return the best sentence of the passage that says most of a question, when it says enough."""
    proofs = enough(query, prove(query, library), covered=library.calibration.passage)[:1]
    return [Told(proof, min(1.0, proof.score), proof.coverage, False, 1.0) for proof in proofs]


def asks(query: Query) -> bool:
    """Tell a question that « oui » or « non » answers."""
    folded = query.folded
    if _EITHER.match(folded):
        return False
    if _ASKED.match(folded):
        which = re.search(r"\b(?:lequel|laquelle|lesquel(?:le)?s|combien)\b", folded) or _WHICH.search(folded)
        return folded.startswith("est-ce") or not which
    affirmed = " ".join(masked(query.text).split())  # « à Brest » has no verb
    return bool(_TOLD.match(affirmed)) and not re.search(rf"{_WHICH_WORDS}|\bqu[e']", folded)


def _denied_after(query: Query, library: Library, proof: Proof) -> Proof | None:
    """Return the sentence just after one that goes on about the same and denies what is asked (« Il était absent »)."""
    following = after(library, proof)
    if following is None:
        return None
    words, rest = following.words, [idea.term for idea in ideas(query)]
    goes_on = re.match(r"(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière)\b", words, re.IGNORECASE)
    if _opens_with_asked(query, library, following) and not _names_asked(query, library, proof.sentence):
        return proof._replace(sentence=following) if denies(words, _asked_stems(query)) else None
    said = any(says(term, following.stems)[0] > says(term, proof.sentence.stems)[0] for term in rest)
    return proof._replace(sentence=following) if goes_on and said and denies(words, _asked_stems(query)) else None


def _put_right(library: Library, proof: Proof) -> Proof | None:
    """Return the sentence just after one that says that it is not so: « X rectifie : elles en ont le droit »."""
    following = after(library, proof)
    rights = following is not None and _RIGHTS.search(following.words.split(":")[0])
    return proof._replace(sentence=following) if following and rights else None


def _opens_with_asked(query: Query, library: Library, sentence: Sentence) -> bool:
    """Tell a sentence that begins with the name of somebody asked about: « JP pas convaincue »."""
    asked = query.entities("person")
    near = (
        mention.span.start - sentence.span.start < OPENS
        for mention, one in library.mentions_in(sentence.span, "person")
        if one in asked
    )
    return any(near)


def _names_asked(query: Query, library: Library, sentence: Sentence) -> bool:
    asked = query.entities("person")
    return any(one in asked for _, one in library.mentions_in(sentence.span, "person"))


def _names_both(query: Query, library: Library, sentence: Sentence) -> bool:
    there = {one.id for _, one in library.mentions_in(sentence.span, "person")}
    return all(there & side for side in sides_of(query))


def _in_time(query: Query, library: Library) -> Answer | None:
    """Answer whether something was done in time, by the sentence that tells its delay; else nothing."""
    asked = _ON_TIME.search(query.folded)
    if asked is None:
        return None
    rest = f"{query.folded[: asked.start()]} {query.folded[asked.end() :]}"
    topic = replace(library.understand(rest), documents=None, scoped=())
    for proof in prove(topic, library)[:40]:
        passage = fold(library.reading(proof.passage.span))
        if proof.coverage >= LATE_SAYS and _LATE.search(proof.sentence.folded) and not _EARLY.search(passage):
            evidence = (evidence_of(library, proof),)
            words = f"Non : « {library.reading(evidence[0].span)} »"
            row = verdict_row("non", evidence, score=proof.score)
            return Answer(query.text, KIND, french.shortened(words), (row,))
    return None


#: The ways that a question may be answered by what is told of a vote, a decision, a delay, a goal or an office.
_WAYS = (agreed, ballot, compared, grown, decided, _in_time, met, changed, entitled)


def _verdict(query: Query, found: Sequence[Told]) -> tuple[str, Told]:
    """Say no when a good sentence denies: it negates, tells of some where all is asked, or the contrary."""
    for one in found:
        if one.own >= NEAR * found[0].own and _denies_surely(query, one):
            return "non", one
    asked = _asked_stems(query)
    clause = telling_clause(query, found[0].proof.sentence.words)
    denied = not negates(clause) if found[0].contrary else denies(clause, asked) and not _only_that(query, clause)
    return ("oui" if _asks_negative(query) == denied else "non"), found[0]


def _only_that(query: Query, clause: str) -> bool:
    """Tell « ne finance que les cars scolaires », which affirms it of the school buses that a question is about."""
    only = _ONLY.search(clause)
    things = parts(query).object
    stems = frozenset(tokens(only["only"])) if only else frozenset[str]()
    return bool(stems and things) and all(says(term, stems)[0] >= PREDICATE for term in things)


def _denies_surely(query: Query, told: Told) -> bool:
    """Tell words that deny a question by what they say: of some where all is asked, another number, a refusal."""
    words = told.proof.sentence.words
    if _DISPUTES.search(words) and not _DISPUTES.search(query.text):
        return True
    if OUTSIDE.search(query.folded) and _INSIDE.search(words):
        return True
    if (
        _votes_otherwise(query.folded, fold(words))
        or some_only(query.folded, words)
        or another_number(query, words)
        or another_hour(query, words)
        or other_way(query, words)
        or is_gone(query, words)
        or _refuses(query, words)
    ):
        return True
    return bool(_MUCH.search(query.folded) and denies(words, ()))


def _votes_otherwise(question: str, words: str) -> bool:
    """Tell folded words that tell of a vote against, where a folded question asks of one for, or the other way."""
    ways = ({match[1] for match in re.finditer(r"\bvot\w* (pour|contre)\b", text)} for text in (question, words))
    asked, told = ways
    return len(asked) == len(told) == 1 and asked != told


def _refuses(query: Query, words: str) -> bool:
    """Tell words by which somebody refuses what a question asks whether he wants, thinks or approves."""
    plain, told = fold(words), _REFUSES.search(fold(words))
    asked = query.entities("person") and _WANTS.search(query.folded) and not _REFUSES.search(query.folded)
    return bool(asked and told and not re.search(r"[«\"]", plain[: told.start()]))


def _asked_stems(query: Query) -> frozenset[str]:
    return frozenset(stem for term in query.terms for stem in term.alternatives[0][0])


def _asks_negative(query: Query) -> bool:
    """Tell a question put in the negative; « PAS » may be a name."""
    return bool(re.search(r"\bn(?:e\b|')|\bpas\b|\bjamais\b", query.unnamed()))
