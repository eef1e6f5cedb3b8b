"""Nouns that can be the subject of a verb of speech though nobody is named: functions, institutions, crowds."""

import re

_NOUN = re.compile(
    r"(?:directeurs?|directrices?|maires?|président\w*|vice-président\w*|responsables?|chargé\w*|"
    r"conseill\w+|élu\w*|adjoint\w*|"
    r"chercheu\w+|représentant\w*|participant\w*|habitant\w*|agents?|citoyen\w*|membres?|public|salle|"
    r"assistance|auditoire|"
    r"intervenant\w*|animat\w+|modérat\w+|associations?|collectifs?|syndicats?|ministères?|ministres?|"
    r"préfectures?|préfets?|préfètes?|"
    r"cour|comités?|commissions?|gouvernements?|état|région|département|métropole|ville|mairie|commune|"
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
    r"forestiers?|adhérent\w*|abonné\w*|visiteu\w+|spectat\w+|voix|traduct\w+|interprètes?|bailleu\w+|"
    r"mécanicien\w*|cadres?|boulang\w+|doctorant\w*|stagiaires?|format(?:eurs?|rices?)|médiat(?:eurs?|rices?)|"
    r"jurée?s?|ethnologues?|agronomes?|anthropologues?|philosophes?|écrivain\w*|romanci\w+|photographes?|"
    r"généralistes?|pharmacien\w*|"
    r"pompiers?|gendarmes?|capitaines?|commandant\w*|cuisini\w+|paysan\w*|vigneron\w*|archivistes?|"
    r"conservat(?:eurs?|rices?)|"
    r"éditeurs?|éditrices?|comptables?|chambre|caisse|rectorat|union|confédération|ligue|coopérative|"
    r"municipalité|communauté)$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:l[ea]s?|l'|une?|des|du|de la|de l'|aux?|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|plusieurs|"
    r"certaine?s|quelques|deux|trois|"
    r"jeunes?|anciens?|ancienne|nouvelle|nouveau|autres?|même|première?|seconde?|principale?s?|petits?|"
    r"grands?|nombreux|nombreuses|"
    r"différents?|différentes|tous|toutes)(?:(?<=')|\s+)",
    re.IGNORECASE,
)


def is_human(phrase: str) -> bool:
    """Tell whether the noun that heads a phrase is a person, a body of persons or a crowd.

    An acronym passes for a body.
    """
    words = phrase.strip().replace("’", "'")
    while found := _DETERMINER.match(words):
        words = words[found.end() :]
    head = re.match(r"[\w-]+", words)
    return bool(head and (_NOUN.match(head[0]) or re.fullmatch(r"[A-Z]{2,}[A-Za-z]*", head[0])))
