"""Every error a person can act on has a sentence, every sentence an error, and no gap in it stays empty."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from tests.architecture.tree import ROOT, Module, modules, plant

ERRORS = "UserError"
DOMAIN = "bipdesk.domain"


@dataclass(frozen=True, slots=True)
class Error:
    """One subclass of UserError: where it stands and the key of its sentence."""

    name: str
    key: str
    module: str
    has_own_init: bool


def complaints(root: Path) -> list[str]:
    """Return a line for each error, sentence or raising that does not fit the others."""
    found = list(modules(root))
    errors = _errors(found)
    sentences = {key: text for module in found if module.is_in(DOMAIN) for key, text in _sentences(module)}
    gaps = {name: _gaps(sentences.get(error.key, "")) for name, error in errors.items()}
    return [
        *(complaint for error in errors.values() for complaint in _of_error(error, sentences)),
        *(f"no error has the key {key}" for key in sorted(sentences.keys() - _keys(errors))),
        *(f"{key}: {count} errors" for key, count in _counted(errors) if count > 1),
        *(complaint for module in found for complaint in _of_raisings(module, gaps)),
    ]


def _errors(found: list[Module]) -> dict[str, Error]:
    classes = [
        (module, node) for module in found for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)
    ]
    errors: dict[str, Error] = {}
    grew = True
    while grew:
        fresh = {
            node.name: _error(module, node)
            for module, node in classes
            if node.name not in errors and {ast.unparse(one) for one in node.bases} & {ERRORS, *errors}
        }
        errors |= fresh
        grew = bool(fresh)
    return errors


def _error(module: Module, node: ast.ClassDef) -> Error:
    keys = [
        statement.value.value
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Constant)
        and ast.unparse(statement.targets[0]) == "key"
    ]
    own_init = any(isinstance(one, ast.FunctionDef) and one.name == "__init__" for one in node.body)
    return Error(node.name, str(keys[0]) if keys else "", module.name, own_init)


def _sentences(module: Module) -> Iterator[tuple[str, str]]:
    for node in module.tree.body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and target.id.endswith("SENTENCES") and node.value:  # type: ignore[attr-defined]
            yield from ast.literal_eval(node.value).items()  # type: ignore[attr-defined]


def _gaps(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


def _of_error(error: Error, sentences: dict[str, str]) -> Iterator[str]:
    if not error.module.startswith(f"{DOMAIN}."):
        yield f"{error.name} belongs in the domain, not in {error.module}"
    if error.key not in sentences:
        yield f"{error.name} has no sentence (key {error.key!r})"
    if error.has_own_init:
        yield f"{error.name} has its own __init__, so nobody can see whether its sentence is filled"


def _keys(errors: dict[str, Error]) -> set[str]:
    return {error.key for error in errors.values()}


def _counted(errors: dict[str, Error]) -> list[tuple[str, int]]:
    keys = [error.key for error in errors.values()]
    return [(key, keys.count(key)) for key in sorted(set(keys))]


def _of_raisings(module: Module, gaps: dict[str, set[str]]) -> Iterator[str]:
    calls = {id(node.func): node for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
    raised = {
        id(node.exc): node.exc for node in ast.walk(module.tree) if isinstance(node, ast.Raise) and node.exc
    }
    made = [*((call.func, call.keywords) for call in calls.values()), *((one, []) for one in raised.values())]
    for maker, keywords in made:
        name = ast.unparse(maker).rpartition(".")[2]
        given = {keyword.arg for keyword in keywords}
        missing = gaps.get(name, set()) - given
        if missing and None not in given:
            yield f"{module.path}:{maker.lineno}: {name} without {', '.join(sorted(missing))}"


def test_errors_and_sentences_fit_each_other() -> None:
    assert complaints(ROOT) == []


def _program(root: Path, errors: str, sentences: str) -> None:
    plant(root, "bipdesk/domain/errors.py", f"class UserError(Exception):\n    key = ''\n{errors}")
    plant(root, "bipdesk/domain/sentences.py", f"SENTENCES: dict[str, str] = {{{sentences}}}\n")


def test_an_error_with_its_sentence_and_its_gaps_filled_is_let_through(tmp_path: Path) -> None:
    _program(tmp_path, "class A(UserError):\n    key = 'a'\n", "'a': 'The {file} ' 'is gone.'")
    plant(
        tmp_path,
        "bipdesk/db/x.py",
        "raise A(file=1)\nraise errors.A(**values)\nraise A(file=1, more=2) from e\n",
    )
    assert complaints(tmp_path) == []


def test_an_error_without_a_sentence_and_a_sentence_without_an_error_are_named(tmp_path: Path) -> None:
    _program(
        tmp_path, "class A(UserError):\n    key = 'a'\nclass B(A):\n    key = 'b'\n", "'a': 'A.', 'c': 'C.'"
    )
    assert complaints(tmp_path) == ["B has no sentence (key 'b')", "no error has the key c"]


def test_an_error_without_a_key_or_with_another_errors_key_is_named(tmp_path: Path) -> None:
    _program(
        tmp_path,
        "class A(UserError):\n    key = 'a'\nclass B(UserError): ...\nclass C(A):\n    key = 'a'\n",
        "'a': ''",
    )
    assert complaints(tmp_path) == ["B has no sentence (key '')", "a: 2 errors"]


def test_a_gap_nobody_fills_is_named(tmp_path: Path) -> None:
    _program(tmp_path, "class A(UserError):\n    key = 'a'\n", "'a': '{file}: {reason}.'")
    plant(tmp_path, "bipdesk/db/x.py", "raise A(file=1)\n\nraise A\n")
    assert complaints(tmp_path) == [
        "bipdesk/db/x.py:1: A without reason",
        "bipdesk/db/x.py:3: A without file, reason",
    ]


def test_an_error_outside_the_domain_or_with_its_own_init_is_named(tmp_path: Path) -> None:
    _program(tmp_path, "", "'a': 'A.'")
    plant(tmp_path, "bipdesk/keys/x.py", "class A(UserError):\n    key = 'a'\n    def __init__(self): ...\n")
    found = complaints(tmp_path)
    assert len(found) == 2
    assert found[0] == "A belongs in the domain, not in bipdesk.keys.x"
    assert found[1].startswith("A has its own __init__")
