"""Whether two people are of one family, and how: the sentence about either that says so, or says that they are not."""

from kg.ask.answers.context import around_person, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row, refused, verdict_row
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.links.linked import kin_sentences
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.yes_no import asks
from kg.regex import regex
from kg.types import Answer

KIND = "family"
EXAMPLES = (
    "Quel lien de famille entre Jean Cardel et Rose Cardel ?",
    "Est-ce que Jean et Rose Cardel sont de la même famille ?",
)
_ASKED = regex(
    r"\bfamille\b|\bparente?s?\b|\bapparente\w*"
    r"|\b(?:freres?|soeurs?|cousin\w*|maris?|maries?|epou\w+|meres?|peres?|fils|filles?|oncle|tante|neveu|niece|conjoint\w*)\b"
)
#: Words for one tie of kin, from both of its ends.
_TIES = (
    regex(r"\b(?:freres?|soeurs?|jumeau|jumelle)\b"),
    regex(r"\b(?:peres?|meres?|fils|filles?|parents?|papa|maman)\b"),
    regex(r"\b(?:maris?|maries?|epou\w+|conjoint\w*|femme|compagne|compagnon|veu(?:f|ve))\b"),
    regex(r"\bcousin\w*\b"),
    regex(r"\b(?:oncles?|tantes?|neveux?|nieces?)\b"),
)
_NO_KIN = regex(
    r"\b(?:sans|aucune?|pas de|ni) (?:aucun )?(?:lien(?:s)? d[e'] ?)?(?:parente|famille)\b"
    r"|\b(?:homonym(?:es?|ie)|rien a voir)\b"
    r"|\b(?:pas|nullement|jamais|aucunement)(?: \w+){0,2} (?:de (?:la|sa|leur) (?:meme )?famille|parente?s?"
    r"|apparente\w*|cousine?s?|freres?|soeurs?)\b|\bpas (?:de la meme )?famille\b"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer how two named people are related; nothing for other questions or when no document tells."""
    people = query.entities("person")
    if len(people) != 2 or not _ASKED.search(query.unnamed()):
        return None
    sentence = next(iter(kin_sentences(library, *people)), None)
    if sentence is None:
        names = french.join([person.label for person in people])
        why = f"aucun document ne dit si {names} sont de la même famille"
        return refused(query, KIND, why, f"phrases de parenté qui nomment {names}")
    no_kin = _NO_KIN.search(_plain(sentence)) or _is_another(query.folded, _plain(sentence))
    verdict = "non" if no_kin else "oui"
    evidence = (cited(library, sentence.span),)
    words = f"« {library.reading(evidence[0].span)} »"
    facts = unique([fact for person in people for fact in around_person(library, person, None)[:1]])
    if asks(query):
        row = verdict_row(verdict, evidence)
        return Answer(query.text, KIND, french.shortened(f"{verdict.capitalize()} : {words}"), (row,), facts)
    rows = tuple(entity_row(person, evidence) for person in people)
    text = f"{people[0].label} et {people[1].label} : {words}"
    return Answer(query.text, KIND, french.shortened(text), rows, facts)


def _is_another(asked: str, told: str) -> bool:
    """Tell a sentence that tells another tie of kin than the one asked about: a cousin, where a brother is asked."""
    ties = [tie for tie in _TIES if tie.search(asked)]
    return bool(ties) and any(tie.search(told) for tie in _TIES) and not any(tie.search(told) for tie in ties)


def _plain(sentence: Sentence) -> str:
    return sentence.folded
