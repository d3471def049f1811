"""Surroundings for tests: everything is on this page."""

from dataclasses import dataclass

from secc.ids import Address


@dataclass(frozen=True, slots=True)
class OnePage:
    """Every link leads to the address itself, and nothing is said of anything."""

    says: str = ""

    def provision(self, address: Address) -> str:
        return f"#{address}"

    def term(self, name: str, address: Address) -> str:
        return f"#{name}-{address}"

    def figure(self, path: str) -> str:
        return path

    def attachment(self, path: str) -> str:
        return path

    def footnote(self, label: str) -> str:
        return f"#footnote-{label}"

    def call(self, label: str) -> str:
        return f"#called-{label}"

    def identifier(self, address: Address) -> str:
        return str(address).replace('"', "").replace(" ", "-")

    def apparatus(self, address: Address) -> str:
        return self.says and f'<p class="apparatus">{self.says} {address.path[0]}</p>'
