"""Does something that was read give the orders? Text, screens, and where the words of an act come from."""
