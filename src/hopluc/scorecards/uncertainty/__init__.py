"""How far scores and ranks can move, and what moves them: inputs that may vary, designs, replicates, Sobol indices, leaving parts out."""
