"""Styles from npm, made ready for pages that are not on GOV.UK."""
