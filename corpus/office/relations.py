"""Where the parts of an Office Open XML package stand: each part names the parts that it needs by their role."""

import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.office.package import read_part
from corpus.office.properties import Properties
from corpus.office.xml import local, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The names of the strict variant of the format (ISO/IEC 29500), and those of the usual one.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A package, the name of its main part, and the paths of the other parts by role (`styles`, `footnotes`…)."""

    package: zipfile.ZipFile
    source: str
    main: str
    by_role: dict[str, str]
    by_id: dict[str, str]

    def read_main(self) -> "_Element | None":
        """Return the root of the main part, `None` when the package has none."""
        return _root(self.package, self.main, self.source)

    def read(self, role: str) -> "_Element | None":
        """Return the root of the part that has a role, `None` when the package has none."""
        return _root(self.package, self.by_role.get(role, ""), self.source)


def parts_of(package: zipfile.ZipFile, source: str, usual: str) -> Parts:
    """Follow the relations of a package from its root; `usual` is where the main part stands when it is not told."""
    top = relations(package, "", source)
    main = next((target for role, _, target in top if role == "officeDocument"), usual)
    names = set(package.namelist())
    main = main if main in names else usual
    found = [*relations(package, main, source), *((role, "", target) for role, _, target in top)]
    return Parts(
        package,
        source,
        main,
        {role: target for role, _, target in reversed(found)},
        {number: target for _, number, target in found if number},
    )


def relations(package: zipfile.ZipFile, part: str, source: str) -> list[tuple[str, str, str]]:
    """Return the role, the id and the path of each part that a part needs; those outside the package are left."""
    folder, name = posixpath.split(part)
    root = _root(package, posixpath.join(folder, "_rels", f"{name}.rels"), source)
    found = []
    for node in root if root is not None else ():
        target = node.get("Target", "")
        if node.get("TargetMode") == "External" or not target:
            continue
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found.append((node.get("Type", "").rpartition("/")[2], node.get("Id", ""), path))
    return found


def properties_of(parts: Parts) -> Properties:
    """Return the title, the author and the day of creation that the package tells."""
    root = parts.read("core-properties")
    told = {local(node): (node.text or "").strip() for node in root} if root is not None else {}
    return Properties(told.get("title", ""), told.get("creator", ""), told.get("created", ""))


def _root(package: zipfile.ZipFile, path: str, source: str) -> "_Element | None":
    data = read_part(package, path, source) if path else None
    if data is None:
        return None
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parse(data, source)
