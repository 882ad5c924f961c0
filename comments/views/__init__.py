"""Pages of comments: `public` for those who write them, `desk` for those who decide them."""
