"""What the page "One for all" shows: an artefact as it is learned, and worn by the drawing."""
