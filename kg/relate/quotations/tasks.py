"""What a line of notes hands out to somebody, which nobody says: « AB : relancer la mairie »."""

import re
from typing import TYPE_CHECKING

from kg.regex import regex

if TYPE_CHECKING:
    from kg.relate.quotations.reading import Reading

#: The title, or the line, above a list of tasks.
_LIST = regex(
    r"\s*(?:\d+[.)/]\s*)?(?:à faire|a faire|todo|to do|actions?|tâches|suites?(?: à donner)?|qui fait quoi|"
    r"relevé (?:de décisions|d'actions)|prochaines étapes|plan d'actions?|échéancier|répartition des tâches)\b",
    re.IGNORECASE,
)


def is_task(reading: "Reading", start: int) -> bool:
    """Tell whether what starts at an offset, after a name and a colon, stands in a list of tasks."""
    above = [block for block in reading.blocks if block.span.end <= start and block.kind != "item"]
    return bool(above) and bool(_LIST.match(reading.shadow.plain(above[-1].span.start, above[-1].span.end)))
