"""What a saved web page shows around its article: breadcrumbs, calendars, share links, cookie notices."""

import re
from dataclasses import replace

from corpus.assembly import Piece

_BREADCRUMB = re.compile(
    r"(?:vous êtes ici ?:? ?)?(?:[^>›»\n]{2,60}\s[>›»]\s){2,}[^>›»\n]{2,160}$|vous êtes ici ?: .{2,160}$", re.I
)
_DAY = r"(?:lun|mar|mer|jeu|ven|sam|dim)\.?"
_BREADCRUMB_SIGN = re.compile("[›»>:]")
_WEEKDAYS = re.compile(rf"(?:[LMJVSD]\s+){{5,6}}[LMJVSD]$|{_DAY}(?:\s+{_DAY}){{4,6}}$", re.IGNORECASE)
_DAYS = re.compile(r"(?:\d{1,2}\s+){2,6}\d{1,2}$|\d{1,2}$")
_CALENDAR_TITLE = re.compile(
    r"[«‹<←]\s*\w{3,10}\.?\s+\d{4}\s*[»›>→]$"
    r"|(?:[«‹<←]\s*)?(?:janv|févr|fév|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\.?\s*[»›>→]$",
    re.IGNORECASE,
)
#: What a line that opens a calendar holds.
_CALENDAR_SIGN = re.compile(
    r"[»›>→][ \t\xa0]*$|^[ \t\xa0]*(?:[LMJVSD]|(?:lun|mar|mer|jeu|ven|sam|dim)\.?)\s", re.IGNORECASE | re.MULTILINE
)
_LINKS = re.compile(
    r"(?:calendrier|articles? de cette rubrique|dans la même rubrique|lire (?:la suite|plus|le détail\b.*)|(?:à )?"
    r"lire aussi\b.*|voir aussi\b.*"
    r"|partager(?: (?:cet article|sur\b.*|la page))?"
    r"|imprimer(?: (?:cette page|(?:la|le|l['’]) ?(?:page|texte|document|article)|ce \w+))?"
    r"|envoyer (?:par (?:e-?)?mail|à un ami|l['’]article)|retour (?:en haut|à l['’]accueil|au sommaire|à la liste)\b.*"
    r"|plan du site|mentions légales|nous contacter|contactez-nous|accueil(?: du site)?|menu(?: principal)?|rechercher"
    r"|(?:aller|passer|accéder) (?:directement )?au (?:contenu|menu)\b.*|haut de page|localisation de la salle"
    r"|(?:suivez|retrouvez)-nous\b.*|(?:facebook|twitter|linkedin|whatsapp|instagram|youtube)(?:\s*[|·,/-]?\s*(?:facebook"
    r"|twitter|linkedin|whatsapp|instagram|youtube|x|e-?mail))*|voir (?:la carte|le plan)|tous droits réservés.*"
    r"|(?:s['’]abonner|abonnez-vous|inscrivez-vous)\b.*newsletter.*|flux rss|rss|se connecter"
    r"|qui est en ligne ?\??|nous avons \d+ (?:invité|visiteur).{0,30}en ligne|répondre à cet? (?:article|message)"
    r"|télécharger\b.{0,100}\((?:pdf|docx?|odt|xlsx?|zip)\b.{0,20}\)"
    r"|pdf|e-?mail|envoyer|tweeter|épingler|j['’]aime|connexion|identifiant|mot de passe"
    r"|s['’]identifier|mot de passe oublié ?\??|créer un compte|laisser un commentaire|commentaires? ?\(\d+\)"
    r"|\d+ commentaires?|aucun commentaire|(?:articles?|page|billet) (?:précédente?|suivante?)s?\b.*|articles? (?:liés?"
    r"|similaires?|récents?)|(?:gérer|paramétrer) (?:les|mes) cookies|tout (?:accepter|refuser)"
    r"|version (?:pdf|imprimable)|temps de lecture ?:.{0,30}|copyright\b.*|(?:©|\(c\)) ?\d{4}.*)\s*:?$",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\bcookies?\b.{0,200}\b(?:accept|refus|navigation|site)|\b(?:accept|refus)\w* .{0,40}\bcookies\b", re.I
)
_PAGE = re.compile(r"(?:page|p\.) ?\d{1,4}(?: ?(?:sur|/|de) ?\d{1,4})?$|[-–—] ?\d{1,4} ?[-–—]$", re.IGNORECASE)
#: Longest notice about cookies, and longest of the other lines, in characters.
_LONGEST, _LONGEST_LINE = 400, 250
#: Longest line of a calendar.
_LONGEST_DAYS = 60


def is_furniture(text: str) -> bool:
    """Tell a block that belongs to the page and not to the report."""
    if len(text) > 3 * _LONGEST:
        return False
    says_cookie = "cookie" in text or "Cookie" in text
    if len(text) > 2 * _LONGEST_LINE and not says_cookie:
        return False
    words = " ".join(text.split())
    if says_cookie and len(words) <= _LONGEST and _COOKIES.search(words):
        return True
    if len(words) > _LONGEST_LINE:
        return False
    return bool(
        _LINKS.match(words)
        or _CALENDAR_TITLE.match(words)
        or _PAGE.match(words)
        or (_BREADCRUMB_SIGN.search(words) and _BREADCRUMB.match(words))
    )


def without_furniture(pieces: list[Piece]) -> list[Piece]:
    """Drop the pieces that are page furniture; the lines of a calendar go one by one."""
    shown = [piece for piece in pieces if piece.kind == "row" or not is_furniture(piece.text)]
    if not any(_opens_calendar(line) for piece in pieces for line in _calendar_lines(piece.text)):
        return shown
    kept: list[Piece] = []
    in_calendar = False
    for piece in shown:
        lines: list[str] = []
        for line in piece.text.split("\n"):
            in_calendar = _opens_calendar(line) or (in_calendar and bool(_DAYS.match(" ".join(line.split()))))
            if not in_calendar:
                lines.append(line)
        if lines:
            kept.append(replace(piece, text="\n".join(lines)))
    return kept


def _calendar_lines(text: str) -> list[str]:
    """Return the short lines of a text in which a calendar may open."""
    if ("\n" not in text and len(text) > _LONGEST_DAYS) or not _CALENDAR_SIGN.search(text):
        return []
    return [line for line in text.split("\n") if len(line) <= _LONGEST_DAYS]


def _opens_calendar(line: str) -> bool:
    if len(line) > _LONGEST_DAYS or not line[:4].strip():
        return False
    words = " ".join(line.split())
    return bool(_WEEKDAYS.match(words) or _CALENDAR_TITLE.match(words))
