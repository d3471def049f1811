"""All files of one state of the Code: number, index, bind references and terms.

After this pass every reference is a `Link`, an `Outside` or a `Broken`, and every use of a term has its meaning.
"""

from secc.resolve.resolving import resolve

__all__ = ["resolve"]
