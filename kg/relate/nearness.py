"""What passages and quotations are about, by nearness of meaning between their vectors and those of the concepts."""

import re
from collections.abc import Collection, Iterator, Sequence
from math import exp
from typing import TYPE_CHECKING

from kg.relate.subjects import Target
from kg.types import ConceptLink, Provenance

if TYPE_CHECKING:
    from index.types import Vectors

#: Fewer texts say nothing of what is usual in a corpus, fewer concepts nothing of what a text is near by chance.
LEAST_TEXTS, LEAST_CONCEPTS = 20, 20
#: Shorter texts (a name in a list, a caption) are near to anything.
LEAST_CHARACTERS = 80
#: Where more of the words than this begin with a capital, names are listed, or a room and an hour are given.
MOST_CAPITALS = 0.25
#: A text is about the few concepts that it is nearest to.
NEAREST = 3
#: Where links begin, and the slope of the curve from nearness to score: see `near`.
THRESHOLD, _SLOPE, _OFFSET = 0.06, 45.0, 0.97
#: No more than was measured.
SUREST = 0.95


def is_enough(targets: Sequence[Target], concepts: Sequence[str]) -> bool:
    """Tell whether there are enough texts and concepts for their averages to mean something."""
    return len(targets) >= LEAST_TEXTS and len(concepts) >= LEAST_CONCEPTS


def near(
    targets: Sequence[Target],
    rows: "Vectors",
    concepts: Sequence[str],
    labels: "Vectors",
    clues: Collection[tuple[str, str]],
) -> Iterator[ConceptLink]:
    """Yield the links of texts (`rows`, one a target) to concepts (`labels`, one a concept) by meaning.

    The cosine of such vectors says little by itself: all lie in 0.75..0.9, and some labels are near to everything. So
    what a label is near to on average, and what a text is near to on average, is taken away first (double centring).
    A link wants three things: a clue (a weak word in the text, or a label in the title above), the concept among the
    three nearest of the text, and a centred cosine of 0.06 or more. Short texts and lists of names are left alone.

    Fitted on multilingual-e5-small with its adapter, on seven sets of annotated documents, each centred by itself. Two
    thirds of the 105 links from 0.06 on are those that the encoder without adapter gave from 0.035 on, where one reader
    judged 26 of 29 drawn at random right; of the others, 40 drawn at random were judged: 33 were right, alike at all
    heights. The score is a logistic curve near those shares. Without a clue no threshold reached 60 %: such pairs are
    never linked.
    """
    import numpy as np

    usual = labels @ rows.mean(axis=0)
    for target, row in zip(targets, rows, strict=True):
        if not _is_prose(target.words):
            continue
        nearness = labels @ row - usual
        nearness -= nearness.mean()
        for at in sorted(np.argsort(-nearness, kind="stable")[:NEAREST].tolist()):
            if nearness[at] >= THRESHOLD and (target.key, concepts[at]) in clues:
                score = min(SUREST, round(1 / (1 + exp(_OFFSET - _SLOPE * float(nearness[at]))), 2))
                yield ConceptLink(target.key, concepts[at], "meaning", score, Provenance(target.span, "meaning-e5/2"))


def _is_prose(words: str) -> bool:
    told = re.findall(r"[^\W\d_]+", words)
    capitals = sum(word[0].isupper() for word in told)
    return len(words) >= LEAST_CHARACTERS and capitals <= MOST_CAPITALS * len(told)
