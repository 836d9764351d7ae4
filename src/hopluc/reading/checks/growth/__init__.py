"""Growth (tăng, giảm, so sánh): changes, trends, ranks and bounds."""
