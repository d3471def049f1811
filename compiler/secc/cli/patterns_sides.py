"""The regular expressions of what is compared: a day, a version of the Code, a version of a document."""

from secc.expressions import expression

DAY = expression(r"\d{4}-\d{2}-\d{2}")
VERSION = expression(r"v?(?P<number>\d{1,6}(?:\.\d{1,6}+)++)")
OF_DOCUMENT = expression(r"(?P<document>[^@/\\]+)@(?P<version>\d{1,6}(?:\.\d{1,6}+)*+)")
NUMBER = expression(r"\d+")
