"""What a file holds that a person can speak of: its values with what they are called, and its entries by their names.

Lines and words are enough for a letter. But a note's text stands in an outline among marks, a telephone number in the
card of one of many people, and a title is “the title” of a paper while the same words stand elsewhere too. Each format
says here where such things stand, to the letter; what is done to them is the same for all, and everything else in the
file stays as it is, byte for byte.
"""
