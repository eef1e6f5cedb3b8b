"""What the sessions, tables or workshops of an event were about: their titles; or the title of the one named."""

from index import fold
from kg.ask.answers.context import around_event, unique
from kg.ask.answers.proofs import cited, prove
from kg.ask.language import french
from kg.ask.language.session_numbers import has_same_number
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.asked import named_event
from kg.ask.sessions.in_order import programme_of
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Row

KIND = "session-programme"
#: How many sentences may tell what a session was about, and how they tell it.
DEPTH = 12
_ABOUT = regex(r"\b(?:port(?:e|ait|era|ent)|consacre\w*|theme|sujet|intitule\w*|traite\w*|aborde\w*)\b")
_SESSIONS = (
    r"(?:tables?(?: rondes?)?|sessions|ateliers|groupes(?: de travail)?|sequences|conferences|tables rondes|plenieres)"
)
#: « Sur quels thèmes ont travaillé les tables ? », « les titres des sessions », « de quoi ont parlé les groupes ».
_TITLES = regex(
    rf"\b(?:themes?|thematiques?|sujets?|titres?|intitules?|noms?|questions?)\b.*\b(?:des|les|aux?|par|de chaque"
    rf"|ces|\w+) {_SESSIONS}\b"
    rf"|\b(?:sur|de) quoi\b.*\b(?:les|des|\w+) {_SESSIONS}\b"
)
#: « De quoi parlait la session 3 ? », « Quel était le thème de l'atelier 2 ? ».
_TITLE = regex(
    r"\b(?:themes?|thematique|sujet|titre|intitule|nom)\b|\b(?:sur|de) quoi\b|\b(?:s'appel|s'intitul|portait"
    r"|consacre)\w*"
)


def titles_of_sessions(query: Query, library: Library) -> Answer | None:
    """Answer with the titles of the sessions of an event, or of the one that a question names by its number."""
    if has_same_number(query.folded, "") is False and _TITLE.search(query.folded):
        event = named_event(query, library)
        if event and event.kind == "session":
            mention = library.knowledge.mentions.get(event.mention)
            proof = library.evidence(mention.span if mention else event.provenance.span, 1.0)
            chain = event_chain(library.knowledge, event.mention)
            text = french.sentence(" — ".join(one.label for one in chain))
            entity = library.knowledge.entity_of(event.mention)
            row = Row(entity.id if entity else "", event.label, "event", 1.0, None, (proof,))
            return Answer(query.text, KIND, french.shortened(text), (row,), unique(around_event(library, None, chain)))
        if event is None or event.kind == "event":
            return _by_sentence(query, library)
    if not _TITLES.search(fold(query.text)):
        return None
    return programme_of(query, library, named_event(query, library), KIND)


def _by_sentence(query: Query, library: Library) -> Answer | None:
    """Return the sentence that tells what the session of a number was about."""
    for proof in prove(query, library)[:DEPTH]:
        plain = proof.sentence.folded
        if has_same_number(query.folded, plain) and _ABOUT.search(plain):
            evidence = (cited(library, proof.sentence.span, proof.score),)
            words = french.told(proof.sentence.words)
            return Answer(
                query.text, KIND, words, (Row("", french.shortened(words, 80), "passage", 1.0, None, evidence),)
            )
    return None
