"""The fit: which threshold separates what the corpus says from what it does not, and which fusion ranks it best.

Each sort of question counts the same, so that many easy ones do not hide a few hard ones. On a small corpus little can
be known: a fitted value is drawn back towards the shipped one, half-way for `TRUST` questions on each side.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2

from index import Hit, convex_combination
from kg.ask.answers.proofs import prove
from kg.ask.language.words import leading_speech
from kg.ask.library import Library
from kg.ask.search.calibration import Calibration, fusion_weights
from kg.ask.sentences.about import about, least
from kg.calibrate.subjects import Subject, subjects
from kg.types import passage_key

TRUST = 60
#: What a false refusal costs beside a false answer: people ask in words further from the corpus than those made here.
REFUSAL = 2.0
#: Fewer questions than this on a side tell nothing.
LEAST = 8
#: How far from the shipped threshold one is looked for, and the weights of meaning that are tried in the fusion.
RANGE = (0.6, 1.5)
WEIGHTS = tuple(weight / 20 for weight in range(2, 15))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the best scores that it reaches; `sort` groups questions that count together.

    `passages` answer it, as keys; `rankings` are the passages that words, other words and meaning bring.
    """

    sort: str
    has_answer: bool
    voice: float | None
    passage: float | None
    passages: frozenset[str] = frozenset()
    rankings: tuple[tuple[Hit, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Errors:
    """Rates in 0..1: questions that have an answer and are refused, questions that have none and are answered."""

    refused: float
    answered: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A calibration, what it was fitted on, and its errors and ranking before and after."""

    calibration: Calibration
    counts: dict[str, int]
    before: Errors
    after: Errors
    ndcg: tuple[float, float]
    is_enough: bool


def fit(library: Library, own: Sequence[tuple[str, bool]] = (), tell: Callable[[int, int], None] | None = None) -> Fit:
    """Fit the thresholds and the fusion of a base.

    `own` are the user's questions, each with whether the corpus answers it; `tell` is told how many are done.
    """
    made = subjects(library)
    asked: list[Asked] = []
    for number, subject in enumerate(made):
        asked.append(ask_about(subject, library))
        if tell:
            tell(number + 1, len(made) + len(own))
    for number, (question, has_answer) in enumerate(own):
        asked.append(ask_own(question, library, has_answer=has_answer))
        if tell:
            tell(len(made) + number + 1, len(made) + len(own))
    shipped = Calibration()
    counts = {sort: sum(one.sort == sort for one in asked) for sort in dict.fromkeys(one.sort for one in asked)}
    sides = [sum(one.has_answer is side for one in asked) for side in (True, False)]
    if min(sides) < LEAST:
        found = replace_with(shipped, how=f"valeurs livrées : {min(sides)} questions d'un côté, {LEAST} au moins")
        return Fit(found, counts, errors(asked, shipped), errors(asked, found), _both(asked, shipped, found), False)
    found = fitted_to(asked, shipped)
    return Fit(found, counts, errors(asked, shipped), errors(asked, found), _both(asked, shipped, found), True)


def replace_with(calibration: Calibration, **changes: object) -> Calibration:
    """Return a calibration with some of its values changed."""
    import msgspec

    return msgspec.structs.replace(calibration, **changes)


def fitted_to(asked: Sequence[Asked], shipped: Calibration) -> Calibration:
    """Return the calibration that errs least, drawn back towards the shipped one by how little was asked."""
    number = min(sum(one.has_answer is side for one in asked) for side in (True, False))
    trust = number / (number + TRUST)
    values: dict[str, float] = {}
    for name in ("voice", "passage"):
        start = float(getattr(shipped, name))
        found = _threshold(asked, name, start)
        values[name] = round(start + trust * (found - start), 3)
    best = max(WEIGHTS, key=lambda weight: (round(ndcg(asked, weight), 4), -abs(weight - shipped.meaning)))
    values["meaning"] = round(shipped.meaning + trust * (best - shipped.meaning), 3)
    told = f"{len(asked)} questions, {number} au moins de chaque côté, tirées de {trust:.0%} vers leur meilleur réglage"
    return replace_with(shipped, **values, how=told)


def _threshold(asked: Sequence[Asked], name: str, start: float) -> float:
    """Return the middle of the best range of thresholds around the shipped one."""
    low, high = (start * bound for bound in RANGE)
    tried = [low + (high - low) * step / 60 for step in range(61)]
    costs = [_cost(asked, name, threshold) for threshold in tried]
    best = [threshold for threshold, cost in zip(tried, costs, strict=True) if cost <= min(costs) + 1e-9]
    return min(best, key=lambda threshold: abs(threshold - (best[0] + best[-1]) / 2))


def _cost(asked: Sequence[Asked], name: str, threshold: float) -> float:
    refused, answered = _rates(asked, name, threshold)
    return REFUSAL * refused + answered


def _rates(asked: Sequence[Asked], name: str, threshold: float) -> tuple[float, float]:
    """Return the rates of false refusals and of false answers of one threshold, each sort counting the same."""
    wrong: dict[tuple[bool, str], list[bool]] = {}
    for one in asked:
        score = one.voice if name == "voice" else one.passage
        if score is not None:
            wrong.setdefault((one.has_answer, one.sort), []).append((score >= threshold) is not one.has_answer)
    sides = [[sum(held) / len(held) for (side, _), held in wrong.items() if side is wanted] for wanted in (True, False)]
    refused, answered = (sum(rates) / len(rates) if rates else 0.0 for rates in sides)
    return refused, answered


def errors(asked: Sequence[Asked], calibration: Calibration) -> Errors:
    """Return the errors of both thresholds, averaged."""
    pairs = [_rates(asked, name, float(getattr(calibration, name))) for name in ("voice", "passage")]
    return Errors(sum(pair[0] for pair in pairs) / 2, sum(pair[1] for pair in pairs) / 2)


def _both(asked: Sequence[Asked], before: Calibration, after: Calibration) -> tuple[float, float]:
    return ndcg(asked, before.meaning), ndcg(asked, after.meaning)


def ndcg(asked: Sequence[Asked], meaning: float) -> float:
    """Return the mean nDCG@10 of the fusion of words and meaning, over the questions whose passages are known."""
    known = [one for one in asked if one.passages]
    return sum(_ndcg(one, meaning) for one in known) / len(known) if known else 0.0


def _ndcg(one: Asked, meaning: float) -> float:
    fused = convex_combination(one.rankings, weights=fusion_weights(meaning), k=10)
    gain = sum(1 / log2(rank + 2) for rank, hit in enumerate(fused) if hit.key in one.passages)
    return gain / sum(1 / log2(rank + 2) for rank in range(min(10, len(one.passages))))


def ask_about(subject: Subject, library: Library) -> Asked:
    """Ask about a subject, who spoke about it and where it is told, and keep the best scores."""
    both = (
        _voice(f"Qui a parlé de {subject.words} ?", library),
        _passage(f"Que dit-on de {subject.words} ?", library),
    )
    query = library.understand(f"Que dit-on de {subject.words} ?")
    rankings = tuple(tuple(hits) for hits in library.rankings(query.text, query.terms))
    passages = frozenset(passage_key(span.document_id, span.start, span.end) for span in subject.passages)
    return Asked(subject.sort, bool(passages), *both, passages, rankings)


def ask_own(question: str, library: Library, *, has_answer: bool) -> Asked:
    """Ask a user's question by the way that its form calls for."""
    folded = question.casefold().lstrip("« ")
    is_voice = folded.startswith(("qui ", "quels intervenants", "quelles intervenantes"))
    score = _voice(question, library) if is_voice else _passage(question, library)
    return Asked("own", has_answer, score if is_voice else None, None if is_voice else score)


def _voice(question: str, library: Library) -> float:
    """Return the best score of a quotation, less what is asked more for words that the corpus has not."""
    query = library.understand(question)
    topic = query.without(leading_speech(question, skipped=[named.place for named in query.named]))
    said = about(topic, library, frozenset()) if topic.terms else []
    return said[0].score - (least(topic, library) - library.calibration.voice) if said else 0.0


def _passage(question: str, library: Library) -> float:
    """Return the best share of a question that a sentence says, with what stands around it."""
    query = library.understand(question)
    topic = query.without(leading_speech(question, skipped=[named.place for named in query.named]))
    proofs = prove(topic if topic.terms else query, library)
    return max((proof.coverage for proof in proofs), default=0.0)
