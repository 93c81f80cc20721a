directory-title = Les personnes du réseau
directory-search = Nom, fonction, profession ou mots
directory-search-hint = Vous trouvez les membres qui se montrent aux autres membres. Aucune adresse électronique n’est affichée.
directory-any = Indifférent
directory-theme = Thème
directory-none = Personne ne montre encore son profil
directory-none-hint = C’est ici que les membres se trouvent par thème, langue et région. Commencez par votre profil.
directory-unfit = Personne ne correspond
directory-unfit-hint = Essayez avec moins de mots, ou retirez un filtre.
directory-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
directory-many = Plus de { $count ->
    [one] { $count } personne correspond
   *[other] { $count } personnes correspondent
  } : précisez la recherche.
directory-unseen = Les autres membres ne vous voient pas encore ici.
directory-own = Votre profil
directory-text = Ce que les autres membres voient de vous, pour vous trouver et vous écrire. Vous décidez qui le voit ; votre adresse électronique n’est jamais affichée.
directory-see = Voir ce que voient les autres
directory-what = Ce que vous montrez
directory-name-change = Changer votre nom
directory-shown = Qui voit votre profil
directory-shown-nobody = Personne
directory-shown-nobody-hint = Vous n’êtes pas dans la liste des personnes.
directory-shown-city = Votre ville
directory-shown-city-hint = Les personnes qui travaillent pour la même ville, et l’équipe centrale du réseau.
directory-shown-members = Tous les membres
directory-shown-members-hint = Toutes les personnes qui travaillent pour une ville membre ou pour le réseau.
directory-field = Domaine d’activité
directory-position = Fonction
directory-position-hint = Comme sur votre carte de visite : « Responsable de l’animation jeunesse ».
directory-profession = Profession
directory-profession-hint = Votre métier : « Travailleuse sociale ».
directory-about = Ce sur quoi vous travaillez
directory-about-hint = Ce que l’on peut vous demander. Parlez de votre travail, jamais d’un cas ni d’une personne. 800 caractères au plus.
directory-about-work = Travail
directory-language = Langue
directory-language-1 = Première langue
directory-language-2 = Deuxième langue
directory-language-3 = Troisième langue
directory-language-4 = Quatrième langue
directory-languages = Langues
directory-language-none = Aucune
directory-themes = Thèmes
directory-themes-hint = Huit au plus.
directory-reachable = Les membres peuvent m’écrire
directory-reachable-hint = Vous recevez un courriel ; votre adresse reste chez vous jusqu’à votre réponse.
directory-picture = Photo
directory-picture-text = Elle est facultative. Seules les personnes qui voient votre profil la voient, et vous pouvez la supprimer à tout moment.
directory-picture-of = { $name }
directory-picture-file = Fichier de la photo
directory-picture-limits = JPEG, PNG, WebP ou GIF, { $size } au plus. Elle est réduite ; lieu, appareil et heure sont retirés.
directory-picture-send = Montrer cette photo
directory-picture-delete = Supprimer la photo
directory-picture-take-down = Retirer cette photo
directory-agreed = C’est bien moi sur la photo, et j’accepte que les personnes qui voient mon profil la voient
directory-change = Modifier votre profil
directory-write = Écrire à cette personne
directory-write-title = Écrire à { $name }
directory-write-text = Cette personne reçoit votre message par courriel avec votre nom. La réponse arrive à votre adresse, qu’elle voit :
directory-write-send = Envoyer
directory-message = Message
directory-message-hint = Dites qui vous êtes, ce sur quoi vous travaillez et ce que vous aimeriez savoir. N’écrivez jamais sur une personne reconnaissable : un tel cas relève des services de votre ville. 3 000 caractères au plus.
directory-facts = À propos de cette personne
city-who = À qui parler
city-who-more = Toutes les personnes du réseau
work-field-leadership = Direction de la ville
work-field-coordination = Coordination de la prévention
work-field-social-work = Travail social
work-field-education = Éducation
work-field-youth = Animation jeunesse
work-field-safety = Sécurité de proximité
work-field-health = Santé
work-field-culture = Culture et sport
work-field-communication = Communication
work-field-international = Relations internationales
work-field-research = Recherche et évaluation
work-field-civil-society = Société civile
error-directory-missing = Remplissez « { $label } » : la personne qui vous trouve doit savoir ce que vous faites.
error-directory-themes = Choisissez huit thèmes au plus.
error-directory-picture = Ce fichier n’est pas une image qui peut être montrée. Choisissez un JPEG, PNG, WebP ou GIF.
error-directory-agreed = Confirmez que c’est bien vous et que vous acceptez. Sinon, la photo n’est pas visible.
error-directory-messages = Vous avez écrit beaucoup de messages aujourd’hui, ou plusieurs à cette personne. Vous pourrez écrire de nouveau dans { $count ->
    [one] { $count } heure
   *[other] { $count } heures
  }.
error-directory-pictures = Vous avez envoyé beaucoup de photos aujourd’hui. Vous pourrez en envoyer une autre dans { $count ->
    [one] { $count } heure
   *[other] { $count } heures
  }.
done-directory-hidden = Enregistré. Personne ne voit votre profil.
done-directory-saved = Enregistré. Voici comment on vous voit.
done-directory-picture-saved = La photo est enregistrée. Les personnes qui voient votre profil la voient.
done-directory-picture-deleted = La photo est supprimée.
done-directory-written = Votre message est envoyé.
done-directory-written-waits = Votre message est gardé. Le courriel n’est pas parti.
record-directory-many-read = Lecture de nombreux profils en un jour
record-directory-picture-taken-down = Photo d’un profil retirée
right-directory = Trouver les personnes du réseau, et leur écrire
letter-person-written-subject = { $hub } : message de { $sender }
letter-person-written-text = Bonjour { $name },

    { $sender } ({ $work }) a lu votre profil sur { $hub } et a écrit le message ci-dessous. Votre adresse ne lui a pas été communiquée par la plateforme : votre réponse à ce courriel va à { $email }.
letter-person-written-end = Si vous ne voulez pas de tels courriels, dites-le dans votre profil. Si ce message vous paraît déplacé, écrivez à l’équipe du réseau.
