"""Two texts that were made from the same one, brought together into one text with the changes of both.

Provision by provision, by identity, and then word by word. Where the two changes do not go together, the outcome holds
both texts in place, under a comment that says so and that the check finds until it is taken away.
"""

from secc.amending.merging.model import Clash, Merged, Texts
from secc.amending.merging.whole import merge

__all__ = ["Clash", "Merged", "Texts", "merge"]
