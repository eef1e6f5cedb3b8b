"""The process that parses PDF files, started once and replaced when it crashes, hangs or has served long enough."""

import atexit
import contextlib
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Literal

from corpus.pdf.child import CODE, END, HEADER, LENGTH
from corpus.pdf.limits import OUTPUT

_CHILD = str(Path(__file__).with_name("child.py"))
#: Files that one process reads: what a library leaks is given back.
_MOST_FILES = 100
_BLOCK = 1 << 18
_LOCK = threading.Lock()


class _Child:
    """A running process, of this process alone."""

    def __init__(self) -> None:
        self.parent, self.served = os.getpid(), 0
        command = [sys.executable, "-P", _CHILD, *sys.path]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )

    def end(self) -> int:
        """End the process; return its exit code."""
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        return self.process.wait()

    def read(self, deadline: float) -> tuple[int | None, bytes]:
        """Return the code and the chunks of an answer; the code is missing when the time or the room is over.

        Raises `EOFError` with the chunks when the process ends in the middle.
        """
        assert self.process.stdout is not None
        source = self.process.stdout.fileno()
        held, chunks, size = bytearray(), bytearray(), 0
        while size <= OUTPUT:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([source], [], [], left)[0]:
                return None, bytes(chunks)
            block = os.read(source, _BLOCK)
            if not block:
                raise EOFError(bytes(chunks))
            size += len(block)
            held += block
            at = 0
            while len(held) - at >= LENGTH.size:
                length = LENGTH.unpack_from(held, at)[0]
                start = at + LENGTH.size
                if length == END:
                    if len(held) - start < CODE.size:
                        break
                    return CODE.unpack_from(held, start)[0], bytes(chunks)
                if len(held) - start < length:
                    break
                chunks += held[start : start + length]
                at = start + length
            del held[:at]
        return None, bytes(chunks)


_RUNNING: list[_Child] = []


def run_child(task: Literal["text", "image"], number: int, data: bytes, *, seconds: float) -> tuple[int | None, bytes]:
    """Run a task on a PDF from a page on; return the code, nothing when its time was over, and what was written.

    A negative code, or one above 5, is that of a crash.
    """
    with _LOCK:
        child = _child()
        child.served += 1
        deadline = time.monotonic() + seconds
        try:
            _ask(child, HEADER.pack(task[:1].encode(), number, len(data)), data)
            code, written = child.read(deadline)
        except (BrokenPipeError, EOFError) as error:
            written = error.args[0] if isinstance(error, EOFError) else b""
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(1)  # its own end, not ours, tells why
            _RUNNING.clear()
            return child.end() or -1, written
        if code is None or child.served >= _MOST_FILES:
            _RUNNING.clear()
            child.end()
        return code, written


def _ask(child: _Child, *parts: bytes) -> None:
    assert child.process.stdin is not None
    for part in parts:
        view = memoryview(part)
        while view:
            view = view[child.process.stdin.write(view) or 0 :]


def _child() -> _Child:
    """Return the process that runs, or a new one; that of another process is left to it."""
    if _RUNNING and (_RUNNING[0].parent != os.getpid() or _RUNNING[0].process.poll() is not None):
        _RUNNING.clear()
    if not _RUNNING:
        _RUNNING.append(_Child())
    return _RUNNING[0]


@atexit.register
def stop() -> None:
    """End the process, if this one started it."""
    if _RUNNING and _RUNNING[0].parent == os.getpid():
        _RUNNING.pop().end()
