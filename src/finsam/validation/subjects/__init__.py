"""What the rules judge, topic by topic, with the facts that several rules need."""
