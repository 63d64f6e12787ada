"""The words from which practice entries are tagged: feelings, thoughts, skills; data, not code."""

from dataclasses import dataclass

from bipdesk.domain.resource_table import ResourceTable, read_resource
from bipdesk.domain.skill import OTHER, Names, Skill


@dataclass(frozen=True, slots=True)
class Tag:
    """One feeling or thought that recurs, with its words in each language."""

    key: str
    name: Names


@dataclass(frozen=True, slots=True)
class PracticeLists:
    """What can be chosen; the order is that of the files, the programme's own skills last."""

    feelings: tuple[Tag, ...]
    thoughts: tuple[Tag, ...]
    skills: tuple[Skill, ...]

    def with_skills(self, own: tuple[Skill, ...]) -> "PracticeLists":
        """Return the lists with the programme's own skills after those that ship."""
        known = {skill.key for skill in self.skills}
        return PracticeLists(
            self.feelings, self.thoughts, self.skills + tuple(each for each in own if each.key not in known)
        )

    def feeling(self, key: str, language: str = "en") -> str:
        """Return the words of a feeling; of one that is not known here, its key."""
        return _named(self.feelings, key, language)

    def thought(self, key: str, language: str = "en") -> str:
        """Return the words of a thought; of one that is not known here, its key."""
        return _named(self.thoughts, key, language)

    def skill(self, key: str, language: str = "en") -> str:
        """Return the name of a skill; of one that is not known here, its key; "" for none."""
        return _named(self.skills, key, language)


def parse_lists(practice: str, skills: str) -> PracticeLists:
    """Return the lists written in practice.toml and skills.toml, given as texts.

    Raises:
        ResourceInvalid: (file, where, reason) for the first thing that is wrong.
    """
    table = read_resource(practice, "practice.toml")
    feelings, thoughts = (_read_tags(table, key) for key in ("feelings", "thoughts"))
    table.done()
    table = read_resource(skills, "skills.toml")
    found: list[Skill] = []
    for inner in table.tables("skills", "skill"):
        key = _read_key(inner, [skill.key for skill in found])
        names = _read_names(inner, "")
        found.append(Skill(key, names, _read_names(inner, "hint_"), inner.text("source")))
        inner.done()
    table.done()
    return PracticeLists(feelings, thoughts, tuple(found))


def _read_tags(table: ResourceTable, key: str) -> tuple[Tag, ...]:
    tags: list[Tag] = []
    for inner in table.tables(key, key.removesuffix("s")):
        tags.append(Tag(_read_key(inner, [tag.key for tag in tags]), _read_names(inner, "")))
        inner.done()
    return tuple(tags)


def _read_key(table: ResourceTable, before: list[str]) -> str:
    key = table.key("key")
    if key in before or key == OTHER:
        table.refuse("key", f"'{key}' is used already; each entry needs a key of its own")
    return key


def _read_names(table: ResourceTable, before: str) -> Names:
    return Names(table.text(f"{before}en"), table.text(f"{before}es"))


def _named(tags: tuple[Tag, ...] | tuple[Skill, ...], key: str, language: str) -> str:
    return next((tag.name.text(language) for tag in tags if tag.key == key), key)
