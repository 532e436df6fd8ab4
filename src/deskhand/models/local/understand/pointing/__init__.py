"""The learned reader: a wish, however phrased, into acts whose arguments it points at in the wish itself.

A pointer cannot say what was not said: a small model that writes freely makes names and numbers up.
"""
