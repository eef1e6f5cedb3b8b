"""Sessions whose headings tell no kind of session: what stands between an opening and a closing, hearings, series."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from corpus import Span, reading
from kg.extract.hours import opening_hours
from kg.extract.labels import lines
from kg.extract.source import Source, Unit
from kg.lexicon.folding import fold
from kg.regex import regex

#: What opens a meeting and what closes it, folded; an introduction and a conclusion make no meeting by themselves.
_OPENS = regex(
    r"(?:(?:seance|session|discours|mots?|propos|allocutions?|paroles?) d(?:e |['’ ]+))?"
    r"(?:ouverture|accueil|bienvenue)\b|prelude|prologue|lever de rideau"
)
_CLOSES = regex(
    r"(?:(?:seance|session|discours|mots?|propos|allocutions?|paroles?) de (?:la )?)?(?:cloture|fin)\b"
    r"|finale?\b|epilogue|conclusions?\b|pour (?:finir|conclure)|(?:derniers )?mots de la fin|tomber de rideau"
)
#: What stands among the sessions of proceedings and is none.
_NO_SESSION = regex(
    r"annexes?\b|encadre|reperes?\b|chiffres|en chiffres|programme|sommaire|table des matieres|liste|participants|"
    r"bibliographie|pour aller plus loin|contacts?\b|remerciements|glossaire|en bref|a retenir|chronologie|"
    r"(?:questions|echanges|debats?|discussions?)(?: avec)?(?: de| dans)? la salle|la salle|cafe\b|(?:petit )?dejeuner|"
    r"pause|diner|buffet|cocktail|accueil (?:cafe|des|petit|et)|(?:lun|mar|mercre|jeu|vendre|same)di \d|visites?\b|"
    r"ateliers au|presentation|"
    r".*\b(?:actes|compte[- ]rendu|synthese) d"
)
#: « Premier mouvement — … », « Acte II : … »: the same word counted at least twice.
_COUNTED = regex(
    r"(?:premiere?|1ere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|derniere?)\s+(?P<what>[a-z-]{3,})"
    r"(?=\s*(?:$|[:.–—-]))|(?P<numbered>acte|escale|mouvement|manche|regard|dialogue|duo|controverse)\s+"
    r"(?:n\s?[°o]\s*)?(?:\d{1,2}|[ivx]{1,4})\b"
)
_WRITTEN_PART = regex(
    r"partie|chapitre|section|point|question|resolution|deliberation|annexe|axe|volet|objectif|enjeu|constat|etape|"
    r"phase|principe|lecon|piste|levier|recommandation|proposition|article|paragraphe|edition|prix|tour|lecture|"
    r"exemple|raison|idee|condition|hypothese|priorite|orientation|action|mesure|defi|cas|scenario|jour|jury"
)
#: « 2. Audition de M. le docteur Blanc, … », « Conférence d'Ada Blanc : la rue ».
_OF_SOMEBODY = regex(
    r"(?:\d{1,2}\s?[.)/–-]\s*)?(?P<label>(?:Auditions?(?: commune)?|Conférence|Exposé|Communication|Allocution|Keynote|"
    r"Leçon|Témoignage|Discours|Grand entretien|Intervention|Regards?|"
    r"Carte blanche|AUDITION)\s(?:de |d'|avec |à |croisés? de )"
    r"(?:(?:MM?\.|Mmes?|Mlle|Dr|Pr|Me|l[ae]|l'|docteure?|professeure?|chef|colonel|capitaine|abbé|père|frère|sœur|"
    r"maître|préf[eè]te?|maire|ministre)\s?)*[A-ZÀ-Ý][\w'-]+(?:[^.;\n|]|(?<=\bM)\.)*)"
)
#: After hearings, the numbered item in which those who heard speak among themselves.
_AMONG_THEM = regex(r"\d{1,2}\s?[.)/–-]\s*(?P<label>Échange de vues|Discussion générale|Débat général|Délibéré)\s*$")
_NUMBER = regex(r"(\d{1,2})\s?[.)]\s+\S")
_SEVERAL = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_STATED = regex(
    rf"\b(?:(?P<word>{'|'.join(_SEVERAL)})|(?P<digits>[2-9]))\s+"
    r"(?:ateliers|tables rondes|tables|sessions|sequences|groupes|debats|conferences|seances|rencontres)\b"
)
_LEAST, _MOST = 3, 16
#: A session as it is found: its slice and its words.
Found = tuple[Span, str]


def told_by_headings(source: Source, headings: Sequence[Unit], sure: Sequence[Unit]) -> Iterator[Unit]:
    """Yield the headings that are sessions by their place: framed, counted, or as many as the title says.

    `sure` are those whose words say that they are sessions.
    """
    known = {unit.start for unit in sure}
    levels = {heading.span.start: heading.level for heading in source.document.outline}
    told: dict[int, Unit] = {}
    for level in set(levels.values()):
        alike = [unit for unit in headings if levels.get(unit.start) == level and unit.start > 0]
        for unit in (*_framed(alike, known), *_counted(alike), *_as_many_as_said(source, alike)):
            told.setdefault(unit.start, unit)
    yield from (told[start] for start in sorted(told))


def _words(unit: Unit) -> str:
    """Return the folded words of a heading without the hours before them."""
    words = " ".join(unit.text.split())
    opened = opening_hours(words)
    return fold(words[opened.end :] if opened and not words[:1].isalpha() else words).lstrip(" .–—-:|*_")


def _framed(alike: Sequence[Unit], known: Collection[int]) -> Sequence[Unit]:
    """Return the headings from an opening to a closing of the same level, both included.

    Nothing when most of those between say no session and some do: they are the parts of sessions.
    """
    words = [_words(unit) for unit in alike]
    first = next((at for at, told in enumerate(words) if _OPENS.match(told)), None)
    last = next((at for at in range(len(words) - 1, -1, -1) if _CLOSES.match(words[at])), None)
    if first is None or last is None or not _LEAST <= last - first + 1 <= _MOST:
        return ()
    inside = [unit.start in known for unit in alike[first + 1 : last]]
    if any(inside) and 2 * sum(inside) < len(inside):
        return ()
    return [unit for at, unit in enumerate(alike) if first <= at <= last and not _NO_SESSION.match(words[at])]


def _counted(alike: Sequence[Unit]) -> Sequence[Unit]:
    """Return the headings that count the same word: « Premier mouvement — … », « Deuxième mouvement — … »."""
    matches = [(unit, told) for unit in alike if (told := _COUNTED.match(_words(unit)))]
    often = Counter(told["what"] or told["numbered"] for _, told in matches)
    return [
        unit
        for unit, told in matches
        if often[what := told["what"] or told["numbered"]] > 1 and not _WRITTEN_PART.match(what)
    ]


def _as_many_as_said(source: Source, alike: Sequence[Unit]) -> Sequence[Unit]:
    """Return the numbered headings when the front says how many workshops there were: « les trois ateliers »."""
    stated = _STATED.search(fold(f"{source.document.title} {source.document.text[:400]}"))
    if stated is None:
        return ()
    wanted = int(stated["digits"]) if stated["digits"] else _SEVERAL.index(stated["word"]) + 2
    numbered = [(unit, int(told[1])) for unit in alike if (told := _NUMBER.match(unit.text.strip()))]
    return [unit for unit, _ in numbered] if [number for _, number in numbered] == list(range(1, wanted + 1)) else ()


def of_somebody(source: Source) -> Iterator[Found]:
    """Yield the headings and numbered lines that say who is heard, and then « Échange de vues »."""
    heard = False
    for unit in source.units:
        if unit.block.kind == "row":
            continue
        found = list(lines(source, unit))
        for at, (start, end) in enumerate(found):
            words = reading(source.document, Span(source.document.id, start, end)).strip("*_# ").replace("’", "'")
            told = _OF_SOMEBODY.match(words)
            numbered = words[:1].isdigit()
            if told and (numbered or (unit.block.kind == "heading" and at == 0)):
                heard = True
                yield Span(source.document.id, start, end), _who_is_heard(told["label"], numbered=numbered)
            elif heard and numbered and (among := _AMONG_THEM.match(words)):
                yield Span(source.document.id, start, end), among["label"]


def _who_is_heard(label: str, *, numbered: bool) -> str:
    """Leave out the functions after the names: « Audition de M. Blanc, maire de Lens »."""
    return re.split(r",\s(?![A-ZÀ-Ý]|M\.|Mme|et )", label)[0].rstrip(" ,:-") if numbered else label.rstrip(" ,:")
