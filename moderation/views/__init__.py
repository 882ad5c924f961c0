"""Pages of sign-off: the `desk`, and deciding about `timing`, `freezes` and `cover`."""
