"""The list that a question asks for: called what it says, and about the rest of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from corpus import Passage, Span
from index import fold, tokens, vocabulary
from kg.ask.answers.proofs import coverage, overlap, title_stems
from kg.ask.language.numbers import find_numbers
from kg.ask.language.same import same
from kg.ask.language.session_numbers import has_same_number
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.lists.nouns import asked_nouns, said_verb, same_list, voice_asked
from kg.ask.lists.reading import TITLE, Group, groups_of, of_headings, runs_of
from kg.ask.question.query import Query
from kg.knowledge import Knowledge, Lazily
from kg.regex import regex
from kg.types import Entity, document_of

#: How many documents are looked into.
DOCUMENTS = 4
#: What a title above is worth, the words of the items themselves, and what stands in their passage.
ABOVE, INSIDE, BESIDE = 0.7, 0.55, 0.5
#: « Quelles autres pistes que le bus »: what is not asked for.
_THAN = regex(r"\bautres? (?:[\w-]+ ){1,2}que (?:l[ea] |l'|les |la |celles? d\S* ?|ceux d\S* ?)?(?P<than>[\w-]+)")
#: What a name is worth that stands anywhere in the report.
MENTIONED = 0.4
#: How well the title of a list says the noun asked for, then a like word; most words of a title that is of that alone.
TITLED, LIKE, SHORT_TITLE = 0.8, 0.6, 4
#: What the first lines of a report are worth, how many characters these are, what the first report adds.
OPENING, FIRST_LINES, FIRST = 0.6, 400, 0.05
#: Least share of the question that a list says in another report than the one that the question seems to name.
ELSEWHERE = 0.65
#: Least share of the question that what was asked aloud must say, for the short answers to it.
REPLIED = 0.45
#: How many characters before the passage of a list may name whose it is.
HEADED, LINE = 700, 160
_PRONOUN = regex(r"\b(?:elle|il|lui)\b")
#: What a word weighs that the corpus does not know: how a thing was found is seldom told.
UNSAID = 0.2
#: What it adds that a list has as many items as are asked for.
COUNTED = 0.2
#: What it adds to stand in one of the passages that are nearest to the question, and how many of these there are.
NEAR, NEAREST = 0.06, 3
#: By how much less the only list that is called by the very noun may say the rest.
ALONE = 0.15


def best_group(
    query: Query, library: Library, *, least: float, by_head: float = 1.1, fits: Callable[[Group], bool] | None = None
) -> Group | None:
    """Return the list that is called what the question asks for and is about the rest of it, 0..1 at least.

    Only those that fit are looked at. A list that is called otherwise is returned when the very line that announces it
    says at least `by_head` of the rest.
    """
    called_so = _titled_so(query, library)
    found = _best(replace(query, documents=called_so), library, least, by_head, fits) if called_so else None
    found = found or _best(query, library, least, by_head, fits)
    if query.reports and (found is None or found[1] < 1):  # another report may have a list of that very name
        wide = replace(query, documents=None, scoped=(), event=None)
        other = _best(wide, library, ELSEWHERE, 1.1, fits)
        found = other if other and other[1] >= TITLED else found
    return found[0] if found else None


def _titled_so(query: Query, library: Library) -> frozenset[str]:
    """Return the reports, among several that a question looks into, whose title or file says what names the place."""
    place = frozenset(tokens(query.place))
    known = ((one, library.knowledge.documents[one]) for one in query.reports)
    named = {one: frozenset(tokens(f"{document.title} {document.source.replace('_', ' ')}")) for one, document in known}
    said = {one: len(place & stems) for one, stems in named.items()}
    most = max(said.values(), default=0)
    best = frozenset(one for one, number in said.items() if number == most)
    return best if most > 1 and len(best) < len(said) else frozenset()


def _best(
    query: Query, library: Library, least: float, by_head: float, fits: Callable[[Group], bool] | None
) -> tuple[Group, float] | None:
    """Return the best list, and how well what announces it says the noun that is asked for."""
    nouns = asked_nouns(query)
    own = nouns[0] if nouns else frozenset()
    terms = query.inside().without(frozenset[str]().union(*nouns) | stems_of(_GIVEN)).terms
    lead, does = voice_asked(query.folded), bool(said_verb(query.folded))
    terms = tuple(term for term in terms if term.words.istitle() or fold(term.words) not in lead) if lead else terms
    than = _THAN.search(query.folded)
    terms = tuple(one for one in terms if than is None or not fold(one.words).endswith(than["than"]))
    terms = tuple(replace(one, weight=UNSAID) if one.unknown and one.words.islower() else one for one in terms)
    told = {number.value for number in find_numbers(query.folded)}
    weight = max((library.weight(stem) for stem in own), default=0.0)
    found: list[_Candidate] = []
    documents = _documents(query, library) if nouns else []
    near = [one.passage.span for one in library.look(query)[:NEAREST]] if nouns else []
    total = sum(term.weight for term in terms)
    people, named = query.entities("person"), _names_told(query)
    for group in _groups(library, documents, nouns):
        numbered = has_same_number(query.folded, fold(group.title)) if group.title else None
        called = _called(group, nouns)
        if len(group.items) < 2 or numbered is False or (fits and not fits(group)) or (people and group.replies):
            continue
        if called == LIKE and _of_people(library, group):
            continue
        voice = _voice(library, group.items[0]) if people else frozenset[str]()
        if people and _only_inside(library, group, people):
            continue
        there = frozenset[str]().union(*(stems for stems, told_in in named if group.items[0].document_id in told_in))
        around = (*_around(library, group, voice), (there, MENTIONED))
        said = coverage(terms, group.head, around) if terms else 1.0
        if not called and (
            (does and not group.replies)
            or not terms
            or coverage(terms, group.head | voice, around[3:4]) < (REPLIED if group.replies else by_head)
        ):
            continue
        about = said
        said = (said * total + called * weight) / (total + weight) if total else called
        said += COUNTED if len(group.items) in told else 0.0
        said += (
            NEAR
            if called and any(group.items[0].start < span.end and overlap(group.items[0], span) for span in near)
            else 0.0
        )
        first = FIRST if group.items[0].document_id == documents[0] else 0.0
        found.append(_Candidate(said + group.surer + first, said, about, called, group))
    return _surest(found, least)


class _Candidate(NamedTuple):
    """A list with its score, how well it says the question, and the rest of it, and how well it is called."""

    score: float
    said: float
    about: float
    called: float
    group: Group


def _surest(found: list[_Candidate], least: float) -> tuple[Group, float] | None:
    """Return the best list that says enough, else the only one that is called by the very noun."""
    sure = [one for one in found if one.said >= least]
    if not sure:
        exact = [one for one in found if one.called == 1.0]
        alone = all(overlap(one.group.items[0], exact[0].group.items[0]) for one in exact)
        sure = [one for one in exact if alone and one.about and one.said >= least - ALONE]
    best = max(sure, key=lambda one: one.score, default=None)
    return (best.group, best.called) if best else None


def _around(library: Library, group: Group, voice: frozenset[str]) -> tuple[tuple[frozenset[str], float], ...]:
    """Return the stems around a list with what each is worth: titles and voice, items, passage, opening."""
    passage = library.passage_at(group.items[0])
    beside = library.stems(passage.span) if passage else frozenset[str]()
    opening = library.knowledge.once(_openings)[group.items[0].document_id]
    return (group.titles | voice, ABOVE), (group.words, INSIDE), (beside, BESIDE), (opening, OPENING)


def _names_told(query: Query) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the stems of what a question names, with the reports that name it somewhere."""
    entities = [one.entity for one in query.named]
    return [(frozenset(tokens(one.label)), frozenset(map(document_of, one.mentions))) for one in entities]


def around_passage(library: Library, passage: Passage) -> tuple[tuple[frozenset[str], float], ...]:
    """Return the stems around the sentences of a passage with what each is worth: titles, passage, opening."""
    opening = library.knowledge.once(_openings)[passage.span.document_id]
    return (title_stems(passage.headings), ABOVE), (library.stems(passage.span), BESIDE), (opening, OPENING)


def _openings(knowledge: Knowledge) -> Lazily[frozenset[str]]:
    """Return the stems of each report's title, file name and first lines."""

    def read(document_id: str) -> frozenset[str] | None:
        document = knowledge.documents[document_id]
        return vocabulary(f"{document.title} {document.source.replace('_', ' ')} {document.text[:FIRST_LINES]}")

    return Lazily(read, lambda: knowledge.extraction_of)


def _called(group: Group, nouns: tuple[frozenset[str], ...]) -> float:
    """Return how well what announces a list says the noun that is asked for, 0..1; 0 when it does not."""
    for noun in nouns:
        if noun <= group.head:
            return 1.0
        if noun <= group.title_stems:
            return TITLED
    like = same_list(nouns[0]).union(*map(same, nouns[0])) if nouns else frozenset()
    return LIKE if like & group.head or (like & group.title_stems and len(group.title_stems) <= SHORT_TITLE) else 0.0


def says_noun(group: Group, query: Query) -> bool:
    """Tell a list whose very line says what the question asks a list of."""
    nouns = asked_nouns(query)
    return any(noun <= group.head or same_list(noun) & group.head for noun in nouns)


def _only_inside(library: Library, group: Group, people: list[Entity]) -> bool:
    """Tell a list of which an item alone names somebody: it is not theirs."""
    ids = {person.id for person in people}
    inside = any(one.id in ids for item in group.items for _, one in library.mentions_in(item, "person"))
    first = group.items[0]
    passages = library.knowledge.extraction_of[first.document_id].passages
    own = library.passage_at(first)
    section = [one.span.start for one in passages if own and one.headings == own.headings]
    near = [at for at in section if first.start - HEADED <= at <= first.start]
    before = Span(first.document_id, min(near, default=first.start), first.start)
    line = fold(library.knowledge.documents[first.document_id].text[max(0, first.start - LINE) : first.start])
    return (
        inside
        and not _PRONOUN.search(line)
        and not any(one.id in ids for _, one in library.mentions_in(before, "person"))
    )


def _of_people(library: Library, group: Group) -> bool:
    """Tell a list of which each item begins with the name of somebody."""
    return all(
        any(mention.span.start - item.start <= TITLE for mention, _ in library.mentions_in(item, "person"))
        for item in group.items
    )


def _voice(library: Library, item: Span) -> frozenset[str]:
    """Return the stems of the names of those in whose words an item stands."""
    said = library.knowledge.extraction_of[item.document_id].quotations
    speakers = (library.knowledge.entity_of(one.speaker) for one in said if overlap(one.span, item))
    return frozenset(stem for one in speakers if one for stem in tokens(one.label))


def named_groups(query: Query, library: Library) -> Iterator[tuple[Group, frozenset[str]]]:
    """Yield the lists in the sentences of the reports that a question is about, with the stems around each."""
    for document_id in _documents(query, library):
        opening = library.knowledge.once(_openings)[document_id]
        for passage in library.knowledge.extraction_of[document_id].passages:
            for group in runs_of(library, passage):
                yield group, opening | library.stems(passage.span)


#: Words that say that a list was given, of nothing in it.
_GIVEN = (
    "côté outre hormis cité citée participant participants personnes gens "
    "donné donnés données pris prise prises issue retenus retenues retenu formulés formulées proposés proposées faits "
    "faites cités citées évoqués évoquées listés abordés présentés énoncés fin fixés annoncés thèmes propose proposent "
    "fiche document texte rapport page présente donne contient adressait adresse adressent visés visées vise visait "
    "identifiés identifiées définis définies tirés tirées mentionnés mentionnées tirer connu connue connues connus "
    "rencontré rencontrés rencontrées rencontrée rencontre rencontraient subi subies mis mise avant soulevé soulevés "
    "soulevées lors issue bilan selon soumis dressé dressée listé listés listées posé posés noté notées choisi choisis "
    "adopté adoptés adoptées remporté reçu décerné"
).split()


def _documents(query: Query, library: Library) -> list[str]:
    if query.reports:
        return sorted(query.reports)
    return list(dict.fromkeys(found.document.id for found in library.look(query)[:20]))[:DOCUMENTS]


def _groups(library: Library, documents: Iterable[str], nouns: Iterable[frozenset[str]]) -> Iterator[Group]:
    for document_id in documents:
        yield from library.once(groups_of, document_id)
        for noun in nouns:
            headed = of_headings(library, document_id, noun)
            if headed:
                yield headed
