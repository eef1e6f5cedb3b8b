"""Which newspaper, review or site published a report: its masthead, among the first lines."""

import re
from dataclasses import replace

from corpus import Document, Span
from index import fold_evenly
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import prove
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.front import front_lines
from kg.regex import regex
from kg.types import Answer, Row

KIND = "which-organisation"
#: Words for what is published.
PAPERS = frozenset(
    "journal gazette magazine revue quotidien hebdo hebdomadaire mensuel trimestriel bulletin lettre periodique blog "
    "site media presse titre".split()
)
_PUBLISHES = regex(
    r"\b(?:publi|par(?:u|ait|aiss)|racont|relat|rend\w* compte|couv(?:er|r)|consacr|diffus|transcri|retranscri"
    r"|interview"
    r"|interrog|recueill|imprim|sort|tir|ecri|parl|cite|dit)\w*\b"
)
_KINDS = (
    r"journal|gazette|magazine|revue|quotidien|hebdo(?:madaire)?|mensuel|trimestriel|bulletin|lettre|periodique|feuille"
    r"|echo|courrier|depeche|eveil|voix|cahiers|carnets|blog"
)
#: « Journal trimestriel de la Maison des bois – n° 41 »: what the name above it is.
_IS_ONE = regex(rf"\W*(?:le |la |l')?(?:{_KINDS})\b(?:\s\w+){{0,3}} (?:de|du|des|d')\b|\W*(?:supplement|hors-serie)\b")
#: « samedi 18 novembre 2023 — page 4 », « n° 58 – automne 2023 »: what stands beside the name of a paper.
_ISSUE = regex(
    r"\bn ?[°o] ?\d+|\bnumero \d+|\bpages? \d+|\bp\. ?\d+|\bedition d|\b(?:printemps|ete|automne|hiver) (?:19|20)\d\d"
)
_DATE = regex(r"\W*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\d|n ?[°o]|numero)")
#: A name that says that it is a paper's, at the head of a page.
_CALLED = regex(rf"\W*(?:le |la |l'|les )(?:{_KINDS})\b")
_NAMED = regex(r"(?:\bla revue|\ble (?:journal|magazine|mensuel|bulletin|blog)|\bl'hebdo\w*|\ble site)\s+(?:«\s*)?")
_APART = regex(r"\s+[–—|·]\s+|\s+-\s+|\s*,\s+")
_TITLE = regex(r"[A-ZÀ-Ý][^,.;:()«»\n–—|]{2,60}")
#: Longest name of a paper, in words; how many reports are looked at, how much of the question they say at least.
WORDS, REPORTS, COVERED = 7, 3, 0.5


def paper_of(query: Query, library: Library, word: str) -> Answer | None:
    """Answer which paper published what a question is about; nothing when it asks no paper or no front names one."""
    if word not in PAPERS or not _PUBLISHES.search(query.folded):
        return None
    verbs = [match[0] for match in _PUBLISHES.finditer(query.folded)]
    topic = query.without(stems_of((*PAPERS, *verbs)))
    wide = prove(replace(topic, documents=None, scoped=()), library)[: 4 * REPORTS]  # a paper may tell of the event
    told = (
        *(prove(topic, library)[:REPORTS] if query.reports else ()),
        *(proof for proof in wide if proof.coverage >= COVERED),
    )
    near = dict.fromkeys(proof.passage.span.document_id for proof in told)
    for document_id in [*near][: 2 * REPORTS]:
        if (span := masthead(library.knowledge.documents[document_id])) is None:
            continue
        known = next((body for _, body in library.mentions_in(library.line_at(span), "organisation")), None)
        name = library.reading(span).strip(" *_«»")
        label = known.label if known and fold_evenly(known.label) in fold_evenly(name) else name
        label = label if known or not label.isupper() else _cased(label)
        proof = library.evidence(library.line_at(span), 1.0)
        row = Row(known.id if known else "", label, "organisation", 1.0, None, (proof,))
        title = library.knowledge.documents[document_id].title
        text = french.told(f"{label} — {title}")
        return Answer(query.text, KIND, text, (row,), unique(around_document(library, None, document_id)))
    return None


def _cased(name: str) -> str:
    """Return a name in capitals as names are written: « La Feuille du Bruc »."""
    words = re.sub(r"[^\W\d]+", lambda word: word[0].capitalize(), name.lower())
    return words[:1] + re.sub(r"\b(?:Du|Des|De|La|Le|Les|Et|En|Aux?|D|L)\b", lambda word: word[0].lower(), words[1:])


def masthead(document: Document) -> Span | None:
    """Return the name of the paper that the first lines of a document tell: beside an issue, above what it is."""
    lines = list(front_lines(document))[:6]
    for at, (words, span) in enumerate(lines):
        plain = fold_evenly(words)
        start = document.text.find(words, span.start)
        apart = _APART.search(words)
        head = Span(document.id, start, start + (apart.start() if apart else len(words)))
        issue = _ISSUE.search(plain)
        is_short = len(document.text[head.start : head.end].split()) <= WORDS
        if at and (_IS_ONE.match(plain) or (issue and _DATE.match(plain))) and len(lines[at - 1][0].split()) <= WORDS:
            above = lines[at - 1]
            start = document.text.find(above[0], above[1].start)
            return Span(document.id, start, start + len(above[0]))
        if apart and is_short and (_CALLED.match(plain) or (issue and apart.start() <= issue.start())):
            return head
        named = _NAMED.search(plain)
        name = _TITLE.match(words, named.end()) if named else None
        if name:
            return Span(document.id, start + name.start(), start + name.end())
    return None
