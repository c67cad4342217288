"""Addresses of headquarters under an election."""

from django.urls import path

from legation.headquarters.web import calls, gates, handing_over, log, overview, reports, rota, staff

app_name = "headquarters"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("establish/", staff.establish, name="establish"),
    path("members/new/", staff.new_member, name="new_member"),
    path("members/<slug:member>/leave/", staff.leave, name="leave"),
    path("rota/", rota.rota, name="rota"),
    path("rota/assign/", rota.assign, name="assign"),
    path("rota/turns/", rota.turns, name="turns"),
    path("rota/export/<slug:form>/", rota.export, name="rota_export"),
    path("rota/<slug:shift>/remove/", rota.remove, name="remove_shift"),
    path("rota/<slug:shift>/hand-over/", handing_over.hand_over, name="hand_over"),
    path("log/", log.listed, name="log"),
    path("log/new/", log.new, name="new_entry"),
    path("log/export/<slug:form>/", log.export, name="log_export"),
    path("log/<slug:entry>/close/", log.close, name="close_entry"),
    path("gates/<slug:mission>/<slug:gate>/", gates.set_gate, name="set_gate"),
    path("reports/", reports.listed, name="reports"),
    path("reports/draw/", reports.draw, name="draw_report"),
    path("reports/order/", reports.order, name="order_reports"),
    path("reports/<int:report>/", reports.one, name="report"),
    path("reports/<int:report>/sign/", reports.sign, name="sign_report"),
    path("reports/<int:report>/document/<slug:form>/", reports.document, name="report_document"),
    path("calls/", calls.calls, name="calls"),
]
