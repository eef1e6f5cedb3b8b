"""Organisations by their acronym: explained beside the long form, or standing where only a body stands."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.acronyms import Pair, is_acronym, pairs
from kg.extract.body_names import recased
from kg.extract.initials import explained_initials, is_given, tells_initials
from kg.extract.source import Source, Unit, tokens_in
from kg.extract.spans_taken import TakenSpans
from kg.extract.tokens import Token
from kg.lexicon.bodies import AUTHORITIES, BODIES
from kg.lexicon.places import area_kind
from kg.lexicon.words import BODY_BEFORE, GIVEN_TO, THING_BEFORE
from kg.types import Mention

_OF = frozenset("de du des d' la le les l' a au aux par et chez avec pour".split())


_DONE_TO_BODIES = frozenset(
    """obliger inviter remercier rejoindre solliciter saisir interroger contacter interpeller appeler
quitter convaincre financer aider relancer prévenir informer alerter associer consulter mobiliser""".split()
)


_ACTIONS = frozenset(
    """
vouloir souhaiter proposer annoncer lancer développer décider accompagner rappeler souligner soutenir financer
organiser animer travailler défendre veiller inviter appeler demander participer créer porter piloter gérer
encourager considérer estimer répondre regretter indiquer préciser expliquer présenter réaliser prévoir mener
engager accueillir aider publier mobiliser promouvoir adopter signer recruter fédérer rassembler réunir intervenir
coordonner œuvrer favoriser analyser donner avoir compter représenter faire mettre recevoir rejoindre obtenir
offrir verser investir attendre craindre refuser accepter
""".split()
)


_MODALS = frozenset("devoir pouvoir aller venir".split())


def explained_bodies(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the long forms that stand beside their acronym, with it: « Agence de l'eau (AE) »."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind != "place")
    found: list[Mention] = []
    initials = tells_initials(source)
    for unit, pair in ((one, pair) for one in source.units for pair in pairs(one.tokens)):
        told = list(_explained(source, unit, pair, {}))
        if not told or (initials and _is_bare(unit.tokens, pair)):
            continue
        if taken.add(told[0].span.start, told[0].span.end):
            found += [told[0], *(m for m in told[1:] if taken.add(m.span.start, m.span.end))]
    return found


def _is_bare(tokens: Sequence[Token], pair: Pair) -> bool:
    """Tell a long form that no kind of body begins: among people with their initials, it is one more."""
    return tokens[pair.first].fold not in BODIES and tokens[pair.first].fold not in AUTHORITIES


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


def nested_bodies(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the acronym that ends a longer name: UNESCO in « Agence de presse de l'UNESCO »."""
    found: list[Mention] = []
    for mention in known:
        if mention.kind != "organisation":
            continue
        tokens = tokens_in(source, mention.span)
        if (
            len(tokens) > 3
            and is_acronym(tokens[-1])
            and tokens[-2].fold in ("de", "du", "l'", "a", "d'")
            and not all(token.text.isupper() for token in tokens if token.is_word)
            and area_kind(tokens[-1].text) is None
        ):
            found.append(
                source.mention("organisation", tokens[-1].start, tokens[-1].end, tokens[-1].text, "nested-body/1")
            )
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
    if not is_kind and (not (proper and pair.last - pair.first <= 6) or is_given(first)):
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
    if before and before[-1].fold in _OF and before[-1].text.isupper() and len(before[-1].text) > 1:
        return False  # « RAPPORT DE LA TABLE RONDE »: all is in capitals
    content = [word.fold for word in before if word.fold not in _OF]
    linked = bool(before) and before[-1].fold in _OF
    given = bool(content) and content[-1] in GIVEN_TO and any(word.fold in ("a", "au", "aux") for word in before[-2:])
    if given:
        return True
    if content and content[-1] in THING_BEFORE:
        return False
    if content and content[-1] in BODY_BEFORE and linked:
        return True
    if len(before) > 1 and before[-1].fold in ("la", "le", "l'") and before[-2].fold in ("selon", "apres"):
        return before[-2].fold == "selon" or before[-3:-2] == [] or before[-3].fold in ("d'", "d")
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
        return source.parsed.lemma(word.head) in _DONE_TO_BODIES
    if word.dep_ not in ("nsubj", "nsubj:pass"):
        return word.dep_ == "obl:agent"
    said = source.parsed.lemma(word.head)
    if said in _MODALS:  # « le CIRB doit intervenir »
        said = next((source.parsed.lemma(child) for child in word.head.children if child.dep_ == "xcomp"), said)
    return said in _ACTIONS
