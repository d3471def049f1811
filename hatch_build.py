"""Ships `grammar/*.lark` inside wheels as `secc/_grammar`; an editable install reads them from the checkout."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GrammarHook(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]  # hatchling is untyped for mypy
    """Adds the grammars to a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Force-include each grammar; "editable" wheels are left alone."""
        if version == "editable":
            return
        for path in sorted(Path(self.root, "grammar").glob("*.lark")):
            build_data["force_include"][str(path)] = f"secc/_grammar/{path.name}"
