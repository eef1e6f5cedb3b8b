"""Where something was done: the place that the question's own verb leads to, in the sentence that says the verb."""

import re
from collections.abc import Iterator

from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import Proof, coverage, prove, title_stems
from kg.ask.language.moments import Slice, moments
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.question.sought import NAME
from kg.ask.sentences.main_verb import main_verb
from kg.ask.sentences.told import says
from kg.ask.times.asked import ASKING, HELD
from kg.regex import regex

_OF_PLACE = regex(r"(?:vers |jusqu')?ou\b")
_SMALL = r"(?:l['’]|la |le |les |une? |son |sa |ses |leurs? |cette |cet |ce )"
#: A place after a verb: a name, else a noun with its article, what it is of and its own name.
_PLACE = regex(
    r"(?:^|\s)(?P<lead>à|au|aux|pour(?= [A-Z])|dans|chez|vers|en|sur|sous|jusqu['’](?:à|au)|près d[eu]|derrière"
    r"|devant|rue|place) ?"
    rf"(?P<place>(?:{_SMALL})?{NAME}|(?:{_SMALL}|(?<=au )|(?<=aux ))[a-zà-ÿœ-]{{3,}}(?: [a-zà-ÿœ-]{{4,}})?"
    rf"(?: (?:de la |de l['’]|du |des |de |d['’])[\w'’-]+)?(?: {NAME})?)"
)
#: What « au », « en » and « sur » lead to that is no place.
_NO_PLACE = regex(
    r"(?:la |le |les |l['’]|un |une )?(?:lieu|moins|plus|moment|cours|titre|sujet|nom|profit|total|debut|fin|milieu"
    r"|terme|sein|jour|soir|matin|nuit|mois|annee|semaine|contraire|besoin|fait|faveur|suite|place de|fois|maximum"
    r"|minimum|hasard|temps)\b"
)
#: How far after its verb a place begins at most, how many sentences lead to passages, least share that is said,
#: and what the passage, the titles and the first lines of a report say of it.
FAR, DEPTH, SAID, SURELY, PASSAGE, OPENING, LINES = 70, 20, 0.6, 0.85, 0.8, 0.7, 400


def led_place(query: Query, library: Library) -> tuple[Proof, Slice] | None:
    """Return the sentence that says the verb of a question, with the rest around it, and the place after it."""
    verb = _verb(query)
    if verb is None:
        return None
    terms = query.without(ASKING).terms
    best: tuple[float, Proof, Slice] | None = None
    for passage in dict.fromkeys(proof.passage for proof in prove(query, library)[:DEPTH]):
        document = library.knowledge.documents[passage.span.document_id]
        opening = vocabulary(f"{document.title} {document.text[:LINES]}")
        around = ((library.stems(passage.span) | title_stems(passage.headings[-1:]), PASSAGE), (opening, OPENING))
        for sentence in library.sentences(passage):
            if says(verb, sentence.stems)[0] < SURELY:
                continue
            said = coverage(terms, sentence.stems, around)
            place = next(_after(sentence.words, verb, query), None)
            if place and said >= SAID and (best is None or said > best[0]):
                best = (said, Proof(sentence, passage, said, said), place)
    return best[1:] if best else None


def _verb(query: Query) -> Term | None:
    """Return the idea of the verb of a question of place; nothing for what only says that an event was held."""
    verb = main_verb(query) if _OF_PLACE.match(query.folded) else None
    return None if verb is None or verb.alternatives[0][0] <= HELD else verb


def _after(words: str, verb: Term, query: Query) -> Iterator[Slice]:
    """Yield the places that the words of a verb lead to, that the question does not tell."""
    asked = frozenset(tokens(query.text))
    for word in re.finditer(r"[\w'’-]+", words):
        if says(verb, frozenset(tokens(word[0])))[0] < SURELY:
            continue
        clause = re.split(r"[;:!?»]|\.\s", words[word.end() : word.end() + FAR + 60])[0]
        for place in _PLACE.finditer(clause):
            start, end = (word.end() + at for at in place.span("place"))
            told = frozenset(tokens(words[start:end]))
            no_place = _NO_PLACE.match(fold(words[start:end]))
            if place.start() <= FAR and told and not no_place and not told <= asked and not moments(words[start:end]):
                yield start, end
