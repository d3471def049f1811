"""What is known on a day, what has effect on a day, and what the Code says then: instruments replayed on two clocks."""
