"""Hợp Lực: the programmes of science-and-technology cooperation, read, run, matched, measured and reported."""

__version__ = "0.1.0"
