"""What something is, what is said about it, and what one person said: definitions and the sentences that tell."""

import re
from dataclasses import replace

from index import tokens
from kg.ask import fitted, french
from kg.ask.about import about
from kg.ask.context import around_quotation, unique
from kg.ask.library import Library
from kg.ask.proofs import Proof, best_part, coverage, prove, quote_around
from kg.ask.query import Query
from kg.ask.semantic import enough, tell
from kg.ask.sparql import quotations_query
from kg.ask.words import leading_speech
from kg.types import Answer, Entity, Quotation, Row

#: Least score of what somebody said about a subject: who spoke is known, so less is asked than to name a speaker.
SAID = 0.2
KIND = "what-is-said-about"
EXAMPLES = (
    "C'est quoi la démarche participative ?",
    "Le Réseau Altis, qu'est-ce que c'est ?",
    "Que dit-on de la gratuité ?",
    "Qu'a dit Ana Belloir sur l'eau ?",
)
_ASKED = re.compile(
    r"^(?:c'est quoi|qu'est[- ]ce qu\w*|que |qu'|quoi|quel(?:le)?s? (?:est|sont|etait|etaient) (?:le |la |les "
    r"|l')?(?:role|definition|sens|avis|"
    r"position|difference|objectif|but|raison|enjeu|principe)\w*|definition|definir|en quoi|pourquoi|comment|expliqu)|"
    r"\bqu'est[- ]ce que c'est|\bc'est quoi"
)
_DEFINES = re.compile(
    r"\b(?:est|sont|désigne|consiste|vise|c['’]est[- ]à[- ]dire|se définit|regroupe|rassemble|permet)\b", re.IGNORECASE
)
_PERSON_SAID = re.compile(
    r"\b(?:dit|dire|disait|pense|propose|declare|affirme|explique|rappelle|estime|parle|avis|position|propos|conseill"
    r"|recommand|demand|reclam|promet|promis|annonc|reproch|regrett|suggere|souhait|repond|defend|craint|redout"
    r"|denonc|critiqu|raconte|interview|intervention)\w*\b"
)
#: Questions that ask for words of somebody only: without any, nothing is answered.
_ONLY_WORDS = re.compile(
    r"^(?:que |qu'|quel (?:est|etait) l'|quelle (?:est|etait) (?:la|l'))\s?(?:en )?"
    r"(?:pense|a dit|dit|avis|opinion|position)\b"
)
_MEANS = re.compile(r"\b(?:signifie|veut dire|veulent dire|sigle|acronyme|initiales)\b")
_IS_DEFINITION = re.compile(
    r"c'est quoi|qu'est[- ]ce que c'est|^qu'est[- ]ce que? (?:le |la |les |l'|un |une )|^definition|^que "
    r"(?:designe|signifie)"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer « c'est quoi », « que dit-on de », « qu'a dit X »; nothing for other questions."""
    if not _ASKED.search(query.folded):
        return None
    if _MEANS.search(query.folded) and query.entities("organisation"):
        return _full_name(query, library, query.entities("organisation")[0])
    people = query.entities("person")
    if len(people) == 1 and _PERSON_SAID.search(query.folded):
        found = _said_by(query, library, people[0])
        if found:
            return found
        if _ONLY_WORDS.search(query.folded):
            told = f"Rien dans le corpus : aucun propos de {people[0].label} n'y est rapporté sur ce sujet."
            return Answer(query.text, KIND, told, abstained=True, certificate=f"propos cherchés : {people[0].label}")
    topic = query.without(_led(query))
    topic = topic if topic.terms else query
    proofs = prove(topic, library)
    if _IS_DEFINITION.search(query.folded):
        proofs = _definitions_first(topic, proofs)
    kept = enough(topic, proofs, covered=library.calibration.passage)
    return tell(query, library, kept, KIND) if kept else None


def _led(query: Query) -> frozenset[str]:
    """Return the stems of the words of speech that lead the question: they say nothing of its subject."""
    return leading_speech(query.text, skipped=[named.place for named in query.named])


def _full_name(query: Query, library: Library, organisation: Entity) -> Answer | None:
    """Say what an acronym stands for, where a document spells it out."""
    names = sorted((organisation.label, *organisation.aliases), key=lambda name: (-len(name), name))
    spelled = [m for m in organisation.mentions if library.knowledge.mentions[m].name.split()[1:]]
    if not names[0].split()[1:] or not spelled:
        return None
    span = library.knowledge.mentions[spelled[0]].span
    inside = library.sentence_at(span)
    evidence = (library.evidence(quote_around(library, inside.span if inside else span), 1.0),)
    row = Row(organisation.id, organisation.label, "organisation", 1.0, names[0], evidence)
    return Answer(query.text, KIND, french.sentence(f"{names[-1]} : {names[0]}"), (row,))


def _definitions_first(query: Query, proofs: list[Proof]) -> list[Proof]:
    """Favour the sentence whose subject is the thing itself: it stands early, before a verb that defines."""
    scored = []
    for proof in proofs:
        said = coverage(query.terms, proof.sentence.stems)
        verb = _DEFINES.search(proof.sentence.words)
        head = frozenset(tokens(proof.sentence.words[: verb.start()])) if verb else frozenset()
        opens = coverage(query.terms, head) >= 0.9 and verb is not None and verb.start() < 60
        scored.append(
            Proof(proof.sentence, proof.passage, proof.coverage, proof.score + (0.3 if opens else 0.0) * said)
        )
    return sorted(scored, key=lambda proof: (-proof.score, proof.sentence.span))


def _speaks(library: Library, quotation: Quotation, person: Entity) -> bool:
    return library.knowledge.entity_of(quotation.speaker) == person


def _inside(query: Query, quotation: Quotation) -> bool:
    return not query.documents or quotation.span.document_id in query.documents


def _said_by(query: Query, library: Library, person: Entity) -> Answer | None:
    """Return what a person said, about the subject when the question has one."""
    topic = query.without(_led(query))
    own = {term.words for term in topic.terms if term.words == person.label}
    terms = tuple(term for term in topic.terms if term.words not in own)
    if terms:
        asked = replace(topic, terms=terms, scoped=tuple(term for term in topic.scoped if term.words not in own))
        said = [one for one in about(asked, library, frozenset()) if _speaks(library, one.quotation, person)]
        said = [one for one in said if one.coverage > 0 or len(terms) > fitted.FEW]
        best = max(said[0].score, SAID) if said else 0.0
        kept = [(one.score, one.quotation) for one in said if one.score >= max(SAID, 0.7 * best)][:5]
    else:
        kept = [(1.0, quotation) for quotation in library.said_by(person) if _inside(query, quotation)][:5]
    if not kept:
        return None
    rows, facts = [], []
    for score, quotation in kept:
        proof = library.evidence(best_part(library, quotation.span, terms or query.terms), min(1.0, score))
        rows.append(Row(person.id, person.label, "person", min(1.0, score), None, (proof,)))
        facts += around_quotation(library, quotation, person)
    text = french.shortened(f"{person.label} : « {library.reading(rows[0].evidence[0].span)} »", 600)
    sparql = quotations_query(library.base, [quotation.id for _, quotation in kept])
    return Answer(query.text, KIND, text, tuple(rows), unique(facts), sparql=sparql)
