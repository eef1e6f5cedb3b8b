"""What the reader understood of a file: its outline, tables, labels, passages, repairs and warnings."""

import json
from pathlib import Path
from typing import Any

import click

from corpus import Document, Span, contradictions, document_dates, labels, reading, split, tables
from corpus.readers import document_ids, read_document
from corpus.sources import find_sources
from kg.errors import UsageError
from kg.screen.terminal import on_line

_LONGEST = 150
_MOST_ROWS = 5
_BOXES = {"box": "encadré", "quotation": "citation", "interview": "entretien"}
_LANGUAGES = {"fr": "français", "es": "espagnol", "en": "anglais", "de": "allemand", "it": "italien", "pt": "portugais"}


def read_file(path: Path) -> list[Document]:
    """Read the documents of one file: one, or those of an archive or a workbook.

    Raises `UsageError` when it is a folder, is missing or is of no known format, `CorpusError` when it cannot be read.
    """
    if path.is_dir():
        raise UsageError(f"« {path} » est un dossier : un seul fichier était attendu. Pour un dossier : palabre build.")
    sources, problems = find_sources([path])
    if not sources:
        raise UsageError(problems[0].message)
    ids = document_ids(source.name for source in sources)
    return [read_document(source, ids[source.name]) for source in sources]


def show_reading(document: Document, *, as_json: bool) -> None:
    """Print what was understood of one document."""
    told = reading_json(document)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.secho(on_line(document.title), bold=True)
    language = _LANGUAGES.get(document.lang, document.lang)
    click.echo(f"{on_line(document.source)} ({document.media_type}), {document.date or 'sans date'}, {language}")
    if document.authors:
        click.echo(f"Auteurs : {on_line(', '.join(document.authors))}")
    _section("Avertissements", [on_line(warning) for warning in document.warnings])
    _section("Plan", [f"{'  ' * (heading.level - 1)}{on_line(heading.title)}" for heading in document.outline])
    _section("Dates", [_date(date) for date in told["dates"]])
    _section("Dates qui se contredisent", [f"{a} et {b}" for a, b in told["contradictions"]])
    _section("Étiquettes", [f"{_short(line['label'])} : {_short(line['value'])}" for line in told["labels"]])
    for number, table in enumerate(told["tables"], start=1):
        _table(number, table)
    _section("Notes", [f"{note['mark']} {_short(note['text'])}".strip() for note in told["notes"]])
    _section("Légendes", [_short(caption["text"]) for caption in told["captions"]])
    _section("Encadrés, citations et entretiens", [_box(box) for box in told["boxes"]])
    _section(
        "Réparations",
        [f"{_short(r['text'])} → {_short(r['reading'])}   ({_short(r['around'])})" for r in told["repairs"]],
    )
    _section("Passages", [_passage(passage) for passage in told["passages"]])


def reading_json(document: Document) -> dict[str, Any]:
    """Return what was understood of a document; each part has the offsets at which it stands in `text`."""
    apart = [*document.captions, *(note.span for note in document.notes)]
    dates = [
        date
        for date in document_dates(document.text)
        if not any(span.start <= date.mention.start < span.end for span in apart)
    ]
    names = ("id", "source", "title", "date", "lang", "media_type", "sha256", "authors", "pages", "warnings", "text")
    return {name: getattr(document, name) for name in names} | {
        "outline": [
            _place(heading.span) | {"level": heading.level, "title": heading.title} for heading in document.outline
        ],
        "labels": [
            {"label": document.quote(line.label), "value": reading(document, line.value)} | _place(line.value)
            for line in labels(document)
        ],
        "tables": [
            _place(table.span)
            | {"header": [document.quote(cell) for cell in table.header]}
            | {"rows": [[document.quote(cell) for cell in row] for row in table.rows]}
            for table in tables(document)
        ],
        "dates": [
            {"kind": date.kind, "first": date.mention.first, "last": date.mention.last, "precision": date.precision}
            | {"text": document.text[date.mention.start : date.mention.end]}
            | {"start": date.mention.start, "end": date.mention.end}
            for date in dates
        ],
        "contradictions": [[a.first, b.first] for a, b in contradictions(dates)],
        "notes": [_quoted(document, note.span) | {"mark": note.mark} for note in document.notes],
        "captions": [_quoted(document, caption) for caption in document.captions],
        "boxes": [_quoted(document, box.span) | {"kind": box.kind, "title": box.title} for box in document.boxes],
        "repairs": [
            _quoted(document, repair.span) | {"reading": repair.reading, "around": _around(document, repair.span)}
            for repair in document.repairs
        ],
        "passages": [
            _place(passage.span) | {"text": passage.text, "headings": list(passage.headings), "lang": passage.lang}
            for passage in split(document)
        ],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _quoted(document: Document, span: Span) -> dict[str, Any]:
    return _place(span) | {"text": document.quote(span)}


def _around(document: Document, span: Span) -> str:
    """Return the repaired words around a repair."""
    start = document.text.rfind(" ", 0, max(0, span.start - 10)) + 1
    end = document.text.find(" ", min(len(document.text), span.end + 10))
    return reading(document, Span(document.id, start, end if end >= 0 else len(document.text)))


def _box(box: dict[str, Any]) -> str:
    title = on_line(box["title"])
    title = f"{title if '«' in title else f'« {title} »'} : " if title else ""
    return f"{_BOXES[box['kind']]} {title}{_short(box['text'])}"


def _section(title: str, lines: list[str]) -> None:
    if lines:
        click.secho(f"\n{title} ({len(lines)})", bold=True)
    for line in lines:
        click.echo(f"  {line}")


def _date(date: dict[str, Any]) -> str:
    of = "de l'événement" if date["kind"] == "event" else "du document"
    last = f" – {date['last']}" if date["last"] else ""
    return f"{date['first']}{last} {of} (« {on_line(date['text'])} »)"


def _table(number: int, table: dict[str, Any]) -> None:
    rows = [" | ".join(on_line(cell) for cell in row) for row in table["rows"]]
    click.secho(f"\nTableau {number} ({len(rows)} lignes)", bold=True)
    if table["header"]:
        click.echo(f"  [{_short(' | '.join(table['header']))}]")
    for row in rows[:_MOST_ROWS]:
        click.echo(f"  {_short(row)}")
    if len(rows) > _MOST_ROWS:
        click.echo(f"  … et {len(rows) - _MOST_ROWS} autres (--json les donne toutes)")


def _passage(passage: dict[str, Any]) -> str:
    lang = "" if passage["lang"] == "fr" else f"[{_LANGUAGES.get(passage['lang'], passage['lang'])}] "
    above = f"{_short(passage['headings'][-1])} > " if passage["headings"] else ""
    return f"{passage['start']}-{passage['end']} {lang}{above}{_short(passage['text'])}"


def _short(text: str) -> str:
    words = on_line(text)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
