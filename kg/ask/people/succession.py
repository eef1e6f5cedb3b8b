"""Who came before or after somebody in an office: told by a word for it, a verb of succession, or the office itself."""

import re
from collections.abc import Iterator

from corpus import Passage, Span
from index import fold, fold_evenly
from kg.ask.answers.proofs import sentence_around
from kg.ask.library import Library
from kg.ask.links.linked import relative_of
from kg.ask.question.functions_told import holds_function, is_deputy
from kg.ask.question.query import Query
from kg.ask.search.parts import held_in
from kg.ask.somebody import naming
from kg.lookup import date_of_role
from kg.regex import regex
from kg.types import Entity, Role

#: How many characters may part « mon prédécesseur » from the name.
TITLE = 12
#: Within how many characters of who leaves an office who is chosen for it is named.
NEAR = 320

#: Questions that ask who came before, or after, somebody who is named last.
_BEFORE = regex(r"\b(?:avant|predecesseur\w* (?:de|d')|precede|a precede|a laisse (?:sa|la) place a)\b")
_AFTER = regex(
    r"\b(?:apres|successeur\w* (?:de|d')|succed\w+|remplac\w+|a la suite de|a la place de"
    r"|(?:pris|prend|reprend|repris) la (?:suite|releve))\b"
)
#: The same by a pronoun: « qui occupait le poste de X avant elle », « qui X a-t-il remplacé ».
_BEFORE_THEM = regex(
    r"\bavant (?:elle|lui)\b|\b(?:son|sa) predecesseur\w*|-t-(?:elle|il) (?:remplacee?|succede)\b"
    r"|-t-(?:elle|il) pris la suite|\b(?:remplacait|remplace|succede|succedait)-t-(?:elle|il)\b"
    r"|^(?:qui|a qui) (?:elle|il) (?:a )?(?:remplac|succed)"
)
_AFTER_THEM = regex(
    r"\bapres (?:elle|lui)\b|\b(?:son|sa|a sa) (?:successeur\w*|suite|place)\b|\b(?:lui|l')(?: a)? ?(?:succed|remplac)"
)
#: « Y succède à X », « X laisse la place à Y »: who comes after is named first, then last.
_FOLLOWS = regex(r"\b(?:succed\w+ a|remplac(?:e|ent|ait|era)|(?:prend|pris|reprend|repris) la (?:suite|releve) de)\b")
_LEAVES = regex(
    r"\b(?:(?:laiss\w+|ced\w+) (?:sa|la|le) (?:place|fauteuil|siege|presidence)\w* a|(?:passe|transmet)\w* (?:le|la) "
    r"(?:relais|temoin|flambeau|main|presidence) a|(?:est |a ete )?remplacee? par|aura pour successeur\w*)\b"
)
#: What leads to who left an office, and what takes it.
_LEFT = regex(
    r"\b(?:a la suite|par suite|suite|apres|en raison|depuis|lors|du fait) (?:de |a |du )?(?:la |l'|le )?"
    r"(?:demission|depart|deces|mort|retrait|retraite|disparition|eviction|defaite)\w* (?:de |d'|du )"
)
_TAKES = regex(
    r"\b(?:succed\w+|prend\w*|pris\w*|reprend\w*|repris\w*|devien\w+|devenue?|preside\w*|dirige\w*|arriv\w+)\b"
)
_QUITS = regex(
    r"\bne (?:se|s'y) represent\w+|\bne (?:souhait|brigu|sollicit)\w+ (?:pas|plus)"
    r"|\b(?:quitt|abandonn)\w+ (?:la|le|ses|son|sa)\b"
    r"|\bdemission\w*|\bse retir\w+|\bpass\w+ la main|\b(?:ced|laiss)\w+ (?:sa|la|son) place|\bfin de (?:son )?mandat"
    r"|\bn'est (?:pas|plus) candidate?|\bsortante?\b|\bpart\w* a la retraite|\barrete\w* apres|\bs'en va\b"
)
_CHOICE = regex(r"\b(?:elue?s?|elit|elisent|election\w*|nomm\w+|design\w+|choisi\w*|devien\w+|devenue?|prend\w*)\b")
_OFFICES = regex(r"\b(?:co-?)?(?P<stem>presid|direct|maire|tresor|secret|coord|delegue|prefet|gerant)")


def neighbour(query: Query, library: Library, people: list[Entity]) -> tuple[Entity, Span] | None:
    """Return who came before or after the last person named, with the slice that tells it; else nothing."""
    last = max((named for named in query.named if named.entity in people), key=lambda one: one.start, default=None)
    if last is None:
        return None
    lead = query.folded[: last.start]
    before = _BEFORE.search(lead) or _BEFORE_THEM.search(query.folded)
    after = None if before else _AFTER.search(lead) or _AFTER_THEM.search(query.folded)
    if not (before or after):
        return None
    person = last.entity
    found = relative_of(library, person, "predecesseur" if before else "successeur")
    if found:
        return found[0], found[1].span
    word = "predecesseur" if before else "successeur"
    return (
        _by_verb(library, person, before=bool(before))
        or (None if before else _chosen_instead(library, person))
        or (next(_left_before(library, person), None) if before else None)
        or _in_own_words(library, person, word)
        or _by_office(library, person, before=bool(before))
    )


def _by_verb(library: Library, person: Entity, *, before: bool) -> tuple[Entity, Span] | None:
    """Return who a sentence says to have taken the place of somebody, or to have left his."""
    for mention, sentence in naming(library, person):
        others = [(m, one) for m, one in library.mentions_in(sentence, "person") if one != person]
        text = library.knowledge.documents[sentence.document_id].text
        for other, one in others:
            first, second = sorted((mention.span, other.span))
            between = fold(text[first.end : second.start])
            follows, leaves = _FOLLOWS.search(between), _LEAVES.search(between)
            later = first if follows else second if leaves else None
            if later is not None and (later == other.span) != before:
                return one, sentence
    return None


def _left_before(library: Library, person: Entity) -> Iterator[tuple[Entity, Span]]:
    """Yield whose leaving made somebody be chosen: « elle a été élue à la suite de la démission de M. Roux »."""
    named = {passage.span for _, one in naming(library, person) if (passage := library.passage_at(one))}
    for extraction in library.knowledge.naming(person):
        told = [role for role in extraction.roles if library.knowledge.entity_of(role.person) == person]
        offices = {fold(role.function).split()[0] for role in told if role.function}
        for passage in extraction.passages:
            if passage.span in named or offices & set(re.findall(r"[\w-]+", fold(passage.text))):
                yield from _leaving(library, person, passage)


def _leaving(library: Library, person: Entity, passage: Passage) -> Iterator[tuple[Entity, Span]]:
    """Yield who else left, where a sentence of a passage tells that somebody was chosen for it."""
    for sentence in library.sentences(passage):
        plain = fold_evenly(sentence.words)
        left = _LEFT.search(plain) if _CHOICE.search(plain) or _TAKES.search(plain) else None
        start = sentence.span.start + (left.end() if left else 0)
        for mention, other in library.mentions_in(sentence.span, "person") if left else ():
            if other != person and 0 <= mention.span.start - start <= TITLE:
                yield other, sentence.span


def _chosen_instead(library: Library, person: Entity) -> tuple[Entity, Span] | None:
    """Return who is chosen, where somebody leaves, for the office that he held: « Est élue présidente : X »."""
    roles = library.knowledge.roles.get(person.id, ())
    held = {found["stem"] for role in roles if (found := _OFFICES.match(fold(role.function)))}
    for _, sentence in naming(library, person) if held else ():
        passage, text = library.passage_at(sentence), library.knowledge.documents[sentence.document_id].text
        if passage is None or not _QUITS.search(fold(text[sentence.start : sentence.end])):
            continue
        near = Span(sentence.document_id, sentence.start, min(passage.span.end, sentence.start + NEAR))
        for mention, other in library.mentions_in(near, "person"):
            before, after = fold(text[near.start : mention.span.start]), fold(text[mention.span.end : near.end])
            if other != person and any(_is_chosen_as(stem, before, after) for stem in held):
                return other, Span(near.document_id, near.start, mention.span.end)
    return None


def _is_chosen_as(stem: str, before: str, after: str) -> bool:
    """Tell a name beside an office, « présidente, Mme X » or « X est élu président », where somebody is chosen."""
    beside = re.search(rf"(?<![\w-]){stem}\w*\s*[:,(]?\s*(?:m\.|mme|mlle|l'abbe|dr)?\s*$", before)
    if beside:
        return bool(_CHOICE.search(before))
    told = re.match(rf"(?P<verb>[^.;:]{{0,60}}?)(?<![\w-]){stem}", after)
    return bool(told and _CHOICE.search(told["verb"]))


def _in_own_words(library: Library, person: Entity, word: str) -> tuple[Entity, Span] | None:
    """Return whom an interview of somebody calls « mon prédécesseur », when one sentence of it does."""
    for extraction in library.knowledge.naming(person):
        found = [
            (other, sentence.span)
            for passage in extraction.passages
            for sentence in library.sentences(passage)
            if (match := re.search(rf"\b(?:mon|ma|notre) {word}\w*\W+", sentence.folded))
            for mention, other in library.mentions_in(sentence.span, "person")
            if other != person and 0 <= mention.span.start - sentence.span.start - match.end() <= TITLE
        ]
        if len(found) == 1 and any(m.span < found[0][1] for m, _ in naming(library, person)):
            return found[0]
    return None


def _by_office(library: Library, person: Entity, *, before: bool) -> tuple[Entity, Span] | None:
    """Return who else held the office of somebody in the same body: chosen for it later, or earlier."""
    for own in library.knowledge.roles.get(person.id, ()):
        stem = _OFFICES.match(fold(own.function))
        for other, role in _same_office(library, person, own, stem["stem"]) if stem else ():
            dates = [date_of_role(library.knowledge, one) or "" for one in (own, role)]
            first, second = (role, own) if before else (own, role)
            follows = _is_chosen(second) and not _is_chosen(first)
            if follows or (all(dates) and (dates[1] < dates[0] if before else dates[1] > dates[0])):
                return other, sentence_around(library, role.provenance.span)
    return None


def _same_office(library: Library, person: Entity, own: Role, stem: str) -> Iterator[tuple[Entity, Role]]:
    """Yield who else has the office of a role, in its body, or in its report where it names none."""
    body = library.knowledge.entity_of(own.organisation)
    near = held_in(library, [body]) if body else _told_in(library, own.provenance.span.document_id)
    for other, role in near:
        words = re.findall(r"[\w-]+", fold(role.function))
        if other != person and holds_function(words, stem) and not is_deputy(role.function, stem):
            yield other, role


def _told_in(library: Library, document_id: str) -> Iterator[tuple[Entity, Role]]:
    for role in library.knowledge.extraction_of[document_id].roles:
        person = library.knowledge.entity_of(role.person)
        if person and role.organisation is None:
            yield person, role


def _is_chosen(role: Role) -> bool:
    """Tell a role that a verb of choice gives: « est élue présidente »."""
    return role.provenance.rule.startswith("verb-function")
