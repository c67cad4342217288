"""Files that strangers bring, read without trusting them, and files we hand out, which do no harm."""
