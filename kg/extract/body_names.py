"""How the name of an organisation is written: the label of an authority, a body's name in capitals re-cased."""

import re
from collections.abc import Mapping

from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.folding import fold
from kg.lexicon.places import is_city, usual_form
from kg.regex import regex

_SMALL = frozenset("de du des d la le les l et en a au aux pour sur dans par y of and the del".split())
_ACCENTED = """
Ministère Université Fédération Réseau École Département départemental départementale Région régional régionale
Communauté agglomération Métropole Collectivité État Académie Société Coopérative Établissement Délégation
Préfecture Confédération Comité général générale coopération développement française français européenne
étrangères Hôpital Théâtre Musée Médiathèque supérieure aménagement régionaux élues élus Mairie Ville
territoriale municipal Conseil
"""
#: Words of names of bodies, folded, with their accents and capitals.
_KIND_FORM = {fold(word): word for word in _ACCENTED.split()}
_VOWEL = regex(r"[aeiouyàâéèêëîïôûùhœ]", re.IGNORECASE)


def of_place(place: str) -> str:
    """Return « de Sète », « d'Uzès », « du Mans », « des Ulis », « de La Rochelle »."""
    if place.startswith("Le "):
        return f"du {place[3:]}"
    if place.startswith("Les "):
        return f"des {place[4:]}"
    return f"d'{place}" if _VOWEL.match(place) else f"de {place}"


def city_authority(place: str) -> str:
    """Return the name of the authority of a city: « Ville d'Uzès »."""
    return f"Ville {of_place(place_case(place))}"


def place_case(place: str) -> str:
    """Return a place in capitals as it is written elsewhere: « Martigny-sur-Loire »."""
    if not _is_shouted(place):
        return place
    if known := usual_form(place):
        return known
    parts = re.split(r"([ '-])", place.lower())
    return "".join(part if at and part in _INNER else part.capitalize() for at, part in enumerate(parts))


_INNER = frozenset("de du des d la le les l en sur sous et aux au lès lez a à".split())


def recased(words: str, running: Mapping[str, str]) -> str:
    """Return a name in capitals as running text writes it: its own words where the document has them, else by rule.

    A single word of up to six letters is an acronym and stays as it is.
    """
    if not _is_shouted(words) or (" " not in words and "'" not in words and (len(words) <= 6 or "-" in words)):
        return words
    if place := usual_form(words):
        return place
    parts = re.split(r"(\W+)", words)
    written = [_word(part, at == 0, running, before="".join(parts[:at])) for at, part in enumerate(parts)]
    name = "".join(written)
    return name[:1].upper() + name[1:]


def _is_shouted(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) > 0.6 * len(letters)


def _word(word: str, is_first: bool, running: Mapping[str, str], before: str) -> str:
    key = fold(word)
    if not word.isalpha() or (before.rstrip().endswith("(") and word.isupper()):
        return word
    if key in _SMALL and not is_first:
        return word.lower()
    if key in _KIND_FORM:
        form = _KIND_FORM[key]
        return form[:1].upper() + form[1:] if is_first else form
    seen = running.get(key)
    if seen and len(key) > 3 and (seen[:1].isupper() or not is_city(word)):
        return seen[:1].upper() + seen[1:] if is_first else seen
    known = usual_form(word)
    return known if known else word.capitalize()


def begins_with_kind(words: str) -> bool:
    """Tell a name that a kind of organisation begins: « Conseil départemental … », « Ambassade … »."""
    found = fold(words).replace("'", " ").split()
    if not found:
        return False
    two = " ".join(found[:2])
    return found[0] in BODIES or found[0] in AUTHORITIES or two in AUTHORITIES or found[0].split("-")[0] in BODIES
