"""Tables of participants: columns by their header, repeated headers, capitals, rows without a header."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span
from kg.extract.name_lists import Placed
from kg.extract.person_names import read_inverted, read_name, shown
from kg.extract.source import Source, Unit
from kg.extract.tokens import tokenise
from kg.lexicon.folding import fold, fold_words
from kg.lexicon.given_names import is_given_name
from kg.lexicon.trades import tells_function
from kg.regex import regex
from kg.types import Part

_HEADERS = {
    "given": "prenom prenoms",
    "surname": "nom noms famille",
    "person": "participant participante participants intervenant intervenants intervenante personne contact membre "
    "membres conseiller conseillere conseillers elu elue elus adherent adherente adherents invite invites orateur "
    "oratrice delegue deleguee delegues administrateur administrateurs",
    "body": "organisme organismes organisation structure institution collectivite association employeur entreprise "
    "etablissement service societe representant represente representee representation affiliation rattachement",
    "town": "commune communes ville villes",
    "function": "fonction fonctions qualite titre poste role",
    "part": "presence statut presents present emargement etat",
    "proxy": "pouvoir pouvoirs procuration procurations mandataire",
}
_COLUMN = {word: column for column, words in _HEADERS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Row:
    """A person of a table with the cells that say who they are, as spans."""

    placed: Placed
    body: Span | None
    function: Span | None
    #: True when the body is the town of somebody elected, told by its name alone.
    of_town: bool = False


def table_rows(source: Source) -> list[Row]:
    """Return the people of every table whose header names a column of people."""
    return source.once(_table_rows)


def plain_rows(source: Source) -> list[Unit]:
    """Return the rows that hold no person of a table of people, and are no header of one: cards, budgets, agendas."""
    return source.once(_plain_rows)


def _plain_rows(source: Source) -> list[Unit]:
    held = {unit.start for row in table_rows(source) if (unit := source.unit_at(row.placed.mention.span.start))}
    rows = (unit for unit in source.units if unit.block.kind == "row" and unit.start not in held)
    return [unit for unit in rows if not _header(source, unit)]


def _table_rows(source: Source) -> list[Row]:
    found: list[Row] = []
    columns: dict[str, int] = {}
    previous: Unit | None = None
    part: Part = "participant"
    for unit in source.units:
        if unit.block.kind == "row":
            first = previous is None or previous.block.kind != "row"
            if first:
                part = _part(unit)
            header = _header(source, unit)
            if header and (first or header == columns or not columns or not _tells_more(source, unit)):
                columns = header
            elif columns:
                found += _row(source, unit, columns, part)
        elif unit.block.kind == "paragraph" and unit.end - unit.start > 200:
            columns = {}
        previous = unit
    return found


def _part(unit: Unit) -> Part:
    title = fold(unit.block.titles[-1]) if unit.block.titles else ""
    if "excus" in title:
        return "excused"
    if "absent" in title:
        return "absent"
    if "intervenant" in title or "programme" in title:
        return "speaker"
    return "present" if "presents" in title.split() else "participant"


def cells(source: Source, unit: Unit) -> list[tuple[int, int]]:
    """Return the trimmed slices of a row's cells."""
    text, at, found = source.document.text, unit.start, []
    for cell in text[unit.start : unit.end].split("\t"):
        lead = len(cell) - len(cell.lstrip())
        found.append((at + min(lead, len(cell.rstrip()) or lead), at + max(len(cell.rstrip()), lead)))
        at += len(cell) + 1
    return found


def _header(source: Source, unit: Unit) -> dict[str, int]:
    """Return the columns that a header row names; empty for a row that is no header."""
    columns: dict[str, int] = {}
    for at, (start, end) in enumerate(cells(source, unit)):
        words = fold_words(source.document.text[start:end])
        if not words or len(words) > 5:
            continue
        if "prenom" in words and "nom" in words:
            columns.setdefault("person", at)
            if words.index("nom") < words.index("prenom"):
                columns["inverted"] = at
            continue
        told = [_COLUMN[word] for word in words if word in _COLUMN]
        column = next((one for one in told if one != "town"), told[0] if told else None)  # « Commune / organisme »
        if column:
            columns.setdefault(column, at)
    named = {"surname", "person"} & set(columns)
    return columns if named and len(set(columns) - {"inverted", "town"}) >= 2 else {}


def _tells_more(source: Source, unit: Unit) -> bool:
    """Tell « ROUX | Zoé | déléguée | ASSOCIATION DES MAIRES » from a header: a cell holds no word of headers."""
    told = (fold_words(source.document.text[start:end]) for start, end in cells(source, unit) if end > start)
    return any(_COLUMN.keys().isdisjoint(words) for words in told)


def _row(source: Source, unit: Unit, columns: dict[str, int], part: Part) -> Iterator[Row]:
    placed = [cell for cell in cells(source, unit)]
    # A header whose first cell is empty loses it: the rows then have a number before the first named column.
    numbered = placed and source.document.text[slice(*placed[0])].strip(" .").isdigit()
    shift = 1 if numbered and min(columns.values()) == 0 else 0

    def cell(column: str) -> tuple[int, int] | None:
        at = columns.get(column)
        if at is None or at + shift >= len(placed):
            return None
        start, end = placed[at + shift]
        return (start, end) if end > start else None

    given, surname, person = cell("given"), cell("surname"), cell("person")
    if "given" not in columns and "person" not in columns:
        surname, person = None, surname  # a column « Nom » that no « Prénom » stands beside holds whole names
    named = (
        _joined_name(source, given, surname)
        if surname or given
        else _one_cell(source, person, inverted="inverted" in columns)
    )
    if named is None:
        return
    start, end, name = named
    body, function = (
        Span(source.document.id, *found) if (found := cell(column)) else None for column in ("body", "function")
    )
    town = cell("town") if body is None and "body" not in columns else None
    if town and function and _ELECTED.search(fold(source.document.quote(function))):
        body = Span(source.document.id, *town)
    mention = source.mention("person", start, end, name, "table-row/1")
    own = _own_part(source, cell("part")) or _starred(source, (start, end)) or part
    after = Span(source.document.id, end, unit.end)
    if function is None and person and (rest := _after_name(source, end, person[1])):
        function = rest
    yield Row(Placed(mention, "row", own, after), body, function, of_town=bool(body and town))


#: Functions in a town hall, beside a column of towns.
_ELECTED = regex(r"\b(?:maire|adjointe?|conseill|elue?|echevin|bourgmestre|municipal)")


def _own_part(source: Source, cell: tuple[int, int] | None) -> Part | None:
    """Return what a cell says of its row: « présent », « excusée », « absent », « X » or nothing."""
    words = fold(source.document.text[slice(*cell)]) if cell else ""
    told: tuple[tuple[str, Part], ...] = (("excus", "excused"), ("pouvoir", "excused"), ("represent", "excused"))
    told += (("absent", "absent"), ("present", "present"))
    return next((part for word, part in told if word in words), None)


#: « trois absents sont signalés par un astérisque », « * excusés ».
_STARRED = regex(
    r"\b(?P<part>absent|excus)\w*[^.\n]{0,60}(?:astérisque|\*)|\*\s*:?\s*(?P<after>absent|excus)", re.IGNORECASE
)


def _starred(source: Source, name: tuple[int, int]) -> Part | None:
    """Return what an asterisk at a name says, as the document explains it."""
    text = source.document.text
    if "*" not in text[name[0] : name[1] + 2]:
        return None
    told = next((m for m in _STARRED.finditer(text) if "*" not in text[max(0, m.start() - 1) : m.start()]), None)
    said = (told["part"] or told["after"]).lower() if told else ""
    return "absent" if said == "absent" else "excused" if said else None


def _after_name(source: Source, end: int, limit: int) -> Span | None:
    """Return the function that follows a name in its cell: « Sabine OUVRARD, maire »."""
    words = source.document.text[end:limit]
    start = len(words) - len(words.lstrip(" ,(–-\xa0"))
    told = words[start:].rstrip(" )")
    return Span(source.document.id, end + start, end + start + len(told)) if tells_function(told) else None


def _joined_name(
    source: Source, given: tuple[int, int] | None, surname: tuple[int, int] | None
) -> tuple[int, int, str] | None:
    text = source.document.text
    if surname is None or given is None:
        return None
    first, last = (shown(_tight(text[start:end])) for start, end in (given, surname))
    if not any(char.isalpha() for char in first + last) or any(char.isdigit() for char in first + last):
        return None  # « Agents | 79 »: a table of figures under a table of people
    if (
        is_given_name(last)
        and not is_given_name(first.split()[0])
        and " " not in last
        and text[slice(*given)].isupper()
    ):
        first, last = last, first
    span = sorted((*given, *surname))
    adjacent = abs(surname[0] - given[1]) <= 3 or abs(given[0] - surname[1]) <= 3
    return (span[0], span[-1], f"{first} {last}") if adjacent else (*surname, f"{first} {last}")


def _tight(words: str) -> str:
    return " ".join(words.replace(" - ", "-").replace("- ", "-").replace(" -", "-").split()).strip("*.,;")


def _one_cell(source: Source, person: tuple[int, int] | None, *, inverted: bool) -> tuple[int, int, str] | None:
    if person is None:
        return None
    tokens = tokenise(source.document.text, *person)
    first = (
        1
        if tokens and tokens[0].fold.rstrip(".") in ("m", "mme", "mr", "mlle", "dr", "pr", "monsieur", "madame")
        else 0
    )
    name = (read_inverted(tokens, first) if inverted else None) or read_name(tokens, first, loose=True)
    return (tokens[name.first].start, tokens[name.last - 1].end, name.whole) if name else None
