"""Read damaged copies of a file, a line a copy: python -m tests.fuzz.run FILE FIRST COUNT [SECONDS].

An outcome is `read`, or `refused` with a message; anything else ends the program.
"""

import contextlib
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import CorpusError, blocks, labels, split, tables
from corpus.office.package import damaged
from corpus.readers import doc, read_document
from corpus.sources import find_sources
from tests.fuzz.mutations import mutant

_CONVERT = doc._convert
#: No copy of a small file takes longer, in seconds, on a busy machine.
LONGEST = 20
#: The same for what another program converts.
LONGEST_CONVERTED = 150
#: Old Word documents that LibreOffice converts in one go: it takes seconds to start.
_AT_ONCE = 50
_SIGNATURE = b"\xd0\xcf\x11\xe0"


def main(path: Path, first: int, count: int, seconds: float = float("inf")) -> None:
    """Read the copies, until the count or the time is spent."""
    started = time.monotonic()
    data = path.read_bytes()
    numbers = range(first, first + count)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, f"copie{path.suffix}")
        for number in numbers:
            if time.monotonic() - started > seconds:
                break
            if path.suffix == ".doc" and (number - first) % _AT_ONCE == 0:
                at_once = {n: mutant(data, f"{path.name}:{n}") for n in numbers[number - first :][:_AT_ONCE]}
                _convert_at_once(at_once, Path(folder))
            copy.write_bytes(mutant(data, f"{path.name}:{number}"))
            signal.alarm(LONGEST_CONVERTED if path.suffix in (".doc", ".png") else LONGEST)
            sys.stdout.write(f"{number} {_outcome(copy)}\n")
            sys.stdout.flush()
            signal.alarm(0)


def _convert_at_once(copies: dict[int, bytes], folder: Path) -> None:
    """Let the reader find the copies converted, or refused; where LibreOffice fails, it converts them one by one."""
    work = Path(tempfile.mkdtemp(dir=folder))
    names: dict[bytes, Path] = {}
    for number, data in copies.items():
        if data.startswith(_SIGNATURE):
            names[data] = work / "made" / f"{number}.odt"
            (work / f"{number}.doc").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", "odt"]
    all_seen = False
    with contextlib.suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            [*command, "--outdir", str(work / "made"), *sorted(map(str, work.glob("*.doc")))],
            timeout=LONGEST_CONVERTED,
            capture_output=True,
            check=False,
        )
        all_seen = done.returncode == 0

    def converted(program: str, data: bytes, place: Path, source: str) -> bytes:
        made = names.get(data)
        if made and made.is_file():
            return made.read_bytes()
        if made and all_seen:
            raise damaged(source)
        return _CONVERT(program, data, place, source)

    doc.__dict__["_convert"] = converted  # the reader of this process only


def _outcome(copy: Path) -> str:
    sources, problems = find_sources([copy])
    if not sources and not any(problem.message.strip() for problem in problems):
        return "lost"
    for source in sources:
        try:
            document = read_document(source, "copie")
        except CorpusError as error:
            assert "«" in str(error), error
            continue
        found = blocks(document)
        assert all(0 <= block.span.start < block.span.end <= len(document.text) for block in found)
        split(document), tables(document), labels(document)
    return "read"


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:4]), *map(float, sys.argv[4:5]))
