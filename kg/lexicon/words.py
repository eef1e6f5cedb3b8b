"""Words that are written like names and are none."""

from kg.lexicon.folding import fold

#: Acronyms of things that are no body: concepts, kinds, programmes, documents, techniques.
GENERIC_ACRONYMS = frozenset(
    """
AECT AICT ODD OMD EPCI EPT ONG OSC OSI RRMA PME TPE PMI ETI ESS RSE SCOT SCoT PLU PLUI PLH PCAET PADD SRADDET
SRDEII PDU PDM PAT AMAP SCIC SCOP SARL SAS SA SEM SPL GIP EHPAD CHU PMI HLM ZAC ZFE ZAN QPV NPNRU ANRU2 DSP DGF
DETR DSIL TVA PIB IDH RH DRH DSI DGS DGA DGST PDG DG CA AG CM BP PV OJ NB PS TIC IA GPS SIG CO2 GES ENR ENR2 LED
PCB ADN OGM VIH SIDA COVID CEE PAC FEDER FSE FEADER LEADER ERASMUS LIFE FICOL CDD CDI VSI VIE CV PDF URL USB FAQ
SMS TV TNT UHF SOS WC PMR RTT BTS CAP BEP IUT DUT BTP MOOC FLE REP ZEP ULIS BAFA SMIC RSA AAH APL DALO DSU PNR GAL
GR TGV RER TER BHNS VTT VAE NTIC PNUE2 APD COM ETP MO MOA MOE AMO RGPD CNIL2 I II III IV V VI VII VIII IX X XI XII
XIII XIV XV XVI XVII XVIII XIX XX XXI AM PM RDV AOC IGP BIO HQE DPE PPE PPI PPP PLF CPER CPOM CTG CLS CLSPD PEDT
PIA PNACC PCET TEPCV CRTE ACV PVD DOM TOM DROM COM UN UNE LE LA LES DE DU DES ET OU AU AUX EN PAR POUR SUR DANS
AVEC SANS QUI QUE EST SONT OUI NON ABSENT ABSENTS EXCUSE EXCUSES PRESENT PRESENTS TOTAL VOTE VOTES CONTRE ORDRE
JOUR OK KO NDLR VS ETC CF EX HS MAJ VF VO TTC HT KM HA KG PEFC WIFI ACTE ACTES SESSION ATELIER PROGRAMME NOTE FICHE
""".split()
)

#: Capitalised words, folded, that no person's name contains.
NOT_IN_NAMES = frozenset(
    fold(word)
    for word in """
salle amphi amphithéâtre auditorium hall bâtiment place rue avenue boulevard quai cité hôtel palais château théâtre
musée espace square loi décret article chapitre titre code accord accords traité charte pacte plan programme projet
agenda stratégie cahier cahiers collection rapport annexe figure photo tableau source page note fiche guide atelier
ateliers session séance conférence séminaire colloque journée journées table ronde débat forum assises festival
sommet congrès rencontre rencontres toast discours allocution exposé plaidoyer
audition auditions portrait hommage entretien interview
introduction conclusion ouverture clôture synthèse résumé objectif objectifs
contexte programme radio intervenants intervenant intervenante modérateur modératrice animateur animatrice participants
présents excusés absents pouvoirs secrétaire président présidente maire adjoint adjointe directeur directrice
conseiller conseillère ville villes mairie métropole région régions département départements état etat états
commune communes communauté ministère agence association réseau union fédération université école institut comité
commission conseil fondation chambre assemblée collectif groupe bureau service direction société banque centre
observatoire alliance coalition fonds lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars
avril mai juin juillet août septembre octobre novembre décembre nord sud est ouest europe afrique amérique asie
océanie france français française françaises internationale international internationales européen européenne
européens nationale national locale local territoire territoires territorial développement durable coopération
décentralisée citoyens citoyenne habitants jeunes femmes élus agents horaire lieu date heure type durée accueil
pause déjeuner café bonjour merci bravo oui non enfin ensuite puis ainsi aussi mais donc or car si pour selon par
avec sans dans sur sous entre depuis pendant avant après lors cette ces ce cet celui celle le la les un une des du
de leur leurs notre nos votre vos mon ma mes son sa ses il elle ils elles on nous vous je tu qui que quoi dont où
au aux en y a comment pourquoi quand quel quelle quels quelles plusieurs certains tous toutes tout toute chaque
autre autres nouveau nouvelle nouvel grand grande petite petit saint-sylvestre noël pâques internet web wifi euro
euros tome volume numéro partie temps moment séquence module axe question questions réponse réponses délibération
délibérations budget vote ordre jour procès-verbal compte rendu annexes point points quorum pouvoir convocation
madame monsieur mesdames messieurs mme mr mlle ndlr objet contact contacts information informations inscription
inscriptions adresse téléphone site vice premier première deuxième troisième dernier dernière covid bilan
perspectives enjeux échanges échange discussion témoignage témoignages présentation parole paroles mot regards
croisés action actions politique politiques plateforme terre eau santé culture éducation jeunesse sport
présidence vice-présidence secrétariat trésorerie délégation
environnement climat transport mobilité logement énergie économie tourisme finances urbanisme
""".split()
)

#: Words after which a capitalised word or an acronym is a measure, a text or a thing, not a body.
THING_BEFORE = frozenset(
    fold(word)
    for word in """
loi lois dispositif dispositifs outil outils programme programmes projet projets plan plans fonds label démarche
méthode logiciel appel contrat contrats norme normes taxe prix budget enveloppe subvention subventions objectifs
objectif accord accords traité protocole convention statut format fichier logiciels application plateforme crédits
financement financements appelé appelée nommé nommée prénommé prénommée intitulé intitulée baptisé baptisée fiche
cahier guide revue livre film magazine journal tome volume salle amphi ligne route zone avion train navire festival
salon exposition spectacle concours roman pièce documentaire concert album bande chanson
""".split()
)

#: Words before an acronym or a name that only a body (or a person) takes.
BODY_BEFORE = frozenset(
    fold(word)
    for word in """
membre membres adhérent adhérents équipe équipes président présidente vice-président vice-présidente directeur
directrice représentant représentante représentants siège réseau réseaux association organisation agence
intervention interventions soutien appui partenaire partenaires sein rapport rapports collaboration partenariat
conseiller conseillère responsable délégué déléguée chargé chargée agent agents secrétaire trésorier trésorière
bureau salariés salarié bénévoles expert experte chercheur chercheuse professeur étudiants étudiant porte-parole
fondateur fondatrice coordinateur coordinatrice animateur animatrice statuts assemblée conseil services service
technicien technicienne ingénieur ingénieure initiative présidence direction stratégie mission missions travaux
étude études experts financé financée organisé organisée porté portée soutenu soutenue piloté pilotée animé animée
coordonné coordonnée accueilli accueillie créé créée lancé lancée cofinancé cofinancée co-financé auprès grâce
remercie invite entre adhésion dirige préside rejoint représente merci site contact cotisation remerciements
""".split()
)

#: What is given to a body: « une subvention à l'ADMR ».
GIVEN_TO = frozenset(
    fold(word)
    for word in """
subvention subventions aide aides adhésion demande courrier lettre convention appel soutien don dons dossier
participation
""".split()
)

#: Matters that a function is in charge of, capitalised or not: « vice-président en charge de la Recherche ».
PORTFOLIOS = frozenset(
    fold(word)
    for word in """
relations recherche affaires innovation formation formations communication numérique égalité solidarité solidarités
sécurité démocratie patrimoine aménagement agriculture alimentation transition transitions vie associations cohésion
citoyenneté participation commerce commerces emploi insertion voirie travaux ressources administration sciences lettres
droit droits enfance famille familles aînés handicap mémoire biodiversité déchets ruralité jeunes sports bâtiments
stratégie prospective international europe partenariats médiation documentation accessibilité prévention
""".split()
)

#: Words before a name that make it the name of a thing: « loi Martin », « salle Louise Michel », « prix Nobel ».
EPONYM = frozenset(
    """
loi lois salle amphi amphitheatre auditorium hall batiment place rue avenue boulevard quai square lycee college
ecole prix stade gymnase espace parc centre hopital theatre fondation institut rapport circulaire decret amendement
effet methode plan allee impasse pont port aeroport gare station musee mediatheque bibliotheque universite maison
residence tour fort cours pavillon piscine foyer crue tempete reforme commission mission cabinet affaire proces
cite atelier ateliers chaire villa campus complexe conservatoire quartier kiosque halle usine barrage creche maternelle
""".split()
)
