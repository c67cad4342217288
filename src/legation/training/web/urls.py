"""Addresses of seminars under an election."""

from django.urls import path

from legation.training.web import audience, certificates, learning, planning, seat, seminar, sessions, slots

app_name = "seminars"
urlpatterns = [
    path("", planning.seminars, name="seminars"),
    path("new/", planning.new, name="new"),
    path("line/", sessions.line, name="line"),
    path("coverage/", certificates.coverage, name="coverage"),
    path("coverage/export/<slug:form>/", certificates.coverage_export, name="coverage_export"),
    path("<slug:seminar>/", seminar.seminar, name="seminar"),
    path("<slug:seminar>/change/", planning.change, name="change"),
    path("<slug:seminar>/add/<slug:kind>/", planning.add, name="add"),
    path("<slug:seminar>/remove/<slug:kind>/<slug:part>/", planning.remove, name="remove"),
    path("<slug:seminar>/material/<slug:module>/", seminar.material, name="material"),
    path("<slug:seminar>/slots/", slots.slots, name="slots"),
    path("<slug:seminar>/audience/", audience.audience, name="audience"),
    path("<slug:seminar>/audience/export/<slug:form>/", audience.export, name="export"),
    path("<slug:seminar>/invite/", audience.invite, name="invite"),
    path("<slug:seminar>/room/", sessions.room, name="room"),
    path("<slug:seminar>/sessions/<int:meeting>/", sessions.session, name="session"),
    path("<slug:seminar>/sessions/<int:meeting>/lead/", sessions.lead, name="lead"),
    path("<slug:seminar>/sessions/<int:meeting>/<slug:step>/", sessions.act, name="act"),
    path("<slug:seminar>/questions/", sessions.questions, name="questions"),
    path("<slug:seminar>/questions/<slug:question>/", sessions.reply, name="reply"),
    path("<slug:seminar>/minutes/<slug:form>/", certificates.minutes, name="minutes"),
    path("<slug:seminar>/test/<slug:module>/", learning.set_test, name="set_test"),
    path("<slug:seminar>/seats/<slug:seat>/ask/", sessions.ask, name="ask"),
    path("<slug:seminar>/seats/<slug:seat>/enter/<slug:participant>/", sessions.enter, name="enter"),
    path("<slug:seminar>/seats/<slug:seat>/test/<slug:participant>/<slug:module>/", learning.take, name="test"),
    path("<slug:seminar>/seats/<slug:seat>/certificate/<slug:participant>/", certificates.certificate, name="paper"),
    path("<slug:seminar>/seats/<slug:seat>/", seat.seat, name="seat"),
    path("<slug:seminar>/seats/<slug:seat>/answer/", seat.answer, name="answer"),
    path("<slug:seminar>/seats/<slug:seat>/further/", seat.further, name="further"),
    path("<slug:seminar>/seats/<slug:seat>/calendar/", seat.calendar, name="calendar"),
]
