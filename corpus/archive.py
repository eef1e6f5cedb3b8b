"""Sources that hold several documents: the members of an archive, the sheets of a workbook."""

import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.kinds import zipped_kind
from corpus.office.package import DAMAGED, check_totals, damaged, read_part

if TYPE_CHECKING:
    from corpus.sources import Problem, Source

_ZIP = b"PK\x03\x04"
_UTF_8_NAME = 0x800
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST_NAME = 400


def members(source: "Source", problems: "list[Problem]") -> "Iterator[Source]":
    """Yield the documents that a source holds, in order: itself, the members of an archive, the sheets of a workbook.

    Members are named `archive.zip/member` and sheets `classeur.xlsx/feuille`; a workbook with one sheet in use bears
    its own name. What is left out is added to `problems`. Nothing is raised: what cannot be opened is yielded as it
    is, and the error is told when it is read.
    """
    from corpus.sources import Problem

    try:
        with source.path.open("rb") as file:
            if file.read(4) != _ZIP:
                yield source
                return
        with zipfile.ZipFile(source.path) as package:
            kind = zipped_kind(package, source.name)
            found = list(_members(package, source, problems)) if kind == ".zip" else [source]
    except CorpusError as error:
        problems.append(Problem(source.name, str(error)))
    except DAMAGED:
        yield source
    else:
        for inner in found:
            yield from _sheets(inner)


def read_member(source: "Source", largest: int) -> bytes:
    """Return the bytes of a member of an archive.

    Raises `CorpusError` when it is damaged, protected, larger than `largest` bytes or compressed beyond reason.
    """
    try:
        stamp = source.path.stat()
        package = _opened(source.path, (stamp.st_mtime_ns, stamp.st_size, os.getpid()))
        data = read_part(package, source.member, source.name, largest)
    except DAMAGED as error:
        raise damaged(source.name) from error
    if data is None:
        raise damaged(source.name)
    return data


@lru_cache(maxsize=1)
def _opened(path: Path, _: tuple[int, int, int]) -> zipfile.ZipFile:
    """Keep the last archive open: its directory is long to read, and its members are read one after the other.

    The process is part of the key: two that share an open file would move one another's place in it.
    """
    return zipfile.ZipFile(path)


def harmless(name: str) -> str:
    """Return the name of a member as a path that stays where it is: no root, no drive, no `..`, no unseen sign."""
    shown = unicodedata.normalize("NFC", _UNSEEN.sub("", name)).replace("\\", "/")
    parts = [_DRIVE.sub("", part).strip() for part in shown.split("/")]
    return "/".join(part for part in parts if part.strip(". "))[-_LONGEST_NAME:].lstrip("/")


def _members(package: zipfile.ZipFile, source: "Source", problems: "list[Problem]") -> "Iterator[Source]":
    from corpus.readers import READERS
    from corpus.sources import Problem

    check_totals(package.infolist(), source.name)
    taken: set[str] = set()
    for member in sorted(package.infolist(), key=lambda member: (member.filename, member.header_offset)):
        name = harmless(_name(member))
        if member.is_dir() or _is_hidden(name):
            continue
        shown = _apart(f"{source.name}/{name or 'document'}", taken)
        ending = PurePosixPath(name).suffix
        if ending.lower() not in READERS or stat.S_ISLNK(member.external_attr >> 16):
            message = (
                f"« {shown} » est ignoré : un document était attendu, et sa terminaison « {ending} » est inconnue."
            )
            problems.append(Problem(shown, message, failed=False))
        else:
            yield replace(source, name=shown, member=member.filename)


def _name(member: zipfile.ZipInfo) -> str:
    """Read a name that is not marked as UTF-8: it is all the same, or it comes from a French Windows."""
    if member.flag_bits & _UTF_8_NAME:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith((".", "~$")) for part in parts)


def _apart(name: str, taken: set[str]) -> str:
    """Tell two members of one name apart."""
    path, number, shown = PurePosixPath(name), 1, name
    while shown in taken:
        number += 1
        shown = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    taken.add(shown)
    return shown


def _sheets(source: "Source") -> "Iterator[Source]":
    """Yield each sheet in use of a workbook that has several, else the source itself."""
    from corpus.office.workbook import sheets_in_use
    from corpus.sources import read_bytes

    if PurePosixPath(source.member or source.path.name).suffix.lower() not in (".xlsx", ".xlsm"):
        yield source
        return
    try:
        names = sheets_in_use(read_bytes(source), source.name)
    except CorpusError:
        names = []  # told when it is read
    if len(names) < 2:
        yield source
        return
    taken: set[str] = set()
    for name in names:
        yield replace(source, name=_apart(f"{source.name}/{harmless(name) or 'feuille'}", taken), sheet=name)
