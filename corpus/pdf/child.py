"""The process that parses PDF files, one after the other; its arguments are `sys.path`.

It is asked by a header (task, page, length) and the bytes of a PDF, and answers by chunks, each after its length, then
by the mark of the end and a code: 0 when the task went to its end, 4 when the file is encrypted, 5 when it is no
readable PDF. `text` writes one frame for the document and one for each page from there on; `image` draws one page. What
hangs, crashes or swallows memory here is ended by the parent, which keeps the chunks already written.
"""

import struct
import sys
from typing import BinaryIO

#: Task (`t` or `i`), page, length of the PDF.
HEADER = struct.Struct("<cIQ")
LENGTH = struct.Struct("<I")
CODE = struct.Struct("<i")
#: Stands for the length of a chunk when there is none any more.
END = 0xFFFFFFFF


class Answer:
    """Writes chunks, each after its length."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output

    def write(self, data: "bytes | memoryview") -> None:
        """Write one chunk at once."""
        self._output.write(LENGTH.pack(len(data)))
        self._output.write(data)

    def flush(self) -> None:
        """Send what is written."""
        self._output.flush()


def main() -> int:
    """Answer until the input ends."""
    sys.path[:] = sys.argv[1:]
    from corpus.pdf.extraction import draw, write_pages

    _bound()
    asked, output = sys.stdin.buffer, sys.stdout.buffer
    while len(header := asked.read(HEADER.size)) == HEADER.size:
        task, number, length = HEADER.unpack(header)
        data = asked.read(length)
        answer = Answer(output)
        code = draw(data, number, answer) if task == b"i" else write_pages(data, number, answer)
        output.write(LENGTH.pack(END) + CODE.pack(code))
        output.flush()
    return 0


def _bound() -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    from corpus.pdf.limits import MEMORY

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
