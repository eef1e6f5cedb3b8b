"""Of when a report itself is: an article, an interview, a page that was brought up to date; by what dates it."""

import re
from collections.abc import Iterator

from corpus import Span
from index import fold, tokens
from kg.ask.answers.proofs import cited, coverage
from kg.ask.language import french
from kg.ask.language.moments import moments
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.times.asked import ASKING
from kg.regex import regex
from kg.types import Answer, Row

KIND = "when-where"
#: What reports are called, folded, with what their first lines may say instead.
_REPORTS = {
    "article": "article|journal|page \\d|echo|gazette|courrier|eveil|depeche|quotidien|hebdo",
    "entretien": "entretien|interview|propos recueillis",
    "interview": "entretien|interview|propos recueillis",
    "communique": "communique",
    "rapport": "rapport",
    "compte rendu": "compte[- ]rendu|proces-verbal",
    "compte-rendu": "compte[- ]rendu|proces-verbal",
    "proces-verbal": "proces-verbal|pv",
    "pv": "proces-verbal|pv",
    "billet": "billet|blog|carnet",
    "post": "billet|blog|carnet",
    "synthese": "synthese",
    "notes": "notes?",
    "note": "notes?",
    "page": "page|mise a jour|accueil",
    "liste": "liste",
    "programme": "programme",
    "actes": "actes",
    "fiche": "fiche",
    "transcription": "transcri\\w+",
    "document": "",
    "texte": "",
    "publication": "",
    "numero": "n°|numero",
    "depeche": "depeche",
    "tribune": "tribune",
}
_ASKED = regex(rf"\b(?P<kind>{'|'.join(sorted(_REPORTS, key=len, reverse=True))})\b(?! (?:ronde|unique))")
_TIME = regex(
    r"^(?:quelle (?:est|etait) )?(?:la |les )?dates?\b|\bquand\b|\bde quel(?:le)? (?:jour|annee|mois|date)\b"
    r"|\b(?:en |a )?quel(?:le)? (?:jour|annee|mois|date)\b"
)
_MADE = regex(
    r"\b(?:eu lieu|publi|paru|parait|dat[ei]|sort[ie]|mis[e]? (?:en ligne|a jour)|mise a jour|redige|ecrit"
    r"|recueilli|diffus|realise|signe|arrete|imprim|remont|modifi|actualis|revis)"
)
_UPDATED = regex(
    r"\bmise?s? a jour\b|\bactualis|\b(?:dernier|derniere) (?:ajout|modification|revision|maj)\b|\bmodifie"
)
#: What a line says that dates its report.
_DATES = regex(
    r"\b(?:publi|paru|mis[e]? en ligne|mise?s? a jour|recueilli|redige|arrete|etat au|realise|imprim"
    r"|transcri|enregistre)"
)
#: Least share of what is asked that the title and the first lines of a report say, and how many characters these are.
SAID, FIRST = 0.6, 700
_PLAIN = stems_of(
    "date dates daté datée dater publié publiée publication paru parue parution sorti sortie mis mise jour ligne "
    "rédigé rédigée écrit écrite recueilli recueillis diffusé diffusée réalisé réalisée réalisation signé signée "
    "remonte dernier dernière ajout modification modifiée modifié révision actualisée "
    "arrêté arrêtée imprimé avec eu lieu".split()
)


def report_date(query: Query, library: Library) -> Answer | None:
    """Answer of when a report is; nothing for other questions or when no report is like the words of this one."""
    asked = _ASKED.search(query.folded)
    before = query.folded[: asked.start()] if asked else ""
    if (
        asked is None
        or not _TIME.search(query.folded)
        or not (
            _MADE.search(query.folded)
            or re.fullmatch(r"(?:quelle (?:est|etait) )?(?:la )?dates? (?:de la |de l'|du |des |de |d')", before)
        )
    ):
        return None
    found = max(_reports(query, library, asked["kind"]), default=None)
    if found is None:
        return None
    document_id = found[1]
    dated = _dated(library, document_id, updated=bool(_UPDATED.search(query.folded)))
    if dated is None:
        return None
    words, span = dated
    document = library.knowledge.documents[document_id]
    evidence = (cited(library, span),)
    row = Row(document_id, words, "date", 1.0, words, evidence)
    text = french.told(f"{words} — {document.title}")
    return Answer(query.text, KIND, text, (row,))


def _reports(query: Query, library: Library, kind: str) -> Iterator[tuple[float, str]]:
    """Yield the reports of a kind that say what a question asks of, each with how well."""
    terms = query.without(ASKING | _PLAIN | frozenset(tokens(kind))).terms
    shape = re.compile(rf"\b(?:{_REPORTS[kind]})")
    for document_id, document in sorted(library.knowledge.documents.items()):
        ends = document.text[-300:]
        opening = f"{document.title} {document.text[:FIRST]} {ends}"
        said = coverage(terms, frozenset(tokens(opening))) if terms else 0.0
        told = coverage(terms, frozenset(tokens(f"{document.title} {document.source}"))) if terms else 0.0
        if said >= SAID or (not terms and query.reports == {document_id}):
            is_kind = bool(shape.search(fold(f"{document.source.replace('_', ' ').replace('-', ' ')} {opening}")))
            yield said + 0.3 * told + 0.5 * is_kind, document_id


def _dated(library: Library, document_id: str, *, updated: bool) -> tuple[str, Span] | None:
    """Return the date that a line says to be its report's, else the first of its opening, with that line."""
    found: list[tuple[int, str, Span]] = []
    text = library.knowledge.documents[document_id].text
    at = 0
    for line in text.split("\n"):
        plain = fold(line)
        days = [one for one in moments(line) if re.search(r"\d", line[one[0] : one[1]])] if len(line) < 600 else []
        if days:
            mark = _UPDATED.search(plain) if updated else _DATES.search(plain)
            worth = 2 if mark else 1 if at < FIRST and not updated else 0
            near = min(days, key=lambda one: abs(one[0] - mark.start())) if mark else days[0]
            found += (
                [(worth, line[near[0] : near[1]].strip(" ().,"), Span(document_id, at, at + len(line)))]
                if worth
                else []
            )
        at += len(line) + 1
    return next(((words, span) for worth, words, span in sorted(found, key=lambda one: (-one[0], one[2].start))), None)
