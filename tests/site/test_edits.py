"""A website that is built after each of some edits is what it is when it is built anew. `campaign` tries many more."""

from collections.abc import Iterator

import pytest

from secc.site import as_built
from tests.site.built_twice import Repository, Walk
from tests.site.copies import Elsewhere
from tests.site.edited_code import first_files

_FORM = "sec-source/figures/form.xlsx"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A folder for what is edited."""
    elsewhere = Elsewhere(1)
    yield Repository(tmp_path_factory.mktemp("edited"), elsewhere)
    elsewhere.end()


def test_after_every_edit_it_is_as_if_it_were_built_anew(repository: Repository) -> None:
    """As it begins; after a build that was killed; with other words and numbers, and less in force."""
    walk = Walk(repository, first_files(), seed=28)
    for _ in range(3):
        assert walk.step() == ""
        assert repository.could_be_built


def test_what_is_out_of_date_is_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it would be where something were kept by too little."""
    repository.hold(repository.files or first_files())
    assert repository.difference() == ""
    repository.hold({**repository.files, _FORM: b"PK another"})
    monkeypatch.setattr(as_built, "answers_alike", lambda *_: True)
    assert "form.xlsx" in repository.difference()
