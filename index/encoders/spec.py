"""Which encoder made a vector: what a base remembers of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self

from index.types import Encoder, SearchIndexError


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """The name that opens an encoder again, the length of its vectors, and a digest of what it computes with."""

    name: str
    dimension: int
    fingerprint: str

    def as_dict(self) -> dict[str, str | int]:
        """Return what JSON can hold."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Self:
        """Read back `as_dict`; raises SearchIndexError when a value is missing or of another type."""
        match values:
            case {"name": str(name), "dimension": int(dimension), "fingerprint": str(fingerprint)}:
                return cls(name, dimension, fingerprint)
        raise SearchIndexError(
            "La description de l'encodeur est illisible. Il y faut un nom, une dimension et une empreinte. "
            "Reconstruisez la base avec « palabre build »."
        )

    def require(self, given: EncoderSpec) -> None:
        """Raise SearchIndexError unless the given encoder computes the same vectors as this one."""
        if (self.dimension, self.fingerprint) != (given.dimension, given.fingerprint):
            raise SearchIndexError(
                f"Cette base a été encodée par « {self.name} » (empreinte {self.fingerprint}), "
                f"pas par « {given.name} » (empreinte {given.fingerprint}). "
                "Ouvrez-la avec son encodeur, ou reconstruisez-la avec « palabre build »."
            )


def describe(encoder: Encoder) -> EncoderSpec:
    """Return the spec of an encoder that `open_encoder` gave; raises SearchIndexError for any other."""
    spec = getattr(encoder, "spec", None)
    if isinstance(spec, EncoderSpec):
        return spec
    raise SearchIndexError(
        f"L'encodeur « {type(encoder).__name__} » ne dit pas qui il est. Un encodeur porte une empreinte (« spec »). "
        "Ouvrez-le par open_encoder(chemin)."
    )
