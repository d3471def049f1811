"""Sources as they stand in another revision of the git repository: a branch, a tag, a commit.

Only objects are read; nothing is checked out, and nothing of the repository is run.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from git import Blob, Commit, Repo, Tree
from git.exc import BadName, BadObject, GitCommandError, InvalidGitRepositoryError, NoSuchPathError, ODBError

from secc.diagnostics import CannotProceed


class Repository:
    """The git repository in which a folder of sources lies."""

    def __init__(self, folder: Path) -> None:
        try:
            self._repo = Repo(folder, search_parent_directories=True)
        except (InvalidGitRepositoryError, NoSuchPathError):
            raise CannotProceed(
                f"{folder} is in no git repository, so it has no other revisions: name a folder or a file instead"
            ) from None
        if self._repo.working_tree_dir is None:
            raise CannotProceed(f"the repository of {folder} has no working tree")
        root = Path(self._repo.working_tree_dir).resolve()
        self._folder = folder.resolve().relative_to(root).as_posix()

    def revision(self, name: str) -> "Revision":
        """The sources as they stand in a revision. Raises `CannotProceed` where there is none of that name."""
        return Revision(self._commit(name), self._folder, name)

    def revisions_of(self, path: str) -> Iterator["Revision"]:
        """The revisions, from the one checked out back, that changed a file, the latest first; none before any commit.

        A shallow repository has only its last ones.
        """
        if not self._repo.head.is_valid():
            return
        whole = (PurePosixPath(self._folder) / path).as_posix()
        for commit in self._repo.iter_commits(paths=whole, full_history=True):
            yield Revision(commit, self._folder, commit.hexsha[:12])

    def branches(self) -> tuple[str, ...]:
        """The names of the branches, here and as last fetched, but for the one that is checked out."""
        current = None if self._repo.head.is_detached else self._repo.active_branch.name
        local = [head.name for head in self._repo.heads if head.name != current]
        remote = [ref.name for each in self._repo.remotes for ref in each.refs if ref.remote_head != "HEAD"]
        return tuple(sorted({*local, *remote}))

    def _commit(self, name: str) -> Commit:
        try:
            commit = self._repo.commit(name)
            commit.tree  # noqa: B018  # a shallow repository may know of a commit and not have it
        except (BadName, BadObject, ODBError, GitCommandError, ValueError, IndexError):
            raise CannotProceed(self._absent(name)) from None
        return commit

    def _absent(self, name: str) -> str:
        if self.is_shallow:
            return (
                f"there is no revision {name} here: the repository is shallow (fetch the rest: git fetch --unshallow)"
            )
        known = ", ".join([*(head.name for head in self._repo.heads), *(tag.name for tag in self._repo.tags)][:8])
        return f"there is no revision {name}" + (f"; there are {known}" if known else "")

    @cached_property
    def is_shallow(self) -> bool:
        """Whether its early history is left out."""
        return (Path(self._repo.common_dir) / "shallow").is_file()


class Revision:
    """A tree of files as one revision holds it; paths are relative to the folder of sources."""

    def __init__(self, commit: Commit, folder: str, name: str) -> None:
        self._commit = commit
        self._folder = folder
        self.name = name

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        found = self._blob(path)
        if found is None:
            raise CannotProceed(f"there is no file {path} in {self.name}")
        contents = found.data_stream.read()
        assert isinstance(contents, bytes)
        return contents

    def has(self, path: str) -> bool:
        """Whether there is such a file; a link is none."""
        return self._blob(path) is not None

    def paths(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, sorted."""
        tree = self._at(folder)
        if not isinstance(tree, Tree):
            return ()
        start = PurePosixPath(self._folder)
        return tuple(sorted(self._relative(blob, start) for blob in _blobs(tree)))

    def _relative(self, blob: Blob, start: PurePosixPath) -> str:
        return PurePosixPath(str(blob.path)).relative_to(start).as_posix()

    def _blob(self, path: str) -> Blob | None:
        found = self._at(path)
        return found if isinstance(found, Blob) and found.mode != Blob.link_mode else None

    def _at(self, path: str) -> Blob | Tree | None:
        whole = PurePosixPath(self._folder) / path
        if ".." in whole.parts or whole.is_absolute():
            raise CannotProceed(f"{path} lies outside the folder of sources")
        found: object = self._commit.tree
        try:
            for part in whole.parts:
                found = found.join(part) if isinstance(found, Tree) else None
        except KeyError:
            return None
        return found if isinstance(found, Blob | Tree) else None


def _blobs(tree: Tree) -> Iterator[Blob]:
    for each in tree.traverse():
        if isinstance(each, Blob) and each.mode != Blob.link_mode:
            yield each
