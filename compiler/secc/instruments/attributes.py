"""The attributes that may stand below an instrument's first line."""

_FIRST_DAYS = ("consulted", "decided", "laid", "made", "published")
_LAST_DAYS = ("recorded", "withdrawn")
DAYS = _FIRST_DAYS + _LAST_DAYS
"""The attributes that are days, in their order."""
_EFFECT = ("from", "until", "for")
_REMARKS = ("baseline", "status", "evidence", "unverified")
KEYS = ("by", "under", *_FIRST_DAYS, *_EFFECT, *_LAST_DAYS, *_REMARKS)
"""Every attribute, in the order in which they are printed."""
