"""Print how fast the default encoder encodes and how long a cold start lasts: python bench/encode.py [FILES…]."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

VECTOR = "numpy.eye(1, 384, dtype='f4'), 20"
COLD = {
    "import index": "import index",
    "question encoder, 1 question": "import index; index.default_query_encoder().encode_query(['qui a parlé ?'])",
    "lexical index, 1 question": "import index; index.LexicalIndex.load(folder / 'lexical').search('le budget', 20)",
    "exact index, 1 question": f"import index, numpy; index.ExactIndex.load(folder / 'vectors').search({VECTOR})",
    "faiss index, 1 question": f"import index, numpy; index.FaissIndex.load(folder / 'vectors').search({VECTOR})",
}


def passages(paths: list[Path]) -> list[str]:
    blocks = [block.strip() for path in paths for block in path.read_text(errors="replace").split("\n\n")]
    return [block[:900] for block in blocks if len(block) > 150][:300]


def cold(code: str, folder: Path) -> float:
    """Return the best of three starts of Python with the code, less the start of Python itself."""
    head = f"import sys, pathlib; sys.path.insert(0, {str(ROOT)!r}); folder = pathlib.Path({str(folder)!r}); "
    times = []
    for program in ("pass", head + code):
        runs = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            runs.append(time.perf_counter() - start)
        times.append(min(runs))
    return times[1] - times[0]


def write_indexes(folder: Path, count: int) -> None:
    import numpy as np

    from index import FaissIndex, LexicalIndex

    generator = np.random.default_rng(0)
    rows = generator.normal(size=(count, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    index = FaissIndex(384)
    index.add([f"p{number:06}" for number in range(count)], rows)
    index.save(folder / "vectors")
    words = [f"mot{number}" for number in range(20_000)] + ["budget"]
    texts = [" ".join(words[i] for i in generator.zipf(1.3, 60) % len(words)) for _ in range(count)]
    LexicalIndex.build([f"p{number:06}" for number in range(count)], texts).save(folder / "lexical")


def main() -> None:
    given = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "corpus" / "sample").rglob("*.txt"))
    texts = passages(given)
    from index import default_document_encoder

    start = time.perf_counter()
    encoder = default_document_encoder()
    print(f"document encoder loads in {time.perf_counter() - start:.1f} s (converted model in the cache or not)")
    encoder.encode_document(texts[:10])
    start = time.perf_counter()
    encoder.encode_document(texts)
    elapsed = time.perf_counter() - start
    letters = sum(map(len, texts)) / max(len(texts), 1)
    print(f"{len(texts)} passages of {letters:.0f} characters: {len(texts) / elapsed:.1f} a second")
    for count in (1_000, 100_000):
        with tempfile.TemporaryDirectory() as name:
            write_indexes(Path(name), count)
            for label, code in COLD.items():
                print(f"{count:>7} passages, cold: {label:<30} {cold(code, Path(name)):.3f} s")


if __name__ == "__main__":
    main()
