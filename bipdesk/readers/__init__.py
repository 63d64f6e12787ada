"""Takes foreign files in: spreadsheets and XLSForm workbooks, their sizes bounded."""
