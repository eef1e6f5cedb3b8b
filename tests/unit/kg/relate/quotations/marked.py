"""Marked texts: `[[speaker|what is said]]`, read into documents with the mentions of imaginary people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Span
from corpus.assembly import Origin
from corpus.readers.text import read_text
from kg.extract.parse import Parsed, parse
from kg.relate.quotations import find_quotations
from kg.types import Entity, Extraction, Kind, Mention, Provenance, Quotation, Role

if TYPE_CHECKING:
    from spacy.language import Language

CASES = Path(__file__).parent / "cases"
#: Every table of marked cases; those whose name holds « documents » have several paragraphs a case.
TABLES = (
    "sentences.txt",
    "documents.txt",
    "unseen.txt",
    "constructions.txt",
    "held_out.txt",
    "more_documents.txt",
    "last_third.txt",
    "mended.txt",
    "fresh_third.txt",
    "fresh_fourth.txt",
    "carried_on.txt",
    "stances.txt",
    "labels_and_idioms.txt",
    "told_in_nouns.txt",
    "set_apart_documents.txt",
    "idioms_and_crowds.txt",
    "manners_and_parts.txt",
    "paragraphs_documents.txt",
)
_REST = "La salle se vide peu à peu et le buffet commence dans le hall voisin."
_MARK = re.compile(r"\[\[(?P<who>[^|\]]+)\|(?P<said>[^\]]*)\]\]")


@dataclass(frozen=True)
class Case:
    """A text and what is said in it, by whom (None: nobody is named)."""

    construction: str
    text: str
    said: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class Person:
    """An imaginary person, organisation or place."""

    label: str
    kind: Kind
    gender: str | None
    names: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]


def sentences(name: str = "sentences.txt") -> list[Case]:
    """Read the table of sentences: construction, tab, marked text (`¶` breaks the paragraph)."""
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [_case(*row.split("\t", 1)) for row in rows if row and not row.startswith("#")]


def documents(name: str = "documents.txt") -> list[Case]:
    """Read the documents of several paragraphs."""
    parts = re.split(r"^=== (.+)\n", (CASES / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_case(title, body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def table(name: str) -> list[Case]:
    """Read a table of sentences or of documents, by its name."""
    return documents(name) if "document" in name else sentences(name)


def _case(construction: str, marked: str) -> Case:
    text = marked.replace("¶", "\n\n")
    said = tuple((None if m["who"] == "-" else m["who"], m["said"]) for m in _MARK.finditer(text))
    return Case(construction, _MARK.sub(lambda m: m["said"], text), said)


def people() -> list[Person]:
    """Read the imaginary people."""
    found = []
    for row in (CASES / "people.psv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            label, kind, gender, names, roles = (cell.strip() for cell in row.split("|"))
            pairs = [tuple(part.strip() for part in role.split("@")) for role in roles.split(";") if role.strip()]
            others = tuple(name for name in names.split(";") if name)
            found.append(Person(label, kind, gender or None, (label, *others), tuple(pairs)))  # type: ignore[arg-type]
    return found


def extraction(parsed: Parsed) -> tuple[Extraction, tuple[Entity, ...]]:
    """Find the imaginary people in a document and make of them what the extraction of entities would."""
    document = parsed.document
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    roster = people()
    for person in roster:
        forms = sorted(
            {*person.names, person.label.upper().split()[-1] and _capitals(person.label)},
            key=lambda name: (-len(name), name),
        )
        found = [
            Mention(Span(document.id, m.start(), m.end()), person.kind, " ".join(m[0].split()), "test/1")
            for m in re.finditer(r"(?<![\w-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])", document.text)
        ]
        mentions += found
        if found:
            ids = tuple(mention.id for mention in found)
            entities[person.label] = Entity(
                f"{person.kind}:{person.label}",
                person.kind,
                person.label,
                tuple(forms),
                ids,
                person.gender,  # type: ignore[arg-type]
            )
    roles = [
        Role(
            entities[p.label].mentions[0],
            function,
            Provenance(Span(document.id, 0, 1), "test/1"),
            _first(entities, organisation),
        )
        for p in roster
        if p.label in entities
        for function, organisation in p.roles
    ]
    return Extraction(document, mentions=tuple(sorted(mentions)), roles=tuple(roles)), tuple(entities.values())


def _capitals(label: str) -> str:
    first, _, last = label.partition(" ")
    return f"{first} {last.upper()}"


def _first(entities: dict[str, Entity], label: str) -> str | None:
    return entities[label].mentions[0] if label in entities else None


def read(text: str, nlp: "Language") -> Parsed:
    """Parse a text as a document."""
    return parse(read_text(text.encode(), Origin("cas", "cas.md", "0", "text/markdown")), nlp)


@dataclass(frozen=True)
class Outcome:
    """What one case gave: found against expected."""

    case: Case
    found: tuple[tuple[str | None, str, Quotation], ...]

    def matched(self) -> Iterator[tuple[tuple[str | None, str], tuple[str | None, str, Quotation] | None]]:
        """Yield each expected quotation with the found one that shares most of its words."""
        left = list(self.found)
        for speaker, words in self.case.said:
            best = max(left, key=lambda f: overlap(words, f[1]), default=None)
            if best is not None and overlap(words, best[1]) >= 0.3:
                left.remove(best)
                yield (speaker, words), best
            else:
                yield (speaker, words), None

    def invented(self) -> list[tuple[str | None, str, Quotation]]:
        """Return what was found and is not expected."""
        used = [found for _, found in self.matched() if found]
        return [found for found in self.found if found not in used]


def outcome(case: Case, nlp: "Language") -> Outcome:
    """Read a case."""
    text = case.text if case.text.lstrip().startswith("#") else f"## Compte rendu\n\n{case.text}\n\n{_REST}\n"
    parsed = read(text, nlp)
    partial, entities = extraction(parsed)
    owner = {mention: entity.label for entity in entities for mention in entity.mentions}
    quotations = find_quotations(parsed, partial, entities)
    return Outcome(case, tuple((owner.get(q.speaker or ""), parsed.document.quote(q.span), q) for q in quotations))


def overlap(one: str, other: str) -> float:
    """Return the share of words in common, order kept: 1 is the same span."""
    a, b = re.findall(r"\w+", one), re.findall(r"\w+", other)
    if not a or not b:
        return 0.0
    best = 0
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    for at in range(len(long) - len(short) + 1):
        best = max(best, sum(x == y for x, y in zip(short, long[at:], strict=False)))
    return best / len(long)
