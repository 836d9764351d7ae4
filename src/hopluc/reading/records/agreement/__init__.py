"""What agreements are read by."""
