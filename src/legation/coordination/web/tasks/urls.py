"""Addresses of the action plan under an election."""

from django.urls import path

from legation.coordination.web.tasks import acts, board, listing, many, matrix, task, timeline

app_name = "tasks"
urlpatterns = [
    path("", board.board, name="board"),
    path("approve/", acts.approve, name="approve"),
    path("list/", listing.tasks, name="tasks"),
    path("list/export/<slug:form>/", listing.export, name="export"),
    path("list/print/", listing.printed, name="print"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("many/<slug:key>/<slug:step>/", many.many, name="many"),
    path("task/<slug:task>/", task.task, name="task"),
    path("task/<slug:task>/<slug:step>/", acts.step, name="step"),
]
