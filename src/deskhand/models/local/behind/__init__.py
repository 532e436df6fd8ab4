"""The file behind a window: read or changed itself, where the window does not let it be read or changed.

Pixels come first, always. But of 24 tasks that failed on programs never met ten were about what a file says or should
say, and the person's file lies right beside the program that would not show or take it. So before the model gives up it
looks at the file through the shell that it was offered, as a person with a terminal would, and says that it did.
Without a shell nothing here is tried.
"""
