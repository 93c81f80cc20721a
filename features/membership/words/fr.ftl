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
enquiry-stand-invited = Votre ville est invitée à présenter sa candidature. Le lien privé vers la candidature est dans le courriel que nous vous avons envoyé.
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
enquiry-own-withdraw-hint = À utiliser si vous ne souhaitez plus poursuivre. Vous pouvez la rouvrir à tout moment en écrivant.
enquiry-own-withdraw-both = Retirer la manifestation d’intérêt et la candidature
enquiry-own-withdraw-both-hint = Si votre ville ne souhaite plus adhérer. La candidature part avec la manifestation d’intérêt : plus personne n’en décide. Ce qui y est écrit est gardé 24 mois ; pour la reprendre, écrivez ici, et l’équipe vous invite de nouveau.
enquiry-own-withdraw-sure = Oui, la candidature aussi
error-enquiry-withdraw-sure = Cochez que la candidature est retirée elle aussi.
done-enquiry-answered = Votre message est envoyé.
done-enquiry-withdrawn = Vous avez retiré votre manifestation d’intérêt.
error-enquiry-full = Vous avez écrit { $max } messages ici. Écrivez à l’équipe par la page de contact.

enquiry-letter-subject = Votre manifestation d’intérêt : { $network }
enquiry-letter-received = Merci de votre intérêt pour le réseau : { $network }. Une personne lit votre message et vous répond au plus tard le { $day }.
enquiry-letter-page = Où en est votre manifestation d’intérêt, et où répondre :
application-letter-subject = Votre candidature : { $network }
application-letter-page = Où elle en est, et où écrire à l’équipe :
application-letter-answer = Répondez dans votre candidature, puis envoyez-la de nouveau. Son lien privé :
enquiry-letter-end = Répondez sur cette page : les réponses à ce courriel ne sont pas lues. Si vous ne nous avez pas écrit, ne tenez pas compte de ce courriel.
enquiry-letter-invited =
    Votre collectivité peut devenir membre du réseau : { $network }. Nous vous invitons à présenter sa candidature.

    Vous rédigez la candidature sur des pages à part, sur tout appareil, et continuez quand vous voulez. Nous demandons :
    1. quelques éléments de contexte : ce que connaît votre ville et ce qu’elle fait déjà ;
    2. deux ou trois points de contact : idéalement une personne qui a le mandat du maire, du gouverneur ou d’une autre autorité compétente, et une personne de terrain ;
    3. le mandat, avec de quoi le prouver, et l’accord avec les principes directeurs du réseau.

    Nous décidons sous 3 jours ouvrés une fois le tout reçu. Le lien privé vers la candidature figure dans le courriel qui vous est adressé, et nulle part ailleurs.
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
enquiry-decide-invite-hint = La ville reçoit un lien privé vers la candidature.
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
enquiry-stand-duplicate-invited = Votre collectivité est invitée à présenter sa candidature. Une autre personne nous a aussi écrit et a le lien vers la candidature ; l’équipe traite les deux ensemble.
record-enquiry-handed-over = Manifestation d’intérêt transmise à un autre bureau
letter-enquiry-with-you-subject = À suivre désormais : { $place }, { $country }
letter-enquiry-with-you-text = Bonjour { $name },

    une manifestation d’intérêt sur { $hub } est désormais entre vos mains ou celles de votre bureau : { $place }, { $country }. La ville doit encore répondre à une question. Sa page :

# La candidature
application = Candidature
application-title = Candidature : { $place }
application-stand-draft = Rédigez ici votre candidature, à votre rythme : ce que vous écrivez est conservé, et vous pouvez continuer à tout moment, sur tout appareil.
application-stand-submitted = Votre candidature est entre les mains de l’équipe.
application-stand-asked-back = L’équipe a une question pour vous. Répondez-y ici, puis envoyez de nouveau la candidature.
application-stand-accepted = Votre ville est membre. Ses points de contact ont été invités par courriel.
application-stand-declined = Votre ville ne peut pas devenir membre pour le moment. La raison figure ci-dessous, avec la façon de revenir.
application-stand-lapsed = Rien n’a été écrit ici depuis longtemps. Écrivez-y de nouveau, et elle est rouverte.
application-stand-withdrawn = L’invitation ou la manifestation d’intérêt a été retirée, et la candidature avec elle. Écrivez à l’équipe si vous voulez la reprendre.
application-beside-draft = Votre ville est invitée à présenter sa candidature. Le lien privé vers la candidature est dans le courriel que nous vous avons envoyé.
application-beside-asked-back = L’équipe a une question sur votre candidature. Répondez dans la candidature, puis envoyez-la de nouveau : son lien privé est dans le courriel qui pose la question.
application-beside-lapsed = Rien n’a été écrit depuis longtemps dans votre candidature. Ouvrez-la avec le lien privé de nos courriels et écrivez-y : elle est rouverte.
application-tasks = Ce qu’il nous faut
application-part-city = Votre ville
application-part-contacts = Points de contact
application-part-mandate = Le mandat
application-proof = Preuve du mandat
application-principles = Les principes directeurs
application-done = Fait
application-begun = Il manque quelque chose
application-to-do = À faire
application-saved-when = Enregistré : { $time }
application-saved-at = Enregistré à { $time }
application-not-saved = Non enregistré : la connexion a échoué. Votre texte est toujours là.
application-not-whole = Quand tout est fait, vous pouvez envoyer la candidature d’ici.
application-thread = Messages
application-thread-hint = Ce que vous et l’équipe vous êtes écrit.
application-thread-see = Voir les messages
application-about = À propos de la candidature
application-happens = Comment cela se passe
application-step-enquiry = Manifestation d’intérêt
application-step-write = Candidature
application-step-write-hint = Vous la rédigez, sur tout appareil.
application-step-decide = Décision
application-step-decide-hint = Sous 3 jours ouvrés une fois le tout reçu.
application-step-member = Membre
application-step-member-hint = Vos points de contact sont invités sur la plateforme.
application-private = Le lien privé
application-private-text = Toute personne qui a le lien vers cette page peut lire et modifier la candidature. Ne le transmettez qu’à celles et ceux qui la rédigent avec vous.
application-sign-elsewhere = Quelqu’un d’autre signe ?
application-sign-elsewhere-text = Envoyez ce lien à la personne qui signe. Il montre les principes directeurs et rien d’autre de la candidature.
application-sign-link = Lien pour signer
application-sign-known = Principes signés, le { $day }. Titulaire du mandat : { $name }.
application-again = Présenter de nouveau
application-again-hint = Ce que vous avez écrit est toujours là. Modifiez ce qu’il faut et envoyez-la de nouveau.
application-save = Enregistrer
application-later = Enregistrer et revenir plus tard
application-back = Retour à la candidature
application-city-text = Pour que l’équipe sache à quoi travaille { $place }. Merci de ne nommer personne qui puisse être reconnu.
application-background = À propos de votre ville
application-background-hint = Habitants, langues, qui est responsable de la prévention.
application-background-needed = Écrivez quelques mots sur votre ville.
application-challenges = À quoi fait-elle face ?
application-challenges-needed = Écrivez à quoi votre ville fait face.
application-approaches = Que fait-elle déjà ?
application-approaches-hint = Programmes, partenaires, ce qui a marché et ce qui n’a pas marché.
application-approaches-needed = Écrivez ce que votre ville fait déjà.
application-terms-lang = Langue des termes de référence
application-contacts-text = Deux ou trois personnes avec qui le réseau travaille. Idéalement, l’une a le mandat du maire, du gouverneur ou d’une autre autorité compétente, et l’autre est une personne de terrain. Chacune est invitée sur la plateforme une fois votre ville membre.
application-contact-first = Premier point de contact
application-contact-first-hint = De la collectivité. Conduit le travail de votre ville sur la plateforme.
application-contact-second = Deuxième point de contact
application-contact-third = Troisième point de contact
application-contact-name = Nom
application-contact-name-needed = Saisissez le nom de ce point de contact.
application-contact-position = Fonction
application-contact-position-needed = Saisissez la fonction de ce point de contact.
application-contact-email = Adresse électronique
application-contact-kind = Que fait cette personne ?
contact-kind-mandated = A le mandat du maire, du gouverneur ou d’une autre autorité compétente
contact-kind-practitioner = Professionnel ou professionnelle de terrain
contact-kind-organisation = D’une organisation que la ville désigne
contact-kind-other = Une autre fonction
application-contact-organisation = Organisation
application-contact-organisation-hint = Seulement si ce n’est pas la collectivité.
application-contacts-other = Si vous avez fait un autre choix
application-contacts-reason = Pourquoi pas une personne mandatée et une personne de terrain ?
application-mandate-text = Qui décide que votre ville adhère : le maire, le gouverneur ou une autre autorité compétente.
application-mandate-name = Nom de la personne qui donne le mandat
application-mandate-name-hint = Tel que la personne l’écrit elle-même.
application-mandate-name-needed = Saisissez qui donne le mandat.
application-mandate-position = Fonction
application-mandate-position-hint = Maire, gouverneur, présidence du conseil.
application-mandate-position-needed = Saisissez la fonction de la personne qui donne le mandat.
application-mandate-on = Jour du mandat
application-proof-text = Une attestation, une délibération du conseil, un courriel imprimé en PDF : tout ce qui montre que votre ville peut adhérer. Une photo prise avec un téléphone suffit. Seule l’équipe la voit.
application-proof-file = Fichier
application-file-limits = PDF, JPEG ou PNG, { $size } au plus.
application-file-send = Envoyer le fichier
application-files = Fichiers
application-file = Preuve { $number } ({ $format })
application-file-remove = Retirer
application-files-full = { $count ->
    [one] Vous avez envoyé { $count } fichier. Retirez-en un pour en envoyer un autre.
   *[other] Vous avez envoyé { $count } fichiers. Retirez-en un pour en envoyer un autre.
  }
application-sign-text = Signez pour { $place }, au nom de la personne qui a le mandat. Aucun compte n’est nécessaire.
application-sign = Signer
application-sign-name = Nom de la personne qui a le mandat
application-sign-name-hint = Tel que la personne l’écrit elle-même.
application-sign-name-needed = Saisissez le nom de la personne qui a le mandat.
application-sign-position = Fonction
application-sign-position-needed = Saisissez la fonction de la personne qui a le mandat.
application-agree = La collectivité souscrit à ces principes ; j’ai son mandat, ou je peux signer pour la personne qui l’a
application-sign-named = Le nom peut figurer dans la liste publique des signatures
application-sign-named-hint = Sans cela, seules la ville et la fonction sont montrées.
application-sign-hint = Nous conservons le jour, la fonction, le nom et le texte que vous voyez ici.
application-sign-do = Signer
application-sign-over = La candidature a été envoyée : elle ne peut plus être signée.
application-sign-close = Merci. Il n’y a plus rien à faire : vous pouvez fermer cette page.
application-sign-anew = Quelqu’un d’autre a le mandat ?
application-submit = Envoyer la candidature
application-submit-text = L’équipe décide sous 3 jours ouvrés. Une fois envoyée, la candidature ne peut plus être modifiée.
application-submit-asked = L’équipe vous a posé une question : répondez-y dans la candidature ou ci-dessous.
application-submit-message = Message à l’équipe
application-submit-do = Envoyer
error-application-long = Ce texte dépasse { $max } caractères. Raccourcissez-le.
error-application-twice = Cette adresse est déjà indiquée. Saisissez-en une autre.
error-application-lead = Le premier point de contact est de la collectivité. Indiquez la personne de l’organisation en deuxième ou en troisième.
error-application-reason = Dites pourquoi, ou choisissez une personne mandatée et une personne de terrain.
error-application-organisation = Saisissez l’organisation.
error-application-day = Saisissez le jour du mandat : jour, mois, année.
error-application-ahead = Ce jour est encore à venir. Saisissez le jour où le mandat a été donné.
error-application-format = Ce n’est ni un PDF, ni un JPEG, ni un PNG. Choisissez un autre fichier.
error-application-files = Vous avez déjà envoyé { $max } fichiers. Retirez-en d’abord un.
error-application-file = Choisissez un fichier.
error-application-principles = Les principes directeurs ont changé depuis que vous avez ouvert cette page. Relisez-les, puis signez.
error-application-agree = Cochez que la collectivité souscrit aux principes.
error-application-missing = Il manque quelque chose dans la candidature. Regardez ce qui reste à faire.
error-application-sent = La candidature a été envoyée entre-temps : rien ne peut plus être modifié. Copiez d’ici ce dont vous avez besoin.
error-application-saved = Ce que vous avez écrit est enregistré. Avant d’envoyer la candidature, corrigez ceci :
done-application-saved = Enregistré.
done-application-file-kept = Le fichier est arrivé.
done-application-file-removed = Le fichier est retiré.
done-application-signed = Signé.
done-application-sent = Merci. Votre candidature est entre les mains de l’équipe.
done-application-again = La candidature est rouverte.

application-letter-link = Le lien privé vers votre candidature :
application-letter-again = Voici le lien vers la candidature de la collectivité : { $place }. Reprenez où vous en étiez, sur tout appareil.
application-letter-reminded = Vous avez commencé la candidature de la collectivité : { $place }, et ne l’avez pas encore envoyée. Si quelque chose n’est pas clair, écrivez-nous sur la page de votre manifestation d’intérêt.
application-letter-lapsed = Rien n’a été écrit depuis longtemps dans la candidature de la collectivité : { $place } ; nous ne l’attendons plus. Écrivez-y de nouveau, et elle est rouverte.
application-letter-accepted = { $city } est membre du réseau à partir d’aujourd’hui : { $network }. Bienvenue. Chacun de vos points de contact reçoit un courriel avec son propre lien vers la plateforme, où se trouvent aussi les termes de référence. La page de votre ville :
application-letter-declined = Merci de votre candidature au réseau : { $network }. Votre collectivité ne peut pas devenir membre pour le moment.
application-letter-back = Ce n’est pas définitif. Ce que vous avez écrit est conservé : modifiez ce qu’il faut avec le lien vers votre candidature et envoyez-la de nouveau, ou écrivez-nous sur la page ci-dessous.
application-declined-mandate = Nous n’avons pas pu confirmer le mandat du maire, du gouverneur ou d’une autre autorité compétente.
application-declined-contacts = Il nous faut des points de contact de la collectivité avec qui travailler.
application-declined-principles = L’adhésion demande de respecter les principes directeurs du réseau, en paroles et en actes, et nous ne sommes pas certains que ce soit possible à présent.
application-declined-label-mandate = Mandat non confirmé
application-declined-label-contacts = Points de contact
application-declined-label-principles = Principes directeurs
application-declined-label-other = Autre motif, en nos propres mots

menu-applications = Candidatures
menu-applications-hint = Les villes invitées : poser une question, accepter, décliner.
applications-count = { $count ->
    [one] { $count } candidature
   *[other] { $count } candidatures
  }
applications-none = Aucune candidature pour l’instant
applications-none-hint = Une ville que vous invitez à candidater figure ici dès ce moment.
applications-unfit = Aucune candidature ne correspond
applications-unfit-hint = Retirez le filtre.
application-stands = Candidature : { $state }
application-state-draft = En cours de rédaction
application-state-submitted = En attente de notre part
application-state-asked-back = En attente de la ville
application-state-accepted = Membre
application-state-declined = Déclinée
application-state-lapsed = Sans suite
application-state-withdrawn = Retirée
application-submitted = Envoyée
application-proof-none = Aucun fichier pour l’instant.
application-proof-record = Chaque ouverture d’un fichier figure au registre.
application-signed-for = Au nom de { $name }, { $position }, { $day }.
application-unsigned = Pas encore signés.
application-warning-signature = La signature est donnée au nom de quelqu’un d’autre que la personne qui donne le mandat. N’acceptez que si la preuve montre que c’est juste.
application-warning-own = La personne qui a écrit signe en son propre nom et est point de contact. N’acceptez que si la preuve montre qu’elle exerce cette fonction.
application-warning-version = Les principes directeurs ont une version plus récente : demandez à la ville de la signer.
application-accept = Accepter
application-decline = Décliner
application-ask = Poser une question à la ville
application-question = Votre question
application-question-hint = Le délai est suspendu jusqu’à ce que la ville envoie de nouveau sa candidature.
application-question-needed = Écrivez votre question.
application-ask-do = Poser la question
application-enquiry = Manifestation d’intérêt
application-enquiry-hint = Messages, notes, qui s’en occupe et quel bureau : tout cela figure avec la manifestation d’intérêt.
application-link = Lien privé
application-link-hand-over = Aucun courriel ne part encore d’ici : remettez vous-même ce lien, à la ville seulement.
application-link-send = Renvoyer le lien
application-link-send-hint = À l’adresse de la personne qui a écrit.
application-link-anew = Rendre le lien inutilisable et en envoyer un autre
application-link-anew-hint = À utiliser s’il est tombé entre de mauvaises mains.
application-decline-title = Décliner : { $place }
application-decline-text = La ville apprend pourquoi, et comment revenir. Ce qu’elle a écrit est conservé 24 mois.
application-reason = Motif
application-accept-title = Accepter : { $place }
application-accept-text = La ville devient ainsi membre : elle reçoit sa page, ses points de contact sont invités, sa signature et ses termes de référence sont conservés.
application-unprintable = Il n’y a pas de police pour ces caractères dans les termes de référence ; un autre signe figure à leur place : { $letters }
application-mandate-check = Le mandat
application-mandate-signed = Les principes sont signés pour : { $name }, { $position }.
application-mandate-read = J’ai lu la preuve : elle montre que cette personne a le mandat et qu’il couvre la signature
error-application-mandate-read = Lisez la preuve du mandat et cochez qu’elle montre le mandat.
application-facts = Ce que la plateforme dit de la ville
application-facts-hint = D’après la manifestation d’intérêt et le répertoire des lieux. Chaque chiffre avec sa source.
application-record = A-t-elle déjà été membre ?
application-record-hint = Alors sa fiche, avec ses noms et ses données, ses personnes et ses documents, est celle d’avant.
application-record-new = Non, elle est nouvelle
application-welcome = Bienvenue
application-accept-do = Accepter la ville comme membre
done-application-asked = Votre question est envoyée.
done-application-asked-waits = Votre question est sur leur page. Aucun courriel ne part encore d’ici.
done-application-declined = Déclinée. La ville l’apprend par courriel.
done-application-declined-waits = Déclinée. Cela figure sur leur page ; aucun courriel ne part encore d’ici.
done-application-accepted = La ville est membre. Ses personnes sont invitées par courriel.
done-application-accepted-waits = La ville est membre. Aucun courriel ne part encore d’ici : l’équipe centrale remet leurs liens aux personnes, depuis la page de chacune.
done-application-link-sent = Le lien est envoyé.
done-application-link-sent-waits = Aucun courriel ne part encore d’ici : remettez vous-même le lien.
member-joined = Comment cette ville a adhéré
member-signed = A signé les principes directeurs, version { $version }, le { $day }.
member-terms = Termes de référence (PDF)
terms-title = Termes de référence : { $city }

notice-membership-application = La candidature d’une ville vous attend
notice-membership-member = Une ville est devenue membre
record-application-accepted = Ville acceptée comme membre
record-application-declined = Candidature déclinée
record-application-link-changed = Lien privé d’une candidature remplacé par un autre
record-application-list-taken = Liste des candidatures téléchargée
record-application-proof-opened = Preuve d’un mandat ouverte
letter-application-subject = Candidature : { $place }, { $country }
letter-application-text = Bonjour { $name },

    une ville a envoyé sa candidature ({ $hub }) : { $place }, { $country }. La décision est attendue d’ici la fin du { $day }. Elle est ici :
letter-application-due-subject = À décider aujourd’hui, candidature : { $place }
letter-application-due-text = Bonjour { $name },

    la candidature suivante ({ $hub }) attend une décision d’ici la fin de la journée, { $day } : { $place }. Elle est ici :
letter-application-overdue-subject = En retard, candidature : { $place }
letter-application-overdue-text = Bonjour { $name },

    la candidature suivante ({ $hub }) aurait dû être décidée le { $day } : { $place }. Elle est ici :
letter-application-with-you-subject = À suivre désormais, candidature : { $place }, { $country }
letter-application-with-you-text = Bonjour { $name },

    une candidature ({ $hub }) est désormais suivie par vous ou votre bureau, avec la manifestation d’intérêt : { $place }, { $country }. Elle est ici :
letter-member-subject = Nouveau membre : { $city }
letter-member-text = Bonjour { $name },

    { $city } est maintenant membre ({ $hub }). Sa page est ici :
application-latest = Derniers messages
application-by-city = La ville
application-by-office = Le bureau
application-submit-signed = Les principes sont signés pour : { $name }.
application-accounts = Comptes qui existent déjà
application-accounts-text = Ces points de contact ont un compte : ils gardent leurs rôles et reçoivent en plus celui pour cette ville. Regardez à deux fois si une personne de l’équipe ou d’une autre ville est nommée.
application-namesake = Il y a un membre de ce nom dans ce pays :
application-is-other = C’est une autre collectivité du même nom
error-application-own = Vous avez vous-même écrit pour cette ville : quelqu’un d’autre du bureau décide.
error-application-old = Ce jour est trop lointain. Saisissez le jour où le mandat a été donné.
task-enquiry = Répondre à la manifestation d’intérêt : { $place }
task-application = Décider de la candidature : { $place }
right-enquiries = Répondre aux manifestations d’intérêt des villes et décider des candidatures

merge-applications = Candidatures
merge-contacts = Points de contact

# Prospects
menu-prospects = Villes pressenties
menu-prospects-hint = Collectivités avec lesquelles le réseau échange avant leur demande
right-prospects = Suivre les villes pressenties de sa région et les inviter
prospects-hint = Collectivités avec lesquelles le réseau échange avant qu’elles ne se manifestent. Seules les personnes responsables de la région les voient, et rien n’est public.
prospects-search = Lieu ou contact
prospects-count = { $count ->
    [one] une ville pressentie
   *[other] { $count } villes pressenties
  }
prospects-none = Aucune ville pressentie pour l’instant
prospects-none-hint = Ajoutez une collectivité avec laquelle le réseau échange, et invitez son contact à se manifester le moment venu.
prospects-unfit = Aucune ville pressentie ne correspond
prospects-unfit-hint = Retirez un filtre, ou affichez tout.
prospect-mine = Avec moi
prospect-new = Ajouter une ville pressentie
prospect-title = Ville pressentie : { $place }
prospect-correct = Corriger
prospect-correct-title = Corriger les données : { $place }
prospect-form-hint = Ne gardez que ce que le contact officiel a communiqué ou que la collectivité publie. Rien sur les personnes au-delà de leur fonction.
prospect-contact-section = Contact officiel
prospect-contact = Contact
prospect-name = Nom
prospect-position = Fonction
prospect-lang = Langue des courriels
prospect-work = Dans le réseau
prospect-owner = Qui échange avec elle
prospect-recommended = Recommandée par
prospect-recommended-none = Aucun membre
prospect-next = Reprendre contact le
prospect-note = Ce qui a été dit jusqu’ici
prospect-said = Ce qui a été dit
prospect-say = Noter ce qui a été dit
prospect-say-hint = Pour les personnes responsables de la région. Pas de jugement sur les personnes : qui est nommé peut le lire.
prospect-say-send = Noter
prospect-notes = Ce qui a été dit
prospect-notes-none = Rien n’est noté pour l’instant.
prospect-was-invited = Invitation
prospect-invited-at = Dernière invitation
prospect-unknown = Inconnu
prospect-invite = Inviter à se manifester
prospect-invite-again = Inviter de nouveau
prospect-invite-title = Inviter à se manifester : { $place }
prospect-invite-hint = Le contact reçoit un courriel avec un lien vers le formulaire de manifestation d’intérêt ; ce qui est connu y est rempli. Le lien vaut 180 jours. Le contact peut aussi dire qu’il ne souhaite plus de courriels.
prospect-invite-send = Envoyer l’invitation
prospect-enquiry = Voir la manifestation d’intérêt
prospect-erased-on = Effacée le { $day } si rien n’est dit d’ici là.
prospect-drop = Ne plus échanger avec elle
prospect-resume = Reprendre l’échange
prospect-state-open = En échange
prospect-state-invited = Invitée
prospect-state-enquired = S’est manifestée
prospect-state-declined = Ne souhaite plus de courriels
prospect-state-dropped = Échange terminé
prospect-letter-subject = Invitation : { $network }
prospect-letter-text = Bonjour,

    { $network } vous invite à vous renseigner sur l’adhésion, pour votre collectivité : { $place }.
prospect-letter-join = Le formulaire est ici, dans votre langue ; ce que nous savons y est rempli et peut être modifié :
prospect-letter-stop = Vous ne souhaitez plus recevoir de courriels à ce sujet ? Dites-le ici, et votre adresse est effacée :
prospect-letter-end = Vous recevez ce courriel parce que votre adresse nous a été donnée comme celle du contact officiel. Elle est gardée jusqu’à 24 mois après notre dernier échange.
invited-title = Invitation : { $place }
invited-text = { $network } a invité votre collectivité à se renseigner sur l’adhésion.
invited-join = Se renseigner sur l’adhésion
invited-decline-title = Ou ne souhaitez-vous plus de courriels ?
invited-decline-hint = Votre nom, votre adresse et ce qui a été noté sont effacés. Que votre collectivité ne souhaite plus de courriels reste noté 24 mois, pour que personne n’écrive.
invited-decline = Ne plus nous écrire
enquiry-prospect = Échanges précédents
task-prospect = Reprendre contact : { $place }
merge-recommended = Villes pressenties recommandées par la ville
done-prospect-added = Ajoutée.
done-prospect-noted = Noté.
done-prospect-invited = L’invitation est en route.
done-prospect-declined = Personne ne vous écrira plus à ce sujet. Votre adresse est effacée.
error-prospect-over = L’échange avec cette ville est terminé : elle s’est manifestée, ne souhaite plus de courriels, ou a été mise de côté.
error-prospect-no-email = Il n’y a pas encore d’adresse électronique du contact. Ajoutez-la d’abord.
error-prospect-lately = Cette ville a été invitée ces 14 derniers jours. Laissez-lui le temps de répondre.
error-prospect-owner = Choisissez une personne responsable de cette région.
error-prospect-region = Un autre bureau est responsable de ce pays. Demandez à l’équipe centrale de l’ajouter.
error-prospect-there = Ce lieu figure déjà parmi les villes pressenties : { $place }. Voyez la liste.
error-prospect-asks = Ce lieu s’est déjà manifesté. Voyez les manifestations d’intérêt.
error-prospect-member = Cette ville est déjà membre : { $city }.
error-prospect-day = Indiquez un jour à partir d’aujourd’hui, dans les deux ans.
record-prospect-added = Ville pressentie ajoutée
record-prospect-invited = Ville pressentie invitée à se manifester
record-prospect-declined = Ville pressentie qui ne souhaite plus de courriels
record-prospect-dropped = Fin de l’échange avec une ville pressentie
record-prospect-resumed = Reprise de l’échange avec une ville pressentie
record-prospect-list-taken = Liste des villes pressenties prise comme fichier

prospect-erase = Effacer
prospect-erase-hint = Si quelqu’un le demande, ou si l’ajout était une erreur : le contact et tout ce qui a été dit disparaissent.
prospect-erase-sure = Tout effacer
prospect-erase-press = Effacer cette ville pressentie
done-prospect-erased = Effacée.
error-prospect-sure = Cochez la case si tout doit être effacé.
error-prospect-declined = Cette collectivité ne souhaite plus de courriels. Plus rien n’est noté à son sujet.
record-prospect-erased = Ville pressentie effacée

error-prospect-left-alone = La personne qui lit cette adresse ne souhaite plus de courriels. Rien n’y est envoyé.
