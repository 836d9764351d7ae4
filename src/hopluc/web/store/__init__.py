"""The database (kho dữ liệu): which one, its tables and triggers, and how it is asked once for many."""
