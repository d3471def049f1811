"""The day that is asked about where none is said: one answer for the commands and for the website."""

from datetime import date

from secc.code.settings import Settings
from secc.timeline.log import Log
from secc.timeline.timeline import Timeline


def default_day(settings: Settings, log: Log, timeline: Timeline) -> date | None:
    """`site.as-at`; else the day of the version recorded last; else the last day on which the text changes."""
    if settings.site.as_at:
        return date.fromisoformat(settings.site.as_at)
    if log:
        return log[-1].in_effect
    return max(timeline.wording_days(), default=None)
