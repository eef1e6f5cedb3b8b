"""The network of the people, organisations, places, events and concepts of a base, for Gephi and its like."""

from kg.network.projection import TITLES, network

__all__ = ["TITLES", "network"]
