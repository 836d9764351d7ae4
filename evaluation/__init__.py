"""Documents of our own with facts marked by hand, for measuring how well the reader reads."""
