"""Questions without their frame: « pourriez-vous me dire qui… », « y a qui qui… », « …, s'il vous plaît »."""

import re

from index import fold
from kg.regex import regex

#: Words that only lead to a question, or that greet, folded.
_FRAME = frozenset(
    "un quelqu' il faudrait faut je j' tu vous on nous me m' moi te t' toi elle quelqu'un est-ce que qu' ca cela "
    "c' ce l' en y s' se pourriez pouvez peux peut pourrais pourrait pouvait sauriez saurais saurait savez sais "
    "sait savoir sache saches voudrais voudrait voulais veux voudrions aimerais aimerait aimerions souhaite "
    "souhaiterais souhaiterions souhaitons cherche cherchais cherchons recherche demande demandais demander "
    "interesse interesserait connaitre connaissez connais dire dis dites indiquer indique indiquez preciser "
    "precise precisez rappeler rappelle rappelez apprendre apprends donner donne donnez retrouver trouver "
    "confirmer expliquer explique expliquez eclairer repondre aider aide aidez comprendre renseigner informer "
    "informe communiquer fournir citer cite citez bonjour bonsoir salut coucou hello allo madame monsieur merci "
    "d'avance avance d' s'il plait svp stp alors donc euh eh ben bon dis-moi dites-moi question petite simple "
    "rapide une bref au fait possible serait est besoin ai j'ai aurais aurait auriez avez as idee idees sur a de "
    "pour ne n' pas plus souviens souviens-tu rappelles oublie simplement juste bien encore et maintenant voici "
    "ma mon".split()
)
#: Of these, what asks to be told, or greets: without any, words such as « est-ce que » belong to the question.
_TELLS = regex(
    r"\b(?:dire|dis|dites|indiqu\w+|precis\w+|rappel\w+|apprend\w*|donne[rz]?|retrouver|trouver|savoir|sais|sait"
    r"|savez|sache|cherch\w+|recherche|demand\w+|interess\w+|connai\w+|expliqu\w+|renseigner|informe[rz]?"
    r"|communiquer|fournir|merci|bonjour|bonsoir|salut|coucou|hello|idee|question|souviens|rappelle|auriez"
    r"|avez|aurais|as|repondre|aide[rz]?|cite[rz]?|alors|donc|euh|bon|au fait|maintenant|svp|stp|plait)\b"
)
#: What a question begins with: its asking word, with the preposition before it.
_ASKING = regex(
    r"(?<![\w'’-])(?:(?:à|a|de|sur|en|avec|pour|contre) quoi\b"
    r"|(?:(?:à|a|de|d['’]|par|pour|avec|chez|en|dans|sur|selon|d['’]apr[eè]s|vers|depuis|contre|sous|jusqu['’]à) ?)?"
    r"(?:qui\b|quel(?:le)?s?\b|combien\b|où\b|quand\b|comment\b|pourquoi\b|lequel\b|laquelle\b|lesquel(?:le)?s\b"
    r"|qu['’]est-ce\b|ce (?:que?\b|qu['’])|s['’]ils?\b|si\b|le nom\b|les noms\b|la date\b|le nombre\b|la liste\b"
    r"|le prénom\b|l['’]adresse\b|le lieu\b|l['’]heure\b|le montant\b|le prix\b|(?:la|les) personnes? qu))",
    re.IGNORECASE,
)
#: « une idée de qui »: the preposition is of the frame.
_IDEA = regex(r"\bid[ée]es?\s*$", re.IGNORECASE)
_WORD = regex(r"[\w-]+['’]?")
_INVERTED = regex(r"-(?:t-)?(?:je|tu|il|elle|on|nous|vous|moi|ce|y)\b")
#: Words that close a question and tell nothing, folded.
_CLOSING = regex(
    r"(?:\s*,?\s*(?:s['’]il (?:vous|te) pla[iî]t|svp|stp|merci(?: (?:d['’]avance|beaucoup|bien))?|exactement|au juste"
    r"|déjà|déja|je (?:te|vous) prie|s['’]il te pla[iî]t|tu sais|vous savez|hein|dis|alors|donc|du coup|en fait))+"
    r"\s*(?P<mark>[?.!]*)\s*$",
    re.IGNORECASE,
)
_CAN = r"(?:peux|pourrais|pouvez|pourriez|peut|voulez|veux)[- ](?:tu|vous|on)"
#: Familiar turns, with the plain one.
_TURNS = (
    (r"^cb (?=d[e'’ ])", "combien "),
    (r"^qd (?=\w)", "quand "),
    (r"^(?:pk|pkoi|pq) (?=\w)", "pourquoi "),
    (r"^(?:il )?y (?:a|avait|a eu|aurait)(?:-t-il| t il)? (?P<ask>qui|quel(?:le)?s? [\w-]+) (?=qui\b)", "{ask} "),
    (r"^(?:c['’]est|c['’]était|est-ce|cétait) (?P<ask>qui|quel(?:le)?s? [\w-]+) (?=qu[i'’])", "{ask} "),
    (
        r"^(?:c['’]est|c['’]était) (?P<ask>(?:de |par |chez |avec |pour )?qui|où|quand|comment|combien) qu(?:e |['’])",
        "{ask} ",
    ),
    (r"^(?P<ask>qui|quel(?:le)?s? [\w-]+) qui (?=\S)", "{ask} "),
    (
        r"^(?:qui|quelles?) (?:est|sont|était|étaient) (?:la|les|celles?|ceux|celui)(?: (?:personnes?|gens))? qui ",
        "Qui ",
    ),
    (r"^(?:la|les) personnes? qui ", "Qui "),
    (r"^liste des (?=\w)", "Quels sont les "),
    (
        rf"^(?:{_CAN} )?(?:me |nous )?(?:list|cit|énumér|enumer|donn)(?:er|ez|e)(?:-moi|-nous)? (?:moi )?"
        r"(?:tou(?:te)?s )?(?P<those>les|des|quelques|(?:les )?(?:deux|trois|quatre|cinq|six|sept|huit)) (?=\w)",
        "Quels sont {those} ",
    ),
    (rf"^(?:{_CAN} )?(?:me |nous )?parle[rz]?(?:-moi|-nous)? (?=d[eu]|d['’])", "Que dit-on "),
    (r"^(?:il )?y avait qui (?P<at>à|au|aux|a|dans|pendant|lors)\b", "Qui était présent {at}"),
)
#: Indirect questions, with how the direct ones begin.
_DIRECT = tuple(
    (regex(shape, re.IGNORECASE), plain)
    for shape, plain in (
        (r"^si (?=\S)", "Est-ce que "),
        (r"^s['’](?=ils?\b)", "Est-ce qu'"),
        (r"^ce qu['’]", "Qu'est-ce qu'"),
        (r"^ce qu(?P<end>[ei]) ", r"Qu'est-ce qu\g<end> "),
    )
)


def unframed(question: str) -> str:
    """Return a question without the words that only lead to it or close it; itself when they tell something."""
    asked = _CLOSING.sub(lambda match: f" {match['mark']}".rstrip(), question.strip())
    asked = _led(asked)
    for shape, plain in _TURNS:
        turned = re.match(shape, asked, re.IGNORECASE)
        asked = plain.format(**turned.groupdict()) + asked[turned.end() :] if turned else asked
    return asked if len(asked) >= 4 else question


def _led(question: str) -> str:
    """Return what stands after a frame: from the first asking word before which all words are of a frame."""
    for match in _ASKING.finditer(question):
        before = question[: match.start()]
        if not before.strip() or not _is_frame(before):
            return question
        rest = question[match.start() :]
        rest = re.sub(r"^(?:de |d['’])(?=qui|ce )", "", rest) if _IDEA.search(before) else rest
        if re.match(r"s['’]il (?:vous|te)\b", rest, re.IGNORECASE):
            continue
        return _direct(rest)
    return question


def _is_frame(words: str) -> bool:
    plain = fold(_INVERTED.sub(lambda match: " " + match[0].strip("-"), words))
    told = [word.replace("’", "'") for word in _WORD.findall(plain)]
    return bool(_TELLS.search(plain)) and all(word in _FRAME or word.strip("-") in ("t", "") for word in told)


def _direct(indirect: str) -> str:
    """Return an indirect question as a direct one: « si le maire… », « ce que dit… »."""
    return next(
        (told for shape, plain in _DIRECT if (told := shape.sub(plain, indirect, count=1)) != indirect), indirect
    )
