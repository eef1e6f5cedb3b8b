"""Who holds an office, by the sentences that name somebody beside it: « la préfète, Rose Amiel », « élit Ali Roux »."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from corpus import Span
from index import fold, tokens, vocabulary
from kg.ask.language.words import stems_of
from kg.ask.library import Library
from kg.ask.question.functions_told import in_full
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.lexicon.functions import is_function_start
from kg.lookup import date_of_document
from kg.regex import regex
from kg.types import Entity

#: How well a sentence tells whose the office is: it writes it beside, names it elsewhere, follows a sentence that does,
#: stands in a report of its own or under its title, or its parts are told here and there.
BESIDE, NAMED, BEFORE, OWN, ABOVE, APART = 1.0, 0.8, 0.75, 0.7, 0.5, 0.45
#: How many characters of a report tell whose it is, and in how many reports it is looked for.
OPENING, MOST = 220, 60
#: How many of the beginnings of an office's words say that one directs a body that is no town.
HEADS = 5
_OF_TOWN = regex(r"(?:ville|commune|mairie|municipalite|communaute|conseil|metropole|departement|region)\b")
_TITLE = (
    r"(?:m\.|mm\.|mmes?|mlle|dr\.?|pr\.?|me|(?:le |la |l')?(?:madame|monsieur|soeur|docteure?|professeure?|commandante?"
    r"|capitaine|colonel|maitre|pere|abbe))?"
)
_LEAD = (
    r"(?:(?:le|la|l'|est|etait|fut|reste|son|sa|leur|notre|nouveau|nouvelle|actuelle?|ancienne?|alors|aujourd'hui"
    r"|desormais|maintenant|comme|premiere?|elue?|reelue?|nommee?|designee?|devenue?|qui est|,|\()\s*)*"
)
_CHOSEN = (
    r"(?:devien\w+|devenue?|reelue?s?|elue?s?|elit|elisent|nommee?s?|nomment|designe\w*|choisie?s?"
    r"|succed\w+|remplac\w+)"
)
_VERBS = {
    "presid": r"preside(?:nt|ait|r)?",
    "direct": r"dirige(?:nt|ait|r)?|conduit",
    "dirige": r"dirige(?:nt|ait|r)?|conduit|(?:est|etait) a la tete",
    "gerant": r"gere|gerait|tient|tenait",
    "coord": r"coordonne|coordonnait",
    "anim": r"anime|animait",
    "fond": r"(?:a|avait|ont|avaient) (?:co-?)?(?:fonde|cree|lance)\w*|crea|fonda",
}
_COMPLEMENT = regex(
    r"^\s*(?:[\w-]+\s+){0,4}?(?:de la|de l'|de|du|des|d'|a la|a l'|au|aux|a|pour|chez|,|\()\s*(?P<body>[^,;.()]*)"
)
#: What may stand between an office and the name after it: nothing, or what the office is of, up to a comma.
_OF = regex(r"\s*(?:,|:)?\s*$|\s+(?:\w+\s+)?(?:de|du|des|d'|a|au|aux|chargee?|deleguee?)\b[^.;:()»]*,\s*$|\s+\w+,\s*$")
#: « maire adjointe », « directeur général adjoint ».
_DEPUTY = regex(r"\s+(?:general\w*\s+)?(?:adjointe?|suppleante?|honoraire)\b")
_BODY = regex(r"(?:l'|la |le )?(?:association|syndicat|club|comite|federation|fondation|commission|reseau|union)\b")


_SAME = regex(r"(?:l'|la |le |ce |cet |cette )?(?:association|syndicat|club|comite|federation|fondation|reseau|union)")


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody whom a sentence says to hold an office; `fit` is in 0..1, `chosen` tells that it says the choice."""

    fit: float
    chosen: bool
    date: str
    person: Entity
    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office: the beginnings of its folded words, the question's own word for it, and whose it is.

    `names` are the stems of each name of the body or place, `phrase` the question's words for it where no name says
    all of them.
    """

    stems: tuple[str, ...]
    word: str
    names: tuple[frozenset[str], ...]
    phrase: str


def office_of(query: Query, stems: tuple[str, ...], holders: list[Entity], word: str) -> Office:
    """Return the office that a question names, in its own words after it or by the names of a body."""
    after = query.folded.partition(word)[2]
    phrase = re.match(r"\w*[^,?;]*?(?=\s+(?:et|en|depuis|lors|au|a partir|avant|apres|c'est) |[,?;]|$)", after)
    words = re.sub(r"^\w*\s*(?:de la |de l'|des |de |du |d'|la |le |l'|au |aux )?", "", phrase[0]) if phrase else ""
    asked = frozenset(tokens(words)) - frozenset(query.years)
    known = tuple(name for body in holders for told in (body.label, *body.aliases) if (name := frozenset(tokens(told))))
    said = frozenset(stem for n in query.named if n.entity in holders for stem in tokens(n.words))
    if asked <= said:
        return Office(stems, word, known, "")
    return Office(stems, word, (asked, *(name for name in known if asked <= name)), words)


def told_holders(query: Query, library: Library, office: Office, holders: list[Entity]) -> list[Held]:
    """Return who holds an office by what sentences say, the best told first; of those told badly, the most told."""
    found = [held for document_id in _reports(library, office, holders) for held in _held(library, office, document_id)]
    dated = [one for one in found if not query.years or _of_year(query, library, one)]
    dated = [one for one in _heads(dated, office, holders) if not _is_elsewhere(library, one, office)]
    same = [one for one in dated if one.word == office.word] or dated
    times = Counter(one.person.id for one in same)
    best = max((one.fit for one in same), default=0.0)
    most = max(times.values(), default=0)
    kept = [one for one in same if best == BESIDE or one.fit < best or one.chosen or times[one.person.id] == most]
    return sorted(kept, key=lambda one: (-one.fit, one.person.id, one.span))


def _of_year(query: Query, library: Library, one: Held) -> bool:
    """Tell what a report of a year that the question gives says, by its date or by what it tells of."""
    return one.date[:4] in query.years or not library.years_of(one.span.document_id).isdisjoint(query.years)


def _heads(found: list[Held], office: Office, holders: list[Entity]) -> list[Held]:
    """Return those of the first office that anybody holds: the director of a museum before a mayor named beside it."""
    ranks = [next((rank for rank, stem in enumerate(office.stems) if one.word.startswith(stem)), 0) for one in found]
    first = [one for one, rank in zip(found, ranks, strict=True) if rank < HEADS and one.fit >= OWN]
    town = any(_OF_TOWN.match(fold(body.label)) for body in holders)
    return first if first and not town else found


def _is_elsewhere(library: Library, held: Held, office: Office) -> bool:
    """Tell somebody whom no sentence puts in the body asked for, and who holds the office in another one."""
    if held.fit >= NAMED or not office.names:
        return False
    twins = [one for one in library.names.sharing_the_surname(held.person) if one.label == held.person.label]
    roles = [role for one in (held.person, *twins) for role in library.knowledge.roles.get(one.id, ())]
    own = [role for role in roles if fold(role.function).startswith(held.word[:5])]
    bodies = [body for role in own if (body := library.knowledge.entity_of(role.organisation))]
    labels = [frozenset(tokens(body.label)) - _kinds() for body in bodies]
    return bool(bodies) and not any(label & name for label in labels for name in office.names)


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return stems_of(
        "ville commune mairie communauté communes agglomération métropole région département conseil".split()
    )


def _reports(library: Library, office: Office, holders: list[Entity]) -> list[str]:
    if not office.names:
        return []
    told = {extraction.id for extraction in library.knowledge.naming(*holders)}
    near = set(library.documents_with(office.phrase)) if len(office.phrase) > 3 else set()
    return list(islice(sorted(told | near), MOST))


def _held(library: Library, office: Office, document_id: str) -> Iterator[Held]:
    """Yield who holds an office by the sentences of one report."""
    date = date_of_document(library.knowledge, document_id) or ""
    opening = _opening(library, document_id)
    before: list[Sentence] = []
    document = library.knowledge.documents[document_id]
    for passage in library.knowledge.extraction_of[document_id].passages:
        sentences = library.sentences(passage)
        if not _told_in(in_full(fold(document.quote(passage.span))), office):
            before.extend(sentences)
            continue
        titles = frozenset(tokens(" ".join(passage.headings[-1:])))
        for sentence in sentences:
            above = frozenset().union(*(one.stems for one in before[-2:]))
            for person, told in _tellings(library, office, sentence, before):
                own = _opening(library, document_id, before=sentence.span.start) if told.item else opening
                around = ((told.item or sentence.stems, NAMED), (above, BEFORE), (own, OWN), (titles, ABOVE))
                fit = _fit(library, office, told, sentence.span, around)
                if fit:
                    yield Held(fit, told.chosen, date, person, sentence.span, told.word)
            before.append(sentence)


def _told_in(plain: str, office: Office) -> list[str]:
    """Return the beginnings of the office's words that folded words hold, or hold the verb of."""
    return [stem for stem in office.stems if stem in plain or (stem in _VERBS and re.search(_VERBS[stem], plain))]


def _opening(library: Library, document_id: str, *, before: int = OPENING) -> frozenset[str]:
    document = library.knowledge.documents[document_id]
    return vocabulary(f"{document.title} {document.text[: min(before, OPENING)]}")


@dataclass(frozen=True, slots=True)
class _Telling:
    chosen: bool
    word: str
    rest: str
    #: The stems of the item that tells it, where a sentence lists several; else none.
    item: frozenset[str] = frozenset()


def _tellings(
    library: Library, office: Office, sentence: Sentence, before: list[Sentence]
) -> Iterator[tuple[Entity, _Telling]]:
    """Yield whom a sentence says to hold an office: who is named in it, else the last one named just before."""
    plain = in_full(fold(sentence.document.quote(sentence.span)))
    stems = _told_in(plain, office)
    people = library.mentions_in(sentence.span, "person") if stems else []
    people = [(mention, person) for mention, person in people if " M. " not in person.label]
    for mention, person in people:
        told = (_told(sentence, mention.span, stem) for stem in stems)
        yield from ((person, one) for one in list(filter(None, told))[:1])
    for stem in stems if before and not people else ():
        found = re.match(
            rf"(?:le|la|l')\s*(?P<word>{re.escape(stem)}\w*)(?P<rest> (?:de|du|des|d').*)", plain, re.DOTALL
        )
        last = [person for _, person in library.mentions_in(before[-1].span, "person")]
        if found and last:
            yield last[-1], _Telling(False, found["word"], found["rest"])


def _told(sentence: Sentence, mention: Span, stem: str) -> _Telling | None:
    """Return how a sentence tells that the person named at a place holds an office: its word and what follows."""
    text = sentence.document.text
    before = in_full(fold(text[sentence.span.start : mention.start]))
    after, *others = in_full(fold(text[mention.end : sentence.span.end])).split(" ; ")
    word = re.escape(stem) if stem != "fond" else r"(?:co-?)?fondat"
    office = rf"(?P<word>(?<![\w-])(?:co-?)?{word}[\w-]*(?<!s))\b"
    found = _told_so(before, after, office, stem)
    if found is None or _DEPUTY.match(found.rest):
        return None
    listed = others or " ; " in before
    return replace(found, item=frozenset(tokens(before.rpartition(" ; ")[2] + after))) if listed else found


def _told_so(before: str, after: str, office: str, stem: str) -> _Telling | None:
    return _after(before, after, office, _VERBS.get(stem)) or _before(before, office, stem)


def _after(before: str, after: str, office: str, verb: str | None) -> _Telling | None:
    shape = rf"\s*(?:, qui [^,]+,|\([^)]*\))?\s*[,(–:-]?\s*{_LEAD}{office}(?P<rest>.*)"
    found = re.match(shape, after, re.DOTALL)
    if found:
        chosen = re.search(_CHOSEN, before[-60:] + after[: found.start("word")])
        return _Telling(bool(chosen), found["word"], found["rest"])
    found = re.match(rf"[^.;:]{{0,40}}?\b{_CHOSEN}\b[^.;:,]{{0,12}}?{office}(?P<rest>.*)", after, re.DOTALL)
    if found:
        return _Telling(True, found["word"], found["rest"])
    shape = rf"(?:,?\s*(?:qui |, )?|[^.;:]{{0,90}}?\bpour )(?P<word>{verb})\b(?P<rest>.*)"
    found = re.match(shape, after, re.DOTALL) if verb else None
    return _Telling(False, found["word"], found["rest"]) if found else None


def _before(before: str, office: str, stem: str) -> _Telling | None:
    if stem == "fond" and re.search(rf"\b(?:fonde|cree|lance)e?s?\b[^.;:]{{0,25}}\bpar\s*{_TITLE}\s*$", before):
        return _Telling(True, "fonde", before)
    if stem == "presid" and re.search(rf"\bpresidence (?:de |d')\s*{_TITLE}\s*$", before):
        return _Telling(False, "presidence", "")
    found = re.search(rf"{office}(?P<rest>[^.;:()»]{{0,70}}?,?\s*:?\s*){_TITLE}\s*$", before)
    if not found or not _OF.fullmatch(found["rest"]) or any(map(is_function_start, found["rest"].split())):
        return None
    return _Telling(bool(re.search(_CHOSEN, before[: found.start()][-40:])), found["word"], found["rest"])


def _fit(
    library: Library, office: Office, told: _Telling, span: Span, around: tuple[tuple[frozenset[str], float], ...]
) -> float:
    """Return how well a telling says that the office is in what the question names; 0 when it is in something else."""
    if any(name <= frozenset(tokens(told.rest[:120])) for name in office.names):
        return BESIDE
    of = _COMPLEMENT.match(told.rest)
    rest = frozenset(tokens(told.rest[:120]))
    known = around[2][0].union(*office.names)
    if of and _is_another(library.knowledge.quote(span), of["body"], known):
        return 0.0
    near = around[0][0] | around[1][0] | around[3][0]
    apart = any(name & near and name <= near | around[2][0] for name in office.names)
    alone = next((worth for stems, worth in around if any(_is_said(name, stems, rest) for name in office.names)), 0.0)
    return alone or (APART if apart else 0.0)


def _is_said(name: frozenset[str], around: frozenset[str], rest: frozenset[str]) -> bool:
    """Tell a name that stands around an office, or whose other words follow it: « adjoint aux finances » of a town."""
    return name <= around or bool(name & rest and name & around and name <= around | rest)


def _is_another(quote: str, folded: str, known: frozenset[str]) -> bool:
    """Tell a complement that names another body or town: a capital in the sentence, or a kind that nothing told."""
    if _SAME.fullmatch(folded.strip()):
        return False  # « trésorière de l'association »: the one that was named
    own = [word for word in folded.split() if len(word) > 2]
    proper = {fold(word) for word in re.findall(r"\b[A-ZÀ-ÝŒ][\w’'-]+", quote)}
    if any(word in proper and not frozenset(tokens(word)) <= known for word in own):
        return True
    kind = _BODY.match(folded)
    return kind is not None and not frozenset(tokens(kind[0])) <= known
