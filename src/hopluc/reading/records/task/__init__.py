"""What tasks are read by."""
