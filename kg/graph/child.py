"""The process that runs one query under a time limit: its arguments are the folder, then `sys.path`."""

import sys
from pathlib import Path


def main() -> int:
    """Write the kind of the result and a line feed, then its bytes; an error on the other output."""
    folder, *path = sys.argv[1:]
    sys.path[:] = path
    from kg.errors import KnowledgeError
    from kg.graph.query import evaluate
    from kg.graph.store import open_store

    query = sys.stdin.buffer.read().decode()
    try:
        kind, data = evaluate(open_store(Path(folder)), query)
    except KnowledgeError as error:
        sys.stderr.write(str(error))
        return error.exit_code
    sys.stdout.buffer.write(kind.encode() + b"\n" + data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
