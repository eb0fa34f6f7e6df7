// What every page gains from JavaScript. Nothing here is needed: each page works without it.
