"""How often each rule is right, measured by `bench/quotations.py --sample sentences.txt documents.txt unseen.txt`."""

#: Right and made, by rule: the quotation is one and its speaker is who the gold says, or nobody where the gold names
#: nobody. Counted on marked cases about imaginary people and on the sample corpus.
MEASURED: dict[str, tuple[int, int]] = {
    "according-organisation/1": (3, 3),
    "according-person/1": (6, 6),
    "according-pronoun/1": (3, 3),
    "according-role/1": (0, 1),
    "announced/1": (1, 1),
    "as-person/1": (2, 2),
    "box-heading/1": (4, 4),
    "box-name-line/1": (3, 3),
    "colon-person/1": (7, 7),
    "colon-role/1": (1, 1),
    "cue-after-crowd/1": (4, 4),
    "cue-after-description/1": (2, 2),
    "cue-after-open-crowd/1": (1, 1),
    "cue-after-open-person/1": (3, 3),
    "cue-after-open-pronoun/1": (1, 1),
    "cue-after-organisation/1": (2, 2),
    "cue-after-person/1": (20, 20),
    "cue-after-pronoun/1": (12, 12),
    "cue-after-role/1": (12, 13),
    "cue-before-omitted/1": (4, 4),
    "cue-before-person/1": (14, 14),
    "cue-before-pronoun/1": (2, 2),
    "cue-before-role/1": (3, 3),
    "cue-inside-person/1": (6, 6),
    "cue-next-person/1": (2, 2),
    "dialogue/1": (4, 4),
    "flow-far/1": (1, 1),
    "flow/1": (5, 6),
    "for-crowd/1": (1, 1),
    "for-organisation/1": (3, 4),
    "for-person/1": (8, 8),
    "for-pronoun/1": (8, 8),
    "gerund-person/1": (1, 1),
    "interview/1": (4, 4),
    "list-items/1": (3, 3),
    "minutes/1": (21, 21),
    "nobody/1": (1, 2),
    "noun-cue-person/1": (1, 1),
    "passive-nobody/1": (2, 2),
    "passive-person/1": (2, 2),
    "passive-role/1": (1, 1),
    "reported-crowd/1": (1, 1),
    "reported-description/1": (2, 2),
    "reported-ordinal/1": (1, 1),
    "reported-organisation/1": (5, 5),
    "reported-person/1": (61, 61),
    "reported-pronoun/1": (16, 16),
    "reported-role/1": (18, 21),
    "reported-title/1": (1, 1),
    "reported-unknown/1": (0, 1),
    "signature-nobody/1": (2, 2),
    "signature-organisation/1": (3, 3),
    "signature-person/1": (1, 1),
    "verb-subject-crowd/1": (2, 2),
    "verb-subject-person/1": (3, 3),
}
#: What a rule is worth before it is measured, and how many cases that opinion weighs (a beta prior).
_PRIOR, _WEIGHT = 0.97, 4


def confidence_of(rule: str) -> float:
    """Return the confidence of a rule, in 0..1: its measured precision, drawn to the common one when cases are few."""
    right, made = MEASURED.get(rule, (0, 0))
    return round((right + _PRIOR * _WEIGHT) / (made + _WEIGHT), 3)
