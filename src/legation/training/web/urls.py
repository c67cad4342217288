"""Addresses of seminars under an election."""

from django.urls import path

from legation.training.web import audience, planning, seat, seminar, slots

app_name = "seminars"
urlpatterns = [
    path("", planning.seminars, name="seminars"),
    path("new/", planning.new, name="new"),
    path("<slug:seminar>/", seminar.seminar, name="seminar"),
    path("<slug:seminar>/change/", planning.change, name="change"),
    path("<slug:seminar>/add/<slug:kind>/", planning.add, name="add"),
    path("<slug:seminar>/remove/<slug:kind>/<slug:part>/", planning.remove, name="remove"),
    path("<slug:seminar>/material/<slug:module>/", seminar.material, name="material"),
    path("<slug:seminar>/slots/", slots.slots, name="slots"),
    path("<slug:seminar>/audience/", audience.audience, name="audience"),
    path("<slug:seminar>/audience/export/<slug:form>/", audience.export, name="export"),
    path("<slug:seminar>/invite/", audience.invite, name="invite"),
    path("<slug:seminar>/seats/<slug:seat>/", seat.seat, name="seat"),
    path("<slug:seminar>/seats/<slug:seat>/answer/", seat.answer, name="answer"),
    path("<slug:seminar>/seats/<slug:seat>/further/", seat.further, name="further"),
    path("<slug:seminar>/seats/<slug:seat>/calendar/", seat.calendar, name="calendar"),
]
