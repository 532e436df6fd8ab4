"""What is wished of a page, told as people talk: found by its parts on the page itself, not by a sentence's pattern.

Of 14 pages that a stranger wrote with wishes in everyday words, English and Japanese, patterns did one. A wish here is
a row of aims; each has an act (a word of doing that some control on the page bears too), things it is done to (entries
of the page that its words, looks and worth pick out) and values.
"""
