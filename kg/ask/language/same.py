"""Words that mean the same thing or are of one family: what may stand for a word that the corpus does not have."""

from functools import lru_cache

from index import tokens

#: From how many letters on two stems are of one family when one begins the other, and else what share they must have.
ROOT, SHARED = 4, 0.75
#: From how many letters on a stem may end another word, which is then made of it.
LONG = 7
#: Words that mean the same thing, whatever the corpus: a question in one is answered by the others.
_RINGS = (
    "entrer accéder intégrer",
    "dette emprunt endettement",
    "bus car autocar navette",
    "vélo bicyclette cycliste cyclable",
    "voiture automobile auto véhicule camion fourgon bagnole",
    "ordure poubelle déchet détritus",
    "senior aîné retraité vieux âgé",
    "bébé crèche nourrisson nounou",
    "médecin docteur toubib généraliste praticien",
    "infirmière infirmier soignant",
    "paysan agriculteur fermier éleveur maraîcher cultivateur",
    "inondation crue débordement submersion",
    "migrant réfugié exilé",
    "cantine restauration réfectoire",
    "logement habitat appartement",
    "enseignant professeur instituteur maître",
    "élève écolier collégien lycéen",
    "chômage chômeur licenciement",
    "piscine bassin baignade",
    "caméra vidéosurveillance vidéoprotection",
    "police gendarme policier gendarmerie flic",
    "cambriolage vol voleur",
    "lampadaire éclairage luminaire réverbère",
    "climatisation clim climatiseur",
    "chaleur canicule",
    "éolienne éolien aérogénérateur",
    "solaire photovoltaïque",
    "pesticide phytosanitaire désherbant glyphosate",
    "école classe scolaire",
    "impôt taxe fiscalité fiscal redevance",
    "subvention aide dotation",
    "salaire rémunération paie paye indemnité",
    "traducteur interprète traduction",
    "arbre forêt boisement",
    "internet web numérique informatique",
    "gratuité gratuit",
    "paperasse formulaire papier dossier",
    "bibliothèque médiathèque",
    "hôpital clinique",
    "pharmacie pharmacien",
    "femme féminin parité",
    "référendum vote scrutin votation",
    "journal presse journaliste média",
    "magasin commerce boutique commerçant",
    "marché étal halle",
    "compost compostage",
    "bénévole bénévolat volontaire",
    "handicap handicapé accessibilité",
    "climat climatique réchauffement",
    "pompier secours incendie",
    "fermeture fermer",
    "diriger dirige dirigeait directeur directrice tête",
    "présider préside présidait président présidente présidence",
    "animer anime animait animateur animatrice modérateur modératrice",
    "panne arrêt",
    "boulot travail",
    "bosser travailler",
    "gamin gosse enfant môme",
    "fric pognon argent",
    "bouffe nourriture",
    "proprio propriétaire",
    "appart appartement",
    "asso association",
    "restau restaurant",
    "ado adolescent",
    "prof professeur",
    "famille parenté parent",
    "démissionner démission",
    "élire élu élue élection",
    "installer installation",
    "financer finance financement payer paie payé",
    "acheter achat",
    "racheter rachat",
    "vendre vente",
    "inscrire inscription inscrit",
    "imprimer imprimé impression",
    "réimprimer réimprimé réimpression",
    "supprimer supprimé suppression",
    "projeter projection projeté",
    "ouvrir ouverture",
    "naître né née naissance",
    "arriver arrivée",
    "prévoir prévoit prévu prévue",
    "adhérer adhère adhésion adhérent",
    "créer création",
    "acquérir acquisition",
    "démolir démolition détruire destruction",
    "construire construction",
    "étendre extension",
    "céder cession",
    "louer location",
    "rouvrir rouvert réouverture rouverture",
    "deuxième second",
    "gagner remporter obtenir",
    "nager nage natation",
    "nom nommer dénommer dénomination",
    "candidat candidate candidature briguer brigue représenter représente",
)


def akin(one: str, other: str) -> bool:
    """Tell two stems of one family: one begins the other and is no mere half of it, or they part near their ends."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return len(short) >= ROOT and 2 * len(short) > len(long)
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(short))
    return shared > ROOT and shared > SHARED * len(long)


def made_of(own: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell whether one of some stems ends as a long one does, and is made of it: « psychiatre », « pédopsychiatre »."""
    return any(len(one) >= LONG and other.endswith(one) for one in own for other in stems)


@lru_cache(maxsize=256)
def same(stem: str) -> frozenset[str]:
    """Return the stems of the words that mean the same thing as the word of a stem, itself among them."""
    return frozenset[str]().union(*(ring for ring in _rings() if stem in ring))


@lru_cache(maxsize=1)
def _rings() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(one for word in ring.split() for one in tokens(word)) for ring in _RINGS)
