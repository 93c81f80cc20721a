menu-join = Adhérer
foot-join = Comment une ville adhère
join-description = Comment une ville ou une autre collectivité locale devient membre, et le formulaire pour le demander.
join-aside = Avant d’écrire
enquiry-begin = Demander si votre ville peut adhérer
enquiry-note = Cinq minutes suffisent. Une personne vous répond sous 3 jours ouvrés. Ce que vous écrivez ne sert qu’à vous répondre.
enquiry-for = Pour qui écrivez-vous ?
asking-for-local-government = Pour une collectivité : ville, commune, district, département, région
asking-for-national-government = Pour un gouvernement national ou un ministère
asking-for-organisation = Pour une organisation, une université ou une entreprise
asking-for-themselves = Pour moi-même
enquiry-country = Pays
enquiry-place = Nom de la ville ou de la collectivité
enquiry-place-needed = Indiquez le nom de votre ville ou de votre collectivité.
enquiry-which = De laquelle s’agit-il ?
enquiry-none-of-these = D’aucune de celles-ci
enquiry-kind = Type de collectivité
enquiry-name = Votre nom
enquiry-name-needed = Indiquez votre nom.
enquiry-position = Votre fonction
enquiry-position-hint = Par exemple : cabinet du maire, direction des affaires sociales.
enquiry-position-needed = Indiquez votre fonction.
enquiry-email = Votre adresse électronique professionnelle
enquiry-email-hint = Une adresse personnelle convient si la ville n’en a pas.
enquiry-mandate = Avez-vous le mandat du maire, du gouverneur ou d’une autre autorité compétente ?
mandate-holder = J’exerce moi-même cette fonction
mandate-asked = Oui, on m’a demandé d’écrire
mandate-not-yet = Pas encore, je souhaite d’abord en savoir plus
enquiry-message = Que cherche votre ville ?
enquiry-message-hint = Ce sur quoi elle travaille, et ce qu’elle espère trouver dans le réseau. Ne nommez personne qui puisse être reconnu.
enquiry-message-needed = Écrivez ce que cherche votre ville.
enquiry-send = Envoyer
enquiry-member-text = Cette ville est déjà membre du réseau. Si vous travaillez pour elle, écrivez-nous : son point de contact ou l’équipe s’occupe de votre compte.
enquiry-member-write = Écrire à l’équipe
enquiry-other = Je demande pour une autre collectivité du même nom
error-enquiry-member = Déjà membre : { $city }. Lisez la note sous ce champ.
error-enquiry-country = Le lieu que vous avez choisi se trouve dans un autre pays : { $country }. Choisissez ce pays, ou indiquez le lieu à nouveau.
error-enquiry-which = Dans ce pays, { $count } lieux portent ce nom. Choisissez le vôtre.
done-enquiry-sent = Merci. Votre manifestation d’intérêt est arrivée.
done-enquiry-sent-too = Merci. Votre manifestation d’intérêt est arrivée. Quelqu’un a déjà écrit pour la même collectivité : l’équipe réunit les deux.

elsewhere-national = Comment nous travaillons avec les gouvernements nationaux
elsewhere-national-text = Seules les collectivités peuvent devenir membres. Les gouvernements nationaux travaillent avec le réseau comme partenaires, surtout là où les villes et l’État doivent agir ensemble.
elsewhere-organisation = Comment nous travaillons avec les organisations
elsewhere-organisation-text = Seules les collectivités peuvent devenir membres. Les organisations, les universités et les entreprises travaillent avec le réseau comme partenaires, et ce qu’elles savent trouve son public dans la bibliothèque.
elsewhere-themselves = Ce que vous trouvez ici
elsewhere-themselves-text = Seules les collectivités peuvent devenir membres. Ce que le réseau publie est ouvert à tout le monde, et nous répondons aux questions.
elsewhere-partner = Écrire à l’équipe pour travailler ensemble
elsewhere-share = Partager ce que vous savez avec les villes
elsewhere-ask = Poser une question à l’équipe
elsewhere-library = Lire dans la bibliothèque
elsewhere-nothing-kept = Rien de ce que vous avez saisi n’a été conservé.
elsewhere-back = Écrire tout de même pour une collectivité

enquiry-own-title = Votre manifestation d’intérêt : { $place }
enquiry-stand-received = L’équipe a reçu votre manifestation d’intérêt.
enquiry-stand-asked-back = L’équipe vous pose une question. Répondez-y ci-dessous.
enquiry-stand-invited = Votre ville est invitée à présenter sa candidature. Le dernier message ci-dessous dit ce qu’il faut pour cela.
enquiry-stand-redirected = L’équipe vous a indiqué où trouver ce qu’il vous faut. En cas de malentendu, écrivez ci-dessous.
enquiry-stand-declined = Votre ville ne peut pas devenir membre pour le moment. Le motif est ci-dessous, avec la manière de revenir.
enquiry-stand-duplicate = Une autre personne de votre collectivité nous a aussi écrit. L’équipe traite les deux ensemble.
enquiry-stand-duplicate-answered = Une autre personne de votre collectivité nous a aussi écrit, et l’équipe lui a répondu. S’il vous faut une réponse, écrivez ci-dessous.
enquiry-stand-spam = Cette manifestation d’intérêt est close.
enquiry-stand-withdrawn = Vous avez retiré votre manifestation d’intérêt. Si vous écrivez ci-dessous, elle est de nouveau ouverte.
enquiry-own-due = Une personne vous répond au plus tard le { $day }.
enquiry-own-late = Vous auriez dû recevoir une réponse au plus tard le { $day }. Nous vous prions de nous excuser ; l’équipe a reçu un rappel.
enquiry-own-keep = Le lien vers cette page est dans le courriel que nous vous avons envoyé. Qui a ce lien voit la page : ne le transmettez qu’aux personnes qui s’en occupent.
enquiry-own-keep-only = Gardez l’adresse de cette page : cette plateforme ne peut pas encore envoyer de courriels, et la réponse ne se trouvera qu’ici. Qui a cette adresse voit la page.
enquiry-own-thread = Les échanges
enquiry-you = Vous
enquiry-own-write = Écrire à l’équipe
enquiry-own-message = Votre message
enquiry-own-message-needed = Écrivez votre message.
enquiry-own-send = Envoyer
enquiry-own-withdraw = Retirer la manifestation d’intérêt
enquiry-own-withdraw-hint = Si vous ne souhaitez plus poursuivre. Vous pouvez la rouvrir à tout moment en écrivant.
done-enquiry-answered = Votre message est envoyé.
done-enquiry-withdrawn = Vous avez retiré votre manifestation d’intérêt.
error-enquiry-full = Vous avez écrit { $max } messages ici. Écrivez à l’équipe par la page de contact.

enquiry-letter-subject = Votre manifestation d’intérêt : { $network }
enquiry-letter-received = Merci de votre intérêt pour le réseau : { $network }. Une personne lit votre message et vous répond au plus tard le { $day }.
enquiry-letter-page = Où en est votre manifestation d’intérêt, et où répondre :
enquiry-letter-end = Répondez sur cette page : les réponses à ce courriel ne sont pas lues. Si vous ne nous avez pas écrit, ne tenez pas compte de ce courriel.
enquiry-letter-invited =
    Votre collectivité peut devenir membre du réseau : { $network }. Nous vous invitons à présenter sa candidature.

    Envoyez-nous, sur la page ci-dessous :
    1. deux ou trois points de contact, avec leur fonction et leur adresse électronique : idéalement une personne qui a le mandat du maire, du gouverneur ou d’une autre autorité compétente, et une personne de terrain. Si vous faites un autre choix, dites-nous pourquoi ;
    2. quelques éléments de contexte : ce que connaît votre ville et ce qu’elle fait déjà ;
    3. qui donne le mandat, et son accord avec les principes directeurs du réseau.

    Nous décidons sous 3 jours ouvrés une fois le tout reçu.
enquiry-letter-merged = Une autre personne de votre collectivité a aussi écrit au réseau : { $network }. Nous traitons les deux messages ensemble.
enquiry-letter-declined = Merci de votre intérêt pour le réseau : { $network }. Votre collectivité ne peut pas devenir membre pour le moment.
enquiry-letter-back = Cette décision n’est pas définitive : si quelque chose change, écrivez sur la page ci-dessous, et nous l’examinerons à nouveau.
enquiry-outcome-partner = Merci de nous avoir écrit. Seules les collectivités peuvent devenir membres. Nous travaillons avec les organisations et les ministères comme partenaires ; dites-nous ici ce que vous avez en vue :
enquiry-outcome-member = Merci de nous avoir écrit. Votre ville est déjà membre. Trouvez-la dans cette liste : sa page dit comment joindre son point de contact, qui peut vous inviter :
enquiry-outcome-contact = Merci de nous avoir écrit. Pour ce qu’il vous faut, écrivez à l’équipe ici :
enquiry-outcome-library = Merci de nous avoir écrit. Ce que vous cherchez se trouve dans notre bibliothèque, ouverte à tout le monde :
enquiry-outcome-not-local-government = Seules les collectivités peuvent devenir membres : villes, communes, districts, départements, régions.
enquiry-outcome-no-mandate = Il nous faut le mandat du maire, du gouverneur ou d’une autre autorité compétente, et nous n’avons pas pu le confirmer.
enquiry-outcome-principles = L’adhésion demande de respecter les principes directeurs du réseau, en paroles et en actes, et nous ne sommes pas certains que ce soit possible à présent.
enquiry-outcome-no-answer = Nous vous avons posé une question dont la réponse nous est nécessaire, et n’avons pas eu de nouvelles.
enquiry-outcome-label-partner = Vers le partenariat
enquiry-outcome-label-member = Vers la ville membre
enquiry-outcome-label-contact = Vers le formulaire de contact
enquiry-outcome-label-library = Vers la bibliothèque
enquiry-outcome-label-not-local-government = Pas une collectivité
enquiry-outcome-label-no-mandate = Pas de mandat
enquiry-outcome-label-principles = Principes directeurs
enquiry-outcome-label-no-answer = Pas de réponse à notre question
enquiry-outcome-label-other = Autre motif, en nos propres mots

menu-enquiries = Manifestations d’intérêt
menu-enquiries-hint = Les villes qui souhaitent adhérer : répondre, poser une question, inviter.
enquiries-search = Ville, personne ou adresse électronique
enquiries-count = { $count ->
    [one] { $count } manifestation d’intérêt
   *[other] { $count } manifestations d’intérêt
  }
enquiries-received = en attente de notre part
enquiries-due = à traiter aujourd’hui ou en retard
enquiries-waiting = en attente de la ville
enquiries-median = jours ouvrés avant la première réponse
enquiries-median-none = Aucune encore
enquiries-median-note = La moitié des réponses des 90 derniers jours ont été plus rapides. Nous en promettons 3.
enquiries-none = Aucune manifestation d’intérêt
enquiries-none-hint = Quand une collectivité demande si elle peut adhérer, sa demande apparaît ici, avec le jour où une réponse est due.
enquiries-unfit = Aucune ne correspond
enquiries-unfit-hint = Essayez une partie d’un nom, ou retirez un filtre.
enquiries-form = Le formulaire que remplissent les villes
enquiry-city = Ville
enquiry-office = Bureau
enquiry-central = Équipe centrale
enquiry-state = État
enquiry-state-received = En attente de notre part
enquiry-state-asked-back = En attente de la ville
enquiry-state-invited = Invitée à candidater
enquiry-state-redirected = Orientée ailleurs
enquiry-state-declined = Déclinée
enquiry-state-duplicate = Traitée avec une autre
enquiry-state-spam = Indésirable
enquiry-state-withdrawn = Retirée
enquiry-received = Reçue
enquiry-age = Âge en jours ouvrés
enquiry-days-old = { $count ->
    [0] moins d’un jour ouvré
    [one] { $count } jour ouvré
   *[other] { $count } jours ouvrés
  }
enquiry-due = Échéance
enquiry-due-today = À traiter aujourd’hui
enquiry-due-in = { $count ->
    [0] À traiter le prochain jour ouvré
    [one] À traiter sous { $count } jour ouvré
   *[other] À traiter sous { $count } jours ouvrés
  }
enquiry-overdue = { $count ->
    [one] En retard de { $count } jour ouvré
   *[other] En retard de { $count } jours ouvrés
  }
enquiry-owner = Suivi par
enquiry-mine = Moi
enquiry-nobodys = Personne encore
enquiry-nobody = Personne encore
enquiry-title = Manifestation d’intérêt : { $place }
enquiry-thread = Les échanges
enquiry-erased = Ce qui a été écrit ici est effacé : cette manifestation d’intérêt est close depuis plus de 24 mois, ou elle était indésirable.
enquiry-note-only = Note interne
enquiry-of-other = dans l’autre manifestation d’intérêt
enquiry-somebody = Une personne de l’équipe
enquiry-by-asker = La personne qui a écrit, ou la plateforme
enquiry-write = Écrire
enquiry-writing = De quoi s’agit-il ?
enquiry-write-question = Une question : le délai s’arrête jusqu’à la réponse
enquiry-write-letter = Un message qui n’appelle pas de réponse : le délai continue
enquiry-write-note = Une note interne
enquiry-text = Texte
enquiry-reads = Langue de lecture : { $language }.
enquiry-write-send = Envoyer
enquiry-decide = Décider
done-enquiry-written = Votre message est envoyé.
done-enquiry-written-waits = Votre message est sur la page de la ville. Aucun courriel ne part encore de cette plateforme.
done-enquiry-noted = La note est conservée.
error-enquiry-moved = Quelque chose a changé pendant que vous écriviez. Regardez ci-dessus ; votre texte est conservé. Envoyez-le à nouveau s’il convient toujours.
enquiry-facts = À propos
enquiry-asker = Qui écrit
enquiry-asker-position = Fonction
enquiry-asker-mandate = Mandat
enquiry-asker-mandate-holder = Exerce la fonction
enquiry-asker-mandate-asked = Écrit à sa demande
enquiry-asker-mandate-not-yet = Pas encore
enquiry-written-as = Tel qu’écrit
enquiry-gazetteer = Répertoire des lieux
enquiry-gazetteer-none = Le lieu n’y figure pas, ou n’a pas été trouvé
enquiry-reckoning = Comment le délai est compté
enquiry-counted = { $count ->
    [one] { $count } jour ouvré après le { $day }, selon le calendrier : { $calendar } ({ $zone }).
   *[other] { $count } jours ouvrés après le { $day }, selon le calendrier : { $calendar } ({ $zone }).
  }
enquiry-day-off = Non compté : { $day } ({ $why })
enquiry-weekend = week-end
enquiry-holidays-unknown = Les jours fériés de { $year } ne sont pas connus ici ; seuls les week-ends sont exclus.
enquiry-owner-choose = Qui suit cette ville ?
enquiry-assign = Enregistrer
enquiry-hand-over = Transmettre
done-enquiry-assigned = Enregistré. La personne qui suit est informée.
done-enquiry-handed-over = L’autre bureau s’en occupe désormais.
error-enquiry-owner = Cette personne ne répond pas pour cette région. Choisissez-en une autre.
enquiry-alike = Autres du même lieu
enquiry-history = Historique
enquiry-decide-title = Décider : { $place }
enquiry-decision = Décision
enquiry-decide-invite = Inviter à candidater
enquiry-decide-invite-hint = La ville apprend ce qu’elle doit envoyer.
enquiry-decide-redirect = Orienter ailleurs
enquiry-decide-redirect-hint = La personne apprend où trouver ce qu’il lui faut. Choisissez où ci-dessous.
enquiry-decide-decline = Décliner
enquiry-decide-decline-hint = La personne apprend pourquoi, et comment revenir. Choisissez le motif ci-dessous.
enquiry-decide-merge = Traiter avec une autre
enquiry-decide-merge-hint = La personne apprend que quelqu’un d’autre de sa collectivité a écrit aussi. Choisissez l’autre ci-dessous.
enquiry-decide-spam = Indésirable
enquiry-decide-spam-hint = Personne n’est informé ; tout est effacé après 90 jours.
enquiry-decide-reopen = Examiner à nouveau
enquiry-decide-reopen-hint = Nous avons de nouveau 3 jours ouvrés pour répondre.
enquiry-redirect = Orientée ailleurs : où ?
enquiry-reason = Déclinée : pourquoi ?
enquiry-of = Traitée avec une autre : avec laquelle ?
enquiry-words = Avec vos propres mots
enquiry-words-hint = S’ajoute au texte habituel du courriel, dans la langue où vous écrivez.
enquiry-words-needed = Dites pourquoi avec vos propres mots.
enquiry-decide-do = Décider
done-enquiry-decided = C’est décidé.
done-enquiry-decided-told = C’est décidé. Un courriel l’annonce.
done-enquiry-decided-told-waits = C’est décidé, et affiché sur la page de la ville ; aucun courriel ne part encore de cette plateforme.
error-enquiry-of = Choisissez une autre manifestation d’intérêt qui soit ouverte.

notice-membership-enquiry = Une manifestation d’intérêt d’une ville attend une réponse
job-membership-remind = Rappelle une manifestation d’intérêt au bureau
record-enquiry-invited = Ville invitée à candidater
record-enquiry-redirected = Manifestation d’intérêt orientée ailleurs
record-enquiry-declined = Manifestation d’intérêt déclinée
record-enquiry-merged = Manifestation d’intérêt traitée avec une autre
record-enquiry-spam = Manifestation d’intérêt indésirable
record-enquiry-reopened = Manifestation d’intérêt examinée à nouveau
record-enquiry-list-taken = Liste des manifestations d’intérêt téléchargée
letter-enquiry-mailbox-subject = Manifestation d’intérêt : { $place }, { $country }
letter-enquiry-mailbox-text = Une collectivité demande si elle peut adhérer : { $place }, { $country }. Une réponse est due au plus tard le { $day }. Elle est ici :
letter-enquiry-subject = Manifestation d’intérêt : { $place }, { $country }
letter-enquiry-text = Bonjour { $name },

    une collectivité demande sur { $hub } si elle peut adhérer : { $place }, { $country }. Une réponse est due au plus tard le { $day }. Sa page :
letter-enquiry-written-subject = Nouveau message de : { $place }, { $country }
letter-enquiry-written-text = Bonjour { $name },

    un nouveau message est arrivé sur { $hub } dans la manifestation d’intérêt : { $place }, { $country }. Sa page :
letter-enquiry-assigned-subject = Vous suivez la manifestation d’intérêt : { $place }, { $country }
letter-enquiry-assigned-text = Bonjour { $name },

    vous suivez désormais une manifestation d’intérêt sur { $hub } : { $place }, { $country }. Une réponse est due au plus tard le { $day }. Sa page :
letter-enquiry-due-subject = À traiter aujourd’hui : { $place }
letter-enquiry-due-text = Bonjour { $name },

    sur { $hub }, cette manifestation d’intérêt attend une réponse avant la fin de cette journée, { $day } : { $place }. Sa page :
letter-enquiry-overdue-subject = En retard : { $place }
letter-enquiry-overdue-text = Bonjour { $name },

    sur { $hub }, cette manifestation d’intérêt aurait dû recevoir une réponse au plus tard le { $day } : { $place }. Sa page :
enquiry-stand-duplicate-invited = Votre collectivité est invitée à présenter sa candidature. Une autre personne nous a aussi écrit et sait ce qu’il faut envoyer ; l’équipe traite les deux ensemble.
record-enquiry-handed-over = Manifestation d’intérêt transmise à un autre bureau
letter-enquiry-with-you-subject = À suivre désormais : { $place }, { $country }
letter-enquiry-with-you-text = Bonjour { $name },

    une manifestation d’intérêt sur { $hub } est désormais entre vos mains ou celles de votre bureau : { $place }, { $country }. La ville doit encore répondre à une question. Sa page :
