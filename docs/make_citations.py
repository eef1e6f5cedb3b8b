"""Write docs/citations.md from the counts of the rules; with --check, fail when it is out of date."""

import json
import sys
from pathlib import Path

from kg.relate.quotations.confidence import DEFAULT, PATH, confidence_of, measured

PAGE = Path(__file__).parent / "citations.md"
HEAD = """# Les citations : ce que valent les règles

<!-- Page écrite à partir de kg/relate/quotations/measured.json : python bench/quotations.py --write. -->

Chaque attribution porte le nom de la règle qui l'a faite et une confiance, qui vient des comptes de cette page et de
rien d'autre : attributions justes et faites par la règle, rapprochées de la précision commune quand les cas sont rares.
Les *cas* sont des phrases et de courts documents inventés, rangés par construction ; les *documents* sont cinq jeux
de comptes rendus annotés, lus avec les personnes et les organismes que Palabre y trouve lui-même. Ces textes furent vus
pendant la mise au point : les chiffres d'un texte jamais vu sont dans les fichiers FIRST.md de tests/golden.
"""


def page() -> str:
    """Return the whole page, as Markdown."""
    counts = json.loads(PATH.read_text(encoding="utf-8"))
    expected = sum(part["expected"] for part in counts["overall"].values())
    rules = _rules(counts["rules"], expected)
    parts = [HEAD, _overall(counts["overall"]), _dial(), _constructions(counts["constructions"]), rules]
    return "\n".join(parts)


def _overall(overall: dict[str, dict[str, int]]) -> str:
    rows = ["## En tout\n", "| | attendues | trouvées | F1 large | F1 strict | précision nommée | rappel nommé |"]
    rows.append("|---|---|---|---|---|---|---|")
    for name, o in sorted(overall.items()):
        both = o["expected"] + o["found"]
        told = (2 * o["loose"] / both, 2 * o["strict"] / both, o["named right"] / o["named"],
                o["named right"] / o["asked by name"])  # fmt: skip
        figures = " | ".join(_decimal(figure) for figure in told)
        rows.append(f"| {'cas' if name == 'cases' else 'documents'} | {o['expected']} | {o['found']} | {figures} |")
    return "\n".join(rows) + "\n"


def _dial() -> str:
    rows = [
        "## Le curseur\n",
        "Ce que `palabre build --min-confidence` garde, sur tous ces textes ; en dessous, la citation reste et",
        f"son locuteur est tu. Par défaut : {_decimal(DEFAULT)}.\n",
        "| confiance d'au moins | attributions gardées | justes | précision |",
        "|---|---|---|---|",
    ]
    everything = sum(made for _, made in measured().values())
    for floor in sorted({0.0, 0.7, DEFAULT, 0.85, 0.9, 0.95, 0.97}):
        kept = [counts for rule, counts in measured().items() if confidence_of(rule) >= floor]
        right, made = sum(right for right, _ in kept), sum(made for _, made in kept)
        rows.append(
            f"| {_decimal(floor)} | {made} sur {everything} | {right} | {_decimal(right / made) if made else '—'} |"
        )
    return "\n".join(rows) + "\n"


def _constructions(constructions: dict[str, dict[str, list[int]]]) -> str:
    rows = [
        "## Par construction\n",
        "Juste : trouvée, avec son locuteur, ou personne quand personne n'est nommé.\n",
        "| construction | attendues | faites | justes | précision | rappel |",
        "|---|---|---|---|---|---|",
    ]
    for _, part in sorted(constructions.items()):
        for name, (asked, _, right, made) in sorted(part.items()):
            ratios = (_decimal(right / made) if made else "—", _decimal(right / asked) if asked else "—")
            rows.append(f"| {name} | {asked} | {made} | {right} | {ratios[0]} | {ratios[1]} |")
    return "\n".join(rows) + "\n"


def _rules(rules: dict[str, dict[str, list[int]]], expected: int) -> str:
    rows = [
        "## Par règle\n",
        "Nommées : les attributions qui nomment quelqu'un, justes / faites ; toutes : avec celles qui ne nomment",
        "personne.",
        "La dernière colonne dit quelle part des citations attendues la règle trouve juste (son rappel).\n",
        "| règle | cas, nommées | cas, toutes | documents, nommées | documents, toutes | confiance | part du rappel |",
        "|---|---|---|---|---|---|---|",
    ]
    for rule in sorted(measured()):
        cells = [part.get(rule, [0, 0, 0, 0]) for part in (rules["cases"], rules["documents"])]
        told = " | ".join(f"{cell[0]} / {cell[1]} | {cell[2]} / {cell[3]}" for cell in cells)
        share = sum(cell[2] for cell in cells) / expected
        rows.append(f"| `{rule}` | {told} | {_decimal(confidence_of(rule))} | {_decimal(share)} |")
    return "\n".join(rows) + "\n"


def _decimal(figure: float) -> str:
    return f"{figure:.3f}".replace(".", ",")


def main() -> int:
    """Write the page, or compare it with `--check`; return the exit code."""
    if "--check" in sys.argv[1:]:
        if PAGE.read_text(encoding="utf-8") == page():
            return 0
        print(f"{PAGE} is out of date: run python bench/quotations.py --write", file=sys.stderr)
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
