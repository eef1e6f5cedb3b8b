"""Fit the adapter of the document encoder on questions and the words that answer them.

Usage: python bench/tune_encoder.py [--write] [--epochs 1] [--seed 0]

The pairs are in `bench/tuning/*.jsonl`: imaginary reports, a JSON object a line, each with neighbouring statements and
the questions that one of them alone answers, mostly in other words. One report in twelve is held out. The vectors of
questions stay those of the encoder as it came, less what usual questions share; those of statements, or of two of them
under their titles, are brought near to them and away from the other statements of the same batch (contrastive loss
with negatives of the batch, van den Oord et al. 2018). What is fitted are matrices of rank 8 beside the query and value
weights of each layer (LoRA, Hu et al. 2021). Printed: the mean reciprocal rank of the right statement among all those
held out, for reworded questions and for others, before and after each epoch (more than one learns
these pairs too well). --write puts the adapter in its place.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import parametrize

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from index.encoders import adapter  # noqa: E402
from index.encoders.conversion import PROMPTS, converted_model  # noqa: E402
from index.encoders.e5 import prepared  # noqa: E402
from index.encoders.hub import load_model  # noqa: E402
from kg.usual_questions import QUESTIONS  # noqa: E402

#: Rank and scale of the change, learning rate, temperature of the loss, and reports in a batch.
RANK, SCALE, RATE, TEMPERATURE, GROUPS = 8, 2.0, 4e-4, 0.04, 6
#: How much of the change is kept: fitted weights halfway to those of before carry better to other texts (Wortsman et
#: al. 2022, "Robust fine-tuning").
KEPT = 0.7
#: How often two statements are read as one passage under its titles.
PASSAGE = 0.08
#: One report in how many is held out; most tokens of a text that is learnt from.
HELD, LONGEST = 12, 110
PARTS = ("query", "value")


@dataclass(frozen=True)
class Statement:
    """A statement under its titles, and the vectors of the questions that it answers, the reworded one first."""

    titles: str
    words: str
    questions: Tensor


class LowRank(nn.Module):
    """A change of a weight: the product of two thin matrices, nothing at first."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        rows, columns = weight.shape
        self.a = nn.Parameter(torch.randn(RANK, columns) / columns**0.5)
        self.b = nn.Parameter(torch.zeros(rows, RANK))

    def forward(self, weight: Tensor) -> Tensor:
        return weight + SCALE * self.b @ self.a


class Network:
    """The encoder, and the changes of its weights that are fitted."""

    def __init__(self) -> None:
        model: Any = load_model(str(converted_model()))
        self.tokenizer = model.tokenizer
        self.network: nn.Module = model[0].auto_model
        for parameter in self.network.parameters():
            parameter.requires_grad_(False)

    def adapt(self) -> None:
        """Put a change beside each weight that is fitted."""
        named = [(name, module) for name, module in self.network.named_modules() if isinstance(module, nn.Linear)]
        self.changes: dict[str, LowRank] = {}
        for name, module in named:
            if name.startswith("encoder.layer") and name.rpartition(".")[2] in PARTS:
                self.changes[name] = LowRank(module.weight)
                parametrize.register_parametrization(module, "weight", self.changes[name])

    def parameters(self) -> list[nn.Parameter]:
        return [parameter for change in self.changes.values() for parameter in change.parameters()]

    def encode(self, texts: Sequence[str], prompt: str, *, longest: int = 256) -> Tensor:
        """Return a row of length 1 per text."""
        words = [PROMPTS[prompt] + prepared(text) for text in texts]
        taken = self.tokenizer(words, padding=True, truncation=True, max_length=longest, return_tensors="pt")
        mask = taken["attention_mask"]
        last = self.network(input_ids=taken["input_ids"], attention_mask=mask).last_hidden_state
        weights = mask[..., None].to(last.dtype)
        return functional.normalize((last * weights).sum(1) / weights.sum(1), dim=1)

    def encode_all(self, texts: Sequence[str], prompt: str) -> Tensor:
        """Return a row per text, without learning."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        rows = torch.zeros(len(texts), self.network.config.hidden_size)  # type: ignore[union-attr, arg-type]
        with torch.no_grad():
            for start in range(0, len(order), 32):
                batch = order[start : start + 32]
                rows[batch] = self.encode([texts[at] for at in batch], prompt)
        return rows


def main() -> None:
    """Fit, print how well what was held out is found, and write the adapter when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    network = Network()
    reports = read_reports(network)
    random.shuffle(reports)
    held, learnt = reports[: len(reports) // HELD], reports[len(reports) // HELD :]
    print(f"{len(reports)} rapports, {sum(map(len, reports))} énoncés, dont {sum(map(len, held))} mis de côté")
    network.adapt()
    print("| passage | erreur | questions reformulées | autres |\n|---|---|---|---|")
    show("avant", float("nan"), network, held)
    for epoch, loss in enumerate(fit(network, learnt, options.epochs), 1):
        show(str(epoch), loss, network, held)
    if options.write:
        write(network)


def read_reports(network: Network) -> list[list[Statement]]:
    """Read the pairs, with the vectors of the questions as the search makes them."""
    lines = [line for path in sorted((ROOT / "bench" / "tuning").glob("*.jsonl")) for line in path.open("rb")]
    told = [json.loads(line) for line in lines]
    asking = network.encode_all(QUESTIONS, "query").mean(0)
    flat = [question for report in told for one in report["paroles"] for question in one["questions"]]
    vectors = iter(functional.normalize(network.encode_all(flat, "query") - asking, dim=1))
    return [
        [
            Statement(
                f"{report['titre']}\n{report['section']}",
                one["texte"],
                torch.stack([next(vectors) for _ in one["questions"]]),
            )
            for one in report["paroles"]
        ]
        for report in told
    ]


def fit(network: Network, reports: list[list[Statement]], epochs: int) -> Iterator[float]:
    """Fit the changes; yields the mean loss of each epoch."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * (len(reports) // GROUPS)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 20) * max(0.05, 1 - step / steps)
    )
    for _ in range(epochs):
        random.shuffle(reports)
        losses = []
        for start in range(0, len(reports) - GROUPS + 1, GROUPS):
            texts, questions = batch(reports[start : start + GROUPS])
            scores = questions @ network.encode(texts, "document", longest=LONGEST).T / TEMPERATURE
            loss = functional.cross_entropy(scores, torch.arange(len(texts)))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)


def batch(reports: list[list[Statement]]) -> tuple[list[str], Tensor]:
    """Return texts, and for each the vector of a question that it answers; the reworded ones come more often."""
    texts, questions = [], []
    for report in reports:
        if random.random() < PASSAGE:
            pairs = list(zip(report[::2], report[1::2], strict=False))
            texts += [f"{one.titles}\n{one.words} {other.words}" for one, other in pairs]
            questions += [_question(random.choice(pair)) for pair in pairs]
        else:
            texts += [one.words for one in report]
            questions += [_question(one) for one in report]
    return texts, torch.stack(questions)


def _question(statement: Statement) -> Tensor:
    return statement.questions[random.choice((0, 0, 1, -1))]


def show(name: str, loss: float, network: Network, held: list[list[Statement]]) -> None:
    """Print a row: the mean reciprocal rank of the right statement among all, for first and for last questions."""
    statements = [one for report in held for one in report]
    rows = network.encode_all([one.words for one in statements], "document")
    ranks = []
    for at in (0, -1):
        scores = torch.stack([one.questions[at] for one in statements]) @ rows.T
        ranks.append(float((1 / ((scores > scores.diagonal()[:, None]).sum(1) + 1)).mean()))
    print(f"| {name} | {loss:.3f} | {ranks[0]:.3f} | {ranks[1]:.3f} |", flush=True)


def write(network: Network) -> None:
    """Write the two matrices of each weight, in float16."""
    matrices = {}
    for name, change in network.changes.items():
        matrices[f"{name}.A"] = change.a.detach().numpy().astype(np.float16)
        matrices[f"{name}.B"] = (KEPT * SCALE * change.b.detach()).numpy().astype(np.float16)
    with adapter.PATH.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **matrices)
    print(f"{adapter.PATH} : {adapter.PATH.stat().st_size // 1000} ko")


if __name__ == "__main__":
    main()
