"""Score the attribution of quotations on the marked cases: overall, by construction, and precision by rule.

Usage: python bench/quotations.py [--misses] [--sample] [sentences.txt documents.txt unseen.txt …]

`--sample` adds the sample corpus, read with the entities that Palabre finds itself.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rapidfuzz.fuzz import ratio  # noqa: E402

from corpus.assembly import Origin  # noqa: E402
from corpus.readers.html import read_html  # noqa: E402
from corpus.readers.text import read_text  # noqa: E402
from kg.extract.extractors import read_entities  # noqa: E402
from kg.extract.parse import Parsed, load_model, parse  # noqa: E402
from kg.relate.quotations import find_quotations  # noqa: E402
from kg.resolve import resolve  # noqa: E402
from kg.types import Quotation  # noqa: E402
from tests.unit.kg.relate.quotations.marked import Case, Outcome, documents, outcome, overlap, sentences  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language

STRICT, LOOSE, SAME_NAME = 0.8, 0.3, 85


def main(arguments: list[str]) -> None:
    """Print the figures."""
    names = [name for name in arguments if not name.startswith("--")] or ["sentences.txt", "documents.txt"]
    nlp = load_model()
    cases = [case for name in names for case in (documents(name) if "document" in name else sentences(name))]
    outcomes = [outcome(case, nlp) for case in cases]
    if "--sample" in arguments:
        outcomes += _sample(nlp)
    _overall(outcomes)
    _by_construction(outcomes)
    _by_rule(outcomes)
    if "--misses" in arguments:
        _misses(outcomes)


def _sample(nlp: "Language") -> list[Outcome]:
    """Read the sample corpus; what its gold holds for doubtful counts neither for nor against."""
    gold = json.loads((ROOT / "tests/golden/sample_gold/quotations.json").read_text(encoding="utf-8"))["quotations"]
    outcomes = []
    for path in sorted((ROOT / "corpus/sample").glob("s*")):
        raw, source = path.read_bytes().decode(), path.name.split("_")[0]
        is_html = path.suffix == ".html"
        origin = Origin(source, path.name, "0", "text/html" if is_html else "text/plain")
        parsed = parse((read_html if is_html else read_text)(path.read_bytes(), origin), nlp)
        said = [
            (g["speaker"], re.sub(r"<[^>]+>", "", raw[g["start"] : g["end"]]), g["confidence"])
            for g in gold
            if g["doc"] == source
        ]
        doubtful = [words for _, words, confidence in said if confidence != "high"]
        found = tuple(f for f in _found(parsed) if all(overlap(words, f[1]) < LOOSE for words in doubtful))
        sure = tuple((_like(speaker, found), words) for speaker, words, confidence in said if confidence == "high")
        outcomes.append(Outcome(Case(f"sample {source}", raw, sure), found))
    return outcomes


def _found(parsed: Parsed) -> list[tuple[str | None, str, Quotation]]:
    partial = read_entities(parsed)
    entities = resolve((partial,))
    owner = {mention: entity.label for entity in entities for mention in entity.mentions}
    quotations = find_quotations(parsed, partial, entities)
    return [(owner.get(q.speaker or ""), parsed.document.quote(q.span), q) for q in quotations]


def _like(speaker: str | None, found: tuple[tuple[str | None, str, Quotation], ...]) -> str | None:
    """Give a speaker of the gold the label that this document alone gives him (another spelling of his name)."""
    labels = {label for label, _, _ in found if label and speaker and ratio(label.lower(), speaker.lower()) > SAME_NAME}
    return labels.pop() if len(labels) == 1 else speaker


def _overall(outcomes: list[Outcome]) -> None:
    pairs = [pair for o in outcomes for pair in o.matched()]
    found = sum(len(o.found) for o in outcomes)
    loose = sum(1 for _, hit in pairs if hit)
    strict = sum(1 for (_, words), hit in pairs if hit and overlap(words, hit[1]) >= STRICT)
    named = [f for o in outcomes for f in o.found if f[0]]
    right = sum(1 for (speaker, _), hit in pairs if hit and speaker and hit[0] == speaker)
    asked = sum(1 for (speaker, _), _ in pairs if speaker)
    print(f"{len(outcomes)} cases, {len(pairs)} expected, {found} found")
    for label, hits in (("loose", loose), ("strict", strict)):
        precision, recall, f1 = hits / max(1, found), hits / max(1, len(pairs)), 2 * hits / max(1, found + len(pairs))
        print(f"{label:7} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    precision, recall = right / max(1, len(named)), right / max(1, asked)
    print(f"precision when named {precision:.3f} ({right}/{len(named)}), recall of named {recall:.3f}")


def _by_construction(outcomes: list[Outcome]) -> None:
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for o in outcomes:
        row = table[o.case.construction]
        row[2] += len(o.invented())
        for (speaker, _), hit in o.matched():
            row[0] += 1
            row[1] += bool(hit) and hit[0] == speaker  # type: ignore[index]
    for name, (asked, right, invented) in sorted(table.items()):
        print(f"  {name:32} {right}/{asked}" + (f"  invented {invented}" if invented else ""))


def _by_rule(outcomes: list[Outcome]) -> None:
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for o in outcomes:
        right = [id(hit[2]) for (speaker, _), hit in o.matched() if hit and hit[0] == speaker]
        for _, _, quotation in o.found:
            table[quotation.provenance.rule][0] += 1
            table[quotation.provenance.rule][1] += id(quotation) in right
    print("rule: right / made")
    for rule, (total, good) in sorted(table.items()):
        print(f"  {rule:36} {good}/{total}")


def _misses(outcomes: list[Outcome]) -> None:
    for o in outcomes:
        for (speaker, words), hit in o.matched():
            if hit is None:
                print(f"missed   {o.case.construction}: {speaker}: {words[:90]}")
            elif hit[0] != speaker or overlap(words, hit[1]) < STRICT:
                got = f"{hit[0]}: {hit[1][:90]} [{hit[2].provenance.rule}]"
                print(f"differs  {o.case.construction}: want {speaker}: {words[:70]} | got {got}")
        for speaker, words, quotation in o.invented():
            print(f"invented {o.case.construction}: {speaker}: {words[:90]} [{quotation.provenance.rule}]")


if __name__ == "__main__":
    main(sys.argv[1:])
