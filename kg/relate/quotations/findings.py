"""What the reading finds: a stretch said by somebody or nobody, the rule, and why."""

from dataclasses import dataclass

from kg.relate.quotations.discourse import Speaker
from kg.types import Mode


@dataclass(frozen=True, slots=True)
class Finding:
    """A quotation before it gets its id: offsets of the document, speaker, rule."""

    start: int
    end: int
    speaker: Speaker
    mode: Mode
    rule: str
    act: str = "states"
    cue_start: int | None = None
    cue_end: int | None = None
