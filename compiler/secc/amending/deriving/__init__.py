"""The operations that turn one wording of the Code into another, carried out to see that they do.

They are those that a careful drafter would choose: words quoted so that they stand in one place, whole provisions
where little is left of them, moves said as moves and new numbers as new numbers. Where fine operations do not give
exactly the other wording, the smallest provision that they get wrong is set out in full; in the end the document is.
"""

from secc.amending.deriving.whole import annex_of, derived

__all__ = ["annex_of", "derived"]
