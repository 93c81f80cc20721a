skip = Aller au contenu
menu = Menu
language = Langue
account = Compte
sign-in = Se connecter
sign-out = Se déconnecter
signed-in-as = Connecté sous le nom de { $name }
demo-label = À propos de cette page
demo-notice = Démonstration : les personnes, documents et événements présentés ici sont inventés.

foot-network = Le réseau
foot-together = Travailler ensemble
foot-open = Transparence

office-people = Comptes et rôles
office-record = Traces et accès
office-system = Fonctionnement

name = Nom

form-problem = Il y a un problème
error-unreadable = Ce qui a été envoyé n’a pas pu être lu. Revenez en arrière et renvoyez-le.
error-required = Remplissez « { $label } ».
error-too-long = « { $label } » est trop long : utilisez au plus { $max ->
    [one] un caractère
   *[other] { $max } caractères
  }.
error-choose = Choisissez un élément de la liste « { $label } ».
error-changed = Quelqu’un a enregistré des modifications pendant que vous écriviez. Ce que vous avez envoyé est toujours dans le formulaire ; à côté de chaque champ différent figure ce qui est enregistré maintenant. Enregistrez de nouveau pour le remplacer par votre texte.
error-changed-to = Enregistré maintenant : { $saved }
error-changed-empty = Ce champ est vide maintenant.
error-changed-field = { $label } : modifié entre-temps par quelqu’un d’autre

size-bytes = { $number } octets
size-kb = { $number } ko
size-mb = { $number } Mo
list-comma = { ", " }
coordinates = { $latitude }° { $north }, { $longitude }° { $east }
map-north = N
map-south = S
map-east = E
map-west = O
years-span = { $from }–{ $to }
years-since = depuis { $from }
years-until = jusqu’en { $to }

pager-label = Pages de la liste
pager-range = { $first } à { $last } sur { $total }
pager-cut = Seuls les { $count } premiers résultats peuvent être affichés. Cherchez ou filtrez pour voir les autres.
pager-previous = Précédent
pager-next = Suivant
list-past-end = Cette page de la liste est vide
list-first-page = Au début de la liste
list-without-filters = Chercher sans filtres
list-whole = Afficher toute la liste
list-earlier = Lignes antérieures
sheet-cut = Coupé ici : un fichier contient au plus { $count ->
    [one] une ligne
   *[other] { $count } lignes
  }. Affinez la liste et téléchargez-la en plusieurs fois.
sheet-download = En fichier :

error-400 = Cette demande est illisible
error-400-text = L’adresse, ou ce qui a été envoyé avec elle, est abîmée. Revenez à la page précédente et réessayez, ou repartez d’ici.
error-403 = Cette action ne vous appartient pas
error-403-text = Cette page, ou ce que vous vouliez y faire, est réservée à d’autres. Si vous pensez qu’elle devrait vous être ouverte, écrivez à l’équipe centrale.
error-403-foreign = Ce formulaire ne vient pas de nos pages
error-403-foreign-text = Rien n’a été modifié. Ouvrez de nouveau la page ici, remplissez le formulaire et envoyez-le.
error-404 = Page introuvable
error-404-text = Elle a peut-être changé de place, ou elle est réservée aux personnes connectées qui y ont accès. Cherchez ce qu’il vous faut, ou repartez d’ici.
error-405 = Cette adresse sert à autre chose
error-405-text = La page ne peut pas être utilisée ainsi. Revenez à la page précédente, ou repartez d’ici.
error-408 = L’envoi a été trop lent
error-408-text = Ce que vous avez envoyé n’est pas arrivé à temps ; rien n’a été conservé. Si votre connexion est faible, changez d’endroit ou envoyez un fichier plus petit, puis réessayez.
error-409 = Quelqu’un a été plus rapide
error-409-text = Cet élément a été modifié ou créé entre-temps. Revenez en arrière, rechargez la page et vérifiez. Rien n’a été écrasé.
error-413 = C’est trop volumineux
error-413-text = On peut recevoir ici { $size } au plus. Rien n’a été conservé.
error-414 = Cette adresse demande trop de choses à la fois
error-414-text = Elle est plus longue que ce qui est possible ici. Cherchez avec moins de mots ou choisissez moins de filtres, ou repartez d’ici.
error-422 = Un point est à revoir
error-422-text = Une partie de ce qui a été envoyé n’a pas pu être utilisée. Revenez en arrière, vérifiez et renvoyez.
error-429 = Trop d’essais
error-429-text = Veuillez attendre { $count ->
    [one] une minute
   *[other] { $count } minutes
  } avant de réessayer.
error-500 = Une erreur de notre part
error-500-text = Quelque chose s’est mal passé de notre côté et a été noté. Ce que vous aviez enregistré est en sécurité. Réessayez dans un instant.
error-number = Si vous nous en parlez, indiquez ce numéro : { $number }
error-503 = Indisponible pour le moment
error-503-text = Une partie de la plateforme ne répond pas, ou manque d’espace. Ce que vous aviez enregistré est en sécurité ; ce que vous venez d’envoyer n’a pas été conservé. Réessayez dans quelques minutes.
error-503-busy = Il y a beaucoup de monde en ce moment
error-503-busy-text = Rien n’est en panne et ce que vous aviez enregistré est en sécurité ; ce que vous venez d’envoyer n’a pas été conservé. Attendez quelques secondes et réessayez.
error-home = Accueil

again-title = Votre connexion a pris fin
again-text = Rien n’est perdu : ce que vous avez écrit est conservé sur cette page. Connectez-vous (une nouvelle fenêtre s’ouvre), puis revenez ici et renvoyez-le.
again-files = Un fichier et les mots de passe sont à redonner.
again-send = Renvoyer
again-other-title = Ce formulaire n’a pas été envoyé en votre nom
again-other-text = Vous êtes connecté·e sous le nom de { $name }. Ce qui figure ici a été envoyé depuis ce navigateur avec un autre compte, ou sans compte. Rien n’a encore été fait. Envoyez-le seulement si vous voulez que cela soit fait en votre nom.
again-other-send = Envoyer en mon nom

letter-notice-foot = Vous choisissez dans votre compte comment ces courriers vous parviennent : aussitôt, une fois par jour ou jamais.
letter-daily-subject = { $what } : { $count ->
    [one] un avis
   *[other] { $count } avis
  }
letter-daily-text = Bonjour { $name },

    voici ce qui s’est passé depuis le dernier courrier au sujet de « { $what } » :
error-written = Ce que vous avez écrit, à copier
moment = { $date }, { $clock } UTC
filter-chosen = { $filter } : { $value }
filter-more = { $count ->
    [one] Un de plus
   *[other] { $count } de plus
  }
filters-clear = Effacer tous les filtres
title-query = { $title } : { $query }
title-page = { $title }, page { $page }
error-404-sign-in = Se connecter pour la voir
mail-not-set = Aucun courriel ne part encore de cette plateforme : la lettre est dans son dossier de données. La personne qui l’exploite doit configurer un serveur SMTP.
field-optional = (facultatif)
checks-more = { $count ->
    [one] En afficher un de plus
   *[other] En afficher { $count } de plus
  }
job-mail-send = Envoi d’un courrier
job-event-again = Reprise d’un événement qui n’a pas pu être suivi
job-tidy-up = Rangement
