"""An app for the tests of the worker's process: an act every second, and a task that takes its time."""
