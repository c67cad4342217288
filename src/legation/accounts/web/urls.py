"""Addresses of accounts. None of django-allauth's own."""

from django.urls import path

from legation.accounts.web import account, enrolling, granting, institutions, joint, people, roles
from legation.accounts.web import open as open_pages

app_name = "accounts"
urlpatterns = [
    path("sign-in/", open_pages.sign_in, name="sign_in"),
    path("sign-in/passkey/", open_pages.passkey_options, name="passkey_options"),
    path("sign-in/second/", open_pages.second, name="second"),
    path("sign-in/again/", open_pages.again, name="again"),
    path("sign-in/kept/", open_pages.kept, name="kept"),
    path("sign-in/at/<slug:institution>/", institutions.leave, name="institution"),
    path("sign-in/at/<slug:institution>/back/", institutions.back, name="institution_back"),
    path("sign-out/", open_pages.sign_out, name="sign_out"),
    path("enrol/", enrolling.enrol, name="enrol"),
    path("enrol/done/", enrolling.done, name="done"),
    path("enrol/passkey/", enrolling.passkey, name="add_passkey"),
    path("enrol/key/", enrolling.hardware_key, name="add_key"),
    path("enrol/password/", enrolling.password, name="password"),
    path("enrol/authenticator/", enrolling.authenticator, name="authenticator"),
    path("enrol/codes/", enrolling.codes, name="codes"),
    path("enrol/with/<slug:typed>/", enrolling.letter, name="letter"),
    path("account/", account.account, name="account"),
    path("account/sessions/end/", account.end, name="end_session"),
    path("account/factors/<int:number>/remove/", account.remove, name="remove_factor"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/give/", granting.give, name="give"),
    path("people/re-enrol/<slug:code>/", people.confirm, name="confirm"),
    path("people/<slug:person>/", people.person, name="person"),
    path("people/<slug:person>/invite/", people.invite_again, name="invite_again"),
    path("people/<slug:person>/withdraw/", people.withdraw, name="withdraw"),
    path("people/<slug:person>/telephone/", people.telephone, name="telephone"),
    path("people/<slug:person>/ask/", people.ask, name="ask"),
    path("people/<slug:person>/join/", people.join, name="join"),
    path("people/<slug:person>/identity/", people.identity, name="identity"),
    path("two-persons/", joint.listing, name="joint_acts"),
    path("two-persons/<slug:code>/", joint.one, name="joint_act"),
    path("two-persons/<slug:code>/<slug:step>/", joint.answer, name="joint_answer"),
    path("people/<slug:person>/grants/<int:number>/end/", granting.end, name="end_grant"),
    path("roles/", roles.choose, name="roles"),
    path("roles/all/", roles.sheets, name="role_sheets"),
    path("roles/<slug:role>/sheet/", roles.sheet, name="role_sheet"),
]
