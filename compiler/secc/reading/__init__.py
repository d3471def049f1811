"""A letter, report or consultation, as text or as a Word file, into paragraphs with their places."""
