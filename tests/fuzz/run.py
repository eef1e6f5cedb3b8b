"""Read damaged copies of a file, a line a copy: python -m tests.fuzz.run FILE FIRST COUNT [SECONDS].

An outcome is `read`, or `refused` with a message; anything else ends the program.
"""

import signal
import sys
import tempfile
import time
from pathlib import Path

from corpus import CorpusError, blocks, labels, split, tables
from corpus.readers import read_document
from corpus.sources import find_sources
from tests.fuzz.mutations import mutant

#: No copy of a small file takes longer, in seconds, on a busy machine.
LONGEST = 20
#: The same for what another program converts.
LONGEST_CONVERTED = 150


def main(path: Path, first: int, count: int, seconds: float = float("inf")) -> None:
    """Read the copies, until the count or the time is spent."""
    started = time.monotonic()
    data = path.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, f"copie{path.suffix}")
        for number in range(first, first + count):
            if time.monotonic() - started > seconds:
                break
            copy.write_bytes(mutant(data, f"{path.name}:{number}"))
            signal.alarm(LONGEST_CONVERTED if path.suffix in (".doc", ".png") else LONGEST)
            sys.stdout.write(f"{number} {_outcome(copy)}\n")
            sys.stdout.flush()
            signal.alarm(0)


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
