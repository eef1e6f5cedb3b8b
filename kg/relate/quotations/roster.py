"""Who may speak in a document: persons and organisations, their gender and what is known of their functions."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.regex import regex
from kg.relate.quotations.appositions import PARTS, appositions
from kg.relate.quotations.people import is_human
from kg.relate.quotations.words import fits, phrase_gender, stems, word_gender
from kg.types import Entity, Extraction, Kind, Mention, MentionId

_FEMININE_NOUNS = frozenset(
    "ville région agence métropole communauté association fédération université maison mairie chambre commune "
    "collectivité coopérative fondation école commission préfecture confédération ligue société entreprise banque "
    "caisse direction mission".split()
)
_MASCULINE_NOUNS = frozenset(
    "conseil réseau département ministère syndicat collectif comité centre institut groupe groupement office "
    "laboratoire parc mouvement club fonds secrétariat".split()
)
#: Functions of whoever comes in the name of a body, whatever else is known of them.
_SENT = frozenset("representant envoy delegu porte".split())
_TOWN = ("ville", "commune", "mairie", "municipalité")


#: « ancien maire », « maire de 1989 à 2014 », « l'ex-préfète »: a function that is no longer held.
PAST = regex(
    r"\b(?:anciens?|anciennes?|ex-\w+|honoraire|émérite|jusqu'en \d{4}|(?:de|entre) \d{4} (?:à|et|-) \d{4})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A person or an organisation of a document, as far as attribution needs it."""

    key: str
    kind: Kind
    gender: str | None
    functions: frozenset[str]
    words: frozenset[str]
    places: tuple[Mention, ...]
    #: Heads of the functions told as past (« maire de 1989 à 2014 », « ancien préfet ») and not as held today.
    former: frozenset[str] = frozenset()


class Roster:
    """The persons and organisations of one document, by mention and by function."""

    def __init__(self, extraction: Extraction, entities: Sequence[Entity], finite: Callable[[int, int], bool]) -> None:
        self.mentions = {mention.id: mention for mention in extraction.mentions}
        self._owner = {
            mention: entity for entity in entities for mention in entity.mentions if mention in self.mentions
        }
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(extraction.mentions):
            if mention.kind in ("person", "organisation"):
                groups[self.key(mention.id)].append(mention)
        self._genders = _title_genders(extraction)
        self.text = extraction.document.text
        functions = self._functions(extraction)
        told = appositions(extraction, self.key, finite)
        for key, pairs in told.functions.items():
            functions[key].extend(pairs)
        #: Where a part is announced (« Rapporteur : Ada Blanc »): offset, stem of the part, whose.
        self.parts = told.parts
        self.newly = told.newly
        self.known = {key: self._known(key, found, functions.get(key, [])) for key, found in sorted(groups.items())}

    def key(self, mention: MentionId) -> str:
        """Return the id of the entity that a mention belongs to, or the mention's own."""
        owner = self._owner.get(mention)
        return owner.id if owner else mention

    def of(self, mention: MentionId) -> Known:
        """Return what is known of the person or organisation that a mention names."""
        return self.known[self.key(mention)]

    def title_gender(self, mention: Mention) -> str | None:
        """Tell the gender that « Mme » or « M. » gives to a mention, or None."""
        return self._genders.get(mention.id)

    def _functions(self, extraction: Extraction) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for role in extraction.roles:
            found[self.key(role.person)].append((role.function, self._names_of(role.organisation)))
        return found

    def _names_of(self, mention: MentionId | None) -> str:
        if mention is None or mention not in self.mentions:
            return ""
        owner = self._owner.get(mention)
        return " ".join((self.mentions[mention].name, *((owner.label, *owner.aliases) if owner else ())))

    def _known(self, key: str, found: list[Mention], functions: list[tuple[str, str]]) -> Known:
        owner = self._owner.get(found[0].id)
        told = [function for function, _ in functions]
        titled = next((self._genders[m.id] for m in found if m.id in self._genders), None)
        gender = (
            (owner.gender if owner else None)
            or titled
            or _gender_of(found, [function for function in told if function not in PARTS.values()])
        )
        words = frozenset(stem for function, names in functions for stem in stems(f"{function} {names}"))
        heads = frozenset(stem for function in told for stem in _heads(function))
        today = frozenset(stem for function in told if not PAST.search(function) for stem in _heads(function))
        return Known(key, found[0].kind, gender, heads, words, tuple(found), heads - today)

    def holders(self, phrase: str, *, neutral: bool = False) -> list[Known]:
        """Return the persons one of whose functions every content word of a phrase fits.

        `neutral` takes « le maire » for a woman too.
        """
        wanted = self._told(stems(phrase))
        gender = None if neutral else phrase_gender(phrase)
        found = [
            person
            for person in self.known.values()
            if person.kind == "person"
            and wanted
            and (fits(wanted[0], person.functions, head=True) or (wanted[0] in _SENT and person.words and wanted[1:]))
            and all(fits(word, person.words) for word in wanted[1:])
            and not (gender and person.gender and gender != person.gender)
        ]
        # « la déléguée de Lens » is rather « Ada Blanc (Lens) » than somebody whose function is another one
        sent = [p for p in found if wanted[0] in p.functions] or [p for p in found if not p.functions]
        return sent if sent and wanted[0] in _SENT else found

    def natives(self, phrase: str) -> list[Known]:
        """Return the persons of the country or town that « le Danois », « la Lilloise » comes from."""
        wanted, gender = stems(phrase), phrase_gender(phrase)
        people = [known for known in self.known.values() if known.kind == "person" and wanted]
        people = [known for known in people if not (gender and known.gender and gender != known.gender)]
        return [known for known in people if fits(wanted[0], known.words)]

    def _told(self, wanted: list[str]) -> list[str]:
        """Leave out what tells of the moment: « la présidente sortante », « le maire actuel »."""
        return wanted[:1] + [word for word in wanted[1:] if word not in ("sortant", "actuel", "concern")]

    def affiliated(self, phrase: str) -> list[Known]:
        """Return the persons known to be of the body that a phrase names, and nothing else (« la présidente de … »)."""
        wanted, gender = self._told(stems(phrase))[1:], phrase_gender(phrase)
        return [
            person
            for person in self.known.values()
            if person.kind == "person"
            and wanted
            and not person.functions
            and all(fits(word, person.words) for word in wanted)
            and not (gender and person.gender and gender != person.gender)
        ]

    def in_part(self, phrase: str, at: int) -> Known | None:
        """Return who was last announced, before an offset, in the part that a bare phrase names (« le rapporteur »)."""
        wanted = stems(re.sub(r"\b(?:de séance|du groupe|de l'atelier|de la table|de la session)\b", "", phrase))
        told = [
            self.known[key] for start, stem, key in self.parts if start < at and [stem] == wanted and key in self.known
        ]
        gender = phrase_gender(phrase)
        found = [known for known in told if wanted == ["rapporteur"] or known.gender in (None, gender)]
        return found[-1] if found else None

    def initialled(self, letters: str) -> Known | None:
        """Return the only person whose initials these are, as the text gives them or as the name makes them."""
        wanted = _letters(letters)
        told = {_letters(written): self.key(m.id) for m, written in self._initials()}
        if wanted in told:
            return self.known[told[wanted]]
        people = [known for known in self.known.values() if known.kind == "person"]
        found = [k for k in people if wanted in {_made_initials(m.name) for m in k.places}]
        return found[0] if len(found) == 1 else None

    def _initials(self) -> Iterator[tuple[Mention, str]]:
        """Each person followed by letters in brackets: « Ada Blanc (AB) », « Ada Blanc (AB, Ville de Lens) »."""
        for mention in self.mentions.values():
            given = re.compile(r"\s*\((?P<letters>[A-ZÀ-Ý]{2,4}[a-z]?)[,)]").match(self.text, mention.span.end)
            if mention.kind == "person" and given:
                yield mention, given["letters"]

    def surnamed(self, words: str) -> list[Known]:
        """Return the persons whose name ends with a surname."""
        wanted = re.sub(r"^(?:mme|mlle|m|madame|monsieur|dr|pr)\.?\s+", "", words.lower())
        return [
            known
            for known in self.known.values()
            if known.kind == "person" and any(m.name.lower().endswith(" " + wanted) for m in known.places)
        ]

    def authorities(self, place: str) -> list[Known]:
        """Return the organisations named after a place (« Ville de Lens » for « Lens »)."""
        wanted = set(stems(place))
        return [
            known
            for known in self.known.values()
            if known.kind == "organisation"
            and wanted
            and any(wanted <= set(stems(m.name)) and _is_authority(m.name) for m in known.places)
        ]

    def bodies(self, noun: str, before: int) -> list[Known]:
        """Return the organisations named before an offset whose name begins with a noun; a town has several nouns."""
        heads = _TOWN if noun.lower() in _TOWN else (noun.lower(),)
        return [
            known
            for known in self.known.values()
            if known.kind == "organisation"
            and known.places[0].span.start < before
            and any(name.split()[0].lower() in heads for name in self._written(known) if name)
        ]

    def _written(self, known: Known) -> list[str]:
        owner = self._owner.get(known.places[0].id)
        told = (owner.label, *owner.aliases) if owner else ()
        return [*(mention.name for mention in known.places), *told]


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if c.isalpha()).upper()


def _made_initials(name: str) -> str:
    return _letters("".join(part[0] for part in re.split(r"[\s'’-]+", name) if part))


def _heads(function: str) -> list[str]:
    """Return the nouns that head a function: « Maire de Lens et présidente de … » → maire, président."""
    pieces = [piece.strip() for piece in re.split(r"[,;/(]|\bet\b", function) if piece.strip()]
    return [stem for i, piece in enumerate(pieces) if i == 0 or is_human(piece) for stem in stems(piece)[:2]]


def _title_genders(extraction: Extraction) -> dict[str, str]:
    """Tell gender by « Mme » or « M. » in a mention or just before it, by mention id."""
    text = extraction.document.text
    found: dict[str, str] = {}
    for mention in extraction.mentions:
        near = text[max(0, mention.span.start - 10) : mention.span.start + 9]
        ahead = mention.span.start - max(0, mention.span.start - 10)
        title = re.search(r"\b(?:Mme|Mlle|Madame|M\.|Monsieur)\s+", near)
        if title is None or title.end() < ahead:
            continue
        if title[0].startswith(("Mm", "Ml", "Mad")):
            found[mention.id] = "f"
        else:
            found[mention.id] = "m"
    return found


def _gender_of(found: list[Mention], functions: list[str]) -> str | None:
    if found[0].kind == "organisation":
        first = found[0].name.split()[0].lower()
        return "f" if first in _FEMININE_NOUNS else "m" if first in _MASCULINE_NOUNS else None
    genders = {gender for function in functions if (gender := word_gender(function))}
    return genders.pop() if len(genders) == 1 else None


def _is_authority(name: str) -> bool:
    return bool(re.match(r"(?:ville|mairie|commune|communauté|métropole|région|département|conseil|pays|"
    r"agglo)", name, re.I)
                or re.search(r"métropole$", name, re.I))  # fmt: skip
