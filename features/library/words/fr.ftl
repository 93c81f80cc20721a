menu-library = Bibliothèque
menu-mine = Mes documents
menu-upload = Déposer un document
menu-glass = Documents réservés aux villes
menu-glass-hint = Les ouvrir en cas d’urgence. L’ouverture est consignée et la ville en est informée.
library-title = Bibliothèque
library-description = Stratégies, plans d’action, évaluations, études de cas et boîtes à outils des villes membres et du réseau, en texte intégral et en de nombreuses langues.
library-search = Rechercher dans la bibliothèque
library-search-hint = Titres, textes, villes, pays, thèmes et années, dans toutes les langues, avec ou sans accents.
library-count = { $count ->
    [0] Aucun document
    [one] Un document
   *[other] { $count } documents
  }
named-label = Nommés dans votre recherche
named-city = Ville : { $name }
named-region = Région : { $name }
named-country = Villes membres : { $name }
named-theme = Thème : { $name }
library-corrected = Aucun document ne contient « { $typed } ». Voici ceux qui contiennent des mots proches, comme « { $similar } ».
library-help = Comment rechercher
library-help-words = Les mots sont trouvés sous toutes leurs formes et graphies, et par leur sens dans d’autres langues. Les petits mots comme « le » ne comptent pas.
library-help-phrase = « plan d’action local » entre guillemets : exactement ces mots, dans cet ordre.
library-help-not = écoles -police : sans le mot qui suit le signe moins.
library-help-begin = école* : tous les mots qui commencent ainsi.
library-help-or = écoles OR bibliothèques : l’un ou l’autre.
library-help-title = titre:plan : ce mot dans le titre.
library-narrowed = Avec ces filtres, aucun document ne contient tous vos mots. Ceux-ci en contiennent une partie.
library-whole = { $count ->
    [0] Aucun document ne contient tous vos mots. Ceux-ci en contiennent une partie.
    [one] Un document contient tous vos mots. Il vient en premier ; les autres en contiennent la plupart.
   *[other] { $count } documents contiennent tous vos mots. Ils viennent en premier ; les autres en contiennent la plupart.
  }
library-ways = Autres recherches
library-missing = N’y figure pas : { $words }
library-found-by = Trouvé par « { $term } » ({ $language })
library-across = Certains documents ont été trouvés par le sens de vos mots dans leur langue.
library-across-off = Chercher seulement mes mots
library-own-words = Seuls vos propres mots ont été cherchés.
library-across-on = Chercher aussi dans d’autres langues
library-page = p. { $page }
library-none = Aucun document ne correspond
library-none-hint = Essayez moins de mots, d’autres mots ou une autre orthographe. Ce qu’une ville garde pour elle n’apparaît pas ici.
library-none-narrowed = Aucun document avec ces filtres
library-none-narrowed-hint = D’autres documents contiennent vos mots. Retirez un filtre, ou cherchez sans filtres.
library-all = Tous les documents
library-empty = Pas encore de document d’une ville
library-empty-hint = Toute personne ayant un rôle pour une ville membre peut déposer le premier.
sort-relevance = Pertinence
sort-readable = Votre langue d’abord
sort-newest = Plus récents d’abord
sort-oldest = Plus anciens d’abord
sort-title = Titre
sort-city = Ville
sort-language = Langue
theme = Thème
themes = Thèmes
themes-needed = Choisissez des thèmes dans la liste.
themes-hint = Jusqu’à 12
city-documents = Documents
city-documents-none = Pas encore de document que vous puissiez lire
city-documents-all = { $count ->
    [one] Un document dans la bibliothèque
   *[other] Les { $count } documents dans la bibliothèque
  }
home-themes = Par thème
home-themes-all = Autres thèmes dans la bibliothèque
home-newest = Nouveau dans la bibliothèque
figure-documents = { $count ->
    [one] document public dans la bibliothèque
   *[other] documents publics dans la bibliothèque
  }
figure-now = comptés à l’instant

type-action-plan = Plan d’action
type-strategy = Stratégie
type-case-study = Étude de cas
type-toolkit = Boîte à outils
type-guide = Guide
type-evaluation = Évaluation
type-research = Recherche
type-training = Support de formation
access-public = Tout le monde
access-public-hint = Tout le monde peut le lire, même sans compte.
access-members = Membres
access-members-hint = Les personnes des villes membres et de l’équipe du réseau peuvent le lire, une fois connectées.
access-city = Cette ville seulement
access-city-hint = Seules les personnes qui ont un rôle pour cette ville peuvent le lire.
access-named = Personnes désignées
access-named-hint = Seules les personnes désignées peuvent le lire.

doc-title = Titre
doc-title-hint = Dans la langue du document
doc-abstract = Résumé
doc-abstract-hint = Deux ou trois phrases, dans la langue du document. 2 000 caractères au plus.
doc-city = Ville
doc-city-needed = Choisissez une ville dans la liste.
doc-from = De
doc-of-network = Le réseau
doc-type = Type
doc-type-needed = Choisissez un type.
doc-year = Année
doc-year-hint = Année du document, si vous la connaissez
doc-language = Langue
doc-language-needed = Choisissez une langue dans la liste.
doc-language-detect = La détecter automatiquement
doc-language-ask = Dans quelle langue est ce document ?
doc-language-ask-hint = Son fichier ne le dit pas assez clairement. Qui cherche dans sa langue le trouve sous toutes les formes d’un mot.
doc-access = Qui peut le lire
doc-address = Page
doc-upload = Fichier
doc-upload-hint = PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, DOC, PPT, XLS, XLSB, RTF, HTML ou TXT.
doc-declared = Je confirme qu’il ne contient rien de sensible
doc-declared-hint = Ni données personnelles, ni situation individuelle, ni rien que la ville ne puisse partager. J’ai le droit de le partager.
doc-download = Télécharger
doc-reading = Le fichier est en cours de lecture. Dans un instant, la recherche portera aussi sur son texte.
doc-reading-again = Actualiser
doc-unread = Le texte de ce fichier n’a pas pu être lu.
doc-unread-hint = Le fichier est conservé et peut être téléchargé. On le trouve par son titre et son résumé.
trouble-encrypted = Il est protégé par un mot de passe. Remplacez-le par un fichier sans mot de passe.
trouble-damaged = Le fichier est endommagé. Ouvrez-le sur votre ordinateur, enregistrez-le de nouveau et remplacez-le.
trouble-too-large = Une fois décompressé, il dépasse ce qui peut être lu sans risque.
trouble-too-slow = Sa lecture a pris trop de temps.
trouble-out-of-memory = Sa lecture a demandé trop de mémoire.
trouble-crashed = Sa structure n’a pas pu être comprise.
trouble-unlocked = Ce serveur ne peut pas lire de fichiers en sécurité pour le moment. L’administration de la plateforme le verra parmi les tâches.
trouble-io = Il n’a pas pu être ouvert sur le serveur.
doc-no-text = Aucun texte n’a pu être lu dans le fichier, peut-être parce qu’il contient des images de pages : la recherche ne porte que sur son titre et son résumé.
doc-cut = Le fichier est très long : la recherche ne porte que sur la première partie de son texte.
doc-picture = Afficher l’image de la première page
doc-withdrawn = Ce document est retiré. Seules les personnes qui le gèrent le voient encore.
doc-same = Le même fichier est déjà dans la bibliothèque :
doc-cite = Comment le citer
doc-related = Sur les mêmes thèmes
doc-facts = À propos de ce document
doc-pages = Pages
doc-slides = Diapositives
doc-file = Fichier
doc-added = Ajouté
doc-updated = Modifié
doc-who = Qui peut le lire
doc-manage = Gérer ce document
doc-restore = Rétablir
upload-title = Déposer un document
upload-more = Ajoutez un résumé et des thèmes, pour que davantage de personnes le trouvent
upload-another = Déposer un autre document
upload-send = Déposer
upload-limit = Jusqu’à { $size }.
upload-kept = « { $name } » est arrivé et conservé. Ne choisissez un fichier que si vous en voulez un autre.
upload-progress = Envoi en cours…
replace-title = Remplacer le fichier
replace-text = Le titre, le résumé et les personnes qui peuvent le lire restent les mêmes. L’ancien fichier n’est plus proposé.
replace-send = Remplacer
edit-title = Modifier
withdraw-title = Retirer
withdraw-text = Le document disparaît aussitôt de la bibliothèque, sauf pour les personnes qui le gèrent. Il peut être rétabli.
withdraw-send = Retirer
mine-title = Mes documents
mine-none = Vous n’avez encore rien déposé
mine-none-hint = Ce que vous déposez figure ici, avec son état.
mine-state = État
mine-withdrawn = Retiré
mine-reading = En cours de lecture
mine-unread = Trouvé par son titre seulement
mine-language = Dans la bibliothèque – dans quelle langue ?
mine-ready = Dans la bibliothèque
glass-title = Ouvrir les documents réservés à une ville
glass-text = Ces documents appartiennent à la ville : personne d’autre ne les voit. S’il n’y a pas d’autre moyen, vous pouvez les ouvrir pendant une heure. L’ouverture est consignée, et toutes les personnes qui ont un rôle pour la ville sont informées aussitôt, avec votre nom et votre motif.
glass-reason = Motif
glass-reason-hint = La ville lira ce texte.
glass-send = Ouvrir pour une heure
error-title = Donnez un titre au document.
error-replace-changed = Quelqu’un d’autre a modifié ce document entre-temps. Vérifiez-le, puis choisissez de nouveau votre fichier.
error-themes = Choisissez { $max } thèmes au plus.
error-year = Indiquez une année de { $first } à { $last }, ou laissez vide.
error-access = Choisissez qui peut le lire.
error-access-lead = Seul un point de contact de cette ville peut ouvrir un document à tout le monde. Choisissez « Membres » ou « Cette ville seulement ».
error-access-former = Votre ville n’est pas membre en ce moment. Ce que vous ajoutez est réservé à ses propres agents : choisissez « Cette ville seulement ».
error-access-city = Choisissez la ville dont les agents pourront le lire.
error-file-empty = Ce fichier est vide. Choisissez-en un autre.
error-file-large = Ce fichier dépasse { $size }. Réduisez-le, par exemple en l’enregistrant avec des images plus petites.
error-file-type = La bibliothèque n’accepte pas ce type de fichier, ou son extension ne correspond pas à son contenu. Enregistrez-le en PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, DOC, PPT, XLS, XLSB, RTF, HTML ou TXT.
error-file-encrypted = Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et choisissez-le de nouveau.
error-file-mainframe = Ce texte vient d’un ordinateur central (EBCDIC) et ne peut pas être lu ici. Enregistrez-le en texte brut UTF-8 et choisissez-le de nouveau.
error-declared = Confirmez qu’il ne contient rien de sensible. Sinon, ne le déposez pas.
error-reason = Indiquez un motif d’au moins { $least ->
    [one] un caractère
   *[other] { $least } caractères
  } : la ville le lira.
done-uploaded = Votre document est dans la bibliothèque.
done-replaced = Le fichier a été remplacé.
done-withdrawn = Le document a été retiré.
done-restored = Le document est de retour dans la bibliothèque.
done-glass = Les documents réservés à la ville vous sont ouverts pour une heure. La ville en est informée.
done-glass-waits = Les documents réservés à la ville vous sont ouverts pour une heure. Le courriel à la ville n’est pas parti : prévenez-la vous-même.
done-glass-nobody = Les documents réservés à la ville vous sont ouverts pour une heure. Personne dans cette ville n’a de compte : personne n’a pu être informé. Informez la ville vous-même.
mine-hint = Les documents de votre ville qui ont été retirés figurent aussi ici, quelle que soit la personne qui les a déposés.
letter-withdrawn-subject = Un document de votre ville a été retiré : { $title }
letter-withdrawn-text = Bonjour { $name },

    { $by } a retiré « { $title } » de la bibliothèque de { $hub }. Ce document appartient à votre ville : vous le voyez toujours, vous pouvez le corriger et le rétablir. Il est ici :
error-quota-day = Vous avez déposé aujourd’hui tout ce qu’une personne peut déposer en un jour ({ $gigabytes } Go, ou 300 fichiers). La suite peut attendre demain ; pour toute une collection, écrivez à l’équipe.
error-quota-city = Les documents de votre ville occupent la totalité de ses { $gigabytes } Go. Demandez plus de place à l’équipe, ou remplacez les fichiers lourds par de plus légers.

error-library = Rechercher dans la bibliothèque
notice-library-withdrawn = Une personne extérieure à votre ville retire un document de la ville
glass-open = Ouverts pour vous en ce moment
glass-until = jusqu’au { $time }
glass-close = Fermer maintenant
done-glass-closed = Les documents réservés à la ville vous sont de nouveau fermés.
done-withdrawn-of-city = Le document a été retiré. Sa ville en est informée et peut le rétablir tant qu’elle est membre.
done-withdrawn-of-city-waits = Le document est retiré. Le courriel à sa ville n’est pas parti : prévenez-la vous-même.
done-withdrawn-of-city-nobody = Le document a été retiré. Personne dans sa ville n’a de compte : personne n’a pu être informé. Informez la ville vous-même.
withdraw-text-of-city = Le document disparaît aussitôt de la bibliothèque, sauf pour les personnes de sa ville qui le gèrent. Elles en sont informées et peuvent le rétablir tant que la ville est membre.
withdraw-text-of-city-nobody = Le document disparaît aussitôt de la bibliothèque, pour tout le monde. Personne dans sa ville n’a de compte : personne n’en est informé. Informez la ville vous-même.
withdraw-text-former = Le document disparaît aussitôt de la bibliothèque, sauf pour les personnes qui le gèrent. Il ne pourra être rétabli que lorsque la ville sera de nouveau membre.
doc-restore-former = Il pourra être rétabli lorsque la ville sera de nouveau membre.
doc-whom = À qui s’adresser
doc-ask = Poser une question sur ce document
home-guides = Guides de la plateforme
home-guides-note = Ce que chaque personne peut y faire, pas à pas.
job-library-read-file = Lecture d’un fichier
job-library-index-again = Nouvelle indexation d’un document
job-library-guides = Impression des guides
embed-document = Document
hit-document = Document
hit-documents = Documents
library-elsewhere = { $count ->
    [one] Un résultat hors de la bibliothèque
   *[other] { $count } résultats hors de la bibliothèque
  }
right-members-documents = Lire ce qui est réservé aux membres
right-city-documents = Lire les documents réservés à une ville
right-upload = Déposer des documents pour les membres
right-network-documents = Publier des documents du réseau
right-glass = Ouvrir une heure les documents réservés à une ville, avec un motif que la ville lit

merge-documents = Documents
merge-documents-own = Documents réservés à la ville
