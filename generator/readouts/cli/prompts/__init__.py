"""Values asked for on a terminal, one by one, each checked as it is typed."""
