"""Operations on the wording, carried out on the text of documents exactly once or refused; never guessed.

The text of a document is source text, every character of which knows the operation that put it there.
"""
