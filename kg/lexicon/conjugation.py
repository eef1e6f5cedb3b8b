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


#: Endings of the infinitive, longest first, and what stands in their place in the principal parts: present singular,
#: present plural, imperfect stem, past singular, past plural, future stem, participle, -ant.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("prendre", ("prend", "prennent", "pren", "prit", "prirent", "prendr", "pris", "prenant")),
    ("mouvoir", ("meut", "meuvent", "mouv", "mut", "murent", "mouvr", "mu", "mouvant")),
    ("vouloir", ("veut", "veulent", "voul", "voulut", "voulurent", "voudr", "voulu", "voulant")),
    ("prévoir", ("prévoit", "prévoient", "prévoy", "prévit", "prévirent", "prévoir", "prévu", "prévoyant")),
    ("quérir", ("quiert", "quièrent", "quér", "quit", "quirent", "querr", "quis", "quérant")),
    ("duire", ("duit", "duisent", "duis", "duisit", "duisirent", "duir", "duit", "duisant")),
    ("clure", ("clut", "cluent", "clu", "clut", "clurent", "clur", "clu", "cluant")),
    ("cevoir", ("çoit", "çoivent", "cev", "çut", "çurent", "cevr", "çu", "cevant")),
    ("rdre", ("rd", "rdent", "rd", "rdit", "rdirent", "rdr", "rdu", "rdant")),
    ("rompre", ("rompt", "rompent", "romp", "rompit", "rompirent", "rompr", "rompu", "rompant")),
    ("truire", ("truit", "truisent", "truis", "truisit", "truisirent", "truir", "truit", "truisant")),
    ("vaincre", ("vainc", "vainquent", "vainqu", "vainquit", "vainquirent", "vaincr", "vaincu", "vainquant")),
    ("vivre", ("vit", "vivent", "viv", "vécut", "vécurent", "vivr", "vécu", "vivant")),
    ("crire", ("crit", "crivent", "criv", "crivit", "crivirent", "crir", "crit", "crivant")),
    ("faire", ("fait", "font", "fais", "fit", "firent", "fer", "fait", "faisant")),
    ("aindre", ("aint", "aignent", "aign", "aignit", "aignirent", "aindr", "aint", "aignant")),
    ("eindre", ("eint", "eignent", "eign", "eignit", "eignirent", "eindr", "eint", "eignant")),
    ("cueillir", ("cueille", "cueillent", "cueill", "cueillit", "cueillirent", "cueiller", "cueilli", "cueillant")),
    ("oindre", ("oint", "oignent", "oign", "oignit", "oignirent", "oindr", "oint", "oignant")),
    (
        "onnaître",
        ("onnaît", "onnaissent", "onnaiss", "onnut", "onnurent", "onnaîtr", "onnu", "onnaissant"),
    ),
    ("naître", ("naît", "naissent", "naiss", "naquit", "naquirent", "naîtr", "né", "naissant")),
    ("aître", ("aît", "aissent", "aiss", "ut", "urent", "aîtr", "u", "aissant")),
    ("mettre", ("met", "mettent", "mett", "mit", "mirent", "mettr", "mis", "mettant")),
    ("suivre", ("suit", "suivent", "suiv", "suivit", "suivirent", "suivr", "suivi", "suivant")),
    ("croire", ("croit", "croient", "croy", "crut", "crurent", "croir", "cru", "croyant")),
    ("battre", ("bat", "battent", "batt", "battit", "battirent", "battr", "battu", "battant")),
    ("mentir", ("ment", "mentent", "ment", "mentit", "mentirent", "mentir", "menti", "mentant")),
    ("sentir", ("sent", "sentent", "sent", "sentit", "sentirent", "sentir", "senti", "sentant")),
    ("frir", ("fre", "frent", "fr", "frit", "frirent", "frir", "fert", "frant")),
    ("ouvrir", ("ouvre", "ouvrent", "ouvr", "ouvrit", "ouvrirent", "ouvrir", "ouvert", "ouvrant")),
    ("avoir", ("a", "ont", "av", "eut", "eurent", "aur", "eu", "ayant")),
    ("venir", ("vient", "viennent", "ven", "vint", "vinrent", "viendr", "venu", "venant")),
    ("tenir", ("tient", "tiennent", "ten", "tint", "tinrent", "tiendr", "tenu", "tenant")),
    ("ndre", ("nd", "ndent", "nd", "ndit", "ndirent", "ndr", "ndu", "ndant")),
    ("valoir", ("vaut", "valent", "val", "valut", "valurent", "vaudr", "valu", "valant")),
    ("voir", ("voit", "voient", "voy", "vit", "virent", "verr", "vu", "voyant")),
    ("dire", ("dit", "disent", "dis", "dit", "dirent", "dir", "dit", "disant")),
    ("lire", ("lit", "lisent", "lis", "lut", "lurent", "lir", "lu", "lisant")),
    ("rire", ("rit", "rient", "ri", "rit", "rirent", "rir", "ri", "riant")),
    ("courir", ("court", "courent", "cour", "courut", "coururent", "courr", "couru", "courant")),
    ("mourir", ("meurt", "meurent", "mour", "mourut", "moururent", "mourr", "mort", "mourant")),
    ("ir", ("it", "issent", "iss", "it", "irent", "ir", "i", "issant")),
)
#: Stems of the first group that double their consonant (rappelle) instead of taking a grave accent (achète).
_DOUBLING = frozenset("appel rappel jet rejet grommel martell".split())
_AGREEMENTS = ("", "e", "s", "es")


def forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """Yield each written form of a verb.

    Args:
        lemma: an infinitive; one that fits no ending of the table and does not end in -er yields nothing.
    """
    parts = _principal_parts(lemma)
    if not parts:
        return
    singular, plural, imperfect, past, pasts, future, participle, gerund = parts
    for word in (singular, singular.replace("aît", "ait"), imperfect + "ait", past, future + "a", future + "ait"):
        yield word, Form(lemma, "finite")
    for word in (plural, imperfect + "aient", pasts, future + "ont", future + "aient"):
        yield word, Form(lemma, "finite", plural=True)
    for ending in _AGREEMENTS:
        written = participle if participle.endswith("s") and ending == "s" else participle + ending
        yield written, Form(lemma, "participle", ending in ("s", "es"))
    yield gerund, Form(lemma, "gerund")
    yield lemma, Form(lemma, "infinitive")


def _principal_parts(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("er"):
        return _first_group(lemma[:-2])
    for ending, parts in _ENDINGS:
        if lemma.endswith(ending):
            return tuple(lemma[: -len(ending)] + part for part in parts)
    return ()


def _first_group(stem: str) -> tuple[str, ...]:
    if stem in _DOUBLING:
        strong = stem + stem[-1]
        return (strong + "e", strong + "ent", stem, stem + "a", stem + "èrent", strong + "er", stem + "é", stem + "ant")
    strong = re.sub(r"(?:e(?=[clmnprstv]$)|é(?=(?:[bcdfglmnprstvz]|[bcdfgptv][rl]|gu|gn)$))", "è", stem)
    strong = re.sub(r"([ou])y$", r"\1i", strong)
    soft = re.sub(r"c$", "ç", re.sub(r"g$", "ge", stem))
    future = stem + "er" if stem[-2:-1] == "é" or "é" in stem[-3:] else strong + "er"
    return (strong + "e", strong + "ent", soft, soft + "a", stem + "èrent", future, stem + "é", soft + "ant")
