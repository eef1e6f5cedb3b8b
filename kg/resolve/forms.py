"""What resolution compares: one written form of a person or an organisation, where, and with which bodies."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.person_names import folded_name
from kg.lexicon.folding import fold
from kg.lexicon.functions import COURTESY, Gender
from kg.lexicon.given_names import gender_of, is_given_name
from kg.lexicon.trades import told_gender
from kg.types import Extraction, Mention, Role


@dataclass(slots=True)
class Form:
    """Mentions of one document that are read alike: the unit that resolution groups."""

    document: str
    kind: str
    name: str
    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)
    title: Gender | None = None
    rules: set[str] = field(default_factory=set)
    separate: str = ""
    bare: bool = False
    #: True when a title stands before a surname alone: « Maître Roy » is no Roy by given name.
    titled: bool = False
    #: True when all who bear the surname in the corpus have given names that sound alike.
    sole: bool = False

    @property
    def order(self) -> tuple[str, int, str]:
        """Where the form stands first: document, place, name."""
        return (self.document, min(m.span.start for m in self.mentions), self.name)

    @property
    def gender(self) -> Gender | None:
        """The gender that a title, a function or the given name tells."""
        return self.title or (gender_of(self.words[0]) if self.words and not self.titled else None)


def person_words(name: str) -> tuple[tuple[str, ...], Gender | None, bool]:
    """Return the folded words of a person's name, the gender of its title, and whether the surname stands alone."""
    words = folded_name(name).split()
    gender: Gender | None = None
    titled = False
    while words and words[0] in COURTESY and len(words) > 1 and not name.startswith("M.-"):
        gender, titled = COURTESY[words[0]], True
        words = words[1:]
    last = "".join(name.replace("‑", "-").split()[-1:])
    joined = last.count("-") == len(words) - 1  # « Mme Martin-Roux » is a surname alone
    return tuple(words), gender, titled and (joined or not is_given_name(words[0]))


def person_forms(extraction: Extraction, body_of: dict[str, str]) -> list[Form]:
    """Group the mentions of people of one document by their folded name; rows of one name and two bodies stay apart."""
    held = _roles_by_person(extraction.roles)
    forms: dict[tuple[tuple[str, ...], str, Gender | None], Form] = {}
    listed = _rows_apart(extraction, body_of)
    for mention in (m for m in extraction.mentions if m.kind == "person"):
        words, title, titled = person_words(mention.name)
        key = (words, listed.get(mention.id, ""), title if titled else None)
        new = Form(extraction.document.source, "person", mention.name, words, separate=key[1], titled=titled)
        form = forms.setdefault(key, new)
        form.bare = len(words) < 2 or ((form.bare or not form.mentions) and titled)
        form.mentions.append(mention)
        form.rules.add(mention.rule)
        form.title = form.title or title or _title_before(extraction, mention)
        for role in held.get(mention.id, ()):
            if role.organisation:
                form.bodies.add(body_of.get(role.organisation, role.organisation))
            form.title = form.title or told_gender(role.function)
    return sorted(forms.values(), key=lambda form: form.order)


def _title_before(extraction: Extraction, mention: Mention) -> Gender | None:
    """Return the gender that a title just before a mention tells: « Mme Azenor LE GALL »."""
    before = extraction.document.text[max(0, mention.span.start - 10) : mention.span.start].split()
    return COURTESY.get(fold(before[-1]).rstrip(".")) if before else None


def _roles_by_person(roles: Sequence[Role]) -> dict[str, list[Role]]:
    found: dict[str, list[Role]] = {}
    for role in roles:
        found.setdefault(role.person, []).append(role)
    return found


def _rows_apart(extraction: Extraction, body_of: dict[str, str]) -> dict[str, str]:
    """Return, for people of one name listed twice in tables with two bodies, the body that keeps each apart."""
    rows = {
        m.id: person_words(m.name)[0]
        for m in extraction.mentions
        if m.kind == "person" and m.rule.startswith("table-row")
    }
    counts = Counter(rows.values())
    apart: dict[str, str] = {}
    for role in extraction.roles:
        if role.person in rows and counts[rows[role.person]] > 1 and role.organisation:
            apart[role.person] = body_of.get(role.organisation, role.organisation)
    return apart


def written_forms(extraction: Extraction, mentions: Sequence[Mention]) -> Counter[str]:
    """Count how mentions of one document are written, on one line."""
    return Counter(" ".join(extraction.document.quote(m.span).replace("’", "'").split()) for m in mentions)


def is_shouted(words: str) -> bool:
    """Tell a form in which whole words are in capitals."""
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in words.replace("-", " ").split())


def folded(name: str) -> str:
    """Return a name as anchors and decisions compare it."""
    return " ".join(fold(name).replace("-", " ").replace("'", " ").split())
