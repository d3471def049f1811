"""What of the instruments a website is made without: what cannot be read, and what cannot be carried out."""

from secc.diagnostics import Severity
from secc.site.in_time.moment import Moment
from secc.timeline.replay import Wordings


def left_out(moment: Moment, wordings: Wordings) -> tuple[str, ...]:
    """A sentence for each, with the file and line of what cannot be read; they are carried out as far as `wordings`."""
    unread = (
        f"{finding.path}:{each.source.place(finding.span.start)[0]}: {finding.headline}"
        for each in moment.opened.found
        for finding in each.findings
        if finding.severity is Severity.ERROR
    )
    refused = (f"{ref} cannot be carried out: {each.words}" for ref, each in wordings.refused.items())
    return (*unread, *refused)
