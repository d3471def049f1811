"""The regular expressions of this layer; none has a repetition within a repetition over the same characters."""

import re

# What drafters leave where words are still to come.
PLACEHOLDER = re.compile(
    r"\[(?:TBC|tbc|Tbc|TBA|tba|TBD|tbd|•|●|\*|…|_{1,10}| {0,5}|to be confirmed|insert [^\[\]]{1,60})\]"
    r"|\bX{3,6}\b|\bDD MMM(?:M)? YYYY\b|\bDD/MM/YYYY\b"
)
