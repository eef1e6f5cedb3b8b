"""The weights and thresholds by which a quotation is about a subject, and how they were found.

Found on 92 questions in « qui » over three sets of reports, whose speakers are known: random steps from hand-made
values, 500 a fold, judged by the F1 of the speakers answered and by the rank of the first right one, the thresholds
moved a little to and fro so that no luck counts; then the median of five folds, rounded.

Seen on 176 questions over six sets since, they lie on a plateau: fitted anew, or by a listwise regression of the same
clues, they do no better on the set left out; nor did ten other values do better on 283 questions over eight sets, with
the vectors of the adapter. On the 176, closeness is no longer cut where many reach it, and the passage counts more
beside the quotation: the first right voice stands first a little oftener. Since the statement that a question tells is
read beside it (docs/decisions/0010), words weigh 0.45 for 0.48: on 317 questions F1 0.799, then 0.804, on a plateau.
"""

#: Closeness in meaning is counted in standard deviations above the mean cosine of all that the corpus holds: what is
#: no nearer than LOW is worth 0, what is as near as HIGH is worth 1.
LOW, HIGH = 1.3, 4.0
#: What the closeness of the passage around a quotation counts beside its own, and the most that both are worth.
PASSAGE_NEAR, NEAREST = 1.3, 1.15
#: The share of words against meaning in the score of a quotation.
WORDS = 0.45
#: What an idea is worth when it stands beside a quotation (its sentence, its cue, the same speaker's words), in the
#: rest of its passage, in the title just above, in the titles further up.
BESIDE, PASSAGE, TITLE, TITLES = 0.85, 0.45, 0.45, 0.2
#: What the title just above is worth when it says the whole subject (`WHOLE` of it) by itself.
OWN_TITLE, WHOLE = 0.75, 0.85
#: What a quotation is worth by its words when it is linked to the very concept of the question.
ABOUT = 0.85
#: What the question's own verb adds to closeness when it introduces the words (« plaide », « regrette »).
CUED = 0.08
#: Least score of an answer, and what it is raised by when the corpus has no word for what is asked, by their weight.
FLOOR, UNKNOWN = 0.31, 0.05
#: What it is lowered by when the question says where to look: few voices are left to be wrong about. Set by hand.
INSIDE = 0.1
#: What it is lowered by for a question of so many ideas, or of a clause (« qui craint que… »): who rewords what was
#: said heard it, and what is asked in vain is a noun. Of 506 questions over 28 sets fifteen are answered
#: more, seven by a right voice; of 27 in vain none has so many ideas.
DETAILED, LOWER = 4, 0.16
#: What the words of others are worth than those of whom the question tells: « la dame qui… », « quel maire… ».
OTHERWISE = 0.75
#: The share of the best score from which on those who are what the question tells are alone asked for. Set by hand.
TOLD_SO = 0.5
#: A question of so few ideas is not answered by meaning alone: one of them must be said. Set by hand.
FEW = 2
#: The share of the best score that a voice must reach: with two ideas or fewer many may be heard, with five or more
#: the question tells one thing that was said. By how much less than the best it may say of the question, unless it
#: is as near as the best by all that counts.
SHARE_FEW, SHARE_MANY, LESS, AS_NEAR = 0.77, 0.92, 0.3, 0.93
#: How much of a subject of one idea a voice must say to be heard, however far from the best: itself or just beside.
SAID = 0.85
#: What a voice's second quotation adds to its rank, by its score; a third adds half of it. From 0.06 to 0.2 the first
#: right voice of 317 questions stands as often first or a little oftener; who comes first says most of it.
MORE = 0.08
#: What that share is lowered by when the question asks for several (« quels intervenants »), and for a quotation that
#: is linked to the very concept of the question.
MANY, LINKED = 0.08, 0.35

#: What a near word of general French is worth for a word of the question, where a voice is looked for. On 589 questions
#: in « qui » over 31 sets, with WORDS 0.42 before and 0.48 since: the first right voice (mean reciprocal rank) 0.811,
#: then 0.820; F1 0.774, then 0.779.
NEAR_WORD = 0.4

#: Least share of a question's ideas that a sentence and what stands around it must say, set by hand on the same sets.
COVERED = 0.5
#: The weights by which passages are searched: the question's own words, these and other ways to say them, meaning; and
#: the share of what the question's words are worth by BM25 that counts as all of them (a text of usual length that says
#: each once reaches four tenths). On 1,642 questions over 31 sets, the only ones of 80 tried that beat words alone and
#: meaning alone on every set: mean nDCG@10 0.788, words 0.712, meaning 0.684 (0.769 when each ranking was
#: stretched to 1, however little of the question its best passage said).
OWN_WORDS, OTHER_WORDS, MEANING = 0.46, 0.26, 0.28
WORDS_SAID = 0.35


def share(ideas: int) -> float:
    """Return the share of the best score that an answer must reach, for a question of so many ideas."""
    return SHARE_FEW + (SHARE_MANY - SHARE_FEW) * min(1.0, max(0, ideas - 2) / 3)
