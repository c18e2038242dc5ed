"""What can be said of a samordningsförbund, lawful or not."""
