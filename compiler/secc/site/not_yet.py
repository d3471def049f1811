"""What the website cannot show yet while the Code is being written."""


class NotYet(Exception):  # noqa: N818  # no error: it is shown as it was before
    """What is asked follows from the texts of all days, which are still being worked out."""
