"""What the website says of time: the day that it is of, instruments, versions, and what changed and will change."""
