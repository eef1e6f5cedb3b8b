"""Towns, known or not, that act as authorities or are their partners: « Sers a voté », « jumelage avec Sers »."""

from collections.abc import Iterator, Sequence

from kg.extract.body_names import city_authority
from kg.extract.source import Source, Unit
from kg.extract.spans_taken import TakenSpans
from kg.extract.tokens import Token
from kg.lexicon.folding import fold
from kg.lexicon.given_names import is_given_name
from kg.lexicon.places import area_kind
from kg.lexicon.words import NOT_IN_NAMES
from kg.regex import regex
from kg.types import Mention

_GOVERNED = "(?:[Mm]aire|[Hh]abitants|[Éé]lus|[Mm]airie|[Vv]ille|[Cc]ommune|Val|Pays)"
_WORD = r"[A-ZÀ-Ý][\w'’]+(?:-[\w'’]+)*(?!\s[A-ZÀ-Ý])"
#: « à Sers », « la maire d'Aubin », no word with a capital behind it: « à Claire Petit »; « Sers (Togo) ».
_AT = regex(
    rf"\b(?:[àÀ] |{_GOVERNED} de |{_GOVERNED} d['’])(?P<town>{_WORD})"
    r"|\b(?P<abroad>[A-ZÀ-Ý][\w'’-]{3,}) \((?=(?P<country>[A-ZÀ-Ý][a-zà-ÿ]+)\))"
)
_SHAPE = regex(r"[A-ZÀ-Ý][\w'’-]+-(?:sur|sous|en|le|la|les|lès|aux|l['’])-?[\w'’-]+|Sainte?-[A-ZÀ-Ý][\w'’-]+")
#: What authorities do, and towns as places do not.
_DECISIONS = frozenset(
    """voter décider adopter financer cofinancer subventionner payer acheter racheter signer refuser renoncer proposer
    souhaiter vouloir annoncer demander réclamer regretter rejoindre adhérer cotiser tester expérimenter interdire
    engager lancer créer recruter embaucher raconter expliquer témoigner défendre choisir candidater contribuer verser
    porter piloter gérer animer rétorquer répondre promettre prévoir accepter craindre""".split()
)
_LE = regex(r"\b(L(?:e|a|es) )$")
_ARTICLES = frozenset("le la l' les du des au aux".split())
#: « le jumelage avec », « une mention revient à », « 7 communes, dont »: a town stands next.
_PARTNER = regex(
    r"\b(?:jumel\w+|coop[ée]r\w+|partenariats?|conventions?|accords?|échanges?|pactes?|liens?|menées?)\b"
    r"[^.;:,«»]{0,30}\bavec (?:[A-ZÀ-Ý][\w'’-]+(?:, | et ))?$"
    r"|\b(?:prix|mention|label|trophée|distinction|subvention|aide)\b[^.;:«»]{0,40}\b(?:revien\w+|attribuée?s?|"
    r"décernée?s?|remise?|accordée?s?|versée?s?|revenue?) à $"
    r"|\b(?:communes|villes|collectivités|mairies|municipalités)\b[^.;:«»]{0,60}\b(?:dont|comme|telles que) "
    r"(?:[A-ZÀ-Ý][\w'’-]+(?:, | et )){0,3}$"
)


def acting_towns(source: Source, known: Sequence[Mention]) -> list[Mention]:
    """Find the towns that decide and those that an authority works with, known or told to be towns by the text."""
    taken = TakenSpans((mention.span.start, mention.span.end) for mention in known if mention.kind != "place")
    towns = _towns(source, known)
    found: list[Mention] = []
    for unit in source.units if towns else ():
        if unit.block.kind not in ("paragraph", "item"):
            continue
        for token in _alone(unit, towns):
            told = _acts(source, unit, token) or _PARTNER.search(unit.text[: token.start - unit.start][-110:])
            if told and taken.add(token.start, token.end):
                lead = _LE.search(unit.text[: token.start - unit.start])
                name = city_authority(f"{lead[1] if lead else ''}{token.text}".replace("’", "'"))
                found.append(source.mention("organisation", token.start, token.end, name, "acting-place/1"))
    return found


def _towns(source: Source, known: Sequence[Mention]) -> frozenset[str]:
    """Return the folded names, of one word, that the text tells to be towns."""
    text = source.document.text
    people = {word for m in known if m.kind == "person" for word in fold(m.name).split()}
    bodies = {fold(m.name) for m in known if m.kind == "organisation"}
    told = {match[0] for match in _SHAPE.finditer(text)}
    for match in _AT.finditer(text):
        if match["town"] or area_kind(match["country"]) == "country":
            told.add(match["town"] or match["abroad"])
    told |= {m.name for m in known if m.kind == "place" and area_kind(m.name) == "city"}
    found = {word for word in told if area_kind(word) in (None, "city") and not word.isupper() and len(word) > 3}
    names = {fold(word) for word in found if not is_given_name(word) or "-" in word}
    return frozenset(names - people - bodies - NOT_IN_NAMES)


def _alone(unit: Unit, towns: frozenset[str]) -> Iterator[Token]:
    """Yield the tokens that are the name of a town and no part of a longer name."""
    tokens = unit.tokens
    for at, token in enumerate(tokens):
        if not token.is_capital or token.fold not in towns:
            continue
        before, after = (tokens[at - 1] if at else None), (tokens[at + 1] if at + 1 < len(tokens) else None)
        inside = after is not None and after.is_word and after.is_capital and after.start - token.end == 1
        inside |= before is not None and before.is_word and before.is_capital and not before.text.endswith(("'", "."))
        if before is not None and before.fold in _ARTICLES and not (before.is_capital and "-" in token.text):
            continue  # « le Valdor » is a land, « Le Breuil-sur-Orne » a town
        if not inside or (before is not None and (at == 1 or before.fold in _ARTICLES)):
            yield token


def _acts(source: Source, unit: Unit, token: Token) -> bool:
    """Tell the subject of a verb that decides."""
    doc = source.doc(unit)
    word = doc.char_span(token.start - unit.start, token.end - unit.start) if doc is not None else None
    if word is None or word.root.dep_ not in ("nsubj", "nsubj:pass") or word.start < word.root.left_edge.i:
        return False
    return word.root.head.pos_ in ("VERB", "AUX") and source.parsed.lemma(word.root.head) in _DECISIONS
