"""What the HTML of a document needs to know of the site around it."""

from typing import Protocol

from secc.ids import Address


class Surroundings(Protocol):
    """Where everything is, as seen from one page.

    Links are as they stand in `href`, but not escaped; an empty one means that there is nothing to lead to, and the
    words stand without a link.
    """

    def provision(self, address: Address) -> str:
        """The link to a provision."""
        ...

    def term(self, name: str, address: Address) -> str:
        """The link to the meaning of a term: its first name, and where it is defined."""
        ...

    def figure(self, path: str) -> str:
        """The link to a published picture."""
        ...

    def attachment(self, path: str) -> str:
        """The link to a published file."""
        ...

    def footnote(self, label: str) -> str:
        """The link to the text of a footnote of the document."""
        ...

    def call(self, label: str) -> str:
        """The link to where a footnote of the document is called."""
        ...

    def identifier(self, address: Address) -> str:
        """The `id` of a provision; empty where its element is to have none."""
        ...

    def apparatus(self, address: Address) -> str:
        """HTML to stand at the end of a clause or definition: what the site has to say of it. Already escaped."""
        ...
