"""Print how fast files are read, and that memory stays flat over thousands: python bench/read.py [FILES…].

Times are those of the processor, so that a busy machine gives the figures of a quiet one; converters that run as other
programs are not counted. With --analyses [FOLDERS…], print how much memory a build keeps of each document.
"""

import gc
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SAMPLE, FORMATS = ROOT / "corpus" / "sample", ROOT / "tests" / "data" / "formats"
FILES = 2_000
SECONDS = 1.0
#: Documents before those of which the memory is counted.
WARM = 20


def speed(path: Path) -> None:
    """Read one file again and again for a few seconds; the first reading loads what it needs and is not counted."""
    from corpus.readers import read_document
    from corpus.sources import find_sources

    sources, _ = find_sources([path])
    document = read_document(sources[0], "essai")
    count, started = 0, time.process_time()
    while time.process_time() - started < SECONDS:
        for source in sources:
            read_document(source, "essai")
        count += 1
    elapsed = (time.process_time() - started) / count
    size, pages = path.stat().st_size, len(document.pages)
    told = (
        f"{pages / elapsed:7.1f} pages a second"
        if pages
        else f"{len(document.text) / elapsed / 1e6:7.2f} MB of text a second"
    )
    print(f"{path.name:42} {size / 1e3:8.1f} kB  {size / elapsed / 1e6:7.2f} MB a second  {told}")


def one_large(megabytes: int) -> None:
    """Read one large text made of the sound sample reports."""
    from corpus.assembly import Origin
    from corpus.readers.text import read_text

    parts = [
        path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt")) if not path.name.startswith("s05")
    ]
    data = "\n\n".join(parts).encode()
    data *= megabytes * 1_000_000 // len(data) + 1
    started = time.process_time()
    read_text(data, Origin("grand", "grand.txt", "0" * 64, "text/plain"))
    print(f"one text of {len(data) / 1e6:.0f} MB: {len(data) / 1e6 / (time.process_time() - started):.2f} MB a second")


def one_list(rows: int) -> None:
    """Read one list of participants."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "liste.csv")
        told = [f"Nom{number};Prénom;Commune de la Ville n° {number % 90};chargée de mission" for number in range(rows)]
        path.write_text("\n".join(["Nom;Prénom;Organisme;Fonction", *told]), encoding="utf-8")
        speed(path)


def memory() -> None:
    """Read 2,000 files, then 4,000, as a build does, each in a process of its own, and print the peak of the memory."""
    for count in (FILES // 2, FILES, 2 * FILES):
        command = [sys.executable, __file__, "--memory", str(count)]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")


def read_many(count: int) -> None:
    """Read different files made of the sample, by the first stage of a build."""
    from kg.reading import read_all

    samples = [path for path in sorted(SAMPLE.iterdir()) if path.suffix in (".txt", ".md", ".html")]
    texts = [path.read_text(encoding="utf-8") for path in samples]
    with tempfile.TemporaryDirectory() as folder:
        size = 0
        for number in range(count):
            at = number % len(texts)
            words = texts[at].split(" ")
            # Other words in another order, so that no file is a duplicate.
            cut = number * 7919 % len(words)
            text = " ".join([*words[cut:], str(number), *words[:cut]])
            size += Path(folder, f"{number:05}{samples[at].suffix}").write_text(text, encoding="utf-8")
        gc.collect()
        before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, time.process_time()
        with read_all([Path(folder)], lambda *_: None, 1).documents as documents:
            found = len(documents)
        peak, elapsed = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, time.process_time() - started
        rate = f"{found / elapsed:.0f} files a second, {size / elapsed / 1e6:.2f} MB a second"
        print(f"{count:5} files, {found} read: peak {peak:.0f} MB ({before:.0f} before), {rate}")


def analyses(folders: list[Path]) -> None:
    """Analyse documents as a build does and keep what it keeps."""
    from kg.pipeline import analyse_prepared, prepare
    from kg.reading import read_all

    prepare(None)
    kept, characters, before = [], 0, 0.0
    with read_all(folders, lambda *_: None, 1).documents as documents:
        for number, document in enumerate(documents):
            if number == WARM:
                gc.collect()
                before = resident()
            kept.append(analyse_prepared(document))
            characters += len(document.text) if number >= WARM else 0
    gc.collect()
    grown, count = resident() - before, len(kept) - WARM
    print(f"{count} documents of {characters / count / 1e3:.1f} kB: {grown / count * 1e3:.0f} kB kept of each")


def resident() -> float:
    """Return the memory that this process holds, in MB (Linux)."""
    told = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(told.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    if sys.argv[1:2] == ["--analyses"]:
        golden = sorted((ROOT / "tests" / "golden").glob("*_documents"))
        analyses([Path(name) for name in sys.argv[2:]] or [SAMPLE, *golden])
        return
    if sys.argv[1:2] == ["--memory"]:
        read_many(int(sys.argv[2]))
        return
    given = [Path(name) for name in sys.argv[1:]]
    if not given:
        memory()  # first: a process that starts another hands it the peak of its memory
    for path in given or [
        *sorted(SAMPLE.iterdir()),
        *sorted(FORMATS.glob("libreoffice.*")),
        FORMATS / "participants.csv",
    ]:
        if path.suffix in (".txt", ".md", ".html", ".docx", ".odt", ".rtf", ".csv", ".pdf", ".xlsx"):
            speed(path)
    if not given:
        one_list(300)
        one_large(10)


if __name__ == "__main__":
    main()
