"""Which guillemets hold something said, and which hold a title, a name, a word taken with distance."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.parse import Parsed
from kg.lexicon.speech_verbs import says
from kg.regex import regex
from kg.relate.quotations.following import COMMENTS
from kg.relate.quotations.guillemets import Quoted
from kg.relate.quotations.people import is_human
from kg.relate.quotations.shadow import NAME, ORGANISATION, Shadow

_TITLE_BEFORE = regex(
    r"(?:\b(?:intitulée?s?|nommée?s?|appelée?s?|baptisée?s?|dénommée?s?|titrée?s?|publications?|ouvrages?|"
    r"cahiers?|rapports?|plans?|"
    r"programmes?|projets?|plénières?|keynotes?|causeries?|débats?|ateliers?|séminaires?|conférences?|colloques?|livres?|expositions?|films?|"
    r"thèmes?|campagnes?|"
    r"collections?|articles?|revues?|label|dispositifs?|opérations?|guides?|spectacles?|chansons?|"
    r"tables? rondes?|world-café|"
    r"modules?|formations?|chartes?|prix|associations?|collectifs?|festivals?|journées?|rubriques?|session|motion|"
    r"délibérations?|émissions?|podcasts?|enquêtes?|études?|brochures?|numéro|n°\s?\d+|devise|slogan|titre|"
    r"marque|fiches?)"
    r"(?:\s+[^\s.!?…]+){0,2}?\s*[:,]?\s*$)",
    re.IGNORECASE,
)
_AFTER = regex(
    rf"\s*,?\s*(?:s'|se |l'|lui |leur |me |m'|nous )*"
    rf"(?:(?P<aux>a|ont|avait|avaient|est|était|sont|étaient)(?:-t-(?:il|elle|on))?\s+(?:\w+ment\s+|aussi\s+|"
    rf"alors\s+)?)?(?:s'|se |l'|lui |leur |me |m'|nous )*(?P<verb>[a-zà-öø-ÿœ]+)(?:(?<=voulu) savoir)?"
    rf"(?P<who>-(?:t-)?(?:il|elle|on|ils|elles)\b|(?:\s*,[^,.;:«»]{{3,45}},)?\s+(?:\w+ment\s+)?(?:{NAME}|"
    rf"{ORGANISATION}|l[ea]s?\s|l'|"
    rf"une?\s|M\.|Mme|des\s|son\s|sa\s|leurs?\s|ce|cette|quelqu'un|certaine?s\b|plusieurs\b|d'autres\b|[A-Z]))"
)
_INVERTED_AFTER = regex(
    r"\s*,?\s*(?:(?:lui|leur|me|nous|l'|s'est|se sont)\s?)*(?:(?:a|ont|avait|avaient|eut|aura)-)?(?:t-)?-?(?:il|"
    r"elle|on|ils|elles)"
    r"\s+(?:\w+ment\s+|aussi\s+|alors\s+)?[a-zà-öø-ÿœ]+(?:é|i|u|t|s|ée|és|ées)\b"
)
_WISHED_AFTER = regex(
    r"\s*,?\s*(?:a|ont|avait|avaient) (?:voulu|souhaité|cherché à|tenu à|fini par|dû|demandé à|cru bon de) "
    rf"(?:savoir|connaître|comprendre|\w+(?:er|ir|re))\s+(?:\w+ment\s+)?(?:(?:M\.|Mme)\s)?(?:{NAME}|l[ea]s?\s|l'|une?\s)"
)
_SMALL = frozenset(
    "de du des par pour avec et ou à au aux chez sur selon contre sans entre dont que qui comme en dans vers mais car "
    "donc où la le les un une est sont a ont était".split()
)
_DETERMINER = regex(
    r"(?:\b(?:une?|la|le|les|cette|ce|cet|ces|des|du|son|sa|ses|leurs?|notre|nos|aux?|tel|telle)|\bd'|\bl')\s*$", re.I
)
#: « l'auteure de « … » », « dans « … » »: a title; nothing that is said is governed by a preposition.
_GOVERNED = regex(r"(?:\b(?:de|dans|sur|avec|contre|chez|vers)|\bd')\s*$", re.IGNORECASE)
_INTRODUCED = regex(r"(?:\bqu[e']\s*|\bqu'(?:il|elle|on)\s*|\bque (?:le|la|les)\s*)$")
_FINAL = regex(r"[.!?…]\s*$")
_CLEFT_AFTER = regex(rf"\s*[,:–—]\s*c'est (?:M\. |Mme )?{NAME} qui")
#: « Pour Ada Blanc, « … » », « Selon M. Tazi, maire de Lens, « … » ».
_FOR = regex(rf"(?:^|[.;:,]\s*)(?:[Pp]our|[Ss]elon|[Dd]'après) (?:M\. |Mme )?{NAME}(?:, [^,.;:]{{3,60}})?,\s*$")
_SHORT, _LEAST, _CLAUSE, _LONG = 3, 4, 6, 25


#: Finite verbs that a model may miss, above all in short quotations.
_SURELY_FINITE = regex(
    r"\b(?:est|sont|était|étaient|sera|seront|serait|ont|avait|avaient|aura|auront|faut|faudra|faudrait|"
    r"fallait|peut|peuvent|"
    r"pouvait|pourra|doit|doivent|devait|devra|vont|allait|veut|veulent|suis|sommes|êtes|avons|avez|fait|faisait|"
    r"[a-zàâéèêëîïôûç]{2,}(?:aient|erait|eront|erons)|devons|pouvons|voulons|faisons|savons|attendons|"
    r"(?!(?:par|mé)?fait\b|\w*(?:trait|lait|souhait|sujait)\b)[a-zàâéèêëîïôûç]{3,}ait|"
    r"(?:[Ss]e |[Ss]')(?!dire|faire|lire|rire|taire|plaire|nuire|\w*duire|\w*crire|\w*[dtv]re)[a-zàâéèêëîïôûç]{2,}"
    r"(?:e|ent|it|oit|end|ond)|[Nn]ous (?:ne |n'|[yl]es? |l')?[a-zé]+ons|[Vv]ous (?:ne |n'|[yl]es? |l')?[a-zé]+ez|"
    r"(?:[Jj]e|[Jj]'|[Tt]u|[Oo]n|[Ii]ls?|[Ee]lles?)(?: |(?<='))(?:(?:ne|me|te|se|le|la|les|lui|leur|y|en) |"
    r"[nmtsl]'){0,3}"
    r"[a-zé]+(?:ai|as|a|e|es|s|t|d|x|ent|ont)|"
    r"allons|prenons|n'est|[Cc]'est|[Jj]'ai|[Ii]l y a|n'a|n'ont|l'a|s'est|d'ailleurs est)\b"
)


#: Forms that are surely in the conditional; others end alike in the imperfect (« montrait », « tirait »).
_SURELY_CONDITIONAL = regex(
    r"\b(?!err|enterr|serr|ferr|déterr|atterr|encadr|engendr|poudr|(?:(?:re|at|sou|é)?t|adm|(?:in|a|re|ex|con|tran)s?p|"
    r"(?:re)?v|dés|déch|emp|dél|m|c)ir)[a-zà-ÿ]*(?:er|ir|[nlu]dr|aur|devr|pourr|verr|mettr|ecevr)(?:ait|aient)\b",
    re.IGNORECASE,
)
#: How many characters before its verb a pronoun that shows it may stand (« s'installeraient », « elle se serait »).
_CLITICS = 7
_IN_RAIT = regex(r"\w+r(?:ait|aient)$")


class Grammar:
    """Where a document has finite verbs, by offset."""

    def __init__(self, parsed: Parsed) -> None:
        found = {
            start + token.idx
            for start, doc in parsed.docs.items()
            for token in doc
            if token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", [])
        }
        for start, doc in parsed.docs.items():
            found.update(start + match.start() for match in _SURELY_FINITE.finditer(doc.text.replace("’", "'")))
        self._finite = sorted(found)
        conditional = {
            start + token.idx
            for start, doc in parsed.docs.items()
            for token in doc
            if "Cnd" in token.morph.get("Mood", []) and _IN_RAIT.fullmatch(token.text)
        }
        for start, doc in parsed.docs.items():
            conditional.update(start + match.start() for match in _SURELY_CONDITIONAL.finditer(doc.text))
        self._conditional = frozenset(conditional)

    def finite(self, start: int, end: int) -> bool:
        """Tell whether a slice holds a finite verb."""
        at = bisect_left(self._finite, start)
        return at < len(self._finite) and self._finite[at] < end

    def first_conditional(self, start: int, end: int) -> int | None:
        """Return where the first finite verb of a slice stands if it is in the conditional, else None."""
        at = bisect_left(self._finite, start)
        first = self._finite[at] if at < len(self._finite) and self._finite[at] < end else None
        reach = range(first, first + _CLITICS) if first is not None else ()
        return next((place for place in reach if place in self._conditional), None)


def sort_out(shadow: Shadow, grammar: Grammar) -> tuple[list[Quoted], list[Quoted]]:
    """Part the guillemets that hold something said from those that do not."""
    spoken: list[Quoted] = []
    fragments: list[Quoted] = []
    for q in shadow.quotes:
        (spoken if _is_spoken(shadow, grammar, q) else fragments).append(q)
    return spoken, fragments


def _is_spoken(shadow: Shadow, grammar: Grammar, q: Quoted) -> bool:
    inside = shadow.plain(q.start, q.end)
    words = len(re.findall(r"[\w'-]+", inside))
    before, after = (
        shadow.names(max(_block_start(shadow, q.open), q.open - 120), q.open),
        shadow.names(q.close, q.close + 90),
    )
    finite = grammar.finite(q.start, q.end)
    ends = bool(_FINAL.search(inside) or _FINAL.match(after.strip()[:1] or ""))
    if _speech_follows(after) or _CLEFT_AFTER.match(after):
        return True
    if (words >= _SHORT and ends and COMMENTS.match(after.lstrip(" ."))) or (words >= _LEAST and _FOR.search(before)):
        return True
    if _TITLE_BEFORE.search(before) and not (words >= _LONG and finite):
        return False
    if re.search(r":\s*$", before):
        return _after_colon(shadow, grammar, q, words, ends=ends)
    if _INTRODUCED.search(before):
        return words >= _SHORT and (finite or words > _CLAUSE)
    if _DETERMINER.search(before):
        return finite and words >= _LONG
    if _GOVERNED.search(before) and not _FINAL.search(inside):
        return finite and words >= _LONG
    return finite and (words >= _CLAUSE or (ends and words >= _SHORT))


def _speech_follows(after: str) -> bool:
    """« …, explique Ada Blanc », « … » a-t-elle ajouté, « … » a voulu savoir Ada Blanc."""
    if _WISHED_AFTER.match(after):
        return True
    found = _AFTER.match(after)
    if re.match(r"[\s,]*(?:\w+['\s])?(?:\w+-)", after) and _INVERTED_AFTER.match(after):
        return True
    if not found or found["verb"] in _SMALL:
        return False
    if re.match(r"\s+(?:l[ea]s?\s|l'|une?\s|des\s|ce|cette)", found["who"]) and not found["aux"]:
        told = re.match(r"[^.,;:!?]{2,50}", after[found.start("who") :].strip())
        if told and is_human(told[0]) and found["verb"][-1] in "etd":
            return True
    named = bool(re.search(NAME, found["who"])) and not found["aux"]
    return says(found["verb"]) or found["who"].startswith("-") or named


def _after_colon(shadow: Shadow, grammar: Grammar, q: Quoted, words: int, *, ends: bool) -> bool:
    """After a colon: something said, unless the line is a label that echoes a quotation."""
    start = _block_start(shadow, q.open)
    label = shadow.names(start, q.open)
    speaks = bool(re.search(rf"{NAME}|{ORGANISATION}|\b(?:[Ii]l|[Ee]lle|lui|on)\b", label))
    if not ends and not speaks and not grammar.finite(start, q.open):
        return False
    finite = grammar.finite(q.start, q.end)
    return (words >= _SHORT and (finite or ends or words > _CLAUSE)) or (speaks and ends)


def _block_start(shadow: Shadow, at: int) -> int:
    return max((p.start for p in shadow.paragraphs if p.start <= at), default=0)


def between(quotes: Sequence[Quoted], start: int, end: int) -> list[Quoted]:
    """Return the quotations that open inside a slice."""
    return [q for q in quotes if start <= q.open < end]
