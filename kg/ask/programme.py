"""The programme of an event or session: who moderates, speaks, organises; which sessions; when a person is on it."""

import re

from index import fold, tokens
from kg.ask.answers.rows import refused
from kg.ask.language.session_numbers import has_same_number
from kg.ask.library import Library
from kg.ask.question.query import Query
from kg.ask.sessions.asked import ASKING_PARTS, named_event, sessions_asked
from kg.ask.sessions.front import front_lines
from kg.ask.sessions.hosts import hosted
from kg.ask.sessions.in_order import beside, programme_of, sessions_of_person
from kg.ask.sessions.mission_days import on_days
from kg.ask.sessions.on_behalf import on_behalf
from kg.ask.sessions.parts import ROLES, announced_at, in_words, labelled, people_of
from kg.ask.sessions.programme_lines import on_line
from kg.ask.sessions.proxies import ASKED as OF_PROXIES
from kg.ask.sessions.proxies import answer_proxies
from kg.ask.sessions.spoken import asks_what_is_said
from kg.ask.sessions.steps import answer_step, step_asked
from kg.ask.times.asked import wanted
from kg.lookup import event_chain
from kg.regex import regex
from kg.types import Answer, Event

KIND = "session-programme"
_ANY = ("speaker", "moderator", "secretary", "participant", "present")
EXAMPLES = (
    "Qui animait la table ronde ?",
    "Qui intervenait à la session 2 ?",
    "Quel était le programme du forum ?",
    "À quelle session Ana Belloir était-elle programmée ?",
)
#: The last label before a name, in words that lead to it: « rapporteuse : ».
_REPORTS = regex(r"\brapport\w*[^:;]{0,20}:?[^:;]{0,60}$")
#: Part, by the words that ask for it, and what the words that lead to the name must then say.
_PARTS: tuple[tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str] | None], ...] = (
    (regex(r"\b(?:rapporteu\w+|(?:fait|faisait|presente) le rapport|rapportait)\b"), _ANY, _REPORTS),
    (
        regex(r"\b(?:anim|moder|pilot(?!age\b))\w*|\b(?:condui|men|dirige)\w* (?:le|les|ces|ce) debats?"),
        ("moderator",),
        None,
    ),
    (regex(r"\borganis(?:e|ent|ait|aient|er|ee?s?|ateurs?|atrices?)\b"), ("organiser",), None),
    (regex(r"\bsecretaire de seance|\bsecretariat"), ("secretary",), None),
    (regex(r"\babsent\w*"), ("absent", "excused"), None),
    (regex(r"\bexcus\w*"), ("excused",), None),
    (
        regex(
            r"^(?:qui|quel(?:le)?s? \w+) "
            r"(?:manqu|n'(?:etait|etaient|est|a|ont) pas (?:la\b|present|venu|participe|assiste))\w*"
        ),
        ("absent", "excused"),
        None,
    ),
    (
        regex(
            r"\b(?:interv(?:en(?!tion)|ien)|speaker|orateur|oratric|programm(?!at)|annonc|prenai\w* la parole"
            r"|(?:prend|prennent|pris) la parole|invite)\w*|\bprevue?s?\b"
        ),
        ("speaker",),
        None,
    ),
    (
        regex(
            r"(?<!a )(?<!ont )(?<!avait )\b(?:present|participant|participai|particip|assist(?!an))\w*"
            r"|\b(?:a|ont|avait) participe\w*"
        ),
        ("present", "participant"),
        None,
    ),
)
_PEOPLE = r"(?:personnes?|interven|orat|anim|moder|rapporteu|particip|organis|invite|secretaire|elu|president|speaker"
_PEOPLE += r"|inscrit)\w*"
_WHO = regex(
    rf"^(?:et |alors |mais )?(?:qui\b|quel(?:le)?s? (?:sont |etaient |est |etait |fut )?(?:les? |la |l')?{_PEOPLE}"
    r"|quel(?:le)?s? (?:journaliste|chercheu|maire|profess|sociolog|universit(?!e)|conseill|adjoint|direct|depute)\w*"
    r"(?= (?:a |ont |avait )?(?:moder|anim|conclu))"
    rf"|(?:quel\w* (?:sont|etaient) )?les {ROLES} (?:des|de ceux qui)\b"
    rf"|par qui|liste|les? noms?|(?:les? |la |l')?(?:modera|anima|rapporteu|interven|orat|secretaire)\w*)"
    r"|\bpar qui\b|[,:] (?:c'etait |c'est )?qui\b|\bqui(?: ca)? ?\?*$"
)
_PRESIDES = regex(
    r"^qui (?:a )?presid\w* (?:la |le |l'|cette |ce )?(?:seance|conseil|assemblee|reunion|atelier|table ronde|session"
    r"|ag|jury|comite|pleniere|debats?|travaux)\b"
)
_PRESIDED = regex(r"\bpresid\w*|\bsous la presidence")
_SEVERAL = regex(r"^qui (?:sont|etaient|ont ete)\b|\b(?:les|des|quels|quelles) \w+(?:s|x)\b")
#: Those who spoke of something, wherever it was.
_HEARD = regex(
    r"^quel(?:le)?s (?:intervenant|orat|participant)\w* (?:ont|avaient) "
    r"(?:parl|evoqu|dit|abord|mention|trait|insist|cit)\w*"
)
_WHICH_SESSION = regex(
    r"\bdans quel(?:le)?s? (?:sessions?|ateliers?|tables? rondes?)\b|"
    r"\b(?:quand|a quel moment|a quelle heure|quel jour) (?:doit |va |est-ce qu\S* )?(?:interv|parl|pass)\w*|"
    r"\b(?:quelles? sessions?|quels? ateliers?(?! (?:d'insertion|proteg|velo\b))"
    r"|quelles? tables? rondes?|quelles? sequences?|quand intervenai\w*)\b"
)
_IS_ON = regex(r"\b(?:interv\w*|parl\w*|pass\w*|programm\w*|anim\w*|prenai\w*|prend\w*|exprim\w*)\b")
_SESSIONS = regex(
    r"^(?:le |quel (?:est|etait) (?:le |l')?)?(?:programme|deroule\w*|planning|emploi du temps)\b"
    r"|\b(?:au programme|programme d|le programme|le deroule|rendez-vous"
    r"|(?:quel(?:le)?s? |combien de |liste des? |(?:^|sont |etaient |ont ete |donne\w* |cite\w* )les? )(?:\w+ )?"
    r"(?:autres? )?"
    r"(?:sessions?|ateliers?(?! (?:d'insertion|proteg|velo\b))"
    r"|tables?(?: rondes?)?|sequences?|seances?|groupes de travail|groupes|conferences"
    r"|temps forts))\b"
    r"|^(?:que|qu'|quoi)\S* .*\b(?:prevue?s?|passe|passait|avait|a-t-il|fait-on)\b.*\b(?:(?:a|de|vers|des"
    r"|entre) \d{1,2} ?h\d*|matin"
    r"|apres-midi|soir"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
#: « Qu'est-ce qui suit la table ronde ? », « Que se passe-t-il après l'ouverture ? ».
_BESIDE = regex(
    r"^(?:qu\S*|quel\w* \w+|quoi)\b.*\b(?:(?P<after>suit|suivait|suivi\w*|apres|succed\w*)|avant|preced\w*)\b"
)


def answer(query: Query, library: Library) -> Answer | None:
    """Answer who does what at an event, and what its programme is; nothing for other questions."""
    if found := on_behalf(query, library, _answer):
        return found
    return _answer(query, library)


def _answer(query: Query, library: Library) -> Answer | None:
    people = query.entities("person")
    timed = _IS_ON.search(query.folded) and wanted(query.text)
    if people and (timed or _WHICH_SESSION.search(query.folded)):
        return sessions_of_person(query, library, people[0], KIND)
    of_proxies = OF_PROXIES.search(query.folded) and re.search(r"\bqui\b|^quel(?:le)?s\b", query.folded)
    if of_proxies and (found := answer_proxies(query, library, KIND)):
        return found
    asked = None if asks_what_is_said(query) else _part_of(query)
    step = step_asked(query) if asked is None or "speaker" in asked[1] else None
    if step and (found := answer_step(query, library, step)):
        return found
    if asked and _WHO.search(query.folded) and not (_HEARD.match(query.folded) and query.event is None):
        return _of_all(query, library, asked) or _who(query, library, *asked)
    if (side := _BESIDE.search(query.folded)) and (found := beside(query, library, KIND, after=bool(side["after"]))):
        return found
    if _SESSIONS.search(query.folded) and not re.match(r"c'est quoi|(?:pour|en |a |de )quoi|comment", query.folded):
        event = named_event(query, library)
        found = _of_session(query, library, event) or programme_of(query, library, event, KIND)
        return found or on_line(query, library) or on_days(query, library)
    return on_line(query, library) or on_days(query, library) or hosted(query, library)


def _of_session(query: Query, library: Library, event: Event | None) -> Answer | None:
    """Return who speaks at the session that a question tells by its number, and who leads it."""
    if event is None or event.kind != "session" or not has_same_number(query.folded, fold(event.label)):
        return None
    return people_of(query, library, [event], ("speaker", "moderator"), None)


_Asked = tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str] | None]


def _of_all(query: Query, library: Library, asked: _Asked) -> Answer | None:
    """Return who reports for all the groups of a meeting, by the lines that say so; nothing for other questions."""
    if asked[2] is not _REPORTS or not _SEVERAL.search(query.folded):
        return None
    event = None if query.reports else named_event(query, library)
    documents = [event.provenance.span.document_id] if event else sorted(query.reports)
    return labelled(query, library, documents, asked[0])


def part_asked(query: Query) -> tuple[str, ...]:
    """Return what those whom a question asks about are at an event."""
    found = _part_of(query)
    return found[1] if found else ()


def _part_of(query: Query) -> _Asked | None:
    """Return the words that ask for a part, that part, and what must lead to the names."""
    if _PRESIDES.search(query.folded) and query.event:
        return _PRESIDED, ("moderator",), None
    return next((row for row in _PARTS if row[0].search(query.folded)), None)


def _whole(query: Query, library: Library, session: Event) -> Event | None:
    """Return what a session is part of, when the rest of a question names this rather than the session."""
    chain = event_chain(library.knowledge, session.mention)
    if session.kind != "session" or len(chain) < 2 or query.quoted or has_same_number(query.folded, ""):
        return None
    own = frozenset(tokens(session.label))
    front = front_lines(library.knowledge.documents[session.provenance.span.document_id])
    wider = frozenset(tokens(" ".join((chain[-1].label, chain[-1].place or "", *(words for words, _ in front)))))
    terms = [term for term in query.without(ASKING_PARTS).terms if term.strength(own | wider)]
    said = sum(term.weight * term.strength(own) for term in terms)
    return chain[-1] if sum(term.weight * term.strength(wider) for term in terms) > said else None


def _who(
    query: Query, library: Library, verb: re.Pattern[str], parts: tuple[str, ...], said: re.Pattern[str] | None
) -> Answer | None:
    """Return who has a part at the sessions or at the event that is asked about, else whom a sentence says."""
    event = named_event(query, library)
    inside = sessions_asked(query, library, event) if event else []
    if event and not inside and (whole := _whole(query, library, event)):
        found = people_of(query, library, [event], parts, said) or people_of(query, library, [whole], parts, said)
        if found:
            return found
    for targets in (inside, [event] if event else []):
        if targets and (found := people_of(query, library, targets, parts, said)):
            return found
    if event and (found := announced_at(query, library, inside or [event], parts)):
        return found
    if event and parts == ("present", "participant"):  # nobody listed those who came: those who spoke were there
        return people_of(query, library, [event], ("speaker", "moderator"), None)
    found = in_words(query, library, verb)
    if found is None and event is None and has_same_number(query.folded, "") is False:
        return refused(query, KIND, "aucun document ne parle de cette session", "session cherchée par son numéro")
    return found
