"""Tables (bảng): figures row by row and column by column."""
