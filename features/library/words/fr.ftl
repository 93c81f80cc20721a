menu-library = Bibliothèque
menu-mine = Mes documents
menu-upload = Déposer un document
menu-glass = Documents réservés aux villes
menu-glass-hint = Ouvrir en urgence les documents propres à une ville. L’acte est consigné et la ville en est informée.
library-title = Bibliothèque
library-description = Stratégies, plans d’action, évaluations, études de cas et boîtes à outils des villes membres et du réseau, en texte intégral et en de nombreuses langues.
library-search = Chercher dans la bibliothèque
library-search-hint = Titres et texte intégral, dans toutes les langues, avec ou sans accents. Une faute de frappe est pardonnée.
library-count = { $count ->
    [0] Aucun document
    [one] Un document
   *[other] { $count } documents
  }
library-corrected = Peu de documents contiennent exactement ces mots : des mots proches ont été cherchés aussi.
library-none = Aucun document ne correspond
library-none-hint = Essayez moins de mots, d’autres mots ou une autre orthographe. Ce qu’une ville garde pour elle n’apparaît pas ici.
library-all = Tous les documents
library-empty = La bibliothèque est encore vide
library-empty-hint = Les premiers documents arrivent.
sort-relevance = Pertinence
sort-newest = Plus récents d’abord
sort-oldest = Plus anciens d’abord
sort-title = Titre
sort-city = Ville
sort-language = Langue
theme = Thème
themes = Thèmes
themes-hint = Jusqu’à 12
city-documents = Documents
city-documents-none = Pas encore de document à vous montrer
city-documents-all = { $count ->
    [one] Un document dans la bibliothèque
   *[other] Les { $count } documents dans la bibliothèque
  }
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
access-city-hint = Seules les personnes qui ont un rôle pour cette ville peuvent le lire, et personne d’autre.
access-named = Personnes désignées
access-named-hint = Seules les personnes désignées peuvent le lire, et personne d’autre.

doc-title = Titre
doc-title-hint = Dans la langue du document
doc-abstract = De quoi il s’agit
doc-abstract-hint = Deux ou trois phrases, dans la langue du document. 2 000 caractères au plus.
doc-city = Ville
doc-of-network = Le réseau
doc-type = Type
doc-year = Année
doc-year-hint = Du document ; vide si inconnue
doc-language = Langue
doc-language-detect = La reconnaître d’après le fichier
doc-access = Qui peut le lire
doc-address = Page
doc-upload = Fichier
doc-upload-hint = PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, RTF, HTML ou TXT
doc-declared = Il ne contient rien de sensible
doc-declared-hint = Ni données personnelles, ni la situation d’une personne, ni rien que la ville ne puisse partager. J’ai le droit de le partager.
doc-download = Télécharger
doc-reading = Le fichier est en cours de lecture : dans un instant, on le trouvera par son texte.
doc-reading-again = Regarder de nouveau
doc-unread = Le texte de ce fichier n’a pas pu être lu.
doc-unread-hint = Le fichier est conservé et peut être téléchargé. On le trouve par son titre et sa description.
trouble-encrypted = Il est protégé par un mot de passe. Remplacez-le par un fichier sans mot de passe.
trouble-damaged = Il est abîmé. Ouvrez-le sur votre ordinateur, enregistrez-le de nouveau et remplacez-le.
trouble-too-large = Une fois décompressé, il dépasse ce qui peut être lu sans risque.
trouble-too-slow = Sa lecture a pris trop de temps.
trouble-out-of-memory = Sa lecture a demandé trop de mémoire.
trouble-crashed = Sa structure n’a pas pu être comprise.
trouble-unlocked = Ce serveur ne peut pas lire de fichiers en sécurité pour le moment. L’administration le trouve parmi les tâches.
trouble-io = Il n’a pas pu être ouvert sur le serveur.
doc-no-text = Le fichier contient des images de pages plutôt que du texte : on ne peut chercher que dans son titre et sa description.
doc-withdrawn = Ce document est retiré. Seules les personnes qui s’en occupent le voient encore.
doc-same = Le même fichier est déjà dans la bibliothèque :
doc-cite = Comment le citer
doc-related = Sur les mêmes thèmes
doc-facts = À propos de ce document
doc-pages = Pages
doc-file = Fichier
doc-added = Ajouté
doc-updated = Modifié
doc-who = Qui peut le lire
doc-manage = S’en occuper
doc-restore = Le remettre
upload-title = Déposer un document
upload-send = Déposer
upload-limit = Jusqu’à { $size }.
upload-kept = « { $name } » est arrivé et conservé. Ne choisissez un fichier que si vous en voulez un autre.
upload-progress = Envoi en cours…
replace-title = Remplacer le fichier
replace-text = Le titre, la description et les lecteurs restent les mêmes. L’ancien fichier n’est plus proposé.
replace-send = Remplacer
edit-title = Modifier
withdraw-title = Retirer
withdraw-text = Le document disparaît aussitôt de la bibliothèque, sauf pour les personnes qui s’en occupent. On peut le remettre.
withdraw-send = Le retirer
mine-title = Mes documents
mine-none = Vous n’avez encore rien déposé
mine-none-hint = Ce que vous déposez figure ici, avec son état.
mine-state = État
mine-withdrawn = Retiré
mine-reading = En cours de lecture
mine-unread = Trouvé par son titre seulement
mine-ready = Dans la bibliothèque
glass-title = Ouvrir les documents propres à une ville
glass-text = Ces documents appartiennent à la ville : personne d’autre ne les voit. S’il n’y a pas d’autre moyen, vous pouvez les ouvrir pendant une heure. L’acte est consigné, et toutes les personnes qui ont un rôle pour la ville sont informées aussitôt, avec votre nom et votre raison.
glass-reason = Raison
glass-reason-hint = La ville lira ce texte.
glass-send = Ouvrir pour une heure
error-title = Donnez un titre au document.
error-replace-changed = Quelqu’un a modifié ce document entre-temps. Regardez-le, puis choisissez de nouveau votre fichier.
error-themes = Choisissez { $max } thèmes au plus.
error-year = Donnez une année de { $first } à { $last }, ou laissez vide.
error-access = Choisissez qui peut le lire.
error-access-lead = Seul·e un·e référent·e de cette ville peut montrer un document à tout le monde. Choisissez les membres ou cette ville.
error-access-former = Votre ville n’est pas membre en ce moment. Ce que vous ajoutez est pour ses propres agents : choisissez cette ville.
error-access-city = Choisissez la ville dont les personnes peuvent le lire.
error-file-missing = Choisissez un fichier.
error-file-empty = Ce fichier est vide. Choisissez-en un autre.
error-file-large = Ce fichier dépasse { $size }. Réduisez-le, par exemple en l’enregistrant avec des images plus petites.
error-file-type = Ce fichier n’est pas de ceux que la bibliothèque accepte, ou son extension ne correspond pas à son contenu. Enregistrez-le en PDF, DOCX, ODT, PPTX, ODP, XLSX, ODS, RTF, HTML ou TXT.
error-file-encrypted = Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et choisissez-le de nouveau.
error-declared = Indiquez qu’il ne contient rien de sensible. S’il en contient, ne le déposez pas.
error-reason = Donnez une raison d’au moins { $least ->
    [one] un caractère
   *[other] { $least } caractères
  } : la ville la lira.
done-uploaded = Votre document est dans la bibliothèque.
done-replaced = Le fichier est remplacé.
done-withdrawn = Le document est retiré.
done-restored = Le document est de retour dans la bibliothèque.
done-glass = Les documents propres à la ville vous sont ouverts pour une heure. La ville en est informée.
done-glass-nobody = Les documents propres à la ville vous sont ouverts pour une heure. Personne de la ville n’a de compte : personne n’a pu être informé. Informez la ville vous-même.
mine-hint = Ce qui est retiré parmi les documents dont vous vous occupez figure aussi ici, quelle que soit la personne qui l’a déposé.
letter-withdrawn-subject = Un document de votre ville a été retiré : { $title }
letter-withdrawn-text = Bonjour { $name },

    { $by } a retiré « { $title } » de la bibliothèque de { $hub }. Ce document appartient à votre ville : vous le voyez toujours, vous pouvez le corriger et le remettre. Il est ici :
error-quota-day = Vous avez déposé aujourd’hui tout ce qu’une personne peut déposer en un jour ({ $gigabytes } Go, ou 300 fichiers). La suite peut attendre demain ; pour toute une collection, écrivez à l’équipe.
error-quota-city = Les documents de votre ville occupent les { $gigabytes } Go dont elle dispose. Demandez plus de place à l’équipe, ou remplacez les fichiers lourds par de plus légers.

error-library = Chercher dans la bibliothèque
notice-library-withdrawn = Une personne extérieure retire un document de votre ville
glass-open = Ouverts pour vous en ce moment
glass-until = jusqu’au { $time }
glass-close = Fermer maintenant
done-glass-closed = Les documents propres à la ville vous sont de nouveau fermés.
done-withdrawn-of-city = Le document est retiré. Sa ville en est informée et peut le rétablir.
withdraw-text-of-city = Le document disparaît aussitôt de la bibliothèque, sauf pour les personnes de sa ville qui le gèrent. Elles en sont informées et peuvent le rétablir.
withdraw-text-former = Le document disparaît aussitôt de la bibliothèque, sauf pour les personnes qui le gèrent. Il ne pourra être rétabli que lorsque la ville sera de nouveau membre.
doc-restore-former = Il pourra être rétabli lorsque la ville sera de nouveau membre.
doc-ask = Poser une question sur ce document
home-guides = Guides de la plateforme
home-guides-note = Ce que chacun et chacune peut y faire, pas à pas.
job-library-read-file = Lecture d’un fichier
job-library-index-again = Nouvelle indexation d’un document
job-library-guides = Impression des guides
