"""What the corpus is about year after year: its themes, or how often a subject comes back and since when."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from index import tokens
from kg.ask.answers.proofs import cited
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sentences.about import about, least
from kg.concept_list import known_concepts
from kg.regex import regex
from kg.types import Answer, Quotation, Row

_YEARS = (
    r"(?:au fil|au cours) (?:des (?:ans|annees)|du temps)|(?:par|chaque) (?:an|annee)|annee (?:par|apres) annee"
    r"|d'une? an(?:nee)? (?:a|sur) l'autre|d'annee en annee|dans le temps"
)
_THEMES = regex(r"\b(?:themes?|thematiques?|sujets?|preoccupations?|de quoi (?:a-t-on|parl\w+))\b")
_OVER_TIME = regex(rf"\b(?:{_YEARS}|evolu\w+)\b")
#: What asks how often a subject is spoken of, or since when: the evolution of a thing itself is a fact to be found.
_SUBJECT = regex(
    rf"^comment\b.*\b(?:{_YEARS})\b"
    r"|^(?:comment|quelle)\b.*\b(?:place|parle|parle-t-on|discours|debats?|interet)\b.*\bevolu|^(?:comment|quelle)\b.*"
    r"\bevolu\w+\b.*\b(?:place|discours|debats?|interet)\b|^combien de fois\b.*\b(?:par|chaque) (?:an|annee)\b"
    r"|\bdepuis (?:quand|quelle annee|combien de temps)\b.{0,25}\b(?:parl|evoqu|discut|debat|s'interess)\w*"
)
#: The words of a question that ask for years, not for a subject.
_ASKING = regex(
    rf"\b(?:{_YEARS}|depuis (?:quand|quelle annee|combien de temps)|comment|place|combien de fois|quelle|discours"
    r"|interet|(?:parl|evoqu|evolu|discut|debat|interess)\w*|corpus|rapports|documents|comptes rendus)\b"
)
#: How much of a subject a quotation must say to be counted.
SAID = 0.5
#: Themes told of a year.
MOST = 3


def answer_over_time(query: Query, library: Library, kind: str) -> Answer | None:
    """Answer the themes of each year, or the years of a subject; nothing for other questions."""
    if _THEMES.search(query.folded) and _OVER_TIME.search(query.folded):
        return _themes(query, library, kind)
    return _subject(query, library, kind) if _SUBJECT.search(query.folded) else None


def _themes(query: Query, library: Library, kind: str) -> Answer | None:
    names = {concept.id: concept.pref_label for concept in known_concepts(library.base).values()}
    rows = []
    for year, quotations in _by_year(query, library, list(library.knowledge.quotations())).items():
        counts = Counter(concept for quotation in quotations for concept in set(quotation.concepts) if concept in names)
        first = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
        if first:
            told = french.join([f"{names[concept]} ({number})" for concept, number in first])
            proof = next(quotation for quotation in quotations if first[0][0] in quotation.concepts)
            rows.append(_row(library, year, told, proof))
    text = " ; ".join(f"en {row.label}, {row.value}" for row in rows)
    return _told(query, kind, text, rows) if len(rows) > 1 else None


def _subject(query: Query, library: Library, kind: str) -> Answer | None:
    topic = query.without(frozenset(stem for asking in _ASKING.finditer(query.folded) for stem in tokens(asking[0])))
    if not topic.terms:
        return None
    floor = least(topic, library)
    said = [one for one in about(topic, library, frozenset()) if one.score >= floor and one.coverage >= SAID]
    told = [one.quotation for one in sorted(said, key=lambda one: -one.coverage)]
    rows = [
        _row(library, year, french.count(len(quotations), "citation"), quotations[0])
        for year, quotations in _by_year(query, library, told).items()
    ]
    if not rows:
        return None
    text = f"depuis {rows[0].label} : " + ", ".join(f"{row.value} en {row.label}" for row in rows)
    return _told(query, kind, text, rows)


def _by_year(query: Query, library: Library, quotations: Sequence[Quotation]) -> Mapping[str, list[Quotation]]:
    """Return the quotations of the reports that a question looks into by the first year that each report tells."""
    found: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        document_id = quotation.span.document_id
        years = library.years_of(document_id) if not query.documents or document_id in query.documents else ()
        if years:
            found[min(years)].append(quotation)
    return dict(sorted(found.items()))


def _row(library: Library, year: str, told: str, proof: Quotation) -> Row:
    return Row("", year, "date", 1.0, told, (cited(library, proof.span),))


def _told(query: Query, kind: str, text: str, rows: list[Row]) -> Answer:
    searched = f"{french.count(len(rows), 'année lue', 'années lues')} dans les dates des rencontres et des rapports"
    return Answer(query.text, kind, french.told(text), tuple(rows), certificate=searched)
