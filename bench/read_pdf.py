"""Print pages a second and peak memory of the PDF reader: python bench/read_pdf.py [FILES…], or our samples."""

import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.assembly import Origin  # noqa: E402
from corpus.lexicon import french  # noqa: E402
from corpus.pdf.flow import parts_of_pages  # noqa: E402
from corpus.pdf.parse import parse  # noqa: E402
from corpus.pdf.service import stop  # noqa: E402
from corpus.readers.pdf import read_pdf  # noqa: E402

SAMPLES = ("actes-deux-colonnes.pdf", "atelier-mobilites.pdf")


def main(paths: list[Path]) -> None:
    start = time.perf_counter()
    french()  # once a process, for words cut at a line end
    print(f"French words: {time.perf_counter() - start:.2f}s")
    print(f"{'file':<34}{'pages':>6}{'parse':>8}{'layout':>8}{'whole':>8}  pages/s")
    total, spent = 0, 0.0
    for path in paths:
        data = path.read_bytes()
        times = []
        for _ in range(3):
            start = time.perf_counter()
            parsed = parse(data, path.name)
            middle = time.perf_counter()
            parts_of_pages(parsed.pages)
            end = time.perf_counter()
            read_pdf(data, Origin("bench", path.name, "", "application/pdf"))
            times.append((time.perf_counter() - end, middle - start, end - middle))
        whole, parsing, layout = min(times)
        pages = len(parsed.pages)
        total, spent = total + pages, spent + whole
        print(f"{path.name[:33]:<34}{pages:>6}{parsing:>7.2f}s{layout:>7.2f}s{whole:>7.2f}s{pages / whole:>9.1f}")
    stop()  # so that its memory is counted
    peaks = [resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        f"all: {total / spent:.1f} pages a second; peak memory {peaks[0]} MB, of the process that parses {peaks[1]} MB"
    )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [ROOT / "tests" / "data" / "pdf" / name for name in SAMPLES])
