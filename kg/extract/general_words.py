"""General French words that head or fill many phrases without making terms of them; folded."""

#: Nouns that say how much, where in a text, when or in what way: « nombre d'accords », « mise en place ».
EMPTY_HEADS = frozenset(
    """
    absence an annee apport argument article aspect attente avantage avis base besoin bilan bout but cadre caractere
    cas cause chapitre chose cinquantaine circonstance comparaison compte conclusion condition consequence contexte
    contraire cote coup cours debut dehors demande demi depart dernier detail deuxieme difference difficulte
    dimanche dimension disposition diversite dizaine domaine douzaine duree echelle effet effort element endroit
    enjeu ensemble entree environ equivalent espece etape etat etre exception exemple existence facon fait fil fin
    fois fonction fond force forme frais genre grand gre groupe guise heure hypothese importance inverse jeudi jour
    journee lieu ligne liste logique long lundi main majorite maniere manque mardi marge masse matiere matin maximum
    membre mercredi mesure mi mieux milieu millier minimum minute mise mode moins mois moitie moment mot moyenne
    multitude niveau nom nombre note notion nouveau numero objectif objet occasion ordre origine page paragraphe
    part partie peine periode personne peu phase phrase pied place plan plupart plus poids point porte portee
    pourcentage poursuite premier presence preuve principe prise probleme prochain profit profondeur proportion
    propos propre quantite quarantaine quart question quinzaine raison rang rapport recours reference reste resultat
    retour role rythme salle samedi seance sein semaine sens serie seul seulement siecle signe situation soir soiree
    somme sorte souhait sous suite sujet support surcroit tableau tas tel temps terme tete thematique theme tiers
    titre total totalite tour tout trentaine troisieme type unanimite usage variete veille vendredi vertu vigueur
    vingtaine voie volonte volume vue
    """.split()
)
#: Adjectives that only point, count or judge: « prochaine réunion », « grand nombre ».
EMPTY_ADJECTIVES = frozenset(
    """
    actuel ancien autre beau bon certain different divers dernier double entier fort futur grand gros haut jeune joli
    leger long mauvais meilleur meme moindre nombreux nouveau nouvel parfait petit pire plein possible precedent premier
    prochain propre quelconque rare seul simple suivant tel total tout unique vieux vif vrai
    present absent excuse deuxieme second troisieme quatrieme cinquieme annuel mensuel hebdomadaire
    """.split()
)
#: Nouns of meetings and their papers: « secrétaire de séance », « table ronde », « ordre du jour ».
MEETING_WORDS = frozenset(
    """
    assemblee atelier colloque compte-rendu conference debat echange forum intervention introduction journee matinee
    moderateur moderatrice ordre parole participant plenier pleniere presentation procès-verbal programme rencontre
    reunion ronde seance secretaire seminaire session synthese table tour
    """.split()
)
