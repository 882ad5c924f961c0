"""Documents and clipboards become Markdown: `converting` for files, `clipboard` for what is pasted."""
