# The one search

search-title = Search
search-everything = Search everything
search-description = Documents, member cities, news, questions, myths and initiatives of the network, found by one search in many languages.
search-hint = Documents, cities, news, questions and pages, in any language, with or without accents.
search-count = { $count ->
    [0] No result
    [one] One result
   *[other] { $count } results
  }
search-library-only = Search the library only
search-kind = Kind of result
search-theme = Theme
search-themes = Themes
search-sort = Sort by
search-sort-apply = Sort
search-relevance = Best match
search-readable = Your language first
search-newest = Newest first
search-oldest = Oldest first
search-by-title = Title
search-corrected = Nothing has “{ $typed }”. Shown are results with similar words, such as “{ $similar }”.
search-narrowed = With these filters no result has all your words. These have some of them.
search-whole = { $count ->
    [0] No result has all your words. These have some of them.
    [one] One result has all your words. It comes first; the others have most of them.
   *[other] { $count } results have all your words. They come first; the others have most of them.
  }
search-ways = Other searches
search-missing = Not in it: { $words }
search-found-by = Found by “{ $term }” ({ $language })
search-across = Some results were found by what your words mean in their language.
search-across-off = Search for my words only
search-own-words = Only your own words were searched for.
search-across-on = Search in other languages too
search-none = Nothing matches
search-none-hint = Try fewer words, other words or another spelling, or ask the team. Documents that a city keeps to itself are not shown here.
search-none-narrowed = Nothing matches with these filters
search-none-narrowed-hint = Your words are found elsewhere. Take a filter away, or search without filters.
search-empty = Nothing to find yet
search-empty-hint = Whatever the network and its cities publish is found here.
