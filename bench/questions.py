"""Score the answers to every annotated question, set by set and kind by kind, in one run.

Usage: python bench/questions.py --scorer score.py --bases FOLDER [--sets NAME …] [--set NAME=DOCUMENTS=GOLD …]
                                 [--kinds KIND …] [--out FILE.jsonl] [--against FILE.jsonl] [--misses]

`--scorer` is the program that scores `palabre ask --json` against annotations; its functions are called question by
question. Sets are those of tests/golden and the five reports where ../shared holds them, and what `--set` adds. A base
that is not in FOLDER is built there. `--out` keeps one line a question; `--against` tells the questions whose score
changed since another run; `--misses` prints what was not answered in full.
"""

import argparse
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.ask import answer  # noqa: E402
from kg.ask.library import Library  # noqa: E402
from kg.base import open_base  # noqa: E402
from kg.build import build  # noqa: E402
from kg.contract import answer_json  # noqa: E402

GOLDEN, SHARED = ROOT / "tests" / "golden", ROOT.parent / "shared"
#: What a run keeps of a question.
Row = dict[str, Any]


def main() -> None:
    """Score the sets, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--bases", type=Path, required=True)
    parser.add_argument("--sets", nargs="*")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--kinds", nargs="*")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--misses", action="store_true")
    told = parser.parse_args()
    sets = all_sets(told.set)
    names = [name for name in sets if not told.sets or name in told.sets]
    jobs = [(name, *sets[name], told.bases / name, told.scorer, tuple(told.kinds or ())) for name in names]
    told.bases.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2) as pool:
        rows = [row for found in pool.map(score_set, jobs) for row in found]
    if told.out:
        told.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    if told.misses:
        show_misses(rows)
    show(rows, "set")
    show(rows, "kind")
    if told.against:
        compare(rows, told.against)


def all_sets(added: Iterable[str]) -> dict[str, tuple[Path, Path]]:
    """Return the documents and the annotations of each set."""
    sets = {"five": (SHARED / "seeds", SHARED / "gold"), "sample": (ROOT / "corpus" / "sample", GOLDEN / "sample_gold")}
    for folder in sorted(GOLDEN.glob("*_documents")):
        name = folder.name.removesuffix("_documents")
        sets[name] = (folder, GOLDEN / f"{name}_gold")
    for one in added:
        name, documents, gold = one.split("=")
        sets[name] = (Path(documents), Path(gold))
    return {name: found for name, found in sets.items() if (found[1] / "questions.json").exists()}


def score_set(job: tuple[str, Path, Path, Path, Path, tuple[str, ...]]) -> list[Row]:
    """Return a row a question of a set."""
    name, documents, gold, base, scorer, kinds = job
    if not base.exists():
        build([documents], base)
    score, library = _scorer(scorer), Library(open_base(base))
    load = score.load_all
    asked = [one for one in load(gold, "questions")["questions"] if not kinds or one["type"] in kinds]
    told = argparse.Namespace(gold=gold, docs=documents, base=base, cmd="palabre")
    rows = []
    for one in asked:
        given = answer_json(answer(one["question"], library), 0.0)
        line = json.dumps(given, ensure_ascii=False)
        vars(score)["load"] = lambda _, kind, one=one: {"questions": [one]} if kind == "questions" else load(gold, kind)
        vars(score)["run"] = lambda *_, line=line: line
        rows.append(_row(name, one, given, *score.score_ask(told)))
    return rows


@cache
def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.load_all = cache(module.load)  # type: ignore[attr-defined]
    module.doc_files = cache(module.doc_files)  # type: ignore[attr-defined]
    module.Text = cache(module.Text)  # type: ignore[attr-defined]
    return module


def _row(name: str, one: dict[str, Any], given: dict[str, Any], found: dict[str, Any], _: object) -> Row:
    is_who = one["type"] == "who-spoke-about" and "must" not in one and bool(one["gold"]["entities"])
    return {
        "set": name,
        "kind": one["type"],
        "id": one["id"],
        "question": one["question"],
        "score": found["mean score"],
        "f1": found["who-spoke-about: entity-set F1"] if is_who else None,
        "mrr": found["who-spoke-about: MRR"] if is_who else None,
        "evidence": found["evidence hit"]
        if one["evidence"] and not given.get("abstained")
        else one["evidence"] and 0.0,
        "refused": bool(given.get("abstained")),
        "not_verbatim": found["quotes not verbatim"],
        "want": one["gold"]["entities"] or one["gold"]["value"],
        "got": [row.get("label") for row in given.get("answers", [])][:6],
        "text": (given.get("text") or "")[:300],
    }


def show(rows: list[Row], key: str) -> None:
    """Print a table of means by set or by kind."""
    groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    print(f"\n| {key} | questions | mean | who F1 | who MRR | evidence | refused rightly | refused wrongly |")
    print("|---|---|---|---|---|---|---|---|")
    for name, found in [*groups.items(), ("all", rows)]:
        print(f"| {name} | {len(found)} | {_told(found)} |")


def _told(rows: list[Row]) -> str:
    vain = [row for row in rows if row["kind"] == "unanswerable"]
    other = [row for row in rows if row["kind"] != "unanswerable"]
    means = [
        _mean(row["score"] for row in rows),
        _mean(row["f1"] for row in rows if row["f1"] is not None),
        _mean(row["mrr"] for row in rows if row["mrr"] is not None),
        _mean(row["evidence"] for row in rows if isinstance(row["evidence"], float)),
    ]
    refused = (f"{sum(row['refused'] for row in some)}/{len(some)}" for some in (vain, other))
    return " | ".join((*means, *refused))


def _mean(values: Iterable[float]) -> str:
    found = list(values)
    return f"{sum(found) / len(found):.3f}" if found else "–"


def show_misses(rows: list[Row]) -> None:
    """Print what was not answered in full."""
    for row in rows:
        if row["score"] < 1:
            print(f"{row['set']} {row['id']} {row['kind']} {row['score']} | {row['question']}")
            print(f"    want {row['want']}\n    got {row['got']} | {row['text'][:160]!r}")


def compare(rows: list[Row], file: Path) -> None:
    """Print the questions whose score is not that of another run."""
    before = {(row["set"], row["id"]): row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
    both = [(row, before[row["set"], row["id"]]) for row in rows if (row["set"], row["id"]) in before]
    for row, old in both:
        if row["score"] != old["score"]:
            print(f"{old['score']} → {row['score']} {row['set']} {row['id']} {row['question']}")
            print(f"    want {row['want']}\n    before {old['got']} {old['text'][:120]!r}")
            print(f"    now {row['got']} {row['text'][:120]!r}")
    texts = sum(row["text"] != old["text"] for row, old in both)
    print(f"{_mean(old['score'] for _, old in both)} → {_mean(row['score'] for row, _ in both)}; {texts} texts differ")


if __name__ == "__main__":
    main()
