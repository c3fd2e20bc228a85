# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask somebody by name to read a remark: @name in its text."""

import re

from django.utils import timezone

from workshops.models import Comment, Mention, Reply, User, Workshop
from workshops.selectors.people import people_at

NAMED = re.compile(r"(?<![\w@])@([\w.+-]*\w)")


def names_in(text: str) -> list[str]:
    """Return the names that a text calls, each once, as they were typed."""
    return list(dict.fromkeys(NAMED.findall(text)))


def named_in(remark: Comment | Reply) -> list[User]:
    """Return who was named in a remark when it was made."""
    kind = "comment" if isinstance(remark, Comment) else "reply"
    return [one.person for one in Mention.objects.filter(**{kind: remark}).select_related("person")]


def note_mentions(remark: Comment | Reply, *, workshop: Workshop, by: User | None) -> list[User]:
    """Note who is asked to read a comment or an answer; a name that nobody here has is only text."""
    names = {name.lower() for name in names_in(remark.text)}
    if not names:
        return []
    here = people_at(workshop, day=timezone.localdate())
    found = [one for one in here if one.username.lower() in names and one != by]
    kind = "comment" if isinstance(remark, Comment) else "reply"
    Mention.objects.bulk_create(Mention(person=one, at=timezone.now(), **{kind: remark}) for one in found)
    return found
