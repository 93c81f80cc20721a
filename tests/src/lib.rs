//! Tests across features, in `tests/`: access matrix, journeys, bad input, words, engines.
