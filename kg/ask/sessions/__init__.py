"""Events and their sessions: which is asked about, what its programme and its report tell."""
