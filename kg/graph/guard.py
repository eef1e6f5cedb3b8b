"""What a query may not do: fetch from elsewhere, or change the graph. Told before the query is run."""

import re

from kg.errors import UsageError
from kg.regex import regex

_GAP = r"(?:[ \t\r\n]|#[^\r\n]*[\r\n])*"
#: The whole of a SERVICE clause up to its brace, wherever it stands. Nothing is taken out of the query first (texts,
#: comments, IRIs): `<` is « less than » or opens an IRI according to the grammar, so that whoever cuts a query into
#: words without being its parser can be fooled (`?a<?b#>"""`). A text that holds `SERVICE <…> {` is refused too.
_SERVICE = regex(rf"service{_GAP}(?:silent{_GAP})?(?=[^\s{{}}]*[:<?$])[^\s{{}}]+{_GAP}\{{", re.IGNORECASE)
_ESCAPE = regex(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
#: Texts, IRIs, comments, variables and prefixed names, which hold no keyword for an honest reader.
_NO_KEYWORD = regex(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""|"(?:[^"\\\n]|\\.)*"'
    r"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n]*|[?$@]\w+|[\w.-]*:[\w.:%-]*",
    re.DOTALL,
)
_UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])
_QUERIES = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])


def check_query(query: str) -> frozenset[str]:
    """Refuse what would fetch from elsewhere or change the graph; returns the bare words of the query, in capitals.

    Oxigraph itself takes no update in a query and fetches nothing for FROM; the words only serve to tell why. Raises
    `UsageError`.
    """
    if _SERVICE.search(query) or _SERVICE.search(_unescaped(query)):
        raise UsageError(
            "La requête appelle un autre serveur (SERVICE). Une requête qui ne lit que la base était attendue. "
            "Retirez la clause SERVICE."
        )
    words = re.findall(r"[A-Za-z]+", _NO_KEYWORD.sub(" ", query))
    told = [word.upper() for word in words]
    first = next((word for word in told if word in _UPDATES | _QUERIES), "")
    if first in _UPDATES:
        raise UsageError(
            f"La requête modifie le graphe ({first}). Une requête SELECT, ASK, CONSTRUCT ou DESCRIBE était attendue. "
            "Pour changer la base, corrigez les documents ou decisions.csv, puis lancez « palabre build »."
        )
    return frozenset(told)


def _unescaped(query: str) -> str:
    """Read the code point escapes, which SPARQL allows anywhere, keywords included."""

    def character(match: re.Match[str]) -> str:
        number = int(match[1] or match[2], 16)
        return chr(number) if number < 0x110000 else match[0]

    return _ESCAPE.sub(character, query)
