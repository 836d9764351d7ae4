"""The statistical audit of an index: statistics, correlations, coherence, importance of parts, all in `audit.audit`."""
