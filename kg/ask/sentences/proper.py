"""Whether a capital is that of a name: not of a small word that opens a sentence, nor of « place du Marché »."""

import re

from index import fold
from kg.lexicon.functions import is_function_start
from kg.regex import regex

_SMALL = regex(
    r"(?:l[ea]s?|l'|une?|des|du|on|je|j'\w*|tu|il|elle|ils|elles|nous|vous|ce|c'\w*|ca|cela|ceux|celles?|celui|tout|tous"
    r"|toutes|rien|personne|qui|que|quoi|chacune?|certaine?s|plusieurs|aucune?|mon|ma|mes|notre|nos|votre|vos|son|sa|ses"
    r"|leurs?|et|ou|mais|si|oui|non|pour|par|avec|dans|en|au|aux|de|d'\w*|n'\w*|s'\w*|qu'\w*)(?: .*)?"
)
#: What a name stands after that tells a place in a town.
_ADDRESS = regex(
    r"\b(?:place|rue|avenue|quai|boulevard|chemin|impasse|route|quartier|residence|tour|salle|hameau|lieu-dit|parc|square"
    r"|pont|porte|cite|ecole|cour)s?(?: (?:du|de la|de l'|des|de|d'))? ?$"
)
#: How many characters before a name tell where it stands.
BEFORE = 24


def is_proper(text: str, start: int, words: str, *, town: bool = False) -> bool:
    """Tell a name at a place of a text: no function, no small word, no address, no word that it writes without capital.

    A `town` may be any name that is no function.
    """
    name = words.strip()
    if town or is_function_start(words):
        return not is_function_start(words)
    if _SMALL.fullmatch(fold(name)) or _ADDRESS.search(fold(text[max(0, start - BEFORE) : start])):
        return False
    common = " " not in name and name[1:].islower() and re.search(rf"(?<![\w'’-]){re.escape(name.lower())}s?\b", text)
    return not common
