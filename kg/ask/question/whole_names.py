"""The whole of a name that was read in part: « mutuelle Vent d'est, » where only « Vent » was taken for the name."""

import re
from collections import Counter

from corpus import Document, Span, reading
from index import fold, tokens
from kg.ask.language.words import speech_stems
from kg.ask.question.sought import NAME
from kg.knowledge import Knowledge
from kg.lexicon.functions import is_function_start
from kg.regex import regex
from kg.types import Entity

_KIND = regex(r"(?:^|(?<=[\s(«“'’]))[A-ZÀ-ÝŒ][\w'’-]+(?: [a-zà-ÿ]+)? (?:de la |de l['’]|du |des |de |d['’])$")
#: What goes on in lower case after a name: a complement or an adjective, up to a mark or the verb.
_ENDS = r"(?=\s*(?:[,.;:)»”\"\n(–—]|(?:a|est|ont|sont|se|ne|qui|dont|et)\b|$))"
_VERB = r"(?=\s+[a-zà-ÿ]+(?:e|ent|ait|it)\b)"
_COMPLEMENT = regex(rf"\s(?:de la |du |de |des |en |sans |d['’]|de l['’])[a-zà-ÿœ-]{{3,}}(?![\w-])(?:{_ENDS}|{_VERB})")
_ADJECTIVE = regex(rf"\s(?P<word>[a-zà-ÿœ-]{{4,}})(?![\w-]){_ENDS}")
#: « La Boîte à lire », « Les Souliers à clous »: a name that an article begins goes on with « à » and a bare noun; with
#: a verb, that may be what somebody is led to, where the sentence goes on.
_OPENS = regex(r"(?:L[ae]|Les)\s+[A-ZÀ-ÝŒ][\w’'-]+|L['’][A-ZÀ-ÝŒ][\w’'-]+")
_BARE = regex(
    r"\sà (?!(?:partir|hauteur|travers|propos|cause|titre|nouveau|raison|terme|temps|distance|moins|condition|défaut"
    r"|égalité|proximité|compter|peine|présent|la|le|les|sa|son|ses|ce|cet|cette|ces|celui|celle|ceux|cela|nos|notre"
    r"|vos|votre|leur"
    r"|leurs|tous|tout|toute|toutes|une|deux|trois|chaque|plusieurs|quelques?|qui|quoi|eux|elle|elles|lui|nous|vous)\b)"
    rf"(?:[a-zà-ÿœ]{{3,}}(?<!er)(?<!ir)(?<!re)|[a-zà-ÿœ]{{3,}}{_ENDS})(?![\w-])"
)
_CAPITALS = regex(r"(?: (?:D['’] ?|DE LA |DE L['’]|DE |DU |DES |ET )?[A-ZÀ-ÝŒ][A-ZÀ-ÝŒ'’-]+)+(?=\s*[\n,–—(:])")
#: Names of land that a proper name ends: « Communauté de communes du Val d'Orsay ».
_LANDSCAPE = regex(
    r"\b(?:[Vv]al|[Vv]allée|[Vv]allées|[Pp]ays|[Pp]lateau|[Bb]assin|[Pp]laine|[Cc]ôte|[Mm]ont|[Mm]assif)$"
)
_GEOGRAPHIC = regex(r"\s(?:d['’]|de la |de l['’]|du |des |de )[A-ZÀ-ÝŒ][\w'’-]+")
#: What was taken with a name and is no part of it.
_OWN_NAME = regex(r"^[A-ZÀ-ÝŒ-]{2,}$|\s(?:\S+\s)*[«\"“]?[A-ZÀ-ÝŒ]|['’][A-ZÀ-ÝŒ]")
_TOO_FAR = regex(r"\s(?:sur|pour|dans|qui|dont|afin|ainsi|lors|avec)\s.*$", re.DOTALL)


def whole_name(document: Document, span: Span) -> str:
    """Return the name that stands at a place, with what goes on before and after it; as it is meant to be read."""
    text, start, end = document.text, span.start, span.end
    before = _KIND.search(text, max(0, start - 40), start)
    start = before.start() if before else start
    cut = _TOO_FAR.search(text[start:end])
    if cut and _OWN_NAME.search(text[start : start + cut.start()]):  # « Agence pour les ponts » is whole
        return reading(document, Span(span.document_id, start, start + cut.start()))
    more = _CAPITALS.match(text, end) if text[start:end].isupper() else None
    more = more or _GEOGRAPHIC.match(text, end, end + 40) if _LANDSCAPE.search(text[start:end]) else more
    more = more or (_BARE.match(text, end) if _OPENS.fullmatch(text[start:end]) else None)
    more = more or _COMPLEMENT.match(text, end) or _adjective(text, end)
    return reading(document, Span(span.document_id, start, more.end() if more else end))


def longer_name(document: Document, label: str, span: Span) -> str:
    """Return what a report calls a body at a place, when that is longer than its label; else the label.

    « Ponts de la Doue » of « Doue »; a town's authority keeps its label.
    """
    text = document.text
    line = text.rfind("\n", 0, span.start) + 1
    start = max(line, *(text.rfind(mark, line, span.start) + 1 for mark in "\t|,;"))
    runs = (
        text[start + run.start() : start + run.end()]
        for run in re.finditer(NAME, re.split(r"[\t|\n]", text[start : span.end + 80])[0])
        if start + run.start() <= span.start and span.end <= start + run.end()
    )
    known = (fold(label), fold(document.quote(span)))
    for name in (" ".join(name.split()) for name in (whole_name(document, span), *runs)):
        folded = fold(name)
        longer = _OF_TOWN.sub("", folded) not in known and folded not in known
        longer = longer and any(
            folded.startswith(one) or (folded.endswith(one) and _OF.fullmatch(name[: -len(one)])) for one in known
        )
        if longer and not name.isupper() and not is_function_start(name):
            return name
    return label


#: What may stand before a name that was read in part: « Logis de la », « San Telmo del ».
_OF = regex(r"(?:[A-ZÀ-ÝŒ][\w'’-]+ )+(?:(?!et |ou )[a-zà-ÿ]+ )?(?:de la |de l['’]|du |des |de |d['’]|del |do |da |of )")
_OF_TOWN = regex(r"^(?:ville|mairie|commune|municipalite)\s(?:de la |de |du |des |d')")
#: « REB », « AL-LA », in capitals alone.
_ACRONYM = regex(r"(?=.{2,10}$)[A-ZÀ-Ý]+(?:[-&.][A-ZÀ-Ý]+)*")


def told_whole(knowledge: Knowledge, entity: Entity) -> str:
    """Return the name of a body as most of its mentions have it, with what goes on around them; else its label."""
    counted: Counter[str] = Counter()
    for at in entity.mentions:
        span = knowledge.mentions[at].span
        name = whole_name(knowledge.documents[span.document_id], span)
        plain, label = fold(name), fold(entity.label)
        if (
            plain != label
            and not name.isupper()
            and (plain.startswith(label) or plain.endswith(label) or label.startswith(plain))
        ):
            counted[name[:1].upper() + name[1:]] += 1
    name, times = min(counted.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    return name if 2 * times >= len(entity.mentions) else entity.label


def with_acronym(entity: Entity | None, label: str) -> str:
    """Return the name of a body with the acronym that reports also call it by: « Réseau des berges (REB) »."""
    names = entity.aliases if entity and entity.kind == "organisation" and label == entity.label else ()
    known = [name for name in names if _ACRONYM.fullmatch(name) and fold(name) not in fold(label)]
    return f"{label} ({known[0]})" if known and " " in label and "(" not in label else label


def _adjective(text: str, end: int) -> re.Match[str] | None:
    found = _ADJECTIVE.match(text, end)
    return found if found and not speech_stems().issuperset(tokens(found["word"])) else None
