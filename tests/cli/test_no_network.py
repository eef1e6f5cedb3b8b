"""A whole build and a question open no connection: what reaches out of the machine would stop the program."""

import os
import subprocess
import sys
from pathlib import Path

WATCHED = """
import sys

# Not socket.bind: urllib3 binds to the local address to learn whether there is IPv6.
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise SystemExit(f"NETWORK {event} {arguments}")

sys.addaudithook(refuse)
import cli
sys.argv[0] = "palabre"
cli.main()
"""


def _watched(root: Path, folder: Path, *arguments: str) -> str:
    # No proxy, no offline switch: the program must not try, rather than be kept from it.
    kept = {name: value for name, value in os.environ.items() if "OFFLINE" not in name and "proxy" not in name.lower()}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_and_a_question_open_no_connection(root: Path, tmp_path: Path) -> None:
    source = str(root / "corpus" / "sample" / "s10_notes-bureau-uvom.txt")
    assert "Base construite" in _watched(root, tmp_path, "build", source, "--base", "base")
    assert _watched(root, tmp_path, "ask", "qui a parlé de l'eau ?", "--base", "base").strip()
    assert _watched(root, tmp_path, "search", "eau", "--base", "base").strip()


def test_the_watch_sees_a_connection(tmp_path: Path) -> None:
    code = WATCHED.split("import cli")[0] + "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.startswith("NETWORK socket.")
