"""Recognise the characters of a picture with Tesseract in French, when it is installed."""

import contextlib
import html
import os
import re
import shutil
import subprocess
from collections import Counter
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
_TURNED = re.compile(r"textangle (\d+)")
#: A page that Tesseract is less sure of, in 0..100, may lie on its side: it is asked to look for its top.
_UPRIGHT = 60.0
_READABLE = 75.0
_LOOK_FOR_THE_TOP = ("--psm", "1")
#: What the mark of a list item is read as, alone at the head of a line.
_BULLET = re.compile("[-–—+*°©®¢eo•]")


@cache
def _languages() -> frozenset[str]:
    """Return the data that Tesseract has, nothing when it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return frozenset((done.stdout + done.stderr).split())


@cache
def missing() -> str | None:
    """Say in French what is not installed, nothing when recognition works."""
    if shutil.which("tesseract") is None:
        return "Tesseract n'est pas installé"
    if "fra" not in _languages():
        return "les données françaises de Tesseract ne sont pas installées"
    return None


def recognise(picture: bytes, source: str) -> list[Page]:
    """Return the pages of a picture (several in a TIFF), their words in points; a page on its side is set upright.

    Raises `CorpusError` when Tesseract is absent, cannot read the picture, or takes too long.
    """
    reason = missing()
    if reason:
        raise CorpusError(
            f"« {source} » est une image, et {reason} : il le faut pour y reconnaître du texte. {INSTALL}"
        )
    told = _hocr(picture, source)
    if _sureness(told) < _UPRIGHT and "osd" in _languages():
        turned = _hocr(picture, source, *_LOOK_FOR_THE_TOP)
        told = max(told, turned, key=_sureness)
    return read_hocr(told)


def _hocr(picture: bytes, source: str, *options: str) -> str:
    command = ["tesseract", "stdin", "stdout", "-l", "fra", *options, "-c", "tessedit_create_hocr=1"]
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
    return written.decode("utf-8", "replace")


def _sureness(told: str) -> float:
    """Return how sure Tesseract is of its words on the whole, in 0..100."""
    sure = [int(match[1]) for match in _SURE.finditer(told)]
    return sum(sure) / len(sure) if sure else 0.0


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
        page = told[mark.end() : end]
        width, height = int(mark[3]) - int(mark[1]), int(mark[4]) - int(mark[2])
        angle = _angle(page)
        upright = (height, width) if angle in (90, 270) else (width, height)
        scale = _WIDTH / max(1, upright[0])
        words = _words(page, scale, (angle, width, height))
        doubtful = _sureness(page) < _READABLE
        pages.append(Page(number, _WIDTH, upright[1] * scale, tuple(words), scanned=True, doubtful=doubtful))
    return pages


def _angle(told: str) -> int:
    """Return by how much most lines of a page are turned, in degrees: 0, 90, 180 or 270."""
    lines = list(_LINE.finditer(told))
    turned = Counter(int(match[1]) for line in lines if (match := _TURNED.search(line[1])))
    angle, count = turned.most_common(1)[0] if turned else (0, 0)
    return angle if 2 * count > len(lines) and angle in (90, 180, 270) else 0


def _upright(box: tuple[int, ...], turn: tuple[int, int, int]) -> tuple[int, ...]:
    """Return a box as it stands when its page is set upright; `turn` is the angle and the size of the page."""
    left, top, right, bottom = box
    angle, width, height = turn
    if angle == 90:
        return height - bottom, left, height - top, right
    if angle == 180:
        return width - right, height - bottom, width - left, height - top
    if angle == 270:
        return top, width - right, bottom, width - left
    return box


def _words(told: str, scale: float, turn: tuple[int, int, int]) -> list[Word]:
    lines = list(_LINE.finditer(told))
    sizes = _sizes([line[1] for line in lines], scale)
    words: list[Word] = []
    for at, line in enumerate(lines):
        end = lines[at + 1].start() if at + 1 < len(lines) else len(told)
        base = _base_line(line[1])
        found = list(_WORD.finditer(told, line.end(), end))
        edges = _BOX.search(line[1])
        floor = _upright(tuple(map(int, edges.groups())), turn)[3] if edges and turn[0] else None
        for word in found:
            text = html.unescape(re.sub(r"<[^>]*>", "", word[2])).strip().strip("|")
            box, sure = _BOX.search(word[1]), _SURE.search(word[1])
            if word is found[0] and len(found) > 1 and _BULLET.fullmatch(text):
                text, sure = "•", None
            if not box or not text or (sure and int(sure[1]) < _UNSURE and not re.search(r"\w", text)):
                continue
            sides = _upright(tuple(map(int, box.groups())), turn)
            left, top, right, bottom = (side * scale for side in sides)
            told_base = base if floor is None else floor
            height = told_base * scale if told_base is not None else bottom
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
