"""Which body a common noun or a pronoun stands for, by what the sentences just before name."""

import re
from collections.abc import Sequence

from kg.regex import regex
from kg.relate.quotations.functions import BODY, PRIVATE, says_kind
from kg.relate.quotations.people import is_human
from kg.relate.quotations.roster import Known, Roster
from kg.relate.quotations.shadow import Shadow
from kg.types import Mention, MentionId

#: « le principal du », « la présidente de l' » just before a body: it is a person who was told.
_HOLDER = regex(
    r"\b(?P<noun>(?:[Ll][ea] |[Ll]'|[Uu]ne? |au |du )[\w-]+(?: [a-zà-ÿ]+)?) (?:du |de la |de l'|des |de |d')$"
)


def named_here(
    roster: Roster, shadow: Shadow, reach: tuple[int, int], noun: str, same_kind: Sequence[Known]
) -> Known | None:
    """« … les Amis du lavoir. L'association demande … »: the only body named in a slice that may be meant.

    That is one whose name says the kind; else one whose name says no kind, if the noun is of no authority.
    """
    named = [m for m in shadow.mentions if reach[0] <= m.span.start and m.span.end <= reach[1]]
    here = {roster.key(m.id): roster.of(m.id) for m in named if m.kind == "organisation"}
    kin = [known for key, known in here.items() if key in {other.key for other in same_kind}]
    if not kin and noun.lower() in PRIVATE:
        kin = [known for known in here.values() if not says_kind(known.places[0].name)]
    return kin[0] if len(kin) == 1 else None


def just_named(roster: Roster, shadow: Shadow, at: int, wanted: str | None) -> Mention | None:
    """« Ada Blanc lit une lettre du collectif Sans pylône. Celui-ci … »: the body that ends the sentence before."""
    before = [m for m in shadow.mentions if m.kind != "place" and m.span.end <= at][-1:]
    for mention in before:
        gap = shadow.plain(mention.span.end, at)
        known = roster.of(mention.id) if mention.kind == "organisation" else None
        holder = _HOLDER.search(shadow.plain(max(0, mention.span.start - 40), mention.span.start))
        if holder and is_human(holder["noun"]) and not BODY.fullmatch(holder["noun"]):
            return None
        if known and re.fullmatch(r"[\s»”)]*[.!?:;]\s*", gap) and known.gender in (None, wanted):
            return mention
    return None


def last_named(roster: Roster, shadow: Shadow, at: int, gender: str | None) -> set[MentionId]:
    """Return the mentions of the person of a gender who was named last before an offset."""
    people = [m for m in shadow.mentions if m.kind == "person" and m.span.end <= at]
    fit = [m for m in people if not (gender and (known := roster.of(m.id)).gender and known.gender != gender)]
    return {m.id for m in fit if roster.key(m.id) == roster.key(fit[-1].id)}
