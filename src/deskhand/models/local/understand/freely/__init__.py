"""Wishes that name an outcome instead of the steps: "delete the line with X", "what is in backup.zip?".

Of 60 free instructions about programs called by names of their own the grammar took 18 rightly and 4 wrongly (a *line*
to be deleted lost only its word). Here such a wish is said again in steps that the grammar knows; what is not known
here stays as it is, and is still refused.
"""
