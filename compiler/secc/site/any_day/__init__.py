"""The website on any day: every text that each page ever had, once; packs of it for the browser; pages for each."""
