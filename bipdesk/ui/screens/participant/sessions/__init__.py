"""The Sessions tab of a participant's file: steps, runway, breaks, credits."""
