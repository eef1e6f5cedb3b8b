"""What running text says that a person is at a meeting: who presides, who keeps the minutes, who spoke, who came."""

import re

from kg.regex import regex
from kg.types import Part

_TITLE = r"(?:(?:MM?|Mmes?|Mlle|Dr|Pr)\.?\s+|Monsieur\s+|Madame\s+|(?:l'|la |le )[\w' -]{3,40}?,?\s+)?$"
_BEFORE: tuple[tuple[re.Pattern[str], Part], ...] = (
    (
        regex(rf"\bsous la (?:haute )?(?:présidence|conduite|direction) (?:de |d'|du |des ){_TITLE}", re.I),
        "moderator",
    ),
    (regex(rf"\bpropos recueillis par {_TITLE}", re.I), "moderator"),
    (
        regex(rf"\bsecrétariat\b[^.;:]{{0,40}}\b(?:assuré|tenu|confié|pris)\s+(?:par|à) {_TITLE}", re.I),
        "secretary",
    ),
    (regex(rf"\bsecrétaire de (?:la )?séance,? (?:est )?{_TITLE}", re.I), "secretary"),
    (regex(rf"\ben présence (?:de |d'|du |des ){_TITLE}", re.I), "present"),
    (regex(rf"\b(?:est|sont) (?:également |aussi )?intervenue?s? {_TITLE}", re.I), "speaker"),
)
_HELD = r"(?:la |le |l'|les |cette |ce |cet )(?:séance|débats?|table ronde|discussions?|échanges|journée|"
_HELD += "réunion|session|rencontre"
_AFTER: tuple[tuple[re.Pattern[str], Part], ...] = (
    (
        regex(
            r"[^.;:«»]{0,60}?\b(?:est|a été|fut|était|ayant été)\s+(?:désignée?|élue?|nommée?|choisie?)\b[^.;:«»]{0,30}"
            r"\bsecrétaire(?: (?:de|du|pour)\b|\s*[.,]|$)",
        ),
        "secretary",
    ),
    (
        regex(r"\s+(?:a |est )?(?:assur|rempli|assum|tien)\w*\s+(?:les fonctions de |la fonction de |le )secrétai?r"),
        "secretary",
    ),
    (regex(rf"\s+(?:a |avait )?(?:présid|anim|modér|condui)\w*\s+{_HELD}|atelier)"), "moderator"),
    (
        regex(r"\s+(?:est intervenue?|a pris la parole|prend la parole|est venue? (?:présenter|témoigner))\b"),
        "speaker",
    ),
)


def part_told(before: str, after: str) -> Part | None:
    """Return what the words around a name say that the person is at the meeting; nothing when they do not say.

    `before` and `after` are the words of the same block, with straight apostrophes.
    """
    near, rest = before[-120:], after[:160]
    told = next((part for pattern, part in _BEFORE if pattern.search(near)), None)
    return told or next((part for pattern, part in _AFTER if pattern.match(rest)), None)
