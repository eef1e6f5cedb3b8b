"""Nouns that name a function or a title, with the gender that they agree with (`None`: either)."""

from typing import Literal

from kg.lexicon.folding import fold

Gender = Literal["f", "m"]

_PAIRS = """
président présidente;directeur directrice;co-président co-présidente;coprésident coprésidente;
conseiller conseillère;adjoint adjointe;délégué déléguée;chercheur chercheuse;représentant représentante;
coordinateur coordinatrice;coordonnateur coordonnatrice;chargé chargée;fondateur fondatrice;
cofondateur cofondatrice;animateur animatrice;modérateur modératrice;rapporteur rapporteure;médiateur médiatrice;
enseignant enseignante;professeur professeure;étudiant étudiante;doctorant doctorante;député députée;
sénateur sénatrice;préfet préfète;élu élue;ambassadeur ambassadrice;administrateur administratrice;
trésorier trésorière;consultant consultante;agriculteur agricultrice;directeur-adjoint directrice-adjointe;
vice-président vice-présidente;vice-doyen vice-doyenne;doyen doyenne;chef cheffe;recteur rectrice;
inspecteur inspectrice;gouverneur gouverneure;ingénieur ingénieure;expert experte;avocat avocate;
infirmier infirmière;technicien technicienne;éducateur éducatrice;formateur formatrice;facilitateur facilitatrice;
historien historienne;auteur autrice;écrivain écrivaine;producteur productrice;maraîcher maraîchère;
artisan artisane;commerçant commerçante;habitant habitante;retraité retraitée;entrepreneur entrepreneuse;
instituteur institutrice;citoyen citoyenne;musicien musicienne;comédien comédienne;gérant gérante;
dirigeant dirigeante;salarié salariée;conseiller-délégué conseillère-déléguée;maire-adjoint maire-adjointe;
assistant assistante;attaché attachée;référent référente;envoyé envoyée;consul consule;
commissaire-adjoint commissaire-adjointe;mandataire-délégué mandataire-déléguée;chroniqueur chroniqueuse;
paysan paysanne;boulanger boulangère;pharmacien pharmacienne;restaurateur restauratrice;danseur danseuse;
acteur actrice;réalisateur réalisatrice;premier-adjoint première-adjointe;suppléant suppléante;
titulaire-adjoint titulaire-adjointe;ouvrier ouvrière;apprenti apprentie;lycéen lycéenne;adhérent adhérente;
co-fondateur co-fondatrice;co-directeur co-directrice;codirecteur codirectrice;ex-président ex-présidente;
bibliothécaire-adjoint bibliothécaire-adjointe;conservateur conservatrice;garant garante;
président-directeur présidente-directrice;sous-préfet sous-préfète;sous-directeur sous-directrice;
conférencier conférencière;intervenant intervenante;organisateur organisatrice;collaborateur collaboratrice;
négociateur négociatrice;évaluateur évaluatrice;concepteur conceptrice;urbaniste-adjoint urbaniste-adjointe;
surveillant surveillante;policier policière;agent agente;avocat-conseil avocate-conseil;romancier romancière;
éditeur éditrice;rédacteur rédactrice;vigneron vigneronne;éleveur éleveuse;
chauffeur chauffeuse;vendeur vendeuse;éboueur éboueuse;receveur receveuse;pêcheur pêcheuse;
metteur metteuse;chirurgien chirurgienne;programmateur programmatrice;
magistrat magistrate;traducteur traductrice;
créateur créatrice;exploitant exploitante;régisseur régisseuse;
procureur procureure;chancelier chancelière;secrétaire-adjoint secrétaire-adjointe
"""
_EITHER = """
maire;ministre;secrétaire;responsable;membre;porte-parole;journaliste;sociologue;économiste;géographe;politologue;
urbaniste;architecte;anthropologue;commissaire;bénévole;capitaine;juge;médecin;maître;cadre;stagiaire;volontaire;
vétérinaire;philosophe;paysagiste;biologiste;interprète;fonctionnaire;juriste;pilote;guide;partenaire;analyste;
spécialiste;scientifique;artiste;photographe;bibliothécaire;documentaliste;archiviste;géologue;écologue;
climatologue;dentiste;libraire;pharmacologue;psychologue;hydrologue;agronome;diplomate;notaire;propriétaire;
locataire;cinéaste;auteure;syndicaliste;militante;militant;vice-maire;pdg;dg;dgs;dga;dgst;parlementaire;eurodéputé;
eurodéputée;secrétaire-général;maîtresse;principal;principale;proviseur;proviseure;greffier;greffière;coordination;
professeure;chef-lieu;modératrice;gardien;gardienne;mandataire;suppléant;pasteur;évêque;curé;imam;rabbin;roi;reine;
prince;princesse;colonel;général-major;lieutenant;commandant;commandante;adjudant;adjudante;capitaine;brigadier;
brigadière;postdoctorant;postdoctorante;vidéaste;graphiste;ethnologue;généraliste;linguiste;
physicien;physicienne;chimiste;géomètre;naturaliste;mathématicien;mathématicienne;informaticien;informaticienne;
psychiatre;pédiatre;orthophoniste;kinésithérapeute;comptable;concierge;fleuriste;mcf;pu;universitaire;plasticien;
plasticienne;scénariste;ergonome;démographe;statisticien;statisticienne;sage-femme;aide-soignante;chorégraphe;
compositeur;compositrice;slameur;slameuse;conteur;conteuse;poète;poétesse;romaniste;arboriculteur;arboricultrice;
apiculteur;apicultrice;ostréiculteur;ostréicultrice;forestier;forestière;garde;jardinier;jardinière;cuisinier;cuisinière
"""

#: Function nouns, folded, to their gender.
FUNCTIONS: dict[str, Gender | None] = {}
for _pair in _PAIRS.replace("\n", " ").split(";"):
    _masculine, _feminine = _pair.split()
    FUNCTIONS[fold(_masculine)] = "m"
    FUNCTIONS[fold(_feminine)] = "f"
for _noun in _EITHER.replace("\n", " ").split(";"):
    FUNCTIONS.setdefault(fold(_noun.strip()), None)
del FUNCTIONS["chef-lieu"]

#: Words that may stand in front of a function noun: « ancienne ministre », « vice président ».
BEFORE_FUNCTION = frozenset(
    fold(word)
    for word in """
ancien ancienne ex premier première deuxième troisième quatrième cinquième second seconde vice co sous grand grande
jeune futur future nouveau nouvelle actuel
actuelle 1er 1ère 1re 2e 2ème 2nd 2nde 3e 3ème 4e 4ème 5e 5ème 6e 6ème 7e 8e 9e
""".split()
)

#: Functions, trades and common words that are surnames as well: « Paul Boulanger », « Anne Petit » are names.
SURNAMES = frozenset(
    fold(word)
    for word in """
boulanger jardinier forestier cuisinier garde vigneron pasteur prince roi juge maître avocat notaire curé capitaine
pêcheur apprenti chancelier gardien danseur musicien comédien maraîcher paysan petit grand comte page
""".split()
)

#: Titles of courtesy, folded and without the full stop, to their gender.
COURTESY: dict[str, Gender | None] = {
    "m": "m",
    "mm": "m",
    "mr": "m",
    "monsieur": "m",
    "messieurs": "m",
    "mme": "f",
    "mmes": "f",
    "madame": "f",
    "mesdames": "f",
    "mlle": "f",
    "mlles": "f",
    "dr": None,
    "pr": None,
    "me": None,
    "docteur": None,
    "docteure": "f",
    "dre": "f",
    "prof": None,
    "professeur": None,
    "maitre": None,
}


def is_function_start(words: str) -> bool:
    """Tell a phrase whose head is a function noun: « Vice-Présidente de … », « ancien maire de … »."""
    found = fold(words).split()
    while found and found[0].strip(",.;:()'") in BEFORE_FUNCTION:
        found = found[1:]
    if not found:
        return False
    head = found[0].strip(",.;:()\"'")
    first = head.replace("·", ".").split(".")[0].split("(")[0].split("/")[0]
    return any(word in FUNCTIONS for word in (head, first, head.split("-")[0], head.rstrip("s")))
