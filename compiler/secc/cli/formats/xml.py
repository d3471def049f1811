"""What the formats in XML share."""

from xml.etree.ElementTree import Element, indent, tostring


def document(root: Element) -> str:
    """A document as text.

    Its texts have gone through `visible`, since XML 1.0 has no way to write a control character.
    """
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}'
