"""How a question was understood and answered, step by step, in French: what `palabre ask --explain` shows."""

import re
from collections.abc import Iterator, Sequence

from kg.ask.library import Library
from kg.ask.question.query import Query, Term

#: What the kinds of question are called, by the names of their modules.
KIND_NAMES = {
    "comparison": "comparaison",
    "relation": "lien",
    "absence": "qui n'en parle pas",
    "ranking": "qui en premier, qui le plus",
    "voices_counted": "combien de voix",
    "occurrences": "combien de fois, dans quels documents",
    "inventory": "combien il y en a en tout",
    "shortcomings": "ce qui n'a pas marché",
    "themes": "thèmes",
    "affiliation": "de quel organisme, d'où",
    "attendance": "présence",
    "country": "pays",
    "whereabouts": "d'où, en quel endroit",
    "participants": "participants et nombres",
    "when_where": "date et lieu",
    "durations": "durée",
    "aims": "objectif d'une rencontre",
    "conditions": "à quelles conditions",
    "programme": "programme",
    "identity": "qui est",
    "speech": "qui a parlé",
    "which": "quel organisme, quelle ville",
    "yes_no": "oui ou non",
    "listing": "liste",
    "subject": "ce qui est dit",
    "family": "parenté",
    "organisers": "qui organise",
    "enumerations": "ce qu'une ligne énumère",
    "charges": "qui s'occupe de quoi",
    "authors": "qui a écrit",
    "doers": "qui finance, héberge, publie, a reçu",
    "acted": "qui a fait quoi",
    "somebody": "qui est nommé à côté",
    "noun_asked": "lequel, laquelle",
    "semantic": "recherche par les mots et le sens",
}
#: At most this many other ways to say a word, and reports, are told.
WAYS, REPORTS = 6, 5


def steps(query: Query, library: Library, tried: Sequence[str], kept: str | None) -> tuple[str, ...]:
    """Return the steps: words, names, where to look, the kinds tried and the one kept, the thresholds."""
    return tuple(_steps(query, library, tried, kept))


def _steps(query: Query, library: Library, tried: Sequence[str], kept: str | None) -> Iterator[str]:
    for term in query.terms:
        known = "" if library.can_say(term) else ", inconnu du corpus"
        yield f"mot cherché : {term.words} (poids {_number(term.weight)}{known}{_others(term)})"
    for named in query.named:
        yield f"nom reconnu : « {named.words} » = {named.entity.label} ({named.entity.id})"
    if query.event:
        yield f"événement reconnu : {query.event.label}"
    if query.documents:
        sources = [library.knowledge.documents[document_id].source for document_id in sorted(query.documents)]
        more = f" et {len(sources) - REPORTS} autres" if len(sources) > REPORTS else ""
        yield f"cherché dans : {', '.join(sources[:REPORTS])}{more}"
    if tried:
        names = ", ".join(KIND_NAMES.get(kind, kind) for kind in tried)
        yield f"sortes de question essayées, qui ne répondent pas : {names}"
    if kept:
        yield f"sorte de question retenue : {KIND_NAMES.get(kept, kept)}"
    fitted = library.calibration
    how = "calés sur ce corpus" if fitted.how else "livrés"
    yield f"seuils ({how}) : propos {_number(fitted.voice)}, passages {_number(fitted.passage)}"


def candidate(line: str) -> str:
    """Return the line of a candidate, its scores written as in French."""
    return "candidat : " + re.sub(r"\b(\d)\.(\d\d)\b", r"\1,\2", line)


def _others(term: Term) -> str:
    """Return the strongest other ways to say a word, as stems with what each is worth."""
    others = sorted(term.alternatives[1:], key=lambda way: (-way[1], sorted(way[0])))[:WAYS]
    told = ", ".join(f"{' '.join(sorted(stems))} {_number(strength)}" for stems, strength in others)
    return f" ; aussi : {told}" if told else ""


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
