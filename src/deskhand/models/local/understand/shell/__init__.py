"""Jobs that are to be done in a terminal, put into the shell command that does them.

Of 30 wishes such as “in Sakura, count the words in letter.txt”, written before any of this stood, the other readers
took none rightly: 25 were refused and 5 went to a text editor or a file manager. The ways to say a job stand in
`english` and `japanese`, the commands in `commands`, what files and folders are called in `things`. Every word of a
wish has to be accounted for; every name and text is quoted as the shell wants it; nothing that is there already is
overwritten unless the wish says so.
"""
