"""The wording of the programme's own papers."""
