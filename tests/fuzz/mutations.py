"""Damaged copies of a file, the same for the same seed."""

import io
import random
import zipfile

#: What breaks readers: limits, marks, signs of other formats, text that is no text.
_BAD = (
    b"\x00", b"\xff" * 40, b"\xc3", b"\xe2\x80\xae", b"]]>", b"<!--", b"<![CDATA[", b"&x;",
    b"&#0;", b"&#xFFFFFFFF;",
    b"<" * 300, b"(" * 300, b"[" * 300, b"*" * 300, b"|" * 300, b"\t" * 300, b"{\\" * 100,
    b"{\\u-99999?", b"\\bin999999 ",
    b"<div>" * 300, b"</w:p>", b"<w:tbl>", b"<table><tr>",
    b"-\n", b"---\n", b"%PDF-1.7\n", b"PK\x03\x04", b"\r", b"\x1a",
    b"999999999999999999999", b"-1", b"0 0 R", b"endobj", b'"', b"\n\n\n",
    b"\xef\xbb\xbf", b"\xff\xfe", b"../../etc/passwd",
    b'<!DOCTYPE a [<!ENTITY b "c">]>', b"U'a lUe \xe2\x82\xactre ",
)  # fmt: skip


def mutant(data: bytes, seed: str) -> bytes:
    """Return one damaged copy of a file; the members of a package are damaged one time in two."""
    choice = random.Random(seed)
    if data.startswith(b"PK\x03\x04") and choice.random() < 0.5:
        return _package(data, choice)
    return _damaged(data, choice)


def _damaged(data: bytes, choice: random.Random) -> bytes:
    for _ in range(choice.choice((1, 1, 2, 4, 12))):
        at = choice.randrange(len(data) + 1)
        length = choice.choice((1, 2, 8, 60, 600))
        kind = choice.randrange(6)
        if kind == 0:
            data = data[:at] + data[at + length :]
        elif kind == 1:
            data = data[:at] + choice.choice(_BAD) + data[at:]
        elif kind == 2:
            data = data[:at] + choice.randbytes(length) + data[at + length :]
        elif kind == 3:
            data = data[:at] + data[at : at + length] * choice.choice((2, 30)) + data[at:]
        elif kind == 4:
            data = data[:at] if choice.random() < 0.3 else data
        else:
            other = choice.randrange(len(data) + 1)
            data = data[:at] + data[other : other + length] + data[at:]
    return data


def _package(data: bytes, choice: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist())
        touched = choice.choice([name for name in names if name.endswith(".xml")] or names)
        for name in names:
            content = old.read(name)
            if name != touched or choice.random() < 0.9:
                new.writestr(name, _damaged(content, choice) if name == touched else content)
    return made.getvalue()
