"""What the act says of a samordningsförbund."""
