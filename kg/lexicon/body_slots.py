"""Words beside which a body stands, whatever its name is made of; folded."""

from kg.lexicon.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


#: « la présidente de X », « les locaux de X »: what a body has, with « de ».
BELONGS_TO = _words(
    """
président présidente présidents coprésident coprésidente co-président co-présidente vice-président vice-présidente
présidence directeur directrice direction gérant gérante patron patronne fondateur fondatrice cofondateur cofondatrice
trésorier trésorière secrétaire porte-parole représentant représentante représentants membre membres adhérent
adhérente adhérents adhérentes bénévole bénévoles salarié salariée salariés salariées administrateur administratrice
administrateurs animateur animatrice animateurs animatrices coordinateur coordinatrice coordonnateur coordonnatrice
permanent permanente permanents sociétaire sociétaires militant militante militants délégué déléguée
équipe équipes locaux siège statuts partenaire partenaires employé employée employés dirigeant dirigeante
responsable comptable médiateur médiatrice technicien technicienne journaliste chroniqueur chroniqueuse rédacteur
rédactrice stagiaire
"""
)
#: « travaille à X », « confié à X », « don à X », with « à ».
GIVEN_OR_HELD = _words(
    """
bénévole bénévoles salarié salariée salariés adhérer adhère adhèrent adhésion employé employée employés stagiaire
chroniqueur chroniqueuse journaliste travaille travaillent travaillait confié confiée confiés confiées confie
attribué attribuée attribués attribuées versé versée versés versées donné donnée donnés données don dons subvention
subventions convention adressé adressée grâce décerné décernée appartient recrutée recruté embauché embauchée
"""
)
#: « le soutien de X », « auprès de X », « au nom de X », with « de »; a person may stand there too.
HELP_OF = _words(
    """
soutien appui aide concours initiative collaboration participation auprès côtés nom compte sein invitation
demande courrier accord refus antenne intervention
"""
)
#: « en partenariat avec X ».
WITH = _words("contact partenariat collaboration lien convention concertation partenaire association")
#: « organisé par X ».
DONE_BY = _words(
    """
organisé organisée organisés organisées coorganisé coorganisée co-organisé co-organisée porté portée portés portées
animé animée animés animées financé financée financés financées cofinancé cofinancée soutenu soutenue soutenus
soutenues créé créée créés créées fondé fondée recruté recrutée proposé proposée proposés proposées édité éditée géré
gérée gérés gérées accueilli accueillie piloté pilotée monté montée mené menée menés menées lancé lancée coordonné
coordonnée publié publiée tenu tenue tenus initié initiée réalisé réalisée conçu conçue mandaté mandatée employé
employée assuré assurée assurés assurées accompagné accompagnée accompagnés accompagnées exploité exploitée restauré
restaurée
"""
)
#: « qui préside X »: verbs whose object is a body.
HEADS = _words(
    """
préside présidait présidera copréside dirige dirigeait dirigera rejoint rejoindra rejoignait représente représentait
fonde fondé cofondé cofonde quitte quittait gère gérait coordonne coordonnait
"""
)
#: Labels of a list of bodies: « Partenaires : X, Y ».
LABELS = _words(
    """
partenaire partenaires organisateurs organisateur coorganisateurs co-organisateurs financeur financeurs soutiens
structures organismes mécènes sponsors
"""
)
#: Labels of a card whose value is a body or several: « Porteur | Les Amis du lavoir ».
CARD_LABELS = frozenset(
    fold(label)
    for label in """
porteur|porteurs|porteuse|porté par|structure porteuse|porteur de projet|porteur du projet|partenaire|partenaires|
partenaires financiers|partenaires techniques|partenaires associés|financeur|financeurs|financement|organisateur|
organisateurs|organisatrice|organisation|organisé par|coorganisateurs|maître d'ouvrage|maîtrise d'ouvrage|
maître d'œuvre|maîtrise d'œuvre|maître d'ouvrage délégué|structure|structures|organisme|organismes|opérateur|
opérateurs|commanditaire|gestionnaire|bailleur|exploitant|employeur|prestataire|bénéficiaire|bénéficiaires|
soutien|soutiens|avec le soutien de|pilote|pilotes|copilotes|chef de file|hôte|association|associations|
signataires|membres fondateurs|collectivité|collectivités|établissement|service porteur|structure d'accueil
""".replace("\n", "").split("|")
)
#: Headers of a column of bodies, in a table that lists no people.
COLUMN_LABELS = CARD_LABELS - {fold("financement"), "organisation", "pilote", "pilotes", "signataires", "soutien"}
#: Words of the header beside such a column.
HEADER_WORDS = _words(
    """
montant montants objet objets date dates lieu action actions projet projets vote votes subvention subventions somme
sommes effectif effectifs nombre année années budget part apport apports rôle domaine domaines thème avis décision
demande demandé proposé attribué versé participation cotisation adhérents contact contacts durée
"""
)
#: Kinds of body said of a name beside it: « X, association de … », « la librairie X ».
NAMED_KINDS = _words(
    """
association collectif coopérative entreprise société webradio radio librairie recyclerie ressourcerie fondation réseau
cabinet agence start-up startup compagnie syndicat fédération journal revue magazine hebdomadaire club cercle ong
mutuelle épicerie brasserie conserverie imprimerie studio tiers-lieu structure opérateur bailleur prestataire éditeur
maison-d'édition média télévision chaîne laboratoire chorale orchestre fanfare troupe atelier amicale groupement scic
scop régie union confédération organisation plateforme plate-forme institut crèche ferme foyer clinique
bureau consortium groupe cab bibliothèque scierie menuiserie charpenterie fromagerie laiterie minoterie tuilerie
labo asso micro-crèche halte-garderie biocoop chantier
filature verrerie fonderie distillerie biscuiterie papeterie pépinière serrurerie marbrerie tannerie cartonnerie
chaudronnerie boulangerie pharmacie ganterie coutellerie faïencerie
"""
)
#: Those that are left out of the name: « la librairie X » is called X, « la fondation X » Fondation X.
BARE_KINDS = _words(
    """
association entreprise société réseau compagnie librairie recyclerie ressourcerie épicerie brasserie conserverie
imprimerie journal revue magazine hebdomadaire start-up startup structure opérateur bailleur prestataire éditeur média
webradio chaîne troupe tiers-lieu cab groupe labo asso micro-crèche halte-garderie chantier
"""
)
#: Those whose name may stand in guillemets: an « atelier « X » » is a meeting.
QUOTED_KINDS = _words(
    """
association collectif coopérative entreprise société webradio radio librairie recyclerie ressourcerie fondation
cabinet agence start-up startup compagnie syndicat journal revue club ong mutuelle épicerie troupe chorale tiers-lieu
"""
)
#: Kinds that name a body with « de » and a place: « la clinique des Tilleuls », « le collectif du Bac ».
OF_PLACE = _words(
    """
collectif cercle clinique mutuelle mutualité coopérative régie club amicale chorale harmonie orchestre librairie
crèche épicerie recyclerie ressourcerie prud'homie conserverie foyer
"""
)
#: Words that begin the name of a newspaper, after an article with a capital: « L'Écho du Plateau ».
PRESS = _words(
    """
écho échos gazette courrier dépêche tribune messager éveil républicain télégramme voix journal progrès moniteur phare
réveil indépendant avenir nouvelles bulletin quotidien hebdo petit populaire patriote clairon
"""
)
