"""What a page says of what is beside it for programs: links in its head, and what it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlternateView:
    """Another form of a page, or a feed: its type, where it is, and what it is."""

    type: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class BesideView:
    """For the head of a page. `linked_data` is JSON-LD, ready to stand in a script element; empty for none."""

    alternates: tuple[AlternateView, ...]
    linked_data: str = ""
