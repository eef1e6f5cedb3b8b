"""Trades and other bare nouns that say who a person is, where a name stands beside them; endings of such nouns."""

import re

from kg.lexicon.folding import fold
from kg.lexicon.functions import BEFORE_FUNCTION, FUNCTIONS, Gender, is_function_start
from kg.regex import regex

_PAIRS = """
boucher bouchère;épicier épicière;mercier mercière;riverain riveraine;confiseur confiseuse;chapelier chapelière;
gantier gantière;sabotier sabotière;tanneur tanneuse;lunetier lunetière;charcutier charcutière;primeur primeuse;
glacier glacière;torréfacteur torréfactrice;maroquinier maroquinière;matelassier matelassière;rempailleur rempailleuse;
accordeur accordeuse;facilitateur facilitatrice;animalier animalière;palefrenier palefrenière;meneur meneuse;
nourricier nourricière;tuteur tutrice;intendant intendante;économe économe;vicaire vicaire;
berger bergère;meunier meunière;éclusier éclusière;mécanicien mécanicienne;
quincaillier quincaillière;navigateur navigatrice;conducteur conductrice;facteur factrice;chanteur chanteuse;
docker dockeuse;marin marine;batelier batelière;marinier marinière;passeur passeuse;sauveteur sauveteuse;
pompier pompière;secouriste secouriste;ambulancier ambulancière;brancardier brancardière;soigneur soigneuse;
prothésiste prothésiste;opticien opticienne;diététicien diététicienne;nutritionniste nutritionniste;
auditeur auditrice;contrôleur contrôleuse;vérificateur vérificatrice;inspecteur inspectrice;enquêteur enquêtrice;
caissier caissière;coiffeur coiffeuse;couturier couturière;tailleur tailleuse;tisserand tisserande;
cordonnier cordonnière;tapissier tapissière;ébéniste ébéniste;menuisier menuisière;charpentier charpentière;
couvreur couvreuse;maçon maçonne;plombier plombière;électricien électricienne;serrurier serrurière;
forgeron forgeronne;soudeur soudeuse;tourneur tourneuse;potier potière;céramiste céramiste;verrier verrière;
vannier vannière;luthier luthière;horloger horlogère;bijoutier bijoutière;orfèvre orfèvre;relieur relieuse;
imprimeur imprimeuse;typographe typographe;graveur graveuse;sculpteur sculptrice;peintre peintre;
dessinateur dessinatrice;illustrateur illustratrice;décorateur décoratrice;costumier costumière;
scénographe scénographe;éclairagiste éclairagiste;cascadeur cascadeuse;clown clown;magicien magicienne;
marionnettiste marionnettiste;circassien circassienne;chansonnier chansonnière;accordéoniste accordéoniste;
violoniste violoniste;pianiste pianiste;guitariste guitariste;organiste organiste;percussionniste percussionniste;
mineur mineure;carrier carrière;fendeur fendeuse;bûcheron bûcheronne;scieur scieuse;débardeur débardeuse;
saunier saunière;paludier paludière;mareyeur mareyeuse;poissonnier poissonnière;fromager fromagère;
crémier crémière;pâtissier pâtissière;chocolatier chocolatière;brasseur brasseuse;caviste caviste;
sommelier sommelière;traiteur traiteuse;hôtelier hôtelière;aubergiste aubergiste;cafetier cafetière;
serveur serveuse;cantinier cantinière;laitier laitière;céréalier céréalière;semencier semencière;
pépiniériste pépiniériste;horticulteur horticultrice;viticulteur viticultrice;oléiculteur oléicultrice;
pisciculteur piscicultrice;conchyliculteur conchylicultrice;mytiliculteur mytilicultrice;riziculteur rizicultrice;
transporteur transporteuse;routier routière;camionneur camionneuse;livreur livreuse;coursier coursière;
cheminot cheminote;aiguilleur aiguilleuse;aviateur aviatrice;skipper skippeuse;moniteur monitrice;
entraîneur entraîneuse;arbitre arbitre;sportif sportive;nageur nageuse;coureur coureuse;cavalier cavalière;
alpiniste alpiniste;randonneur randonneuse;skieur skieuse;footballeur footballeuse;handballeur handballeuse;
rugbyman rugbywoman;joueur joueuse;champion championne;capitaine capitaine;
gendarme gendarme;douanier douanière;huissier huissière;clerc clerc;assesseur assesseuse;
banquier banquière;assureur assureuse;courtier courtière;négociant négociante;marchand marchande;
brocanteur brocanteuse;antiquaire antiquaire;fripier fripière;bouquiniste bouquiniste;papetier papetière;
buraliste buraliste;garagiste garagiste;carrossier carrossière;ferrailleur ferrailleuse;chiffonnier chiffonnière;
réparateur réparatrice;dépanneur dépanneuse;installateur installatrice;monteur monteuse;ajusteur ajusteuse;
programmeur programmeuse;développeur développeuse;codeur codeuse;infographiste infographiste;
webmestre webmestre;maquettiste maquettiste;correcteur correctrice;relecteur relectrice;blogueur blogueuse;
podcasteur podcasteuse;reporter reportrice;correspondant correspondante;présentateur présentatrice;
essayiste essayiste;nouvelliste nouvelliste;dramaturge dramaturge;parolier parolière;compositeur compositrice;
politiste politiste;éthicien éthicienne;théologien théologienne;bourgmestre bourgmestre;échevin échevine;
édile édile;châtelain châtelaine;syndic syndique;greffier greffière;
prédécesseur prédécesseure;successeur successeure;homologue homologue;
remplaçant remplaçante;intérimaire intérimaire;saisonnier saisonnière;vacataire vacataire;
interne interne;externe externe;praticien praticienne;soignant soignante;puériculteur puéricultrice;
brodeur brodeuse;dentellier dentellière;fileur fileuse;teinturier teinturière;blanchisseur blanchisseuse;
ramoneur ramoneuse;fossoyeur fossoyeuse;vitrier vitrière;carreleur carreleuse;plâtrier plâtrière;
agenceur agenceuse;décolleteur décolleteuse;chaudronnier chaudronnière;fondeur fondeuse;mouleur mouleuse;
factotum factotum;veilleur veilleuse;standardiste standardiste;dactylo dactylo;magasinier magasinière;
cariste cariste;manutentionnaire manutentionnaire;logisticien logisticienne;acheteur acheteuse;
auteur-compositeur autrice-compositrice;parent parent;voisin voisine;usager usagère;
sinistré sinistrée;réfugié réfugiée;rescapé rescapée;vétéran vétérane;bouilleur bouilleuse;colporteur colporteuse;
guérisseur guérisseuse;rebouteux rebouteuse;sourcier sourcière;herboriste herboriste;droguiste droguiste;
lavandier lavandière;matelot matelote;timonier timonière;charretier charretière;muletier muletière;
autocariste autocariste;voyagiste voyagiste;taxi taxi;batteur batteuse;doctorant doctorante;
cogérant cogérante;codirigeant codirigeante;coprésident coprésidente;coauteur coautrice;
juré jurée;lauréat lauréate;ambassadeur ambassadrice;bénéficiaire bénéficiaire;sociétaire sociétaire;
abonné abonnée;licencié licenciée;colocataire colocataire;copropriétaire copropriétaire;exposant exposante;
paludologue paludologue;docteur docteure;sous-directeur sous-directrice;surveillant surveillante;
"""
#: Those of several words.
_SEVERAL = regex(
    r"(?:aides? à domicile|aide-ménagère|(?:femme|homme) de ménage|(?:mère|père) (?:d'élèves?|de (?:famille|jumeaux|"
    r"jumelles|deux|trois|quatre|cinq)|d'une?)|auxiliaires? (?:de (?:vie|puériculture|justice)|médicale?))\b"
)
_NOT_PEOPLE = frozenset(("marine", "verriere", "carriere", "glaciere", "primeuse", "nourriciere"))

#: Nouns, folded, to their gender; some are adjectives or things elsewhere, so that they tell only beside a name.
TRADES: dict[str, Gender | None] = {}
for _pair in _PAIRS.replace("\n", " ").split(";"):
    if _pair.strip():
        _masculine, _feminine = _pair.split()
        TRADES[fold(_masculine)] = "m" if _masculine != _feminine else None
        TRADES[fold(_feminine)] = "f" if _masculine != _feminine else None
TRADES[fold("docteur")] = None
for _word in _NOT_PEOPLE:
    TRADES.pop(_word, None)

#: Endings that tell a person who does something, and words that end so and are none.
_ENDING = regex(
    r"(?:logue|graphe|iste|therapeute|iatre|culteur|cultrice|trice|icien|icienne|metteur|metteuse|preneur|preneuse)$"
)
_NO_TRADE = frozenset(
    """
catalogue dialogue prologue epilogue monologue analogue paragraphe orthographe autographe telegraphe epigraphe
cenotaphe polygraphe seismographe liste piste triste optimiste pessimiste realiste feministe idealiste fataliste
perfectionniste perfectioniste schiste existe persiste insiste resiste assiste consiste subsiste desiste attriste
socialiste communiste ecologiste royaliste gaulliste centriste capitaliste productiviste touriste matrice motrice
cicatrice egoiste altruiste raciste sexiste
""".split()
)

#: Endings of nouns for people that other nouns have too: only « ancienne » before them makes them sure.
_DOER = regex(r"[a-z]{3}(?:eur|euse|ier|iere|ien|ienne|iste|ante|ant)$")

#: Functions cut short, with their full stop: « adj. à la culture », « dir. des services ».
SHORTENED = frozenset(
    fold(word)
    for word in """adj. anim. ch. chargé. cons. coord. dél. dir. ens. ing. insp. inf. méd. prés. rapp. rép. repr. resp.
secr. secrét. sec. stag. techn. trés. vice-prés. v.-prés. co-prés. coprés. vice-pt. dir.-adj. sec.-gén.""".split()
)
_FULL_STOP = regex(
    rf"(?<![\w.])(?:{'|'.join(sorted((re.escape(word[:-1]) for word in SHORTENED), key=len, reverse=True))}"
    r"|gén|mun|rég|dép|nat|comm|scient|techn?|adm|gal|pdt|gle)\.(?=\s)",
    re.IGNORECASE,
)


def is_trade(word: str) -> bool:
    """Tell one word in small letters that names a person by what they do."""
    key = fold(word)
    return key in TRADES or (len(key) > 6 and key not in _NO_TRADE and _ENDING.search(key) is not None)


def tells_function(words: str) -> bool:
    """Tell a phrase beside a name that says what the person does: « ancienne éclusière à Lens », « adj. aux sports ».

    A trade in capitals may be a surname: something in small letters has to follow it.
    """
    if is_function_start(words):
        return True
    found = words.split()
    former = bool(found) and fold(found[0]) in ("ancien", "ancienne")
    while found and fold(found[0].strip(",.;:()'")) in BEFORE_FUNCTION:
        found = found[1:]
    if not found:
        return False
    if former and found[0].islower() and _DOER.search(fold(found[0].strip(",.;:()"))):
        return True
    if fold(found[0]) in SHORTENED:
        return True
    head = re.split(r"[·(/]", found[0].strip(",.;:()\"'|"))[0]
    if not head or (head[0].isupper() and not (len(found) > 1 and found[1][:1].islower())):
        return False
    if head in ("aide", "aide-ménagère", "femme", "homme", "mère", "père", "auxiliaire"):
        return _SEVERAL.match(" ".join(found)) is not None
    return is_trade(head) or (head[0].islower() and head.split("-")[0] in FUNCTIONS)


def unabbreviated(text: str) -> str:
    """Return a text of the same length where the full stops of shortened functions are no longer such."""
    return _FULL_STOP.sub(lambda match: match[0][:-1] + "·", text)


def told_gender(words: str) -> Gender | None:
    """Return the gender told by the first noun of a phrase that names a function or a trade, if it tells one."""
    for word in fold(words).replace("'", " ").split()[:4]:
        bare = word.strip(",.;:()")
        gender = FUNCTIONS.get(bare) or TRADES.get(bare)
        if gender:
            return gender
    return None
