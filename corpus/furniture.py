"""What a saved web page shows around its article: breadcrumbs, calendars, share links, cookie notices."""

import re

from corpus.assembly import Piece

_BREADCRUMB = re.compile(r"(?:[^>›»\n]{2,60}\s[>›»]\s){2,}[^>›»\n]{2,160}$")
_CALENDAR = re.compile(r"(?:[LMJVSD]\s+){5,6}[LMJVSD]$|(?:\d{1,2}\s+){2,6}\d{1,2}$")
_CALENDAR_TITLE = re.compile(r"[«‹<]\s*\w+\s+\d{4}\s*[»›>]$")
_LINKS = re.compile(
    r"(?:calendrier|articles? de cette rubrique|dans la même rubrique|lire (?:la suite|aussi|le détail\b.*)|à lire aussi\b.*"
    r"|partager(?: (?:cet article|sur\b.*|la page))?|imprimer(?: cette page)?|envoyer (?:par mail|à un ami)|retour (?:en haut|à "
    r"l['’]accueil)\b.*|plan du site|mentions légales|nous contacter|accueil|menu|rechercher|haut de page|localisation de "
    r"la salle|(?:facebook|twitter|linkedin|whatsapp|instagram)(?:\s*[|·,-]?\s*(?:facebook|twitter|linkedin|whatsapp"
    r"|instagram|x))*|voir (?:la carte|le plan)|s['’]abonner\b.*newsletter.*|tous droits réservés.*)\s*:?$",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\bcookies?\b.{0,200}\b(?:accept|refus|navigation|site)|\b(?:accept|refus)\w* .{0,40}\bcookies\b", re.I)


def is_furniture(text: str) -> bool:
    """Tell a block that belongs to the page and not to the report."""
    words = " ".join(text.split())
    if len(words) > 400:
        return False
    return any(p.match(words) for p in (_BREADCRUMB, _CALENDAR_TITLE, _LINKS)) or bool(_COOKIES.search(words))


def without_furniture(pieces: list[Piece]) -> list[Piece]:
    """Drop the pieces that are page furniture; calendar lines go one by one."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == "row" or not is_furniture(piece.text):
            lines = [line for line in piece.text.split("\n") if not _is_calendar(line)]
            if lines:
                kept.append(Piece(piece.kind, "\n".join(lines), piece.level))
    return kept


def _is_calendar(line: str) -> bool:
    words = " ".join(line.split())
    return bool(_CALENDAR.match(words) or _CALENDAR_TITLE.match(words))
