"""Fitting the thresholds and the fusion on a base's own corpus, with questions made from it: `palabre calibrate`."""

from kg.calibrate.fit import Fit, fit

__all__ = ["Fit", "fit"]
