"""Why a score is what it is: contributions, change between editions, strengths and weaknesses, peers, plans, former units on new territory."""
