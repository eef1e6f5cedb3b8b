"""What links the words of a body's name: « de », « pour », « aux », « et » and what each may join."""

from collections.abc import Mapping, Sequence

from kg.extract.authorities import is_proper, past_link, suffixed_authority, two_trades
from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.functions import FUNCTIONS

#: Nouns that take « à »: « Comité pour les alternatives aux canaux », « Association d'aide à domicile ».
_TOWARDS = frozenset(
    """aide acces alternative alternatives soutien appui droit formation retour adaptation initiation ecoute recours
    resistance accompagnement preparation education assistance secours insertion participation lutte""".split()
)
_ABROAD = frozenset("ambassade consulat mission delegation".split())
FIRM = frozenset(
    """ministere ambassade consulat universite agence institut fondation federation union confederation
chambre lycee college hopital prefecture academie observatoire syndicat cour tribunal musee theatre
alliance banque fundacion generalitat mairie mediatheque bibliotheque archives conservatoire""".split()
)
#: Kinds that begin a second body after « et »: « du Syndicat des eaux et du Syndicat des bois ».
_WHOLE = FIRM | {
    "association",
    "comite",
    "conseil",
    "communaute",
    "departement",
    "region",
    "centre",
    "reseau",
    "office",
}


def may_link(tokens: Sequence[Token], at: int, j: int) -> bool:
    """Tell a preposition inside a name; `at` is where its kind stands."""
    if j + 1 >= len(tokens):
        return False
    word = tokens[j].fold
    if word in ("en", "au", "aux", "a"):
        abroad = tokens[at].fold in _ABROAD and is_proper(tokens[j + 1])
        return abroad or (
            tokens[j].text in ("au", "aux", "à") and tokens[j + 1].text[:1].islower() and tokens[j - 1].fold in _TOWARDS
        )
    if tokens[j].text in ("&", "-"):
        return tokens[j].text == "&" and is_proper(tokens[j + 1])
    return True


def may_join(tokens: Sequence[Token], at: int, j: int, tags: Mapping[int, str]) -> bool:
    """Tell an « et » inside a name: « de l'Europe et des Affaires étrangères », « nationale et populaire »."""
    if j + 2 >= len(tokens):
        return False
    following = tokens[j + 1]
    if following.fold in ("de", "des", "du", "d'"):
        begin, _ = past_link(tokens, j + 1)
        if (
            begin < len(tokens)
            and tokens[begin].is_capital
            and tokens[begin].fold in _WHOLE
            and tokens[at].fold in _WHOLE
        ):
            return False
        return begin < len(tokens) and not is_new_body(tokens, begin) and not tokens[begin].fold.startswith("autre")
    if is_proper(following):
        if suffixed_authority(tokens[: j + 6], j + 1):
            return False  # « du Conservatoire et Lens Métropole »
        return not is_new_body(tokens, j + 1) and is_proper(tokens[j - 1]) and not following.is_caps
    if two_trades(tokens, at, j) or _two_aims(tokens, at, j, tags):
        return True
    return tags.get(following.start) == "ADJ" and tags.get(tokens[j - 1].start) == "ADJ"


def is_new_body(tokens: Sequence[Token], j: int) -> bool:
    """Tell the kind that begins another body: « et la Fondation »."""
    key = tokens[j].fold
    return (
        tokens[j].is_capital
        and not tokens[j].is_caps
        and (key in BODIES or key in AUTHORITIES)
        and tokens[j - 1].fold in ("et", "la", "le", "-")
    )


def _two_aims(tokens: Sequence[Token], at: int, j: int, tags: Mapping[int, str]) -> bool:
    """« Fondation pour l'enfance et la rivière », « Institut de recherche sur les eaux et les sols ».

    The second noun ends the name, or a verb in the singular follows: « … et les élus ont signé » are others.
    """
    if tokens[j + 1].fold not in ("la", "le", "les", "l'") or j + 2 >= len(tokens):
        return False
    aimed = any(token.fold in ("pour", "sur", "contre", "entre") for token in tokens[at + 1 : j])
    noun = tokens[j + 2]
    if not aimed or not noun.text.islower() or noun.fold in FUNCTIONS or noun.fold.rstrip("s") in FUNCTIONS:
        return False
    after = tokens[j + 3] if j + 3 < len(tokens) else None
    if after is None or after.breaks or not after.is_word:
        return True
    return tags.get(after.start) in ("VERB", "AUX") and not after.fold.endswith("nt")
