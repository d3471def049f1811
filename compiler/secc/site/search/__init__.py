"""The search: what the browser needs to find words, phrases, terms and numbers as at any day."""
