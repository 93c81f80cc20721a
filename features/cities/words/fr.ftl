menu-cities = Villes
cities-title = Villes membres
cities-description = { $count ->
    [one] Une ville membre
   *[other] { $count } villes membres
  }, { $asof } : où elles sont, qui elles sont, ce qu’elles partagent.
cities-search = Rechercher une ville par son nom
cities-search-hint = Noms en anglais, en français ou en arabe, avec ou sans accents.
cities-count = { $count ->
    [0] Aucune ville
    [one] Une ville
   *[other] { $count } villes
  }
cities-in-countries = { $count ->
    [one] dans un pays
   *[other] dans { $count } pays
  }
cities-empty = Aucune ville membre pour l’instant
cities-empty-hint = Les villes du réseau figurent ici, sur la carte et en liste, dès que les premières l’ont rejoint.
cities-none = Aucune ville membre ne correspond
cities-none-hint = Essayez une autre orthographe, ou retirez un filtre.
cities-former-none = Aucune ville n’est suspendue ni retirée
cities-former-none-hint = Dès que l’adhésion d’une ville est suspendue ou prend fin, la ville figure ici pour l’équipe.
cities-all = Voir toutes les villes
region = Région
region-needed = Choisissez une région.
country = Pays
country-needed = Choisissez un pays.
region-description = { $count ->
    [one] Une ville membre
   *[other] { $count } villes membres
  } : { $region }, sur la carte et en liste.
region-none = Pas encore de ville membre dans cette région
search = Rechercher
filters = Filtres
filters-apply = Appliquer les filtres
filters-active = Filtres actifs
filter-remove = Retirer
close = Fermer
sort-by = Trier par
sort-apply = Trier
sort-name = Nom
sort-population = Population
sort-region = Région
crumbs = Fil d’Ariane
save = Enregistrer
cancel = Annuler
source = source
error-prefix = Erreur :{" "}
done-saved = Enregistré.

map-world-label = Carte du monde avec un point pour { $count ->
    [one] une ville membre
   *[other] chacune des { $count } villes membres
  }. Toutes figurent en liste sur la page des villes membres.
map-region-label = Carte de la région { $region } avec { $count ->
    [one] une ville membre
   *[other] { $count } villes membres
  }. Les mêmes villes suivent en liste.
map-city-label = Carte où { $city }, { $country }, est marquée
map-inset = { $region }, { $count ->
    [one] une ville
   *[other] { $count } villes
  }
map-key-member = Ville membre
map-key-many = Plusieurs villes, comptées
map-key-seat = Comité directeur, { $term }
map-key-coast = La carte ne montre que les côtes : l’unité est la ville. Noms et tracés n’impliquent aucune prise de position.

kind-city = Ville
kind-municipality = Commune
kind-county = Comté
kind-province = Province
kind-district = District
kind-state = État
inhabitants = { $count ->
    [one] un habitant
   *[other] { $count } habitants
  }
seat-short = Comité directeur

city-description = { $city }, { $country } : membre de { $network }. Données avec leurs sources, documents et villes proches.
city-own = La ville par elle-même
city-own-none = La ville n’a encore rien écrit ici
city-own-none-hint = Ce que la ville écrit figure ici comme sien ; ce que l’équipe du réseau saisit pour elle est signalé comme tel.
city-own-other = Pour le moment, ce texte n’existe qu’en { $language }.
city-own-date = Écrit par la ville le { $date }.
city-write = Modifier le texte de la ville
city-near = Villes membres les plus proches
city-distance = { $count ->
    [one] un km
   *[other] { $count } km
  }
city-facts = Fiche
city-kind = Type
city-kind-needed = Choisissez le type de collectivité.
city-address = Page
city-population = Population
city-population-none = Inconnue
city-place = Sur la carte
city-member = Membre
city-website = Site web
city-contact = Contact
city-seat = Comité directeur { $terms }
city-correct = Corriger la fiche

profile-title = { $city } par elle-même
profile-language = Langue dans laquelle vous écrivez
profile-public = Tout le monde peut lire ceci. Parlez de la ville et de son travail, jamais d’une personne.
profile-summary = À propos de la ville
profile-summary-hint = Deux ou trois paragraphes : ce qu’est la ville, ce sur quoi elle travaille, ce qu’on peut lui demander. 2 000 caractères au plus.
profile-website = Site web
profile-website-hint = Commence par https://
profile-contact = Contact public
profile-contact-hint = Un service, avec une adresse électronique ou un téléphone partagés. Pas de coordonnées privées.
error-website = Indiquez l’adresse complète, en commençant par https://
error-website-own = Cette adresse est une page de la plateforme. Indiquez le site de la ville elle-même.

facts-title = Fiche : { $city }
facts-hint = Chaque donnée indique sa source. Ce que la ville dit d’elle-même n’est pas ici : ce texte lui appartient.
facts-names = Là où un nom manque, c’est le nom en { $language } qui s’affiche.
facts-name = Nom en { $language }
facts-name-needed = Indiquez le nom en { $language }.
facts-name-long = Le nom en { $language } est trop long : { $max ->
    [one] un caractère
   *[other] { $max } caractères
  } au plus.
facts-name-same = Le nom est le même en { $language }
facts-name-right = Le nom en { $language } reste juste tel quel
city-name-one = Nom d’une ville
facts-pick = Choisir le lieu dans le répertoire géographique
facts-latitude = Latitude
facts-latitude-hint = En degrés, positive au nord
facts-longitude = Longitude
facts-longitude-hint = En degrés, positive à l’est
facts-place-source = Source des coordonnées
facts-population-source = Source de la population
error-degrees = Indiquez des degrés entre -{ $max } et { $max }, par exemple 13,31.
error-population = Indiquez un nombre entier, par exemple 75051, ou laissez vide.
error-source = Indiquez d’où vient cette donnée.

place-title = Choisir le lieu : { $city }
place-search = Rechercher dans le répertoire géographique
place-hint = N’importe quel nom du lieu, dans n’importe quelle écriture. GeoNames, lieux de 5 000 habitants et plus.
place-loading = Le répertoire géographique est en cours de chargement. Revenez dans une minute.
place-none = Aucun lieu ne commence ainsi. Essayez un début plus court ou une autre orthographe.
place-name = Lieu
place-division = Division administrative

figure-cities = { $count ->
    [one] ville membre
   *[other] villes membres
  }
figure-countries = { $count ->
    [one] pays comptant
   *[other] pays comptant
  } des villes membres
figure-seats = { $count ->
    [one] siège
   *[other] sièges
  } au Comité directeur international
figure-seats-note = mandat fondateur, { $term }
home-regions = Villes par région
home-regions-note = { $count ->
    [one] Une ville
   *[other] { $count } villes
  }, { $asof }.

foot-cities = Villes membres

error-city-none = Aucune ville membre ne porte ce nom. Saisissez-en une partie, comme dans la liste des villes.
error-city-several = De quelle ville s’agit-il ? Saisissez l’une des villes ci-dessous, avec ce qui figure entre parenthèses.
facts-membership = Adhésion
membership-active = Active
membership-dormant = En sommeil : toujours membre, mais ne participe pas en ce moment
membership-suspended = Suspendue : n’est pas membre en ce moment
membership-withdrawn = Retirée : n’est plus membre
city-former-hint = Seuls ses propres agents, les responsables pour sa région et l’équipe centrale voient cette page. Ce qu’elle a ajouté à la bibliothèque y reste.
cities-former = Villes suspendues ou retirées
record-city-membership-active = Activation de l’adhésion d’une ville
record-city-membership-dormant = Mise en sommeil de l’adhésion d’une ville
record-city-membership-suspended = Suspension de l’adhésion d’une ville : pas membre en ce moment
record-city-membership-withdrawn = Fin de l’adhésion d’une ville : n’est plus membre
job-cities-load-places = Chargement du répertoire géographique
city-by-team = À propos de la ville
city-by-team-date = Saisi par l’équipe du réseau pour la ville le { $date }.
city-write-for = Saisir un texte pour la ville
city-ask = Poser une question sur cette ville
city-ask-correction = Demander une correction de la fiche
menu-your-city = Votre ville
menu-your-region = Votre région
cities-join = Pas encore membre ? Comment une ville rejoint le réseau
embed-city = Ville
hit-city = Ville
hit-cities = Villes membres
error-city-is-member = Un membre est déjà enregistré pour ce lieu. Consultez d’abord sa page.
city-member-by-application = Par sa candidature déposée sur cette plateforme
error-city-record = Ce lieu est celui d’un ancien membre. Indiquez de quelle fiche il s’agit.
error-city-name-letters = Écrivez ce nom en lettres latines, comme sur les cartes : l’adresse de la page de la ville en est tirée.
error-city-named = { $city } est déjà membre. Si c’est une autre collectivité du même nom, cochez-le.
error-city-returns-by-central = Cette ville a déjà été membre. C’est l’équipe centrale qui la réintègre ; demandez-lui d’accepter la candidature.
task-city-words = Présentez votre ville et ce qu’elle fait
task-city-words-hint = Les autres villes le lisent avant de vous écrire.
task-city-words-old = Vérifiez si ce que votre ville dit d’elle-même est encore juste
task-city-words-old-hint = Écrit le { $date }.
right-profile = Écrire ce qu’une ville dit d’elle-même
right-facts = Corriger les données d’une ville

# Deux fiches d’une même ville
membership-merged = Fusionnée avec une autre fiche
record-city-merged = Fusion de la fiche d’une ville avec une autre
job-cities-settle-merge = Rattacher à une ville ce qui est arrivé tard sur une fiche fusionnée
right-merge = Fusionner deux fiches d’une ville
merge = Fusionner des fiches
merge-title = Fusionner la fiche de la ville avec une autre : { $city }
merge-hint = Quand une ville figure deux fois sur la plateforme, cette fiche prend fin et une autre est gardée. Son adresse mène alors à l’autre, et ses personnes, ses documents, ses signatures et son histoire la suivent. C’est définitif.
merge-offer = Fusionner avec une autre fiche de cette ville
merge-choose = Quelle fiche est gardée ?
merge-into = Fiche de la même ville
merge-look = Voir ce qui se passerait
merge-alike = Fiches qui pourraient être celles de la même ville
merge-two = Les deux fiches
merge-fact = Donnée
merge-ends = Prend fin
merge-kept = Est gardée
merge-names = Noms
merge-address = Adresse
merge-swap = Garder plutôt l’autre
merge-other = Choisir une autre fiche
merge-what = Ce que devient le contenu de la fiche
merge-of = Contenu
merge-moved = Suivent
merge-stay = Ne suivent pas
merge-stay-hint = Ce qui ne suit pas se trouve déjà dans la fiche gardée, ou concerne la fiche qui prend fin et s’affiche plus bas, ou dans l’histoire de son adhésion. Les noms et les données sont ceux de la fiche gardée ; c’est là qu’ils se corrigent.
merge-nothing = Rien d’autre que ses noms et ses données.
merge-not-yet = Pas encore
merge-do = Fusionner
merge-reason = Pourquoi il s’agit d’une seule ville
merge-reason-hint = Conservé pour l’équipe centrale, là où se fusionnent les fiches de cette ville.
merge-sure = J’ai regardé les deux. C’est définitif.
merge-press = Fusionner
merge-before = Fiches fusionnées avec celle-ci
merge-said = Ce qu’elle disait d’elle-même, langue : { $language }
merge-seats = Sièges au Comité directeur
merge-profiles = Ce que la ville dit d’elle-même
merge-facts = Noms et données
merge-earlier = Fiches fusionnées auparavant
merge-activity = Activité
done-merged = Fusion faite. L’autre adresse mène désormais ici.
error-merge-sure = Cochez la case si vous avez regardé les deux fiches.
error-choose-record = Choisissez la fiche qui est gardée.
error-merge-same = C’est la même fiche. Choisissez-en une autre.
error-merge-suspended = L’adhésion de cette fiche est suspendue. Levez d’abord la suspension.
error-merge-member = Cette fiche est celle d’un membre et l’autre non. Gardez plutôt celle-ci.

city-member-by-list = D’après la liste des membres du réseau
record-city-forgotten = Ville retirée, importée par erreur

error-merge-administrator = Les personnes d’une de ces fiches liraient ce que l’autre réserve aux siennes. C’est l’administration de la plateforme qui les fusionne, comme c’est elle qui ouvre les documents réservés d’une ville.

merge-apart = Regardez à deux fois : ces deux fiches sont à { $distance } km l’une de l’autre, ou dans des pays différents.
