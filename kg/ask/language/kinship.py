"""Words of everyday French that say nearly the same: what users ask with, and what reports write."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from index import tokens
from kg.regex import regex

#: What a word of the same ring is worth.
STRENGTH = 0.55
_RINGS = (
    "venir venu venue participer participation participants assister présence attirer mobiliser se rendre",
    "marcher fonctionner réussir réussite succès échec échouer limites limite difficulté décevant décevante "
    "mitigé faible manque",
    "problème difficulté obstacle frein limite contrainte enjeu défi",
    "enseignement leçon apprendre retenir retour d'expérience bilan",
    "bilan résultat retombées satisfait satisfaction positif positive mitigé décevant",
    "avantage bénéfice atout intérêt apport valeur ajoutée",
    "argent financement budget subvention crédits dépense coût prix financier",
    "aide aider appui appuyer soutien soutenir accompagner accompagnement",
    "créer création fonder fondation lancer lancement ouvrir ouverture mettre en place",
    "arrêter fermer fermeture supprimer suppression fin cesser",
    "projet initiative action programme opération",
    "élu élue maire adjoint conseiller municipal députée sénateur",
    "habitant citoyen population administré riverain usager",
    "ville commune municipalité collectivité mairie bourg village",
    "réseau association fédération union alliance",
    "jeune jeunesse lycéen étudiant enfant adolescent",
    "entreprise économie économique emploi commerce",
    "école éducation enseignement scolaire université formation",
    "rencontre réunion séminaire atelier conférence forum colloque événement journée",
    "but objectif finalité visée ambition",
    "raison cause motif pourquoi expliquer",
    "méthode démarche approche façon manière outil",
    "rôle mission fonction place",
    "proposer proposition suggérer suggestion préconiser recommander recommandation idée",
    "critiquer critique dénoncer reprocher déplorer regretter regret",
    "adhésion appropriation adhérer approprier acceptation accepter",
    "risque danger menace crainte inquiétude alerte",
    "accord convention partenariat jumelage coopération",
    "demander demande réclamer solliciter interroger question",
    "décider décision décidé choix choisir voter vote délibération retenu retenue retenues acté",
    "environnement écologie climat nature biodiversité",
    "transport mobilité déplacement circulation navette bus vélo",
    "logement habitat habiter loger hébergement",
    "santé soin soigner médecin hôpital",
    "eau rivière assainissement hydraulique",
    "déchet ordure tri recyclage compost",
    "mesurer mesure évaluer évaluation indicateur critère apprécier",
    "quartier territoire secteur zone local",
    "bureau cabinet consultant prestataire externe",
    "compter compte regrouper regroupe rassembler rassemble réunir réunit comprendre comprend comporte",
    "réaliser réalisé réalisée conduire conduit conduite effectuer effectué effectuée élaborer élaboré",
    "terminer finir lever clore clôturer achever fin",
    "acheter achat acquérir acquisition vendre vente offre",
    "devenir devenu devenue élire élu élue nommer nommé désigner désigné succéder remplacer",
    "nouveau nouvelle prochain prochaine suivant",
    "obtenir recevoir reçu gagner remporter décerner distinguer attribuer lauréat",
    "interdire refuser autoriser permettre accorder",
    "contraindre obliger imposer forcer",
    "augmenter hausse augmentation monter grimper",
    "baisser baisse diminuer diminution réduire réduction",
    "craindre peur crainte inquiétude inquiet redouter menace menacer",
    "construire construction bâtir chantier travaux ouvrage",
    "retard tarder lenteur attendre attente",
    "manquer manque pénurie absence défaut",
    "cher coûteux coûter dépense dépenser moyens",
    "magasin commerce boutique commerçant",
    "jumeler jumelée jumelle jumelé jumelage partenariat partenaire",
    "financer finance payer subventionner soutenir verser subvention financement",
    "voyage voyager mission déplacement séjour visite délégation",
    "comparer comparaison comparatif",
    "publier publication éditer paraître rédiger sortir",
    "cahier tome volume numéro fascicule livraison brochure",
    "témoigner témoignage témoin",
    "dépister dépistage détecter détection",
    "sondage enquête questionnaire interroger",
    "moyens ressources",
    "confier déléguer externaliser sous-traiter internaliser",
)
#: What another way to say a whole phrase is worth, and the phrases that say the same, those of one idea together.
SAME_PHRASE = 0.8
_PHRASES = (
    "petites communes/petites villes/petites collectivités/communes rurales/bourg/village",
    "développement économique/économie/retombées économiques/attractivité",
    "développement durable/transition écologique/environnement",
    "transports en commun/bus/autocar/tramway",
    "personnes âgées/aînés/seniors/retraités",
    "logement social/habitat social/HLM",
    "aide financière/subvention/soutien financier",
    "pénurie d'eau/manque d'eau/sécheresse",
    "circuits courts/produits locaux/alimentation locale",
    "égalité femmes-hommes/parité/égalité des sexes",
    "réfugiés/migrants/demandeurs d'asile/exilés",
    "langue étrangère/traduction/interprète",
    "mise en commun/mutualisation",
    "population locale/habitants/riverains",
    "coupure d'électricité/panne de courant",
)


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(frozenset(tokens(phrase)) for phrase in ring.split("/")) for ring in _PHRASES)


def phrases_like(stem: str, question: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield the stems of the phrases that say the same as a phrase of the question, this stem in it."""
    for ring in _phrases():
        if any(len(phrase) > 1 and stem in phrase and phrase <= question for phrase in ring):
            yield from ring


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ring in _RINGS:
        stems = {stem for word in ring.split() for stem in tokens(word)}
        for stem in stems:
            found[stem] |= stems - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}


def kin_of(stem: str) -> frozenset[str]:
    """Return the stems that say nearly the same as a stem, or as the stem of the same verb."""
    return frozenset().union(*(_kin().get(form, frozenset()) for form in (stem, *inflected(stem)))) - {stem}


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for ring in _RINGS:
        stems = {word: frozenset(tokens(word)) for word in ring.split() if tokens(word)}
        for mine in stems.values():
            for stem in mine:
                found[stem] += [word for word, own in stems.items() if own != mine]
    return {stem: tuple(dict.fromkeys(words)) for stem, words in found.items()}


def words_like(stem: str) -> tuple[str, ...]:
    """Return the words, as they are written, that say nearly the same as a stem."""
    return _words().get(stem, ())


#: « Revendu », « rouvrir », « réinstaller »: done again, which reports may tell without the prefix.
_AGAIN = regex(r"re(?=\w{4})|r(?=[ao]\w{3})")


def unprefixed(stem: str) -> tuple[str, ...]:
    """Return what a stem may say without a prefix of doing again: « vendu » of « revendu »."""
    found = _AGAIN.match(stem)
    return (stem[found.end() :],) if found else ()


#: The endings of verbs that the stemmer leaves on: « fonctionnent », « recommandons », « disaient ».
_ENDINGS = ("ent", "on", "aient", "ient", "ait")


@lru_cache(maxsize=4096)
def inflected(stem: str) -> tuple[str, ...]:
    """Return the stems that other forms of the same verb may have."""
    roots = {stem.removesuffix(ending) for ending in _ENDINGS if stem.endswith(ending)} | {stem}
    roots = {root for root in roots if len(root) >= 4}
    roots |= {form for root in roots for form in tokens(f"{root}er")}
    return tuple(sorted({root + ending for root in roots for ending in ("", *_ENDINGS)} - {stem}))


#: Verbs like « rendre », « mettre », « perdre », « rompre »: their root, and the endings that the stemmer leaves on it.
_THIRD = regex(r"(?P<root>\w{1,6}(?:nd|rd|tt|mp))(?:ent|u|r|s|ai|on|e)?$")
_THIRD_ENDINGS = ("", "ent", "u", "r", "s", "ai", "on", "e")


def conjugated(stem: str) -> tuple[str, ...]:
    """Return the stems that other forms of the same verb may have, of one like « rendre » as well: « rendues »."""
    third = _THIRD.match(stem)
    more = [f"{third['root']}{ending}" for ending in _THIRD_ENDINGS] if third else []
    return tuple(sorted({*inflected(stem), *more} - {stem}))
