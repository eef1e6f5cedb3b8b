"""How the codes of the knowledge are called in a table."""

from kg.types import Mode, Part

MODES: dict[Mode, str] = {"direct": "direct", "indirect": "indirect", "mixed": "mixte"}

#: What a quotation does; an act without a name here keeps its own.
ACTS = {
    "states": "affirme",
    "proposes": "propose",
    "asks": "demande",
    "answers": "répond",
    "warns": "alerte",
    "regrets": "regrette",
    "commits": "s’engage",
    "agrees": "approuve",
    "disagrees": "conteste",
    "reports": "rapporte",
    "quotes": "cite",
}

#: What a participation is, without a gender.
PART_WORDS: dict[Part, str] = {
    "speaker": "intervention",
    "moderator": "animation",
    "organiser": "organisation",
    "participant": "participation",
    "present": "présence",
    "excused": "excuse",
    "absent": "absence",
    "secretary": "secrétariat",
}
