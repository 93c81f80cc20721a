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
    [one] { $count } membre a signé cette version ici.
   *[other] { $count } membres ont signé cette version ici.
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
principles-major = Majeure : chaque ville est invitée à signer de nouveau
principles-minor = Mineure : la même chose, mieux dite ; les signatures restent valables
principles-languages = Langues de cette version
principles-since = Ce qui a changé jusqu’à la version { $version }, en vigueur
principles-marked = Ce qui a disparu est barré, ce qui est nouveau est marqué.
principles-gone = N’y figure plus :
principles-published-on = En vigueur depuis le { $day }
principles-in-force = En vigueur :
principles-of-city = Principes directeurs : { $city }
principles-stands = Signature
principles-stands-signed = Signé
principles-stands-asked = Signature demandée
principles-stands-overdue = Non signé à temps
principles-stands-unsigned = Pas signé, pas demandé
principles-until = Délai
principles-last = Dernière signature le
principles-time-until = Pour signer : jusqu’à la fin du { $day }
principles-asked-text = Une nouvelle version est en vigueur. La personne qui a le mandat de la ville la signe : les points de contact le font ici, ou transmettent un lien. Sans signature ce jour-là, l’adhésion est en attente jusqu’à ce qu’elle soit donnée. S’il faut plus de temps à la ville, écrivez à l’équipe.
principles-over-text = L’adhésion est en attente tant que la version en vigueur n’est pas signée. La signature y met fin aussitôt. S’il faut plus de temps à votre ville, écrivez à l’équipe.
principles-unsigned-text = Aucune signature de la version en vigueur n’est conservée ici. Les points de contact peuvent signer à tout moment. Ce qui a été signé sur papier est saisi par l’équipe.
principles-since-signed = Ce qui a changé depuis la signature de votre ville
principles-signatures-of-city = Signatures de la ville
principles-signed-none = La plateforme ne conserve encore aucune signature de la ville.
principles-members = Tous les membres
principles-signed-of = Membres qui ont signé la version en vigueur : { $signed } sur { $all }.
principles-no-member = Aucun membre ici
principles-no-member-hint = Aucun membre n’est dans ce cas.
menu-principles = Principes directeurs
menu-principles-hint = Rédiger une nouvelle version, voir qui a signé
sign = Signer
sign-again = Signer de nouveau : quelqu’un d’autre a maintenant le mandat
sign-name = Nom de la personne qui a le mandat
sign-name-hint = Tel que la personne l’écrit elle-même.
sign-name-needed = Saisissez le nom de la personne qui a le mandat.
sign-position = Fonction
sign-position-needed = Saisissez la fonction de la personne qui a le mandat.
sign-agree = La collectivité souscrit à ces principes ; j’ai son mandat, ou je peux signer pour la personne qui l’a
sign-named = Le nom peut figurer dans la liste publique des signatures
sign-named-hint = Sans cela, seules la ville et la fonction sont montrées.
sign-do = Signer
sign-for = { $city } : cette ville est invitée à signer les principes directeurs. La personne qui a le mandat signe ici, ou quelqu’un en son nom. Aucun compte n’est nécessaire.
sign-over = Ce lien a été remplacé par un plus récent, ou la ville a signé. Il n’y a plus rien à faire ici.
sign-elsewhere = Quelqu’un d’autre signe ?
sign-elsewhere-text = Envoyez le lien à la personne qui a le mandat. Il montre les principes directeurs et rien d’autre, ne demande aucun compte, et sert une seule fois.
sign-link = Lien pour signer
sign-link-until = Il peut servir jusqu’au { $day }.
sign-link-make = Créer un lien pour signer
sign-link-anew = Créer un nouveau lien (celui ci-dessus ne mènera plus nulle part)
sign-by-account = saisie par un point de contact
sign-by-link = signature sans compte
extension = Donner plus de temps
extensions = Délai supplémentaire
extension-title = Plus de temps pour signer : { $city }
extension-until = Nouvelle date limite (ce jour compris)
extension-reason = Pourquoi
extension-reason-hint = La ville le lit.
extension-reason-needed = Dites pourquoi la ville a plus de temps.
extension-give = Donner plus de temps
paper = Saisir une signature sur papier
paper-title = Signature sur papier : { $city }
paper-text = Dans quelle langue est le papier ?
paper-day = Jour de la signature
paper-place = Où se trouve le papier
paper-place-hint = Un document de la bibliothèque, un dossier du bureau. La ville le lit.
paper-place-needed = Dites où se trouve le papier signé.
paper-enter = Saisir la signature
sign-on-paper = sur papier :
error-paper-day = Saisissez le jour indiqué sur le papier : pas avant l’entrée en vigueur de ce texte, pas après aujourd’hui.
done-principles-entered = La signature est saisie, et la ville en est informée.
record-principles-entered = Signature sur papier des principes directeurs saisie
draft-title = Prochaine version
draft-lede = Rédigez la prochaine version dans chaque langue. Personne hors de l’équipe ne la voit avant sa publication.
draft-name = Nom de la version
draft-name-hint = Court, comme dans son adresse : une année, par exemple.
draft-change = Quel changement est-ce ?
draft-body = Principes ({ $language })
draft-body-hint = Un principe par ligne.
draft-about = Ce qui est nouveau ({ $language })
draft-about-hint = Quelques lignes pour les villes invitées à signer. Elles figurent aussi dans le courriel qui leur est envoyé.
draft-difference = Ce qui change ({ $language })
draft-discard = Jeter ce projet
draft-discard-text = Ce qui est écrit ici disparaît alors. La version en vigueur reste.
draft-discard-do = Jeter
publish = Publier
publish-ready = Tout y est.
publish-on = Continuer vers la publication
publish-missing = Avant la publication :
publish-title = Publier la version { $version }
publish-asks = { $count ->
    [one] { $count } membre est invité à la signer, par courriel aux points de contact.
   *[other] { $count } membres sont invités à la signer, par courriel aux points de contact.
  }
publish-holds = Personne n’est sollicité : les signatures de la version précédente valent pour celle-ci.
publish-grace = Date limite pour les villes (ce jour compris)
publish-grace-hint = L’adhésion d’une ville qui n’a pas signé d’ici là est en attente jusqu’à la signature. Un rappel part deux semaines avant.
publish-sure = J’ai lu cette version dans chaque langue, et elle entre en vigueur maintenant
publish-do = Publier
task-principles-sign = Signer les principes directeurs
task-principles-until = Sans signature à la fin du { $day }, l’adhésion est en attente jusqu’à ce qu’elle soit donnée.
task-principles-over = Le délai courait jusqu’à la fin du { $day }. L’adhésion est en attente jusqu’à la signature.
task-principles-draft = Projet de principes directeurs : { $version }
error-sign-agree = Cochez que la collectivité souscrit aux principes.
error-sign-principles = Les principes directeurs ont changé depuis que vous avez ouvert cette page. Relisez-les, puis signez.
error-sign-over = Ce lien a été utilisé ou remplacé entre-temps. Demandez-en un nouveau au point de contact de votre ville.
error-draft-name = N’utilisez que A à Z, des chiffres, des points et des traits d’union, et aucun des mots qui servent déjà d’adresse (signatures, report).
error-draft-body-long = Principes ({ $language }) : { $max } caractères au plus.
error-draft-about-long = Ce qui est nouveau ({ $language }) : { $max } caractères au plus.
error-draft-many = { $max } principes au plus ({ $language }).
error-draft-taken = Une version porte déjà ce nom. Choisissez-en un autre.
error-draft-language = Écrivez les principes ({ $language }).
error-draft-counts = { $language } : { $own } principes, et { $first } dans la première langue du réseau. Écrivez-en autant dans chacune.
error-draft-about = Dites ce qui est nouveau ({ $language }) : les villes invitées à signer le lisent.
error-draft-same = Rien n’a encore changé par rapport à la version en vigueur.
error-draft-minor = Un principe de plus ou de moins n’est pas un changement mineur : choisissez « majeure ».
error-draft-first = La première version s’adresse à chaque ville : choisissez « majeure ».
error-draft-changed = Quelqu’un a modifié le projet entre-temps. Relisez-le, puis publiez.
error-grace-day = Choisissez un jour entre deux semaines et deux ans à compter d’aujourd’hui.
error-publish-sure = Cochez que vous l’avez lue.
error-extension-day = Choisissez un jour à partir d’aujourd’hui, dans les deux ans.
error-extension-earlier = La ville a déjà jusqu’à ce jour-là. Choisissez un jour plus tardif.
done-principles-signed = C’est signé.
done-principles-signed-by-link = C’est signé. Merci.
done-principles-link = Voici le lien. Envoyez-le à la personne qui signe.
done-principles-extended = La ville a plus de temps, et en est informée.
done-principles-published = La version est en vigueur.
done-principles-discarded = Le projet a disparu.
notice-principles-ask = Votre ville est invitée à signer les principes directeurs
notice-principles-signature = Les principes directeurs sont signés pour votre ville
record-principles-published = Version des principes directeurs publiée
record-principles-discarded = Projet de principes directeurs jeté
record-principles-extended = Délai supplémentaire pour signer accordé à une ville
record-principles-signed = Principes directeurs signés pour une ville
record-principles-link-made = Lien pour signer les principes directeurs créé
record-principles-list-taken = Liste des membres et des signatures emportée
job-principles-ask = Inviter les villes à signer les principes directeurs
letter-principles-asked-subject = { $city } : signature des nouveaux principes directeurs
letter-principles-asked-text = Bonjour { $name },

    Les principes directeurs du réseau ont une nouvelle version : { $version }. Chaque membre est invité à la signer. { $city } a jusqu’à la fin du { $day } ; sans signature à cette date, l’adhésion est en attente jusqu’à ce qu’elle soit donnée. La personne qui a le mandat signe sur la page ci-dessous, ou par un lien que vous y créez : aucun compte n’est alors nécessaire.
letter-principles-reminded-subject = { $city } : signature possible jusqu’au { $day }
letter-principles-reminded-text = Bonjour { $name },

    { $city } n’a pas encore signé la version { $version } des principes directeurs. Le délai court jusqu’à la fin du { $day } ; ensuite, l’adhésion est en attente jusqu’à la signature. S’il faut plus de temps à votre ville, écrivez à l’équipe avant cette date.
letter-principles-overdue-subject = { $city } : adhésion en attente jusqu’à la signature des principes
letter-principles-overdue-text = Bonjour { $name },

    { $city } avait jusqu’à la fin du { $day } pour signer la version { $version } des principes directeurs. L’adhésion est en attente jusqu’à la signature, qui y met fin aussitôt. Personne ne le voit à l’extérieur. Si quelque chose y fait obstacle, écrivez à l’équipe.
letter-principles-extended-subject = { $city } : plus de temps pour signer, jusqu’au { $day }
letter-principles-extended-text = Bonjour { $name },

    { $city } a plus de temps pour signer la version { $version } des principes directeurs : jusqu’à la fin du { $day }. Le motif figure ci-dessous. Sans signature à cette date, l’adhésion est en attente jusqu’à ce qu’elle soit donnée.
letter-principles-signed-subject = { $city } : les principes directeurs sont signés
letter-principles-signed-text = Bonjour { $name },

    { $city } : la version { $version } des principes directeurs est signée. Titulaire du mandat : { $who } ({ $position }). Si ce n’est pas exact, écrivez à l’équipe.
principles-unchanged = Rien ne change dans cette langue.
sign-done = { $city } : la version { $version } est signée, le { $day }.
sign-close = Il n’y a plus rien à faire : vous pouvez imprimer ou fermer cette page.
sign-keeps = Nous conservons le jour, la fonction, le nom et le texte que vous voyez ici. Les personnes de la ville et celles qui la suivent les voient.
publish-unled-which = Lesquelles
principles-led = Point de contact
principles-unled = Personne n’est informé
signature-replaced = signé de nouveau depuis
publish-unled = { $count ->
    [one] { $count } de ces villes n’a pas de point de contact : personne n’y est informé.
   *[other] { $count } de ces villes n’ont pas de point de contact : personne n’y est informé.
  }
right-signed = Voir ce qu’une ville a signé
right-sign = Signer les principes directeurs pour une ville
right-principles-office = Accorder un délai de signature à une ville, saisir ce qu’elle a signé sur papier
right-principles-write = Écrire et publier des versions des principes directeurs

merge-signatures = Signatures des principes
merge-asked = Demandes de signer les principes
