"""What a file is by its content; its ending only tells apart the kinds of plain text."""

import io
import re
import zipfile
import zlib

from corpus.errors import CorpusError

_PLAIN = (".txt", ".md", ".markdown", ".csv", ".tsv", ".html", ".htm")
_HEAD = 4096
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"Rar!", "une archive RAR", "Décompressez-la et donnez le dossier, ou faites-en une archive .zip."),
    (b"7z\xbc\xaf\x27\x1c", "une archive 7z", "Décompressez-la et donnez le dossier, ou faites-en une archive .zip."),
    (b"\x1f\x8b", "une archive gzip", "Décompressez-la et donnez le dossier, ou faites-en une archive .zip."),
    (b"MIME-Version:", "une page web archivée ou un courriel", "Enregistrez la page en .html, ou le texte en .txt."),
)
#: What each kind is called in a warning.
NAMES = {
    ".pdf": "un PDF", ".docx": "un document Word", ".odt": "un texte OpenDocument", ".rtf": "un document RTF",
    ".doc": "un ancien document Word", ".xlsx": "un classeur Excel", ".html": "une page web", ".zip": "une archive",
    ".png": "une image", ".jpg": "une image", ".tif": "une image", ".gif": "une image", ".bmp": "une image",
    ".webp": "une image", ".txt": "du texte",
}  # fmt: skip
#: Endings that mean the same kind.
_SAME = {
    ".htm": ".html",
    ".jpeg": ".jpg",
    ".tiff": ".tif",
    ".docm": ".docx",
    ".dotx": ".docx",
    ".xlsm": ".xlsx",
    ".ott": ".odt",
}


def kind_of(data: bytes, ending: str, source: str) -> str:
    """Return the ending that suits the content of a file: `ending` itself, in lower case, where it does.

    Raises `CorpusError` when the content is known to be of a kind that is not read, or is protected by a password;
    `source` is the file's name in messages.
    """
    ending = ending.lower()
    usual = _SAME.get(ending, ending)
    found = _signed(data, source)
    if found is None:
        found = ".html" if _HTML.match(_head(data)) else usual if usual in _PLAIN else ".txt"
    return ending if found == usual else found


def mismatch(kind: str, ending: str) -> str | None:
    """Say that a file is not what its ending tells, `None` when it is."""
    told, usual = _SAME.get(kind, kind), _SAME.get(ending.lower(), ending.lower())
    if told == usual or (told in _PLAIN and usual in _PLAIN and told != ".html"):
        return None
    return f"la terminaison est « {ending} », mais le contenu est {NAMES.get(kind, kind)} : lu comme tel"


def _signed(data: bytes, source: str) -> str | None:
    """Tell a kind by its signature; `None` for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, source)
    if data.startswith(_OLE):
        return _compound(data, source)
    for signature, what, advice in _FOREIGN:
        if data.startswith(signature):
            raise _not_read(source, what, advice)
    return _document(data) or _image(data)


def _document(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"{\\rtf":
        return ".rtf"
    return ".doc" if b'progid="Word.Document"' in data[:_HEAD] else None


def _image(data: bytes) -> str | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    found = next((kind for signature, kind in _IMAGES if data.startswith(signature)), None)
    return None if found == ".bmp" and b"\0" not in data[:32] else found


def _zipped(data: bytes, source: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return zipped_kind(package, source)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, IndexError, EOFError, zlib.error):
        return ".zip"  # whoever opens it will say that it is damaged


def zipped_kind(package: zipfile.ZipFile, source: str) -> str:
    """Tell a document that is kept in a zip file from a plain archive."""
    names = set(package.namelist())
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return ".docx"
    if "xl/workbook.xml" in names:
        return ".xlsx"
    if any(name.startswith("ppt/") for name in names):
        raise _not_read(source, "une présentation", "Enregistrez-la en PDF, ou son plan en texte.")
    if "content.xml" in names and "mimetype" in names:
        mark = package.getinfo("mimetype")
        kind = package.read(mark) if mark.file_size < 200 else b""
        if b"opendocument.text" in kind:
            return ".odt"
        raise _not_read(
            source, "un document OpenDocument qui n'est pas un texte", "Enregistrez-le en .odt, .xlsx ou .csv."
        )
    return ".zip"


def _compound(data: bytes, source: str) -> str:
    """Tell the old office formats apart by the names of their streams."""
    from corpus.office.package import encrypted

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise encrypted(source)
    if holds("WordDocument"):
        return ".doc"
    if holds("Workbook") or holds("Book"):
        raise _not_read(source, "un ancien classeur Excel (.xls)", "Enregistrez-le en .xlsx ou en .csv.")
    if holds("PowerPoint Document"):
        raise _not_read(source, "une présentation", "Enregistrez-la en PDF, ou son plan en texte.")
    raise _not_read(source, "un fichier OLE inconnu", "Enregistrez-le en .docx, .odt ou .pdf dans son logiciel.")


def _head(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[:_HEAD].decode("utf-16", "replace")
    return data[:_HEAD].decode("utf-8-sig", "replace")


def _not_read(source: str, what: str, advice: str) -> CorpusError:
    return CorpusError(
        f"« {source} » est {what}, qui ne se lit pas : un compte rendu dans un format connu était attendu. {advice}"
    )
