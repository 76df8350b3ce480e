"""What assistive technology, as a screen reader, finds in the painted widgets."""
