"""What counts people, and what is a price: « 45 € » counts nobody, « personnes » counts those who came."""

import re

from index import fold
from kg.ask.counts.counting import Sought
from kg.ask.language.quantities import Quantity
from kg.ask.question.query import Query
from kg.ask.search.things import Sentence
from kg.lexicon.functions import is_function_start
from kg.regex import regex

#: Nouns for those who come, and for any people; folded.
CROWD = regex(
    r"(?:personne|participante?|gen|monde|present|auditeur|auditrice|spectateur|spectatrice|visiteur|convive|congressiste|stagiaire"
    r"|public|individu|inscrit|delegue|invite)s?$"
)
ANYBODY_NOUN = regex(r"(?:personne|gens?|individu|ame|monde)s?$")
#: What one pays to come, the cost of a whole, and the questions that a price answers.
_TICKET = regex(r"\b(?:tarifs?|entree|inscriptions?|participation|billets?|adhesion|places?|cotisation|diner|repas)\b")
_WHOLE = regex(r"\b(?:cout\w*|budget|depens\w+|financ\w+|en tout|au total)\b")
_ENTRY_ASKED = regex(
    r"\b(?:entree|inscri\w*|tarifs?|participer|participation|places?|billets?|adhe\w+|cotis\w+|repas|diner|venir|assister"
    r"|visite\w*|par personne|soiree|spectacle|concert|stage)\b"
)
#: Nouns for people whom « personnes » may count.
_HUMAN = regex(
    r"(?:salarie|employe|benevole|agent|habitant|adherent|membre|stagiaire|etudiant|eleve|enfant|jeune|femme|homme"
    r"|medecin|elu|delegue|usager|client|emprunteur|patient|migrant|refugie|chercheur|artisan|commercant|agriculteur"
    r"|volontaire|conseill|electeur|votant|citoyen|riverain|locataire|professionnel|technicien|formateur|animateur"
    r"|touriste|lecteur|abonne|retraite|senior|invite|ouvrier|travailleur|poste|emploi|cadre|interprete|musicien|acteur"
    r"|comedien|choriste|jardinier|secouriste|pompier|soignant|infirmi|signataire|jure|representant|intervenant)"
)
#: The tie of « personnes » to those who came.
ANYBODY = 0.95


def is_price(query: Query, asked: Sought, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell a price that counts nobody: « Inscription : 45 € », and tells no cost of the meeting."""
    if quantity.measure != "money":
        return False
    if asked.measure != "money":
        return bool(CROWD.match(asked.word))
    before = re.split(r"[.;]", fold(sentence.words[: quantity.start]))[-1]
    ticket = _TICKET.search(f"{quantity.label} : {before}") or _TICKET.match(sentence.folded)
    return bool(ticket and _WHOLE.search(query.folded) and not _ENTRY_ASKED.search(query.folded))


def of_people(asked: Sought, quantity: Quantity, before: float) -> float:
    """Return the tie of « personnes » to those asked for, and of those who came to « personnes ».

    `before` is the tie of « personnes » to people that the rest of the sentence tells.
    """
    first = quantity.noun[0] if quantity.noun else ""
    if ANYBODY_NOUN.match(asked.word) and CROWD.match(first):
        return ANYBODY
    if ANYBODY_NOUN.match(first):
        human = _HUMAN.match(asked.word) or is_function_start(asked.word.rstrip("s"))
        return ANYBODY if CROWD.match(asked.word) else before if asked.unnamed and human else 0.0
    return 0.0
