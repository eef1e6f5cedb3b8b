"""Which forms name one person: folded names, dropped names, inverted order, typing slips, surnames alone.

A form joins a cluster only if it agrees with every form already there, so that chains never glue two people.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY
from kg.resolve.decisions import Decisions
from kg.resolve.forms import Form
from kg.resolve.name_shapes import is_initialled, is_part, is_part_with_slip, slipped, spelt_otherwise, tiny
from kg.resolve.sounds import sound

_LOCAL = ("ville", "agglomeration", "communaute", "metropole", "departement", "region", "territoire")


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two forms are, in 0..1, and the two values that say so."""

    score: float
    why: str
    left: str
    right: str


def compare(left: Form, right: Form) -> Match | None:
    """Compare two forms of people: a match with its reason, nothing when they are not the same person."""
    if left.title and right.title and left.title != right.title:
        return None
    if left.separate and right.separate and left.separate != right.separate:
        return None
    reason = _same_name(left, right)
    if reason is None or (reason[0] < 1.0 and _bare(left, right)) or _conflict(left, right):
        return None
    score, why = reason
    return Match(score, why, left.name, right.name)


def _bare(left: Form, right: Form) -> bool:
    return left.bare or right.bare


def _same_name(left: Form, right: Form) -> tuple[float, str] | None:
    if left.words == right.words:
        return 1.0, "même nom"
    if sorted(left.words) == sorted(right.words) and len(left.words) >= 2:
        return 0.97, "même nom, ordre inversé"
    short, long = sorted((left.words, right.words), key=lambda words: (len(words), words))
    if "".join(short) == "".join(long):
        return 0.97, "même nom, coupé autrement"
    shared = bool(left.bodies & right.bodies)
    if is_part(short, long):
        return 0.95, "nom plus court"
    if slip := _same_but_for_spelling(left, right, (short, long)):
        return slip
    if shared and is_part_with_slip(short, long):
        return 0.85, "nom plus court et faute de frappe, même organisme"
    if is_initialled(short, long):
        return (0.85, "initiale") if left.document == right.document or shared else None
    return None


def _same_but_for_spelling(
    left: Form, right: Form, words: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[float, str] | None:
    """Accept a typing slip, or a given name spelt otherwise, where the circumstances support it."""
    shared, near = bool(left.bodies & right.bodies), left.document == right.document
    if slipped(*words) and (shared or (near and tiny(*words) and not (left.bodies and right.bodies))):
        return 0.9, "faute de frappe, même organisme"
    if spelt_otherwise(*words) and not (left.gender and right.gender and left.gender != right.gender):
        sole = left.sole and right.sole and not near
        return (0.88, "prénom écrit autrement, même nom") if shared or sole else None
    return None


def _mark_sole(forms: Sequence[Form]) -> None:
    """Mark the forms whose surname goes in the corpus with given names that sound alike, and no others."""
    given: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for form in forms:
        given[form.words[1:]].add(sound(form.words[0]))
    for form in forms:
        form.sole = len(given[form.words[1:]]) == 1


def _conflict(left: Form, right: Form) -> bool:
    """Tell namesakes of two documents whose bodies exclude each other: two towns, two departments, nothing shared."""
    if left.document == right.document or not left.bodies or not right.bodies or left.bodies & right.bodies:
        return False
    kinds_left, kinds_right = ({body.split(":")[0] for body in form.bodies} & set(_LOCAL) for form in (left, right))
    return bool(kinds_left & kinds_right)


@dataclass(slots=True)
class _Cluster:
    """Forms of one person; `samples` holds one form for each way of being named and held, the only ones compared."""

    forms: list[Form] = field(default_factory=list)
    samples: dict[object, Form] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)

    def add(self, form: Form, *, apart: bool) -> None:
        """Take a form in; `apart` keeps every form as a sample, for decisions that name a document."""
        self.forms.append(form)
        alike = (form.words, frozenset(form.bodies), form.title, form.separate, form.order if apart else None)
        self.samples.setdefault(alike, form)
        self.documents.add(form.document)
        self.bodies |= form.bodies


def cluster(forms: Sequence[Form], ruling: Decisions | None = None) -> list[list[Form]]:
    """Group forms into people, longest names first; `ruling` tells what was decided of two forms."""
    judged = ruling.judged if ruling and any(ruling.parts(form) for form in forms) else None
    whole = [form for form in forms if not form.bare]
    _mark_sole(whole)
    ordered = sorted(whole, key=lambda form: (-len(form.words), form.words, form.order))
    clusters: list[_Cluster] = []
    blocks: dict[str, dict[int, None]] = defaultdict(dict)
    for form in ordered:
        at = _home(form, clusters, _candidates(form, blocks), judged)
        if at is None:
            at = len(clusters)
            clusters.append(_Cluster())
        clusters[at].add(form, apart=judged is not None and ruling is not None and ruling.parts(form))
        for key in _keys(form):
            blocks[key][at] = None
    people = [found.forms for found in clusters]
    _place_bare([form for form in forms if form.bare], people)
    return people


def _candidates(form: Form, blocks: dict[str, dict[int, None]]) -> list[int]:
    return sorted({at for key in _keys(form) for at in blocks.get(key, ())})


def _keys(form: Form) -> list[str]:
    """Return the blocking keys: a given name with a surname word, and what one slip leaves of either.

    Two words that one slip separates are alike when a letter is taken out of one or of both: each word whole and
    without each letter in turn, the first apart, misses none of them. An initial counts in a document or a body only,
    so it goes with them. Blocks stay small: a key of the initial alone would gather more people the larger the corpus.
    """
    given, *others = form.words
    keys = {f"={' '.join(sorted(form.words))}", f"={''.join(form.words)}"}
    near = [form.document, *form.bodies]
    for word in others:
        keys |= {f"{given}~{left}" for left in _less_a_letter(word)}
        keys |= {f"{left}^{word}" for left in _less_a_letter(given)}
        keys |= {f"{given[:1]}.{word}@{place}" for place in near}
        keys.add(f"{sound(given)}§{word}")
    return sorted(keys)


def _less_a_letter(word: str) -> Iterator[str]:
    """Yield a word, and the word without each of its letters but the first."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _home(
    form: Form,
    clusters: list[_Cluster],
    candidates: Sequence[int],
    judged: Callable[[Form, Form], bool | None] | None,
) -> int | None:
    """Return the only cluster whose every form agrees, the nearest when several do; nothing in doubt."""
    scores: list[tuple[float, int]] = []
    for at in candidates:
        others = list(clusters[at].samples.values())
        verdicts = {judged(form, other) for other in others} if judged else {None}
        agreed = _agreement(form, others)
        if False not in verdicts and (agreed > 0 or True in verdicts):
            scores.append((2.0 if True in verdicts else _affinity(form, clusters[at], agreed), at))
    scores.sort(reverse=True)
    sure = len(scores) == 1 or (len(scores) > 1 and scores[0][0] > scores[1][0])
    return scores[0][1] if sure else None


def _agreement(form: Form, others: Sequence[Form]) -> float:
    """Return the weakest of a form's matches with a cluster, 0 when one is missing.

    A form whose very name is there may differ from the others by a slip, or by an initial that stands for its given
    name, if nothing else speaks against them.
    """
    scores = []
    matches = [compare(form, other) for other in others]
    same = any(match is not None and match.score >= 1.0 for match in matches)
    for other, match in zip(others, matches, strict=True):
        short, long = sorted((form.words, other.words), key=lambda words: (len(words), words))
        like = slipped(short, long) or is_part_with_slip(short, long) or is_initialled(short, long)
        near = same and not _conflict(form, other) and like
        scores.append(match.score if match else 0.8 if near else 0.0)
    return min(scores, default=0.0)


def _affinity(form: Form, known: _Cluster, agreed: float) -> float:
    """Prefer the cluster of the same document, then the one of the same body."""
    near = form.document in known.documents
    shared = not known.bodies.isdisjoint(form.bodies)
    return agreed + 0.01 * near + 0.02 * shared


def _place_bare(forms: Sequence[Form], clusters: list[list[Form]]) -> None:
    """Give a surname alone to the one person of its document who bears it; a titled one left over is a person.

    The longest come first: « M. Tesfaye Haile », whose given name is not a known one, is whom « M. Haile » names.
    """
    by_document: dict[tuple[str, str], list[int]] = defaultdict(list)

    def known_by(at: int, members: Sequence[Form]) -> None:
        for document, word in sorted({(f.document, word) for f in members for word in f.words}):
            by_document[document, word].append(at)

    for at, members in enumerate(clusters):
        known_by(at, members)
    for form in sorted(forms, key=lambda form: (-len(form.words), form.order)):
        if not form.words:
            continue
        named = by_document.get((form.document, form.words[-1]), ())
        fits = [at for at in named if _gender_fits(form, clusters[at]) and _bears(form, clusters[at])]
        whole = [at for at in fits if any(_surname(m) == form.words for m in clusters[at])]
        fits = whole if len(whole) == 1 else fits  # « Mme Martin » is Ada Martin beside Eva Blanc-Martin
        if len(fits) == 1:
            clusters[fits[0]].append(form)
        elif not fits and form.titled:
            known_by(len(clusters), [form])
            clusters.append([form])


def _surname(form: Form) -> tuple[str, ...]:
    """Return the words of a name after the given name, which a hyphen may join: those of « Anne-Lise Blanc » is one."""
    given = next((word for word in form.name.split() if fold(word).rstrip(".") not in COURTESY), "")
    return () if form.bare else form.words[given.count("-") + 1 :]


def _bears(form: Form, members: Sequence[Form]) -> bool:
    """Tell whether a person bears the surname, all its words in order."""
    borne = f" {' '.join(form.words)} "
    return any(borne in f" {' '.join(member.words)} " for member in members)


def _gender_fits(form: Form, members: Sequence[Form]) -> bool:
    told = {member.gender for member in members if member.gender}
    return form.gender is None or not told or form.gender in told
