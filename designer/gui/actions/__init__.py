"""What can be done in the window, declared as data, and the verbs behind it."""
