"""Organisations: by their kind, by acronyms and long forms, in affiliations and tables, and the same names again."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.acronyms import Pair, is_acronym, pairs
from kg.extract.affiliations import affiliations
from kg.extract.bodies import Body, authority_at, body_at, proper_run, suffixed_authority
from kg.extract.body_cells import cell_bodies, tail_body
from kg.extract.body_keys import body_key
from kg.extract.body_names import city_authority, recased
from kg.extract.people import explained_initials
from kg.extract.source import Source, Unit, tokens_in
from kg.extract.spans_taken import TakenSpans
from kg.extract.tables import table_rows
from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES, GENERIC_BODIES, KNOWN_BODIES, KNOWN_NAMES
from kg.lexicon.folding import fold, fold_words
from kg.lexicon.places import area_kind
from kg.lexicon.words import BODY_BEFORE, NOT_IN_NAMES, THING_BEFORE
from kg.types import Mention

#: Kinds of body that are places as well: they stay organisations when people meet there.
_INSTITUTIONS = frozenset(
    "cite universite ecole institut musee theatre mediatheque bibliotheque lycee college hopital faculte".split()
)
_OF = frozenset("de du des d' la le les l' a au aux par et chez avec pour".split())


def bodies_by_kind(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the organisations whose name begins with a kind of organisation, and those that the world knows."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind != "place")
    rooms = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind == "place")
    found: list[Mention] = []
    for unit in source.units:
        if unit.block.kind == "row":
            continue
        tags = _tags(source, unit)
        for body in _bodies(unit.tokens, tags):  # the longest reading at each place
            start, end = unit.tokens[body.first].start, unit.tokens[body.last - 1].end
            if _is_generic(unit.tokens[body.first : body.last]):
                continue
            if rooms.overlaps(start, end) and unit.tokens[body.first].fold not in _INSTITUTIONS:
                continue
            if taken.add(start, end):
                name = _name(source, unit.tokens, body)
                found.append(source.mention("organisation", start, end, name, f"{body.kind or 'kind'}/1"))
    return found


def _is_generic(tokens: Sequence[Token]) -> bool:
    """Tell « Conseil municipal », « Groupe de travail »: a kind of body, not one body."""
    return " ".join(token.fold for token in tokens).replace("' ", "'") in GENERIC_BODIES


def _tags(source: Source, unit: Unit) -> Mapping[int, str]:
    doc = source.doc(unit)
    return {unit.start + token.idx: token.pos_ for token in doc} if doc is not None else {}


def _bodies(tokens: Sequence[Token], tags: Mapping[int, str]) -> Iterator[Body]:
    at = 0
    while at < len(tokens):
        body = (
            authority_at(tokens, at)
            or suffixed_authority(tokens, at)
            or body_at(tokens, at, tags)
            or _known_at(tokens, at)
        )
        if body and body.last > at:
            yield body
            at = body.last
        else:
            at += 1


def _known_at(tokens: Sequence[Token], at: int) -> Body | None:
    two = " ".join(token.fold for token in tokens[at : at + 2])
    if tokens[at].is_capital and two in KNOWN_NAMES:
        return Body(at, at + 2)
    if tokens[at].is_capital and two == "union europeenne":
        return Body(at, at + 2)
    return Body(at, at + 1) if tokens[at].text in KNOWN_BODIES else None


def _name(source: Source, tokens: Sequence[Token], body: Body) -> str:
    first = tokens[body.first]
    if body.kind == "ville" and body.place:
        place = recased(body.place, source.running_forms)
        written = source.document.text[first.start : tokens[body.last - 1].end]
        aspirated = place[:1] in "Hh" and re.search(r"\bde\s+[Hh]", written)
        return f"Ville de {place}" if aspirated else city_authority(place)
    words = source.document.text[first.start : tokens[body.last - 1].end]
    words = " ".join(words.replace("\xa0", " ").replace("’", "'").split())
    name = recased(words, source.running_forms)
    return name[:1].upper() + name[1:]


def bodies_of_people(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the organisations of a table's cells and those that end a function: « directrice de Cigale »."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    bodies = [mention for mention in known if mention.kind == "organisation"]
    names = {fold(mention.name) for mention in bodies}
    places = _authority_places(bodies)
    found: list[Mention] = []
    cells = [row.body for row in table_rows(source) if row.body]
    people = [mention for mention in known if mention.kind == "person"]
    for cell in cells:
        found += [
            _as_authority(m, places) for m in cell_bodies(source, cell, names) if taken.add(m.span.start, m.span.end)
        ]
    for affiliation in affiliations(source, people):
        if affiliation.place == "row" and affiliation.span in cells:
            continue
        found += [
            _as_authority(m, places)
            for m in tail_body(source, affiliation, known)
            if taken.add(m.span.start, m.span.end)
        ]
    return found


def _authority_places(bodies: Iterable[Mention]) -> dict[str, str]:
    """Return the authority of each place of which the document names only one."""
    found: dict[str, dict[str, str]] = {}
    for mention in bodies:
        kind, _, place = body_key(mention.name).rpartition(":")
        if kind:
            found.setdefault(place, {})[kind] = mention.name
    return {place: next(iter(names.values())) for place, names in found.items() if len(names) == 1}


def _as_authority(mention: Mention, places: Mapping[str, str]) -> Mention:
    """Read the bare name of a place, where a body is expected, as the authority that the document names for it."""
    return replace(mention, name=places.get(body_key(mention.name), mention.name))


def explained_bodies(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the long forms that stand beside their acronym, with it: « Agence de l'eau (AE) »."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind != "place")
    found: list[Mention] = []
    for unit in source.units:
        for pair in pairs(unit.tokens):
            found += [m for m in _explained(source, unit, pair, {}) if taken.add(m.span.start, m.span.end)]
    return found


def acronyms(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the acronyms of bodies: those that are explained, and those that stand where only a body stands."""
    bodies = {mention.span.start: mention for mention in known if mention.kind == "organisation"}
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    found: list[Mention] = []
    ends = {mention.span.end for mention in bodies.values()}
    initials = set(explained_initials(source, [mention for mention in known if mention.kind == "person"]))
    for unit in source.units:
        for at, token in enumerate(unit.tokens):
            if _follows_body(source, unit, at, ends) and taken.add(token.start, token.end):
                found.append(source.mention("organisation", token.start, token.end, token.text, "acronym-of/1"))
        if unit.block.kind != "row":
            for at, token in enumerate(unit.tokens):
                if (
                    token.text not in initials
                    and _is_body_acronym(source, unit, at)
                    and taken.add(token.start, token.end)
                ):
                    found.append(source.mention("organisation", token.start, token.end, token.text, "acronym/1"))
    return found


def _follows_body(source: Source, unit: Unit, at: int, ends: set[int]) -> bool:
    """Tell an acronym in brackets right after the name of a body, whatever its letters."""
    tokens = unit.tokens
    if at < 1 or at + 1 >= len(tokens) or tokens[at - 1].text != "(" or tokens[at + 1].text not in (")", ","):
        return False
    before = source.document.text[: tokens[at - 1].start].rstrip()
    return len(before) in ends and is_acronym(tokens[at]) and area_kind(tokens[at].text) is None


def _explained(source: Source, unit: Unit, pair: Pair, bodies: Mapping[int, Mention]) -> Iterator[Mention]:
    tokens = unit.tokens
    first, last = tokens[pair.first], tokens[pair.last - 1]
    is_kind = (
        first.fold in BODIES
        or first.fold in AUTHORITIES
        or any(start <= last.start < mention.span.end for start, mention in bodies.items() if start >= first.start)
    )
    proper = all(token.is_capital for token in tokens[pair.first : pair.last] if len(token.text) > 3)
    if not is_kind and not (proper and pair.last - pair.first <= 6):
        return
    name = " ".join(source.document.text[first.start : last.end].split())
    name = recased(name, source.running_forms)
    yield source.mention("organisation", first.start, last.end, name[:1].upper() + name[1:], "long-form/1")
    short = tokens[pair.short_first : pair.short_last]
    yield source.mention("organisation", short[0].start, short[-1].end, " ".join(t.text for t in short), "acronym-of/1")


def _is_body_acronym(source: Source, unit: Unit, at: int) -> bool:
    """Tell an acronym that stands where a body stands: « intervention du CIRB », « le CIRB a décidé »."""
    token = unit.tokens[at]
    if (
        not is_acronym(token)
        or source.is_damaged(token.start, token.end)
        or unit.text.isupper()
        or area_kind(token.text)
    ):
        return False
    before = [word for word in unit.tokens[max(0, at - 5) : at] if word.is_word]
    content = [word.fold for word in before if word.fold not in _OF]
    if content and content[-1] in THING_BEFORE:
        return False
    linked = bool(before) and before[-1].fold in _OF
    if content and content[-1] in BODY_BEFORE and linked:
        return True
    return _acts(source, unit, token)


def _acts(source: Source, unit: Unit, token: Token) -> bool:
    """Tell the subject of a verb of action."""
    doc = source.doc(unit)
    if doc is None:
        return False
    word = next((word for word in doc if unit.start + word.idx == token.start), None)
    if word is None:
        return False
    if word.dep_ in ("obj", "iobj"):
        return word.head.lemma_.lower() in _DONE_TO_BODIES
    return word.dep_ == "obl:agent" or (word.dep_ in ("nsubj", "nsubj:pass") and word.head.lemma_.lower() in _ACTIONS)


_DONE_TO_BODIES = frozenset(
    "obliger inviter remercier rejoindre solliciter saisir interroger contacter interpeller appeler quitter convaincre financer aider".split()
)
_ACTIONS = frozenset(
    """vouloir souhaiter proposer annoncer lancer développer décider accompagner rappeler souligner soutenir financer organiser animer travailler défendre veiller
inviter appeler demander participer créer porter piloter gérer encourager considérer estimer répondre regretter indiquer préciser expliquer présenter réaliser
prévoir mener engager accueillir aider publier mobiliser promouvoir adopter signer recruter fédérer rassembler réunir intervenir coordonner œuvrer favoriser analyser
donner avoir compter représenter faire mettre recevoir rejoindre obtenir offrir verser investir attendre craindre refuser accepter""".split()
)


def nested_bodies(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the acronym that ends a longer name: the OECD in « Comité d'aide au développement de l'OCDE »."""
    found: list[Mention] = []
    for mention in known:
        if mention.kind != "organisation":
            continue
        tokens = tokens_in(source, mention.span)
        if (
            len(tokens) > 3
            and is_acronym(tokens[-1])
            and tokens[-2].fold in ("de", "du", "l'", "a", "d'")
            and area_kind(tokens[-1].text) is None
        ):
            found.append(
                source.mention("organisation", tokens[-1].start, tokens[-1].end, tokens[-1].text, "nested-body/1")
            )
    return found


def bodies_again(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the organisations named so far again, in any case."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    index = _by_first_word(known)
    found: list[Mention] = []
    for unit in source.units:
        at = 0
        while at < len(unit.tokens):
            hit = _again_at(unit.tokens, at, index)
            if hit and taken.add(unit.tokens[at].start, unit.tokens[hit - 1].end):
                start, end = unit.tokens[at].start, unit.tokens[hit - 1].end
                words = " ".join(source.document.text[start:end].split())
                found.append(
                    source.mention("organisation", start, end, recased(words, source.running_forms), "body-again/1")
                )
                at = hit
            else:
                at += 1
    return found


def _by_first_word(known: Iterable[Mention]) -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, set[tuple[str, ...]]] = {}
    for mention in known:
        if mention.kind != "organisation" or mention.rule.startswith("acting"):
            continue
        words = fold_words(mention.name)
        if words and not is_excluded(mention.name) and (len(words) > 1 or area_kind(mention.name) is None):
            index.setdefault(words[0], set()).add(words)
    return {key: sorted(names, key=lambda words: (-len(words), words)) for key, names in index.items()}


def _again_at(tokens: Sequence[Token], at: int, index: Mapping[str, Sequence[tuple[str, ...]]]) -> int:
    """Return where a known name that begins at a token ends (excluded), 0 when there is none."""
    token = tokens[at]
    if not token.is_word or not token.is_capital:
        return 0
    head = fold_words(token.text)
    for words in index.get(head[0] if head else "", ()):
        read: list[str] = []
        last = at
        while last < len(tokens) and len(read) < len(words) and tokens[last].text not in ",;:.()":
            read += fold_words(tokens[last].text)
            last += 1
        if tuple(read) == words and (len(words) > 1 or token.text.isupper() or len(token.text) > 3):
            return last
    return 0


def acting_places(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the cities that speak or act as authorities: « Pour Brest, … », « ce qu'a fait Rennes », « X, de l'Aude »."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known)
    people_ends = {mention.span.end for mention in known if mention.kind == "person"}
    found: list[Mention] = []
    for unit in source.units:
        if unit.block.kind == "row":
            continue
        for at, token in enumerate(unit.tokens):
            last = proper_run(unit.tokens, at) if token.is_capital else at
            if last == at:
                continue
            words = source.document.text[token.start : unit.tokens[last - 1].end]
            kind = area_kind(words)
            if kind in ("city", "department") and _acts_as_authority(unit, at, last, people_ends):
                if taken.add(token.start, unit.tokens[last - 1].end):
                    name = city_authority(words) if kind == "city" else f"Département : {words}"
                    found.append(
                        source.mention("organisation", token.start, unit.tokens[last - 1].end, name, "acting-place/1")
                    )
    return found


def _acts_as_authority(unit: Unit, at: int, last: int, people_ends: set[int]) -> bool:
    tokens = unit.tokens
    before = tokens[at - 1] if at else None
    after = tokens[last] if last < len(tokens) else None
    if (
        before
        and before.fold in ("pour", "selon")
        and (at == 1 or tokens[at - 2].text in (".", "»"))
        and after
        and after.text == ","
    ):
        return True
    done = [token.fold for token in tokens[max(0, at - 3) : at]]
    if done[-2:] in (["a", "fait"], ["ont", "fait"], ["a", "realise"]) and (len(done) < 3 or done[0] in ("qu'", "qu")):
        return True
    link = at - 1
    while link > 0 and tokens[link].fold in ("l'", "la", "d'", "de", "du"):
        link -= 1
    return link < at - 1 and tokens[link].text == "," and link > 0 and tokens[link - 1].end in people_ends


def is_excluded(name: str) -> bool:
    """Tell a word that cannot be an organisation by itself."""
    words = fold_words(name)
    return not words or (
        len(words) == 1 and (words[0] in NOT_IN_NAMES or words[0] in BODIES or words[0] in AUTHORITIES)
    )
