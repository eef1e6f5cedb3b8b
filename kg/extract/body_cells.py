"""Organisations of a table's cell, and the name that ends a function: places where a body is expected."""

import re
from collections.abc import Collection, Iterator, Sequence

from corpus import Span
from kg.extract.affiliations import Affiliation, functions_of
from kg.extract.bodies_again import again_at, by_first_word
from kg.extract.body_names import begins_with_kind, city_authority, recased
from kg.extract.homes import is_home, is_of_town
from kg.extract.source import Source
from kg.extract.tokens import Token, tokenise
from kg.lexicon.bodies import BODIES
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY, FUNCTIONS, is_function_start
from kg.lexicon.places import AREAS, COUNTRIES, area_kind, usual_form
from kg.lexicon.words import NOT_IN_NAMES, PORTFOLIOS, THING_BEFORE
from kg.regex import regex
from kg.types import Mention

_CITY_KIND = regex(
    r"\s*(?:v+i+l+l?e|ville|mairie|commune|city)\s+(?:d['’]\s*|de\s+la\s+(?=la)|de\s+|du\s+|of\s+)?", re.IGNORECASE
)
#: One word that is a trade or a state, in the column of bodies by mistake: « Chauffeur », « Vendeuse », « Retraité ».
_TRADE = regex(
    r"[A-ZÀ-Ý]?[a-zà-ÿ]+(?:eur|euse|ière|trice|iste|logue|cienne|cien)(?:\(?e?\)?s)?|"
    r"(?i:indépendante?|étudiante?|habitante?|retraitée?|citoyenne?|citoyen|particulier|élue?|néant|aucune?|placier|bénévole)"
)


def cell_bodies(source: Source, cell: Span, known: Collection[str]) -> Iterator[Mention]:
    """Yield the bodies of a cell: one, or two joined by `/`, `&` or a dash."""
    text = source.document.text
    for start, end in _pieces(text, cell.start, cell.end, known):
        words = " ".join(text[start:end].replace("’", "'").split())
        name = cell_name(source, words)
        if name:
            yield source.mention("organisation", start, end, name, "table-cell/1")


#: What parts two bodies in a cell, « & fils » apart.
_JOINED = r"\s*[/;|]\s*|\s*&\s*(?!(?:fils|filles|fr[èe]res|cie|associ|compagnie))(?=[a-z])"


def _pieces(text: str, start: int, end: int, known: Collection[str]) -> Iterator[tuple[int, int]]:
    for part_start, part_end in _split(text, start, end, _JOINED):
        yield from _known_apart(text, part_start, part_end, known)


def _split(text: str, start: int, end: int, pattern: str) -> Iterator[tuple[int, int]]:
    at = start
    for cut in re.compile(pattern).finditer(text, start, end):
        yield _trimmed(text, at, cut.start())
        at = cut.end()
    yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \xa0,;.*-–—":
        start += 1
    while end > start and text[end - 1] in " \xa0,;.*-–—":
        end -= 1
    return start, end


def _known_apart(text: str, start: int, end: int, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Cut a cell before or after a body known from elsewhere in the document, or an acronym after a dash."""
    words = text[start:end]
    for cut in re.finditer(r"[\s-]+", words):
        left, right = words[: cut.start()], words[cut.end() :]
        if len(left) < 2 or len(right) < 2:
            continue
        if fold(right) in known and (begins_with_kind(left) or _CITY_KIND.match(left)) and " " in left:
            yield _trimmed(text, start, start + cut.start())
            yield _trimmed(text, start + cut.end(), end)
            return
    dashed = re.search(r"\s[-–—]\s(?=[A-ZÀ-Ý&.]{2,10}$)", words)
    if dashed:
        yield _trimmed(text, start, start + dashed.start())
        yield _trimmed(text, start + dashed.end(), end)
        return
    bracket = re.search(r"\s*\(([^()]*)\)\s*$", words)
    if bracket and bracket.start() > 2:
        yield _trimmed(text, start, start + bracket.start())
        inside = bracket[1].strip()
        if re.fullmatch(r"[A-ZÀ-Ý][\w&.-]{1,10}", inside) and inside.isupper() and area_kind(inside) is None:
            yield start + bracket.start(1), start + bracket.end(1)
        return
    if start < end:
        yield start, end


def cell_name(source: Source, words: str) -> str | None:
    """Return how the body of a cell is called; a city alone is its authority; nothing for a country or a number."""
    if not any(char.isalpha() for char in words) or fold(words).replace("-", " ") in COUNTRIES | AREAS:
        return None
    if _TRADE.fullmatch(words if not words.isupper() or len(words) < 7 else words.lower()):
        return None
    city = _CITY_KIND.match(words)
    if city and city.end() > 4 and city.end() < len(words):
        return city_authority(_place_form(source, words[city.end() :]))
    if place := _city_of(words):
        return city_authority(place)
    return recased(words, source.running_forms)


def _place_form(source: Source, place: str) -> str:
    known = usual_form(place) or usual_form(f"Le {place}")
    return known or recased(place if " " in place or len(place) > 6 else place.title(), source.running_forms)


def _city_of(words: str) -> str | None:
    """Return the city that a cell names, be it with its region or country after it."""
    parts = words.split()
    for last in range(len(parts), 0, -1):
        head, tail = " ".join(parts[:last]), " ".join(parts[last:])
        if area_kind(head) == "city" and (not tail or area_kind(tail.strip("(),")) is not None):
            return usual_form(head)
    return None


def tail_body(source: Source, affiliation: Affiliation, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the bodies that a function names and no other rule found: the town of the elected, a name at the end."""
    text = source.document.quote(affiliation.span)
    bodies = [mention for mention in known if mention.kind == "organisation"]
    names = {fold(body.name) for body in bodies}
    longer = by_first_word(bodies)
    for start, end in functions_of(text):
        begin = affiliation.span.start + start
        stop = affiliation.span.start + end
        if any(begin <= body.span.start < stop for body in bodies):
            continue
        tokens = tokenise(source.document.text, begin, stop)
        found = _tail(tokens, listed=affiliation.place != "prose")
        if found is not None and (known_end := again_at(tokens, found[0], longer)) > found[1]:
            found = (found[0], known_end)
        if found is None or (found[0] and tokens[found[0] - 1].fold in THING_BEFORE) or is_home(tokens, found):
            continue
        if affiliation.place == "prose" and is_of_town(source, affiliation, tokens, found):
            continue
        if found[1] - found[0] > 1 and tokens[found[0]].fold in names and tokens[found[0]].is_caps:
            found = (found[0], found[0] + 1)
        first, last = tokens[found[0]].start, tokens[found[1] - 1].end
        if unit := _town_of_unit(tokens, found):
            yield source.mention(
                "organisation", tokens[unit].start, last, _town(source, tokens, found, unit), "function-city/1"
            )
            continue
        words = " ".join(source.document.text[first:last].replace("’", "'").split())
        yield from _named(source, (first, last), words, fold(text[start:end]))


def _town_of_unit(tokens: Sequence[Token], found: tuple[int, int]) -> int:
    """Return where the town stands in « cheffe du service des rues de Sauzon », 0 when no unit is of a town."""
    last = found[1]
    units = [at for at in range(last) if tokens[at].fold in _TOWN_UNITS and not tokens[at].is_capital]
    link = max((at for at in range(last - 1) if tokens[at].fold in ("de", "d'")), default=0)
    one = last - link == 2 and units and units[0] + 2 < link and not tokens[last - 1].is_caps
    return link + 1 if one and area_kind(tokens[last - 1].text) in (None, "city") else 0


def _town(source: Source, tokens: Sequence[Token], found: tuple[int, int], at: int) -> str:
    words = " ".join(source.document.text[tokens[at].start : tokens[found[1] - 1].end].split())
    return city_authority(usual_form(words) or words)


def _named(source: Source, span: tuple[int, int], words: str, function: str) -> Iterator[Mention]:
    kind = area_kind(words)
    of_town = _OF_TOWN.search(function) or (_DEPUTY.search(function) and not words.isupper())
    if kind == "city" or (kind is None and of_town):
        if kind == "city" or not begins_with_kind(words):
            place = usual_form(words) or words
            yield source.mention("organisation", *span, city_authority(place), "function-city/1")
    elif kind is None and not _CLASS.match(words) and not (_NO_BODY.match(function) and not begins_with_kind(words)):
        name = words if _is_acronym(words) else recased(words, source.running_forms)
        if _PRESS.search(function) and " " not in words and not words.isupper():
            name = f"Le {name}"
        name = name[:1].upper() + name[1:] if " " in name else name
        yield source.mention("organisation", *span, name, "function-tail/1")


#: Functions whose tail is a place or a skill: « curé de Sers », « préfète du Sérin », « interprète LSF ».
_NO_BODY = regex(
    r"(?:curé|cure|abbe|abbé|pasteur|eveque|évêque|(?:sous-)?pref|(?:sous-)?préf|depute|député|senat|sénat|interprete|"
    r"interprète|traduct|atsem|medecin|médecin|habitant|riverain|native?|ne |née? )"
)
_OF_TOWN = regex(r"\b(?:au|la|le) maire (?:de|d'|du)|^maire\b|municipal")
#: « première adjointe de Sers », « adjoint d'Aubin »; « directrice adjointe de Cigale » is of a body.
_DEPUTY = regex(r"^(?:(?:premi|deuxi|troisi|quatri|anci)\w+ |\d\w* )?adjointe? d(?:e |u |')[^ ]+$")
#: « journaliste au Messager »: the article of the newspaper is inside « au ».
_PRESS = regex(
    r"^(?:grand )?(?:journaliste|redact\w+(?: en chef)?|correspondante?|pigiste|reporter|chronique\w+) (?:au|du) "
)


#: Classes of a school and functions in letters: « Mme Salvaing (CE1) », « M. Tazi (VP mobilités) ».
_CLASS = regex(r"(?:CP|C[EM][12]|[TPMG]S|TPS)(?:-\w+)?$|(?:VP|DG|DGS|DGA|DRH|PDG|DST)\b")


def _is_acronym(words: str) -> bool:
    return words.isalpha() and words.isupper() and len(words) <= 9


def _tail(tokens: Sequence[Token], *, listed: bool) -> tuple[int, int] | None:
    """Return the last run of capitalised words of a function, countries at the end apart."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        if not _is_proper(tokens, at):
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and (_is_proper(tokens, last) or _joins(tokens, last)):
            last += 1
        runs.append((at, last))
        at = last
    for first, last in reversed(runs):
        words = " ".join(token.text for token in tokens[first:last]).replace("' ", "'")
        if fold(words).replace("-", " ") in COUNTRIES | AREAS or area_kind(words) == "region":
            continue
        first = _with_kind(tokens, first)
        if last < len(tokens) and tokens[last].text.isdigit() and len(tokens[last].text) <= 3:
            last += 1  # « Office 64 »
        if first == 0 and listed and 0 < len(tokens) - last <= 5 and all(t.is_word for t in tokens[last:]):
            last = len(tokens)
        return (first, last) if _is_expected(tokens, first, last, listed=listed) else None
    return None


def _with_kind(tokens: Sequence[Token], first: int) -> int:
    """Go back to the kind of body of « la maison de santé des Causses », written in lower case before its name."""
    if first < 2 or tokens[first - 1].fold not in ("de", "du", "des", "d'", "la", "l'"):
        return first
    for at in range(first - 2, max(-1, first - 7), -1):
        token = tokens[at]
        if not token.is_word or token.is_capital or token.fold in FUNCTIONS:
            return first
        if (token.fold in BODIES or token.fold in _FACILITIES) and (
            at == 0 or tokens[at - 1].fold in ("de", "du", "la", "l'", "a", "au", "le")
        ):
            named = token.fold in _FACILITIES or any(
                word.is_word and word.fold not in _LINKING for word in tokens[at + 1 : first]
            )
            named = named or (
                token.fold in _SCHOOLS and tokens[first - 1].fold != "de" and not area_kind(tokens[first].text)
            )
            return at if named else first
    return first


#: Named after a thing with its article: « l'école des Peupliers » is called so, « l'école de Lens » is one of Lens.
_SCHOOLS = frozenset("ecole lycee college clinique residence hopital foyer creche mediatheque ehpad".split())
_FACILITIES = frozenset("port aeroport".split())
#: Parts of a town hall, which functions name with what they do and their town.
_TOWN_UNITS = frozenset("service services direction".split())
_LINKING = frozenset("de du des d' la le les l' et en".split())


def _is_proper(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not token.is_word or not token.is_capital or token.text.endswith("'") or token.fold.rstrip(".") in COURTESY:
        return False
    return not (token.fold in FUNCTIONS and not token.is_caps)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell « & » and a small word between two capitalised words."""
    if at + 1 >= len(tokens) or not _is_proper(tokens, at + 1):
        return False
    return tokens[at].text == "&" or tokens[at].fold in _INSIDE


#: Small words inside names, those of other languages too: « San Telmo del Mar ».
_INSIDE = frozenset("de des du et d' del della dei di do da dos y van von der den am".split())


def _is_expected(tokens: Sequence[Token], first: int, last: int, *, listed: bool) -> bool:
    words = [token.fold for token in tokens[first:last]]
    before = tokens[first - 1] if first else None
    if before is not None and (before.text in ("«", "“") or (words[0] in PORTFOLIOS and not tokens[first].is_caps)):
        return False
    if all(word in NOT_IN_NAMES for word in words) and not tokens[first].is_caps:
        return False
    if first == 0 and last == 1 and _TRADE.fullmatch(tokens[0].text):
        return False
    if first == 0:
        return listed and not is_function_start(" ".join(token.text for token in tokens[first:last]))
    before = tokens[first - 1]
    if before.text == "(" and last == first + 1 and tokens[first].is_caps and len(tokens[first].text) > 2:
        return True  # « doctorant (EHESS) »
    rest = [token for token in tokens[last:] if token.is_word and not token.is_capital and len(token.text) > 3]
    return (
        before.fold in ("de", "du", "des", "d'", "a", "au", "aux", "chez", "pour", "la", "l'", "le", ",", "-") or listed
    ) and len(rest) <= 4
