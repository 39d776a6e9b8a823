"""The recipe of the language models that selon ships: treebanks and names in, weights out. See README.md here."""
