"""What the website has for programs beside its pages: data, tables, feeds, the map of the site.

The data of the page at `H14/` is at `H14.json` and `H14.txt`, that of the home page at `index.json` and `index.txt`.
"""
