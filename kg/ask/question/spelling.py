"""Slips of the keyboard in the words of a question: « particpants », « sinquiete », « moderateur de la sesion »."""

import re
from functools import lru_cache

from index import fold, tokens
from kg.ask.language.dictionary import french_accented
from kg.ask.language.words import speech_stems
from kg.ask.library import Library
from kg.regex import regex
from kg.usual_questions import QUESTIONS

#: Words that questions are asked with, beside those of the usual questions.
_WORDS = """
participants participé participait inscrits inscriptions présents absents excusés intervenants intervenait intervenantes
animateur animatrice animait animé modérateur modératrice modérait modéré organisateur organisateurs organisait organisé
association associations organisation organisations entreprise entreprises collectivité collectivités institution
établissement représentait représentant représentante président présidente directeur directrice responsable conseillère
programme session sessions atelier ateliers séminaire colloque conférence assemblée réunion conseil municipal
communautaire recommandations propositions participants nombre combien personnes habitants pourcentage montant budget
quelles quelle quels commune communes département région ville villes pays étranger étrangère partenaires financeurs
évoqué évoque abordé aborde proposé propose demandé demande souhaité expliqué explique affirmé critiqué défendu
différence comparaison relation rapport pourquoi comment lorsque pendant prochaine prochain dernier dernière ouverture
clôture conclusion introduction témoignage intervention interventions métier fonction fonctions profession
"""
_LETTERS = regex(r"[a-zà-ÿœ'’-]+")
_GLUED = regex(r"(?P<letter>[ldsnj]|qu)(?P<rest>[aeiouyhàâéèêîôûœ][a-zà-ÿœ-]{4,})")
#: Least length of a word that is spelled anew with one letter's slip, then with two.
ONE, TWO = 6, 10


def spelled(question: str, library: Library) -> str:
    """Return a question with its mistyped words set right; a word that the corpus knows stays as it is, a name too."""

    def right(match: re.Match[str]) -> str:
        word = match[0]
        before = question[match.start() - 1 : match.start()]
        if len(word) < ONE or not word.isalpha() or before.isalnum() or _known(word, library):
            return word
        glued = _GLUED.fullmatch(word)
        parts = f"{glued['letter']}'{glued['rest']}" if glued and _known(glued["rest"], library) else ""
        better = parts or _nearest(fold(word))
        return better if better and not french_accented(word) else word

    return _LETTERS.sub(right, question)


def _known(word: str, library: Library) -> bool:
    stems = tokens(word)
    return not stems or fold(word) in _asking() or all(library.knows(s) or s in speech_stems() for s in stems)


@lru_cache(maxsize=1)
def _asking() -> dict[str, str]:
    """Return the words that questions are asked with, folded, with their spelling."""
    words = re.findall(r"[a-zà-ÿœ]+", " ".join((*QUESTIONS, _WORDS)).lower())
    return {fold(word): word for word in words}


@lru_cache(maxsize=256)
def _nearest(word: str) -> str:
    """Return the word of questions that differs by one letter, or by two when it is long; empty when none does."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    if len(word) < ONE:
        return ""
    most = 2 if len(word) >= TWO else 1
    near = [known for known in _asking() if len(known) >= ONE - 1 and known[0] == word[0]]
    found = process.extractOne(word, near, scorer=DamerauLevenshtein.distance, score_cutoff=most)
    return _asking()[found[0]] if found else ""
