"""Pages of posts: `reading` for the public, `desk` for those who write."""
