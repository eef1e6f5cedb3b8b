"""Recognise the characters of a picture with Tesseract in French, when it is installed."""

import contextlib
import html
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from statistics import median

from corpus.errors import CorpusError
from corpus.pdf.limits import MEMORY, OCR_SECONDS
from corpus.pdf.types import Page, Word

INSTALL = (
    "Installez Tesseract et ses données françaises (« apt-get install tesseract-ocr tesseract-ocr-fra » sous Debian ou "
    "Ubuntu, « brew install tesseract tesseract-lang » sous macOS), puis recommencez."
)
_PAGE = re.compile(r"class=['\"]ocr_page['\"][^>]*?bbox (\d+) (\d+) (\d+) (\d+)")
_LINE = re.compile(r"class=['\"]ocr_(?:line|header|caption|textfloat)['\"]([^>]*)>")
_WORD = re.compile(r"class=['\"]ocrx_word['\"]([^>]*)>(.*?)</span>", re.DOTALL)
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SIZE = re.compile(r"x_size (\d+(?:\.\d+)?)")
_BASE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")
_WIDTH = 595.0
#: Recognised sizes within this share of the usual one are the usual one: the measure depends on the letters met.
_SAME_SIZE = 0.25
_UNSURE = 40
#: What the mark of a list item is read as, alone at the head of a line.
_BULLET = re.compile("[-–—+*°©®¢eo•]")


@cache
def missing() -> str | None:
    """Say in French what is not installed, nothing when recognition works."""
    program = shutil.which("tesseract")
    if program is None:
        return "Tesseract n'est pas installé"
    done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    if "fra" not in (done.stdout + done.stderr).split():
        return "les données françaises de Tesseract ne sont pas installées"
    return None


def recognise(picture: bytes, source: str) -> list[Page]:
    """Return the pages of a picture (several in a TIFF), their words in points.

    Raises `CorpusError` when Tesseract is absent, cannot read the picture, or takes too long.
    """
    reason = missing()
    if reason:
        raise CorpusError(
            f"« {source} » est une image, et {reason} : il le faut pour y reconnaître du texte. {INSTALL}"
        )
    command = ["tesseract", "stdin", "stdout", "-l", "fra", "-c", "tessedit_create_hocr=1"]
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as running:
        _bound(running.pid)
        try:
            written, _ = running.communicate(picture, timeout=OCR_SECONDS)
        except subprocess.TimeoutExpired as error:
            running.kill()
            raise CorpusError(
                f"« {source} » a demandé plus de {OCR_SECONDS:.0f} secondes de reconnaissance : une page lisible était "
                "attendue. Réduisez l'image, ou redressez-la."
            ) from error
    if running.returncode != 0:
        raise CorpusError(
            f"« {source} » est une image abîmée ou trop grande, que Tesseract ne lit pas : une image PNG, JPEG ou TIFF "
            "entière était attendue. Enregistrez-la à nouveau."
        )
    return read_hocr(written.decode("utf-8", "replace"))


def _bound(pid: int) -> None:
    """Bound the memory of a process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))


def read_hocr(told: str) -> list[Page]:
    """Return the pages that Tesseract tells of, their width brought to that of an A4 sheet."""
    found = list(_PAGE.finditer(told))
    pages: list[Page] = []
    for number, mark in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(told)
        width, height = int(mark[3]) - int(mark[1]), int(mark[4]) - int(mark[2])
        scale = _WIDTH / max(1, width)
        words = _words(told[mark.end() : end], scale)
        pages.append(Page(number, _WIDTH, height * scale, tuple(words), scanned=True))
    return pages


def _words(told: str, scale: float) -> list[Word]:
    lines = list(_LINE.finditer(told))
    sizes = _sizes([line[1] for line in lines], scale)
    words: list[Word] = []
    for at, line in enumerate(lines):
        end = lines[at + 1].start() if at + 1 < len(lines) else len(told)
        base = _base_line(line[1])
        found = list(_WORD.finditer(told, line.end(), end))
        for word in found:
            text = html.unescape(re.sub(r"<[^>]*>", "", word[2])).strip().strip("|")
            box, sure = _BOX.search(word[1]), _SURE.search(word[1])
            if word is found[0] and len(found) > 1 and _BULLET.fullmatch(text):
                text, sure = "•", None
            if not box or not text or (sure and int(sure[1]) < _UNSURE and not re.search(r"\w", text)):
                continue
            left, top, right, bottom = (int(side) * scale for side in box.groups())
            height = base * scale if base is not None else bottom
            words.append(Word(text, left, top, right, bottom, height, sizes[at], False, False, True))
    return words


def _base_line(title: str) -> float | None:
    """Return the height of a base line at the middle of its line; it may slant, and its words stay together."""
    box, slope = _BOX.search(title), _BASE.search(title)
    if not box or not slope:
        return None
    return int(box[4]) + float(slope[2]) + float(slope[1]) * (int(box[3]) - int(box[1])) / 2


def _sizes(titles: Sequence[str], scale: float) -> list[float]:
    """Return the size of each line; those near the usual one are set to it."""
    told = [float(size[1]) * scale * 0.75 if (size := _SIZE.search(title)) else 0.0 for title in titles]
    usual = median([size for size in told if size] or [10.0])
    return [
        round(usual, 1) if not size or abs(size - usual) <= _SAME_SIZE * usual else float(round(size)) for size in told
    ]
