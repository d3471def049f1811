"""The regular expressions of this layer; none has a repetition within a repetition over the same characters."""

import re

# The quoted terms with which a definition begins, straightened: "A"; "A" or "B"; "A", or "B"; "A" and "B".
TERM = re.compile(r'"(?P<name>[^"]+)"')
TERM_JOIN = re.compile(r',?[ ](?:or|and)[ ](?=")|,[ ](?=")')
# [Not used] and its like, alone, or with what joins it to the rest of a list.
VACANT = re.compile(r"\[(?:Not used|NOT USED|Not Used|Repealed|Omitted|Deleted|Reserved|Spent)\](?:[.,;]|[,;] (?:and|or))?|…|\.\.\.")
