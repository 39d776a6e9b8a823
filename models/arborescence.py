"""The best tree of scored arcs: each word's best head, and where that makes circles, Chu-Liu and Edmonds' algorithm."""

from typing import Any

import numpy

# More than any sum of scores of a sentence: a second root costs that.
_ROOT = 1e6
Numbers = Any


def tree(scores: Numbers) -> list[int]:
    """The heads of the words, from scores[word, head] where head 0 is the root; exactly one word hangs on the root.

    >>> tree(numpy.array([[0.0, -9.0, 5.0], [3.0, 5.0, -9.0]]))
    [2, 0]
    """
    size = len(scores)
    best = scores.argmax(axis=1)
    if (best == 0).sum() == 1 and _circle([0, *best]) is None:
        return [int(each) for each in best]
    square = numpy.full((size + 1, size + 1), -_ROOT * 1e3)
    square[1:] = scores
    square[1:, 0] -= _ROOT
    numpy.fill_diagonal(square, -numpy.inf)
    return [int(each) for each in _edmonds(square)[1:]]


def _circle(heads: list[int]) -> list[int] | None:
    """The nodes of a circle, if there is one; node 0 has no head."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, at = [], start
        while at != 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at != 0 and state[at] == 1 and at in path:
            return path[path.index(at) :]
        for each in path:
            state[each] = 2
    return None


def _edmonds(scores: Numbers) -> list[int]:
    """The heads of the best arborescence from node 0, from scores[node, head]."""
    heads = [0, *(int(each) for each in scores[1:].argmax(axis=1))]
    circle = _circle(heads)
    if circle is None:
        return heads
    outside = [node for node in range(len(scores)) if node not in circle]
    inside = numpy.array(circle)
    own = scores[inside, [heads[node] for node in circle]]
    # The circle becomes one node, the last: arcs into it are reckoned against the arc that they break.
    into = scores[inside][:, outside] - own[:, None]
    out = scores[outside][:, inside]
    small = numpy.full((len(outside) + 1, len(outside) + 1), -numpy.inf)
    small[:-1, :-1] = scores[numpy.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    found = _edmonds(small)
    return _opened(heads, found, outside, circle, into.argmax(axis=0), out.argmax(axis=1))


def _opened(
    heads: list[int], found: list[int], outside: list[int], circle: list[int], entry: Numbers, leave: Numbers
) -> list[int]:
    """The heads of all nodes, from those of the graph in which the circle was one node."""
    result = list(heads)
    last = len(outside)
    for i in range(1, last):
        result[outside[i]] = circle[leave[i]] if found[i] == last else outside[found[i]]
    result[circle[entry[found[last]]]] = outside[found[last]]
    return result
