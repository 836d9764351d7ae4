"""What memberships are read by."""
