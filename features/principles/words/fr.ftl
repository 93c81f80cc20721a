principles-description = Ce à quoi chaque membre du réseau s’engage, et ce que le réseau attend de ses membres.
principles-version = Version { $version }
principles-source = Dans nos propres termes, d’après :
expectations-title = Ce que le réseau attend de ses membres
expectation-all = Chaque membre
expectation-chosen = Convenu avec chaque membre
foot-principles = Principes directeurs
principles-of = Principes directeurs, version { $version }
principles-earlier = Versions antérieures
principles-not-current = Ceci est une version antérieure. Est en vigueur :
principles-now = Ce que dit la version { $version }, en vigueur
signatures-title = Qui a signé
signatures-description = Quelles villes membres ont signé les principes directeurs, en quelle qualité, et quel texte.
signatures-about = Chaque membre signe les principes directeurs par la personne qui détient son mandat. Figurent ici les signatures données sur la plateforme ; celles données auparavant sur papier n’y sont pas.
signatures-count = { $count ->
    [one] { $count } signature de membre est enregistrée ici.
   *[other] { $count } signatures de membres sont enregistrées ici.
  }
signatures-see = Voir qui a signé, et quel texte
signatures-none = Aucune signature pour l’instant
signatures-none-hint = Les signatures données sur la plateforme figurent ici ; celles données auparavant sur papier n’y sont pas.
signatures-principles = Lire les principes
signature-city = Ville
signature-position = Fonction
signature-name = Nom
signature-not-named = Non publié
signature-version = Version
signature-earlier = version antérieure
signature-language = Langue du texte
signature-text = Empreinte du texte
signature-at = Signé le
principles-report = Se plaindre d’une ville qui ne les respecte pas
