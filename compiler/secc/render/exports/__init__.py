"""The Code for programs: documents, provisions, definitions, instruments and versions as JSON, and tables as CSV.

Every form is made from typed structures (`files.py`, `instrument_files.py`, `code_files.py`), and so are the published
schemas (`schemas.py`).
"""
