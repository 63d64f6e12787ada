"""What pyproject.toml cannot say: the wheel carries resources/ as `bipdesk/resources`."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["bipdesk", "bipdesk.*"]), "bipdesk.resources"],
    package_dir={"bipdesk.resources": "resources"},
)
