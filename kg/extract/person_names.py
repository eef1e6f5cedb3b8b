"""The grammar of people's names: given names, surnames with particles, capitals, initials, inverted order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY, FUNCTIONS, SURNAMES
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import GENERIC_ACRONYMS, NOT_IN_NAMES
from kg.regex import regex

_PARTICLES = frozenset(
    "de du des d' la le van von der den ter ten zu dos da do di del della bin ben ibn el al y af av".split()
)
#: Words that begin a surname of two words.
_SURNAME_HEADS = frozenset("ait ben bel ould mac mc saint san".split()) | _PARTICLES
_LONGEST = 6
#: Words of the calendar that are given names.
_GIVEN_TOO = frozenset(("noel", "avril"))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name found in tokens `first:last`: its given names and its surname, as they are to be shown.

    `told` says that capitals tell the one from the other: « Tesfaye HAILE ».
    """

    given: str
    surname: str
    first: int
    last: int
    told: bool = False

    @property
    def whole(self) -> str:
        """The given names, then the surname."""
        return f"{self.given} {self.surname}".strip()


#: « Agbéko IV », « Jean XXIII ».
_REGNAL = regex(r"X{0,2}(?:IX|IV|V?I{0,3})")


def shown(words: str) -> str:
    """Return a name in ordinary capitals: `DUPONT-MOREL` as Dupont-Morel, `DiAZ` as Diaz; the rest as it is."""
    found = []
    for word in words.split():
        letters = [char for char in word if char.isalpha()]
        capitals = sum(char.isupper() for char in letters)
        numeral = len(word) > 1 and _REGNAL.fullmatch(word) is not None
        shouted = (
            not numeral
            and len(letters) >= 2
            and (capitals == len(letters) or (capitals >= 3 and letters[-1].isupper()))
        )
        found.append(_title(word) if shouted and "." not in word else word)
    return " ".join(found)


def _title(word: str) -> str:
    parts = word.lower().replace("'", "'\0").replace("-", "-\0").split("\0")
    return "".join(part if at and len(part) < 2 else part[:1].upper() + part[1:] for at, part in enumerate(parts))


def name_run(tokens: Sequence[Token], first: int) -> int:
    """Return where the run of name words that begins at `first` ends (excluded): capitals, particles, split hyphens."""
    at, last, words = first, first, 0
    while is_leading_particle(tokens, at):
        at += 1
    while at < len(tokens) and words < _LONGEST:
        token = tokens[at]
        if token.breaks and at > first:
            break
        if token.text == "-" and words:
            at += 1
        elif _is_name_word(token):
            if last and words and (not _adjoins(tokens, last, at) or _opens_another(tokens, last, at)):
                break
            at, last, words = at + 1, at + 1, words + 1
        elif words and token.fold in _PARTICLES and token.start - tokens[at - 1].end <= 1:
            at += 1
        else:
            break
    return last


def is_leading_particle(tokens: Sequence[Token], at: int) -> bool:
    """Tell the particle of a surname that comes first: « LE FLOC'H Erwan », « VAN DEN BROECK Ilse »."""
    if at + 1 >= len(tokens) or tokens[at].fold not in _PARTICLES or not tokens[at].is_capital:
        return False
    token, following = tokens[at], tokens[at + 1]
    caps = token.is_caps or token.text.endswith("'")
    near = following.is_word and following.start - token.end <= 1 and not following.breaks
    return caps and near and following.is_caps


def _opens_another(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Tell the initial that opens a second name: « J. PETIT M. VIAL », « Audition de M. Jean Petit »."""
    token, previous = tokens[at], tokens[last - 1]
    courtesy = token.fold.rstrip(".") == "m" and at > last and tokens[at - 1].fold in _PARTICLES
    return token.is_initial and (courtesy or (previous.is_caps and not previous.is_initial))


def _adjoins(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Tell whether only spaces, one hyphen or particles stand between two name words."""
    if tokens[at].start - tokens[at - 1].end > 2:
        return False
    hyphens = [token for token in tokens[last:at] if token.text == "-"]
    return not hyphens or hyphens[0].start == tokens[last - 1].end


def _is_name_word(token: Token) -> bool:
    if not (token.is_word and token.is_capital) or token.text.endswith("'"):
        return False
    return token.fold not in _PARTICLES


def read_name(tokens: Sequence[Token], first: int, *, loose: bool = False) -> PersonName | None:
    """Read the person's name that begins at token `first`, if there is one.

    `loose` is for places where a person is expected (lists, tables, label lines): no known given name is needed.
    """
    if first >= len(tokens) or not (_is_name_word(tokens[first]) or is_leading_particle(tokens, first)):
        return None
    last = name_run(tokens, first)
    last = _cut_after_capitals(tokens, first, last)
    last = _cut_at_stranger(tokens, first, last)
    run = tokens[first:last]
    words = [token for token in run if _is_name_word(token)]
    if is_leading_particle(tokens, first) and (not words or words[-1].is_caps):
        return None
    if len(words) < 2 or not _may_be_name(words):
        return None
    if not loose and not _looks_like_name(words):
        return None
    given, surname, told = _parts(run)
    return PersonName(given, surname, first, last, told) if given and surname else None


def read_inverted(tokens: Sequence[Token], first: int) -> PersonName | None:
    """Read « Le Floc'h Erwan » where the surname is known to come first: all but the last words are the surname."""
    at = first
    while at < len(tokens) and tokens[at].is_word and (tokens[at].is_capital or tokens[at].fold in _PARTICLES):
        at += 2 if at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 2].is_capital else 1
    words = [token for token in tokens[first:at] if token.is_capital]
    if len(words) < 2 or is_given_name(words[0].text) or any(_is_stranger(word) for word in words[1:]):
        return None
    split = at - 1
    while split - 1 > first and is_given_name(tokens[split - 1].text) and not tokens[split - 1].is_caps:
        split -= 1
    return PersonName(shown(_join(tokens[split:at])), shown(_join(tokens[first:split])), first, at)


def surname_only(tokens: Sequence[Token], first: int) -> PersonName | None:
    """Read the surname that follows a title of courtesy: « Mme LE GOFF », « M. Martin »."""
    begin = first
    while begin < len(tokens) - 1 and begin < first + 3 and tokens[begin].fold in _PARTICLES:
        begin += 1
    if begin > first and (not tokens[begin].is_capital or _is_stranger(tokens[begin])):
        return None
    last = name_run(tokens, begin)
    if last == begin or last - begin > 4:
        return None
    words = " ".join(token.text for token in tokens[first:last])
    if len(words.rstrip(".")) < 2:
        return None  # « M. P. » is two initials
    return PersonName("", shown(words.replace(" - ", "-").replace("' ", "'")), first, last)


def _cut_after_capitals(tokens: Sequence[Token], first: int, last: int) -> int:
    """Stop « Anne MARTIN Directrice » after the capitals."""
    words = [at for at in range(first, last) if _is_name_word(tokens[at])]
    if not words or tokens[words[0]].is_caps:
        return last
    for before, after in pairwise(words):
        if tokens[before].is_caps and not tokens[after].is_caps and not tokens[after].is_initial:
            return before + 1
    return last


def _cut_at_stranger(tokens: Sequence[Token], first: int, last: int) -> int:
    """Stop before a word that no name contains, once two name words are read."""
    read = 0
    for at in range(first, last):
        if not _is_name_word(tokens[at]):
            continue
        if read >= 2 and _is_stranger(tokens[at]):
            while at > first and not _is_name_word(tokens[at - 1]):
                at -= 1
            return at
        read += 1
    return last


def _is_stranger(token: Token) -> bool:
    key = token.fold.rstrip(".")
    if token.is_initial:
        return False
    if key in _GIVEN_TOO:
        return False
    return key in NOT_IN_NAMES or key in BODIES or key in AUTHORITIES or key in FUNCTIONS


#: Given names that are also those of a country or a region.
_GIVEN_AND_AREA = frozenset(("maurice", "salvador"))


def _may_be_name(words: Sequence[Token]) -> bool:
    if any(_is_stranger(word) and not _is_plain_surname(words, at) for at, word in enumerate(words)):
        return False
    if words[0].fold.rstrip(".") in COURTESY or words[0].text in GENERIC_ACRONYMS or len(words[0].text) < 2:
        return False
    if all(word.is_initial for word in words) or (words[-1].is_initial and not is_given_name(words[0].text)):
        return False
    if len(words[-1].text) < 2:
        return False
    whole = " ".join(word.text for word in words)
    area = area_kind(words[0].text) in ("country", "area") and words[0].fold not in _GIVEN_AND_AREA
    return area_kind(whole) is None and not area


def _is_plain_surname(words: Sequence[Token], at: int) -> bool:
    """Accept « Jeanne MAIRE » or « Paul Chambre »: a common word as the surname after a known given name."""
    told = words[at].is_caps or words[at].fold in SURNAMES
    return at == len(words) - 1 and at >= 1 and is_given_name(words[0].text) and len(words) == 2 and told


def _looks_like_name(words: Sequence[Token]) -> bool:
    """Tell a name in running text: a known given name, or a given name followed by a surname in capitals."""
    if words[0].is_initial and len(words[0].text) >= 2:
        return len(words) >= 2 and not words[1].is_caps
    if is_given_name(words[0].text) and area_kind(words[-1].text) not in ("country", "area"):
        return True
    if words[0].is_caps:
        return len(words) == 2 and is_given_name(words[-1].text) and not words[-1].is_caps
    return words[-1].is_caps and len(words[-1].text) >= 3 and words[-1].text not in GENERIC_ACRONYMS and len(words) <= 3


def _parts(run: Sequence[Token]) -> tuple[str, str, bool]:
    """Return the given names, the surname, and whether capitals tell which is which."""
    words = [at for at, token in enumerate(run) if _is_name_word(token)]
    caps = [at for at in words if run[at].is_caps and not run[at].is_initial]
    told = bool(caps) and len(caps) < len(words) and not run[words[0]].is_initial
    if caps and len(caps) < len(words):
        if caps[0] == words[0]:
            split = next(at for at in words if at not in caps)
            return _join(run[split:]), shown(_join(run[:split])), told
        split = caps[0]
    else:
        split = _surname_start(run, words)
    while split > 1 and not _is_name_word(run[split - 1]):
        split -= 2 if run[split - 1].text == "-" and split > 2 else 1
    given, surname = _join(run[:split]), shown(_join(run[split:]))
    if not told and is_inverted(given, surname):
        given, surname = surname, shown(given)
    return shown(given), surname, told


def _surname_start(run: Sequence[Token], words: Sequence[int]) -> int:
    """Return where the surname begins: at a particle, after the known given names, else after the first word."""
    for at in range(1, len(run)):
        if not _is_name_word(run[at]) and run[at].text != "-":
            return at
    known = 1
    while known < len(words) - 1 and (run[words[known]].is_initial or is_given_name(run[words[known]].text)):
        known += 1
    return words[known]


def is_inverted(given: str, surname: str) -> bool:
    """Tell « MARTIN Claire »: only the second half is a known given name; « Aït Lahcen » is a surname."""
    if fold(given) in _SURNAME_HEADS or given.endswith("."):
        return False
    return " " not in given and " " not in surname and is_given_name(surname) and not is_given_name(given)


def _join(run: Sequence[Token]) -> str:
    """Write tokens as a name: particles keep their case, split hyphens close."""
    written = ""
    for token in run:
        glued = not written or written.endswith(("-", "'")) or token.text.startswith("-")
        written += token.text if glued else f" {token.text}"
    return written


def folded_name(name: str) -> str:
    """Return a name as it is compared: folded, without hyphens and full stops."""
    return " ".join(fold(name).replace("-", " ").replace(".", " ").split())
