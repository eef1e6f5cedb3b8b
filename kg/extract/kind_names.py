"""Bodies by a kind of two or three words and its place, and the names that stand right after a kind."""

from collections.abc import Mapping, Sequence

from kg.extract.authorities import Body, is_proper, past_link
from kg.extract.bare_names import ARTICLES, bare_name
from kg.extract.tokens import Token
from kg.lexicon.bodies import COMPOUND_KINDS
from kg.lexicon.body_slots import BARE_KINDS, NAMED_KINDS, OF_PLACE, PRESS, QUOTED_KINDS
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES
from kg.regex import regex

_FIRST_WORDS = frozenset(words[0] for words in COMPOUND_KINDS)
#: A workshop of artists or architects, told from a meeting by where it stands: « Zoé Vial (atelier Pierre sèche) ».
_IN_BRACKETS = frozenset(("atelier", "studio"))
_ONE_OF = frozenset("un une telle tel cette ce autre la le l' jeune petite petit".split())
#: Of these, the common nouns after them end a name as well.
_SURE_PRESS = frozenset("echo echos gazette courrier depeche messager telegramme".split())
#: Kinds whose name may be one word after what they do: « bureau d'études Sillage », « cabinet d'architectes Ombelle ».
_FIRMS = frozenset("bureau cabinet agence entreprise societe cooperative studio start-up startup".split())
#: Endings of adjectives made of the name of a town or of a land.
_OF_LAND = regex(r"(?:oise?|aise?|ienn?e?|aine?|ane?|arde?|ine?|onn?e?)$")
_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”"')


def kind_name_at(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    """Read « mission locale du Haut-Lac », « cabinet Horizon 9 », « l'association de parents Les Cartables bleus »."""
    if tokens[at].fold in _FIRST_WORDS and (body := _compound(tokens, at, tags)):
        return body
    if tokens[at].is_capital and (body := _press(tokens, at, tags)):
        return body
    if tokens[at].fold not in NAMED_KINDS and tokens[at].fold not in OF_PLACE:
        return None
    inside = at > 0 and not tokens[at].breaks and tokens[at - 1].is_word
    if inside and tokens[at].is_capital and not tokens[at].is_caps:
        return None
    return _named(tokens, at, tags) or _apposed(tokens, at, tags)


def _press(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    """Read a newspaper by the word that begins its name: « L'Écho du Plateau », « La Gazette des berges »."""
    if tokens[at].fold not in ARTICLES or at + 3 >= len(tokens) or not tokens[at + 1].is_capital:
        return None
    if tokens[at + 1].fold not in PRESS:
        return None
    last = bare_name(tokens, at, tags)
    if tokens[at + 2].fold not in ("de", "du", "des", "d'"):  # « L'Écho lensois »
        of_land = tokens[at + 2].text.islower() and _OF_LAND.search(tokens[at + 2].fold) is not None
        return Body(at, at + 3) if tokens[at + 1].fold in _SURE_PRESS and of_land else None
    whole = last > at + 3 and (tokens[last - 1].is_capital or tokens[at + 1].fold in _SURE_PRESS)
    return Body(at, last) if whole else None


def _apposed(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    """Read « un collectif d'habitants, Voix du lavoir, » and « une coopérative existe, Les Paniers du Haut »."""
    before = tokens[at - 1].fold if at else ""
    if tokens[at].is_capital or before not in _ONE_OF or tokens[at].fold not in QUOTED_KINDS:
        return None
    comma = at + 1
    while comma < len(tokens) and comma < at + 8 and tokens[comma].is_word and not tokens[comma].is_capital:
        comma += 1
    begin = comma + 1
    if begin >= len(tokens) or tokens[comma].text != "," or is_given_name(tokens[begin].text):
        return None
    last = bare_name(tokens, begin, tags)
    if last < begin + 2 or (last < len(tokens) and tokens[last].text not in (",", ".", ")", ";")):
        return None
    titled = tokens[begin].fold in ARTICLES
    says = any(tags.get(token.start) in ("VERB", "AUX") for token in tokens[at + 1 : comma])
    head = tokens[begin + 1 if titled else begin]
    plain = head.fold not in NOT_IN_NAMES and area_kind(head.text) is None
    return Body(begin, last) if plain and (titled or not says) else None


def _compound(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    for words in COMPOUND_KINDS:
        after = at + len(words)
        if tuple(token.fold for token in tokens[at:after]) == words:
            begin, linked = past_link(tokens, after)
            last = bare_name(tokens, begin, tags, places=True) if linked and begin < len(tokens) else 0
            return Body(at, last) if last and not tokens[begin].breaks else None
    return None


def _named(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    begin = at + 2 if tokens[at].fold == "cab" and tokens[at + 1 : at + 2] and tokens[at + 1].text == "." else at + 1
    while begin < len(tokens) and begin < at + 4 and _describes(tokens[begin], tags):
        begin += 1
    if begin >= len(tokens) or tokens[begin].breaks:
        return None
    if tokens[at].fold == "chantier" and tokens[begin - 1].fold != "insertion":
        return None
    if tokens[begin].text in _OPENING:
        return _quoted(tokens, begin) if tokens[at].fold in QUOTED_KINDS else None
    if begin == at + 1 and tokens[at].fold in OF_PLACE and tokens[begin].fold in ("du", "de", "des", "d'"):
        begin, _ = past_link(tokens, begin)
        last = bare_name(tokens, begin, tags, places=True) if begin < len(tokens) else 0
        return Body(at, last) if last else None
    return _adjoining(tokens, at, begin, tags)


def _describes(token: Token, tags: Mapping[int, str]) -> bool:
    """Tell a word between a kind and its name: « l'association de parents X », « la coopérative agricole X »."""
    if token.is_capital or not token.is_word:
        return False
    return token.fold in ("de", "d'") or tags.get(token.start) in ("NOUN", "ADJ")


def _quoted(tokens: Sequence[Token], opening: int) -> Body | None:
    close = next((k for k in range(opening + 2, min(len(tokens), opening + 9)) if tokens[k].text in _CLOSING), None)
    if close is None or not tokens[opening + 1].is_capital:
        return None
    inside = tokens[opening + 1 : close]
    return Body(opening + 1, close) if all(token.text not in ".!?,;:" for token in inside) else None


def _adjoining(tokens: Sequence[Token], at: int, begin: int, tags: Mapping[int, str]) -> Body | None:
    titled = tokens[begin].fold in ARTICLES and tokens[begin].is_capital
    if not titled and (tokens[begin - 1].fold in ("de", "d'") or not is_proper(tokens[begin])):
        return None
    described = begin > at + 1 and tokens[begin - 1].text != "."
    if (
        tokens[at].fold in _IN_BRACKETS
        and not (at and tokens[at - 1].text in ("(", ","))
        and not (titled and described)
    ):
        return None
    last = bare_name(tokens, begin, tags)
    content = [token for token in tokens[begin:last] if token.fold not in ARTICLES]
    common = bool(last) and content[0].fold in NOT_IN_NAMES and not (titled and len(content) > 1)
    if not last or common or area_kind(content[0].text):
        return None
    alone = last - begin == 1 and tokens[at].fold not in _FIRMS
    if described and not titled and (alone or is_given_name(tokens[begin].text)):
        return None
    return Body(begin if titled or described or tokens[at].fold in BARE_KINDS or tokens[begin].is_caps else at, last)
