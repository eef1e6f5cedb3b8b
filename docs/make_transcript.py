"""Write docs/transcript.md: the answers to the questions of docs/transcript.toml on the sample corpus."""

import sys
import tempfile
import tomllib
from pathlib import Path

DOCS = Path(__file__).resolve().parent
HEAD = """# Questions posées au corpus d'exemple

Les réponses de `palabre ask` à {number} questions sur le corpus imaginaire `corpus/sample`, telles quelles, avec la
première preuve de chacune. La page se refait par `python docs/make_transcript.py`.
"""


def transcript(base: Path) -> str:
    """Return the page, from a base of the sample corpus."""
    from kg.ask import answer
    from kg.ask.library import Library
    from kg.base import open_base

    library = Library(open_base(base))
    asked: dict[str, list[str]] = tomllib.loads((DOCS / "transcript.toml").read_text(encoding="utf-8"))
    parts = [HEAD.format(number=sum(map(len, asked.values())))]
    for kind, questions in asked.items():
        parts.append(f"\n## {kind}\n")
        for question in questions:
            found = answer(question, library)
            parts.append(f"\n**{question}**\n\n{found.text}\n")
            proof = next((proof for row in found.rows for proof in row.evidence), None)
            if proof and " ".join(proof.quote.split())[:60] not in found.text:
                parts.append(f"\n> {' '.join(proof.quote.split())} ({proof.source})\n")
            elif proof:
                parts.append(f"\n> {proof.source}\n")
    return "".join(parts)


def main() -> None:
    """Build the sample corpus, or take the base that is named, and write the page."""
    sys.path.insert(0, str(DOCS.parent))
    from kg.build import build

    with tempfile.TemporaryDirectory() as folder:
        base = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "base"
        if len(sys.argv) < 2:
            build([DOCS.parent / "corpus" / "sample"], base)
        (DOCS / "transcript.md").write_text(transcript(base), encoding="utf-8")


if __name__ == "__main__":
    main()
