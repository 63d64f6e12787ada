"""What leaves the program: documents and bundles."""
