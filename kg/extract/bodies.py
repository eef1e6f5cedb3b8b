"""Organisations by the word that begins their name: authorities and their place, other bodies and their complement."""

from collections.abc import Mapping, Sequence

from kg.extract.authorities import Body, is_proper, past_link, proper_run
from kg.extract.bare_names import COMPANY, is_epithet, past_epithet
from kg.extract.body_links import FIRM, is_new_body, may_join, may_link
from kg.extract.tokens import Token
from kg.lexicon.bodies import BODIES, COMMON
from kg.lexicon.functions import COURTESY, FUNCTIONS
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES

_PREPOSITIONS = frozenset("de du des d' la le les l' pour en au aux a sur entre contre".split())
_INDEFINITE = frozenset(
    "un une des ces cette chaque plusieurs tout toute aucun aucune quelle leur leurs son sa ses mon ma notre".split()
)
_LONGEST = 22
#: Levels of territory: after a kind in lower case, they make the name of a body of what follows.
_LEVELS = frozenset(
    """departemental departementale departementaux regional regionale interregional interregionale interdepartemental
    interdepartementale national nationale academique""".split()
)
#: Units of a body: in lower case they are no organisation by themselves.
_UNITS = frozenset("bureau service division direction departement delegation pole cellule cabinet mission".split())
#: Kinds whose names are often common words: « l'association Les Amis du lavoir », « le collectif Rivière vivante ».
_OF_PEOPLE = frozenset("association collectif".split())
#: What links the words of such a name: « Voix de quartier », « Mains sans frontières », « Chouettes et Compagnie ».
_INSIDE_NAMES = frozenset("de du des d' sans contre pour sur en et a au aux".split())
_COURTS = frozenset("appel assises comptes cassation justice penale internationale europeenne".split())
#: « Le Réseau compte quarante communes »: forms that a parser takes for nouns.
_VERBS = frozenset("compte lance demande propose marche".split())
#: Kinds that name a meeting when a proper name follows at once: « conférence Demain », « forum Ici ».
_EVENT_LIKE = frozenset(("conference", "forum", "forum-permanent"))


def body_at(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> Body | None:
    """Read the name of a body whose kind stands at a token: « Agence de la mer », « le réseau Cigale ».

    `tags` are the parts of speech by offset, where the text was parsed.
    """
    token = tokens[at]
    head = token.fold if token.fold in BODIES else token.fold.split("-")[0]
    if token.fold.endswith("-club"):
        head = "club"  # « Rugby-club lavoirais », « Photo-club »
    if head not in BODIES or not token.is_word:
        return None
    if not token.is_capital and _is_common(tokens, at, head):
        return None
    proper, plain = _chain(tokens, at, tags)
    proper = past_epithet(tokens, proper, tags)
    if head.startswith("universite") and proper and _is_number(tokens, proper):
        proper += 1
    if proper and head in _UNITS and head != "cabinet":
        proper = max(proper, plain)
    if token.is_capital:
        if head in _EVENT_LIKE and _is_meeting(tokens, at):
            return None
        return _in_capitals(tokens, at, (proper, plain), tags)
    return _in_lower_case(tokens, at, proper, tags)


def _in_capitals(tokens: Sequence[Token], at: int, ends: tuple[int, int], tags: Mapping[int, str]) -> Body | None:
    """Read a body whose kind has a capital; `ends` are those after the last proper word and the first complement."""
    token, (proper, plain) = tokens[at], ends
    before = tokens[at - 1].fold if at else "."
    if plain == at + 2 and not proper and tokens[at + 1].fold in _VERBS:
        return None
    last = proper or (plain if before not in (".", "", ":", "-", "•") and at > 0 else 0)
    if token.fold in _OF_PEOPLE and is_proper(tokens[at + 1 if at + 1 < len(tokens) else at]):
        last = max(last, _named_association(tokens, at + 1, tags))  # « Association Lens à vélo »
    first = at - 1 if token.fold == "club" and at and is_proper(tokens[at - 1]) and not token.breaks else at
    return Body(first, last) if last > at + 1 else None


def _is_common(tokens: Sequence[Token], at: int, head: str) -> bool:
    """Tell a kind in small letters that is no body: « un conseil », « chef de service », « la cour de l'école »."""
    if head == "cour" and (at + 2 >= len(tokens) or tokens[at + 2].fold not in _COURTS):
        return True
    before = tokens[at - 1].fold if at else "."
    return before in _INDEFINITE or _is_charge(tokens, at) or head in _EVENT_LIKE


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    """Tell the number of a university: « Université Lumière Lyon 2 », « Université de Lille III »."""
    if at >= len(tokens) or tokens[at].start - tokens[at - 1].end > 1:
        return False
    return tokens[at].text in (*"123456789", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def _is_meeting(tokens: Sequence[Token], at: int) -> bool:
    """Tell « Conférence Demain », « Conférence de Paul » from « Conférence des maires »."""
    if at + 1 >= len(tokens):
        return True
    following = tokens[at + 1]
    return following.fold in ("de", "d'", ":", "inaugurale", "introductive", "pleniere", "publique") or (
        is_proper(following) and not following.fold.startswith("inter")
    )


def _is_charge(tokens: Sequence[Token], at: int) -> bool:
    """Tell « chargée de mission », « chef de service »: the word belongs to a function."""
    return at >= 2 and tokens[at - 1].fold == "de" and tokens[at - 2].fold.rstrip("s") in FUNCTIONS


def _in_lower_case(tokens: Sequence[Token], at: int, proper: int, tags: Mapping[int, str]) -> Body | None:
    """Keep a body written in lower case when a proper name belongs to it."""
    head = tokens[at].fold if tokens[at].fold in BODIES else tokens[at].fold.split("-")[0]
    level = at + 3 < len(tokens) and tokens[at + 1].fold in _LEVELS and tokens[at + 2].fold in _PREPOSITIONS
    if level and at and tokens[at - 1].fold in ("le", "la", "l'", "du", "au", "les"):
        _, plain = _chain(tokens, at, tags)
        last = max(proper, plain)
        return Body(at, last) if last > at + 3 else None
    if not proper:
        return None
    following = (
        at + 2 if tokens[at].fold == "groupe" and at + 1 < len(tokens) and tokens[at + 1].fold == "pays" else at + 1
    )
    adjoining = following < len(tokens) and is_proper(tokens[following]) and not tokens[following].breaks
    if head in COMMON and head not in FIRM:
        of_people = _of_people(tokens, at, proper, tags) if head in _OF_PEOPLE else None
        if of_people or not adjoining:
            return of_people
        end = proper_run(tokens, following)
        name = " ".join(token.text for token in tokens[following:end])
        if head in _UNITS:
            return None if area_kind(name) else Body(at, proper)
        if head == "groupe" and area_kind(name):
            return Body(at, _past_body(tokens, end))
        first = at if head == "ecole" else following  # « l'école Jules-Ferry » is no « Jules-Ferry »
        return None if area_kind(name) or tokens[following].fold in NOT_IN_NAMES else Body(first, end)
    if adjoining and tokens[following].is_caps and following == at + 1:
        return Body(following, proper_run(tokens, following))
    small = sum(not token.is_capital for token in tokens[at + 1 : proper])
    longer = _named_association(tokens, at + 1, tags) if head in _OF_PEOPLE else 0
    return Body(at, max(proper, longer)) if small <= 8 and (adjoining or head in FIRM) else None


def _of_people(tokens: Sequence[Token], at: int, proper: int, tags: Mapping[int, str]) -> Body | None:
    """Read « l'association des riverains du Bourg », and the name that follows « association »."""
    if tokens[at + 1].fold == "des":
        return Body(at, proper)
    if not is_proper(tokens[at + 1]) or tokens[at + 1].breaks:
        return None
    last = _named_association(tokens, at + 1, tags)
    return Body(at + 1, last) if last else None


def _named_association(tokens: Sequence[Token], first: int, tags: Mapping[int, str]) -> int:
    """Return where « Les Amis du lavoir », « Rivière vivante », « Palier 4 » ends (excluded), 0 for a plain name."""
    end = proper_run(tokens, first)
    article = tokens[first].fold in ("la", "le", "les", "l'")
    if article and end == first + 1:
        return 0
    last = end
    if last < len(tokens) and (
        (tokens[last].text.islower() and is_epithet(tokens[last], tags))
        or (tokens[last].text.isdigit() and len(tokens[last].text) <= 2)
    ):
        last += 1
    elif article and last < len(tokens) and tokens[last].fold in ("de", "du", "des", "d'"):
        begin, _ = past_link(tokens, last)
        noun = begin < len(tokens) and tags.get(tokens[begin].start, "NOUN") in ("NOUN", "PROPN")
        last = max(proper_run(tokens, begin), begin + 1 if noun else last)
    elif last < len(tokens) and tokens[last].fold in _INSIDE_NAMES:
        last = _past_complement(tokens, last, tags)
    return last if last > end or article else 0


def _past_complement(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> int:
    """Go past « de quartier », « sans frontières », « et Compagnie » where the name ends with it."""
    if tokens[at].text == "a":
        return at  # the verb
    begin = past_link(tokens, at)[0] if tokens[at].fold in ("de", "du", "des", "d'") else at + 1
    if begin >= len(tokens) or tokens[begin].breaks or tokens[at].breaks:
        return at
    if tokens[begin].is_capital:
        return proper_run(tokens, begin) if tokens[at].fold == "et" and tokens[begin].fold in COMPANY else at
    noun = tokens[begin].is_word and tags.get(tokens[begin].start, "NOUN") in ("NOUN", "ADJ")
    after = tokens[begin + 1] if begin + 1 < len(tokens) else None
    closed = after is None or after.breaks or not after.is_word or after.fold in ("et", "qui", "a", "est")
    closed = closed or tags.get(after.start if after else -1) in ("VERB", "AUX")
    return begin + 1 if noun and closed and tokens[at].fold != "et" else at


def _chain(tokens: Sequence[Token], at: int, tags: Mapping[int, str]) -> tuple[int, int]:
    """Follow the complement of a kind: the end after its last proper word, and after its first plain complement."""
    proper = plain = prepositions = 0
    for j in range(at + 1, min(len(tokens), at + _LONGEST)):
        word = _word_of_name(tokens, at, j, tags)
        if word is None:
            break
        prepositions += word == "link" and tokens[j - 1].fold != "et"
        if word == "proper":
            proper = plain = j + 1
        elif word == "plain" and prepositions <= 2:
            plain = j + 1
    return proper, plain


def _word_of_name(tokens: Sequence[Token], at: int, j: int, tags: Mapping[int, str]) -> str | None:
    """Tell what a word is in a body's name: proper, plain, link, small; nothing when the name stops before it."""
    token = tokens[j]
    if token.fold.rstrip(".") in COURTESY and token.is_capital:
        return None
    if j == at + 1 and token.fold == "loi":
        return None
    if token.breaks or token.start - tokens[j - 1].end > 2:
        return None
    if token.text == "dès":
        return None
    if token.fold in _PREPOSITIONS or token.text in ("&", "-"):
        kind = "link" if token.fold in ("de", "du", "des", "d'", "pour") else "small"
        return kind if may_link(tokens, at, j) else None
    if token.fold == "et":
        return "small" if may_join(tokens, at, j, tags) else None
    if is_proper(token):
        return None if is_new_body(tokens, j) or (token.fold in FUNCTIONS and not token.is_caps) else "proper"
    return "plain" if token.is_word and _may_be_noun(tokens, j, tags) else None


def _may_be_noun(tokens: Sequence[Token], j: int, tags: Mapping[int, str]) -> bool:
    """Tell a noun or an adjective; a word right after « des » is one, whatever the parser says."""
    if tokens[j].text.endswith("."):
        return False
    return tags.get(tokens[j].start, "NOUN") in ("NOUN", "ADJ", "PROPN") or tokens[j - 1].fold in ("des", "du", "les")


def _past_body(tokens: Sequence[Token], last: int) -> int:
    """Go past « de Cigale », « à CIRB » after the country of a group."""
    if last + 1 < len(tokens) and tokens[last].fold in ("de", "du", "a", "d'", "au"):
        end = proper_run(tokens, last + 1)
        return end if end > last + 1 else last
    return last
