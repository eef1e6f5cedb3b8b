"""What may answer « quelle ville », « quel organisme » in and around a sentence: names known or not, with scores."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus import Passage, Span
from index import fold, tokens
from kg.ask.answers.proofs import overlap, sentence_around
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.kinds import UNTOLD, bare_town, fit, is_body_name, is_somebody, named_fit, says_kind
from kg.ask.question.nations import countries_beside, country_of, in_country
from kg.ask.question.query import Query
from kg.ask.question.sought import NAME, Sought, names_beside
from kg.ask.question.whole_names import longer_name, whole_name
from kg.ask.sentences.antecedent import subject_before
from kg.ask.sentences.proper import is_proper
from kg.ask.sentences.standing import standing
from kg.ask.somebody import bodies_after
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.types import Entity, Mention, Quotation

#: Least share of what is asked, beside names, that a sentence and its title must say; less when it holds a name of the
#: very kind that is sought, and how well a name must be of that kind.
SAYS, SAYS_KIND, VERY = 0.3, 0.15, 0.8
#: What it is worth to stand in the very sentence, to be whom its speaker or a person in it comes from, to stand in the
#: title above, just before (in how many characters), in the rest of the passage.
INSIDE, SPEAKER, PERSON, TITLE, BEFORE, PASSAGE = 1.0, 0.95, 0.85, 0.65, 0.75, 0.55
NEAR = 60
#: Fewest letters of a word that names a town in short; worth of what a sentence goes on about, « Elle… ».
SHORTENED, ANTECEDENT = 5, 1.15
#: What it is worth that a sentence holds a name which may be of a body, but was not read as its mention there.
NAME_ONLY = 0.98
#: What an unknown name is worth where any body will do.
UNKNOWN = 0.4
#: How much of the question a sentence says that answers with a body of no told kind.
WHOLLY = 0.7
#: How many characters around a passage may say where what it tells of is.
WIDE = 600


#: Houses that are called after people: « le lycée Jeanne-Ferval ».
_AFTER_PEOPLE = regex(
    r"\b(?:lycee|college|ecole|groupe scolaire|universite|institut|hopital|clinique|fondation|maison|centre|theatre"
    r"|musee|mediatheque|bibliotheque|salle|creche|residence|foyer|stade|prix)\s+(?:[a-z]+\s+)?$"
)
_IN_COUNTRY = regex(rf"(?P<name>(?>{NAME})) \([A-ZÀ-Ý][^)\n]{{2,25}}\)")


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence or quotation that speaks of what is asked, how well (0..1), and how much of it beside the names."""

    score: float
    says: float
    span: Span
    passage: Passage
    said: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A body or place that may answer; a name that the base does not know has no id."""

    id: str
    label: str
    kind: str
    score: float
    item: Item
    at: Span | None = None
    #: All that its sentence names of that kind, in its order.
    beside: tuple["Found", ...] = ()


def candidates(query: Query, library: Library, asked: Sought, item: Item) -> Iterator[Found]:
    """Yield what is of the kind that is sought in and around a sentence or quotation, each with its score."""
    seen: list[Span] = []
    inside = _inside(library, item)
    known = list(_known(query, library, asked, item, seen))
    yield from known
    read = list(_read(library, asked, item))
    taken = [
        one.at for one in known if one.at
    ]  # what follows the word for the kind is of it, whatever it was taken for
    for span, worth in (*read, *_unknown(library, asked, inside, item.says)):
        others = taken if (span, worth) in read else seen
        if not any(overlap(span, other) for other in others) and not _is_named(query, library, span):
            name = whole_name(library.knowledge.documents[span.document_id], span)
            if _in_short(query, asked, name) or is_function_start(
                re.sub(r"^(?:la |le |l['’])", "", name, flags=re.IGNORECASE)
            ):
                continue
            stands = _stands(query, library, asked, inside, span) if span in inside else 1.0
            yield Found("", name, "name", item.score * worth * stands, item, span)
            seen.append(span)


def _known(query: Query, library: Library, asked: Sought, item: Item, seen: list[Span]) -> Iterator[Found]:
    """Yield the bodies and places that the base knows; `seen` gets the places of their names."""
    named = {one.entity.id for one in query.named if one.words in query.unquoted}
    said = _wide(library, item.passage.span)
    inside = _inside(library, item)
    for worth, span, entity in _around(library, item):
        seen += [span] if span is not None else []
        if (
            entity.id in named
            or (span is not None and _is_dateline(library, span))
            or _in_short(query, asked, entity.label)
        ):
            continue
        likely = fit(asked, library, entity) or _may_be(asked, entity, item, inside=NAME_ONLY <= worth <= INSIDE)
        if not likely or item.says < (SAYS_KIND if likely >= VERY and worth >= SPEAKER else SAYS):
            continue
        if asked.countries or asked.abroad:
            likely *= in_country(asked.countries, country_of(library, entity), said, abroad=asked.abroad)
        if span is not None and worth == INSIDE:
            likely *= _stands(query, library, asked, inside, span)
        opens = span is not None and 0 <= span.start - item.span.start < 40
        score = item.score * worth * likely * (1.1 if opens else 1.0)
        yield Found(entity.id, _label(library, entity, span), entity.kind, score, item, span)


def _stands(query: Query, library: Library, asked: Sought, inside: Span, at: Span) -> float:
    words = library.knowledge.quote(inside)
    return standing(query, asked, words, (at.start - inside.start, at.end - inside.start))


def _may_be(asked: Sought, entity: Entity, item: Item, *, inside: bool) -> float:
    """Return what a body whose name tells no kind is worth in a sentence that says all that is asked of one."""
    named = entity.kind == "organisation" and not is_body_name(entity.label) and not says_kind(entity.label)
    return UNTOLD if named and inside and item.says >= WHOLLY and not (asked.town or asked.area) else 0.0


def taking_part(query: Query, library: Library, asked: Sought) -> Iterator[Found]:
    """Yield the bodies of the very kind in the reports where a question looks, when it asks no more than who was there.

    The ideas of the question are all in the words that name the reports or in a verb of presence.
    """
    left = frozenset(stem for term in query.scoped for stem in term.alternatives[0][0])
    left -= _presence() | frozenset(stem for word in (asked.word, *asked.said) for stem in tokens(word))
    names = {stem for named in query.named for stem in tokens(named.words)}
    if not left <= names or asked.town or asked.area or asked.any_body:
        return
    seen: set[str] = set()
    for document_id in sorted(query.reports):
        mentions = (m for m in library.knowledge.extraction_of[document_id].mentions if m.kind == "organisation")
        known = [(m.span, body) for m in mentions if (body := library.knowledge.entity_of(m.id))]
        spans = [(span, body.label, body.id) for span, body in known if fit(asked, library, body) >= VERY]
        spans += [(span, "", "") for span in names_beside(asked.word, library, document_id)]
        for span, label, identifier in spans:
            passage = library.passage_at(span)
            name = label or whole_name(library.knowledge.documents[document_id], span)
            if passage is not None and fold(name) not in seen:
                seen.add(fold(name))
                item = Item(0.6, 1.0, sentence_around(library, span), passage)
                yield Found(identifier, name, "organisation", 0.6, item, span)


@lru_cache(maxsize=1)
def _presence() -> frozenset[str]:
    """Return the stems of the verbs that say who was there."""
    return stems_of(
        "participe participer participé participaient présent présente présents représenté représentée assiste assisté "
        "venu venue vient intervient intervenu accompagne accompagnait anime animait associé associée".split()
    )


def _label(library: Library, entity: Entity, span: Span | None) -> str:
    if span is None or entity.kind != "organisation":
        return entity.label
    return longer_name(library.knowledge.documents[span.document_id], entity.label, span)


def _inside(library: Library, item: Item) -> Span:
    return sentence_around(library, item.span)


def _is_named(query: Query, library: Library, span: Span) -> bool:
    """Tell a name that the question gives."""
    words = fold(library.knowledge.quote(span))
    return " ".join(words.split()) in query.folded


def _in_short(query: Query, asked: Sought, name: str) -> bool:
    """Tell a town that the question names by the first word of its name: « avant Vernoy »."""
    first = next(iter(re.findall(r"\w+", bare_town(name))), "") if asked.town else ""
    return len(first) >= SHORTENED and re.search(rf"\b{re.escape(first)}\b", query.unquoted) is not None


def _unknown(library: Library, asked: Sought, inside: Span, says: float) -> Iterator[tuple[Span, float]]:
    """Yield the names in a sentence that the base does not know, after a small word, worth what their kind is."""
    text = library.knowledge.documents[inside.document_id].text
    if asked.area or says < SAYS or "\t" in text[inside.start : inside.end]:
        return
    people = [mention.span for mention, _ in library.mentions_in(inside, "person")]
    for match in _AFTER_SMALL.finditer(text, inside.start, inside.end):
        span = Span(inside.document_id, match.start("name"), match.end("name"))
        is_body = not any(overlap(span, person) for person in people) and not is_somebody(library, match["name"])
        if is_body and is_proper(text, span.start, match["name"], town=asked.town):
            likely = named_fit(asked, match["name"])
            yield span, INSIDE * (UNKNOWN if asked.any_body else likely)


_AFTER_SMALL = regex(
    rf"(?:\b(?:de la|du|des|de|au|aux|à la|la|le|les|par|avec|chez|à|cab\.|[Aa]près|[Vv]ers)\s+|\b[dlDL]['’])"
    rf"(?:[«“]\s*)?(?P<name>{NAME}(?: aux? [a-zà-ÿ]+(?: [a-zà-ÿ]+)?(?=[,.;:)]))?)"
)


def _wide(library: Library, span: Span) -> str:
    """Return the folded words of a passage with those before and after it."""
    text = library.knowledge.documents[span.document_id].text
    return re.sub(r"[^\w']", " ", fold(text[max(0, span.start - WIDE) : span.end + WIDE]))


def _around(library: Library, item: Item) -> Iterator[tuple[float, Span | None, Entity]]:
    """Yield the bodies and places around a sentence with what each is worth by where it stands, and its place."""
    knowledge = library.knowledge
    inside = _inside(library, item)
    for mention, entity in library.mentions_in(inside, "organisation", "place"):
        yield INSIDE, mention.span, entity
    subject = subject_before(library, item.passage, inside)
    yield from ((ANTECEDENT, mention.span, entity) for mention, entity in subject)
    speaker = knowledge.entity_of(item.said.speaker) if item.said else None
    if speaker is not None:
        yield SPEAKER, None, speaker
        yield from ((SPEAKER, None, body) for body in _bodies(library, speaker))
    for _, person in library.mentions_in(inside, "person"):
        yield from ((PERSON, None, body) for body in _bodies(library, person))
    for named in library.names.find(library.reading(inside)):
        if named.words[:1].isupper() and named.entity.kind in ("organisation", "place"):
            yield NAME_ONLY, None, named.entity
    for heading in item.passage.headings[-1:]:
        yield from ((TITLE, None, named.entity) for named in library.names.find(heading) if named.words[:1].isupper())
    for mention, entity in _beside(library, item.passage.span, _row(library, inside)):
        gap = inside.start - mention.span.end
        yield (BEFORE if 0 <= gap < NEAR else PASSAGE), mention.span, entity


def _beside(library: Library, passage: Span, row: Span | None) -> Iterator[tuple[Mention, Entity]]:
    """Yield the bodies and places of a passage; beside a row of a table, not those of the other rows."""
    for mention, entity in library.mentions_in(passage, "organisation", "place"):
        if row is None or mention.span in row or not _row(library, mention.span):
            yield mention, entity


def _in_a_name(library: Library, span: Span) -> bool:
    """Tell words that are part of the name of a body: « Union des Villes Ouvertes »."""
    bodies = library.mentions_in(library.line_at(span), "organisation")
    return any(span in one.span and span != one.span for one, _ in bodies)


def _row(library: Library, span: Span) -> Span | None:
    """Return the row of a table in which something stands."""
    line = library.line_at(span)
    return line if "\t" in library.knowledge.quote(line) else None


def _bodies(library: Library, person: Entity) -> Iterable[Entity]:
    """Return the bodies that somebody comes from: those of the roles, else the one written after the name."""
    roles = library.knowledge.roles.get(person.id, ())
    told = [body for role in roles if (body := library.knowledge.entity_of(role.organisation))]
    return dict.fromkeys(told or [entity for _, entity in bodies_after(library, person)])


def _read(library: Library, asked: Sought, item: Item) -> Iterator[tuple[Span, float]]:
    """Yield the names that a passage writes after the word asked for, and towns beside their country."""
    text = library.knowledge.documents[item.span.document_id].text
    line = library.line_at(item.span)
    for span in names_beside(asked.word, library, item.span.document_id):
        name = text[span.start : span.end]
        after_people = _AFTER_PEOPLE.search(fold(text[max(0, span.start - 30) : span.start])) and "-" in name
        if not after_people and (is_somebody(library, name, [span]) or library.mentions_in(span, "person")):
            continue
        if asked.town and _in_a_name(library, span):
            continue
        near = INSIDE if span in item.span or span in line else PASSAGE if span in item.passage.span else 0.0
        if near:
            yield span, near
    if not asked.town:
        return
    before = max(0, text.rfind("\n#", 0, item.span.start))
    for match in _IN_COUNTRY.finditer(text, before, item.passage.span.end):
        span = Span(item.span.document_id, match.start("name"), match.end("name"))
        countries = countries_beside(library, span)
        if countries:
            yield (
                span,
                (INSIDE if span in item.span else TITLE)
                * in_country(asked.countries, countries, "", abroad=asked.abroad),
            )


def _is_dateline(library: Library, span: Span) -> bool:
    """Tell the place from which a text is dated: « Morvillac, 8 juin 2023 – »."""
    text = library.knowledge.documents[span.document_id].text
    return bool(re.match(r"[*_]*\s*,\s*(?:le )?(?:\w+ )?\d{1,2}(?:er)? \w+ \d{4}", text[span.end : span.end + 40]))
