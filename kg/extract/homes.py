"""Places where somebody lives or works, and which are no body of theirs: « retraité de Millac », « place Carnot »."""

import re
from collections.abc import Sequence

from kg.extract.affiliations import Affiliation
from kg.extract.source import Source
from kg.extract.tokens import Token
from kg.lexicon.folding import fold
from kg.lexicon.places import area_kind
from kg.lexicon.trades import is_trade

_STREETS = frozenset("rue avenue place quai boulevard cours allee impasse faubourg quartier".split())
#: Parts of a land, which are no body: « chef du district sanitaire de Podor ».
_LANDS = frozenset("district secteur circonscription arrondissement canton hameau village paroisse vallee".split())
#: Trades and states of people who live or work in a place: « éleveur à Millac » is of no body.
_OF_PLACES = frozenset(
    """retraite retraitee habitant habitante educateur educatrice maraicher maraichere agriculteur agricultrice eleveur
    eleveuse boulanger boulangere apiculteur apicultrice vigneron vigneronne paysan paysanne artisan artisane
    commercant commercante citoyen citoyenne lyceen lyceenne etudiant etudiante instituteur institutrice infirmier
    infirmiere medecin pharmacien pharmacienne poete ecrivain ecrivaine musicien musicienne gardien gardienne locataire
    riverain riveraine cuisinier cuisiniere pecheur pecheuse restaurateur restauratrice epicier epiciere notaire
    libraire dentiste veterinaire avocat avocate architecte geometre photographe artiste kinesitherapeute
    cardiologue pediatre psychiatre generaliste gynecologue orthophoniste sage-femme chirurgien chirurgienne""".split()
)


def is_home(tokens: Sequence[Token], found: tuple[int, int]) -> bool:
    """Tell the place where somebody lives or works: « retraité de Millac », « éleveuse à Saint-Aubin »."""
    first, last = found
    if first and tokens[first - 1].fold in _STREETS:
        return True
    if any(token.fold in _LANDS for token in tokens[max(0, first - 3) : first]):
        return True
    if last - first > 1 or not first or tokens[first].is_caps:
        return False
    if first >= 2 and tokens[first - 2].fold in _STREETS:
        return True
    trade = any(token.fold in _OF_PLACES for token in tokens[:first])
    trade = trade or (area_kind(tokens[first].text) == "city" and any(is_trade(token.text) for token in tokens[:first]))
    return trade and tokens[first - 1].fold in ("a", "de", "d'", "aux") and tokens[first - 1].text != "a"


def is_of_town(source: Source, affiliation: Affiliation, tokens: Sequence[Token], found: tuple[int, int]) -> bool:
    """Tell the home of « le boulanger Paul Vial, de Millac »: one word after « de », a trade before the name."""
    if found[0] > 1 or found[1] - found[0] > 1 or tokens[0].fold not in ("de", "d'") or tokens[found[0]].is_caps:
        return False
    before = re.findall(
        r"[^\W\d_]+", source.document.text[max(0, affiliation.person.span.start - 40) : affiliation.person.span.start]
    )
    return bool(before) and (is_trade(before[-1]) or fold(before[-1]) in _OF_PLACES)
