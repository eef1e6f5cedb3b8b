"""The quantities of a sentence: a number with what it counts, an amount, a share; not its dates, hours and ranks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index import fold, fold_evenly, tokens
from kg.ask.language import french
from kg.ask.language.numbers import NUMBER, value_of
from kg.regex import regex

#: The measures of a quantity, by the units that tell them, folded.
UNITS = {
    "money": r"[km] ?€|[km] ?euros?|€|euros?|centimes?|francs?(?: cfa)?|dollars?|livres sterling",
    "share": r"%|pour cent|pour mille",
    "time": r"ans|annees?|mois|semaines?|jours?|journees?|heures?|minutes?|secondes?|nuits?",
    "length": r"kilometres?|km|metres?|centimetres?|cm|m\b(?! ?€| ?euros?)",
    "area": r"hectares?|ha\b|m2|m²|metres? carres?|km2|kilometres? carres?",
    "weight": r"tonnes?|kilos?(?:grammes?)?|kg|grammes?",
    "volume": r"litres?|m3|m³|metres? cubes?",
    "heat": r"degres?|°c?",
}
_UNIT = regex(
    r"\s?(?:d['’]|de )?(?:"
    + "|".join(f"(?P<{name}>{units})" for name, units in (*reversed(UNITS.items()),))
    + r")(?![\w])"
)
_GREAT = regex(r"\s(?:millions?|milliards?|milliers?)\b")
#: Numbers that are told roughly or as a part, folded.
_ROUGH = (
    r"\b(?:(?:plusieurs|quelques|des) (?:dizaines|centaines|milliers|millions)|une? (?:bonne )?(?:millier|million"
    r"|milliard|poignee)|une? seule?(?= \w))\b"
)
_PART = (
    r"\b(?:(?:la )?moitie|(?:les? |l')?(?:une? |deux |trois |quatre )?(?:tiers|quarts?|cinquiemes?|dixiemes?)"
    r"|(?:les? )?(?:deux|trois|quatre) (?:tiers|quarts|cinquiemes|dixiemes))\b"
)
_ANY = regex(rf"(?P<part>{_PART})|(?P<rough>{_ROUGH})|(?P<one>\bune?(?= [\w-]+(?: [\w-]+)? sur ))|{NUMBER}")
_OUT_OF = regex(rf"(?: (?!sur |n'|(?:ne|pas|a|ont|est|sont) )[\w'-]+){{0,5}}? sur (?:{NUMBER})")
_MONTH = "|".join(map(fold, french.MONTHS))
_DATE = regex(rf"\s?(?:er)?(?:\s?(?:[-–/]|,| et| au?| ou)\s?\d{{1,2}}(?:er)?)*[ .]*(?:{_MONTH})\b|/\d")
_HOUR = regex(r"\s?h\b|\s?h\s?\d\d|\s?heures? (?:du matin|de l'apres-midi|du soir|moins|et|trente|quinze|pile)\b")
_AT = regex(r"(?:\b(?:a|vers|des|avant|apres|jusqu'a|entre|depuis)|\bde)\s$")
_RANK = regex(
    r"(?:n°|n[o°]s?\b|\bnumero|\barticle|\bpages?|\bp\.|\bsession|\batelier|\btable(?: ronde)?|\bseance|\bchapitre"
    r"|\btome|\bpartie|\bannexe|\bfigure|\btableau|\bsalle|\blot|\bphase|\betape|\bedition|\bjour|\bdeliberation"
    r"|\bpoint|\baxe"
    r"|\bquestion|\bencadre|\bavenant|\bcahier|\btrimestre|\bniveau|\bgroupe|<sup>|/|\||\d[-–])\s?$"
)
_FIRST = regex(r"^\s*(?:[-–•*>]\s)?\d{1,2}\s?[.)/–°-](?:\s|$)")
_YEAR = regex(r"(?:19|20)\d\d")
_THE = regex(r"\b(?:les|ces|nos|vos|ses|leurs|aux|des) $")
_BY = regex(
    r"\b(?:baiss|augment|recul|diminu|chut|hauss|progress|mont|grimp|redui|perd|gagn|rallong|tomb)\w*(?: \w+){0,3}?"
    r"(?: (?:de|d'|plus de|pres de|environ|jusqu'a)| d)?['’ ]*(?:l'|la |le |les )?$"
)
_BASE = regex(r"\bsur (?:les |ces |nos |ses |leurs )?$")
_OF_YEAR = regex(r"[a-z]\s$|^\s*$|\(\s*$")
_MINUTES = regex(r"\d\s?h\s?$|\bheures? (?:moins|et) $|\bmoins $")
_ABOUT = regex(
    r"\b(?:plus d[e']|moins d[e']|pres d[e']|environ|quelque|jusqu'a|au moins|au plus|a peine|presque|une bonne)\s?$"
)
_LABEL = regex(r"(?P<label>[a-z][a-z0-9'’()/ -]{2,60}?)\s*(?::|(?:[.…] ?){4,})\s*$")
#: What follows a number that has its noun elsewhere: a verb, a pronoun, a preposition, an adverb.
_NO_NOUN = frozenset(
    "a ai ont va vont avait avaient aura auront est sont etait etaient fut furent sera seront ne n s se y en qui que "
    "dont ou et mais puis pour contre sur sous dans chez avec sans par des du au aux de d le la les l un une a-t-on "
    "seulement encore aussi enfin deja bien tout tous toutes plus moins cette ce cet ces apres avant depuis pendant "
    "autres autre contre aujourd'hui alors ainsi soit selon vers entre c' j' parmi lors si donc car ni pas etre euh "
    "voila exactement peut-etre ete".split()
)
#: A verb, where a noun would be in the plural: « dont onze fonctionnent », « trois partiront ».
_VERB = regex(r"[\w-]{2,}(?:ent|ront)$")
_OTHERS = regex(r"(?P<others>\s+autres?)\s+(?P<noun>[\w-]+)")
#: What makes money of millions of nothing: « coût annoncé : 17 millions ».
_COST = regex(r"\b(?:cout\w*|budget|enveloppe|prix|montant|chiffre d'affaires|vaut|pay\w+|investi\w*)\b[^.;!?]{0,40}$")
#: How many words after a number may be what it counts.
NOUN = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is written with its unit, and its place; `noun` is the folded words that it counts.

    `value` is nothing when it is told roughly or as a part; `label` is what stands before « : » or a line of dots;
    `bare` tells that what is counted stands elsewhere, `base` that it is the whole of which a part is told, `by` that
    something changes by so much: « baisse de 8 % », « a perdu onze mètres ».
    """

    words: str
    start: int
    end: int
    value: int | None
    measure: str
    unit: str
    noun: tuple[str, ...]
    label: str
    bare: bool
    base: bool
    by: bool
    #: The stems of the noun and of the label, with and without their accents: « licenciés » is no « licencies ».
    noun_stems: frozenset[str] = frozenset()
    label_stems: frozenset[str] = frozenset()


#: What leads to a number that is a part of a name: of an address, « Apollo-8 ».
_IN_NAME = regex(r"(?:https?://|www\.)\S*$|[a-z]-$")


@lru_cache(maxsize=4096)
def find_quantities(words: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence, in its order; the same sentences are read for many questions."""
    return tuple(_quantities(words))


def _quantities(words: str) -> Iterator[Quantity]:
    plain = fold_evenly(words)
    last = 0
    for match in _ANY.finditer(plain):
        if match.start() < last or _is_other(plain, match):
            continue
        one = _quantity(words, plain, match)
        last = one.end
        if not match["one"] or one.measure == "share":
            yield one


def _is_other(plain: str, match: re.Match[str]) -> bool:
    """Tell a date, an hour, a rank, a year."""
    before, after = plain[: match.start()], plain[match.end() :]
    digits = match[0][:1].isdigit()
    if _HOUR.match(after) or _MINUTES.search(before) or (_AT.search(before) and re.match(r"\s?heures?\b", after)):
        return True
    if digits and (_DATE.match(after) or before.endswith(("/", "<sup>")) or _IN_NAME.search(before)):
        return True
    if _YEAR.fullmatch(match[0]) and not re.match(r"\s(?:euros?|€)", after):
        return bool(_OF_YEAR.search(before) or re.match(r"\s*(?:$|[.,;:)»-])", after))
    rank = digits and (_RANK.search(before) or (not before.strip() and _FIRST.match(plain)))
    spelt = re.search(r"\b(?:l'an|annee|en) $", before) and match[0].startswith(("deux mille", "mille"))
    return bool(rank or spelt) or bool(re.search(rf"\b(?:{_MONTH}|\w{{2,6}}di|dimanche)\s$", before))


def _quantity(words: str, plain: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    rough = bool(match["part"] or match["rough"])
    value = None if rough else 1 if match["one"] else value_of(match[0])
    great = _GREAT.match(plain, end)
    if great:
        end, value = great.end(), None
    told = _UNIT.match(plain, end)
    measure = str(told.lastgroup) if told else "share" if match["part"] else ""
    end = after = told.end() if told else end
    measure = "money" if measure == "length" and words[end - 1] == "M" else measure  # « 3,4 M » are millions
    out_of = _OUT_OF.match(plain, end)
    if out_of and measure in ("", "share"):
        end, measure = out_of.end(), "share"
    before = plain[:start]
    noun = _noun(plain[after : after + 70], through=bool(told or great or rough or match[0].endswith("aine")))
    if great and not told and not noun and _COST.search(before):
        measure = "money"
    about, label = _ABOUT.search(before), _LABEL.search(before)
    last = plain.find(noun[-1], after) + len(noun[-1]) if noun else after
    return Quantity(
        words[about.start() if about else start : end].strip(),
        start,
        end,
        value,
        measure or _shared_unit(plain, end),
        told[0].strip() if told else "",
        noun,
        label["label"].strip(" -") if label else "",
        not noun and not _THE.search(before),
        bool(_BASE.search(before)) and out_of is None,
        bool(_BY.search(before)),
        frozenset(tokens(f"{words[after:last]} {plain[after:last]}")),
        frozenset(tokens(f"{words[slice(*label.span('label'))]} {label['label']}")) if label else frozenset(),
    )


def _shared_unit(plain: str, end: int) -> str:
    """Return the measure of « de 61 000 à 148 000 euros », « de 5 à 8 € », which only the second number tells."""
    found = re.match(rf"\s(?:a|contre|et|ou|puis)\s(?:{NUMBER})", plain[end:])
    unit = _UNIT.match(plain, end + found.end()) if found else None
    return str(unit.lastgroup) if unit else ""


def _noun(after: str, *, through: bool) -> tuple[str, ...]:
    """Return the words that a number counts, up to what ends them; `through` skips a leading « de »."""
    text = re.split(r"[.;:,()»«!?\n|\t–>]|\s-\s", after)[0]
    if through:
        text = re.sub(r"^\s*(?:de la |de l'|des |du |de |d')", " ", text)
    if text[:1] not in (" ", "\u00a0", "\u202f"):
        return ()
    others = _OTHERS.match(text)
    if others and others["noun"] not in _NO_NOUN:  # « quatre autres accords », but « quatre autres sont venus »
        text = text[others.end("others") :]
    found: list[str] = []
    for word in re.findall(r"[\w'-]+", text)[: NOUN + 1]:
        bare = word.rsplit("'", 1)[-1]
        if (
            (not found and not through and _VERB.match(word))
            or word in _NO_NOUN
            or bare in _NO_NOUN
            or word[:2] in ("d'", "l'", "n'", "s'", "j'")
        ):
            break
        found.append(word)
    return tuple(found)
