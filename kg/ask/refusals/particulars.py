"""What is private: an age, a home, a number, a wage. Told by a sentence about the person, or refused."""

from index import fold
from kg.ask.answers.proofs import cited
from kg.ask.answers.rows import entity_row, refused
from kg.ask.language import french
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.somebody import naming
from kg.regex import regex
from kg.types import Answer, Entity

KIND = "who-is"
#: What is asked of somebody, and what a folded sentence must hold to tell it.
_ASKED = (
    (
        regex(
            r"(?<!a )(?<!de )(?<!depuis )\bquel age\b"
            r"|\bl'age d|\bage d[eu']|\bdate de naissance\b|\bquand est nee?\b|\best nee? (?:quand|en)\b"
            r"|^quand \S.* est-(?:il|elle) nee?\b"
        ),
        regex(
            r"\b\d{1,3} ans\b|\b(?:nee?|naquit) (?:en|le)\b"
            r"|\b(?:1[89]|20)\d\d\W{0,6}(?:[\w.-]+ ){1,4}nait\b|\((?:1[89]|20)\d\d(?:-\d{4})?\)"
        ),
    ),
    (
        regex(r"^ou (?:habite|vit|reside|loge)\b|\bhabite (?:ou|dans quel)|\badresse\b(?! (?:mail|elec))"),
        regex(r"\bhabit(?:e|ait|ant)\b|\bdomicili|\breside\b|\bvit a\b|\b\d+,? (?:bis )?(?:rue|avenue|place|quai)\b"),
    ),
    (
        regex(r"^ou est nee?\b|^ou \S.* est-(?:il|elle) nee?\b"),
        regex(r"\b(?:nee?|nait|naquit|native?|natif|originaire) (?:a|au|aux|de|du|en)\b"),
    ),
    (regex(r"\btelephone\b|\bportable\b|\bjoindre\b"), regex(r"(?:\d{2}[ .]?){5}|\+\d{2}")),
    (regex(r"\badresse (?:mail|elec)|\bcourriel\b|\be?-?mail\b"), regex(r"\S+@\S+")),
    (
        regex(r"\bsalaire\b|\bcombien gagne|\best payee?\b|\bremuneration\b|\bindemnites?\b"),
        regex(
            r"\b(?:salaire|remuner\w+|indemni\w+|gagne\w*|paye\w*|touche\w*)\b[^.;]{0,60}?\d[\d .,]*(?:euros|k?€)"
            r"|\b\d[\d .,]*(?:euros|k?€)[^.;]{0,20}\b(?:par mois|mensuel\w*|bruts?|nets?|de salaire|d'indemnit\w+)\b"
        ),
    ),
    (
        regex(
            r"\breligion\b|\bparti politique\b|\bquel parti\b|\bbord politique\b|\betiquette\b"
            r"|\bvote-t-(?!\w+ (?:contre|pour)\b)"
        ),
        regex(r"\bparti\b|\bsans etiquette\b|\bcatholique|\bmusulman|\bprotestant|\bmembre du\b"),
    ),
)


def is_private(query: Query) -> bool:
    """Tell whether a question asks something private of one person."""
    return len(query.entities("person")) == 1 and any(asks.search(query.folded) for asks, _ in _ASKED)


def told_or_refused(query: Query, library: Library, people: list[Entity]) -> Answer | None:
    """Answer a private thing asked of one person by a sentence that tells it, else refuse; else nothing."""
    needed = next((tells for asks, tells in _ASKED if asks.search(query.folded)), None)
    if needed is None or len(people) != 1:
        return None
    person = people[0]
    for mention, sentence in naming(library, person):
        text = library.knowledge.documents[sentence.document_id].text
        near = fold(text[max(sentence.start, mention.span.start - 60) : min(sentence.end, mention.span.end + 90)])
        found = needed.search(near)
        if found:
            evidence = (cited(library, sentence),)
            words = f"{person.label} : « {library.reading(sentence)} »"
            row = entity_row(person, evidence, value=found[0])
            return Answer(query.text, KIND, french.shortened(words), (row,))
    return refused(query, KIND, f"aucun document ne le dit ({person.label})", f"phrases qui nomment {person.label}")
