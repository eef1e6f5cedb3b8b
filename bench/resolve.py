"""Time resolution on made-up mentions, in seconds of one processor: 50,000, 100,000 and 200,000 mentions.

Usage: python bench/resolve.py [documents …]      e.g. python bench/resolve.py 2500 5000 10000

Each document names 10 people and 10 organisations: a fifth of them everywhere (the mayor, the network), the others
drawn from a population that grows with the corpus; spellings vary as they do in reports. Seeded: the same each time.
"""

import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus import Document, Span  # noqa: E402
from kg.resolve import resolve  # noqa: E402
from kg.resolve.doubts import doubtful  # noqa: E402
from kg.types import Extraction, Kind, Mention, Provenance, Role  # noqa: E402

PER_DOCUMENT = 10
GIVEN = (
    "Claire Paul Zoé Idriss Marie Jean Aïssata Karim Hélène Luc Nadia Yann Inès Hugo Léa Omar Rose Marc Anne Théo "
    "Jeanne Louis Fatou Simon Élise Pierre Julie Ahmed Manon Gilles"
).split()
SYLLABLES = (
    "bel lo ir du breu il ver lan ga tal mor vac cha ron pe rin sau vi gnol ber thi er mas sé gué rou zel".split()
)
BODIES = (
    "Ville de {}", "Département de {}", "Métropole de {}", "Association {}", "Réseau {}", "Régie de l'eau de {}",
    "Université de {}", "Agence {}", "Fédération {}", "Comité de quartier {}",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Print a line a size: documents, mentions, entities, seconds of resolution and of the search for doubts."""
    for size in [int(told) for told in arguments] or [2_500, 5_000, 10_000]:
        told = made_up(size)
        mentions = sum(len(extraction.mentions) for extraction in told)
        started = time.process_time()
        entities = resolve(told)
        resolved = time.process_time()
        doubts = doubtful(told, entities)
        print(
            f"{size:>6} documents {mentions:>7} mentions {len(entities):>6} entities "
            f"resolve {resolved - started:6.1f} s   {len(doubts):>6} doubts {time.process_time() - resolved:6.1f} s",
            flush=True,
        )


def made_up(size: int) -> tuple[Extraction, ...]:
    """Return made-up extractions of `size` documents; each person has a body, and now and then another."""
    chance = random.Random(f"palabre {size}")
    bodies = [chance.choice(BODIES).format(_word(chance).capitalize()) for _ in range(40 + size // 2)]
    people = [
        (f"{chance.choice(GIVEN)} {_word(chance).capitalize()}", chance.choice(bodies)) for _ in range(40 + size * 2)
    ]
    return tuple(_document(number, people, bodies, chance) for number in range(size))


def _document(number: int, people: list[tuple[str, str]], bodies: list[str], chance: random.Random) -> Extraction:
    name = f"d{number:06}"
    text: list[str] = []
    mentions: list[Mention] = []
    roles: list[Role] = []
    for _ in range(PER_DOCUMENT):
        someone, home = chance.choice(people[:40] if chance.random() < 0.2 else people)
        own = home if chance.random() < 0.9 else chance.choice(bodies)
        body = _say(name, text, "organisation", _shouted(own, chance))
        person = _say(name, text, "person", _varied(someone, chance))
        mentions += [body, person]
        if chance.random() < 0.3:
            roles.append(Role(person.id, "maire", Provenance(person.span, "bench/1"), body.id))
    document = Document(name, f"{name}.txt", "0", "text/plain", "\n".join(text), name)
    return Extraction(document, mentions=tuple(sorted(mentions)), roles=tuple(roles))


def _say(document: str, text: list[str], kind: Kind, name: str) -> Mention:
    start = sum(len(line) + 1 for line in text)
    text.append(name)
    return Mention(Span(document, start, start + len(name)), kind, name, "bench/1")


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 3, 3, 4, 4, 4))))


def _varied(name: str, chance: random.Random) -> str:
    given, surname = name.split()
    forms = (
        name,
        name,
        name,
        name.upper(),
        f"{given} {surname.upper()}",
        f"{given[0]}. {surname}",
        f"{surname} {given}",
    )
    slipped = f"{given} {surname[:-2]}{surname[-1]}"
    return slipped if chance.random() < 0.02 else chance.choice(forms)


def _shouted(name: str, chance: random.Random) -> str:
    return name.upper() if chance.random() < 0.2 else name


if __name__ == "__main__":
    main(sys.argv[1:])
