"""Where somebody comes from, where a body is: the town, the country or the address written beside its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Span, tables
from index import fold, tokens
from kg.ask.answers.context import around_document, unique
from kg.ask.answers.proofs import quote_around
from kg.ask.language import french
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.places.seats import ASKED as SEAT_ASKED
from kg.ask.places.seats import seat
from kg.ask.places.whence import OF_LIFE, described, of_life
from kg.ask.question.kinds import bare_town, is_somebody
from kg.ask.question.nations import nation
from kg.ask.question.query import Query
from kg.ask.question.sought import NAME, Sought
from kg.lexicon.places import COUNTRIES, is_country
from kg.regex import regex
from kg.types import Answer, Entity, Role, Row

KIND = "city-or-country"
EXAMPLES = (
    "D'où vient Ana Belloir ?",
    "Dans quelle ville travaille Ana Belloir ?",
)
_TOWN = r"(?:ville|commune|village|bourg|bourgade|municipalite|localite|cite)"
_IS = (
    r"(?:vien\w*|venai\w*|venue?s?|est|sont|etai\w+|arriv\w+|sort\w*|provien\w*|provenai\w*|se (?:trouv|situ)\w+"
    r"|trouv\w+|situe\w*|base\w*|siege\w*|travaill\w+|exerc\w+|implant\w+|install\w+|originaire\w*|boss\w+|domicilie\w*)"
)
_ASKED = (
    ("any", regex(rf"^(?:et )?d'ou (?:est-ce qu\w*'? ?)?{_IS}|\b{_IS} d'ou\b|\borigine (?:geographique )?d")),
    (
        "town",
        regex(rf"\b(?:de|dans|en|a) quel(?:le)? {_TOWN}\b.*\b{_IS}|\b{_IS} (?:de|dans|a) quel(?:le)? {_TOWN}\b"),
    ),
    (
        "country",
        regex(rf"\b(?:de|dans|en) quel pays\b|\b{_IS} (?:de|dans|en) quel pays\b|\bquel (?:est )?(?:le |son )?pays\b"),
    ),
    ("place", regex(rf"^(?:et )?ou (?:est-ce qu\w*'? ?)?{_IS}|\b{_IS} ou ?\??$|, ou ca\b|^(?:et )?ou est\b")),
    ("address", regex(r"\badresse (?!mail|electron|internet|web)(?:postale )?d|\bsiege (?:social )?d")),
)
_ADDRESSED = regex(r"\b(?:adresse|siege)\b")
_WHERE = regex(rf"\bou\b|\bquel(?:le)? (?:{_TOWN}|pays)\b|\b(?:adresse|siege|locaux|bureaux)\b")
#: Words that only link somebody or something to a place.
LINKS = stems_of(
    "vient venir venait viennent venu venue venus venues provient provenait originaire origine arrive arrivé arrivée "
    "sort trouve trouver trouvait situe situé située basé basée siège siéger travaille travailler travaillait exerce "
    "exercer exerçait implanté implantée installé installée domicilié domiciliée adresse postale siège social local "
    "bureau ville commune village bourg municipalité localité pays cité endroit lieu société entreprise association "
    "réseau monsieur madame docteur docteure bosse".split()
)
#: What it is worth that a place stands in the column of places, in a cell, in brackets or after a preposition beside
#: the name, in the name itself, before it, as an adjective of country or town; what a label says of a seat.
COLUMN, CELL, AFTER, WITHIN, BEFORE, ADJECTIVE, LABEL = 1.0, 0.95, 0.9, 0.8, 0.85, 0.6, 0.97
#: How many characters after and before a name tell of it.
NEAR, AHEAD = 130, 70
#: How many more characters than a name make a cell a text, whose row tells nothing of where the name is.
WORDY = 12
_COLUMN = regex(r"\b(?:villes?|communes?|pays|provenance|origine|localite|adresse|siege)\b")
_PLACED = regex(
    r"(?:\b(?:à|a|au|aux|en|dans|de|du|des|depuis|près de)\s|\bd['’]|[(,]\s*|\s[–—-]\s)(?:la |le |les |l['’])?"
    rf"(?P<name>{NAME})"
)
_STOP = regex(r"[.;:»!?\n]|,? (?:qui|dont|et) |\b(?:explique|précise|déclare|rappelle|présente)\b")
_BESIDE = regex(r"\s*(?:\*\*|__)?\s*(?:[(,–—-]|(?:est|était|sont|se trouve|,?\s*(?:de|d['’]|à|en|au))\b)")
_AHEAD = regex(rf"\b(?:à|au|de|du|en|d['’])\s?(?P<name>{NAME}),?\s(?:M\.|Mme|le docteur|la docteure|Dr)?\s?$")
_ADDRESS = regex(
    r"(?P<name>\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|place|bd|boulevard|quai|chemin|impasse|allée|route|cours|square"
    r"|passage|ruelle|faubourg)\b[^;.\n|\t()]{3,80})",
    re.IGNORECASE,
)
_SEAT = regex(r"\b(?:siège(?: social)?|adresse|contact|coordonnées)\s*:\s*(?P<name>[^.\n|\t]{3,90})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A place told beside a name: how surely (0..1, negated so that the surest comes first), its name, its line."""

    worth: float
    name: str
    line: Span


def answer(query: Query, library: Library) -> Answer | None:
    """Answer where somebody comes from or where something is; nothing for other questions or when nothing is beside."""
    wanted = next((kind for kind, shape in _ASKED if shape.search(query.folded)), "")
    if at := _seated(query, library, wanted):
        return at
    if OF_LIFE.search(query.folded) and _WHERE.search(query.folded) and query.entities("person"):
        return of_life(query, library)
    names = _names(query) if wanted else []
    if names and not _asks_no_more(query):
        return None
    names = names or (described(query, library) if wanted == "any" else [])
    told = sorted({one for name in names for one in _beside(library, name, wanted)})
    told = [one for one in told if not _says(query, one.name)]
    return _told(query, library, names[0][0], told) if told else None


def _seated(query: Query, library: Library, wanted: str) -> Answer | None:
    """Answer where a body has its seat, by the sentence or the line that tells it."""
    seated = _ADDRESSED.search(query.folded) is not None
    bodies = tuple(query.entities("organisation", *(["place"] if seated else [])))
    if not bodies or query.entities("person") or not _WHERE.search(query.folded) or not SEAT_ASKED.search(query.folded):
        return None
    word = "pays" if wanted == "country" or "quel pays" in query.folded else "ville"
    word = "adresse" if seated and wanted not in ("town", "country") else word
    found = seat(query, library, Sought(word), bodies)
    if found is None:
        return None
    sentence, (start, end), entity = found
    name = (
        bare_town(entity.label) if entity and entity.kind == "organisation" else sentence.words[start:end].strip(" ,.")
    )
    return _told(query, library, bodies[0].label, [Found(-LABEL, name, sentence.span)])


def _names(query: Query) -> list[tuple[str, tuple[Entity, ...]]]:
    """Return what a question asks of: a named person, body or place, with all it may be, else a name it writes."""
    seen: dict[int, list[Entity]] = {}
    for one in query.named:
        if one.entity.kind in ("person", "organisation", "place") and len(fold(one.words)) > 1:
            seen.setdefault(one.start, []).append(one.entity)
    if seen:
        start = min(seen)
        words = next(one.words for one in query.named if one.start == start)
        return [(words, tuple(seen[start]))]
    found = re.search(rf"(?<=[\w'’,] )(?:l[ea] |l['’]|les )?(?:[a-zà-ÿ]+ )?(?P<name>{NAME})\s*\??\s*$", query.text)
    return [(found["name"], ())] if found else []


def _asks_no_more(query: Query) -> bool:
    names = {one.entity.label for one in query.named}
    left = [t for t in query.inside().terms if t.words not in names and not t.alternatives[0][0] <= LINKS]
    described = [t for t in left if not t.words[:1].isupper()]
    return len(described) <= (1 if names else 0)


def _says(query: Query, name: str) -> bool:
    """Tell a place that the question itself names."""
    return frozenset(tokens(name)) <= frozenset(tokens(query.text))


def _beside(library: Library, named: tuple[str, tuple[Entity, ...]], wanted: str) -> Iterator[Found]:
    words, entities = named
    spans = {library.knowledge.mentions[at].span for entity in entities for at in entity.mentions}
    spans |= set(library.find_phrase(words))
    person = any(entity.kind == "person" for entity in entities)
    for span in sorted(spans):
        text = library.knowledge.documents[span.document_id].text
        line = library.line_at(span)
        found = (
            _in_row(library, span)
            if "\t" in text[line.start : line.end]
            else _in_sentence(library, span, line, person=person)
        )
        for worth, name in (*found, *(_seats(text, span, line) if wanted in ("address", "place") else ())):
            worth *= _fits(wanted, name)
            if worth > 0.4:
                yield Found(-worth, name, line)
    for entity in entities:
        yield from _in_roles(library, entity, wanted)


def _fits(wanted: str, name: str) -> float:
    """Return how well the name of a place is of the kind that is asked for."""
    country = is_country(name)
    if country and wanted in ("place", "address"):
        return 0.55
    if wanted == "country":
        return 1.0 if country else 0.0
    if wanted == "address":
        return 1.0 if re.match(r"\d", name) else 0.7
    return 0.6 if country and wanted == "town" else 0.95 if country else 1.0


def _in_row(library: Library, span: Span) -> Iterator[tuple[float, str]]:
    """Yield the places of a table row: of the column of places, else those that are known."""
    document = library.knowledge.documents[span.document_id]
    for table in tables(document):
        row = next((row for row in table.rows if row[0].start <= span.start < row[-1].end), ())
        own = next((cell for cell in row if span in cell), None)
        if own is not None and own.end - own.start > span.end - span.start + WORDY:
            yield from _in_sentence(library, span, own, person=True)
            return
        for at, cell in enumerate(row):
            words = document.text[cell.start : cell.end].strip()
            header = fold(document.quote(table.header[at])) if at < len(table.header) else ""
            if words and _COLUMN.search(header) and span not in cell:
                yield COLUMN, words
            elif words and fold(words).replace("-", " ") in COUNTRIES:
                yield CELL, words
            elif words and span not in cell and (inner := re.search(r"\((?P<name>[A-ZÀ-Ý][^)]{2,40})\)$", words)):
                yield CELL, inner["name"]
                yield from _before_country(words[: inner.start()].strip())
            elif words and span not in cell and _is_town(library, Span(document.id, cell.start, cell.end), words):
                yield AFTER, words


def _before_country(words: str) -> Iterator[tuple[float, str]]:
    """Yield the town of « COMMUNE DE LORVILLE (Belgique) »."""
    if bare_town(words) != words:
        yield COLUMN - 0.02, bare_town(words).title() if words.isupper() else bare_town(words)


def _is_town(library: Library, span: Span, name: str) -> bool:
    """Tell a name that the base takes for a place there, or for a town's authority."""
    for mention, entity in library.mentions_in(span, "place", "organisation"):
        if len(mention.name) >= len(name) - 1 and (entity.kind == "place" or bare_town(entity.label) != entity.label):
            return True
    return any(one.entity.kind == "place" and one.whole for one in library.names.find(name))


def _in_sentence(library: Library, span: Span, line: Span, *, person: bool) -> Iterator[tuple[float, str]]:
    """Yield the places written just after or before a name in its sentence; of a person, the nation as well."""
    text = library.knowledge.documents[span.document_id].text
    others = [m.span.start for m, _ in library.mentions_in(line, "person") if m.span.start >= span.end]
    after = _STOP.split(text[span.end : min([line.end, span.end + NEAR, *others])])[0]
    before = re.split(r"[.;:»!?\n]", text[max(line.start, span.start - AHEAD) : span.start])[-1]
    beside = _BESIDE.match(after)
    for order, one in enumerate(_PLACED.finditer(after)) if beside else ():
        at = Span(span.document_id, span.end + one.start("name"), span.end + one.end("name"))
        if _placed(library, at, one["name"], one[0]):
            yield AFTER - 0.02 * order, bare_town(one["name"])
    if found := _AHEAD.search(before):
        start = span.start - len(before)
        at = Span(span.document_id, start + found.start("name"), start + found.end("name"))
        if _placed(library, at, found["name"], found[0]):
            yield BEFORE, bare_town(found["name"])
    if person:
        near = [*re.findall(r"[\w-]+", before)[-4:], *(re.findall(r"[\w-]+", after)[:8] if beside else ())]
        yield from ((ADJECTIVE, country) for word in near for country in sorted(nation(fold(word)))[:1])


def _placed(library: Library, at: Span, name: str, led: str) -> bool:
    """Tell the name of a place: a known one, or one that « à », « (X, Pays) » or a comma at an end leads."""
    if is_country(name) or _is_town(library, at, name):
        return True
    known = [entity.kind for _, entity in library.mentions_in(at, "person", "organisation")]
    if known or is_somebody(library, name, [at]):
        return False
    return bool(re.match(r"(?:(?:à|a|de|depuis|près de)\s|d['’])(?!la |le |les )", led)) and len(name) > 2


def _seats(text: str, span: Span, line: Span) -> Iterator[tuple[float, str]]:
    """Yield the address or the seat that the lines around a name tell."""
    around = text[line.start : min(len(text), line.end + 200)]
    for shape, worth in ((_ADDRESS, LABEL), (_SEAT, LABEL - 0.05)):
        for found in shape.finditer(around):
            if not re.search(r"@|\d{2}(?: \d{2}){3}", found["name"]):
                yield worth - abs(line.start + found.start() - span.end) / 5000, found["name"].strip(" ,")


def _in_roles(library: Library, entity: Entity, wanted: str) -> Iterator[Found]:
    """Yield the town of the body that somebody is of, and the town that a body's own name ends with."""
    own: list[tuple[Entity, Role | None]] = [(entity, None)] if entity.kind == "organisation" else []
    if entity.kind == "person":
        roles = library.knowledge.roles.get(entity.id, ())
        own = [(body, role) for role in roles if (body := library.knowledge.entity_of(role.organisation))]
    for body, role in own:
        town = bare_town(body.label)
        if town == body.label:
            found = re.search(r"\b(?:de |d['’])(?P<name>[A-ZÀ-Ý][\w'’-]+(?:-[\w'’-]+)*)$", body.label)
            known = found and any(
                one.entity.kind == "place" or bare_town(one.entity.label) != one.entity.label
                for one in library.names.find(found["name"])
            )
            town = found["name"] if found and known else ""
        at = role.provenance.span if role else next((library.knowledge.mentions[m].span for m in body.mentions), None)
        if town and at and (worth := WITHIN * _fits(wanted, town)) > 0.4:
            yield Found(-worth, town, library.line_at(at))


def _told(query: Query, library: Library, asked: str, told: list[Found]) -> Answer:
    best = told[0]
    line = library.sentence_at(Span(best.line.document_id, best.line.start, best.line.start + 1))
    at = best.line
    places = library.find_phrase(best.name, only=best.line.document_id)
    inside = next((library.sentence_at(one) for one in places if one in best.line), None)
    span = quote_around(library, inside.span if inside and not line else at)
    found = [] if best.name[:1].isdigit() else library.names.find(best.name)  # an address is more than its town
    known = next((one.entity for one in found if one.entity.kind == "place"), None)
    evidence = (library.evidence(span, -best.worth),)
    country = next((one.name for one in told[1:] if is_country(one.name) and not is_country(best.name)), "")
    label = known.label if known else best.name
    row = Row(known.id if known else "", label, "place", -best.worth, best.name, evidence)
    text = french.sentence(f"{label}{f' ({country})' if country else ''} — {asked} : « {library.reading(span)} »")
    return Answer(
        query.text, KIND, french.shortened(text), (row,), unique(around_document(library, None, span.document_id))
    )
