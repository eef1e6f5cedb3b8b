"""Time `palabre ask`: cold (a new process) and warm (one process), on a base and on that base grown.

The figures of the last change are in docs/decisions/0006-what-a-question-reads.md.

Usage: python bench/ask.py BASE QUESTIONS.txt [--passages 100000] [--grown FOLDER] [--alike]

The grown base repeats the documents of BASE under other ids until it holds as many passages. In each copy the words of
the subject are put one for another (words of one length, so that every place stays right), names are made up, the same
ones in ten copies (a few stay what they are in all), and the vectors are moved by noise (cosine about 0.5): other
meetings of people who met before. With --alike a copy says nearly the same as the first: an eighth of its words is made
up, a fifth of its names stays, cosines are about 0.9; no real corpus repeats itself so, and every question then has
hundreds of answers. Seeded: the same each time. With --grown the folder is kept, and used when it is there. Figures are
milliseconds by the clock, and of processor time, which a busy machine changes less (cold by the clock, then « froid
processeur », with the bytecode kept, as an installed package has it); « encodage » is what the encoder alone takes by
the clock for the same questions. SLOWEST=1 tells the slowest questions.
"""

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import msgspec  # noqa: E402

from index import ExactIndex, FaissIndex, LexicalIndex, fold  # noqa: E402
from kg.ask import answer  # noqa: E402
from kg.ask.library import Library  # noqa: E402
from kg.ask.search.registered import LISTS  # noqa: E402
from kg.base import ASKING, MANIFEST, VIEWS, Base, open_base  # noqa: E402
from kg.knowledge import Knowledge  # noqa: E402
from kg.record import write_record  # noqa: E402
from kg.register import write_register  # noqa: E402
from kg.stems import write_stems  # noqa: E402
from kg.types import Entity, Extraction  # noqa: E402
from kg.views import indexed_texts  # noqa: E402
from ontology import load_thesaurus  # noqa: E402

#: How many cold questions are timed; the noise of the vectors of copies that are varied, alike.
COLD, NOISE, LITTLE_NOISE = 5, 0.088, 0.024
#: The share of the words that copies alike make up, and of the names that they, and varied ones, keep.
CHANGED, KEPT_ALIKE, KEPT = 0.12, 0.2, 0.02
#: How many copies share their names; a word that is written more often says nothing of a subject.
TOGETHER, USUAL = 10, 12
SYLLABLES = "ba lo ri du me vi ta no ca be lu so ra ti go pe nu fi".split()
_COPY = re.compile(r"~\d{4}")
_WORD = re.compile(r"[^\W\d_]{4,}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--grown", type=Path)
    parser.add_argument("--alike", action="store_true")
    told = parser.parse_args()
    questions = told.questions.read_text(encoding="utf-8").split("\n")
    questions = [question for question in questions if question.strip()]
    print(
        "| base | passages | citations | à froid | froid processeur | à chaud p50 | p95 | processeur p50 | p95 "
        "| encodage p50 | p95 |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    print(row(told.base.name, told.base, questions), flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = told.grown or Path(temporary) / "grown"
        if not (folder / MANIFEST).exists():
            grow(open_base(told.base), folder, told.passages, alike=told.alike)
        print(row("agrandie", folder, questions), flush=True)


def row(name: str, path: Path, questions: list[str]) -> str:
    """Return a line of the table."""
    base = open_base(path)
    with tempfile.TemporaryDirectory() as bytecode:
        _, *told = [_cold(path, question, bytecode) for question in (questions[0], *questions[:COLD])]
    cold, spent = (min(taken) for taken in zip(*told, strict=True))
    library = Library(base)
    for question in questions[:20]:
        answer(question, library)
    warm, used, encoding = [], [], []
    for question in questions:
        library.closeness(" ")  # nothing is remembered of the question before
        started, before = time.perf_counter(), time.process_time()
        answer(question, library)
        warm.append(1000 * (time.perf_counter() - started))
        used.append(1000 * (time.process_time() - before))
        started = time.perf_counter()
        base.encoder.encode_query([question])
        encoding.append(1000 * (time.perf_counter() - started))
    if os.environ.get("SLOWEST"):
        for taken, question in sorted(zip(used, questions, strict=True), reverse=True)[:15]:
            print(f"  {taken:.0f} {question}", file=sys.stderr)
    counts = base.manifest["counts"]
    shown = [cold, spent, *(_part(taken, percent) for taken in (warm, used, encoding) for percent in (50, 95))]
    cells = (name, counts["passages"], counts["quotations"], *(f"{ms:.0f}" for ms in shown))
    return "| " + " | ".join(map(str, cells)) + " |"


def _part(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _cold(path: Path, question: str, bytecode: str) -> tuple[float, float]:
    """Return how long a new process takes by the clock and of the processor, in milliseconds."""
    command = [sys.executable, "-m", "cli", "ask", question, "--base", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return 1000 * (time.perf_counter() - started), 1000 * spent


def grow(base: Base, folder: Path, passages: int, *, alike: bool) -> None:
    """Write a base of as many passages, without its graph, which no question opens."""
    import numpy as np

    known = base.record.knowledge()
    copies = max(1, round(passages / sum(len(e.passages) for e in known.extractions)))
    print(f"{copies} copies…", file=sys.stderr)
    grown = _grown(known, copies, _words_alike if alike else _words_varied)
    spread = LITTLE_NOISE if alike else NOISE
    home = folder / "builds" / "grown"
    for name in ("record", *VIEWS):
        (home / name).mkdir(parents=True)
    digest = write_record(home / "record", grown.extractions, grown.entities)
    texts = [text for texts in indexed_texts(grown) for text in texts]
    keys = [text.key for text in texts]
    LexicalIndex.build(keys, [text.words for text in texts]).save(home / "lexical")
    write_stems(home / "stems", grown, load_thesaurus(None))
    write_register(home / "register", LISTS, grown)
    stored = ExactIndex.load(base.view("vectors"))
    place = {key: row for row, key in enumerate(stored._keys)}
    noise = np.random.default_rng(7)
    vectors = FaissIndex(stored.dimension)
    for start in range(0, len(keys), 10_000):
        block = keys[start : start + 10_000]
        rows = stored._rows[[place[_COPY.sub("", key)] for key in block]]
        moved = rows + noise.normal(0, spread, rows.shape).astype(np.float32)
        vectors.add(block, moved / np.linalg.norm(moved, axis=1, keepdims=True))
    vectors.save(home / "vectors")
    np.save(home / "vectors" / ASKING, base.asking)
    for view in VIEWS:
        (home / view / "BUILD").write_text(digest + "\n", encoding="utf-8")
    counts = {"passages": sum(len(e.passages) for e in grown.extractions), "quotations": len(list(grown.quotations()))}
    manifest = base.manifest | {"build": digest, "record": digest, "folder": home.name, "counts": counts}
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def _grown(known: Knowledge, copies: int, others: Callable[[Knowledge, int], dict[str, str]]) -> Knowledge:
    extractions = list(known.extractions)
    entities = {entity.id: [entity] for entity in known.entities}
    for copy in range(1, copies):
        words = others(known, copy)
        for extraction in known.extractions:
            extractions.append(msgspec.convert(_copied(extraction, copy, words), Extraction))
        for entity in known.entities:
            told = msgspec.convert(_copied(entity, copy, words), Entity)
            identifier = entity.id if told.label == entity.label else f"{entity.id}-{fold(told.label)}"
            entities.setdefault(identifier, []).append(told)
    merged = [_merged(identifier, told) for identifier, told in entities.items()]
    return Knowledge(
        tuple(sorted(extractions, key=lambda e: e.document.id)), tuple(sorted(merged, key=lambda entity: entity.id))
    )


@cache
def _names(known: Knowledge) -> tuple[str, ...]:
    named = (name for entity in known.entities for name in (entity.label, *entity.aliases))
    return tuple(sorted({word for name in named for word in _WORD.findall(name)}))


@cache
def _written(known: Knowledge) -> Counter[str]:
    """How often each word that is no name is written."""
    counted = Counter(word for e in known.extractions for word in _WORD.findall(e.document.text))
    return Counter({word: counted[word] for word in sorted(counted.keys() - set(_names(known)))})


def _words_alike(known: Knowledge, copy: int) -> dict[str, str]:
    """Return the words that a copy which says nearly the same puts for others."""
    chance = random.Random(copy)
    words = {word: _made_up(word, chance) for word in _names(known) if chance.random() >= KEPT_ALIKE}
    return words | {word: _made_up(word, chance) for word in _written(known) if chance.random() < CHANGED}


def _words_varied(known: Knowledge, copy: int) -> dict[str, str]:
    """Return the words that a copy about other subjects puts for others; those of cues and of functions stay."""
    kept, chance = random.Random(0), random.Random(-copy // TOGETHER)
    names = [word for word in _names(known) if kept.random() >= KEPT]
    words = {word: _made_up(word, chance) for word in names}
    chance = random.Random(copy)
    told = " ".join((*(q.cue for q in known.quotations()), *(r.function for e in known.extractions for r in e.roles)))
    stay = {word.lower() for word in _WORD.findall(told)}
    groups = defaultdict[tuple[int, bool], list[str]](list)
    for word, times in _written(known).items():
        if times <= USUAL and word.lower() not in stay:
            groups[len(word), word[0].isupper()].append(word)
    for group in groups.values():
        words |= zip(group, chance.sample(group, len(group)), strict=True)
    return words


def _merged(identifier: str, told: list[Entity]) -> Entity:
    first = told[0]
    mentions = tuple(sorted(mention for entity in told for mention in entity.mentions))
    return Entity(identifier, first.kind, first.label, first.aliases, mentions, first.gender)


def _made_up(word: str, chance: random.Random) -> str:
    made = "".join(chance.choice(SYLLABLES) for _ in range(len(word) // 2 + 1))[: len(word)]
    return made.capitalize() if word[0].isupper() else made


def _copied(thing: Any, copy: int, words: dict[str, str]) -> Any:
    """Return a thing as plain data, of another document and in other words."""

    def changed(value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {key: changed(held, key) for key, held in value.items()}
        if isinstance(value, (list, tuple)):
            return [changed(held, name) for held in value]
        if not isinstance(value, str) or name in ("kind", "rule", "mode", "act", "part", "sha256", "lang", "gender"):
            return value
        if name in ("document_id", "id") or re.match(r"(?:person|organisation|place|event|quotation|passage):", value):
            return _renamed(value, copy)
        return value if value.startswith("concept") else _WORD.sub(lambda match: words.get(match[0], match[0]), value)

    return changed(msgspec.to_builtins(thing), "")


def _renamed(identifier: str, copy: int) -> str:
    kind, _, rest = identifier.partition(":")
    if not rest:
        return f"{identifier}~{copy:04d}"
    document, _, place = rest.rpartition(":")
    return f"{kind}:{document}~{copy:04d}:{place}" if document else f"{identifier}-{copy:04d}"


if __name__ == "__main__":
    main()
