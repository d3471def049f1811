"""Small codes at random, and edited copies of them, as source text: whatever may stand in one, whatever may change."""

from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

_WORDS = (
    "the DCC shall provide a service to enable Testing Participants in accordance with Section H1.3(a) and each User"
    " notice Panel within 10 Working Days £1,500 of receipt - end-to-end System's Register or where any Party Device"
    " (as applicable) it, them; $5 *so* the the a(b)c [TBC] 50%"
).split(" ")
_LETTERS = "abcdefghijklmnop"


@dataclass
class Node:
    """A block of a document; `label` as written, or the term of a definition."""

    kind: str
    label: str = ""
    words: str = ""
    rows: list[list[str]] = field(default_factory=list)
    inside: list["Node"] = field(default_factory=list)


class Writer:
    """Writes codes and edits them; the same seed, the same text."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)

    def words(self, longest: int = 25) -> str:
        """A few words."""
        return " ".join(self.draw.choices(_WORDS, k=self.draw.randint(1, longest)))

    def code(self) -> dict[str, Node]:
        """A document or two."""
        labels = ["H"] if self.draw.random() < 0.7 else ["H", "G"]
        return {label: self._document(label) for label in labels}

    def _document(self, label: str) -> Node:
        made = Node("document", label, self.words(4))
        if self.draw.random() < 0.5:
            made.inside = [self._sub_section(label, place + 1) for place in range(self.draw.randint(1, 3))]
        else:
            made.inside = self._clauses(f"{label}1", self.draw.randint(1, 5))
        if self.draw.random() < 0.3:
            annex = Node("annex", "A", self.words(3))
            annex.inside = [Node("clause", str(k + 1), self.words(8)) for k in range(self.draw.randint(1, 3))]
            made.inside.append(annex)
        return made

    def _sub_section(self, document: str, place: int) -> Node:
        label = f"{document}{place}"
        return Node("sub-section", label, self.words(4), inside=self._clauses(label, self.draw.randint(0, 4)))

    def _clauses(self, label: str, count: int) -> list[Node]:
        made: list[Node] = []
        for place in range(count):
            if self.draw.random() < 0.25:
                made.append(Node(self.draw.choice(["heading", "text", "formula"]), words=self.words(6)))
            made.append(self.clause(f"{label}.{place + 1}"))
        return made

    def clause(self, label: str) -> Node:
        """A clause with whatever may stand in it."""
        title = f"**{self.words(2).replace('*', '')}.** " if self.draw.random() < 0.15 else ""
        made = Node("clause", label, title + self.words())
        if self.draw.random() < 0.5:
            made.inside += [self._paragraph(k) for k in range(self.draw.randint(1, 4))]
            if self.draw.random() < 0.3:
                made.inside.append(Node("text", words=self.words(8)))
        for _ in range(self.draw.choice([0, 0, 0, 1, 2])):
            made.inside.append(self._leaf(len(made.inside)))
        return made

    def _paragraph(self, place: int, depth: int = 0) -> Node:
        label = f"({_LETTERS[place]})" if depth == 0 else f"({('i', 'ii', 'iii', 'iv')[place]})"
        made = Node("paragraph", label, f"{self.words(10)}{self.draw.choice([';', '; and', '.', ',', ''])}")
        if depth == 0 and self.draw.random() < 0.25:
            made.inside = [self._paragraph(k, 1) for k in range(self.draw.randint(1, 3))]
        return made

    def _leaf(self, place: int) -> Node:
        kind = self.draw.choice(["define", "define", "table", "text", "bullet", "formula", "quotation", "note", "code"])
        if kind == "define":
            return Node(kind, f"Term {_LETTERS[self.draw.randint(0, 9)]}{place}", self.words(8))
        if kind == "table":
            width = self.draw.randint(1, 3)
            rows = [[self.words(2) for _ in range(width)] for _ in range(self.draw.randint(1, 4))]
            return Node(kind, words=self.draw.choice(["", self.words(2)]), rows=rows)
        return Node(kind, words=self.words(8))

    # Edits

    def edited(self, code: dict[str, Node], edits: int) -> dict[str, Node]:
        """A copy with so many edits."""
        made = deepcopy(code)
        for _ in range(edits):
            edit = self.draw.choice((
                self._reword, self._reword, self._drop, self._add, self._move, self._renumber, self._split, self._join,
                self._retable, self._rename, self._vacate, self._rewrite, self._shift, self._title,
            ))  # fmt: skip
            edit(made)
        return made

    def _every(self, code: dict[str, Node]) -> list[tuple[Node, Node]]:
        """Each node with what it stands in."""
        found: list[tuple[Node, Node]] = []
        open_nodes = list(code.values())
        while open_nodes:
            node = open_nodes.pop()
            found += [(each, node) for each in node.inside]
            open_nodes += node.inside
        return found

    def _one(self, code: dict[str, Node], *kinds: str) -> tuple[Node, Node] | None:
        found = [each for each in self._every(code) if not kinds or each[0].kind in kinds]
        return self.draw.choice(found) if found else None

    def _reword(self, code: dict[str, Node]) -> None:
        found = self._one(code)
        if found is not None and found[0].kind != "table":
            node = found[0]
            words = node.words.split(" ")
            place = self.draw.randint(0, len(words))
            words[place : place + self.draw.randint(0, 3)] = (
                self.words(3).split(" ") if self.draw.random() < 0.8 else []
            )
            node.words = " ".join(filter(None, words)) or "x"

    def _rewrite(self, code: dict[str, Node]) -> None:
        found = self._one(code, "clause", "paragraph", "text", "define", "formula", "code", "quotation")
        if found is not None:
            found[0].words = self.words()

    def _drop(self, code: dict[str, Node]) -> None:
        found = self._one(code)
        if found is not None:
            found[1].inside.remove(found[0])

    def _add(self, code: dict[str, Node]) -> None:
        found = self._one(code)
        if found is None:
            return
        node, holder = found
        made = {
            "clause": lambda: self.clause(f"{node.label}{self.draw.choice('ABC')}"),
            "paragraph": lambda: Node("paragraph", f"({self.draw.choice('klmnop')})", f"{self.words(8)};"),
            "sub-section": lambda: self._sub_section(node.label[0], self.draw.randint(7, 9)),
        }.get(node.kind, lambda: self._leaf(self.draw.randint(10, 14)))()
        if made.kind in ("define", "table", "bullet", "quotation", "code") and holder.kind in ("document", "annex"):
            made = Node("heading", words=self.words(3))
        holder.inside.insert(holder.inside.index(node) + self.draw.randint(0, 1), made)

    def _move(self, code: dict[str, Node]) -> None:
        found, other = self._one(code, "clause", "paragraph"), self._one(code, "clause", "paragraph")
        if found is None or other is None or found[0].kind != other[0].kind or found[0] is other[0]:
            return
        if any(each is other[0] for each, _ in self._every({"": found[0]})):
            return
        found[1].inside.remove(found[0])
        place = next(k for k, each in enumerate(other[1].inside) if each is other[0])
        other[1].inside.insert(place, found[0])
        if self.draw.random() < 0.5 and found[0].kind == "clause":
            found[0].label = f"{other[0].label}Z"

    def _renumber(self, code: dict[str, Node]) -> None:
        found = self._one(code, "clause", "paragraph", "sub-section")
        if found is not None:
            node = found[0]
            if node.kind == "paragraph":
                node.label = f"({self.draw.choice('qrstu')})"
            else:
                node.label += self.draw.choice("ABC")

    def _shift(self, code: dict[str, Node]) -> None:
        """Something new in the middle, and all that follow numbered anew."""
        found = self._one(code, "clause", "paragraph")
        if found is None:
            return
        node, holder = found
        alike = [each for each in holder.inside if each.kind == node.kind]
        place = alike.index(node)
        if place + 1 >= len(_LETTERS) or any("." not in each.label for each in alike if each.kind == "clause"):
            return
        new = Node(node.kind, node.label, f"{self.words(8)};")
        for k, each in enumerate(alike[place:], place + 1):
            each.label = f"({_LETTERS[k]})" if node.kind == "paragraph" else f"{each.label.split('.')[0]}.{k + 1}"
        holder.inside.insert(holder.inside.index(node), new)

    def _split(self, code: dict[str, Node]) -> None:
        found = self._one(code, "clause", "paragraph")
        if found is None or found[0].words.count(" ") < 6:
            return
        node, holder = found
        words = node.words.split(" ")
        cut = self.draw.randint(2, len(words) - 2)
        rest = Node(node.kind, f"({self.draw.choice('vw')})" if node.kind == "paragraph" else f"{node.label}S",
                    " ".join(words[cut:]), inside=node.inside)  # fmt: skip
        node.words, node.inside = " ".join(words[:cut]), []
        holder.inside.insert(holder.inside.index(node) + 1, rest)

    def _join(self, code: dict[str, Node]) -> None:
        found = self._one(code, "clause", "paragraph")
        if found is None:
            return
        node, holder = found
        place = next(k for k, each in enumerate(holder.inside) if each is node)
        following = holder.inside[place + 1 : place + 2]
        if following and following[0].kind == node.kind and not node.inside:
            node.words, node.inside = f"{node.words} {following[0].words}", following[0].inside
            holder.inside.remove(following[0])

    def _retable(self, code: dict[str, Node]) -> None:
        found = self._one(code, "table")
        if found is None:
            return
        rows = found[0].rows
        place = self.draw.randrange(len(rows))
        match self.draw.randint(0, 4):
            case 0:
                rows.insert(place, [self.words(2) for _ in rows[0]])
            case 1 if len(rows) > 1:
                del rows[place]
            case 2:
                rows[place][self.draw.randrange(len(rows[place]))] = self.words(3)
            case 3:
                for row in rows:
                    row.append(self.words(1))
            case _:
                found[0].words = self.words(2)

    def _rename(self, code: dict[str, Node]) -> None:
        old, new = (
            self.draw.choice(("Device", "Panel", "Participants")),
            self.draw.choice(("Meter", "Board", "Members")),
        )
        for node, _ in self._every(code):
            node.words = node.words.replace(old, new)

    def _vacate(self, code: dict[str, Node]) -> None:
        found = self._one(code, "clause", "paragraph")
        if found is not None:
            found[0].words, found[0].inside = "[Not used]", []

    def _title(self, code: dict[str, Node]) -> None:
        self.draw.choice(list(code.values())).words = self.words(3)


def printed(document: Node) -> str:
    """A document as source text."""
    lines = [f"section {document.label}: {_plain(document.words)}"]
    for each in document.inside:
        lines += _lines(each, 0)
    return "\n".join(lines) + "\n"


def _lines(node: Node, column: int) -> list[str]:
    pad = " " * column
    head = {
        "sub-section": f"# {node.label} {_plain(node.words)}",
        "annex": f"annex {node.label}: {_plain(node.words)}",
        "clause": f"{node.label} {node.words}",
        "paragraph": f"{node.label} {node.words}",
        "define": f'define "{node.label}" means {node.words}',
        "text": f"So {node.words}",
        "bullet": f"- {node.words}",
        "note": f"note: {node.words}",
        "heading": f"## {_plain(node.words)}",
        "formula": f"$$ x_{{{len(node.words)}}} = {len(node.words) % 7} $$",
        "quotation": f"> 1.1 {node.words}",
        "code": f"```\n{pad}{_plain(node.words)}\n{pad}```",
        "table": "",
    }[node.kind]
    lines = [] if node.kind == "paragraph" else [""]
    if node.kind == "table":
        caption = [f"{pad}table: {_plain(node.words)}", ""] if node.words else []
        rows = [f"{pad}| {' | '.join(row)} |" for row in node.rows]
        return ["", *caption, rows[0], f"{pad}|{' --- |' * len(node.rows[0])}", *rows[1:]]
    lines.append(pad + head)
    deeper = column if node.kind in ("sub-section", "annex") else column + 2
    for each in node.inside:
        lines += _lines(each, deeper)
    return lines


def _plain(words: str) -> str:
    return words.replace("*", "")
