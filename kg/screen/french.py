"""click in French: its messages, whatever the language of the user's environment."""

import gettext
import os
from pathlib import Path

import click

#: Holds `fr/LC_MESSAGES/messages.po`, written by hand, and the `.mo` compiled from it (`make docs`).
LOCALE = Path(__file__).parent / "locale"

#: Names of values that click does not translate; in capitals they are the metavariables of the help pages.
_TYPES = {click.STRING: "texte", click.INT: "entier", click.FLOAT: "nombre", click.BOOL: "oui ou non"}


def install_french() -> None:
    """Have click speak French from now on, in this process and its children.

    Call it before commands are declared: click asks for some words (`PATH`, the help of `--version`) at that time.
    click asks gettext for its messages in the default domain, and gettext reads the language from the environment.
    """
    gettext.bindtextdomain("messages", str(LOCALE))
    os.environ["LANGUAGE"] = "fr"
    for value_type, name in _TYPES.items():
        value_type.name = name
    click.IntRange.name = "entier"
    click.FloatRange.name = "nombre"
