"""A reader who has a keyboard and no mouse: whatever is reached is reached with the Tab key, and gone to with Enter."""

import json

from tests.browser.chromium import Tab

_FAR = 400
_FOCUSED = "document.activeElement"
_SAID = f"""(() => {{
  const at = {_FOCUSED};
  if (!at || at === document.body) return "";
  return (at.getAttribute("aria-label") || at.textContent || at.name || "").replace(/\\s+/g, " ").trim();
}})()"""
_SEEN = f"""(() => {{
  const at = {_FOCUSED};
  const {{ outlineStyle, outlineWidth }} = getComputedStyle(at);
  return at.checkVisibility() && outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
}})()"""


class Keyboard:
    """The keys of a reader of a page."""

    def __init__(self, page: Tab) -> None:
        self._page = page

    def tab_to(self, words: str, within: str = "body") -> None:
        """Press Tab until what is focused says these words, within the element that a selector names."""
        wanted = f"{_FOCUSED}.closest({json.dumps(within)}) !== null"
        for _ in range(_FAR):
            self._page.press("Tab")
            if self._page.run(_SAID) == words and self._page.run(wanted):
                assert self._page.run(_SEEN), f"{words!r} is focused, and nobody sees it"
                return
        raise AssertionError(f"{words!r} is not reached with the Tab key")

    def follow(self, words: str, within: str = "body") -> None:
        """Go to a link by its words, and follow it."""
        self.tab_to(words, within)
        leads_on = self._page.run(f"new URL({_FOCUSED}.href).pathname !== location.pathname")
        before = self._page.run("performance.timeOrigin")
        self.enter()
        if leads_on:
            self._page.until(f"performance.timeOrigin !== {before} && document.readyState === 'complete'")

    def enter(self) -> None:
        """Press Enter as a browser takes it for a link, a button or a form."""
        for kind in ("keyDown", "keyUp"):
            self._page.command(
                "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r"
            )

    def type(self, words: str) -> None:
        """Type into what is focused, key by key."""
        for each in words:
            self._page.command("Input.dispatchKeyEvent", type="keyDown", key=each, text=each)
            self._page.command("Input.dispatchKeyEvent", type="keyUp", key=each)
