menu-account = Votre compte
menu-people = Personnes
menu-people-hint = Inviter, donner des rôles, désactiver, renvoyer un lien.
choose = Choisir…
email = Adresse électronique
password = Mot de passe
new-password = Nouveau mot de passe
new-password-hint = Au moins 12 caractères. Le mieux : quelques mots que personne d’autre n’assemblerait.
old-password = Mot de passe actuel
person-lang = Langue des courriels
sign-in-note = Les comptes se créent sur invitation. Vous travaillez pour une ville membre ?
sign-in-first = Connectez-vous d’abord ; la page demandée s’ouvrira ensuite.
forgotten-link = Mot de passe oublié ?
forgotten-title = Mot de passe oublié
forgotten-text = Indiquez l’adresse électronique de votre compte. S’il existe, un lien arrivera dans quelques minutes : pour choisir un nouveau mot de passe, ou pour vous connecter une fois sans rien y changer.
forgotten-send = Envoyer un lien pour un nouveau mot de passe
forgotten-enter = Envoyer un lien pour se connecter
done-forgotten = S’il existe un compte à cette adresse, un lien vient d’y être envoyé. Il est valable une heure.
done-forgotten-waits = S’il existe un compte à cette adresse, un lien est prêt, mais il n’est pas parti.
done-signed-out = Votre session est fermée.
done-welcome = Bienvenue. Votre mot de passe est enregistré.
done-password = Votre mot de passe est changé. Toutes les autres sessions sont fermées.
error-sign-in = L’adresse ou le mot de passe est incorrect. Vérifiez les deux ; les majuscules comptent dans le mot de passe.
error-deactivated = Ce compte est désactivé. Si c’est une erreur, écrivez à l’équipe centrale.
error-same-password = C’est votre mot de passe actuel. Choisissez-en un autre.
error-password-short = Utilisez au moins { $least ->
    [one] un caractère
   *[other] { $least } caractères
  }.
error-password-weak = Ce mot de passe est parmi les premiers que l’on essaierait. Utilisez quelques mots que personne d’autre n’assemblerait.
error-old-password = Ce n’est pas votre mot de passe actuel.
error-email-taken = Il existe déjà un compte à cette adresse électronique. Retrouvez-le dans la page « Personnes ».
error-role-city = Choisissez la ville de ce rôle.
error-role-region = Choisissez la région de ce rôle.
error-last-administrator = C’est le seul compte d’administration. Nommez d’abord quelqu’un d’autre.
link-title = Choisir votre mot de passe
link-text = { $name }, vous choisissez ici le mot de passe du compte { $email }.
link-first-title = Créer le premier compte d’administration
link-first-text = Cette plateforme n’a pas encore de compte d’administration. Le compte que vous créez ici peut tout faire, et inviter d’autres personnes.
link-save = Enregistrer le mot de passe
link-gone = Ce lien n’est plus valable
link-gone-text = Il a déjà servi, ou il est trop ancien. Un lien fonctionne une seule fois, pour une durée limitée. Si vous avez un compte, demandez-en un nouveau.
link-gone-again = Demander un nouveau lien
account-title = Votre compte
account-roles = Vos rôles
account-no-roles = Vous n’avez aucun rôle pour le moment : vous pouvez lire ce qui est public. Écrivez à l’équipe centrale.
account-own = À propos de vous
account-password = Mot de passe
account-password-note = Le changer met fin à toutes vos sessions sur d’autres appareils.
account-password-change = Changer le mot de passe
people-title = Personnes
people-invite = Inviter quelqu’un
people-search = Rechercher par nom ou adresse électronique
people-none = Personne ne correspond
people-none-hint = Essayez une partie du nom ou de l’adresse électronique. Une personne qui n’a pas encore de compte peut être invitée.
people-roles = Rôles
people-state = État
state-inactive = Compte désactivé
state-active = Compte actif
state-invited = Invitation en attente
role = Rôle
role-needed = Choisissez un rôle.
role-for = { $role }, { $scope }
role-city = Ville
role-city-hint = Pour les professionnels de terrain et les points de contact. Si des personnes ont déjà eu un rôle pour la ville et qu’elle n’a plus de point de contact, seule l’administration de la plateforme donne le rôle.
role-region = Région
role-region-hint = Pour les responsables d’une région
role-practitioner = Professionnel ou professionnelle de terrain
role-practitioner-hint = Travaille pour une ville : lit ce qui est réservé aux membres et à cette ville, dépose des documents pour les membres ou pour la ville.
role-partner = Partenaire
role-partner-hint = D’une organisation, d’une université ou d’un ministère qui travaille avec le réseau : lit ce qui est public et participe sur invitation. N’est pas membre.
role-city-lead = Point de contact de la ville
role-city-lead-hint = Veille sur une ville : écrit son profil, dépose et gère ses documents.
role-regional-officer = Responsable pour la région
role-regional-officer-hint = Au service des villes d’une région : lit ce qui est réservé aux membres.
role-central-team = Équipe centrale
role-central-team-hint = Anime le réseau : fiches des villes, documents du réseau, personnes.
role-administrator = Administration de la plateforme
role-administrator-hint = Fait fonctionner la plateforme : tout, y compris les tâches en arrière-plan.
role-take = Retirer
role-give = Donner un rôle
person-no-roles = Aucun rôle pour le moment.
person-access = Accès
person-link = Renvoyer un lien
person-deactivate = Désactiver
person-deactivate-hint = La personne est déconnectée aussitôt et ne peut plus se connecter. Ce qu’elle a fait reste.
person-activate = Activer
person-not-yours = Seule l’administration de la plateforme modifie les comptes d’administration et de l’équipe centrale.
invite-title = Inviter quelqu’un
invite-hint = La personne recevra un courriel avec un lien qui fonctionne une seule fois et expire dans sept jours.
invite-hint-waits = Aucun courriel ne part encore de cette plateforme : vous remettrez le lien vous-même, sur la page suivante. Il fonctionne une seule fois et expire dans sept jours.
invite-send = Envoyer l’invitation
done-invited = L’invitation vient d’être envoyée.
done-invited-waits = Le compte est prêt. Aucun courriel ne part encore de cette plateforme : remettez le lien vous-même, ci-dessous.
done-role-granted = Le rôle est donné. Il prend effet dès la prochaine page ouverte.
done-role-taken = Le rôle est retiré. Cela prend effet dès la prochaine page ouverte.
done-activated = Compte activé.
done-deactivated = Compte désactivé. Toutes les sessions sont fermées.
done-link-sent = Un lien vient d’être envoyé.
done-link-sent-waits = Le lien est prêt, mais il n’est pas parti.
letter-ask = Écrire à l’équipe du réseau :
letter-invitation-subject = Votre compte sur { $hub }
letter-invitation-text = Bonjour { $name },

    Une invitation à rejoindre { $hub } vous est adressée. Choisissez ici votre mot de passe ; le lien fonctionne une seule fois et expire dans sept jours :
letter-invitation-end = Si vous n’attendiez pas ce courriel, ne faites rien : sans mot de passe, le compte ne peut pas servir.
letter-reset-subject = Nouveau mot de passe pour { $hub }
letter-reset-text = Bonjour { $name },

    Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour { $hub }. Choisissez-le ici ; le lien fonctionne une seule fois et expire dans une heure :
letter-reset-end = Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
letter-glass-subject = L’administration de la plateforme a ouvert les documents réservés à { $city }
letter-glass-text = Bonjour { $name },

    { $administrator } a ouvert les documents que seules les personnes ayant un rôle pour { $city } peuvent voir. Ils lui restent ouverts une heure. Le motif donné :

    { $reason }

    Cette ouverture est consignée. Si vous n’étiez pas d’accord, ou si vous ne la comprenez pas, écrivez au réseau.
letter-role-subject = { $person } a désormais un rôle pour { $city }
letter-role-text = Bonjour { $name },

    { $person } ({ $email }) a reçu un rôle pour { $city } : { $role }. Cette personne peut désormais lire les documents réservés à la ville. Une personne nouvelle dans la ville ne lit les plus anciens qu’après 30 jours, ou dès qu’un point de contact de la ville la confirme.
letter-role-record = Un point de contact la confirme dans le registre de la ville :
letter-role-end = Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-taken-subject = { $person } a perdu un rôle pour { $city }
letter-taken-text = Bonjour { $name },

    { $person } ({ $email }) n’a plus ce rôle pour { $city } : { $role }.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-deactivated-subject = Le compte de { $person } est désactivé
letter-deactivated-text = Bonjour { $name },

    { $administrator } a désactivé le compte de { $person } ({ $email }) sur { $hub }. Personne ne peut plus s’y connecter ; ce qui a été fait reste.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
menu-record = Registre
menu-record-hint = Qui a fait quoi avec les comptes, les rôles, les documents réservés aux villes et les tâches. Rien n’y est modifiable.
record-title = Registre
record-hint = Qui a fait quoi avec les comptes, les rôles, les documents réservés aux villes et les tâches. On y ajoute des lignes, on n’en modifie aucune.
record-none = Rien n’est encore consigné
record-none-hint = Ce qui est fait des comptes, des rôles, des documents réservés aux villes et des tâches s’inscrit ici automatiquement.
record-detail = Précisions
record-what = Quoi
record-whom = Concerne
record-who = Par qui
record-when = Quand
record-person-invited = Invitation d’une personne
record-people-list-taken = Liste des personnes téléchargée
record-role-granted = Rôle donné
record-role-taken = Rôle retiré
record-role-confirmed = Confirmation par la ville
record-person-activated = Compte activé
record-person-deactivated = Compte désactivé
record-person-link-sent = Lien envoyé
record-person-link-handed-over = Lien créé pour être remis
record-person-link-made = Lien créé en ligne de commande
record-person-first-administrator = Premier compte d’administration créé
record-person-password-changed = Mot de passe changé
record-city-glass-broken = Documents réservés à une ville ouverts
record-person-password-set = Mot de passe choisi par un lien
record-document-glass-read = Document réservé à une ville lu par l’administration de la plateforme
city-record-title = Registre de la ville
city-record-of = Registre : { $city }
city-record-hint = Qui a donné et retiré des rôles pour la ville, changé son adhésion, ouvert et lu les documents qui lui sont réservés, quand et pourquoi. Seules les personnes ayant un rôle pour la ville le voient.
city-record-none-hint = Dès que quelqu’un reçoit ou perd un rôle pour la ville, que son adhésion change ou que les documents qui lui sont réservés sont ouverts, c’est inscrit ici.
city-record-open = Ouvrir le registre
city-record-document = L’un des documents réservés à votre ville
city-record-lately = { $count ->
    [one] Une entrée au cours des 30 derniers jours.
   *[other] { $count } entrées au cours des 30 derniers jours.
  }
city-record-waiting = Au moins une personne attend votre confirmation.
city-record-many = Plus de 1 000 entrées au cours des 30 derniers jours.
newcomers-title = Personnes nouvelles dans la ville
newcomers-text = Quelqu’un d’extérieur à la ville a donné leur rôle à ces personnes. Elles ne voient que les documents réservés à la ville qui sont venus après ; les plus anciens, à partir du jour indiqué. Confirmez celles qui sont des vôtres : elles les voient tous aussitôt.
newcomers-more = Il y en a d’autres. Elles figureront ici dès que celles-ci seront confirmées, ou ne seront plus nouvelles.
newcomer-until = Tous à partir du { $date }
newcomer-confirm = Confirmer
done-confirmed = C’est confirmé : cette personne voit désormais tous les documents réservés à la ville.
error-role-no-lead = Cette ville n’a pas de point de contact actif qui pourrait s’y opposer. Demandez à l’administration de la plateforme de donner ce rôle.
letter-own-role-subject = Vous avez désormais un rôle pour { $city }
letter-own-role-text = Bonjour { $name },

    Un rôle vous a été donné sur { $hub } pour { $city } : { $role }. Il prend effet dès la prochaine page que vous ouvrez.

    Si vous ne vous y attendiez pas, écrivez au réseau.
letter-own-role-network-subject = Vous avez un nouveau rôle sur { $hub }
letter-own-role-network-text = Bonjour { $name },

    Un rôle vous a été donné sur { $hub } : { $role }. Il prend effet dès la prochaine page que vous ouvrez.

    Si vous ne vous y attendiez pas, écrivez au réseau.
letter-own-taken-subject = Vous n’avez plus ce rôle pour { $city }
letter-own-taken-text = Bonjour { $name },

    Ce rôle sur { $hub } pour { $city } vous a été retiré : { $role }.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-own-taken-network-subject = Vous n’avez plus ce rôle sur { $hub }
letter-own-taken-network-text = Bonjour { $name },

    Ce rôle sur { $hub } vous a été retiré : { $role }.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-password-subject = Votre mot de passe sur { $hub } a été changé
letter-password-text = Bonjour { $name },

    Le mot de passe de votre compte sur { $hub } vient d’être changé. Toutes les autres sessions sont fermées.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
account-sessions = Vos sessions ouvertes
account-sessions-note = Si vous n’en reconnaissez pas une, fermez-la et changez votre mot de passe.
session-began = Connexion : { $when }
session-seen = Dernière utilisation : { $when }
session-this = Ce navigateur
session-end = Fermer
sessions-end = Fermer toutes les autres
done-session-ended = Cette session est fermée.
done-sessions-ended = Toutes les autres sessions sont fermées.
account-log = Ce qui s’est passé sur votre compte
account-log-note = Si quelque chose ici ne vient pas de vous, changez votre mot de passe et écrivez au réseau.
account-log-none = Rien pour le moment.
happened-signed-in = Connexion
happened-password-set = Mot de passe choisi par un lien
happened-password-changed = Mot de passe changé
city-newcomer = Votre rôle pour cette ville vous a été donné de l’extérieur. Pendant les 30 premiers jours, vous ne voyez que les plus récents des documents réservés à la ville, sauf si un point de contact de la ville vous confirme dans son registre.
notice-people-role = Une personne reçoit ou perd un rôle pour votre ville
notice-people-role-without-lead = Une personne reçoit ou perd un rôle pour votre ville, qui n’a pas d’autre point de contact
notice-people-glass = L’administration de la plateforme ouvre les documents réservés à votre ville
account-letters = Courriels
account-letters-note = Choisissez comment vous apprenez ce qui se passe. Les courriels sur votre propre compte et vos propres rôles arrivent toujours.
account-letters-always = Par sécurité, un courriel vous en avertit toujours aussitôt :
account-letters-save = Enregistrer le choix
way-at-once = Aussitôt
way-daily = Une fois par jour
way-never = Jamais
done-letters = Votre choix est enregistré. Il s’applique dès le prochain événement.
record-city-glass-closed = Documents réservés à une ville refermés
record-person-renamed = Changement de son propre nom
letter-why-former-lead = Vous recevez ce courriel parce que vous étiez jusqu’à récemment le point de contact de cette ville : { $city }. Quand une ville change de point de contact, quelqu’un doit pouvoir s’y opposer : pendant 30 jours, vous apprenez ce qui est fait des rôles et des comptes de ses agents.
letter-why-lately = Vous recevez ce courriel parce que vous aviez jusqu’à récemment un rôle pour { $city } : pendant 30 jours, vous apprenez quand les documents réservés à la ville sont ouverts.
letter-activated-subject = Le compte de { $person } est de nouveau actif
letter-activated-text = Bonjour { $name },

    { $administrator } a réactivé le compte de { $person } ({ $email }) sur { $hub }. On peut de nouveau s’y connecter, et ses rôles sont de nouveau valables.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-activated-meanwhile = Ce qui a été fait entre-temps avec les rôles de votre ville figure dans son registre :
letter-reset-sent-subject = Un lien pour choisir un nouveau mot de passe sur { $hub }
letter-reset-sent-text = Bonjour { $name },

    L’équipe du réseau vous envoie un lien pour choisir un nouveau mot de passe sur { $hub }. Il fonctionne une seule fois et expire dans une heure :
letter-reset-sent-end = Si vous n’en avez pas besoin, ne faites rien : votre mot de passe reste le même. Si vous ne l’attendiez pas, interrogez l’équipe du réseau.
letter-membership-active-subject = L’adhésion de { $city } est active
letter-membership-active-text = Bonjour { $name },

    { $by } a rendu active l’adhésion de { $city }. Les agents de la ville lisent ce qui est réservé aux membres et peuvent partager des documents avec eux.

    Si ce n’est pas exact, écrivez au réseau.
letter-membership-dormant-subject = L’adhésion de { $city } est en sommeil
letter-membership-dormant-text = Bonjour { $name },

    { $by } a mis en sommeil l’adhésion de { $city } : un membre qui ne participe pas en ce moment. Les agents de la ville continuent de lire ce qui est réservé aux membres.

    Si ce n’est pas exact, écrivez au réseau.
letter-membership-suspended-subject = L’adhésion de { $city } est suspendue
letter-membership-suspended-text = Bonjour { $name },

    { $by } a suspendu l’adhésion de { $city } : la ville n’est pas membre en ce moment. En attendant, ses agents gardent ce qui est réservé à la ville, mais ne lisent plus ce qui est réservé aux membres. Ce que la ville a ajouté à la bibliothèque y reste.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-membership-withdrawn-subject = L’adhésion de { $city } a pris fin
letter-membership-withdrawn-text = Bonjour { $name },

    { $by } a enregistré la fin de l’adhésion de { $city } : la ville n’est plus membre. Ses agents gardent ce qui est réservé à la ville, mais ne lisent plus ce qui est réservé aux membres. Ce que la ville a ajouté à la bibliothèque y reste.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
notice-people-membership = L’adhésion de votre ville change
error-inactive = Ce compte est désactivé. Activez-le d’abord.
error-activate-no-lead = Ce compte a un rôle pour une ville sans point de contact actif qui pourrait s’y opposer, et sa désactivation n’est pas récente. Seule l’administration de la plateforme peut l’activer.
error-sign-in-often = Il y a eu trop de tentatives de connexion avec cette adresse électronique ou depuis cet endroit, peut-être de quelqu’un d’autre. Attendez { $count ->
    [one] une minute
   *[other] { $count } minutes
  }, puis réessayez. Si vous doutez de votre mot de passe, choisissez-en un nouveau avec « Mot de passe oublié ? ».
account-letters-none = Les courriels sur votre propre compte et vos propres rôles arrivent toujours. Il n’y a rien d’autre à choisir pour le moment.
happened-link-sent = L’équipe du réseau vous a envoyé un lien
session-agent = { $browser } sur { $system }
browser-firefox = Firefox
browser-edge = Edge
browser-opera = Opera
browser-samsung = Samsung Internet
browser-chrome = Chrome
browser-safari = Safari
browser-unknown = Navigateur inconnu
system-android = Android
system-ios = iPhone ou iPad
system-windows = Windows
system-chromeos = ChromeOS
system-mac = Mac
system-linux = Linux
take-title = Retirer ce rôle ?
take-text = Il prend fin dès la prochaine page que cette personne ouvre. Elle l’apprend par courriel, de même que les personnes qui gèrent la ville. Si une ville n’a pas d’autre point de contact, seule l’administration de la plateforme peut ensuite donner ses rôles à d’autres.
take-text-no-city = Il prend fin dès la prochaine page que cette personne ouvre. Elle l’apprend par courriel.
deactivate-title = Désactiver ce compte ?
deactivate-text = Cette personne est déconnectée aussitôt et ne peut plus se connecter. Ses rôles sont suspendus, ce qu’elle a fait reste. Elle l’apprend par courriel, de même que les personnes qui gèrent ses villes. Si une ville n’a pas d’autre point de contact, seule l’administration de la plateforme peut ensuite donner ses rôles à d’autres. Le compte peut être réactivé.
deactivate-text-no-city = Cette personne est déconnectée aussitôt et ne peut plus se connecter. Ses rôles sont suspendus, ce qu’elle a fait reste. Elle l’apprend par courriel. Le compte peut être réactivé.
letter-invited-by-subject = { $by } vous invite sur { $hub }
letter-invited-by-text = Bonjour { $name },

    { $by } vous invite sur { $hub }. Votre rôle : { $role }. Choisissez ici votre mot de passe. Le lien fonctionne une seule fois et expire dans sept jours :

hand-over = Créer un lien à remettre
hand-over-why = Aucun courriel ne part encore de cette plateforme : l’invitation attend dans le dossier de données. Vous pouvez remettre son lien à cette personne vous-même.
hand-over-title = Un lien pour { $name }
hand-over-text = Remettez-le vous-même à cette personne, par un moyen qu’elle est seule à lire.
hand-over-link = Lien à remettre
hand-over-hint = Il fonctionne une seule fois et expire dans sept jours. Il n’est affiché qu’ici et que maintenant ; les liens précédents ne fonctionnent plus. Sa création est inscrite au registre.
hand-over-done = Retour au compte
error-hand-over = Un lien ne se remet que lorsqu’aucun courriel ne part de la plateforme, à une personne qui n’a pas encore de mot de passe.
hand-over-others = Aucun courriel ne part encore de cette plateforme, et quelqu’un d’autre a donné son rôle à ce compte : cette personne, ou l’administration de la plateforme, peut remettre le lien.
happened-link-handed-over = Un lien à vous remettre a été créé
second-step = Deuxième étape
second-step-text = Avec une deuxième étape, personne ne peut se connecter avec votre seul mot de passe : il faut aussi un code donné par une application de votre téléphone.
second-step-since = Activée depuis le { $when }
second-step-begin = Mettre en place la deuxième étape
second-step-begin-title = Mettre en place la deuxième étape
second-step-change = Modifier la deuxième étape
second-step-change-hint = De nouveaux codes de secours remplacent les anciens. Si vous avez un nouveau téléphone, connectez-y l’application : l’ancienne fonctionne jusqu’à la confirmation, puis ses codes et les anciens codes de secours ne fonctionnent plus. Si l’un de vos rôles demande une deuxième étape, il est suspendu tant que vous n’en avez pas. Si vous n’avez pas vu ou pas gardé vos derniers codes de secours, créez-en de nouveaux.
second-step-anew = Connecter une autre application
second-step-turn-off = Désactiver
second-step-take = Retirer la deuxième étape
second-step-take-title = Retirer la deuxième étape ?
second-step-take-text = Ne le faites que si cette personne a perdu à la fois l’application et les codes de secours, et si vous avez la certitude que la demande vient d’elle : appelez-la à un numéro que vous connaissez. Toutes ses sessions sont fermées, son mot de passe reste. Un courriel l’en informe.
done-second-step-off = La deuxième étape est désactivée.
done-second-step-taken-away = La deuxième étape est retirée. Toutes les sessions sont fermées.
setup-title = Connecter l’application
setup-app = Si vous n’en avez pas, installez une application d’authentification sur votre téléphone. Toute application qui affiche des codes à six chiffres convient.
setup-scan = Scannez ce code QR avec l’application. Si vous lisez ceci sur le téléphone qui a l’application, utilisez le lien ou la clé ci-dessous.
setup-qr = Code QR pour l’application d’authentification
setup-open = Ouvrir la clé dans une application de cet appareil
setup-type = Ou saisissez cette clé dans l’application :
setup-code = Code affiché en ce moment par l’application
setup-code-hint = Six chiffres. Un nouveau code apparaît toutes les trente secondes.
setup-send = Connecter cette application
setup-anew-title = Si l’application n’a pas lu le code
setup-anew = Afficher une nouvelle clé
code-title = Saisissez votre code
code-text = Saisissez le code que votre application d’authentification affiche en ce moment.
code = Code
code-hint = Six chiffres, ou l’un de vos codes de secours.
code-send = Se connecter
code-again = Utiliser un autre compte
code-lost = Si vous avez perdu à la fois l’application et les codes de secours, écrivez à l’équipe que vous avez perdu les deux. Quelqu’un vous appelle à un numéro déjà connu et retire la deuxième étape.
codes-title = Vos codes de secours
codes-begun = La deuxième étape est activée. Toutes les autres sessions sont fermées.
codes-text = L’un de ces codes vous permet de vous connecter sans votre téléphone. Chacun ne sert qu’une fois. Imprimez-les ou notez-les, et gardez-les dans un endroit auquel personne d’autre n’a accès : ils ne seront plus affichés. Les codes que vous aviez avant ne fonctionnent plus.
codes-kept = Je les ai mis de côté
codes-new = Nouveaux codes de secours
codes-left = { $count ->
    [0] Il ne vous reste aucun code de secours. Créez-en de nouveaux.
    [one] Il vous reste un code de secours. Créez-en de nouveaux à temps.
   *[other] Il vous reste { $count } codes de secours.
  }
error-code = Ce code ne fonctionne pas maintenant. S’il vient de l’application : attendez le suivant et vérifiez que votre téléphone est à l’heure. Un code de secours ne sert qu’une fois : vérifiez sa saisie.
error-code-app = Ce n’est pas le code que l’application affiche en ce moment. Vérifiez que vous avez scanné le dernier code QR de cette page, puis saisissez le code suivant.
error-code-often = Trop de codes erronés ont été saisis pour ce compte, peut-être par quelqu’un d’autre. Attendez { $count ->
    [one] une minute
   *[other] { $count } minutes
  } et réessayez.
happened-second-step-on = Deuxième étape activée
happened-second-step-off = Deuxième étape désactivée
happened-second-step-taken-away = L’équipe du réseau a retiré la deuxième étape
happened-codes-made = Nouveaux codes de secours créés
happened-code-used = Code de secours utilisé
happened-codes-guessed = Courriel envoyé au sujet de plusieurs codes erronés après le bon mot de passe
happened-code-wrong = Bon mot de passe, code erroné
error-code-key = Cette plateforme ne peut plus lire votre deuxième étape. Écrivez au réseau : son équipe peut la retirer, et vous pourrez la remettre en place.
record-person-second-step-on = Deuxième étape activée
record-person-second-step-off = Deuxième étape désactivée
record-person-second-step-taken-away = Deuxième étape retirée
record-person-codes-made = Nouveaux codes de secours
record-person-code-used = Code de secours utilisé
letter-second-step-on-subject = Deuxième étape activée sur { $hub }
letter-second-step-on-text = Bonjour { $name },

    La deuxième étape est maintenant activée pour votre compte sur { $hub } : pour se connecter, il faut un code d’une application d’authentification en plus du mot de passe. Toutes les autres sessions sont fermées.

    Si c’était vous, il n’y a rien à faire. Sinon, écrivez immédiatement à l’équipe du réseau : elle peut la retirer, de même que la personne qui exploite la plateforme. Choisissez ensuite ici un nouveau mot de passe :
letter-second-step-off-subject = Deuxième étape désactivée sur { $hub }
letter-second-step-off-text = Bonjour { $name },

    La deuxième étape vient d’être désactivée pour votre compte sur { $hub }. Le mot de passe suffit désormais pour se connecter, et un rôle qui demande une deuxième étape est suspendu.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
letter-second-step-taken-away-subject = Deuxième étape retirée sur { $hub }
letter-second-step-taken-away-text = Bonjour { $name },

    L’équipe du réseau a retiré la deuxième étape de votre compte sur { $hub }, car quelqu’un a dit que vous aviez perdu l’application et les codes de secours. Toutes les sessions sont fermées. Le mot de passe suffit désormais pour se connecter : remettez-la en place dès que possible. Un rôle qui la demande est suspendu jusque-là.

    Si vous n’avez rien demandé, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
letter-codes-made-subject = Nouveaux codes de secours pour { $hub }
letter-codes-made-text = Bonjour { $name },

    De nouveaux codes de secours viennent d’être créés pour votre compte sur { $hub }. Les anciens ne fonctionnent plus.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
letter-code-used-subject = Un code de secours a été utilisé sur { $hub }
letter-code-used-text = Bonjour { $name },

    Quelqu’un vient de se connecter à votre compte sur { $hub } avec le mot de passe et l’un de vos codes de secours. Ce code ne fonctionne plus.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, créez de nouveaux codes de secours, et écrivez au réseau :
letter-codes-guessed-subject = Quelqu’un a peut-être votre mot de passe sur { $hub }
letter-codes-guessed-text = Bonjour { $name },

    Quelqu’un a saisi le bon mot de passe de votre compte sur { $hub }, puis plusieurs codes erronés pour la deuxième étape.

    Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un a votre mot de passe : choisissez-en immédiatement un nouveau ici.
role-rests = { $role } (suspendu)
error-code-today = Trop de codes erronés ont été saisis aujourd’hui pour ce compte ; ils comptent encore pendant { $count ->
    [one] une heure
   *[other] { $count } heures
  }. Connectez-vous depuis un navigateur que vous avez déjà utilisé, ou choisissez un nouveau mot de passe avec « Mot de passe oublié ? » : vous pourrez alors continuer aussitôt.
second-step-link-title = Commencer par un courriel
second-step-link-text = Votre rôle donne de grands pouvoirs. Pour que personne ne puisse s’en servir avec votre seul mot de passe, la mise en place commence par un lien envoyé à votre adresse électronique : il vous sert à choisir un nouveau mot de passe, puis vous connectez l’application.
second-step-link = M’envoyer le lien
error-second-step-link = Commencez par le lien qui vous est envoyé par courriel.
proof-title = Confirmez que c’est bien vous
proof-text = La suite est sensible, et votre dernière confirmation date de plus de 15 minutes. Saisissez encore une fois votre mot de passe ; il ne vous sera plus demandé pendant 15 minutes.
proof-kept = Rien de ce que vous avez saisi n’est perdu : l’envoi reprend d’ici.
proof-send = Confirmer et continuer
proof-forgotten = Vous ne connaissez plus le mot de passe ?
error-proof-often = Il y a eu trop d’essais de confirmation pour ce compte. Attendez { $count ->
    [one] une minute
   *[other] { $count } minutes
  }, puis réessayez.
happened-signed-in-again = Identité confirmée
letter-browser-subject = Nouvelle connexion à votre compte sur { $hub }
letter-browser-text = Bonjour { $name },

    Quelqu’un s’est connecté à votre compte sur { $hub } dans un navigateur que vous n’aviez pas encore utilisé : { $agent }, { $when }.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
address-title = Changer d’adresse électronique
address-now = Votre adresse actuelle
address-text = Un courriel avec un lien est envoyé à la nouvelle adresse. Le compte garde l’ancienne jusqu’à ce que le lien soit utilisé. L’ancienne adresse en est avertie aussitôt, et peut annuler le changement pendant sept jours.
address-new = Nouvelle adresse électronique
address-send = Envoyer le lien
address-waits-title = En attente de confirmation
address-waits-text = Un courriel avec un lien a été envoyé à cette adresse. Il fonctionne pendant un jour.
address-give-up = Garder l’ancienne adresse
done-address-asked = Un courriel avec un lien vient d’être envoyé à la nouvelle adresse.
done-address-asked-waits = Le lien pour la nouvelle adresse est prêt, mais il n’est pas parti.
done-address-given-up = Votre adresse reste la même.
done-address-changed = Le compte a sa nouvelle adresse électronique.
done-address-undone = Le compte a retrouvé son ancienne adresse électronique, et toutes les sessions sont fermées. Choisissez maintenant un nouveau mot de passe.
error-same-address = C’est l’adresse électronique que votre compte a déjà.
confirm-address-title = Cette adresse électronique est-elle la vôtre ?
confirm-address-text = Elle remplace { $old }. Vous vous connectez ensuite avec elle, et tous les courriels y arrivent.
confirm-address-send = Oui, utiliser cette adresse
undo-address-title = Garder l’ancienne adresse électronique
undo-address-text = Votre compte garde cette adresse, ou la retrouve à la place de { $new }. Toutes les sessions sont fermées et vous choisissez un nouveau mot de passe : la demande vient d’une session ouverte avec votre compte.
undo-address-send = Garder cette adresse
pressed-gone-text = Il a déjà servi, il est trop ancien, ou autre chose a été choisi entre-temps. Votre compte montre où en sont les choses.
record-person-address-changed = Changement de sa propre adresse électronique
record-person-address-undone = Ancienne adresse électronique rétablie
happened-address-asked = Autre adresse électronique demandée
happened-address-changed = Adresse électronique changée
happened-address-undone = Ancienne adresse électronique rétablie
letter-address-confirm-subject = Confirmez votre adresse électronique pour { $hub }
letter-address-confirm-text = Bonjour { $name },

    Quelqu’un, sans doute vous, veut utiliser cette adresse électronique pour un compte sur { $hub }. Confirmez-la ici. Le lien fonctionne pendant un jour :
letter-address-confirm-end = Si ce n’était pas vous, ne faites rien : le compte garde son adresse.
letter-address-taken-subject = Votre adresse a été saisie pour un autre compte sur { $hub }
letter-address-taken-text = Bonjour { $name },

    Quelqu’un a voulu utiliser cette adresse électronique pour un autre compte sur { $hub }. Vous avez déjà un compte avec elle : rien n’a été changé, et personne n’a appris que vous en avez un.

    Si c’était vous, connectez-vous avec cette adresse. Si vous ne savez pas qui c’était, il n’y a rien à faire.
letter-address-asked-subject = Autre adresse électronique pour votre compte sur { $hub }
letter-address-asked-text = Bonjour { $name },

    Dans une session ouverte avec votre compte sur { $hub }, quelqu’un a demandé une autre adresse électronique pour ce compte : { $new }. Elle remplacera celle-ci dès qu’elle y sera confirmée.

    Si c’était vous, il n’y a rien à faire. Sinon, gardez ici cette adresse. C’est possible pendant sept jours, même après le changement ; toutes les sessions sont fermées, et vous choisissez un nouveau mot de passe :
second-step-take-wait = Ne le faites que si cette personne a perdu à la fois l’application et les codes de secours, et si vous avez la certitude que la demande vient d’elle : appelez-la à un numéro que vous connaissez. Un courriel l’en informe aussitôt, et la deuxième étape disparaît au bout { $count ->
    [one] d’une heure
   *[other] de { $count } heures
  }, sauf si elle s’y oppose. Toutes ses sessions sont alors fermées ; son mot de passe reste.
done-second-step-ending = La personne en est maintenant informée. La deuxième étape disparaît à la fin du délai.
done-second-step-ending-waits = La deuxième étape disparaît à la fin du délai. Le courriel à ce sujet n’est pas parti.
done-second-step-kept = La deuxième étape reste en place.
second-step-ends = L’équipe du réseau retire votre deuxième étape le { $when }, car quelqu’un a dit que vous aviez perdu l’application et les codes de secours. Si vous n’avez rien demandé, gardez-la et écrivez au réseau.
person-second-step-ends = La deuxième étape est retirée le { $when }, sauf si cette personne s’y oppose avant.
second-step-keep = Ne pas la retirer
keep-second-step-title = Garder la deuxième étape ?
keep-second-step-text = Sinon, l’équipe du réseau retire votre deuxième étape le { $when }.
keep-second-step-send = Garder la deuxième étape
record-person-second-step-ending = Deuxième étape sur le point d’être retirée
record-person-second-step-kept = Deuxième étape gardée
happened-second-step-ending = L’équipe du réseau va retirer la deuxième étape
happened-second-step-kept = Deuxième étape gardée
job-people-end-second-step = Retrait d’une deuxième étape à la fin du délai
letter-second-step-ending-subject = Votre deuxième étape sur { $hub } va être retirée
letter-second-step-ending-text = Bonjour { $name },

    L’équipe du réseau retire la deuxième étape de votre compte sur { $hub }, car quelqu’un a dit que vous aviez perdu l’application et les codes de secours. Elle disparaît le { $when }. Jusque-là, rien ne change.

    Si vous l’avez demandé, il n’y a rien à faire. Sinon, gardez ici la deuxième étape, et écrivez immédiatement au réseau : quelqu’un essaie d’entrer dans votre compte.
passkeys-title = Clés d’accès
passkeys-text = Avec une clé d’accès, vous vous connectez en déverrouillant votre téléphone ou votre ordinateur : aucun mot de passe à saisir, et rien qu’une fausse page pourrait vous soutirer. Elle vaut les deux étapes à la fois.
passkeys-manage = Gérer les clés d’accès
passkeys-own = Vos clés d’accès
passkey-since = Ajoutée le { $when }
passkey-used = Dernière utilisation : { $when }
passkey-elsewhere = Ne fonctionne qu’à cette adresse : { $name }.
passkey-change = Modifier
passkey-new = Ajouter une clé d’accès
passkey-new-text = Votre appareil demande à être déverrouillé, et garde la clé. Si c’est votre première deuxième étape, vous recevez aussi des codes de secours, et le mot de passe seul ne suffit plus pour se connecter.
passkey-name = Nom
passkey-name-hint = Pour la reconnaître, par exemple « Téléphone du bureau ».
passkey-add = Ajouter la clé d’accès
passkey-needs = Il faut un navigateur et un appareil qui ont des clés d’accès. Sinon, utilisez une application d’authentification.
passkey-not-here = Cette plateforme a pour adresse un numéro et non un nom : les navigateurs n’y créent pas de clé d’accès.
passkey-failed = Cela n’a pas fonctionné, ou a été interrompu. Réessayez, ou utilisez votre mot de passe.
passkey-delete = Supprimer cette clé d’accès
passkey-delete-text = Plus personne ne peut se connecter avec elle ; sur l’appareil, vous la supprimez vous-même. Votre mot de passe reste. Si vous n’avez ni autre clé d’accès ni application d’authentification, la deuxième étape est alors désactivée.
passkey-sign-in = Se connecter avec une clé d’accès
passkey-use = Utiliser une clé d’accès
second-step-by-passkey = Activée, avec une clé d’accès
done-passkey-added = La clé d’accès est ajoutée.
done-passkey-deleted = La clé d’accès est supprimée.
error-passkey = Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous avec votre mot de passe.
error-passkey-add = La clé d’accès n’a pas été créée. Réessayez ; vous avez cinq minutes.
error-passkey-there = Cette clé d’accès existe déjà.
error-passkey-copied = Cette clé d’accès a été refusée : une copie semble être utilisée. Connectez-vous avec votre mot de passe, supprimez-la et ajoutez-en une nouvelle.
error-passkeys-many = Vous avez le nombre maximal de clés d’accès. Supprimez-en d’abord une.
happened-signed-in-passkey = Connexion avec une clé d’accès
happened-passkey-added = Clé d’accès ajoutée
happened-passkey-deleted = Clé d’accès supprimée
happened-passkey-copied = Clé d’accès refusée : il en existe peut-être une copie
record-person-passkey-added = Clé d’accès ajoutée
record-person-passkey-deleted = Clé d’accès supprimée
letter-passkey-added-subject = Clé d’accès ajoutée à votre compte sur { $hub }
letter-passkey-added-text = Bonjour { $name },

    Une clé d’accès vient d’être ajoutée à votre compte sur { $hub } : toute personne qui a cet appareil et peut le déverrouiller peut se connecter.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, supprimez la clé d’accès sur la page de votre compte, et écrivez au réseau :
letter-passkey-deleted-subject = Clé d’accès supprimée de votre compte sur { $hub }
letter-passkey-deleted-text = Bonjour { $name },

    Une clé d’accès vient d’être supprimée de votre compte sur { $hub }. Plus personne ne peut se connecter avec elle.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
letter-passkey-copied-subject = Une clé d’accès a été refusée sur { $hub }
letter-passkey-copied-text = Bonjour { $name },

    Une clé d’accès de votre compte sur { $hub } a été refusée, car elle a servi ailleurs entre-temps : quelqu’un en a peut-être une copie. Connectez-vous avec votre mot de passe, supprimez-la et ajoutez-en une nouvelle.

    Si vous ne savez pas comment c’est arrivé, choisissez immédiatement ici un nouveau mot de passe, et écrivez au réseau :
passkey-link-text = Votre rôle donne de grands pouvoirs. Pour que personne ne puisse s’en servir avec votre seul mot de passe, l’ajout d’une clé d’accès commence par un lien envoyé à votre adresse électronique : il vous sert à choisir un nouveau mot de passe, puis vous ajoutez la clé.
error-code-none = Saisissez les six chiffres affichés par l’application, ou l’un de vos codes de secours.
error-code-six = Saisissez les six chiffres affichés par l’application.
code-password-set = Votre mot de passe est enregistré. Encore une étape.
done-first-step-over = Le délai est dépassé, ou l’étape a déjà servi. Connectez-vous à nouveau.
done-second-step-link = Un lien a été envoyé à votre adresse électronique. Il fonctionne pendant une heure ; les précédents ne fonctionnent plus.
done-second-step-link-waits = Un lien est prêt pour vous, mais aucun courriel ne part encore de cette plateforme. Adressez-vous à la personne qui l’exploite.
error-welcome-inactive = Le compte à l’adresse { $email } est fermé. Ouvrez-le d’abord, ou demandez à la ville un autre point de contact.
error-welcome-kept = L’adresse { $email } a été abandonnée récemment par quelqu’un qui peut encore la reprendre. Demandez-en une autre à la ville.
done-enter-link = S’il existe un compte à cette adresse, un lien pour se connecter vient d’y être envoyé. Il sert une seule fois, pendant 15 minutes.
done-enter-link-waits = S’il existe un compte à cette adresse, un lien pour se connecter est prêt, mais il n’est pas parti.
enter-title = Se connecter avec ce lien
enter-text = Le lien sert une seule fois. Votre mot de passe reste le même. Si vous avez une deuxième étape, elle vient ensuite.
happened-signed-in-link = Connexion par un lien
letter-enter-subject = Votre lien pour vous connecter à { $hub }
letter-enter-text = Bonjour { $name },

    Quelqu’un, sans doute vous, a demandé un lien pour se connecter à { $hub }. Ouvrez-le dans le navigateur que vous voulez utiliser. Il sert une seule fois et expire au bout de 15 minutes :
letter-enter-end = Si ce n’était pas vous, ne faites rien, et ne donnez le lien à personne : avec lui, n’importe qui se connecte à votre place.
city-sign-in-with = Se connecter avec votre ville
city-sign-in-title = Se connecter avec votre ville
city-sign-in-of = Se connecter avec votre ville : { $city }
city-sign-in-none = Aucune ville ne le propose pour le moment.
city-sign-in-choose = Choisissez votre ville. Vous vous connectez ensuite sur son propre service de connexion.
city-sign-in-more = Il y a plus de villes qu’il n’en est montré ici. Demandez à votre ville l’adresse de sa page.
city-sign-in-otherwise = Se connecter autrement
city-sign-in-text = Vous vous connectez sur le service de connexion de votre ville ({ $city }, { $provider }), puis vous revenez ici.
city-sign-in-go = Continuer
city-sign-in-hint = Si votre compte n’est pas encore relié à votre ville, connectez-vous une fois avec votre mot de passe, puis reliez-le sur la page de votre compte.
city-going-on = Vers le service de connexion de votre ville
city-going-on-text = Vous êtes dirigé vers { $provider }. S’il ne se passe rien, suivez le lien.
city-going-on-link = Continuer
city-sign-in-why-required = Votre ville demande de se connecter avec son propre service de connexion. Continuez là-bas. Si votre compte n’y est pas encore relié, il le sera.
city-sign-in-why-away = Le service de connexion de votre ville ne répond pas. Réessayez dans quelques minutes.
city-sign-in-why-inside = Le service de connexion indique une adresse que cette plateforme n’interroge pas. Ses responsables doivent vérifier ses réglages.
city-sign-in-why-provider = La réponse du service de connexion est inutilisable. Ses responsables doivent vérifier ses réglages.
city-sign-in-why-refused = Le service de connexion a refusé. Ses responsables doivent vérifier l’identifiant client, son secret et l’adresse de retour.
city-sign-in-why-token = Ce qu’a dit le service de connexion n’a pas pu être vérifié. Réessayez ; si cela se reproduit, prévenez ses responsables.
city-sign-in-why-busy = Beaucoup de personnes se connectent en ce moment. Réessayez dans une minute.
city-sign-in-why-cancelled = Vous n’avez pas terminé la connexion là-bas.
city-sign-in-why-over = Cela a pris trop de temps, a déjà servi, ou a commencé dans un autre navigateur. Recommencez.
city-sign-in-why-changed = Le service de connexion a été changé entre-temps. Recommencez.
city-sign-in-why-unlinked = Aucun compte ici n’est relié à vous sur ce service de connexion. Connectez-vous une fois avec votre mot de passe, puis reliez votre compte sur sa page.
city-sign-in-why-taken = Sur ce service de connexion, vous êtes relié à un autre compte ici.
city-sign-in-why-not-of-city = Votre compte n’a aucun rôle pour cette ville : son service de connexion ne l’ouvre pas.
city-sign-in-why-other = Sur le service de connexion, vous êtes une autre personne qu’ici.
city-sign-in-why-closed = Ce compte est désactivé. Si c’est une erreur, écrivez à l’équipe centrale.
city-sign-in-draft = Saisie, pas essayée
city-sign-in-tested = Essayée, pas en service
city-sign-in-optional = En service, facultative
city-sign-in-required = Obligatoire
city-links-title = Connexion unique de votre ville
city-links-text = Une fois votre compte relié, vous pouvez vous connecter ici avec le service de connexion de votre ville.
city-links-none = Aucune de vos villes ne le propose.
city-links-hint = Si votre ville a son propre service de connexion, il peut vous servir ici.
city-links-manage = Relier à votre ville
city-linked-since = Relié depuis le { $when }
city-unlink = Dissocier
city-link = Relier
city-link-over = Ce lien n’ouvre plus rien.
city-idp-title = Connexion unique : { $city }
city-idp-text = Les personnes de la ville peuvent se connecter ici avec le service de connexion de la ville (OpenID Connect). Indiquez-le, essayez-le, puis proposez-le ; une fois des comptes reliés, vous pouvez le rendre obligatoire.
city-idp-repaired = Les autres moyens de se connecter sont ouverts jusqu’à : { $when }.
city-idp-provider = Le service de connexion
city-idp-returns = Indiquez cette adresse de retour (redirect URI) au service de connexion :
city-issuer = Émetteur (issuer)
city-issuer-hint = Une adresse qui commence par https://, exactement comme le service de connexion se nomme lui-même.
city-client = Identifiant client (client ID)
city-secret = Secret client (client secret)
city-secret-stays = Le secret n’est pas montré. Laissez le champ vide pour le garder. Un autre doit être essayé de nouveau ; si la connexion unique est obligatoire, elle ne l’est plus jusque-là.
city-idp-try = L’essayer
city-idp-try-text = Vous vous connectez sur le service de connexion et voyez ici ce qu’il dit de vous. Personne n’est connecté ni relié.
city-idp-tried = Essayé : { $when }
city-said-subject = Sujet (subject)
city-said-nothing = Non indiqué
city-said-how = Comment il a demandé (acr, amr)
city-said-hint = Les comptes sont reliés par l’émetteur et le sujet seulement. L’adresse électronique est montrée et ne compte pour rien.
city-idp-try-send = L’essayer maintenant
city-idp-use = L’utiliser
city-idp-draft-text = Il peut être proposé une fois essayé.
city-idp-tested-text = Il a été essayé. Proposez-le, et les personnes de la ville pourront relier leurs comptes.
city-idp-lead-alone = Seuls les points de contact de la ville peuvent le proposer et le rendre obligatoire.
city-idp-offer = Le proposer
city-idp-optional-text = Les personnes de la ville peuvent relier leurs comptes et se connecter ainsi. Avant de le rendre obligatoire, reliez votre propre compte : que personne ne ferme une porte qui ne s’ouvre pas pour soi. S’il est obligatoire, les comptes dont tous les rôles sont pour cette ville ne s’ouvrent plus que par lui.
city-idp-require = Le rendre obligatoire
city-idp-off = Le retirer du service
city-idp-required-text = Les comptes dont tous les rôles sont pour cette ville ne s’ouvrent que par lui. S’il tombe en panne, écrivez à l’équipe du réseau, qui peut ouvrir les autres moyens pendant une heure.
city-idp-release = Ne plus le rendre obligatoire
city-idp-repair = Ouvrir les autres moyens pendant une heure
city-idp-trust-title = Deuxième étape
city-idp-trust-text = Après la connexion unique, cette plateforme demande sa propre deuxième étape. Si vous faites confiance à ce service de connexion pour en demander une lui-même, elle n’est pas demandée deux fois aux comptes dont tous les rôles sont pour cette ville.
city-idp-doubt = Demander de nouveau notre deuxième étape
city-idp-trust = Faire confiance à sa deuxième étape
city-idp-open = Configurer la connexion unique
proof-city = Ou confirmez avec le service de connexion de votre ville que c’est bien vous.
proof-city-form = Ce que vous avez écrit n’est pas gardé en chemin : vous l’enverrez de nouveau ensuite.
error-city-issuer = Indiquez l’adresse de l’émetteur, comme https://id.example.org. Elle doit commencer par https:// et ne pas mener à un réseau privé.
error-city-untried = Essayez-le d’abord, tel qu’il est maintenant.
error-city-nobody = Reliez d’abord votre propre compte, et vérifiez que quelqu’un de la ville est relié.
error-city-last = C’est votre seul moyen de vous connecter, ou votre ville le rend obligatoire. Il reste relié.
done-city-linked = Votre compte est relié au service de connexion de votre ville.
done-city-unlinked = Votre compte n’est plus relié.
done-city-tried = Le service de connexion fonctionne. Ce qu’il a dit de vous est montré ci-dessous.
happened-signed-in-city = Connexion avec le service de votre ville
happened-city-linked = Compte relié au service de connexion de votre ville
happened-city-unlinked = Compte dissocié du service de connexion de votre ville
record-city-sign-in-set = Connexion unique configurée ou changée
record-city-sign-in-optional = Connexion unique proposée, facultative
record-city-sign-in-required = Connexion unique rendue obligatoire
record-city-sign-in-off = Connexion unique retirée du service
record-city-sign-in-repair = Autres moyens de se connecter ouverts pendant une heure
record-city-sign-in-trusted = Confiance dans la deuxième étape du service de connexion
record-city-sign-in-doubted = Plus de confiance dans la deuxième étape du service de connexion
record-person-city-linked = Compte relié au service de connexion de la ville
record-person-city-unlinked = Compte dissocié du service de connexion de la ville
letter-city-sign-in-set-subject = Connexion unique changée : { $city }
letter-city-sign-in-set-text = Bonjour { $name },

    Le service de connexion de votre ville ({ $city }) pour { $hub } vient d’être saisi ou changé : { $provider }. Il doit être essayé avant de pouvoir être obligatoire.

    C’est consigné. Si ce n’est pas juste, écrivez tout de suite au réseau.
letter-city-sign-in-optional-subject = { $city } : vous pouvez vous connecter avec votre ville
letter-city-sign-in-optional-text = Bonjour { $name },

    Les personnes de votre ville ({ $city }) peuvent se connecter à { $hub } avec le service de connexion de la ville ({ $provider }) ; les autres moyens restent ouverts. Reliez votre compte ici :
letter-city-sign-in-required-subject = { $city } : connectez-vous désormais avec votre ville
letter-city-sign-in-required-text = Bonjour { $name },

    Désormais, les comptes dont tous les rôles sont pour votre ville ({ $city }) s’ouvrent sur { $hub } avec le service de connexion de la ville ({ $provider }). Si votre compte n’est pas encore relié, entrez une fois votre mot de passe comme avant : vous serez dirigé là-bas. Vos liens se voient ici :
letter-city-sign-in-off-subject = Connexion unique retirée du service : { $city }
letter-city-sign-in-off-text = Bonjour { $name },

    Les personnes de votre ville ({ $city }) ne se connectent plus à { $hub } avec le service de connexion de la ville. Les autres moyens sont ouverts.

    Si ce n’est pas juste, écrivez au réseau.
letter-city-sign-in-repair-subject = Autres moyens de se connecter ouverts : { $city }
letter-city-sign-in-repair-text = Bonjour { $name },

    L’équipe du réseau a ouvert pendant une heure les autres moyens de se connecter à { $hub } pour les personnes de votre ville ({ $city }), parce que le service de connexion ({ $provider }) ne fonctionnait pas. Faites-le réparer entre-temps.

    C’est consigné. Si personne de votre ville ne l’a demandé, écrivez tout de suite au réseau.
letter-city-linked-subject = Votre compte sur { $hub } est relié à votre ville
letter-city-linked-text = Bonjour { $name },

    Votre compte sur { $hub } vient d’être relié au service de connexion de votre ville ({ $city }) : qui s’y connecte à votre nom se connecte ici.

    Si c’était vous, il n’y a rien à faire. Sinon, dissociez-le ici, choisissez un nouveau mot de passe, et écrivez au réseau :
letter-city-unlinked-subject = Votre compte sur { $hub } n’est plus relié à votre ville
letter-city-unlinked-text = Bonjour { $name },

    Votre compte sur { $hub } n’est plus relié au service de connexion de votre ville ({ $city }).

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe ici, et écrivez au réseau :
letter-city-unlinked-former-subject = Un lien de votre compte sur { $hub } a pris fin
letter-city-unlinked-former-text = Bonjour { $name },

    Votre compte sur { $hub } n’est plus relié au service de connexion d’une ville pour laquelle vous n’avez plus de rôle, ou qui ne le propose plus.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe ici, et écrivez au réseau :
error-welcome-own = Vous êtes vous-même point de contact : quelqu’un d’autre du bureau décide.
error-welcome-no-lead = Cette ville a déjà eu des personnes et n’a plus de point de contact qui puisse s’y opposer : l’administration de la plateforme accepte la candidature.

# Collègues : invitations et demandes de compte
colleagues = Personnes
colleagues-title = Les personnes de la ville : { $city }
colleagues-hint = Toutes les personnes qui travaillent ici pour la ville. Elles voient cette page ; ses points de contact la modifient.
colleague-since = Depuis
colleague-you = (vous)
colleague-change = Modifier
colleague-invite = Inviter une ou un collègue
colleague-invite-hint = Un courriel part avec un lien. Rien n’est ouvert avant l’acceptation. Si la personne a déjà un compte, elle accepte avec ce compte.
colleague-invite-hint-waits = Aucun courriel ne part encore de cette plateforme : remettez le lien vous-même. Il se trouve à côté de l’invitation. Rien n’est ouvert avant l’acceptation.
colleague-role = Rôle de cette personne pour la ville
colleague-none = Ne travaille plus pour la ville
colleague-none-hint = Ne voit plus rien de ce qui est réservé à la ville, aussitôt. Le compte lui-même reste.
colleague-save = Enregistrer
colleague-last-lead = Cette ville n’a pas d’autre point de contact : { $city }. Sans point de contact, nul ne peut inviter de collègues, et l’équipe du réseau en est informée. Donnez d’abord ce rôle à une autre personne.
colleague-last-lead-you = Vous êtes le seul point de contact de la ville : { $city }. Avant de partir, donnez ce rôle à une ou un collègue : sans cela nul ne peut inviter de collègues, et l’équipe du réseau en est informée.
done-colleague-invited = L’invitation vient d’être envoyée.
done-colleague-invited-waits = L’invitation est prête. Aucun courriel ne part encore de cette plateforme : remettez le lien vous-même, ci-dessous.
done-colleague-changed = Enregistré.
done-invitation-again = L’invitation vient d’être renvoyée. Le lien précédent ne fonctionne plus.
done-invitation-again-waits = Un nouveau lien se trouve ci-dessous. Le précédent ne fonctionne plus.
done-invitation-withdrawn = L’invitation est retirée. Son lien ne fonctionne plus.
done-invitation-accepted = Vous travaillez désormais ici pour cette ville.
done-request-declined = La réponse vient d’être envoyée.
done-request-declined-waits = Enregistré. Aucun courriel ne part encore de cette plateforme : la réponse attend.
done-account-requested = Merci. Nous vous avons envoyé un courriel qui dit qui décide. Vous en recevrez un autre après la décision.
done-account-requested-waits = Merci, votre demande est enregistrée. Aucun courriel ne part encore de cette plateforme : demandez votre lien au point de contact de votre ville.
invitations-open = Invitations en attente
invitation-until = Le lien fonctionne jusqu’au { $date }, une seule fois.
invitation-expired = Le lien a expiré
invitation-link = Lien à remettre
invitation-send-again = Renvoyer
invitation-withdraw = Retirer
invitation-title = Travailler avec la ville : { $city }
invitation-text = { $by } vous invite à travailler ici pour la ville : { $city }. Votre rôle : { $role }.
invitation-new = Votre compte aura cette adresse : { $email }. Choisissez un mot de passe.
invitation-sign-in = Un compte existe à cette adresse : { $email }. Connectez-vous avec lui, puis acceptez ici.
invitation-accept = Accepter l’invitation
invitation-accept-text = La session ouverte est celle du compte invité. Rien d’autre n’y change.
invitation-other = Cette invitation est destinée à { $email }. La session ouverte ici est celle d’une autre personne. Déconnectez-vous, puis ouvrez de nouveau le lien.
invitation-unexpected = Si vous ne l’attendiez pas, ne faites rien.
invitation-gone = Cette invitation ne fonctionne plus
invitation-gone-text = Elle a été acceptée, retirée ou renvoyée, ou elle est trop ancienne. Si vous l’avez acceptée, connectez-vous. Sinon, demandez à la personne à l’origine de l’invitation de la renvoyer.
invitation-closed = Le compte de cette adresse est fermé. Écrivez à l’équipe du réseau.
error-invitation-here = Cette personne a déjà ce rôle pour la ville.
error-invitation-waits = Une invitation attend déjà cette personne. Vous pouvez la renvoyer ou la retirer ci-dessous.
error-invitation-many = Trop d’invitations attendent une réponse. Retirez celles qui ne servent plus.
error-invitation-former = La ville n’est plus membre : nul ne peut être invité à travailler pour elle.
error-invitation-answered = Cette invitation a reçu une réponse ou a été retirée entre-temps. Voici ce qu’il en est.
menu-account-requests = Demandes de compte
menu-account-requests-hint = Qui demande à travailler pour une ville membre. Son point de contact décide, ou l’équipe s’il n’y en a pas.
request-title = Demander un compte
request-description = Les agents d’une ville membre demandent ici un compte. Le point de contact de la ville décide.
request-lede = Vous travaillez pour une ville membre, ou pour une organisation qui travaille avec elle ? Demandez un compte ici. Le point de contact de la ville décide ; s’il n’y en a pas, l’équipe du réseau décide.
request-hint = Si vous avez déjà un compte, connectez-vous :
request-city = Ville
request-position = Fonction
request-email = Adresse électronique professionnelle
request-reason = Ce que le point de contact doit savoir
request-reason-hint = Votre travail, et avec qui. Ne nommez personne d’autre.
request-kept = Le point de contact de la ville et l’équipe du réseau voient ce que vous écrivez ici. Cela est effacé 90 jours après la décision.
request-send = Envoyer
request-no-member = Votre ville n’est pas encore membre ?
requests-waiting = Demandes de compte
requests-waiting-hint = La personne que vous confirmez est invitée. Rien ne lui est ouvert avant.
requests-hint = Les plus anciennes d’abord. Vous décidez là où la ville n’a pas de point de contact.
requests-none = Aucune demande de compte
requests-none-hint = Les demandes viennent de la page où les agents d’une ville membre demandent un compte.
request-of = Demande de compte : { $name }
request-text = Pour travailler ici pour la ville : { $city }. La personne que vous confirmez reçoit une invitation par courriel.
request-asked = Demandé le
request-decides = Qui décide
request-decides-lead = Le point de contact
request-decides-team = L’équipe
request-decision = Votre réponse
request-decline = Pas de compte
request-decline-hint = Un courriel le dit.
request-answer = Ce que vous voulez lui dire
request-answer-hint = Cela figure dans le courriel s’il n’y a pas de compte.
request-decide = Envoyer la réponse
request-domain-known = { $count ->
    [one] Une personne de la ville a une adresse du même domaine. C’est un indice, pas une preuve.
   *[other] { $count } personnes de la ville ont une adresse du même domaine. C’est un indice, pas une preuve.
}
request-domain-new = Le domaine de cette adresse ne dit rien de la ville. Vérifiez de qui il s’agit avant de confirmer.
request-state-waiting = En attente
request-state-confirmed = Invitation envoyée
request-state-declined = Pas de compte
request-state-lapsed = Sans suite
error-request-city = Choisissez une ville membre.
error-request-many = Beaucoup de personnes demandent à travailler pour cette ville, et nul n’a encore répondu. Écrivez à l’équipe du réseau.
error-request-decided = Une autre personne a décidé entre-temps. Voici comment.
record-invitation-sent = Collègue : invitation envoyée
record-invitation-withdrawn = Invitation retirée
record-account-request-declined = Demande de compte refusée
notice-people-account-request = Une personne demande un compte pour travailler pour une ville
notice-people-vacant = Une ville n’a plus de point de contact
city-people-open = Les personnes de la ville
city-people-ask = Vous travaillez pour cette ville ? Demandez un compte
letter-colleague-subject = { $by } vous invite à travailler avec la ville : { $city }
letter-colleague-text = Bonjour { $name },

    { $by } vous invite ({ $hub }) à travailler pour la ville : { $city }. Votre rôle : { $role }. Acceptez ici. Le lien fonctionne une seule fois, jusqu’au { $day } :
letter-colleague-end = Si vous avez déjà un compte à cette adresse, connectez-vous avec lui. Si vous ne vous y attendiez pas, ne faites rien : rien ne change.
letter-request-lead-subject = Votre demande de compte ({ $hub })
letter-request-lead-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. Le point de contact de la ville décide. En cas de confirmation, vous recevrez un courriel avec un lien. Si ce n’était pas vous, ne faites rien.
letter-request-team-subject = Votre demande de compte ({ $hub })
letter-request-team-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. La ville n’a pas de point de contact en ce moment ; l’équipe du réseau décide donc. En cas de confirmation, vous recevrez un courriel avec un lien. Si ce n’était pas vous, ne faites rien.
letter-request-account-subject = Vous avez un compte ({ $hub })
letter-request-account-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. Vous en avez déjà un. Connectez-vous ici ; si vous avez oublié le mot de passe, vous pouvez y en choisir un nouveau. Si ce n’était pas vous, ne faites rien.
letter-request-invited-subject = Une invitation vous attend déjà ({ $hub })
letter-request-invited-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. Une invitation vous a déjà été envoyée : cherchez ce courriel, ou demandez au point de contact de la ville, ou à l’équipe du réseau, de la renvoyer.
letter-request-declined-subject = Votre demande de compte ({ $hub })
letter-request-declined-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. La demande n’a pas été confirmée.
letter-request-lapsed-subject = Votre demande de compte ({ $hub })
letter-request-lapsed-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. Nul n’a décidé dans les 30 jours, et la demande est close. Écrivez à l’équipe du réseau :
letter-request-subject = Demande de compte pour la ville : { $city }
letter-request-text = Bonjour { $name },

    quelqu’un demande un compte ({ $hub }) pour travailler pour la ville : { $city }. Qui, et pour quoi faire : c’est ici. Rien ne lui est ouvert avant votre confirmation :
letter-vacant-subject = Plus de point de contact : { $city }
letter-vacant-text = Bonjour { $name },

    il n’y a plus de point de contact ({ $hub }) pour : { $city }. Sans lui, nul ne peut y inviter ni confirmer de collègues. Demandez à la ville qui elle désigne.

# Les membres, et ce qui attend
task-requests = { $count ->
    [one] Une personne demande un compte
   *[other] { $count } personnes demandent un compte
}
task-requests-hint = Vous décidez là où une ville n’a pas de point de contact.
task-newcomers = Confirmer les nouvelles personnes de la ville
task-newcomers-hint = Leur rôle vient de l’extérieur ; elles ne voient que ce qui est nouveau.
task-alone = Inviter une ou un collègue
task-alone-hint = Vous êtes la seule personne de votre ville ici. Qui vous suivra trouvera ce que vous laissez.
letter-request-closed-subject = Votre demande de compte ({ $hub })
letter-request-closed-text = Bonjour,

    avec cette adresse quelqu’un, sans doute vous, a demandé un compte ({ $hub }) pour travailler pour la ville : { $city }. Il y en a un, et il est fermé. Écrivez à l’équipe du réseau. Si ce n’était pas vous, ne faites rien.
error-city-secret-anew = Entrez le secret de ce service : celui du service précédent n’est montré à aucun autre.
error-welcome-unproved = Le compte à l’adresse { $email } a été ouvert avec un lien remis par une autre personne. Demandez à la personne de se connecter une fois par un lien reçu par courriel.
error-unproved = Ce compte a été ouvert avec un lien remis par une autre personne. Demandez à la personne de se connecter une fois par un lien reçu par courriel.
record-invitation-accepted = Invitation acceptée
record-account-requests-list-taken = Liste des demandes de compte téléchargée
term-from = Premier jour (facultatif)
term-from-hint = Si le rôle ne commence pas tout de suite : il commence ce jour-là.
term-until = Dernier jour (facultatif)
term-until-hint = Le rôle prend fin une fois ce jour passé. Laissez vide s’il n’a pas de fin.
role-from = { $role }, à partir du { $from }
role-until = { $role }, jusqu’au { $until }
role-from-until = { $role }, du { $from } au { $until }
roles-coming = Rôles qui commencent plus tard
role-call-off = Annuler
until-title = Dernier jour
until-save = Enregistrer le dernier jour
done-role-end-set = Le dernier jour est enregistré. La personne qui a le rôle en est informée.
done-role-called-off = Le rôle est annulé : il ne commencera pas.
error-term-day = Saisissez le jour, le mois et l’année.
error-term-from = Saisissez un premier jour dans l’année qui vient.
error-term-until = Saisissez un dernier jour à partir d’aujourd’hui, pas avant le premier jour, et dans les dix ans.
error-term-held = Cette personne a encore le rôle ce jour-là. Laissez le premier jour vide si seul le dernier jour change.
error-term-own = Votre propre rôle de point de contact prend fin à une date. Au-delà, c’est un autre point de contact de la ville ou l’équipe du réseau qui donne ce rôle.
error-term-administrator = Un rôle d’administration n’a pas de dernier jour. Le moment venu, retirez-le.
record-role-planned = Rôle donné à partir d’un jour ultérieur
record-role-called-off = Rôle annulé avant son début
record-role-not-begun = Rôle non commencé : il ne pouvait pas être donné le jour venu
record-role-end-set = Dernier jour d’un rôle fixé ou supprimé
record-role-ended = Fin d’un rôle : son dernier jour est passé
job-people-begin-role = Début d’un rôle le jour prévu
job-people-end-role = Fin d’un rôle le jour prévu
job-people-remind-of-end = Annonce de la fin prochaine d’un rôle
letter-role-ends-subject = Votre rôle sur { $hub } prend fin le { $day }
letter-role-ends-text = Bonjour { $name },

    Votre rôle sur { $hub } prend fin une fois ce jour passé : { $day }. Le rôle : { $role }.

    S’il doit continuer, demandez-le à la personne qui vous l’a donné, ou à l’équipe du réseau.
letter-role-endless-subject = Votre rôle sur { $hub } n’a plus de dernier jour
letter-role-endless-text = Bonjour { $name },

    Votre rôle sur { $hub } devait prendre fin à une date. Ce n’est plus le cas : vous le gardez jusqu’à ce que quelqu’un le retire. Le rôle : { $role }.
right = Droit
menu-rights = Qui peut faire quoi
menu-rights-hint = Les droits de chaque rôle, tels que la plateforme les applique.
rights-title = Qui peut faire quoi
rights-hint = Tiré des règles selon lesquelles chaque page décide. Une case vide signifie que le rôle seul ne le permet pas. Un rôle compte s’il a commencé et n’a pas pris fin, si la deuxième étape est configurée là où il en faut une, et si sa ville est membre.
reach-own-city = Sa ville
reach-own-region = Sa région
reach-everywhere = Oui
right-role = { $role } ({ $reach })
why-title = Ce que vous pouvez faire
why-may = Vos rôles le permettent. Ce qui est refusé malgré tout dépend de la situation, par exemple d’une ville qui n’est pas membre.
why-may-not = Vos rôles ne le permettent pas. Ceux-ci le permettent :
why-rests = Suspendu tant que vous n’avez pas configuré la deuxième étape
why-former = { $city } n’est pas membre actuellement : ce qui est réservé aux membres est fermé à ses équipes, ce qui est à la ville leur reste ouvert.
why-newcomer = Vous êtes depuis peu dans l’équipe de cette ville, { $city } : vous ne voyez que les plus récents de ses documents réservés, pendant 30 jours ou jusqu’à ce qu’un point de contact de la ville vous confirme.
why-let = Ce que vos rôles permettent
right-people = Inviter des personnes, donner et retirer des rôles, fermer des comptes
right-team = Donner un rôle d’administration ou de l’équipe centrale
right-colleagues = Voir qui travaille pour une ville, et le registre de la ville
right-bring-in = Inviter des collègues d’une ville et dire ce qu’ils y font
right-city-sign-in = Configurer la connexion unique d’une ville
right-record = Lire le registre de la plateforme
right-rights = Voir qui peut faire quoi
letter-own-ended-subject = Votre rôle pour { $city } a pris fin
letter-own-ended-text = Bonjour { $name },

    Le dernier jour de ce rôle sur { $hub } pour { $city } est passé : { $role }.

    S’il doit continuer, adressez-vous à un point de contact de la ville ou à l’équipe du réseau.
letter-own-ended-network-subject = Votre rôle sur { $hub } a pris fin
letter-own-ended-network-text = Bonjour { $name },

    Le dernier jour de ce rôle sur { $hub } est passé : { $role }.

    S’il doit continuer, adressez-vous à l’équipe du réseau.
done-role-planned = Le rôle est prévu. Il commence le premier jour indiqué.
record-person-seen = Page ouverte dans la gestion
record-record-erased = Données d’une personne effacées du registre
record-erased = Données effacées
record-q = Nom, adresse électronique, ville ou mots
record-act = Ce qui a été fait
record-act-any = N’importe quoi
record-from = Du
record-until = Au
record-unfit = Aucune ligne ne correspond
record-unfit-hint = Essayez d’autres mots ou une période plus longue.
record-many-people = Plus de { $count } personnes correspondent à votre saisie. Les lignes des { $count } premières sont affichées : complétez le nom.
record-looked-at = Aucune des { $count } lignes parcourues ne correspond. De plus anciennes peuvent correspondre.
record-look-on = Chercher dans les lignes plus anciennes
record-sealed = Sceau
record-sealed-entries = { $count ->
    [one] Une ligne est scellée. Dernier scellement :
   *[other] { $count } lignes sont scellées. Dernier scellement :
  }
record-sealed-hint = Conservez cette empreinte ailleurs. Comparée avec « strong-cities check », elle montre si quelqu’un a modifié ou retiré une ligne depuis.
own-record-title = Ce qui est consigné à votre sujet
own-record-hint = Qui a modifié votre compte et vos rôles, qui a ouvert votre page dans la gestion, et qui a téléchargé la liste de toutes les personnes depuis que vous y figurez. Vous et les administrateurs êtes seuls à voir cette page.
own-record-cities = Ce qui a été fait pour vos villes, y compris des rôles de leurs membres, et lesquels de leurs documents réservés un administrateur a ouverts, figure dans le registre de chaque ville.
own-record-none = Rien n’est encore consigné à votre sujet
own-record-none-hint = Dès que quelqu’un modifie votre compte ou vos rôles, ou ouvre votre page dans la gestion, cela apparaît ici.
letter-record-digest-subject = Empreinte du registre de { $hub }
letter-record-digest-text = Bonjour,

    le registre de { $hub } a été scellé le { $when }. { $count ->
        [one] Il compte une ligne.
       *[other] Il compte { $count } lignes.
      } Conservez ce courriel : avec l’empreinte ci-dessous, « strong-cities check --digest » montre plus tard si quelqu’un a modifié ou retiré l’une d’elles.
record-person-data-taken = Données personnelles téléchargées
data-title = Vos données
data-text = Ce que la plateforme conserve à votre sujet, combien de temps, et comment tout obtenir.
data-take = Obtenir vos données
data-take-text = Vous recevez un fichier ZIP : data.json contient ce qui est énuméré ci-dessous sous une forme lisible par des programmes, et à côté se trouvent les documents que vous avez déposés et que vous pouvez encore voir.
data-limits = Jusqu’à { $count } documents, { $size } en tout. Ce qui dépasse est nommé dans data.json. Le téléchargement est consigné.
data-take-do = Télécharger
data-kept = Ce qui est conservé, et combien de temps
data-what = Quoi
data-how-long = Combien de temps
data-mend = Rectifier vos données
data-mend-text = Vous modifiez vous-même votre nom, votre langue et votre adresse électronique. Si autre chose est inexact, écrivez à l’équipe du réseau. Vous pouvez aussi faire effacer votre compte.
personal-account = Votre compte : nom, adresse électronique, langue, façons de se connecter, votre profil
personal-kept-account = Tant que le compte existe, même désactivé. Les sessions se terminent après 7 jours ; les navigateurs utilisés et ce qui est arrivé au compte sont oubliés après 180 jours, les anciennes adresses électroniques et les liens après 90.
personal-roles = Ce que vous faites pour des villes et le réseau, et les invitations
personal-kept-roles = Tant que vous le faites. Ce qui a pris fin est oublié après 90 jours.
personal-membership = Votre part dans l’adhésion d’une ville : manifestation d’intérêt, points de contact
personal-kept-membership = Les points de contact restent dans l’historique de la ville. Ce qui a été écrit dans une manifestation d’intérêt ou une candidature est oublié deux ans après sa fin.
personal-documents = Les documents que vous avez déposés
personal-kept-documents = Ils appartiennent à la ville ou au réseau. Ceux qui sont retirés ne sont plus montrés à d’autres et peuvent être rétablis ; ils restent.
personal-messages = Ce que vous avez écrit au réseau avec cette adresse électronique
personal-kept-messages = Les messages jusqu’à leur arrivée auprès de l’équipe, 90 jours au plus ; les réclamations deux ans après leur clôture.
personal-work = Ce que vous avez décidé ou saisi pour une ville ou le réseau, et les textes que vous avez écrits (lesquels)
personal-kept-work = Cela reste dans l’historique de la ville ou du texte.
personal-activity = Ce que vous avez fait sur la plateforme, et les notifications reçues
personal-kept-activity = Ce que vous avez fait : trois ans ; les notifications : 90 jours. La façon dont les choses en sont arrivées là reste.
personal-record = Ce qui est consigné à votre sujet et sur ce que vous avez fait
personal-kept-record = Cela reste, scellé, pour pouvoir être prouvé.
erase-title = Effacer votre compte
erase-text = { $count ->
    [one] Votre compte est fermé après un jour. D’ici là, rien ne change et vous pouvez le garder. À la fermeture, vos rôles prennent fin et personne ne peut plus s’y connecter ; deux jours plus tard, il est effacé. C’est définitif.
   *[other] Votre compte est fermé après { $count } jours. D’ici là, rien ne change et vous pouvez le garder. À la fermeture, vos rôles prennent fin et personne ne peut plus s’y connecter ; deux jours plus tard, il est effacé. C’est définitif.
  }
erase-alone = Personne d’autre ne représente ces villes comme point de contact. Avant de partir, invitez quelqu’un à le devenir, pour que la ville ne perde pas son accès :
erase-goes = Ce qui est effacé
erase-goes-account = Votre nom, votre adresse électronique, votre mot de passe, vos clés d’accès, codes, sessions et choix
erase-goes-roles = Vos rôles, ceux qui sont prévus, et les invitations à votre adresse électronique
erase-goes-activity = Ce qui vous a été notifié
erase-stays = Ce qui reste
erase-stays-city = Les documents, textes et décisions que vous avez produits pour une ville ou le réseau. Ils leur appartiennent et ne vous nomment plus.
erase-stays-record = Ce qui a été fait et quand, au registre de la plateforme et de vos villes, sans votre nom ni votre adresse électronique. Le registre reste vérifiable.
erase-stays-messages = Ce que vous avez écrit au réseau sans vous connecter, avec le nom et l’adresse électronique indiqués, aussi longtemps que le dit « Vos données ». Pour un effacement plus tôt, écrivez au réseau.
erase-begin = Commencer
erase-first = Si vous souhaitez garder ce qui est à vous, téléchargez-le d’abord :
erase-send = Effacer mon compte
error-erase-last-administrator = Le vôtre est le seul compte d’administration. Nommez d’abord quelqu’un d’autre.
erasure-waits = Votre compte est fermé le { $when }, puis effacé. D’ici là, vous pouvez le garder.
keep-account-title = Garder votre compte ?
keep-account-text = Sinon, votre compte est fermé le { $when }, puis effacé.
keep-account-send = Garder mon compte
done-erasure-asked = Votre compte sera effacé. Un courriel vous dit quand, et comment le garder.
done-erasure-asked-waits = Votre compte sera effacé. Le courriel à ce sujet n’est pas parti.
done-account-kept = Le compte est conservé.
erase-for-title = Effacer ce compte ?
erase-for-text = { $count ->
    [one] Faites-le si cette personne vous l’a demandé et que vous êtes sûr que c’était elle. Elle en est informée par courriel immédiatement et peut s’y opposer pendant un jour. Ensuite, le compte est fermé et ses rôles prennent fin ; deux jours plus tard, il est effacé. C’est définitif.
   *[other] Faites-le si cette personne vous l’a demandé et que vous êtes sûr que c’était elle. Elle en est informée par courriel immédiatement et peut s’y opposer pendant { $count } jours. Ensuite, le compte est fermé et ses rôles prennent fin ; deux jours plus tard, il est effacé. C’est définitif.
  }
person-erase = Effacer le compte
person-erasure-waits = Le compte est fermé le { $when }, puis effacé, sauf si cette personne le garde.
person-erasure-closed = Le compte est fermé et sera effacé dans les deux jours. Pour le garder, réactivez-le.
person-erasure-keep = Ne pas l’effacer
done-erasure-asked-for = La personne en est informée maintenant. Le compte est effacé à la fin du délai.
done-erasure-asked-for-waits = Le compte est effacé à la fin du délai. Le courriel à ce sujet n’est pas parti.
record-person-erasure-asked = Effacement d’un compte demandé
record-person-erasure-kept = Effacement d’un compte annulé
record-person-erased = Compte effacé
happened-erasure-asked = L’effacement du compte a été demandé
happened-erasure-kept = Le compte n’est pas effacé
job-people-erase-account = Effacement d’un compte au moment prévu
letter-erasure-asked-subject = Votre compte sur { $hub } sera effacé
letter-erasure-asked-text = Bonjour { $name },

    Vous avez demandé l’effacement de votre compte sur { $hub }. Il est fermé le { $when }, et effacé deux jours plus tard. Jusque-là, rien ne change.

    Si vous ne l’avez pas demandé, ou si vous souhaitez garder votre compte, dites-le ici :
letter-erasure-by-office-subject = Votre compte sur { $hub } sera effacé
letter-erasure-by-office-text = Bonjour { $name },

    L’équipe du réseau a reçu la demande d’effacer votre compte sur { $hub }. Il est fermé le { $when }, et effacé deux jours plus tard. Jusque-là, rien ne change.

    Si vous ne l’avez pas demandé, ou si vous souhaitez garder votre compte, dites-le ici :
letter-erasure-closed-subject = Votre compte sur { $hub } est fermé
letter-erasure-closed-text = Bonjour { $name },

    Votre compte sur { $hub } est fermé et vos rôles ont pris fin. Dans deux jours, il est effacé : votre nom, votre adresse électronique et tout ce qui appartient au compte. C’est le dernier courriel à ce sujet.

    Si vous souhaitez malgré tout le garder, écrivez aujourd’hui à l’équipe du réseau.
error-activate-erasure = Cette personne a demandé l’effacement de son compte. Si elle le souhaite, l’administration de la plateforme peut le réactiver.
erasure-due = Le compte va être fermé d’un moment à l’autre.
contacts = Contacts des membres
contacts-hint = Qui travaille pour les villes, et depuis quand sans visite ; importer un tableau de contacts.
contacts-text = Toutes les personnes qui ont un rôle pour une ville membre. Une connexion confirme un contact ; après un an sans visite, chaque personne reçoit une fois la question de savoir si elle travaille encore pour la ville.
contacts-all = Tous
contacts-silent = Sans visite depuis un an
contacts-none = Personne
contacts-none-hint = Personne ne correspond.
contact-last = Dernière visite
contact-silent = Sans visite depuis un an
right-contacts = Voir les contacts des membres dont on répond
record-people-contacts-taken = Liste des contacts d’une région téléchargée
task-silent = { $count ->
    [one] Une personne de la ville n’est pas venue depuis plus d’un an
   *[other] { $count } personnes de la ville ne sont pas venues depuis plus d’un an
 }
task-silent-hint = La question leur a été posée, sans suite. Si ces personnes ne travaillent plus pour la ville, retirez leur rôle.
task-silent-leads = { $count ->
    [one] Le point de contact d’une ville ne s’est pas connecté depuis plus d’un an
   *[other] { $count } points de contact de villes ne se sont pas connectés depuis plus d’un an
 }
task-silent-leads-hint = La question leur a été posée, sans suite. Demandez à la ville qui fait ce travail maintenant.
letter-still-there-subject = Travaillez-vous encore pour votre ville ?
letter-still-there-text = Bonjour { $name },

    Votre dernière visite sur { $hub } date de plus d’un an. Vous y figurez encore ainsi : { $roles }.

    Si c’est exact, connectez-vous une fois. C’est tout :
letter-still-there-end = Si vous ne faites plus ce travail, dites-le à la personne qui le fait maintenant, ou écrivez à l’équipe du réseau. Après deux mois, les personnes qui s’occupent des contacts de la ville en sont averties.
import-colleagues = Inviter à partir d’un tableau
import-colleagues-hint = Chaque personne du tableau reçoit une invitation, comme si vous les aviez invitées une à une. Rien ne change pour qui a déjà ce rôle ou une invitation.
import-colleagues-take = Inviter ces personnes
import-contacts = Importer des contacts d’un tableau
import-contacts-hint = Chaque personne du tableau est invitée à travailler pour sa ville. Rien ne change pour qui a déjà ce rôle ou une invitation : une liste téléchargée ici peut revenir sans rien modifier.
import-contacts-take = Inviter ces personnes
import-role-hint = Le nom du rôle, ou practitioner ou city-lead. Vide : professionnel ou professionnelle de terrain.
import-lang-hint = Une langue de la plateforme, par exemple en, fr ou ar. Vide : la vôtre.
import-city-hint = Le nom de la ville dans une langue de la plateforme, ou ce qui la désigne dans l’adresse de sa page.
error-import-city = Aucun membre ne s’appelle « { $city } ». Écrivez son nom comme la plateforme, ou ce qui la désigne dans l’adresse de sa page.
error-import-cities = Plusieurs villes portent ce nom. Écrivez plutôt l’un de ceux-ci : { $cities }.
error-import-lang = « { $lang } » n’est pas une langue de la plateforme. Écrivez par exemple en, fr ou ar, ou laissez vide.
error-import-role = « { $role } » n’est pas un rôle qu’un tableau peut donner. Écrivez practitioner ou city-lead, ou le nom du rôle.
error-import-invited = Une invitation est déjà en attente, pour un autre rôle.
import-name-hint = Comme la personne l’écrit.
import-email-hint = La sienne : l’invitation y part.

merge-roles = Personnes et leurs rôles
merge-invitations = Invitations et demandes de compte
merge-record = Lignes du registre de la ville
merge-glass = Ouvertures de documents réservés à la ville
merge-sign-on = Connexion unique
error-merge-glass = L’administration de la plateforme a ouvert les documents réservés à la ville. Fermez-les d’abord.
error-merge-sign-on = Cette fiche a une connexion unique. Retirez-la d’abord : les personnes se connectent par la fiche gardée.
letter-merged-subject = Une seule fiche sur { $hub } : { $city }
letter-merged-text = Bonjour { $name },

    La ville figurait deux fois sur { $hub } : { $city }. { $by } a fusionné avec cette fiche celle-ci (« { $was } ») : les personnes, les documents, les signatures et l’histoire des deux sont maintenant réunis, à l’adresse ci-dessous. Les adresses d’avant y mènent. Ce que vous faites pour la ville sur { $hub } continue comme avant.

    Si ce n’est pas exact, écrivez au réseau.

error-merge-sign-on-kept = La connexion unique de la fiche gardée est obligatoire, et les personnes de l’autre ne pourraient plus se connecter. Rendez-la d’abord facultative.

state-mail-refused = Courriels refusés
person-mail-refused = Le { $day }, le serveur de cette adresse a refusé un courriel de manière définitive. Demandez à cette personne l’adresse qu’elle utilise maintenant ; cette mention disparaît dès qu’un courriel est accepté.
role-organisation = Organisation (pour un partenaire)
role-organisation-none = Aucune : une personne qui ne représente qu’elle-même
error-role-organisation = Choisissez une organisation du réseau qui existe encore, ou aucune.
menu-look = Regarder avec un rôle
menu-look-hint = Ce que voit un point de contact, un professionnel de terrain ou un partenaire
look-hint = Pendant une heure, ou jusqu’à ce que vous arrêtiez, vous voyez la plateforme comme quelqu’un qui n’a que ce rôle : jamais comme une personne précise, jamais plus que ce que vous pouvez voir vous-même, et sans rien changer. Ce regard est inscrit au registre.
look-begin = Regarder
error-look-as = Vous ne pouvez pas regarder avec ce rôle. Choisissez-en un plus restreint que le vôtre, et une ville de votre région.
right-look = Regarder la plateforme avec un rôle
record-role-looked-as = Plateforme regardée avec un rôle
city-idp-logout = Si votre fournisseur le permet, activez-y la déconnexion par canal arrière (back-channel logout) et saisissez cette adresse : quiconque s’y déconnecte, ou y est exclu, est alors aussitôt déconnecté ici.
happened-signed-out-city = Déconnexion par la connexion unique de votre ville
