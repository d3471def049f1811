"""Text as it may stand in XML."""

from unicodedata import category


def escaped(text: str) -> str:
    """Text as it may stand in XML, in attributes too; a mark stands for each character that XML has not."""
    if not text.isprintable():
        text = "".join("\ufffd" if _is_outside_xml(letter) else letter for letter in text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _is_outside_xml(letter: str) -> bool:
    return letter in "\ufffe\uffff" or (category(letter) in ("Cc", "Cs") and letter not in "\t\n")
