"""Runs the migrations on the connection that is handed in; imports nothing of the program."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
# The caller's transaction holds all of it; the driver's own must not be begun here.
context.run_migrations()
