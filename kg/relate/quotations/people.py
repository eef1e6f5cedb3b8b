"""Nouns that can be the subject of a verb of speech though nobody is named: functions, institutions, crowds."""

import re

from kg.lexicon.folding import fold
from kg.lexicon.functions import FUNCTIONS
from kg.lexicon.trades import is_trade
from kg.regex import regex

_NOUN = regex(
    r"(?:directeurs?|directrices?|maires?|président\w*|vice-président\w*|responsables?|chargé\w*|"
    r"conseill\w+|élu\w*|adjoint\w*|"
    r"chercheu\w+|représentant\w*|participant\w*|habitant\w*|agents?|citoyen\w*|membres?|public|salle|"
    r"assistance|auditoire|"
    r"intervenant\w*|animat\w+|modérat\w+|associations?|collectifs?|syndicats?|ministères?|ministres?|"
    r"préfectures?|(?:sous-)?préfets?|(?:sous-)?préfètes?|préfètes?|"
    r"cour|comités?|commissions?|gouvernements?|état|région|département|métropole|villes?|mairie|communes?|"
    r"collectivités?|agence|"
    r"entreprises?|société|fondation|institut|université|équipes?|réseaux?|fédération|délégué\w*|"
    r"secrétaires?|trésori\w+|"
    r"coordinat\w+|médecins?|professeure?s?|enseignant\w*|étudiant\w*|élèves?|parents?|riverain\w*|usag\w+|"
    r"bénévoles?|militant\w*|"
    r"artisan\w*|agricult\w+|maraîch\w+|éleveu\w+|dirigeant\w*|rapporteu\w+|expert\w*|spécialistes?|"
    r"sociologues?|géographes?|"
    r"économistes?|historien\w*|urbanistes?|architectes?|ingénieur\w*|juristes?|avocat\w*|journalistes?|"
    r"animat\w+|éducat\w+|"
    r"infirmi\w+|sénat\w+|député\w*|commerçant\w*|partenaires?|invité\w*|orat\w+|locataires?|voisin\w*|"
    r"homme|femme|dame|monsieur|"
    r"jeunes?|anciens?|gens|personnes?|conférenci\w+|fondat\w+|gérant\w*|patron\w*|chef\w*|technicien\w*|"
    r"employé\w*|salarié\w*|"
    r"professionnel\w*|autrice|auteurs?|collègues?|interlocut\w+|témoins?|majorité|opposition|conseil|"
    r"groupe|bureau|jury|"
    r"organisat\w+|doyen\w*|rect\w+|proviseure?|principal\w*|bibliothécaires?|libraires?|pêcheu\w+|"
    r"grands?-mères?|grands?-pères?|mères?|pères?|fill(?:es?|ettes?)|garçons?|notaires?|marins?|gardiens?|dockers?|"
    r"forestiers?|adhérent\w*|abonné\w*|visiteu\w+|spectat\w+|voix|traduct\w+|interprètes?|bailleu\w+|"
    r"mécanicien\w*|cadres?|boulang\w+|doctorant\w*|stagiaires?|format(?:eurs?|rices?)|médiat(?:eurs?|rices?)|"
    r"jurée?s?|ethnologues?|agronomes?|anthropologues?|philosophes?|écrivain\w*|romanci\w+|photographes?|"
    r"généralistes?|pharmacien\w*|"
    r"pompiers?|gendarmes?|capitaines?|commandant\w*|cuisini\w+|paysan\w*|vigneron\w*|archivistes?|"
    r"conservat(?:eurs?|rices?)|"
    r"éditeurs?|éditrices?|comptables?|chambre|caisse|rectorat|union|confédération|ligue|coopérative|"
    r"municipalité|communauté|bourgmestres?|échevine?s?|syndics?|alcades?|édiles?|guides?|attachée?s?|consule?s?|ambassad\w+|diplomates?|juges?|magistrat\w*|"
    r"internes?|poètes?|peintres?|cinéastes?|pilotes?|arbitres?|athlètes?|berg(?:er|ère)s?|curés?|prêtres?|pasteurs?|"
    r"religieu\w+|sœurs?|frères?|imams?|oncles?|tantes?|cousin\w*|retraitée?s?|ouvri\w+|apprenti\w*|réfugiée?s?|"
    r"exilée?s?|exploitant\w*|aidant\w*|soignant\w*|accompagnant\w*|assistant\w*|lycéen\w*|agentes?|couples?|veufs?|veuves?|gamine?s?|adolescent\w*|écoli\w+|"
    r"occupant\w*|aides?-(?:soignant|ménag)\w+|surveillant\w*|consultant\w*|"
    r"institution|organisme|structure|administration|direction|assemblée|parlement|tribunal|rédaction|tables?|tablées?)"
    r"$",
    re.IGNORECASE,
)
_DETERMINER = regex(
    r"(?:(?:une partie|la moitié|l'ensemble|la plupart|une dizaine|une poignée) (?:du|de la|des|de l'|d'|de)|"
    r"l[ea]s?|l'|une?|des|du|de la|de l'|aux?|chaque|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|plusieurs|"
    r"certaine?s|quelques|deux|trois|"
    r"hauts?|hautes?|vieux|vieil|vieille|future?|actuel|actuelle|"
    r"jeunes?|anciens?|ancienne|nouvelle|nouveau|autres?|même|premi(?:er|ère)|seconde?|principale?s?(?! d)|petite?s?|"
    r"moyenne?s?|"
    r"grande?s?(?!-)|nombreux|nombreuses|"
    r"différents?|différentes|tous|toutes)(?:(?<=')|\s+)",
    re.IGNORECASE,
)


#: Nouns of agents by their ending (éclusière, financeur, fonctionnaire), and the things that end alike.
_AGENT = regex(r"\w{2,}(?:eur|euse|trice|ière|ier|iste|logue|crate|ienne|ien|naire|taire|aire)s?$", re.IGNORECASE)
_THING = regex(
    r"(?:secteur|moteur|facteur|ascenseur|ordinateur|indicateur|capteur|compteur|valeur|hauteur|longueur|largeur|"
    r"couleur|"
    r"chaleur|peur|douleur|odeur|rumeur|ampleur|vapeur|lenteur|teneur|erreur|ardeur|faveur|rigueur|vigueur|grandeur|"
    r"intérieur|extérieur|meilleur|simulateur|transformateur|radiateur|"
    r"courrier|dossier|calendrier|papier|cahier|quartier|chantier|atelier|métier|panier|escalier|clavier|palier|"
    r"sentier|"
    r"gibier|mobilier|immobilier|échéancier|février|janvier|rivière|lumière|matière|manière|frontière|carrière|"
    r"première|"
    r"barrière|filière|bannière|dernier|dernière|premier|liste|piste|bien|lien|entretien|soutien|maintien|quotidien|"
    r"séminaire|questionnaire|itinéraire|formulaire|commentaire|annuaire|anniversaire|inventaire|dictionnaire|sommaire|"
    r"horaire|honoraire|affaire|territoire|salaire|ordinaire|nécessaire|contraire|exemplaire|glossaire|partenaire|"
    r"notaire)s?$",
    re.IGNORECASE,
)
#: « le Colombien », « la Togolaise »: an inhabitant.
_INHABITANT = regex(r"[A-ZÀ-Ý][\w-]+(?:ais|aise|ois|oise|ien|ienne|ain|aine|ard|arde|on|onne|ol|ole|and|ande|ate|ien)$")


def is_inhabitant(phrase: str) -> bool:
    """Tell « le Colombien », « cette Bretonne » from other nouns."""
    found = re.match(r"(?:[LlCc](?:[ea]|et|ette|e)\s+|[Ll]')(\S+)\s*$", phrase.strip())
    return bool(found and _INHABITANT.match(found[1]))


def _does(noun: str) -> bool:
    """Tell a trade or a function: « le bûcheron », « la cavalière »."""
    return noun.islower() and (is_trade(noun) or fold(noun) in FUNCTIONS)


#: What anybody may be beside what they do.
_ANYBODY = regex(r"(?:lauréat|juré|sinistré|réfugié|rescapé|abonné|licencié|voisin|colocataire|champion|homologue)e?")


def other_trade(phrase: str, functions: frozenset[str]) -> bool:
    """Tell a phrase that a trade heads (« le bûcheron du plateau ») from what somebody does, by the stems of it."""
    told = any(is_trade(word) or word in FUNCTIONS for stem in functions for word in (stem, f"{stem}e"))
    head = re.match(r"(?:l[ea] |l'|cet(?:te)? |ce )([\w-]+)", phrase, re.IGNORECASE)
    return told and head is not None and not (_NOUN.match(head[1]) or _ANYBODY.match(head[1])) and is_trade(head[1])


#: « plusieurs familles » speak; « les familles » are those who are spoken of.
_SOME_FAMILIES = regex(r"(?:(?:plusieurs|des|deux|trois|quatre|quelques|certaines|une|d'autres) )?familles?\b")


def is_human(phrase: str) -> bool:
    """Tell whether the noun that heads a phrase is a person, a body of persons or a crowd.

    An acronym passes for a body.
    """
    words = phrase.strip().replace("’", "'")
    if _SOME_FAMILIES.match(words):
        return True
    while found := _DETERMINER.match(words):
        words = words[found.end() :]
    head = re.match(r"[\w-]+", words)
    if head is None:
        return False
    first = head[0].split("-")[0]
    agent = (_AGENT.match(head[0]) or _does(head[0])) and not _THING.match(head[0])
    return (
        bool(_NOUN.match(head[0]) or _NOUN.match(first) or agent or re.fullmatch(r"[A-Z]{2,}[A-Za-z]*", head[0]))
        or is_inhabitant(phrase)
        or (words != phrase.strip() and bool(_INHABITANT.match(head[0])))
    )
