"""What words mean: data files in `data/`, and what reads and checks them."""
