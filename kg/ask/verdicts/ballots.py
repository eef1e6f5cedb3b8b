"""Whether a vote was unanimous, or whether somebody voted something: by the count of the votes, told under its item."""

import re

from index import fold
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import verdict_row
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.ask.sessions.minutes import items_about
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "yes-no"
_UNANIMOUS = regex(r"\bunanim\w*|\btout le monde (?:a )?vot\w+|\bpersonne (?:n'a )?vot\w+ contre")
_VOTED = regex(
    r"\b(?:a|a-t-il|a-t-elle|ont|avait)\b(?: \w+){0,2} "
    r"(?:vote|approuve|soutenu|adopte|pris part au vote|participe au vote|vote pour)\b"
)
_AGAINST_ASKED = regex(r"\bcontre\b|\babsten\w+|\boppos\w+")
_COUNT = regex(
    r"\bunanim\w*|\b(?:pour|contre|abst\w+)\s*:?\s*\d|\d+\s*(?:voix |votes? )?(?:pour|contre|abst\w*)\b|\b\d+ voix\b"
    r"|\b(?:une?|deux|trois|quatre|cinq) (?:voix contre|contre|abstentions?|opposants?)\b"
)
#: « contre 131 euros », « contre 260 en 2023 » count no votes.
_COMPARED = regex(
    r"\b(?:pour|contre) \d[\d .,]*\s?(?:€|k€|%|[km]?euros?\b|tonnes?\b|ans\b|km\b|habitants?\b|(?:en|il y a) )"
)
_DISSENT = regex(
    r"\b(?:contre|abst\w+)\s*:?\s*[1-9]|\b[1-9]\d*\s*(?:voix |votes? )?(?:contre|abst\w*)\b|\bmoins (?:une?|\d|deux)"
    r"|\b(?:sauf|excepte)\b|\b(?:une?|deux|trois|quatre|cinq) (?:voix contre|contre|abstentions?|opposants?)\b"
    r"|\bpas (?:a )?l'unanimite|\bmajorite\b"
)
_APART = regex(
    r"\bn(?:e |')(?:prend|prennent|prit|a|ont|ayant|participe\w*)\b.{0,25}\b(?:part|vote|ni)\b"
    r"|\bquitt\w+ la (?:salle|seance)"
    r"|\bs'abst\w+|\bvot\w+ contre\b|\bne vot\w+ pas\b|\bs'est abstenue?|\brefuse\w* de voter|\bsans prendre part"
)
#: A vote of a text, that all made: the votes that elect somebody are no such count.
_BY_ALL = regex(r"\bunanim\w*|\bpour\b")
#: A vote on a part, those who are named as apart, and what somebody says that he will vote.
_AMENDS = regex(r"\b(?:sous-)?amendements?\b")
_NAMED_APART = regex(r"\b(?:contre|abst\w+)\b[^.;)]*\(", re.IGNORECASE)
_VOTES = regex(r"\bvot\w+ (?:donc |pour cela )?pour\b|\bvotera (?:donc )?(?:la|le|les|ce|cette)\b")
_WORDS = (
    "vote voté votée voter votés adopté adoptée approuvé approuvée unanimité unanime unanimement fait faire conseil "
    "municipal élus délibération voix contre pour abstenu abstenue"
)


def ballot(query: Query, library: Library) -> Answer | None:
    """Answer whether a vote was unanimous, or whether somebody voted something; nothing for other questions."""
    people = _one_named(query)
    unanimous = _UNANIMOUS.search(query.folded)
    voted = bool(people) and _VOTED.search(query.folded)
    if not unanimous and not voted:
        return None
    own = {
        query.text[named.start : named.start + len(named.words)]
        for named in query.named
        if voted and named.entity in people
    }
    own |= {person.label for person in people if voted}
    kept = query.without(stems_of(_WORDS.split())).inside()
    terms = tuple(term for term in kept.terms if term.words not in own)
    for sentences in items_about(query, library, terms, _is_count):
        for person in people if voted else ():
            found = _apart(library, sentences, person)
            if found is not None:
                return _told(query, library, found, "oui" if _so(query, found, person) else "non")
        counts = [one for one in sentences if _is_count(one)]
        count = next((one for one in counts if not _AMENDS.search(fold(one.words))), counts[0])
        by_all = _BY_ALL.search(fold(count.words)) and not _DISSENT.search(fold(count.words))
        if voted and (_NAMED_APART.search(count.words) or by_all):
            said = [one for one in sentences if _VOTES.search(fold(one.words)) and _names(library, one, people)]
            against = _AGAINST_ASKED.search(query.folded) is not None
            return _told(query, library, (said or [count])[0], "non" if against else "oui")
        if voted:
            return None  # who voted how is not told of this item: another item proves nothing
        return _told(query, library, count, "non" if _DISSENT.search(fold(count.words)) else "oui")
    return None


def _one_named(query: Query) -> list[Entity]:
    """Return those whom the only name of a person in a question may name."""
    named = [one for one in query.named if one.entity.kind == "person"]
    return [one.entity for one in named] if len({one.start for one in named}) == 1 else []


def _names(library: Library, sentence: Sentence, people: list[Entity]) -> bool:
    return any(one in people for _, one in library.mentions_in(sentence.span, "person"))


def _is_count(sentence: Sentence) -> bool:
    return _COUNT.search(_COMPARED.sub(" ", sentence.folded)) is not None


def _apart(library: Library, sentences: list[Sentence], person: Entity) -> Sentence | None:
    """Return the sentence by which somebody did not vote it: left the room, abstained, or voted against."""
    for sentence in sentences:
        named = any(one == person for _, one in library.mentions_in(sentence.span, "person"))
        plain = sentence.folded
        surname = fold(person.label).rpartition(" ")[2]
        named = named or re.search(rf"\b{re.escape(surname)}\b", plain) is not None
        against = re.search(rf"\b(?:contre|abst\w+)\b[^.;)]*\([^)]*\b{re.escape(surname)}\b", plain)
        if against or (named and _APART.search(plain)):
            return sentence
    return None


def _so(query: Query, sentence: Sentence, person: Entity) -> bool:
    """Tell whether somebody voted as a question asks: against, or not at all, are two ways apart."""
    asked = _AGAINST_ASKED.search(query.folded)
    surname = re.escape(fold(person.label).rpartition(" ")[2])
    told = re.search(rf"\b(?P<how>contre|abst)\w*\b[^.;)]*\([^)]*\b{surname}\b", sentence.folded)
    if asked is None or told is None or asked[0].startswith("oppos"):
        return asked is not None and (told is None or told["how"] == "contre")
    return told["how"][:4] == asked[0][:4]


def _told(query: Query, library: Library, sentence: Sentence, verdict: str) -> Answer:
    evidence = (cited(library, sentence.span),)
    row = verdict_row(verdict, evidence)
    text = french.shortened(f"{verdict.capitalize()} : « {library.reading(evidence[0].span)} »")
    return Answer(
        query.text, KIND, text, (row,), unique(list(around_document(library, None, sentence.span.document_id)))
    )
