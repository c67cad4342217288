import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString

ATTACK = "<script>alert(1)</script>\"'"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;"


def rendered(template: str, **context: object) -> str:
    return Template("{% load govuk %}" + template).render(Context(context))


class StationForm(forms.Form):
    address = forms.CharField(label="Address", help_text="As on the door", max_length=200)
    opens = forms.TimeField(label="Opens", widget=forms.TimeInput(attrs={"type": "time"}))
    reason = forms.CharField(label="Reason", widget=forms.Textarea, required=False)
    district = forms.ChoiceField(label="District", choices=[("15", "Fifteen"), ("16", "Sixteen")])
    decided = forms.ChoiceField(label="Decided", widget=forms.RadioSelect, choices=[("a", "By decision")])
    served = forms.MultipleChoiceField(label="Served", widget=forms.CheckboxSelectMultiple, choices=[("IR", "Iran")])
    consent = forms.BooleanField(label="Consent given", help_text="Note in the file")
    file = forms.FileField(label="File", required=False)


def test_a_button_is_drawn_by_its_macro() -> None:
    assert '<button type="submit" class="govuk-button"' in rendered('{% govuk "button" text="Create the station" %}')


@pytest.mark.parametrize("text", [ATTACK, SafeString(ATTACK)])
def test_text_is_escaped_even_where_it_was_marked_safe(text: str) -> None:
    page = rendered(
        '{% govuk "button" text=text %}{% govuk "input" name="a" label=text hint=text value=text %}', text=text
    )
    assert "<script" not in page
    assert page.count(ESCAPED) >= 3


@pytest.mark.parametrize("name", ["html", "summary_html", "title_html"])
def test_raw_html_is_refused(name: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="raw HTML"):
        rendered('{% govuk "details" summary_text="Why" ' + name + '="<b>x</b>" %}')


def test_raw_html_is_refused_inside_other_parameters() -> None:
    with pytest.raises(TemplateSyntaxError, match="raw HTML"):
        rendered('{% govuk "input" name="a" label=label %}', label={"html": "<b>x</b>"})
    with pytest.raises(TemplateSyntaxError, match="raw HTML"):
        rendered('{% govuk "radios" name="a" items=items %}', items=[{"value": "1", "hint": {"html": "x"}}])


@pytest.mark.parametrize("name", ["onclick", "OnFocus", "style"])
def test_inline_script_and_style_are_refused(name: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="inline script or style"):
        rendered('{% govuk "button" text="x" attributes=attributes %}', attributes={name: "x"})


@pytest.mark.parametrize("address", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x"])
def test_an_address_with_a_scheme_of_its_own_is_refused(address: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="may not start"):
        rendered('{% govuk "button" text="x" href=address %}', address=address)


@pytest.mark.parametrize(
    "address", ["/az2024/stations/", "?sort=opens", "https://example.org/", "mailto:a@example.org"]
)
def test_an_ordinary_address_is_taken(address: str) -> None:
    assert f'href="{address}"' in rendered('{% govuk "button" text="x" href=address %}', address=address)


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("address", '<input class="govuk-input" id="id_address" name="address" type="text"'),
        ("opens", '<input class="govuk-input govuk-input--width-5" id="id_opens" name="opens" type="text"'),
        ("reason", '<textarea class="govuk-textarea" id="id_reason" name="reason" rows="4"'),
        ("district", '<select class="govuk-select" id="id_district" name="district"'),
        ("decided", '<input class="govuk-radios__input" id="id_decided" name="decided" type="radio"'),
        ("served", '<input class="govuk-checkboxes__input" id="id_served" name="served" type="checkbox"'),
        ("consent", '<input class="govuk-checkboxes__input" id="id_consent" name="consent" type="checkbox"'),
        ("file", '<input class="govuk-file-upload" id="id_file" name="file" type="file"'),
    ],
)
def test_each_kind_of_field_has_its_component(name: str, markup: str) -> None:
    assert markup in rendered("{% field field %}", field=StationForm()[name])


def test_a_field_keeps_what_was_typed_and_says_what_is_wrong() -> None:
    form = StationForm({"address": "", "opens": "25:10"})
    page = rendered("{% field form.opens %}", form=form)
    assert 'value="25:10"' in page
    assert "govuk-error-message" in page


def test_the_summary_links_each_error_to_its_field() -> None:
    form = StationForm({"opens": "08:00", "district": "16", "decided": "a", "served": ["IR"], "consent": "on"})
    page = rendered("{% error_summary form %}", form=form)
    assert page.count("<li>") == 1
    assert '<a href="#id_address">Address: This field is required.</a>' in page


def test_there_is_no_summary_where_nothing_is_wrong() -> None:
    assert rendered("{% error_summary form %}", form=StationForm()) == ""


def test_choices_that_were_made_stay_made() -> None:
    form = StationForm(initial={"district": "16", "served": ["IR"], "consent": True})
    assert 'value="16" selected' in rendered("{% field form.district %}", form=form)
    assert rendered("{% field form.served %}{% field form.consent %}", form=form).count(" checked") == 2
