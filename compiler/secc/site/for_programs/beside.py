"""What a page says of what is beside it for programs: links in its head, and what it is."""

from msgspec import Struct


class AlternateView(Struct, frozen=True):
    """Another form of a page, or a feed: its type, where it is, and what it is."""

    type: str
    href: str
    title: str


class BesideView(Struct, frozen=True):
    """For the head of a page. `linked_data` is JSON-LD, ready to stand in a script element; empty for none."""

    alternates: tuple[AlternateView, ...]
    linked_data: str = ""
