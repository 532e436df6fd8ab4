"""From words to steps: the grammar of instructions, English and Japanese.

Atoms protect what is quoted; `english` and `japanese` make frames of clauses (a verb with its nouns in roles);
`compose` makes steps of frames.
"""
