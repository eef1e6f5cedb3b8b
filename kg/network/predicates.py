"""What a predicate of the ontology is called in French."""

import re
from functools import cache

from ontology import ONTOLOGY_FILE, PREFIXES


def words_of(predicate: str) -> str:
    """Return the French label of a term (`pal:about` is « porte sur »); one that is not declared is spelt out."""
    return _labels().get(predicate) or _spelt_out(predicate)


@cache
def _labels() -> dict[str, str]:
    """Return the French labels of the ontology, by term."""
    import pyoxigraph

    prefixes = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    labels: dict[str, str] = {}
    for quad in pyoxigraph.parse(path=ONTOLOGY_FILE, format=pyoxigraph.RdfFormat.TURTLE):
        subject, label = quad.subject, quad.object
        if quad.predicate.value != f"{PREFIXES['rdfs']}label" or not isinstance(subject, pyoxigraph.NamedNode):
            continue
        if isinstance(label, pyoxigraph.Literal) and label.language == "fr":
            namespace, name = re.split(r"(?<=[#/])(?=[^#/]*$)", subject.value, maxsplit=1)
            labels[f"{prefixes.get(namespace, namespace)}:{name}"] = label.value
    return labels


def _spelt_out(predicate: str) -> str:
    """Spell out a term: `pal:worksWith` gives « works with »."""
    name = re.split(r"[:/#]", predicate.rstrip("/#"))[-1]
    return re.sub(r"(?<=.)([A-Z])", r" \1", name).lower() or predicate
