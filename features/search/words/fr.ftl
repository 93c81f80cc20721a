# La recherche unique

search-title = Rechercher
search-everything = Rechercher partout
search-description = Documents, villes membres, actualités, questions, idées fausses et initiatives du réseau, trouvés par une seule recherche en de nombreuses langues.
search-hint = Documents, villes, actualités, questions et pages, dans toutes les langues, avec ou sans accents.
search-count = { $count ->
    [0] Aucun résultat
    [one] Un résultat
   *[other] { $count } résultats
  }
search-library-only = Rechercher seulement dans la bibliothèque
search-kind = Type de résultat
search-theme = Thème
search-themes = Thèmes
search-sort = Trier par
search-sort-apply = Trier
search-relevance = Pertinence
search-readable = Votre langue d’abord
search-newest = Plus récents d’abord
search-oldest = Plus anciens d’abord
search-by-title = Titre
search-corrected = Rien ne contient « { $typed } ». Voici des résultats qui contiennent des mots proches, comme « { $similar } ».
search-narrowed = Avec ces filtres, aucun résultat ne contient tous vos mots. Ceux-ci en contiennent une partie.
search-whole = { $count ->
    [0] Aucun résultat ne contient tous vos mots. Ceux-ci en contiennent une partie.
    [one] Un résultat contient tous vos mots. Il vient en premier ; les autres en contiennent la plupart.
   *[other] { $count } résultats contiennent tous vos mots. Ils viennent en premier ; les autres en contiennent la plupart.
  }
search-ways = Autres recherches
search-missing = N’y figure pas : { $words }
search-found-by = Trouvé par « { $term } » ({ $language })
search-across = Certains résultats ont été trouvés par le sens de vos mots dans leur langue.
search-across-off = Chercher seulement mes mots
search-own-words = Seuls vos propres mots ont été cherchés.
search-across-on = Chercher aussi dans d’autres langues
search-none = Aucun résultat
search-none-hint = Essayez moins de mots, d’autres mots ou une autre orthographe, ou posez la question à l’équipe. Ce qu’une ville garde pour elle n’apparaît pas ici.
search-none-narrowed = Aucun résultat avec ces filtres
search-none-narrowed-hint = Vos mots figurent ailleurs. Retirez un filtre, ou cherchez sans filtres.
search-empty = Rien à trouver pour l’instant
search-empty-hint = Tout ce que le réseau et ses villes publient se trouve ici.
