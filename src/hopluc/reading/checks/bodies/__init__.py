"""Bodies (người, cơ quan, văn bản, nơi chốn): who, what act and where, told two ways."""
