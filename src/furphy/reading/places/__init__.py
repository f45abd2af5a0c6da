"""Where things are said to be: names of places, what the text states of them, what they are."""
