"""Instruments: what changes the Code, as its formal text says it, typed; and printed back.

Nothing here looks at the text of the Code: an operation names places and words, and `amending` finds them.
"""
