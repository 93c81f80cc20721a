skip = Aller au contenu
found-without = Sans « { $word } » : { $count }
found-meant = Vouliez-vous dire « { $text } » ? ({ $count })
history-by = { $who }, { $when }
menu = Menu
language = Langue
account = Compte
sign-in = Se connecter
sign-out = Se déconnecter
signed-in-as = Session de { $name }
demo-label = À propos de cette page
demo-notice = Démonstration : les personnes, documents et événements présentés ici sont inventés.

foot-network = Le réseau
ask-team = Poser une question à l’équipe
foot-together = Travailler ensemble
foot-open = Transparence

office-texts = Ce que lit le public
office-people = Comptes et rôles
office-record = Registre et accès d’urgence
office-system = Fonctionnement

name = Nom
name-needed = Indiquez le nom.

form-problem = Il y a un problème
form-leave-empty = Laissez ce champ vide
error-file-missing = Choisissez un fichier.
error-upload-large = Ce fichier dépasse { $size }.
error-form-trap = Un champ qui n’est pas affiché a été rempli, peut-être par un programme. Envoyez le formulaire encore une fois : ce que vous avez écrit est toujours là.
error-form-old = Cette page est restée ouverte longtemps. Envoyez le formulaire encore une fois : ce que vous avez écrit est toujours là.
error-form-quick = C’était très rapide. Relisez votre texte, puis envoyez le formulaire encore une fois.
error-unreadable = Nous n’avons pas pu lire ce que vous avez envoyé. Revenez en arrière et renvoyez-le.
error-required = Complétez le champ « { $label } ».
error-too-long = « { $label } » est trop long : utilisez au plus { $max ->
    [one] un caractère
   *[other] { $max } caractères
  }.
error-choose = Choisissez une option dans « { $label } ».
error-changed = Quelqu’un d’autre a enregistré des modifications pendant que vous écriviez. Votre texte est toujours dans le formulaire ; à côté de chaque champ différent figure ce qui est enregistré maintenant. Enregistrez de nouveau pour le remplacer par votre texte.
error-changed-to = Enregistré maintenant : { $saved }
error-changed-empty = Ce champ est vide maintenant.
error-changed-field = { $label } : modifié entre-temps par quelqu’un d’autre

size-bytes = { $number } octets
size-kb = { $number } ko
size-mb = { $number } Mo
list-comma = { ", " }
colon = { " : " }
coordinates = { $latitude } { $north }, { $longitude } { $east }
map-north = N
map-south = S
map-east = E
map-west = O
years-span = { $from }–{ $to }
years-since = depuis { $from }
years-until = jusqu’en { $to }

pager-label = Pages de la liste
pager-range = { $first } à { $last } sur { $total }
pager-cut = Seuls les { $count } premiers résultats sont affichés. Faites une recherche ou filtrez pour voir les autres.
pager-previous = Précédent
pager-next = Suivant
list-past-end = Cette page de la liste est vide
list-first-page = Aller à la première page
list-without-filters = Rechercher sans filtres
list-whole = Afficher toute la liste
list-earlier = Entrées plus anciennes
sheet-cut = La liste s’arrête ici : un fichier contient au plus { $count ->
    [one] une ligne
   *[other] { $count } lignes
  }. Affinez la liste et téléchargez-la en plusieurs fois.
sheet-download = Télécharger :

error-400 = Nous n’avons pas pu lire cette demande
error-400-text = L’adresse, ou ce qui a été envoyé avec elle, est incomplète ou endommagée. Revenez à la page précédente et réessayez, ou repartez d’ici.
error-403 = Vous n’avez pas accès à cette page
error-403-text = Cette page, ou ce que vous vouliez y faire, est réservée à d’autres rôles. Si vous en avez besoin pour votre travail, écrivez à l’équipe centrale.
error-403-foreign = Ce formulaire ne vient pas de nos pages
error-403-foreign-text = Rien n’a été modifié. Ouvrez de nouveau la page ici, remplissez le formulaire et envoyez-le.
error-404 = Page introuvable
error-404-text = Elle a peut-être changé de place, ou il faut vous connecter pour la voir. Recherchez ce qu’il vous faut, ou repartez d’ici.
error-405 = Cette adresse sert à autre chose
error-405-text = La page ne peut pas être utilisée ainsi. Revenez à la page précédente, ou repartez d’ici.
error-408 = La connexion est trop lente
error-408-text = Ce que vous avez envoyé n’est pas arrivé à temps ; rien n’a été conservé. Si votre connexion est faible, changez d’endroit ou envoyez un fichier plus léger, puis réessayez.
error-409 = Quelqu’un d’autre a modifié cet élément avant vous
error-409-text = Il a été modifié ou créé entre-temps. Revenez en arrière, rechargez la page et vérifiez. Rien n’a été écrasé.
error-413 = C’est trop volumineux
error-413-text = Vous pouvez envoyer ici { $size } au plus. Rien n’a été conservé.
error-414 = Cette adresse demande trop de choses à la fois
error-414-text = Elle est plus longue que ce qui est possible ici. Recherchez avec moins de mots ou choisissez moins de filtres, ou repartez d’ici.
error-422 = Un point est à revoir
error-422-text = Une partie de ce que vous avez envoyé n’a pas pu être utilisée. Revenez en arrière, vérifiez et renvoyez.
error-429 = Trop de tentatives
error-429-text = Veuillez attendre { $count ->
    [one] une minute
   *[other] { $count } minutes
  } avant de réessayer.
error-500 = Une erreur de notre part
error-500-text = Quelque chose n’a pas fonctionné de notre côté, et nous en gardons la trace. Ce que vous aviez enregistré est en sécurité. Réessayez dans un instant.
error-number = Si vous nous en parlez, indiquez ce numéro : { $number }
error-503 = Indisponible pour le moment
error-503-text = Une partie de la plateforme ne répond pas, ou manque d’espace. Ce que vous aviez enregistré est en sécurité ; ce que vous venez d’envoyer n’a pas été conservé. Réessayez dans quelques minutes.
error-503-busy = Beaucoup de personnes utilisent la plateforme en ce moment
error-503-busy-text = Rien n’est en panne et ce que vous aviez enregistré est en sécurité ; ce que vous venez d’envoyer n’a pas été conservé. Attendez quelques secondes et réessayez.
error-home = Accueil

again-title = Votre session a pris fin
again-text = Rien n’est perdu : ce que vous avez écrit est conservé sur cette page. Connectez-vous (une nouvelle fenêtre s’ouvre), puis revenez ici et renvoyez-le.
again-files = Il faut choisir de nouveau les fichiers et ressaisir les mots de passe.
again-send = Renvoyer
again-other-title = Ce formulaire n’a pas été envoyé en votre nom
again-other-text = La session ouverte est celle de { $name }. Ce qui figure ici a été envoyé depuis ce navigateur avec un autre compte, ou sans compte. Rien n’a encore été fait. Envoyez-le seulement si vous voulez que cela soit fait en votre nom.
again-other-pressed = La session ouverte est celle de { $name }. Ceci a été envoyé depuis ce navigateur avec un autre compte, ou sans compte. Rien n’a encore été fait. Si vous voulez que cela soit fait en votre nom, ouvrez la page du formulaire, voyez ce qu’il fait et envoyez-le depuis cette page.
again-other-page = Ouvrir la page de ce formulaire
again-other-send = Envoyer en mon nom

letter-notice-foot = Dans votre compte, vous choisissez comment ces courriels vous parviennent : aussitôt, une fois par jour ou jamais.
letter-daily-subject = { $what } : { $count ->
    [one] une notification
   *[other] { $count } notifications
  }
letter-daily-text = Bonjour { $name },

    Voici ce qui s’est passé depuis le dernier courriel au sujet de « { $what } » :
error-written = Ce que vous avez écrit, pour le copier
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
mail-not-set = L’envoi de courriels n’est pas configuré : les messages restent dans le dossier de données. La personne qui exploite la plateforme doit configurer un serveur SMTP.
mail-not-set-others = Cette plateforme ne peut pas encore envoyer de courriels. Adressez-vous à la personne qui l’exploite.
field-optional = (facultatif)
checks-more = { $count ->
    [one] En afficher un de plus
   *[other] En afficher { $count } de plus
  }
job-mail-send = Envoi d’un courriel
job-event-again = Reprise d’un événement qui n’a pas pu être suivi
job-tidy-up = Rangement
job-seal-record = Scellement du registre
language-af = afrikaans
language-am = amharique
language-ar = arabe
language-az = azerbaïdjanais
language-be = biélorusse
language-bg = bulgare
language-bn = bengali
language-bs = bosniaque
language-ca = catalan
language-cs = tchèque
language-cy = gallois
language-da = danois
language-de = allemand
language-dv = maldivien
language-el = grec
language-en = anglais
language-es = espagnol
language-et = estonien
language-eu = basque
language-fa = persan
language-fi = finnois
language-fr = français
language-ga = irlandais
language-gl = galicien
language-gu = goudjarati
language-ha = haoussa
language-he = hébreu
language-hi = hindi
language-hr = croate
language-ht = créole haïtien
language-hu = hongrois
language-hy = arménien
language-id = indonésien
language-ig = igbo
language-is = islandais
language-it = italien
language-ja = japonais
language-ka = géorgien
language-kk = kazakh
language-km = khmer
language-kn = kannada
language-ko = coréen
language-ku = kurde
language-lg = ganda
language-lo = lao
language-lt = lituanien
language-lv = letton
language-mi = maori
language-mk = macédonien
language-ml = malayalam
language-mn = mongol
language-mr = marathi
language-ms = malais
language-mt = maltais
language-my = birman
language-nb = norvégien bokmål
language-ne = népalais
language-nl = néerlandais
language-nn = norvégien nynorsk
language-or = odia
language-pa = pendjabi
language-pl = polonais
language-ps = pachto
language-pt = portugais
language-ro = roumain
language-ru = russe
language-si = cingalais
language-sk = slovaque
language-sl = slovène
language-sn = shona
language-so = somali
language-sq = albanais
language-sr = serbe
language-st = sotho du Sud
language-sv = suédois
language-sw = swahili
language-ta = tamoul
language-te = télougou
language-th = thaï
language-tl = filipino
language-tn = tswana
language-tr = turc
language-ts = tsonga
language-uk = ukrainien
language-ur = ourdou
language-vi = vietnamien
language-wo = wolof
language-xh = xhosa
language-yo = yoruba
language-zh = chinois
language-zu = zoulou
roles-rest = Votre rôle est suspendu tant que vous n’avez pas mis en place une deuxième étape de connexion, car il pourrait faire beaucoup de tort entre de mauvaises mains.
roles-rest-way = La mettre en place
error-403-why = Pourquoi ne puis-je pas ?
error-403-looking = Vous ne faites que regarder
error-403-looking-text = Tant que vous regardez la plateforme avec un autre rôle, vous ne changez rien et ne voyez rien que vous ne puissiez voir vous-même. Revenez à votre propre rôle pour continuer votre travail.
looking = Regard avec un autre rôle
looking-as = Vous regardez la plateforme avec le rôle : { $role }. Vous voyez ce que ce rôle montre de ce que vous pouvez voir vous-même, et ne changez rien.
looking-stop = Revenir à mon propre rôle
