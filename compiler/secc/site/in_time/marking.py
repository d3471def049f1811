"""The redline of every change of a provision against what it said before, as HTML, kept by the texts it is made of.

A change is compared alone: the provision before with the provision after, by who it is, whatever has become of the rest
of its document.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from secc.amending.version import DocumentVersion
from secc.code.model import AnyBlock, Clause, Definition, Division, Document, Places, Prose
from secc.compare import ChangeSet, compare
from secc.document.redline import Extent, Texts, redline
from secc.document.redline_model import Block, Described, Group
from secc.ids import Address, DocumentId
from secc.render.redline_html_blocks import BlockWriter, HtmlLayout
from secc.site.in_time.changes import by_origin
from secc.site.in_time.kept import compiler, decoded
from secc.site.in_time.moment import Moment
from secc.site.noted import Computed, Noted, encoded
from secc.site.parted import Parted
from secc.source import Span
from secc.timeline.changing import Changed
from secc.timeline.identities import origin
from secc.timeline.replay import Wordings

_SHORT = 12
"""A provision of no more blocks is shown whole; of a longer one, what changed and what stands around it."""
HEAVY = 12_000
"""A redline of more HTML is not put on a page among other things."""
_NOTHING = Prose("", (), Places((0, 0)))
_NO_TEXT = Described(said="", day=None, known=None, digest="")

Side = tuple[Address | None, DocumentVersion | None]
"""Where a provision stood before a change or after it, and in what text."""

Marked = Mapping[tuple[str, date], str]
"""By who a provision is and the day of the change: HTML of blocks, with `<del>` and `<ins>`."""


class _Redlines(Struct, frozen=True, array_like=True):
    """Those of a document, each with the digest of what it follows from; `digest` is that of what all of them do."""

    digest: bytes
    keys: tuple[bytes, ...]
    html: tuple[str, ...]


def marked(moment: Moment) -> Noted[tuple[str, date], str]:
    """The redlines of all changes of clauses and definitions; of those that ever changed, the first text too.

    They are made, document by document, when one of them is asked for; what is asked is noted.
    """
    making = _Marking(moment)
    of_documents = Computed[str, Marked](None, making.of_document)
    found = Computed[tuple[str, date], str](None, lambda key: of_documents[_document(key)][key])
    return Parted(found, tuple[str, date], _document, making.digest)


def _document(key: tuple[str, date]) -> str:
    return origin(key[0])


class _Marking:
    """Makes redlines of changes."""

    def __init__(self, moment: Moment) -> None:
        self._timeline = moment.timeline
        self._cache = moment.cache
        self._changes = by_origin(moment)
        self._digests = Computed[str, bytes](None, self._digest)

    def digest(self, document: str) -> bytes:
        """The digest of all that the redlines of what comes from a document follow from."""
        return self._digests[document]

    def of_document(self, document: str) -> Marked:
        """The redlines of changes in a document, but for what is neither a clause nor a definition."""
        name = f"redlines-{hashlib.sha256(document.encode()).hexdigest()}"
        digest, changes = self.digest(document), [*self._of(document)]
        found = decoded(self._cache.kept(name), _Redlines)
        if found is None or found.digest != digest:
            found = self._made(changes, digest, found)
            self._cache.keep(name, msgspec.msgpack.encode(found))
        return {(identity, each.day): html for (identity, each), html in zip(changes, found.html, strict=True) if html}

    def _of(self, document: str) -> Iterator[tuple[str, Changed]]:
        """The changes of clauses and definitions that read or stood differently on some day, in a fixed order."""
        for identity, each in sorted(self._changes.get(document, {}).items()):
            if identity != document and len(each) > 1:
                yield from ((identity, change) for change in each)

    def _digest(self, document: str) -> bytes:
        """Of the changes, and of the texts in which the provisions stand on each day, and the one before."""
        every = set[tuple[date, DocumentId]]()
        for _, each in self._of(document):
            for place in (each.before, each.address):
                if place is not None:
                    every.add((each.day, place.document))
        texts = [(day, where, *self._text_keys(day, where)) for day, where in sorted(every)]
        return hashlib.sha256(encoded((compiler(), self._changes.digest(document), texts))).digest()

    def _text_keys(self, day: date, document: DocumentId) -> Iterator[str]:
        for wordings in (self._timeline.before(day), self._timeline.base(day)):
            version = wordings.documents.get(document)
            yield version.text_key if version is not None else ""

    def _made(self, changes: Sequence[tuple[str, Changed]], digest: bytes, before: "_Redlines | None") -> "_Redlines":
        """The redlines of changes; of those that were made before, of the same texts, the same."""
        keys = tuple(self._key(change) for _, change in changes)
        known = dict(zip(before.keys, before.html, strict=True)) if before is not None else {}
        html = (known.get(key) for key in keys)
        made = (self._redline(each) if was is None else was for was, (_, each) in zip(html, changes, strict=True))
        return _Redlines(digest, keys, tuple(made))

    def _key(self, change: Changed) -> bytes:
        """What a redline follows from: two texts, and where in them the provision stands."""
        sides = [(each, version.text_key if version is not None else "") for each, version in self._sides(change)]
        return hashlib.sha256(encoded((compiler(), sides))).digest()

    def _redline(self, change: Changed) -> str:
        """The redline of a change, empty for what is neither a clause nor a definition."""
        return _redlined(*_compared(*self._sides(change)))

    def _sides(self, change: Changed) -> tuple[Side, Side]:
        timeline, day = self._timeline, change.day
        return _side(change.before, timeline.before(day)), _side(change.address, timeline.base(day))


def redline_where_changed(before: Side, after: Side) -> str:
    """The redline of a provision against another; empty for what is neither a clause nor a definition, or unchanged."""
    changes, extent = _compared(before, after)
    return _redlined(changes, extent) if changes else ""


def _redlined(changes: ChangeSet | None, extent: Extent) -> str:
    if changes is None:
        return ""
    made = redline(changes, Texts("", _NO_TEXT, _NO_TEXT, {}, {}), extent)
    return "".join(_written(document.groups) for document in made.documents)


def _compared(before: Side, after: Side) -> tuple[ChangeSet | None, Extent]:
    """What changed of a clause or definition, None for anything else; and where it stands."""
    (at, old), (there, new) = before, after
    one, other = _alone(old, at), _alone(new, there)
    extent = Extent(at if one is not None else None, there if other is not None else None)
    either = one or other
    if either is None:
        return None, extent
    empty = Document(id=either.id, title=_NOTHING, attributes=(), blocks=(), span=Span(0, 0))
    return compare(one or empty, other or empty), extent


def _side(address: Address | None, wordings: Wordings) -> Side:
    return address, wordings.documents.get(address.document) if address is not None else None


def _alone(version: DocumentVersion | None, address: Address | None) -> Document | None:
    """A document with nothing in it but one clause or definition, in the place that gives it its address."""
    if version is None or address is None or (place := version.by_path.get(address.path)) is None:
        return None
    found = version.blocks[place]
    block: AnyBlock = found.block
    if not isinstance(block, Clause | Definition):
        return None
    if isinstance(block, Definition):
        holder = next((each.block for each in reversed(version.blocks[:place]) if isinstance(each.block, Clause)), None)
        if not isinstance(holder, Clause) or found.address.parent.path[-1:] != (holder.label,):
            return None
        block = replace(holder, prose=_NOTHING, blocks=(block,))
    for division in _divisions(version, place):
        block = replace(division, blocks=(block,))
    return Document(id=version.id, title=_NOTHING, attributes=(), blocks=(block,), span=Span(0, 0))


def _divisions(version: DocumentVersion, place: int) -> Iterator[Division]:
    """The annexes, parts and inner documents around a block, from the inside."""
    depth = version.blocks[place].depth
    for above in reversed(version.blocks[:place]):
        if above.depth < depth:
            depth = above.depth
            if isinstance(above.block, Division):
                yield above.block


def _written(groups: Sequence[Group]) -> str:
    """Groups as HTML without any `id`; of a long provision, what is unchanged is only summed up."""
    writer = BlockWriter(HtmlLayout(whole=True), 0)
    if sum(len(group.blocks) for group in groups) <= _SHORT:
        groups = [Group("", tuple(block for group in groups for block in group.blocks))]
    return "".join(
        writer.group(Group("", tuple(map(_without_steps, each.blocks))) if not each.summary else _folded(each))
        for each in groups
    )


def _folded(group: Group) -> Group:
    """What is unchanged, without its words."""
    return Group(group.summary, ())


def _without_steps(block: Block) -> Block:
    """A block that is not one of a numbered list of changes."""
    return replace(block, first=False, told=())
