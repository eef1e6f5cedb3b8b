"""How sentences tell who did something: what leads to the doer, the verb that follows; of any verb, by its root."""

import re
from dataclasses import dataclass

from kg.regex import regex

#: What stands before the verb of a question in « qui », folded.
LEAD = (
    r"^(?:[^,?]{3,60}, )?(?:qui|par qui|a qui|grace a qui|chez qui)\s+(?:est-ce qui |c'est qui |est-ce que )?"
    r"(?:(?:a|ont|avait|avaient|est|sont|etait|va|vont|doit|devait|devra|peut|s'engage a|s'est engage a|s'engagent a"
    r"|aide a|aider a|contribue a|participe a|accepte de|bien voulu|ete|fut|le|la|les|l'|jury"
    r"|a-t-on|a-t-il|ont-ils|bien|aussi|y)[ ]?)*"
)
#: Fewest letters of a root.
ROOT = 3
#: « Qui a signé le pacte », « qui suit les nids »: the verb, not being, having or saying.
_VERB = regex(
    r"(?!est\b|sont|etai|sera|avai|avoir|fait\b|fais|parl|dit\b|dis|dire|evoqu|cit[eé]|trait|abord|particip|vien|venu"
    r"|compt|regroup|rassembl|reuni|figur|repres|appel|nomm|trouv|exist)(?P<verb>[a-z]{4,})\b"
)
#: How verbs end.
_ENDS = regex(r"(?:aient|aint|erent|irent|era|ira|ait|ent|ees|ees|ee|es|er|ir|is|it|us|ut|e|i|u|a|t|s)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is done: the question's words for it, what leads to the doer after it, the verb that follows the doer.

    `kinds` are the kinds of entity that may do it. For what is given, the doer is who is given it. What `signs` is told
    of a whole report, by a line of it that says nothing else.
    """

    asked: str
    led: str
    verb: str
    kinds: tuple[str, ...] = ("organisation", "place")
    signs: bool = False
    #: The labels of lines that tell the doer of what their report is about.
    labels: str = ""


def verb_asked(folded: str) -> str | None:
    """Return the verb just after « qui » in a folded question, not being, having or saying; nothing without one."""
    led = re.match(LEAD, folded)
    verb = _VERB.match(folded, led.end()) if led else None
    return verb["verb"] if verb else None


def frame_of_verb(folded: str) -> Frame | None:
    """Return the frame of any verb just after « qui »: « fabriqués par », « suivis par », or the name before it."""
    verb = verb_asked(folded)
    root = _ENDS.sub("", verb) if verb else ""
    if len(root) < ROOT:
        return None
    return Frame(root, rf"{root}[a-z]{{0,4}} par", rf"{root}[a-z]{{0,5}}", ("organisation", "place"))
