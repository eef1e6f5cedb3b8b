"""The process that parses one PDF: its arguments are a task, its page, then `sys.path`; the PDF is the input.

`text PAGE` writes one frame for the document and one for each page from there on; `image PAGE` draws one. What hangs,
crashes or swallows memory here is ended by the parent, which keeps the frames already written.
"""

import sys


def main() -> int:
    """Do the task; 0 when it went to its end, 4 when the file is encrypted, 5 when it is no readable PDF."""
    task, number, *path = sys.argv[1:]
    sys.path[:] = path
    from corpus.pdf.extraction import draw, write_pages

    _bound()
    data = sys.stdin.buffer.read()
    if task == "image":
        return draw(data, int(number), sys.stdout.buffer)
    return write_pages(data, int(number), sys.stdout.buffer)


def _bound() -> None:
    """Bound the memory and the output of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    from corpus.pdf.limits import MEMORY, OUTPUT

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
