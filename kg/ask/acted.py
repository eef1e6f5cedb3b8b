"""Who did something: the subject of the very verb of the question, in a sentence that says the rest of it."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, tokens
from kg.ask.answers.context import around_document, around_person, unique
from kg.ask.answers.proofs import Proof, coverage, prove, quote_around, title_stems
from kg.ask.answers.rows import entity_row
from kg.ask.language import french
from kg.ask.language.kinship import inflected
from kg.ask.language.words import reports, speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query, Term
from kg.ask.sentences.antecedent import holder_before, person_before
from kg.ask.sentences.slots import before
from kg.ask.sentences.verb_frame import verb_asked
from kg.lookup import main_event
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "who-acted"
EXAMPLES = ("Qui tenait le vestiaire au forum du Morbois ?", "Qui a suivi les débats au forum du Morbois ?")
#: How many sentences are read; least share of the rest of the question that one must say, with the title above.
DEPTH, REST, TITLED = 30, 0.75, 0.7
#: Least strength of another way to say the verb.
SAME_VERB = 0.5
#: What may part a subject from its verb, folded: its office, then pronouns and auxiliaries.
_BETWEEN = regex(
    r"(?:\s*\([^)]{2,80}\)|\s*,[^,.;:]{3,80},(?:[^,.;:]{3,40},)?)?\s*(?:(?:qui|ne|n'|y|en|l'|la|le|les|s'|se|leur|lui|a|ont|avait|est|etait"
    r"|aura|va|vont|doit|peut|veut|vient de|aussi|encore|deja|ensuite|egalement|toujours|seule?|donc)(?: |(?<=')))*"
)
_PASSIVE = regex(r"\b(?:est|sont|ete|etait|etaient|sera|seront) $")


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who did something by the subject of its verb; nothing for other questions, or when no sentence tells."""
    verb = verb_asked(query.folded)
    if verb is None or query.quoted or query.entities("person") or _is_speech(query, verb):
        return None
    told = next((term for term in query.terms if fold(term.words).rsplit("'", 1)[-1] == verb), None)
    rest = tuple(term for term in query.inside().terms if term is not told)
    if told is None or not rest:
        return None
    best: tuple[float, list[Entity], Proof] | None = None
    for proof in prove(query, library)[:DEPTH]:
        above = title_stems(proof.passage.headings[-1:])
        said = coverage(rest, proof.sentence.stems, ((above, TITLED),))
        if said < REST or proof.sentence.is_row:
            continue
        for strength, people in _subjects(library, told, proof.sentence.span):
            if best is None or said * strength > best[0]:
                best = (said * strength, people, proof)
    return _told(query, library, *best) if best else None


def _is_speech(query: Query, verb: str) -> bool:
    """Tell a verb by which somebody says something, or takes a stand: who spoke is asked then."""
    return speech_stems().issuperset(tokens(verb)) or reports(verb, query.folded.partition(verb)[2])


def _subjects(library: Library, verb: Term, sentence: Span) -> Iterator[tuple[float, list[Entity]]]:
    """Yield the people who are the subject of a verb in a sentence, with how surely it is the verb asked for."""
    text = library.knowledge.documents[sentence.document_id].text
    own = verb.alternatives[0][0]
    ways = {form: 1.0 for stem in own for form in (stem, *inflected(stem))}
    for way, worth in verb.alternatives:
        for stem in way if len(way) == 1 and worth >= SAME_VERB else ():
            ways.setdefault(stem, worth)
    for word in re.finditer(r"[^\W\d_][\w-]*", text[sentence.start : sentence.end]):
        strength = max((ways.get(stem, 0.0) for stem in tokens(word[0])), default=0.0)
        at = Span(sentence.document_id, sentence.start + word.start(), sentence.start + word.end())
        people = _before(library, sentence, at) if strength else []
        if people:
            yield strength, people


def _before(library: Library, sentence: Span, at: Span) -> list[Entity]:
    text = library.knowledge.documents[at.document_id].text
    if _PASSIVE.search(fold(text[max(0, at.start - 10) : at.start])):
        return []
    meant = person_before(library, at)
    if meant:
        return [person for _, person in meant]
    holder = holder_before(library, at)
    if holder is not None:
        return [holder]
    named = library.mentions_in(Span(at.document_id, sentence.start, at.start), "person")
    for mention, _ in sorted(named, key=lambda pair: pair[0].span, reverse=True):
        if _BETWEEN.fullmatch(fold(text[mention.span.end : at.start])):
            joined = before(library, sentence, mention.span.end, "person")
            return [one.entity for one in joined if one.entity is not None]
    return []


def _told(query: Query, library: Library, score: float, people: list[Entity], proof: Proof) -> Answer:
    span = quote_around(library, proof.sentence.span)
    proofs = (library.evidence(span, min(1.0, score)),)
    rows = tuple(entity_row(one, proofs, score=min(1.0, score)) for one in people)
    text = french.shortened(f"{french.join([row.label for row in rows])} : « {library.reading(span)} »")
    event = main_event(library.knowledge, span.document_id)
    facts = around_person(library, people[0], event) + around_document(library, people[0], span.document_id)
    return Answer(query.text, KIND, text, rows, unique(facts), trace=(proof.sentence.words,))
