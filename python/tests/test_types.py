"""What stubs say is there."""

import ast
import inspect
from pathlib import Path

import mizan

STUBS = Path(mizan.__file__).with_suffix(".pyi")


def arguments(function):
    """The names of its arguments, those given by name only behind the others."""
    kinds = [function.args.args, function.args.kwonlyargs]
    return [[argument.arg for argument in kind] for kind in kinds]


def defined(module):
    """What a module defines, with the arguments of each function."""
    found = {}
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}": args for name, args in defined(node).items()}
        elif isinstance(node, ast.FunctionDef):
            found[node.name] = arguments(node)
    return {name: args for name, args in found.items() if not name.startswith("_")}


def test_the_stubs_are_those_of_the_module():
    assert STUBS.with_name("py.typed").exists()
    stubs, module = (ast.parse(path.read_text("utf-8")) for path in [STUBS, STUBS.with_suffix(".py")])
    assert defined(stubs) == defined(module)
    typed = {name.id if isinstance(name, ast.Name) else name.name for name in names(stubs)}
    assert set(mizan.__all__) <= typed


def names(module):
    for node in module.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            yield node
        elif isinstance(node, ast.AnnAssign):
            yield node.target
        elif isinstance(node, ast.ImportFrom):
            yield from node.names


def test_whatever_people_call_says_what_it_does():
    for name in mizan.__all__:
        thing = getattr(mizan, name)
        if not callable(thing):
            continue
        assert inspect.getdoc(thing), name
        for member, what in vars(thing).items() if inspect.isclass(thing) else ():
            if not member.startswith("_") and (callable(what) or isinstance(what, property)):
                assert inspect.getdoc(what), f"{name}.{member}"
