"""Defined terms: what the Code defines, how far each definition reaches, and where its terms are used."""

from secc.resolve.terms.uses import Found, TermFinder

__all__ = ["Found", "TermFinder"]
