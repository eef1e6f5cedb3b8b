"""What was fitted on top of the encoder: changes of low rank of some of its weights, for documents alone.

Low-rank adaptation (Hu et al., "LoRA", 2021): a weight W of the network becomes W + BA, with A and B of a few rows and
columns. `bench/tune_encoder.py` fits A and B so that the vector of a passage comes near those of the questions that it
answers in other words; the questions keep the network as it is, and its fast engine.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PATH = Path(__file__).with_name("adapter.npz")


@lru_cache(maxsize=1)
def adapter_digest() -> str:
    """Return 8 hexadecimal digits that tell one adapter from another."""
    return hashlib.sha256(PATH.read_bytes()).hexdigest()[:8]


def changes() -> dict[str, NDArray[np.float32]]:
    """Return what is added to each weight, by its name in the network: « encoder.layer.0.attention.self.query »."""
    import numpy as np

    with np.load(PATH) as file:
        names = sorted({name.rpartition(".")[0] for name in file.files})
        return {name: file[f"{name}.B"].astype(np.float32) @ file[f"{name}.A"].astype(np.float32) for name in names}


class Adapter:
    """The two states of a network: as it came, for questions, and as it was fitted, for documents."""

    def __init__(self, network: Any) -> None:
        """Take a torch module; its weights stay those of questions."""
        import torch

        modules = ((network.get_submodule(name), change) for name, change in changes().items())
        self._states = [
            (module, module.weight.data, module.weight.data + torch.from_numpy(change)) for module, change in modules
        ]

    def turn(self, *, documents: bool) -> None:
        """Give the network the weights of documents, or of questions; exact, however often it is turned."""
        for module, plain, fitted in self._states:
            module.weight.data = fitted if documents else plain
