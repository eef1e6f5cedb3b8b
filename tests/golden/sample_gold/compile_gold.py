"""Write the gold annotations of a set of documents: offsets are found from the quoted words, never typed.

    python tests/golden/sample_gold/compile_gold.py            write the seven JSON files of the sample corpus
    python tests/golden/sample_gold/compile_gold.py --check    fail if a file differs from what would be written
    python tests/golden/sample_gold/compile_gold.py --gold tests/golden/other_gold --documents FOLDER [--check]

The annotations are the files of `source/` in the folder of the gold; offsets count the characters of the source
files, decoded as UTF-8 without newline translation. Words that are not found, or found twice where one place is
meant, stop the run.
"""

import argparse
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[2] / "corpus" / "sample"
Row = dict[str, Any]


def read_options() -> argparse.Namespace:
    """Return the folders of the gold and of the documents, and whether to check only."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=HERE)
    parser.add_argument("--documents", type=Path, default=SAMPLE)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


OPTIONS = read_options()
SOURCE = OPTIONS.gold / "source"


def read_documents() -> dict[str, str]:
    """Return the raw text of each report under its number (`s01`)."""
    return {p.name.split("_")[0]: p.read_bytes().decode("utf-8") for p in sorted(OPTIONS.documents.iterdir())}


def read_rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a table of `source/`, filled up to `columns` cells; `\\t` is a tab, `\\p` a bar."""
    for line in (SOURCE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            cells = [cell.strip().replace("\\t", "\t").replace("\\p", "|") for cell in line.split("|")]
            if len(cells) > columns:
                raise SystemExit(f"{name}: too many cells in {line!r}")
            yield cells + [""] * (columns - len(cells))


def as_pattern(words: str) -> str:
    """Turn words into a pattern where a space stands for any white space but a tab."""
    return r"[^\S\t]+".join(re.escape(w) for w in words.split(" "))


def find_once(text: str, words: str, doc: str) -> tuple[int, int]:
    """Return the one place of `words`, or of the span « first words ... last words »."""
    first, _, last = words.partition(" ... ")
    found = list(re.finditer(as_pattern(first), text))
    if len(found) != 1:
        raise SystemExit(f"{doc}: {len(found)} places for {first!r}")
    start, end = found[0].span()
    if last:
        close = re.compile(as_pattern(last)).search(text, end)
        if close is None or close.end() - start > 3000:
            raise SystemExit(f"{doc}: no end {last!r} after {first!r}")
        end = close.end()
    return start, end


def line_of(text: str, start: int) -> int:
    """Return the line number, from 1."""
    return text.count("\n", 0, start) + 1


def variants(documents: dict[str, str], forms: str) -> list[Row]:
    """Return where each written form stands: everywhere, or in the document (and place) that it names."""
    rows = []
    for form in forms.split(";"):
        only, _, rest = form.partition(":") if re.match(r"[a-z]\d\d:", form) else ("", "", form)
        place = re.search(r"\[(.+?)\]", rest)
        surface, hits = (place[1] if place else rest), 0
        for doc, text in documents.items():
            if only and doc != only:
                continue
            if place:
                start, _ = find_once(text, rest.replace("[", "").replace("]", ""), doc)
                offsets = [start + place.start()]
            else:
                offsets = [m.start() for m in re.finditer(rf"(?<![\w-]){as_pattern(surface)}(?![\w-])", text)]
            hits += len(offsets)
            if offsets:
                rows.append(
                    {
                        "doc": doc,
                        "surface": surface,
                        "offsets": offsets,
                        "lines": [line_of(text, o) for o in offsets],
                        "scope": "context" if place else "all",
                    }
                )
        if not hits:
            raise SystemExit(f"{form!r} stands nowhere")
    return sorted(rows, key=lambda r: (r["doc"], r["offsets"]))


def people(documents: dict[str, str]) -> Row:
    """Return people.json: names, written forms, roles."""
    rows = []
    for number, (name, gender, forms, roles, confidence) in enumerate(read_rows("people.psv", 5), 1):
        found, stated = variants(documents, forms), []
        for role in filter(None, roles.split(";")):
            doc, words, organisation = re.fullmatch(r"([a-z]\d\d): (.+?) = ?(.*)", role).groups()  # type: ignore[union-attr]
            spot = re.search(as_pattern(words), documents[doc])
            anchors = [o for v in found if v["doc"] == doc for o in v["offsets"]]
            near = [m.start() for m in re.finditer(as_pattern(words), documents[doc])]
            if spot is None:
                near = [m.start() for m in re.finditer(as_pattern(words.split(" ")[0]), documents[doc], re.I)]
            if not near:
                raise SystemExit(f"{name}: role {words!r} is not in {doc}")
            start = min(near, key=lambda s: min(abs(s - a) for a in anchors))
            stated.append(
                {"doc": doc, "text": words.replace("*", ""), "start": start, "organisation": organisation.strip()}
            )
        rows.append(
            {
                "id": f"PS{number:02}",
                "canonical": name,
                "confidence": confidence or "high",
                "gender": gender,
                "variants": found,
                "docs": sorted({v["doc"] for v in found}),
                "roles": stated,
            }
        )
    apart = list(read_rows("apart.psv", 4))
    return {
        "people": rows,
        "near_misses_do_not_merge": [{"a": a, "b": b, "why": why} for kind, a, b, why in apart if kind == "person"],
        "not_people": [{"doc": d, "surface": s, "why": why} for kind, d, s, why in apart if kind == "not a person"],
    }


def organisations(documents: dict[str, str]) -> Row:
    """Return organisations.json."""
    rows = []
    for number, (name, acronym, kind, forms, confidence) in enumerate(read_rows("organisations.psv", 5), 1):
        found = variants(documents, forms)
        rows.append(
            {
                "id": f"OS{number:02}",
                "canonical": name,
                "acronyms": [acronym] if acronym else [],
                "kind": kind,
                "docs": sorted({v["doc"] for v in found}),
                "variants": found,
                "confidence": confidence or "high",
            }
        )
    apart = list(read_rows("apart.psv", 4))
    return {
        "organisations": rows,
        "do_not_merge": [[a, b] for kind, a, b, _ in apart if kind == "organisation"],
        "not_organisations": [
            {"doc": d, "surface": s, "why": w} for kind, d, s, w in apart if kind == "not an organisation"
        ],
    }


def places(documents: dict[str, str]) -> Row:
    """Return places.json."""
    rows = []
    for number, (name, kind, forms, within) in enumerate(read_rows("places.psv", 4), 1):
        found = variants(documents, forms)
        rows.append(
            {
                "id": f"LS{number:02}",
                "name": name,
                "kind": kind,
                "docs": sorted({v["doc"] for v in found}),
                "variants": found,
                "within": within or None,
                "confidence": "high",
            }
        )
    return {"places": rows}


def concepts(_: dict[str, str]) -> Row:
    """Return concepts.json: labels alone, to read the answers that name a concept."""
    return {
        "concepts": [
            {"id": f"CS{number:02}", "prefLabel": label, "altLabels": other.split(";")}
            for number, (label, other) in enumerate(read_rows("concepts.psv", 2), 1)
        ]
    }


def events(documents: dict[str, str]) -> Row:
    """Return events.json."""
    rows = []
    for key, doc, name, kind, parent, date, place, words in read_rows("events.psv", 8):
        start, end = find_once(documents[doc], words, doc)
        rows.append(
            {
                "id": key,
                "name": name,
                "doc": doc,
                "kind": kind,
                "parent": parent or None,
                "date": date or None,
                "venue": place or None,
                "evidence": [{"start": start, "text": documents[doc][start:end]}],
            }
        )
    return {"events": sorted(rows, key=lambda r: r["id"])}


def quotations(documents: dict[str, str]) -> Row:
    """Return quotations.json: who said what, and guillemets that nobody says."""
    rows, titles = [], []
    for number, (doc, kind, speaker, difficulty, cue, words, confidence) in enumerate(
        read_rows("quotations.psv", 7), 1
    ):
        text = documents[doc]
        start, end = find_once(text, words, doc)
        rows.append(
            {
                "id": f"SS{number:03}",
                "doc": doc,
                "speaker": None if speaker == "none" else speaker,
                "type": kind,
                "start": start,
                "end": end,
                "line": line_of(text, start),
                "first12": " ".join(text[start:end].split()[:12]),
                "crosses_blank_line": "\n\n" in text[start:end],
                "cue": {"text": cue},
                "difficulty": difficulty,
                "confidence": confidence or "high",
            }
        )
    for doc, words, why in read_rows("titles_in_guillemets.psv", 3):
        place = re.search(r"«\s*" + as_pattern(words), documents[doc])
        if place is None:
            raise SystemExit(f"{doc}: no guillemets around {words!r}")
        titles.append({"doc": doc, "start": place.start(), "text": words, "why": why})
    return {
        "scope": {doc: [[0, 1_000_000_000]] for doc in documents},
        "quotations": rows,
        "guillemets_that_are_not_quotations": titles,
    }


def questions(documents: dict[str, str]) -> Row:
    """Return questions.json."""
    rows = []
    for number, q in enumerate(tomllib.loads((SOURCE / "questions.toml").read_text(encoding="utf-8"))["questions"], 1):
        evidence = []
        for item in q.get("evidence", []):
            doc, _, words = item.partition(": ")
            start, end = find_once(documents[doc], words, doc)
            evidence.append(
                {
                    "doc": doc,
                    "start": start,
                    "line": line_of(documents[doc], start),
                    "first10": documents[doc][start:end],
                }
            )
        row = {
            "id": f"QS{number:02}",
            "question": q["question"],
            "type": q["type"],
            "gold": {"entities": q.get("entities", []), "value": q.get("value")},
            "acceptable_extra": q.get("extra", []),
            "evidence": evidence,
            "difficulty": q["difficulty"],
        }
        row |= {k: q[k] for k in ("must", "first", "yes_no", "note") if k in q}
        if "avoid" in q:
            row["wrong_answers_to_avoid"] = q["avoid"]
        rows.append(row)
    return {"questions": rows}


FILES = {
    "people.psv": people,
    "organisations.psv": organisations,
    "places.psv": places,
    "concepts.psv": concepts,
    "events.psv": events,
    "quotations.psv": quotations,
    "questions.toml": questions,
}


def compile_gold() -> dict[str, str]:
    """Return the text of each JSON file under its name."""
    documents = read_documents()
    made = {f.__name__: f(documents) for name, f in FILES.items() if (SOURCE / name).exists()}
    known = {r["canonical"] for kind in ("people", "organisations") for r in made[kind][kind]}
    known |= {r["name"] for r in made.get("places", {"places": []})["places"]}
    named = defaultdict(list)
    for q in made["quotations"]["quotations"]:
        named[q["speaker"]].append(q["id"])
    for q in made.get("questions", {"questions": []})["questions"]:
        for entity in [*q["gold"]["entities"], *q["acceptable_extra"], *q.get("wrong_answers_to_avoid", [])]:
            named[entity].append(q["id"])
    if unknown := {n: ids for n, ids in named.items() if n is not None and n not in known}:
        raise SystemExit(f"unknown names: {unknown}")
    return {name: json.dumps(data, ensure_ascii=False, indent=1) + "\n" for name, data in made.items()}


if __name__ == "__main__":
    for name, body in compile_gold().items():
        path = OPTIONS.gold / f"{name}.json"
        if not OPTIONS.check:
            path.write_text(body, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != body:
            raise SystemExit(f"{path.name} differs: run compile_gold.py")
