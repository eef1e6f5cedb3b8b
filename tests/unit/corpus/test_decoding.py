"""Bytes to text: what is read, what is mended, what is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError
from corpus.assembly import Origin, Piece, assemble
from corpus.decoding import decode

FRENCH = (
    "L'élu a déclaré : « C'est une œuvre utile à la forêt, dès l'été prochain. »\nLe maïs coûte 3 € la botte, où ça ?\n"
)
PLAIN = "L'élu a déclaré que la forêt brûle, dès l'été prochain, où ça ? Français, garçon, naïf.\n"


@given(
    st.text(alphabet=st.characters(exclude_categories=["C", "Z"], exclude_characters="ÃÂâÅ\ufffdﬀﬁﬂﬃﬄﬅﬆ"), min_size=1)
)
def test_utf_8_is_read_as_it_is(words: str) -> None:
    assert decode(words.encode(), "a.txt") == (words, ())
    assert decode(b"\xef\xbb\xbf" + words.encode(), "a.txt") == (words, ())


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encodings_of_office_files_are_recognised(encoding: str) -> None:
    text, warnings = decode((FRENCH * 3).encode(encoding), "a.txt")
    assert text == FRENCH * 3
    assert len(warnings) == (0 if "utf" in encoding else 1)


@pytest.mark.parametrize("encoding", ["latin_1", "cp850"])
def test_the_older_ones_too(encoding: str) -> None:
    assert decode((PLAIN * 3).encode(encoding), "a.txt")[0] == PLAIN * 3


def test_a_few_damaged_bytes_in_utf_8_do_not_change_the_reading_of_the_rest() -> None:
    text, warnings = decode(FRENCH.encode() + b"\xabd\xe9j\xe0\xbb", "a.txt")
    assert text == FRENCH + "«déjà»"
    assert warnings == ("octets étrangers à l'UTF-8, lus comme du Windows-1252 : 4",)


def test_one_accent_in_latin_1_is_enough() -> None:
    assert decode(b"Le d\xe9put\xe9 est au caf\xe9.", "a.txt")[0] == "Le député est au café."


@pytest.mark.parametrize("line", ["L’élu a déclaré « oui » à l’été", "Il a été élu", "« Déjà »"])
def test_mojibake_is_mended_and_said(line: str) -> None:
    broken = line.encode().decode("cp1252", "ignore") if "à" not in line else line.encode().decode("latin-1")
    text, warnings = decode(f"Une ligne saine : à l'été.\n{broken}\n".encode(), "a.txt")
    assert text == f"Une ligne saine : à l'été.\n{line}\n"
    assert warnings == ("accents abîmés avant d'arriver ici (« Ã© » pour « é ») : réparés",)


@pytest.mark.parametrize("sound", ["SÃO PAULO", "Â la bonne heure", "â l'ancienne", "À 20 °C, Ãngstrom", "PÂTÉ"])
def test_what_only_looks_like_mojibake_stays(sound: str) -> None:
    assert decode(sound.encode(), "a.txt") == (sound, ())


def test_line_ends_become_one_and_lone_controls_go() -> None:
    assert decode(b"a\r\nb\rc\x00d\x1be\x0cf\xe2\x80\xa8g\xef\xbb\xbfh", "a.txt")[0] == "a\nb\ncde\n\nf\ngh"


def test_a_control_of_the_second_page_is_the_windows_character() -> None:
    assert decode("l\x92eau co\x9cte".encode(), "a.txt")[0] == "l’eau coœte"


def test_lost_characters_are_counted() -> None:
    assert decode("la m\ufffdt\ufffdo".encode(), "a.txt") == (
        "la m\ufffdt\ufffdo",
        ("caractères perdus dans le fichier lui-même (« \ufffd ») : 2",),
    )


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\x00"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(CorpusError, match=r"« vide\.txt » (est vide|ne contient aucun texte) : .+ attendu\. Vérifiez"):
        decode(data, "vide.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(range(256)) * 40, "est un fichier binaire"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "est un fichier binaire"),
        (b"%PDF-1.7\n1 0 obj", "est un PDF et non du texte"),
        (b"PK\x03\x04\x14\x00\x06", "est une archive ou un document bureautique"),
        (b"{\\rtf1\\ansi Bonjour}", "est un document RTF"),
    ],
)
def test_a_binary_file_is_refused_by_name(data: bytes, words: str) -> None:
    with pytest.raises(CorpusError) as told:
        decode(data, "rapport.txt")
    assert words in str(told.value)
    assert str(told.value).startswith("« rapport.txt » ")


@pytest.mark.parametrize("unit", ["é" * 25, "mot ", "\x92"])
def test_a_line_of_50_megabytes_takes_bounded_time(unit: str) -> None:
    data = (unit * (50_000_000 // len(unit.encode())) + "dÃ©jÃ ").encode()
    began = time.process_time()
    text, _ = decode(data, "long.txt")
    assert text
    assert time.process_time() - began < 20


def test_accents_that_a_file_of_another_format_had_lost_are_mended_with_its_title() -> None:
    origin = Origin("essai", "essai.docx", "0" * 64, "application/msword")
    pieces = [Piece("heading", "RÃ©union", 1), Piece("paragraph", "Â« La halle est fermÃ©e Â», dit AÃ¯da.")]
    document = assemble(pieces, origin, title="RÃ©union")
    assert (document.title, document.outline[0].title) == ("Réunion", "Réunion")
    assert document.text == "Réunion\n\n« La halle est fermée », dit Aïda."
    assert len(document.warnings) == 1
