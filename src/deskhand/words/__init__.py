"""What words mean, as numbers: pieces of words, their vectors, and layers of attention.

The reader of wishes, and the guard's readers of labels and of sentences, stand on it.
"""
