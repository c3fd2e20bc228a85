# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A table of seats and people, a role, and the last day of a mandate."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.forms.words import ROLES
from workshops.services.seating import COLUMNS, LONGEST

MOST_BYTES = 300_000


class TableForm(forms.Form):
    table = forms.CharField(
        label=gettext_lazy("Table, pasted from a spreadsheet"),
        help_text=gettext_lazy(
            "The first line names the columns: %(columns)s. Only the first and the third must be filled in."
        )
        % {"columns": ", ".join(COLUMNS)},
        max_length=MOST_BYTES,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a CSV file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
    )

    def clean_file(self) -> str:
        """Read the file as text."""
        sent: UploadedFile | None = self.cleaned_data.get("file")
        if sent is None:
            return ""
        if (sent.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 300 kB. Bring it in in parts."))
        try:
            return sent.read().decode("utf-8-sig")
        except UnicodeDecodeError as unreadable:
            raise forms.ValidationError(
                _("This file is no text in UTF-8. Save it as “CSV UTF-8” and try again.")
            ) from unreadable

    def clean(self) -> dict[str, str]:
        """One of the two, not none."""
        told: dict[str, str] = super().clean() or {}
        if not self.errors and not (told.get("table", "").strip() or told.get("file", "").strip()):
            self.add_error("table", _("Paste a table, or choose a file."))
        return told

    @property
    def text(self) -> str:
        return self.cleaned_data["file"] or self.cleaned_data["table"]


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=[(role.value, label) for role, label in ROLES.items()])
    name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Needed when this person has no account here yet."),
        max_length=LONGEST["name"],
        required=False,
    )
    sign_in = forms.CharField(
        label=gettext_lazy("Name to sign in with"),
        help_text=gettext_lazy("An e-mail address, or any name that nobody else has."),
        max_length=LONGEST["sign_in"],
    )


class LastDayForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
