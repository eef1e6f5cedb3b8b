"""What a PDF tells of itself, when it makes sense: programs put file names and « Microsoft Word - … » there."""

import re

_PROGRAM = re.compile(
    r"microsoft\s|powerpoint|word\s?-|writer|untitled|sans (?:titre|nom)|document\d*$|libreoffice", re.I
)
_FILE = re.compile(r"\.(?:docx?|odt|rtf|pdf|indd|qxd|pptx?|xlsx?|tmp|html?|tex)$", re.IGNORECASE)
_DATE = re.compile(r"(?:D:)?((?:19|20)\d{2})(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?")


def told_title(metadata: dict[str, str]) -> str | None:
    """Return the title of the metadata, unless it is a program's or a file's name."""
    title = " ".join(metadata.get("Title", "").split())
    if len(title) < 4 or len(title) > 300 or _PROGRAM.search(title) or _FILE.search(title):
        return None
    return title if " " in title and re.search(r"[^\W\d_]{3}", title) else None


def told_date(metadata: dict[str, str]) -> str | None:
    """Return the day on which the file was made."""
    found = _DATE.match(metadata.get("CreationDate", "").strip())
    return "-".join(part for part in found.groups() if part) if found else None


def told_authors(metadata: dict[str, str]) -> tuple[str, ...]:
    """Return the author of the metadata, unless it is the login of an account."""
    author = " ".join(metadata.get("Author", "").split())
    if " " not in author or len(author) > 200 or _PROGRAM.search(author) or not re.search(r"[^\W\d_]{2}", author):
        return ()
    return tuple(name.strip() for name in author.split(";") if name.strip())
