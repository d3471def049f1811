"""The theme: the files that every page uses, as a browser reads them, and templates, as they are kept."""

from pathlib import Path

import pytest
from jinja2 import Environment

from secc.code.cache import FolderCache
from secc.site import templates
from secc.site.templates import drawn, templates_in
from tests.site.codes import sample_site

ASSETS = sorted((Path(__file__).parents[2] / "site" / "assets").glob("*.[jc]s*"))


@pytest.mark.parametrize("path", [each for each in ASSETS if each.suffix == ".js"], ids=lambda path: path.name)
def test_no_template_goes_over_the_end_of_a_line(path: Path) -> None:
    """So that how a line is set in means nothing, and a line that begins as a comment is one."""
    lines = [each for each in path.read_text(encoding="utf-8").splitlines() if not each.lstrip().startswith("//")]
    assert [each for each in lines if each.count("`") % 2 or "/*" in each] == []


def test_what_is_said_to_people_alone_is_not_sent() -> None:
    sent = {
        each.url: each.contents.decode()
        for each in sample_site().files
        if each.url.startswith("assets/") and each.url.endswith((".js", ".css"))
    }
    assert len(sent) > 30
    for url, contents in sent.items():
        assert "/*" not in contents, url
        assert not any(line.startswith((" ", "//")) for line in contents.splitlines()), url


def test_a_template_is_compiled_again_only_when_it_says_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, compiled = tmp_path / "page.html", []
    compile_it = Environment.compile

    def note(self: Environment, source: str, name: str | None, filename: str | None) -> object:
        compiled.append(source)
        return compile_it(self, source, name, filename)

    def page() -> str:
        monkeypatch.setattr(templates, "_HELD", {})  # as in another run
        return drawn(templates_in(tmp_path, "SEC", FolderCache(tmp_path / "cache")), "page.html", {})

    monkeypatch.setattr(Environment, "compile", note)
    template.write_text("One {{ site }}", encoding="utf-8")
    assert [page(), page()] == ["One SEC", "One SEC"]
    template.write_text("Two {{ site }}", encoding="utf-8")
    assert [page(), page()] == ["Two SEC", "Two SEC"]
    assert compiled == ["One {{ site }}", "Two {{ site }}"]
