menu-account = Votre compte
menu-people = Personnes
menu-people-hint = Inviter, donner des rôles, désactiver, renvoyer un lien.
choose = Choisir…
email = Adresse électronique
password = Mot de passe
new-password = Nouveau mot de passe
new-password-hint = Au moins 12 caractères. Quelques mots que vous seul·e assembleriez conviennent le mieux.
old-password = Mot de passe actuel
person-lang = Langue des courriers
sign-in-note = Les comptes se créent sur invitation. Si votre ville est membre, écrivez à l’équipe centrale.
sign-in-first = Connectez-vous d’abord ; la page demandée s’ouvrira ensuite.
forgotten-link = Mot de passe oublié ?
forgotten-title = Mot de passe oublié
forgotten-text = Donnez l’adresse de votre compte. S’il existe, un lien pour choisir un nouveau mot de passe arrivera dans quelques minutes.
forgotten-send = Envoyer le lien
done-forgotten = S’il existe un compte à cette adresse, un lien est en route. Il est valable une heure.
done-signed-out = Vous êtes déconnecté·e.
done-welcome = Bienvenue. Votre mot de passe est enregistré.
done-password = Votre mot de passe est changé. Toutes les autres sessions sont closes.
error-sign-in = L’adresse et le mot de passe ne vont pas ensemble. Vérifiez les deux ; les majuscules comptent dans le mot de passe.
error-deactivated = Ce compte est fermé. Si c’est une erreur, écrivez à l’équipe centrale.
error-same-password = C’est votre mot de passe actuel. Choisissez-en un autre.
error-password-short = Utilisez au moins { $least ->
    [one] un caractère
   *[other] { $least } caractères
  }.
error-password-weak = Ce mot de passe est parmi les premiers que l’on essaierait. Utilisez quelques mots que vous seul·e assembleriez.
error-old-password = Ce n’est pas votre mot de passe actuel.
error-email-taken = Une personne avec cette adresse a déjà un compte. Retrouvez-la dans la page des personnes.
error-role-city = Choisissez la ville pour laquelle ce rôle est exercé.
error-role-region = Choisissez la région pour laquelle ce rôle est exercé.
error-last-administrator = C’est la dernière personne qui administre. Nommez d’abord quelqu’un d’autre.
link-title = Choisir votre mot de passe
link-text = { $name }, vous choisissez ici le mot de passe du compte { $email }.
link-first-title = Créer le premier compte d’administration
link-first-text = Cette plateforme n’a pas encore d’administration. Le compte que vous créez ici peut tout faire, et inviter d’autres personnes.
link-save = Enregistrer le mot de passe
link-gone = Ce lien ne marche plus
link-gone-text = Il a déjà servi, ou il est trop ancien. Les liens servent une fois, et pour un temps seulement. Si vous avez un compte, demandez-en un nouveau.
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
people-search = Chercher par nom ou adresse
people-none = Personne ne correspond
people-none-hint = Essayez une partie du nom ou de l’adresse. Une personne qui n’a pas encore de compte peut être invitée.
people-roles = Rôles
people-state = État
state-inactive = Compte désactivé
state-active = Compte actif
state-invited = Invitation envoyée
role = Rôle
role-for = { $role }, { $scope }
role-city = Ville
role-city-hint = Pour les praticiens et les référents de ville
role-region = Région
role-region-hint = Pour les responsables régionaux
role-practitioner = Praticien·ne
role-practitioner-hint = Travaille pour une ville : lit ce qui est réservé aux membres et à cette ville, dépose des documents pour les membres ou pour la ville.
role-partner = Partenaire
role-partner-hint = D’une organisation, d’une université ou d’un ministère qui travaille avec le réseau : lit ce qui est public et participe sur invitation. N’est pas membre.
role-city-lead = Référent·e de ville
role-city-lead-hint = S’occupe d’une ville : écrit son profil, dépose et gère ses documents.
role-regional-officer = Responsable régional·e
role-regional-officer-hint = Sert les villes d’une région : lit ce qui est réservé aux membres.
role-central-team = Équipe centrale
role-central-team-hint = Fait vivre le réseau : données des villes, documents du réseau, personnes.
role-administrator = Administration
role-administrator-hint = Fait tourner l’installation : tout, y compris les tâches en arrière-plan.
role-take = Retirer
role-give = Donner un rôle
person-no-roles = Aucun rôle pour le moment.
person-access = Accès
person-link = Renvoyer un lien
person-deactivate = Désactiver
person-deactivate-hint = Une personne désactivée est déconnectée aussitôt et ne peut plus se connecter. Ce qu’elle a fait reste.
person-activate = Activer
person-not-yours = Seule l’administration modifie les comptes d’administration et de l’équipe centrale.
invite-title = Inviter quelqu’un
invite-hint = La personne reçoit un courrier avec un lien qui sert une fois, pendant sept jours.
invite-send = Envoyer l’invitation
done-invited = L’invitation est en route.
done-role-granted = Le rôle est donné. Il vaut dès la prochaine page ouverte.
done-role-taken = Le rôle est retiré. Cela vaut dès la prochaine page ouverte.
done-activated = Compte activé.
done-deactivated = Compte désactivé. Toutes les sessions sont closes.
done-link-sent = Un lien est en route.
letter-invitation-subject = Votre compte sur { $hub }
letter-invitation-text = Bonjour { $name },

    vous êtes invité·e sur { $hub }. Choisissez ici votre mot de passe ; le lien sert une fois, pendant sept jours :
letter-invitation-end = Si vous n’attendiez pas ce courrier, ne faites rien : sans mot de passe, le compte ne peut pas servir.
letter-reset-subject = Nouveau mot de passe pour { $hub }
letter-reset-text = Bonjour { $name },

    quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour { $hub }. Choisissez-le ici ; le lien sert une fois, pendant une heure :
letter-reset-end = Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
letter-glass-subject = L’administration a ouvert les documents propres à { $city }
letter-glass-text = Bonjour { $name },

    { $administrator } a ouvert les documents que seules les personnes de { $city } peuvent voir. Ils lui restent ouverts une heure. La raison donnée :

    { $reason }

    Cet acte est consigné. Si vous n’étiez pas d’accord, ou si vous ne le comprenez pas, écrivez au réseau.
letter-role-subject = { $person } travaille désormais pour { $city }
letter-role-text = Bonjour { $name },

    { $person } ({ $email }) a reçu un rôle pour { $city } : { $role }. Cette personne voit ainsi les documents réservés à cette ville.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-taken-subject = { $person } n’a plus l’un de ses rôles pour { $city }
letter-taken-text = Bonjour { $name },

    { $person } ({ $email }) n’a plus ce rôle pour { $city } : { $role }.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-deactivated-subject = Le compte de { $person } est désactivé
letter-deactivated-text = Bonjour { $name },

    { $administrator } a désactivé le compte de { $person } ({ $email }) sur { $hub }. Personne ne peut plus s’y connecter ; ce qui a été fait reste.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
menu-record = Registre
menu-record-hint = Qui a fait quoi avec les comptes, les rôles, les documents propres aux villes et les tâches. Rien n’y est modifiable.
record-title = Registre
record-hint = Qui a fait quoi avec les comptes, les rôles, les documents propres aux villes et les tâches. On y ajoute des lignes, on n’en modifie aucune.
record-none = Rien n’est encore consigné
record-none-hint = Ce qui est fait des comptes, des rôles, des documents propres aux villes et des tâches s’inscrit ici de lui-même.
record-detail = Précisions
record-what = Quoi
record-whom = Qui ou quoi
record-who = Par qui
record-when = Quand
record-person-invited = Invitation d’une personne
record-people-list-taken = Liste des personnes téléchargée
record-role-granted = Rôle donné
record-role-taken = Rôle retiré
record-person-activated = Compte activé
record-person-deactivated = Compte désactivé
record-person-link-sent = Lien envoyé
record-person-link-made = Lien créé en ligne de commande
record-person-first-administrator = Première administration créée
record-person-password-changed = Mot de passe changé
record-city-glass-broken = Documents propres à une ville ouverts
record-person-password-set = Mot de passe choisi par un lien
record-document-glass-read = Document propre à la ville lu par l’administration
city-record-title = Registre de la ville
city-record-of = Registre : { $city }
city-record-hint = Qui a donné et retiré des rôles pour la ville, changé son adhésion, ouvert et lu ses propres documents, quand et pourquoi. Seules les personnes ayant un rôle pour la ville le voient.
city-record-none-hint = Dès que quelqu’un reçoit ou perd un rôle pour la ville, que son adhésion change ou que ses documents propres sont ouverts, c’est inscrit ici.
city-record-open = Ouvrir le registre
city-record-document = Un de vos propres documents
error-role-no-lead = Cette ville n’a pas de référent actif qui pourrait s’y opposer. Seule l’administration peut donner ce rôle.
letter-own-role-subject = Vous avez désormais un rôle pour { $city }
letter-own-role-text = Bonjour { $name },

    un rôle vous a été donné sur { $hub } pour { $city } : { $role }. Il vaut dès la prochaine page que vous ouvrez.

    Si vous ne vous y attendiez pas, écrivez au réseau.
letter-own-role-network-subject = Vous avez un nouveau rôle sur { $hub }
letter-own-role-network-text = Bonjour { $name },

    un rôle vous a été donné sur { $hub } : { $role }. Il vaut dès la prochaine page que vous ouvrez.

    Si vous ne vous y attendiez pas, écrivez au réseau.
letter-own-taken-subject = Vous n’avez plus ce rôle pour { $city }
letter-own-taken-text = Bonjour { $name },

    ce rôle sur { $hub } pour { $city } vous a été retiré : { $role }.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-own-taken-network-subject = Vous n’avez plus ce rôle sur { $hub }
letter-own-taken-network-text = Bonjour { $name },

    ce rôle sur { $hub } vous a été retiré : { $role }.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-password-subject = Votre mot de passe sur { $hub } a été changé
letter-password-text = Bonjour { $name },

    le mot de passe de votre compte sur { $hub } vient d’être changé. Toutes les autres sessions sont closes.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez ici sans attendre un nouveau mot de passe, et écrivez au réseau :
account-sessions = Vos connexions ouvertes
account-sessions-note = Si vous n’en reconnaissez pas une, mettez-y fin et changez votre mot de passe.
session-began = Connexion : { $when }
session-seen = Dernière utilisation : { $when }
session-this = Ce navigateur
session-end = Mettre fin
sessions-end = Mettre fin à toutes les autres
done-session-ended = Cette session est close.
done-sessions-ended = Toutes les autres sessions sont closes.
account-log = Ce qui s’est passé sur votre compte
account-log-note = Si quelque chose ici ne vient pas de vous, changez votre mot de passe et écrivez au réseau.
account-log-none = Rien pour le moment.
happened-signed-in = Connexion
happened-password-set = Mot de passe choisi par un lien
happened-password-changed = Mot de passe changé
city-newcomer = Vous avez rejoint cette ville alors qu’elle n’avait pas de référent de longue date qui pût s’y opposer. Pendant vos 30 premiers jours, vous ne voyez que les plus récents de ses propres documents.
notice-people-role = Une personne reçoit ou perd un rôle pour votre ville
notice-people-role-without-lead = Une personne reçoit ou perd un rôle pour votre ville, sans autre référent·e pour y veiller
notice-people-glass = L’administration ouvre les documents propres à votre ville
account-letters = Courriers
account-letters-note = Choisissez comment vous apprenez ce qui se passe. Les courriers sur votre propre compte et vos propres rôles arrivent toujours.
account-letters-always = Par sécurité, vous apprenez toujours aussitôt ceci :
account-letters-save = Enregistrer le choix
way-at-once = Aussitôt
way-daily = Une fois par jour
way-never = Jamais
done-letters = Votre choix est enregistré. Il vaut dès le prochain événement.
record-city-glass-closed = Documents propres à une ville refermés
record-person-renamed = Propre nom changé
letter-why-former-lead = Vous recevez ce courrier parce que vous étiez jusqu’à récemment référent de { $city }. Quand une ville change de référent, quelqu’un doit pouvoir s’y opposer : pendant 30 jours, vous apprenez ce qui est fait des rôles et des comptes de ses personnes.
letter-why-lately = Vous recevez ce courrier parce que vous aviez jusqu’à récemment un rôle pour { $city } : pendant 30 jours, vous apprenez quand ses propres documents sont ouverts.
letter-activated-subject = Le compte de { $person } est de nouveau actif
letter-activated-text = Bonjour { $name },

    { $administrator } a réactivé le compte de { $person } ({ $email }) sur { $hub }. On peut de nouveau s’y connecter, et ses rôles valent à nouveau.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-reset-sent-subject = Un lien pour choisir un nouveau mot de passe sur { $hub }
letter-reset-sent-text = Bonjour { $name },

    l’équipe du réseau vous envoie un lien pour choisir un nouveau mot de passe sur { $hub }. Il sert une fois, pendant une heure :
letter-reset-sent-end = Si vous n’en avez pas besoin, ne faites rien : votre mot de passe reste le même. Si vous ne l’attendiez pas, interrogez l’équipe du réseau.
letter-membership-active-subject = L’adhésion de { $city } est active
letter-membership-active-text = Bonjour { $name },

    { $by } a rendu active l’adhésion de { $city }. Les personnes de { $city } lisent ce qui est réservé aux membres et peuvent leur proposer des documents.

    Si ce n’est pas exact, écrivez au réseau.
letter-membership-dormant-subject = L’adhésion de { $city } est en sommeil
letter-membership-dormant-text = Bonjour { $name },

    { $by } a mis en sommeil l’adhésion de { $city } : un membre qui ne participe pas en ce moment. Les personnes de { $city } continuent de lire ce qui est réservé aux membres.

    Si ce n’est pas exact, écrivez au réseau.
letter-membership-suspended-subject = L’adhésion de { $city } est suspendue
letter-membership-suspended-text = Bonjour { $name },

    { $by } a suspendu l’adhésion de { $city } : la ville n’est pas membre en ce moment. D’ici là, ses personnes gardent ce qui est propre à la ville, mais ne lisent plus ce qui est réservé aux membres. Ce que la ville a mis dans la bibliothèque y reste.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
letter-membership-withdrawn-subject = L’adhésion de { $city } est retirée
letter-membership-withdrawn-text = Bonjour { $name },

    { $by } a indiqué que l’adhésion de { $city } est retirée : la ville n’est plus membre. Ses personnes gardent ce qui est propre à la ville, mais ne lisent plus ce qui est réservé aux membres. Ce que la ville a mis dans la bibliothèque y reste.

    Si ce n’est pas exact, écrivez aussitôt au réseau.
notice-people-membership = L’adhésion de votre ville change
error-inactive = Ce compte est désactivé. Activez-le d’abord.
error-activate-no-lead = Ce compte a un rôle pour une ville sans référent actif qui pourrait s’y opposer, et sa désactivation n’est pas récente. Seule l’administration peut l’activer.
error-sign-in-often = Il y a eu trop d’essais de connexion avec cette adresse ou depuis cet endroit, peut-être de quelqu’un d’autre. Attendez { $count ->
    [one] une minute
   *[other] { $count } minutes
  }, puis réessayez. Si vous n’êtes pas sûr de votre mot de passe, choisissez-en un nouveau avec « Mot de passe oublié ? ».
account-letters-none = Les courriers sur votre propre compte et vos propres rôles arrivent toujours. Il n’y a rien d’autre à choisir pour le moment.
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
system-unknown = un système inconnu
take-title = Retirer ce rôle ?
take-text = Il ne vaut plus dès la prochaine page que cette personne ouvre. Elle l’apprend par courrier, de même que ceux qui s’occupent de la ville. Si une ville n’a pas d’autre référent, seule l’administration peut ensuite donner ses rôles à d’autres.
deactivate-title = Désactiver ce compte ?
deactivate-text = Cette personne est déconnectée aussitôt et ne peut plus se connecter. Ses rôles sont suspendus, ce qu’elle a fait reste. Elle l’apprend par courrier, de même que ceux qui s’occupent de ses villes. Si une ville n’a pas d’autre référent, seule l’administration peut ensuite donner ses rôles à d’autres. Le compte peut être réactivé.
