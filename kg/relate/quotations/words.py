"""Words of functions: their stems, gender, and which fits which (élu fits maire, breton fits Bretagne)."""

import re
import unicodedata

from kg.regex import regex

_STOP = frozenset(
    "le la les l de d des du un une et ou a au aux en dans sur pour par avec son sa ses leur ce cette cet ville mairie "
    "commune notre qui chez jeune ancien ancienne nouveau nouvelle".split()
)
_HYPERNYMS = {
    "elu": "mair mairess bourgmestr alcad adjoint conseiller deput senateur president echevin vic",
    "edil": "mair mairess bourgmestr",
    "responsabl": "directeur chef coordinateur charg manager delegu dirig",
    "dirigeant": "directeur president gerant dirig",
    "patron": "directeur president gerant dirig",
    "enseignant": "professeur maitr instituteur",
    "chercheur": "sociologu geograph economist doctorant professeur ingenieur historien politist urbanist anthropologu",
    "universitair": "professeur chercheur doctorant maitr",
    "scientifiqu": "chercheur ingenieur biologist climatologu hydrologu",
    "parlementair": "deput senateur",
    "premier": "mair",
    "jurist": "avocat magistrat notair droit",
    "associatif": "president benevol",
    "fonctionnair": "charg directeur agent",
    "soignant": "medecin infirmier",
    "agriculteur": "maraicher eleveur viticulteur paysan cerealier",
    "directeur": "dirig",
    "president": "presid",
    "intercommunalit": "communaut metropol agglomeration",
    "bourgmestr": "mair",
    "gerant": "dirig",
    "chef": "cuisinier",
    "commercant": "libraire boulanger epicier gerant",
}
#: Inhabitants whose name is not made from that of their country.
_IRREGULAR = {
    "danois": "danemark",
    "neerlandai": "bas hollande",
    "hollandai": "bas hollande",
    "belg": "belgiqu",
    "croat": "croati",
    "serb": "serbi",
    "slovaqu": "slovaqui",
    "tchequ": "tchequi",
    "grec": "grec",
    "turc": "turqui",
    "russ": "russi",
    "britanniqu": "uni angleterr",
    "malgach": "madagascar",
    "burkinabe": "burkina",
    "danoi": "danemark",
}
_DEMONYM = regex(r"(?:ais?|ois?|ien|ain|an|in|and|ard|ar|es|ol|on|ens|ique|iqu|ten|at)$")


def word_gender(function: str) -> str | None:
    """Tell gender by the first word of a function (`directrice` f, `conseiller` m), or None."""
    head = next(iter(re.findall(r"[\wÀ-ÿ]+", function)), "").lower()
    if re.search(r"(?:trice|euse|ère|ienne|ée|adjointe|présidente|élue|cheffe|gérante|avocate|artisane|"
    r"consultante|ante|"
                 r"agente|magistrate|députée|mairesse|experte)$", head):  # fmt: skip
        return "f"
    if re.search(
        r"(?:teur|eur|er|ien|adjoint|président|élu|avocat|artisan|gérant|délégué|député|chargé|ant|chef)$", head
    ):
        return "m"
    return None


def phrase_gender(phrase: str) -> str | None:
    """Tell the gender of a noun phrase by its determiner, else by its noun."""
    words = phrase.lower().split()
    if words and words[0] in ("la", "une", "cette", "sa"):
        return "f"
    if words and words[0] in ("le", "un", "ce", "cet", "son", "du", "au"):
        return "m"
    return word_gender(re.sub(r"^l'", "", phrase.lower()))


def stems(text: str) -> list[str]:
    """Return the content words of a phrase, without accents, gender and number."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'"))
    plain = plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", plain)
    return [_stem(word) for word in words if word not in _STOP]


def _stem(word: str) -> str:
    word = re.sub(r"(?<=\w{3})[sx]$", "", word)
    for feminine, masculine in (
        ("trice", "teur"),
        ("euse", "eur"),
        ("ienne", "ien"),
        ("ere", "er"),
        ("effe", "ef"),
        ("aine", "ain"),
    ):
        if word.endswith(feminine):
            return word[: -len(feminine)] + masculine
    word = re.sub(r"aux$", "al", word)
    word = re.sub(r"(?:nne|lle|tte)$", lambda m: m[0][0], word)
    return re.sub(r"(?<=\w{2})e{1,2}$", "", word)


_LEARNED = regex(r"\w{2,}(?:logu|graph|nomist|mist|icien|urbanist|historien)$")
_LEARNED_WORDS = frozenset("chercheur scientifiqu universitair expert specialist savant".split())


def fits(word: str, words: frozenset[str], *, head: bool = False) -> bool:
    """Tell whether a stem is among others, as a hypernym or (unless it heads the phrase) as a demonym."""
    if word in _LEARNED_WORDS and any(_LEARNED.match(other) for other in words):
        return True
    if word in words or not words.isdisjoint(_HYPERNYMS.get(word, "").split()):
        return True
    if not head and not words.isdisjoint(_IRREGULAR.get(word, "").split()):
        return True
    if head or not _DEMONYM.search(word):
        return False
    root = word[:5] if len(word) > 7 else word[:4]
    return any(other.startswith(root) for other in words)
