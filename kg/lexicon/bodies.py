"""Kinds of organisation: the words that begin the name of a body, and words of other languages for them."""

from kg.lexicon.folding import fold

#: An authority and its place: the kind, folded, to the kind of authority that it stands for.
AUTHORITIES: dict[str, str] = {
    fold(kind): canon
    for canon, kinds in {
        "ville": "ville|mairie|commune|municipalité|conseil municipal|hôtel de ville|alcaldía|ayuntamiento|"
        "municipio|intendencia|prefeitura",
        "metropole": "métropole|communauté urbaine|conseil métropolitain|conseil de la métropole|eurométropole|grand",
        "agglomeration": "communauté d'agglomération|agglomération",
        "communaute": "communauté de communes|communauté de commune|communauté de communes rurale|"
        "communauté de commune rurale"
        "|conseil communautaire",
        "departement": "conseil départemental|conseil général|département",
        "region": "conseil régional|région",
        "territoire": "collectivité territoriale|collectivité européenne|collectivité",
        "etat": "état|estado|gouvernement|gobierno|governo",
        "province": "province|gouvernorat|wilaya|préfecture|canton|comté|diputación|generalitat|junta|xunta",
    }.items()
    for kind in kinds.split("|")
}

#: Other bodies: the word that begins their name.
BODIES = frozenset(
    fold(word)
    for word in """
ministère secrétariat agence association réseau union fédération confédération ambassade consulat comité commission
fondation chambre université école institut institution centre laboratoire observatoire office syndicat conseil
cour académie groupement coopérative mutuelle caisse banque fonds fond alliance coalition collectif conférence
coordination plateforme plate-forme compagnie société entreprise établissement bureau direction service département
division délégation cabinet groupe groupe-pays cellule pôle parlement organisation organisme parc musée cité
théâtre écomusée cinémathèque ludothèque artothèque opéra médiathèque bibliothèque hôpital chu centre-hospitalier ufr
radio lycée collège maison forum-permanent club ligue
mouvement secours croix-rouge faculté rectorat inspection tribunal parquet haut-commissariat haute-autorité
autorité défenseur archives
conservatoire sénat ong amicale foyer régie scop sem epa epci ccas cci fundación fundação fundacao fondazione
foundation universidad universidade university universität instituto institute asociación associação association
red rede ministerio ministry agencia agency federación federation unión unione council network center centro office
board comisión consejo banco bank cercle clinique mutualité prud'homie librairie recyclerie ressourcerie chorale
orchestre harmonie webradio crèche câmara confrérie guilde corporation gendarmerie commissariat diocèse paroisse
fanfare imprimerie
""".split()
)

#: Kinds that are common nouns of French reports: in lower case they begin a name only when a proper name follows.
COMMON = frozenset(
    fold(word)
    for word in """
ville commune région département état province collectivité bureau service division mission groupe conférence école
cité direction délégation centre conseil comité réseau association organisation direction compagnie société
entreprise fonds plateforme pôle parc maison club cellule mouvement commission assemblée coordination cabinet foyer
forum office grand maison
""".split()
)

#: Names of kinds and not of bodies, folded: nothing tells which one is meant.
GENERIC_BODIES = frozenset(
    fold(name)
    for name in """conseil municipal|conseil communautaire|conseil d'administration|conseil citoyen|conseil de quartier|
conseil de développement|conseil scientifique|conseil départemental|conseil régional|conseil général|
conseil métropolitain|centre de santé|centre de santé municipal|
comité de pilotage|comité technique|comité directeur|comité de suivi|
comité scientifique|comité d'organisation|comité exécutif|comité de rédaction|commission permanente|
commission municipale|groupe de travail|groupe d'action locale|groupe d'action local|groupe d'action locaux|
groupe de discussion|groupe de parole|groupe de projet|groupe de pilotage|bureau exécutif|bureau municipal|
bureau d'études|assemblée plénière|service public|service municipal|service civique|direction générale|
direction générale des services|centre de loisirs|centre social|centre culturel|centre de ressources|
centre ville|maison de quartier|maison des associations|école primaire|école maternelle|chambre de commerce|
chambre d'agriculture|agence de l'eau|agence de développement|parc naturel|fonds de solidarité|
fonds de dotation|société civile|union des régions|coopération décentralisée|banque de données|
établissement public|établissement scolaire|collectif citoyen|collectif d'habitants|délégation municipale|
entreprise locale|parc de stationnement|office de tourisme|pôle de compétitivité|réseau social|
plateforme numérique|mission locale|cellule de crise|cabinet d'architectes|cabinet du maire|
organisation internationale|institution européenne|organisme de formation""".replace("\n", "").split("|")
)

#: Words of other languages read as their French kind when two names are compared.
TRANSLATED: dict[str, str] = {
    "estado": "etat",
    "state": "etat",
    "fundacion": "fondation",
    "fundacao": "fondation",
    "foundation": "fondation",
    "fondazione": "fondation",
    "universidad": "universite",
    "universidade": "universite",
    "university": "universite",
    "ministerio": "ministere",
    "ministry": "ministere",
    "instituto": "institut",
    "institute": "institut",
    "asociacion": "association",
    "associacao": "association",
    "red": "reseau",
    "network": "reseau",
    "agencia": "agence",
    "agency": "agence",
    "federacion": "federation",
    "banco": "banque",
    "bank": "banque",
    "gobierno": "gouvernement",
    "and": "et",
    "y": "et",
    "of": "de",
    "the": "le",
}

#: Bodies that the whole world names, by their acronym; the long form makes them one.
KNOWN_BODIES: dict[str, str] = {
    "UE": "Union européenne",
    "ONU": "Organisation des Nations unies",
    "OCDE": "Organisation de coopération et de développement économiques",
    "UNESCO": "Organisation des Nations unies pour l'éducation, la science et la culture",
    "UNICEF": "Fonds des Nations unies pour l'enfance",
    "PNUD": "Programme des Nations unies pour le développement",
    "PNUE": "Programme des Nations unies pour l'environnement",
    "OMS": "Organisation mondiale de la santé",
    "OMC": "Organisation mondiale du commerce",
    "OIT": "Organisation internationale du travail",
    "OIF": "Organisation internationale de la Francophonie",
    "FAO": "Organisation des Nations unies pour l'alimentation et l'agriculture",
    "FMI": "Fonds monétaire international",
    "BEI": "Banque européenne d'investissement",
    "INSEE": "Institut national de la statistique et des études économiques",
    "CNRS": "Centre national de la recherche scientifique",
    "INRAE": "Institut national de recherche pour l'agriculture, l'alimentation et l'environnement",
    "ADEME": "Agence de la transition écologique",
    "SNCF": "Société nationale des chemins de fer français",
    "EDF": "Électricité de France",
    "CAF": "Caisse d'allocations familiales",
    "CPAM": "Caisse primaire d'assurance maladie",
    "MSA": "Mutualité sociale agricole",
    "URSSAF": "Union de recouvrement des cotisations de sécurité sociale et d'allocations familiales",
    "ARS": "Agence régionale de santé",
    "ANCT": "Agence nationale de la cohésion des territoires",
    "ANAH": "Agence nationale de l'habitat",
    "ANRU": "Agence nationale pour la rénovation urbaine",
    "AFD": "Agence française de développement",
    "CNFPT": "Centre national de la fonction publique territoriale",
    "CNES": "Centre national d'études spatiales",
    "CIRAD": "Centre de coopération internationale en recherche agronomique pour le développement",
    "IRD": "Institut de recherche pour le développement",
    "INSERM": "Institut national de la santé et de la recherche médicale",
    "CEREMA": "Centre d'études et d'expertise sur les risques, l'environnement, la mobilité et l'aménagement",
    "Cerema": "Centre d'études et d'expertise sur les risques, l'environnement, la mobilité et l'aménagement",
    "ONF": "Office national des forêts",
    "OFB": "Office français de la biodiversité",
    "LPO": "Ligue pour la protection des oiseaux",
    "RATP": "Régie autonome des transports parisiens",
    "HCR": "Haut-Commissariat des Nations unies pour les réfugiés",
    "DRAC": "Direction régionale des affaires culturelles",
    "DREAL": "Direction régionale de l'environnement, de l'aménagement et du logement",
    "DDT": "Direction départementale des territoires",
    "DDTM": "Direction départementale des territoires et de la mer",
    "EHESS": "École des hautes études en sciences sociales",
    "Emmaüs": "Emmaüs",
    "Enedis": "Enedis",
    "GRDF": "Gaz réseau distribution France",
    "Engie": "Engie",
    "Veolia": "Veolia",
    "Keolis": "Keolis",
    "Transdev": "Transdev",
    "Macif": "Macif",
    "Groupama": "Groupama",
    "MEDEF": "Mouvement des entreprises de France",
    "CFDT": "Confédération française démocratique du travail",
    "CGT": "Confédération générale du travail",
    "OTAN": "Organisation du traité de l'Atlantique nord",
}

#: Whole names that no kind-word begins.
KNOWN_NAMES = frozenset(
    fold(name)
    for name in (
        "Nations unies|Commission européenne|Parlement européen|Banque mondiale|Banque des territoires|"
        "France Travail|"
        "Pôle emploi|La Poste|Crédit agricole|Crédit coopératif|Crédit mutuel|Crédit municipal|"
        "Action Logement|Assemblée nationale|Secours catholique|Secours populaire|Banque postale"
    ).split("|")
)

#: Kinds of several words, folded, that make the name of a body with « de » and a proper name.
COMPOUND_KINDS: tuple[tuple[str, ...], ...] = tuple(
    sorted(
        (
            tuple(fold(kind).replace("'", "' ").split())
            for kind in """mission locale|centre social|centre hospitalier|centre culturel|centre de gestion|
centre d'accueil|centre de loisirs|centre de santé|centre d'hébergement|centre communal d'action sociale|
centre intercommunal d'action sociale|comité des fêtes|comité de quartier|comité de jumelage|comité départemental|
comité régional|office de tourisme|office du tourisme|office public de l'habitat|maison de santé|maison des jeunes|
maison de quartier|maison des associations|maison des aînés|maison de l'emploi|maison de l'Europe|cuisine centrale|
régie des eaux|régie de quartier|régie de l'eau|foyer rural|foyer de vie|foyer d'accueil|club des aînés|
conseil citoyen|conseil des sages|conseil des jeunes|conseil des enfants|conseil de quartier|
conseil de développement|conseil des anciens|banque alimentaire|autorité portuaire|chambre d'agriculture|
chambre de commerce|chambre de commerce et d'industrie|chambre des métiers|chambre de métiers|
caisse d'allocations familiales|caisse primaire|caisse primaire d'assurance maladie|école de musique|
école maternelle|école primaire|école élémentaire|école d'architecture|agence de l'eau|agence d'urbanisme|
agence régionale de santé|parc naturel|parc naturel régional|association des riverains|association des habitants|
association des parents|association des commerçants|association des vendeuses|union des commerçants|
union départementale|union locale|syndicat des eaux|syndicat mixte|syndicat d'initiative|section locale|
délégation départementale|direction départementale|direction régionale|service départemental|tribunal judiciaire|
cour d'appel|barreau|port autonome|grand port maritime|harmonie municipale|conseil communal|union sportive|
étoile sportive|entente sportive|association sportive|amicale laïque|racing club|football club|société de chasse|
société d'histoire|société de pêche|société nautique|cercle nautique|club nautique|union musicale|caisse des écoles|
sou des écoles|secours populaire|groupe scolaire|sivom|sivu|siaep|sictom|smictom|sictoba|mjc|cpie|cpts|adil|caue|
udaf|udess|ccas|cias|ddt|ddtm|dreal|draaf|drac|arrh|ars|caf|cpam|admr|cuma|gaec|sci|amap|épide|adie|fdsea|
cci|cma|msa|ehpad|ime|esat|sdis|smur|upr|chu|chr|chru|pimms|pnr|petr|epf|aduan|crous|cidff|codes|creps""".replace(
                "\n", ""
            ).split("|")
        ),
        key=lambda words: (-len(words), words),
    )
)
