"""Addresses of inquiries under an election."""

from django.urls import path

from legation.coordination.web.inquiries import acts, inquiry, listing, mail

app_name = "inquiries"
urlpatterns = [
    path("", listing.inquiries, name="inquiries"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("ask/", acts.ask, name="ask"),
    path("mail/", mail.tray, name="mail"),
    path("mail/<int:number>/<slug:step>/", mail.step, name="mail_step"),
    path("address/", mail.address, name="address"),
    path("<slug:inquiry>/", inquiry.inquiry, name="inquiry"),
    path("<slug:inquiry>/<slug:step>/", acts.step, name="step"),
]
