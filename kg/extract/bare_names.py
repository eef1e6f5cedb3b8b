"""How far a name goes that no kind of body begins: « Voix de quartier », « Électrons de l'Ouest », « Mains unies »."""

from collections.abc import Mapping, Sequence

from kg.extract.general_words import EMPTY_ADJECTIVES
from kg.extract.tokens import Token
from kg.lexicon.functions import COURTESY, FUNCTIONS
from kg.lexicon.places import area_kind
from kg.lexicon.words import GENERIC_ACRONYMS, NOT_IN_NAMES, PORTFOLIOS
from kg.regex import regex

ARTICLES = frozenset("la le les l'".split())
_OF = frozenset("de du des d' la le les l'".split())
#: Small words after which a common noun may end a name: « Rivières en commun », « Toit pour tous ».
_BEFORE_NOUN = _OF | frozenset("en a au aux sans sous pour contre".split())
#: Small words after which a name goes on with a proper one: « Médecins du Rhône », « La Table aux Cent Langues ».
_BEFORE_PROPER = _OF | frozenset("au aux sans sous contre del della delle dei di da do dos das van von der den".split())
#: What follows a whole name.
_AFTER = frozenset(
    "qui que dont et ou est a ont sont ne se s' n' y depuis dans avec par lors pendant avant apres selon sur".split()
)
_DETERMINERS = frozenset("le la les l' un une des son sa ses leur leurs ce cet cette notre que".split())
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier lendemain".split())
#: Nouns after « en », « à », « sur » that tell the state of a person and no name.
_STATES = frozenset(
    """poste exercice fonction fonctions retraite charge tête personne visite visioconférence visio ligne direct
    effet revanche outre particulier général conséquence attente présence cours""".split()
)
COMPANY = frozenset("compagnie cie associes associees".split())
_LONGEST = 9


def bare_name(tokens: Sequence[Token], first: int, tags: Mapping[int, str], *, places: bool = False) -> int:
    """Return where the name that begins at a token ends (excluded), 0 when no name of a body may begin there.

    `tags` are the parts of speech by offset, where the text was parsed. With `places`, the name may be that of a place.
    """
    head = first + 1 if first < len(tokens) and tokens[first].fold in ARTICLES else first
    if head >= len(tokens) or not _may_begin(tokens, first, head):
        return 0
    last = head + 1
    while last < len(tokens) and last - first < _LONGEST and _adjoins(tokens, last):
        if last == first + 1 and _is_where(tokens, last):
            break
        following = _past_proper(tokens, last) or _past_common(tokens, last, tags)
        if not following:
            break
        last = following
    return last if _is_name(tokens[first:last], places=places) else 0


def _may_begin(tokens: Sequence[Token], first: int, head: int) -> bool:
    token = tokens[head]
    if not token.is_word or not token.is_capital or len(token.text) < 2 or token.text.endswith((".", "'")):
        return False
    if head > first and (not tokens[first].is_capital or not _adjoins(tokens, head)):
        return False
    key = token.fold
    return not (key.rstrip(".") in COURTESY or (key in FUNCTIONS and not token.is_caps))


def _adjoins(tokens: Sequence[Token], at: int) -> bool:
    return not tokens[at].breaks and tokens[at].start - tokens[at - 1].end <= 1


def _is_where(tokens: Sequence[Token], at: int) -> bool:
    """Tell the town of a body: « Cigale de Lyon »; it belongs to a plural: « Voisins de Lyon »."""
    if tokens[at].fold not in ("de", "d'", "a") or at + 1 >= len(tokens) or tokens[at - 1].text.endswith("s"):
        return False
    return area_kind(tokens[at + 1].text) is not None


def _past_proper(tokens: Sequence[Token], at: int) -> int:
    """Go past a word with a capital, « & Co », « de l'Ouest »; 0 when none follows."""
    begin = at
    if tokens[at].text == "&" or (
        tokens[at].fold == "et" and tokens[at + 1 : at + 2] and tokens[at + 1].fold in COMPANY
    ):
        begin += 1
    else:
        begin = _past_small(tokens, at, _BEFORE_PROPER)
    if begin >= len(tokens) or not _adjoins(tokens, begin):
        return 0
    token = tokens[begin]
    if not token.is_word or not token.is_capital or token.text.endswith("'") or token.fold.rstrip(".") in COURTESY:
        return 0
    return begin + 1


def _past_small(tokens: Sequence[Token], at: int, words: frozenset[str]) -> int:
    """Go past at most two small words: « de la », « aux », « en »; « a » is the verb, « dès » no article."""
    begin = at
    while begin < len(tokens) and begin < at + 2 and tokens[begin].fold in words and _adjoins(tokens, begin):
        if tokens[begin].text in ("a", "dès"):
            break
        begin += 1
    return begin


def _past_common(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> int:
    """Go past an adjective, « de quartier », « aux cent langues », a number, where the name is closed after it."""
    token = tokens[at]
    if token.text.isdigit() and len(token.text) <= 2:
        return at + 1 if _is_closed(tokens, at + 1, tags) else 0
    begin = _past_small(tokens, at, _BEFORE_NOUN)
    linked = begin > at
    if linked and token.fold in ARTICLES and not tokens[at - 1].fold.endswith(("er", "ir", "re")):
        return 0  # « les Petits Pas le mercredi matin », but « Habiter la rue »
    for last in range(begin + 1, min(len(tokens), begin + 3) + 1):
        word = tokens[last - 1]
        if not word.is_word or word.is_capital or (last - 1 > begin and not _adjoins(tokens, last - 1)):
            return 0
        if word.fold in _STATES | _DAYS or word.fold in EMPTY_ADJECTIVES or word.fold.rstrip("es") in EMPTY_ADJECTIVES:
            return 0
        if not _is_noun_or_adjective(word, tags, linked=linked):
            return 0
        if (_is_closed(tokens, last, tags) or _is_of_proper(tokens, last)) and (linked or last == begin + 1):
            return last
    return 0


def _is_of_proper(tokens: Sequence[Token], at: int) -> bool:
    """Tell « de Lens » after the plural adjective of « Chats libres de Lens »."""
    small = at + 1 < len(tokens) and tokens[at].fold in ("de", "du", "d'") and tokens[at - 1].text.endswith("s")
    return small and tokens[at + 1].is_capital and _adjoins(tokens, at) and _adjoins(tokens, at + 1)


def _is_noun_or_adjective(word: Token, tags: Mapping[int, str], *, linked: bool) -> bool:
    tag = tags.get(word.start, "")
    if linked:
        return tag in ("NOUN", "ADJ", "NUM", "PROPN", "ADV") or (tag in ("DET", "VERB") and len(word.text) > 3)
    return is_epithet(word, tags) or (tag in ("VERB", "NOUN", "PROPN") and word.fold.endswith(("es", "is", "ee", "s")))


def is_epithet(word: Token, tags: Mapping[int, str]) -> bool:
    """Tell an adjective, a present participle too, whatever the parser says: « Bocage vivant »."""
    tag = tags.get(word.start)
    return tag == "ADJ" or (tag in ("VERB", "NOUN") and _PARTICIPLE.search(word.fold) is not None)


def past_epithet(tokens: Sequence[Token], last: int, tags: Mapping[int, str]) -> int:
    """Go past the adjective that ends a name after a common noun: « Affaires étrangères », « Terre nourricière »."""
    if not 0 < last < len(tokens) or tokens[last].breaks or tokens[last].start - tokens[last - 1].end > 1:
        return last
    noun = tags.get(tokens[last - 1].start) == "NOUN" and not tokens[last - 1].is_caps
    told = noun and tokens[last].text.islower() and tags.get(tokens[last].start) == "ADJ"
    known = area_kind(tokens[last - 1].text) is not None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    goes_on = after is not None and after.text in ("de", "du", "des", "d'", "à", "au", "aux") and not after.breaks
    return last + 1 if told and not known and not goes_on else last


_PARTICIPLE = regex(r"[a-z]{3}ant(?:e|es|s)?$")


def _is_closed(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> bool:
    """Tell that a name ends before a token: a mark, a verb, « qui », « et », the end of its line."""
    if at >= len(tokens) or tokens[at].breaks:
        return True
    token = tokens[at]
    after = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    if (token.fold == "pour" and after in _DETERMINERS) or (token.fold in _OF and (after in _DAYS or after.isdigit())):
        return True
    return (
        not (token.is_word or token.text.isdigit()) or token.fold in _AFTER or tags.get(token.start) in ("VERB", "AUX")
    )


def _is_name(words: Sequence[Token], *, places: bool) -> bool:
    """Tell a name from a matter (« Développement durable »), a place, and words that no name is made of."""
    content = [word for word in words if word.is_word and word.fold not in _BEFORE_NOUN]
    if not content or (len(content) == 1 and len(content[0].text) < 3):
        return False
    if len(content) == 1 and content[0].text in GENERIC_ACRONYMS:
        return False
    if (content[0].fold in PORTFOLIOS and not content[0].is_caps) or all(w.fold in NOT_IN_NAMES for w in content):
        return False
    return places or area_kind(" ".join(word.text for word in words).replace("' ", "'")) is None
