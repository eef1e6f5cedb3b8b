"""Third-person forms of French verbs, enough to recognise who does what in a report."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

FormKind = Literal["finite", "participle", "gerund", "infinitive"]


class Form(NamedTuple):
    """One written form of a verb; `plural` tells a third person plural."""

    lemma: str
    kind: FormKind
    plural: bool = False


#: present singular, present plural, imperfect stem, past singular, past plural, future stem, participle, -ant
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "admettre": ("admet", "admettent", "admett", "admit", "admirent", "admettr", "admis", "admettant"),
    "apprendre": ("apprend", "apprennent", "appren", "apprit", "apprirent", "apprendr", "appris", "apprenant"),
    "comprendre": (
        "comprend",
        "comprennent",
        "compren",
        "comprit",
        "comprirent",
        "comprendr",
        "compris",
        "comprenant",
    ),
    "conclure": ("conclut", "concluent", "conclu", "conclut", "conclurent", "conclur", "conclu", "concluant"),
    "convenir": ("convient", "conviennent", "conven", "convint", "convinrent", "conviendr", "convenu", "convenant"),
    "craindre": ("craint", "craignent", "craign", "craignit", "craignirent", "craindr", "craint", "craignant"),
    "croire": ("croit", "croient", "croy", "crut", "crurent", "croir", "cru", "croyant"),
    "décrire": ("décrit", "décrivent", "décriv", "décrivit", "décrivirent", "décrir", "décrit", "décrivant"),
    "défendre": ("défend", "défendent", "défend", "défendit", "défendirent", "défendr", "défendu", "défendant"),
    "démentir": ("dément", "démentent", "dément", "démentit", "démentirent", "démentir", "démenti", "démentant"),
    "dire": ("dit", "disent", "dis", "dit", "dirent", "dir", "dit", "disant"),
    "écrire": ("écrit", "écrivent", "écriv", "écrivit", "écrivirent", "écrir", "écrit", "écrivant"),
    "faire": ("fait", "font", "fais", "fit", "firent", "fer", "fait", "faisant"),
    "inscrire": ("inscrit", "inscrivent", "inscriv", "inscrivit", "inscrivirent", "inscrir", "inscrit", "inscrivant"),
    "intervenir": (
        "intervient",
        "interviennent",
        "interven",
        "intervint",
        "intervinrent",
        "interviendr",
        "intervenu",
        "intervenant",
    ),
    "mettre": ("met", "mettent", "mett", "mit", "mirent", "mettr", "mis", "mettant"),
    "ouvrir": ("ouvre", "ouvrent", "ouvr", "ouvrit", "ouvrirent", "ouvrir", "ouvert", "ouvrant"),
    "plaindre": ("plaint", "plaignent", "plaign", "plaignit", "plaignirent", "plaindr", "plaint", "plaignant"),
    "poursuivre": (
        "poursuit",
        "poursuivent",
        "poursuiv",
        "poursuivit",
        "poursuivirent",
        "poursuivr",
        "poursuivi",
        "poursuivant",
    ),
    "prendre": ("prend", "prennent", "pren", "prit", "prirent", "prendr", "pris", "prenant"),
    "prévenir": ("prévient", "préviennent", "préven", "prévint", "prévinrent", "préviendr", "prévenu", "prévenant"),
    "prévoir": ("prévoit", "prévoient", "prévoy", "prévit", "prévirent", "prévoir", "prévu", "prévoyant"),
    "promettre": ("promet", "promettent", "promett", "promit", "promirent", "promettr", "promis", "promettant"),
    "prédire": ("prédit", "prédisent", "prédis", "prédit", "prédirent", "prédir", "prédit", "prédisant"),
    "rappeler": ("rappelle", "rappellent", "rappel", "rappela", "rappelèrent", "rappeller", "rappelé", "rappelant"),
    "appeler": ("appelle", "appellent", "appel", "appela", "appelèrent", "appeller", "appelé", "appelant"),
    "interpeller": (
        "interpelle",
        "interpellent",
        "interpell",
        "interpella",
        "interpellèrent",
        "interpeller",
        "interpellé",
        "interpellant",
    ),
    "reconnaître": (
        "reconnaît",
        "reconnaissent",
        "reconnaiss",
        "reconnut",
        "reconnurent",
        "reconnaîtr",
        "reconnu",
        "reconnaissant",
    ),
    "redire": ("redit", "redisent", "redis", "redit", "redirent", "redir", "redit", "redisant"),
    "rejoindre": ("rejoint", "rejoignent", "rejoign", "rejoignit", "rejoignirent", "rejoindr", "rejoint", "rejoignant"),
    "rendre": ("rend", "rendent", "rend", "rendit", "rendirent", "rendr", "rendu", "rendant"),
    "répondre": ("répond", "répondent", "répond", "répondit", "répondirent", "répondr", "répondu", "répondant"),
    "revenir": ("revient", "reviennent", "reven", "revint", "revinrent", "reviendr", "revenu", "revenant"),
    "soutenir": ("soutient", "soutiennent", "souten", "soutint", "soutinrent", "soutiendr", "soutenu", "soutenant"),
    "sourire": ("sourit", "sourient", "souri", "sourit", "sourirent", "sourir", "souri", "souriant"),
    "tenir": ("tient", "tiennent", "ten", "tint", "tinrent", "tiendr", "tenu", "tenant"),
    "voir": ("voit", "voient", "voy", "vit", "virent", "verr", "vu", "voyant"),
    "vouloir": ("veut", "veulent", "voul", "voulut", "voulurent", "voudr", "voulu", "voulant"),
}
_AGREEMENTS = ("", "e", "s", "es")


def forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """Yield each written form of a verb; an infinitive in -ir that is not listed is of the second group."""
    if lemma in _IRREGULAR:
        parts = _IRREGULAR[lemma]
    elif lemma.endswith("er"):
        parts = _first_group(lemma)
    else:
        stem = lemma[:-2]
        parts = (stem + "it", stem + "issent", stem + "iss", stem + "it", stem + "irent", lemma, stem + "i",
                 stem + "issant")  # fmt: skip
    singular, plural, imperfect, past, pasts, future, participle, gerund = parts
    for word in (singular, imperfect + "ait", past, future + "a", future + "ait"):
        yield word, Form(lemma, "finite")
    for word in (plural, imperfect + "aient", pasts, future + "ont", future + "aient"):
        yield word, Form(lemma, "finite", plural=True)
    for ending in _AGREEMENTS:
        yield participle + ending, Form(lemma, "participle", ending in ("s", "es"))
    yield gerund, Form(lemma, "gerund")
    yield lemma, Form(lemma, "infinitive")


def _first_group(lemma: str) -> tuple[str, ...]:
    stem = lemma[:-2]
    strong = re.sub(r"(?:e(?=[clmnprstv]$)|é(?=(?:[bcdfglmnprstvz]|[bcdfgptv][rl]|gu|gn)$))", "è", stem)
    strong = re.sub(r"([ou])y$", r"\1i", strong)
    soft = re.sub(r"c$", "ç", re.sub(r"g$", "ge", stem))
    future = stem + "er" if stem[-2:-1] == "é" or "é" in stem[-3:] else strong + "er"
    return (strong + "e", strong + "ent", soft, soft + "a", stem + "èrent", future, stem + "é", soft + "ant")
