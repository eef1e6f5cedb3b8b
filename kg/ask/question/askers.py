"""Whom a question asks for when it asks who said something: « qui », « quel agriculteur », « … : qui en parle ? »."""

import re
from dataclasses import dataclass

from index import fold, tokens
from kg.ask.language.words import NOT_SPEECH, WHO_SAID, reports, speech_stems
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.question.whom import Whom, told_by
from kg.lexicon.functions import Gender, is_function_start
from kg.regex import regex

#: « qui » that does not begin the question: after its subject, or after words in quotes.
_LATER = regex(
    rf"^[^?]{{2,80}}?\s?[:;–]\s*(?:de |par )?qui\b(?! {NOT_SPEECH})|\b(?:c'est|est) de qui\b"
    r"|\bde qui (?:est|sont|vient)\b"
    r"|^je (?:cherche|voudrais|veux|recherche)\b.{0,40}\b(?:qui|personne)\b|^(?:la|les?) personnes? qui\b"
    r"|\bqui(?: (?:en (?:parl\w+|a parle|ont parle|avait parle)|l'a dit"
    r"|(?:a dit|disait|parle de|a parle de) (?:ca|cela)))?\s*\??$"
)
_NOUN = regex(r"quel(?:le)?s? ([\w-]+)")
_WHICH = regex(
    rf"^(?:[^,?]{{3,60}}, |[^?]{{3,60}}? ?: ?)?quel(?:le)?s? (?:jeune |ancien\w* |autre |vieux |vieille |petit\w* )?"
    rf"(?P<noun>[\w-]+)\b(?P<of>(?: (?:de (?:la |l')?|du |des |d'|au |aux |a la )[\w'-]+(?: [\w-]+)?){{0,2}}?)"
    rf"(?: (?:[a-z]+(?:aise?|oise?|ienne?|ale|al|aux|elle|el|ique|iste|ive|if|eux|euse))\b)?"
    rf"(?= (?!de\b|d'|du\b|des\b))(?! {NOT_SPEECH})"
)
_HUMAN = frozenset(
    "monsieur madame dame messieurs dames femme femmes homme hommes jeune jeunes fille garcon enfant enfants pere mere "
    "membre membres participant participante participants gens parent parents temoin invite invitee voix convive "
    "membre individu monde auditeur auditrice spectateur spectatrice".split()
)
#: Nouns for people that are no function, folded and without their plural.
_PEOPLE = frozenset(
    "soignant soignante aidant aidante riverain riveraine usager usagere patient patiente resident residente eleve "
    "ecolier ecoliere collegien collegienne licencie licenciee arbitre entraineur entraineuse supporter religieux "
    "religieuse soeur frere pretre employe employee cadre patron patronne conducteur conductrice visiteur visiteuse "
    "visiteurs opposant opposante militant militante refugie refugiee migrant migrante ancien ancienne aine ainee "
    "senior vacancier vacanciere randonneur randonneuse cycliste pieton pietonne automobiliste chasseur chasseresse "
    "pompier gendarme militaire marin charpentier charpentiere mecanicien mecanicienne electricien plombier menuisier "
    "menuisiere macon boucher bouchere epicier epiciere libraire hotelier hoteliere cafetier cafetiere aubergiste "
    "ecrivain ecrivaine chanteur chanteuse peintre sculpteur sculptrice sportif sportive champion championne joueur "
    "joueuse universitaire savant savante edile dirigeant dirigeante decideur decideuse financeur animateur animatrice "
    "educatrice educateur contribuable electeur electrice administre administree concitoyen concitoyenne voisin "
    "voisine villageois villageoise citadin citadine rural rurale maman papa grand-mere grand-pere mamie papi fils "
    "soeur interlocuteur interlocutrice orateur oratrice contradicteur contradictrice cooperant cooperante "
    "fermier fermiere berger bergere viticulteur viticultrice cerealier cerealiere horticulteur horticultrice "
    "sylviculteur pepinieriste meunier meuniere conseiller conseillere diplomate prof mediateur mediatrice "
    "fontainier fontainiere infirmier infirmiere aide-soignant docteur docteure praticien praticienne".split()
)
#: What one may be by trade of whom a wider word is said: the beginnings of folded functions.
_WIDER = {
    "soignant": "medecin|infirmi|aide-soignant|sage-femme|pharmac|kine|psycholog|docteur|chirurg|psychiatr"
    "|generaliste|interne",
    "elu": "maire|adjoint|conseill|depute|senat|echevin|president|vice-president|bourgmestre",
    "edile": "maire|adjoint|conseill|bourgmestre",
    "responsable": "direct|chef|coord|charge|president|gerant|responsable|delegue|secretaire gen|cadre",
    "dirigeant": "direct|president|gerant|pdg|fondat",
    "patron": "direct|president|gerant|pdg|fondat|patron",
    "chercheur": "sociolog|geograph|econom|doctor|professeur|maitre de conf|histor|anthropolog|urbanis"
    "|ingenieur de rech|polito|ethno|philosoph|biolog|climatolog|hydrolog|geolog|agronom|ecolog",
    "universitaire": "professeur|maitre de conf|chercheu|doctor",
    "scientifique": "chercheu|biolog|climatolog|hydrolog|geolog|ecolog|ingenieur|agronom|sociolog|geograph",
    "enseignant": "professeur|institut|maitre d|prof|directrice d'ecole|directeur d'ecole",
    "parlementaire": "depute|senat",
    "agriculteur": "maraich|elev|viticult|paysan|cereali|arboricult|agricult|vigneron|berger|fermi",
    "paysan": "maraich|elev|viticult|agricult|cereali|berger|fermi",
    "commercant": "librair|boulang|epici|gerant|bouch|restaurat|commerc|cafeti|pharmac",
    "artisan": "boulang|menuis|plomb|electric|macon|charpent|couvreur|tapiss|ceramist|potier",
    "artiste": "comedien|musicien|peintre|photograph|danseu|chorégraph|plasticien|chanteu|metteur|metteuse|realisat",
    "religieux": "soeur|frere|pretre|cure|abbe|pasteur|imam|rabbin|eveque",
}


#: What most of those who speak in a council are, though no report says it of each.
_ELECTED = frozenset(tokens("élu élue"))


@dataclass(frozen=True, slots=True)
class Asker:
    """Who is asked for: `noun` is what the person must be by trade (stems), `among` the ids of those to choose from.

    `apart` is the stems of the words that go with the noun and tell nothing of what was said: « du conseil municipal ».
    `told` is the stems of what somebody is told to be, who may be told otherwise in the reports: « l'agent qui… »;
    `gender` is that of a noun which tells it: « la dame », « l'habitante » (« l'élu » may be anybody).
    """

    noun: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    gender: Gender | None = None


def asked_for(query: Query) -> Asker | None:
    """Return whom a question asks for, nothing when it does not ask who said something."""
    if WHO_SAID.match(query.folded) or _LATER.search(query.folded):
        told = _NOUN.match(query.folded)
        return _of(told_by(told[1]) if told else query.whom)
    which = _WHICH.match(query.folded)
    if which is None:
        return None
    named = [one.entity.id for one in query.named if one.entity.kind == "person"]
    at = [one.start for one in query.named if one.entity.kind == "person"]
    if named and min(at) <= which.start("noun"):
        return Asker(among=frozenset(named))
    noun = which["noun"].rstrip("s")
    of = frozenset(tokens(which["of"])) - speech_stems()
    if which["noun"] in _HUMAN:
        return Asker(apart=frozenset(tokens(which["noun"])) | of, gender=told_by(which["noun"]).gender)
    if noun == "partenaire" or (not is_function_start(noun) and noun not in _PEOPLE):
        return None  # a partner is a body rather
    return Asker(noun=frozenset(tokens(which["noun"])), apart=of)


def _of(somebody: Whom) -> Asker:
    """Return whom a noun of the question asks for: anybody of a gender, or who is what it says."""
    noun = frozenset(tokens(somebody.noun))
    if not somebody.trade:
        return Asker(apart=noun, gender=somebody.gender)
    return Asker(apart=noun, told=noun - _ELECTED, gender="f" if somebody.gender == "f" else None)


_VERB = regex(
    r"(?:[^,?]{3,60}, )?qui (?:(?:a|ont|avait|avaient|se|ne|est|sont) |n'a |n'|s'est |s'etait |s')*(?P<verb>[\w-]+)"
)


def leads_with_speech(query: Query) -> bool:
    """Tell a question whose verb, right after « qui », reports what is said: « qui craint que… », « qui proteste »."""
    found = _VERB.match(query.folded)
    return found is not None and reports(found["verb"], " que")


def holds(library: Library, person: str, noun: frozenset[str]) -> bool:
    """Tell whether somebody's functions say a trade, or a narrower one: « soignante » of a nurse."""
    wider = next((one for word, one in _WIDER.items() if noun & frozenset(tokens(f"{word} {_feminine(word)}"))), "")
    narrow = re.compile(rf"\b(?:{wider})") if wider else None
    return any(
        noun <= frozenset(tokens(role.function)) or (narrow is not None and narrow.search(fold(role.function)))
        for role in library.knowledge.roles.get(person, ())
    )


def _feminine(noun: str) -> str:
    endings = (("teur", "trice"), ("eur", "euse"), ("eux", "euse"))
    return next((noun.removesuffix(end) + other for end, other in endings if noun.endswith(end)), f"{noun}e")
