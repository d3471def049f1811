"""The website: which pages there are, at which addresses, and what stands on each.

`making.make` gives the whole site as values; `host` hands them to MkDocs, which is all that knows of MkDocs.
"""
