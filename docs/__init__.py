"""What people read about furphy, and what keeps it true."""
