"""What is computed from the graph, and never typed."""
