"""Which of the clauses of a sentence report speech of their own."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex
from kg.relate.quotations.shadow import NAME

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Turn, Voiced

#: « Ada Blanc n'est pas de cet avis : pour elle, … »: what she thinks comes after the colon.
_THEN_FOR = regex(r"(?:\s[^\s.;:]+){0,4}\s*:\s*(?:pour|selon|d'après) (?:lui|elle)\b", re.IGNORECASE)
#: « …, Karim Tazi répond … », « … ; elle estime … »: a clause of its own.
_OWN_CLAUSE = regex(r"(?:;|,|\bet|\bmais|\btandis que|\balors que)\s*(?:(?:et|mais|puis|tandis que|alors que)\s)?$")
_RELATIVE = regex(r"[^;.]{0,60}?,?\s(?:qui|lequel|laquelle)\s")
#: « …, conclut Ada Blanc, qui tient à ce que chaque école participe »: the clause reports speech of its own.
_REPORTS_TOO = regex(r"\s*(?:à ce )?(?:que\b|qu'|de (?:ne )?\w+(?:er|ir|re|oir)\b|d'\w+(?:er|ir|re|oir)\b|:)")


def tells_more(turn: "Turn", voiced: "Voiced") -> bool:
    """« … », reconnaît Ada Blanc, qui lance un appel: the relative clause tells more of her, it reports nothing."""
    if voiced.cue.form == "subject-verb" and _THEN_FOR.match(turn.sentence.text, voiced.cue.cue_end, turn.sentence.end):
        return True
    if not turn.quotes or voiced.cue.form != "subject-verb":
        return False
    after = turn.sentence.text[turn.quotes[-1].close : voiced.cue.cue_start]
    if re.match(r"\s*:\s", after) or re.fullmatch(rf"\s*[,:–—]\s*c'est (?:M\. |Mme )?{NAME} qui ", after):
        return True
    told = [v.cue for v in turn.voiced if v.cue.form == "verb-subject" and v.cue.cue_end <= voiced.cue.cue_start]
    if not told or turn.quotes[-1].open > told[-1].cue_start:
        return False
    if _REPORTS_TOO.match(turn.sentence.text, voiced.cue.cue_end, turn.sentence.end):
        return False
    return bool(_RELATIVE.match(turn.sentence.text, told[-1].cue_end - 1, voiced.cue.cue_end))


def has_clause(turn: "Turn", first: "Voiced", other: "Voiced") -> bool:
    """« Ada Blanc approuve l'idée, Karim Tazi la conteste », « … ; elle estime … »: two speakers side by side."""
    phrase = other.cue.phrase
    before = turn.sentence.text[turn.sentence.start : other.cue.start]
    if other.cue.form in ("for", "according") and re.search(r";\s*$", before):
        return True
    if first.cue.form != "subject-verb" or other.cue.form != "subject-verb" or phrase is None:
        return False
    boundary = _OWN_CLAUSE.search(before)
    apart = other.speaker.mention != first.speaker.mention
    between = turn.sentence.text[first.cue.cue_end : other.cue.start]
    apposed = re.match(r"\s*,", turn.sentence.text[phrase.end : turn.sentence.end])
    if (
        re.match(r"\s+(?:que\b|qu')", between)
        and not turn.sentence.finite(first.cue.cue_end, other.cue.start)
        and apposed
    ):
        return False  # « indique que l'inspectrice, Mme Blanc, a confirmé … »: what is told, not another teller
    return bool(boundary) and (
        apart if phrase.kind == "person" or phrase.words == "l'autre" else bool(re.search(r";\s*$", before))
    )


def opens_absolutely(turn: "Turn", voiced: "Voiced") -> bool:
    """« Ada Blanc ayant demandé qui paierait, le maire répond … »: what leads to another's speech.

    « À Ada Blanc, qui demandait qui paierait, le maire répond … » does too.
    """
    addressed = re.match(r"\s*(?:À|Au|Aux)\s", turn.sentence.words) and re.search(
        r"\bqui\s(?:\S{1,4}\s)?$", turn.sentence.text[turn.sentence.start : voiced.cue.cue_start]
    )
    words = turn.sentence.text[voiced.cue.cue_start : voiced.cue.cue_end]
    later = [v for v in turn.voiced if v.cue.cue_start > voiced.cue.cue_end and v.cue.form == "subject-verb"]
    return bool(addressed or words.startswith("ayant ")) and any(
        v.speaker.mention != voiced.speaker.mention for v in later
    )


def closes(turn: "Turn", voiced: "Voiced") -> bool:
    """« La Ville a promis un plan, assure Ada Blanc. »: the incise that ends a sentence tells who says all of it."""
    after = turn.sentence.text[voiced.cue.cue_end : turn.sentence.end]
    known = voiced.cue.form == "verb-subject" and voiced.speaker.mention is not None
    return known and not turn.quotes and not after.strip(" .!?…\xa0")
