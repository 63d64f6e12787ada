"""One report per file: a frozen value in, PDF bytes out."""
