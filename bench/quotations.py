"""Score the attribution of quotations: overall, by construction and by rule, on cases and on whole documents.

Usage: python bench/quotations.py [--misses] [--documents] [--write] [sentences.txt documents.txt …]

Without names, every table of marked cases is read. `--documents` adds the annotated documents of tests/golden, with the
entities that Palabre finds itself. `--write` does all of it and rewrites kg/relate/quotations/measured.json, from which
the rules take their confidence, and docs/citations.md, which shows it.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rapidfuzz.fuzz import ratio  # noqa: E402

from corpus.readers import document_ids, read_document  # noqa: E402
from corpus.sources import find_sources  # noqa: E402
from docs.make_citations import PAGE, page  # noqa: E402
from kg.extract.extractors import read_entities  # noqa: E402
from kg.extract.parse import Parsed, load_model, parse  # noqa: E402
from kg.knowledge import Knowledge  # noqa: E402
from kg.relate.quotations import find_quotations  # noqa: E402
from kg.relate.quotations.confidence import PATH, confidence_of, measured  # noqa: E402
from kg.relate.quotations.elsewhere import told_elsewhere  # noqa: E402
from kg.resolve import resolve  # noqa: E402
from kg.types import Entity, Extraction, Quotation  # noqa: E402
from tests.unit.kg.relate.quotations.marked import (  # noqa: E402
    TABLES,
    Case,
    Outcome,
    outcome,
    overlap,
    table,
)

if TYPE_CHECKING:
    from spacy.language import Language

STRICT, LOOSE, SAME_NAME = 0.8, 0.3, 85
GOLDEN = ROOT / "tests" / "golden"
_Names = dict[str, tuple[str, ...]]
#: Annotations and the documents they speak of.
ANNOTATED = (
    ("sample_gold", ROOT / "corpus" / "sample"),
    ("other_gold", GOLDEN / "other_documents"),
    ("second_gold", GOLDEN / "second_documents"),
    ("third_gold", GOLDEN / "third_documents"),
    ("fourth_gold", GOLDEN / "fourth_documents"),
    ("fifth_gold", GOLDEN / "fifth_documents"),
    ("sixth_gold", GOLDEN / "sixth_documents"),
    ("seventh_gold", GOLDEN / "seventh_documents"),
    ("eighth_gold", GOLDEN / "eighth_documents"),
    ("ninth_gold", GOLDEN / "ninth_documents"),
    ("tenth_gold", GOLDEN / "tenth_documents"),
)


def main(arguments: list[str]) -> None:
    """Print the figures."""
    names = [name for name in arguments if not name.startswith("--")] or list(TABLES)
    nlp = load_model()
    cases = [outcome(case, nlp) for name in names for case in table(name)]
    documents = list(_documents(nlp)) if {"--documents", "--write"} & set(arguments) else []
    counts = {"cases": counted(cases)} | ({"documents": counted(documents)} if documents else {})
    for name, part in counts.items():
        _show(name, part)
    if "--misses" in arguments:
        _misses([*cases, *documents])
    if "--write" in arguments:
        kept = {
            key: {name: part[key] for name, part in counts.items()} for key in ("overall", "constructions", "rules")
        }
        PATH.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        measured.cache_clear()
        confidence_of.cache_clear()
        PAGE.write_text(page(), encoding="utf-8")


def counted(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Count overall, by construction (asked, found, right, made) and by rule.

    A rule counts its attributions that name somebody, right and made, then all of them, right and made.
    """
    overall: dict[str, int] = dict.fromkeys(
        ("expected", "found", "loose", "strict", "named", "named right", "asked by name"), 0
    )
    constructions: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    rules: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for o in outcomes:
        pairs = list(o.matched())
        right = {id(hit[2]) for (speaker, _), hit in pairs if hit and hit[0] == speaker}
        overall["expected"] += len(pairs)
        overall["found"] += len(o.found)
        overall["loose"] += sum(1 for _, hit in pairs if hit)
        overall["strict"] += sum(1 for (_, words), hit in pairs if hit and overlap(words, hit[1]) >= STRICT)
        overall["named"] += sum(1 for speaker, _, _ in o.found if speaker)
        overall["named right"] += sum(1 for (speaker, _), hit in pairs if speaker and hit and hit[0] == speaker)
        overall["asked by name"] += sum(1 for (speaker, _), _ in pairs if speaker)
        row = constructions[o.case.construction]
        for at, number in enumerate((len(pairs), sum(1 for _, hit in pairs if hit), len(right), len(o.found))):
            row[at] += number
        for speaker, _, quotation in o.found:
            count = rules[quotation.provenance.rule]
            named, good = bool(speaker), id(quotation) in right
            for at, number in enumerate((named and good, named, good, True)):
                count[at] += number
    return {"overall": overall, "constructions": dict(constructions), "rules": dict(rules)}


def _documents(nlp: "Language") -> Iterator[Outcome]:
    """Read the annotated documents; what their gold holds for doubtful counts neither for nor against."""
    for gold_name, folder in ANNOTATED:
        path = GOLDEN / gold_name / "quotations.json"
        gold = json.loads(path.read_text(encoding="utf-8"))["quotations"] if path.exists() else []
        sources = find_sources([folder])[0] if gold else ()
        found = _found([parse(read_document(s, document_ids([s.name])[s.name]), nlp) for s in sources])
        for source, (quotations, names) in zip(sources, found, strict=True):
            document = source.name.split("_")[0]
            rows = [row for row in gold if row["doc"] == document]
            raw = source.path.read_bytes().decode()
            said = [(g["speaker"], _plain(raw[g["start"] : g["end"]]), g["confidence"]) for g in rows]
            yield _judged(f"{gold_name.removesuffix('_gold')} {document}", raw, said, quotations, names)


def _judged(
    name: str,
    raw: str,
    said: list[tuple[str | None, str, str]],
    found: tuple[tuple[str | None, str, Quotation], ...],
    names: _Names,
) -> Outcome:
    doubtful = [words for _, words, confidence in said if confidence != "high"]
    kept = tuple(f for f in found if all(overlap(words, f[1]) < LOOSE for words in doubtful))
    sure = tuple((_like(speaker, kept, names), words) for speaker, words, confidence in said if confidence == "high")
    return Outcome(Case(name, raw, sure), kept)


def _plain(words: str) -> str:
    return re.sub(r"<[^>]+>", "", words)


def _found(documents: Sequence[Parsed]) -> Iterator[tuple[tuple[tuple[str | None, str, Quotation], ...], _Names]]:
    """Read the documents of a set as a base does: each alone, then the speakers that another one names.

    With each document go the other names of those whom it alone does not name.
    """
    alone: list[Extraction] = []
    owner: dict[str, Entity] = {}
    for parsed in documents:
        partial = read_entities(parsed)
        entities = resolve((partial,))
        owner |= {mention: entity for entity in entities for mention in entity.mentions}
        alone.append(replace(partial, quotations=find_quotations(parsed, partial, entities)))
    everyone = resolve(alone)
    whole = {mention: entity for entity in everyone for mention in entity.mentions}
    for extraction in told_elsewhere(Knowledge(tuple(alone), everyone)):
        others = [q for q in extraction.quotations if "-elsewhere" in q.provenance.rule]
        who = owner | {q.speaker: whole[q.speaker] for q in others if q.speaker}
        names = {who[q.speaker].label: who[q.speaker].aliases for q in others if q.speaker}
        told = ((who[q.speaker].label if q.speaker in who else None, q) for q in extraction.quotations)
        yield tuple((speaker, extraction.document.quote(q.span), q) for speaker, q in told), names


def _like(speaker: str | None, found: tuple[tuple[str | None, str, Quotation], ...], names: _Names) -> str | None:
    """Give a speaker of the gold the label that this document alone gives him (another spelling of his name)."""
    labels = {
        label
        for label, _, _ in found
        if label and speaker
        if any(_same(name.lower(), speaker.lower()) for name in (label, *names.get(label, ())))
    }
    return labels.pop() if len(labels) == 1 else speaker


def _same(left: str, right: str) -> bool:
    """Tell two spellings of a name, or one without its kind: « Sans pylône », « Collectif Sans pylône »."""
    short, long = sorted((set(left.split()), set(right.split())), key=len)
    return ratio(left, right) > SAME_NAME or (len(short) > 1 and short <= long)


def _show(name: str, part: dict[str, Any]) -> None:
    o = part["overall"]
    print(f"{name}: {o['expected']} expected, {o['found']} found")
    for label in ("loose", "strict"):
        precision, recall = o[label] / max(1, o["found"]), o[label] / max(1, o["expected"])
        print(f"{label:7} P {precision:.3f} R {recall:.3f} F1 {2 * o[label] / max(1, o['found'] + o['expected']):.3f}")
    precision, recall = o["named right"] / max(1, o["named"]), o["named right"] / max(1, o["asked by name"])
    print(f"precision when named {precision:.3f} ({o['named right']}/{o['named']}), recall of named {recall:.3f}")
    for construction, (asked, _, right, made) in sorted(part["constructions"].items()):
        print(f"  {construction:32} right {right}, expected {asked}, made {made}")
    for rule, (named_right, named, good, total) in sorted(part["rules"].items()):
        print(f"  {rule:36} {good}/{total}, of which named {named_right}/{named}")


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
