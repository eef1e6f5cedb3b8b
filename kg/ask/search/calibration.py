"""What the answers of a base are fitted by: the shipped values, or those that `palabre calibrate` found on it."""

from pathlib import Path

import msgspec

from kg.ask.search import fitted
from kg.errors import KnowledgeError

#: Stands beside the builds and outlives them; deleted, the shipped values are used again.
FILE = "calibration.json"


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Thresholds and weights, each in 0..1, and how they were fitted.

    `voice` is the least score of a quotation that answers « qui a parlé de… », `passage` the least share of a question
    that a passage must say, `meaning` the weight of meaning against words where their rankings are fused.
    """

    voice: float = fitted.FLOOR
    passage: float = fitted.COVERED
    meaning: float = fitted.MEANING
    how: str = ""


def fusion_weights(meaning: float) -> tuple[float, float, float]:
    """Return the weights of the question's own words, of other ways to say them, and of meaning."""
    words = (1 - meaning) / (fitted.OWN_WORDS + fitted.OTHER_WORDS)
    return fitted.OWN_WORDS * words, fitted.OTHER_WORDS * words, meaning


def read_calibration(base: Path) -> Calibration:
    """Return the calibration of a base, the shipped values when it has none; raises `KnowledgeError` when damaged."""
    path = base / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Calibration)
    except FileNotFoundError:
        return Calibration()
    except (OSError, msgspec.MsgspecError) as error:
        raise _damaged(path, str(error)) from error
    if not all(0 <= value <= 1 for value in (found.voice, found.passage, found.meaning)):
        raise _damaged(path, "une valeur est hors de 0..1")
    return found


def write_calibration(base: Path, calibration: Calibration) -> None:
    """Write the calibration of a base in one step."""
    path = base / FILE
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(msgspec.json.format(msgspec.json.encode(calibration), indent=1) + b"\n")
    temporary.replace(path)


def _damaged(path: Path, why: str) -> KnowledgeError:
    return KnowledgeError(
        f"Le calage {path} ne se lit pas ({why}). Un fichier écrit par « palabre calibrate » était attendu. Relancez "
        "cette commande, ou supprimez le fichier pour revenir aux valeurs livrées."
    )
