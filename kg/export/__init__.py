"""Write a base as a file for another program: Gephi, an RDF tool, a spreadsheet."""

from kg.export.formats import EXPORTS, export, known_ending
from kg.export.tables import TABLES

__all__ = ["EXPORTS", "TABLES", "export", "known_ending"]
