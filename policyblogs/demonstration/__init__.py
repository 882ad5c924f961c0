"""The demonstration's data: invented departments, people, posts and comments, as plain literals."""
