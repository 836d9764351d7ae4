"""The page (mặt văn bản): lines, blocks, clauses and tables, before anything is read."""
