menu-editorial = Rédaction
menu-editorial-hint = Actualités, questions, idées fausses et initiatives : écrire, relire, publier.
menu-translations = En attente de traduction
menu-translations-hint = Ce qui manque ou n’est plus à jour, par langue.

editorial-kind-news = Actualité
editorial-kind-question = Question
editorial-kind-myth = Idée fausse
editorial-kind-initiative = Initiative
editorial-kind-page = Page
editorial-kinds-page = Pages
pages-about = Les pages du site.
editorial-kind-release = Communiqué de presse
editorial-kinds-release = Presse
releases-about = Des nouvelles pour les médias, avec la personne à contacter.
editorial-kind-voice = Témoignage
editorial-kinds-voice = Témoignages
voices-about = Ce que l’on dit du travail avec le réseau, avec ses propres mots et avec consentement.
editorial-home = Vers la page d’accueil
editorial-kinds-news = Actualités
editorial-kinds-question = Questions et réponses
editorial-kinds-myth = Idées fausses et faits
editorial-kinds-initiative = Initiatives
news-about = Ce qui se passe dans le réseau et dans ses villes.
questions-about = Ce que l’on demande sur le réseau, avec la source de chaque réponse.
myths-about = Ce qui se dit à tort du réseau, et ce qui est vrai.
initiatives-about = Ce que des villes font ensemble, sous un même nom.

question-section-network = Le réseau
question-section-joining = Adhérer
question-section-members = Ce que font les membres
question-section-money = Le financement

editorial-state-draft = Brouillon
editorial-state-in-review = En relecture
editorial-state-scheduled = Programmé
editorial-state-live = En ligne
editorial-state-withdrawn = Retiré
text-missing = Manquante
text-behind = En retard
text-current = À jour
text-confirmed = Confirmée inchangée
text-source = Source

editorial-none = Rien n’est encore publié ici
editorial-none-hint = Ce que l’équipe publie se trouvera ici.
editorial-unfit = Rien ne correspond
editorial-unfit-hint = Retirez un filtre, ou affichez tout.
editorial-year = Année
editorial-published = Publication
editorial-language = Langue
editorial-page = Page
editorial-all = Tout afficher
editorial-ask = Interroger l’équipe
editorial-edit = Modifier
editorial-edit-these = Modifier ces textes
news-feed = Suivre les actualités par un flux (Atom)

editorial-about-this = En savoir plus
editorial-sources = Sources
editorial-cities = Villes
editorial-reviewed = Dernière vérification le { $day }
editorial-reviewed-by-on = Dernière vérification le { $day } par : { $who }
editorial-only-in = Pas encore disponible en français. Langue affichée : { $language }
editorial-older = Cette traduction est celle d’un texte antérieur. Le plus récent :
editorial-gone = Cette page a été retirée
editorial-gone-text = L’équipe du réseau a retiré ce qui se trouvait ici. Ce qu’elle publie aujourd’hui est sur la page ci-dessous.
editorial-preview-note = Un aperçu de la dernière version écrite. Le public ne voit pas cette page.
previews = Montrer à une personne extérieure
previews-title = Montrer à une personne extérieure : { $title }
previews-text = Quiconque a le lien lit la version la plus récente de ce texte, sans compte, pendant 14 jours ou jusqu’à ce que vous y mettiez fin. Le lien n’ouvre rien d’autre et cesse de fonctionner quand le texte est publié ou retiré, ou quand sa programmation est modifiée ou annulée.
previews-open = Liens actifs
preview-make = Créer un lien
preview-ends = Actif jusqu’au { $day }.
preview-revoke = Mettre fin à ce lien
preview-over = Ce lien n’est plus actif
preview-over-text = Il menait à un texte qui n’était pas encore publié ; il n’est plus valable. Adressez-vous à la personne qui vous l’a envoyé.
preview-shared-note = Aperçu d’un texte qui n’est pas encore publié. Merci de ne pas le diffuser. Le lien est actif jusqu’au { $day }.
editorial-back-to-editor = Revenir à la rédaction
myth-claim = Ce qui se dit
myth-truth = Ce qui est vrai
myth-truth-hint = La réponse en une ou deux phrases, 400 caractères au plus.
myth-why = Ce qui l’appuie
myth-why-hint = Les faits, avec des liens. 30 000 caractères au plus.
question-asked = La question
question-asked-hint = Telle qu’elle est posée.
question-answer = La réponse
question-answer-hint = 30 000 caractères au plus.
news-headline = Titre de l’actualité
initiative-name = Nom de l’initiative
editorial-summary = Résumé
editorial-summary-hint = Une ou deux phrases, 400 caractères au plus. Il est affiché dans les listes et lors d’un partage de la page.
editorial-body = Texte
editorial-body-hint = 30 000 caractères au plus.
editorial-address = Fin de l’adresse web
editorial-address-hint = Des mots et des traits d’union. Vide, elle est faite du titre. Une adresse antérieure mène à la nouvelle.

editorial-search = Rechercher dans les titres
editorial-count = { $count ->
    [one] { $count } texte
   *[other] { $count } textes
  }
editorial-new = Écrire un nouveau texte
editorial-new-of = Écrire : { $kind }
editorial-source-language = Langue dans laquelle vous écrivez
editorial-source-language-hint = La langue de la source. Les autres la traduisent.
editorial-title = Titre
editorial-kind = Genre
editorial-state = État
editorial-languages = Langues
editorial-changed = Dernière modification
editorial-still-shown = Le public a une version antérieure.
editorial-office-none = Rien n’est encore écrit
editorial-office-none-hint = Les actualités, questions, idées fausses et initiatives que vous écrivez se trouvent ici, avec leur état dans chaque langue.
editorial-edit-of = Modifier : { $title }
editorial-published-on = Première publication le { $day }
editorial-text-in = Texte en : { $language }
editorial-draft-newer = Un brouillon est plus récent.
editorial-written-by = { $who }, { $when }
editorial-you = Vous
editorial-somebody = Une personne sans compte
editorial-hub = La plateforme
editorial-saved-at = Brouillon enregistré à { $time }
editorial-not-saved = L’enregistrement automatique n’a pas eu lieu. Cliquez sur « Enregistrer le brouillon » : votre texte est toujours là.
editorial-save-and-call-off = Enregistrer et annuler la programmation
editorial-scheduled-at = Programmé pour
editorial-save-draft = Enregistrer le brouillon
editorial-publish = Publier
editorial-publish-later = Publier plus tard
editorial-send-for-review = Envoyer en relecture
schedule = Programmer
schedule-title = Publier plus tard : { $title }
schedule-text = Les visiteurs verront ce texte au moment que vous choisissez, avec les traductions qui seront prêtes à ce moment-là.
schedule-day = Jour
schedule-time = Heure
schedule-time-hint = À l’heure du fuseau ci-dessous, par exemple 09:00 ou 17:30.
schedule-zone = Fuseau horaire
schedule-zone-hint = La grande ville la plus proche qui vit à la même heure.
schedule-local = { $date }, { $clock }
schedule-instead = Cette heure n’existe pas ce jour-là (changement d’heure) : le texte paraîtra à { $time }, heure locale.
schedule-twice = Cette heure revient deux fois ce jour-là. C’est la première qui compte.
schedule-held = Modifier la source avant ce moment refait du texte un brouillon ; on peut encore écrire les traductions.
schedule-publish-now = Publier maintenant
schedule-call-off = Annuler la programmation
schedule-change = Changer l’heure
editorial-preview = Aperçu
editorial-translation-done = La traduction est prête
editorial-source-is = La source
editorial-changed-since = Ce qui a changé depuis cette traduction
editorial-nothing-to-change = Rien à changer
editorial-nothing-to-change-hint = La traduction est juste telle qu’elle est.
editorial-in-review = En relecture
editorial-review-hint = Lisez l’aperçu. Publiez ensuite, ou renvoyez avec une raison.
editorial-review-other = Quelqu’un d’autre de l’équipe doit le lire avant la publication.
editorial-send-back = Renvoyer
editorial-back-title = Renvoyer : { $title }
editorial-back-text = Le texte redevient un brouillon. Votre raison se lit à côté du texte.
editorial-take-back = Retirer
editorial-withdraw-title = Retirer : { $title }
editorial-withdraw-text = À la même adresse, le public trouve une page qui dit que le texte a été retiré. Rien n’est perdu : vous pouvez le reprendre.
editorial-withdraw-below = Ces pages se trouvent au-dessous. Elles restent, mais cette page n’y mène plus :
editorial-reason = Raison
editorial-reason-hint = L’équipe la lit. 1 000 caractères au plus.
editorial-resume = Reprendre le texte
editorial-translations-wait = Traductions prêtes
editorial-translations-wait-hint = Le public ne les a pas encore.
editorial-publish-translations = Publier les traductions
editorial-manage = Autres actions
editorial-facts = Sources, place et vérification
editorial-facts-of = Sources, place et vérification : { $title }
editorial-facts-hint = Les mêmes dans toutes les langues. Le public voit aussitôt ce qui change.
editorial-history = Historique
editorial-history-of = Historique : { $title }
editorial-moves = Ce qui a été fait
editorial-revision = Version { $number }
editorial-confirmed-only = Confirmée telle quelle ; aucun mot n’a changé.
editorial-newest-only = { $count ->
    [one] Seule la plus récente est affichée.
   *[other] Seules les { $count } plus récentes sont affichées.
  }
editorial-bring-back = Rétablir cette version
editorial-bring-back-hint = Elle devient le brouillon le plus récent. Les versions suivantes restent dans l’historique.

question-section = Sujet
editorial-position = Place dans la liste
editorial-position-hint = Un nombre ; le plus petit vient en premier.
editorial-themes = Thèmes
editorial-cities-hint = Une ville par ligne, par son nom.
editorial-reviewed-by = Vérification par
editorial-reviewed-by-hint = Un nom ou un service que le public peut lire.
editorial-reviewed-on = Vérifié le
editorial-review-due = À vérifier de nouveau le

translations-about = Les textes dont la traduction manque, ou rend une version antérieure de la source. Ceux qui attendent depuis le plus longtemps viennent en premier.
translations-count = { $count ->
    [one] { $count } traduction en attente
   *[other] { $count } traductions en attente
  }
translations-begun = { $state }, commencée
translations-none = Rien n’est en attente
translations-none-hint = Tout ce qui est publié existe dans chaque langue, tel qu’il est.
editorial-into = Vers
editorial-since = Depuis

xliff-offices = Pour les bureaux de traduction
xliff-offices-text = Ce qui attend, dans un fichier au format qu’ils utilisent (XLIFF 2.1) : 100 textes au plus par fichier, ceux qui attendent depuis le plus longtemps d’abord. Importez-le ici une fois traduit.
xliff-pair = de { $from } vers { $into }
xliff-note = Conservez tels quels les signes comme ##, **, - et |, ainsi que ce qui est entre parenthèses après des crochets.
xliff-texts = { $count ->
    [one] { $count } texte
   *[other] { $count } textes
  }
xliff-import = Importer des traductions
xliff-import-text = Choisissez le fichier XLIFF qui vous est revenu. Chaque texte est examiné séparément. Rien ne remplace un texte plus récent.
xliff-file = Fichier
xliff-file-limits = XLIFF 2.0, 2.1 ou 2.2, { $size } au plus.
xliff-ready-tick = Elles sont prêtes
xliff-ready-tick-hint = Les visiteurs voient celles qui sont complètes, sauf si une autre personne doit les relire d’abord. Sinon, elles deviennent des brouillons ; les noms de villes et les descriptions d’images n’en connaissent pas et ne sont pas repris.
xliff-bring-back = Importer
xliff-taken = { $count ->
    [one] Textes repris : { $taken } sur { $count }
   *[other] Textes repris : { $taken } sur { $count }
  }
xliff-empty = Ce fichier ne contient aucun texte.
xliff-draft = Brouillon
xliff-ready = Prêt
xliff-ready-behind = Prêt, mais la source a changé depuis l’envoi du fichier : comparez avant de publier
xliff-live = Publié
xliff-unchanged = Était déjà là
xliff-unchanged-draft = Était déjà là, en brouillon
xliff-no-drafts = Non repris : ce type de texte n’a pas de brouillon. Relisez-le, puis importez de nouveau le fichier en cochant la case
xliff-newer = Non repris : quelqu’un a écrit ici depuis l’envoi du fichier. Exportez-le de nouveau
xliff-not-ours = Non repris : ce texte n’existe pas ici
xliff-nothing = Non repris : rien d’utilisable
xliff-breaks-rule = Non repris
xliff-unknown-part = cette partie n’existe pas
xliff-other-source = la source n’est pas celle qui a été envoyée
xliff-same = identique à la source
xliff-missing = n’est pas revenu
xliff-incomplete = laissé de côté, car il n’est pas entièrement traduit
xliff-foreign-code = contient des codes qui n’ont pas été envoyés
xliff-too-long = est trop long
xliff-unreadable = est illisible

signs-title = Signes pour les titres, les listes et les liens
signs-typed = Vous écrivez
signs-shown = Le public voit
signs-heading = Un titre
signs-list = Une ligne de liste
signs-numbers = Une ligne de liste numérotée
signs-strong = Des mots mis en valeur
signs-link = Un lien vers un autre site
signs-own-link = Un lien vers une page de la plateforme, dans la langue du lecteur
signs-picture = Une image, un document, une ville, un chiffre : insérez-les avec le bouton
signs-quotation = Une citation
signs-table = Un tableau : la deuxième ligne est | --- | --- |

voice-who = Qui parle
voice-who-hint = Le nom tel que la personne le souhaite. Si elle ne veut pas être nommée : « une professionnelle de terrain », « un maire ».
voice-function = Fonction et ville
voice-function-hint = Ce que fait la personne, et où, en une ligne.
voice-words = Ses mots
voice-words-hint = Ce qui a été dit, dans la langue où cela a été dit. 30 000 caractères au plus.
voice-consent = Son consentement
voice-consent-hint = Comment et quand il a été donné, et où il est conservé. Seule l’équipe le lit. 1 000 caractères au plus.
voice-until = Consentement jusqu’au
voice-until-hint = Le dernier jour. Ensuite (minuit UTC), plus personne ne le lit, sur aucune page, et il est retiré de lui-même.
voice-translated = Traduit ; langue d’origine : { $language }
voice-ended = Le consentement a pris fin.

page-parent = Sous la page
page-parent-hint = La page au-dessus mène à elle et figure à son début. 5 niveaux au plus.
page-parent-withdrawn = { $title } (retirée)
page-parent-none = Aucune
page-place = Dans le menu ou au pied de page
page-place-hint = D’où chaque page de la plateforme mène à elle. Le menu en accepte 3, une rubrique du pied de page 10.
page-place-none = Nulle part
page-place-menu = Menu
page-place-foot-network = Pied de page : le réseau
page-place-foot-together = Pied de page : travailler ensemble
page-place-foot-open = Pied de page : transparence
page-below = Dans cette rubrique
error-page-fixed = Chaque réseau a cette page, et elle est déjà à sa place.
error-page-loop = Une page ne peut pas se trouver sous elle-même. Choisissez-en une autre.
error-page-deep = Les pages ont { $max } niveaux au plus. Choisissez-en une plus haut.
error-page-place = Il y a de la place pour { $max } de vos pages, brouillons et pages retirées compris. Retirez-en une d’abord.

menu-care = Entretien
menu-care-hint = Liens qui ne mènent nulle part, relectures à faire, consentements qui prennent fin.
care-about = Ce qui demande un regard, pour que rien de ce que lisent les visiteurs ne soit dépassé.
care-none = Rien à regarder
care-none-hint = Chaque lien mène quelque part, aucune relecture n’est due, aucun consentement ne prend fin dans les 30 jours, et chaque page est accessible.
care-dead = Liens qui ne mènent nulle part
care-dead-text = Les visiteurs n’y trouvent rien. Changez le lien, ou enlevez-le.
care-reviews = À revoir
care-consents = Consentements qui prennent fin dans les 30 jours
care-lonely = Pages vers lesquelles rien ne mène
care-lonely-text = Aucun menu, aucune page au-dessus et aucun texte n’y mène. Donnez-lui une place, ou retirez-la.
care-elsewhere = Liens vers d’autres sites
care-elsewhere-text = Combien de liens mènent à chacun. Ils ne sont pas ouverts d’ici : regardez-les vous-même de temps en temps.

release-contact = Contact pour les médias
release-contact-hint = Nom, fonction et moyen de le joindre. Tous ceux qui lisent le communiqué le voient.
release-embargo = Sous embargo jusqu’au
release-media = Pour les médias
release-ask = Poser une question de presse
menu-calendar = Calendrier
menu-calendar-hint = Ce qui paraît et quand, et ce qui a paru.
calendar-about = Ce qui est programmé et ce qui a été publié, jour par jour, à l’heure de l’équipe.
calendar-months = Mois
calendar-none = Rien ne paraît ce mois-ci
calendar-none-hint = Ce que vous programmez ou publiez figure ici.
calendar-cut = Seuls les 500 premiers sont affichés.
social = Pour les réseaux sociaux
social-title = Textes courts pour « { $title } »
social-text = Un texte par langue, 500 caractères au plus. La plateforme ne publie rien sur les réseaux : copiez un texte là où vous le voulez.
social-meanwhile = Ce qui a été enregistré entre-temps
social-ready = À copier
social-copy-in = Copier : { $language }
copy = Copier
copied = Copié
error-social = { $language } : { $max } caractères au plus.
error-social-changed = Quelqu’un d’autre a enregistré des textes courts entre-temps. Ce que vous avez saisi est toujours là : ce qui a été enregistré figure plus bas : réunissez les deux, puis enregistrez à nouveau.

editorial-related = À lire aussi
care-cut = { $count ->
    [one] Au plus { $count } de chaque sorte figure ici.
   *[other] Au plus { $count } de chaque sorte figurent ici.
  }
embed-figure = Chiffre
embed-action = Appel à agir
embed-quotation = Citation
embed-table = Tableau
embed-find = Rechercher par mots
embed-none = Rien ne correspond
embed-none-yet = Il n’y en a pas encore
embed-make = En ajouter
embed-none-hint = Essayez d’autres mots, ou moins de mots.
embed-more = Il y en a d’autres. Précisez la recherche avec des mots du nom voulu.
embed-among = { $count ->
    [one] Il y en a trop pour tout parcourir à la fois : seul le premier élément l’a été. Tout autre élément peut être inséré par son numéro.
   *[other] Il y en a trop pour tout parcourir à la fois : seuls les { $count } premiers éléments l’ont été. Tout autre élément peut être inséré par son numéro.
  }
embed-caption = Ce que l’on en dit ici
embed-caption-hint = Une ligne qui l’accompagne, dans la langue du texte.
embed-not-alone = De ceci, les visiteurs n’ont que les mots : une insertion doit se trouver sur une ligne à part, avec son numéro.
embed-not-shown = De cette ligne, les visiteurs ne voient rien : cela n’existe pas, ou ne peut pas être montré :
editorial-insert = Insérer
editorial-insert-into = Insérer dans « { $title } »
editorial-insert-hint = L’insertion vient sur une ligne à part, après le paragraphe où vous avez écrit en dernier, ou à la fin. Vous pouvez déplacer cette ligne.
editorial-put-in = Insérer
editorial-put-in-this = Insérer « { $title } »
action-words = Sur le bouton
action-words-hint = Ce que l’on y fait, en peu de mots.
action-address = Où il mène
action-address-hint = Une page de cette plateforme, comme /join, ou une adresse qui commence par https://.
quotation-words = Texte
quotation-words-hint = Ce qui a été écrit ou dit, mot pour mot. 1 000 caractères au plus.
quotation-who = De qui ou d’où
quotation-who-hint = Un document ou un service. Une personne est citée par un témoignage, avec son consentement.
table-columns = Colonnes
table-columns-hint = De 1 à 8.
table-rows = Lignes
table-rows-hint = De 1 à 40, sans l’en-tête.
table-heading = En-tête
done-put-in = L’insertion est faite, dans un brouillon.
done-draft-saved = Le brouillon est enregistré.
done-published = C’est publié.
done-scheduled = La publication est programmée.
done-draft-called-off = Le brouillon est enregistré. Il n’est plus programmé.
done-saved-called-off = C’est enregistré. Le consentement ne vaut pas jusque-là : le texte n’est plus programmé.
done-called-off = La programmation est annulée. Le texte est de nouveau un brouillon.
done-sent-for-review = Le texte est en relecture. Quelqu’un d’autre de l’équipe peut le publier.
done-preview-shared = Le lien est créé. Copiez-le dans la liste ci-dessous.
done-preview-revoked = Le lien n’est plus actif.
done-sent-back = Le texte est de nouveau un brouillon, avec votre raison.
done-taken-back = Le texte est retiré.
done-taken-up = Le texte est de nouveau un brouillon. Publiez-le quand il est prêt.
done-translation-ready = La traduction est prête. Le public l’aura quand elle sera publiée.
done-translation-live = La traduction est publiée.
done-translation-confirmed = La traduction est confirmée telle quelle.
done-brought-back = La version antérieure est le brouillon le plus récent.

error-embeds = Trop d’images, de fiches et de chiffres : { $max } au plus dans un texte.
error-insert-changed = Le texte a changé depuis que vous avez ouvert cette page ; l’insertion est peut-être déjà faite. Regardez le texte, puis insérez à nouveau si besoin.
error-embed-choose = Choisissez ce qui est à insérer.
error-action-address = Indiquez une page de cette plateforme, comme /join, ou une adresse sans espace qui commence par https://.
error-table = Indiquez un nombre entier, { $max } au plus.
error-voice-consent = La personne qui parle doit avoir consenti, jusqu’à aujourd’hui ou un jour à venir. Indiquez-le sous « Sources, place et vérification » ; ce que vous avez écrit est enregistré.
error-voice-shown = Les visiteurs le lisent en ce moment : indiquez le consentement et un jour à venir, ou retirez-le d’abord.
error-nested = Les listes et les citations sont trop imbriquées : { $max } niveaux au plus. Placez-en les unes après les autres.
error-cells = Un tableau a trop de cellules : { $max } au plus, avec ce qui manque aux lignes courtes. Faites-en plusieurs tableaux, ou un document de la bibliothèque.
error-source-changed = La source a changé depuis que vous avez ouvert cette page. Relisez-la, puis enregistrez : votre texte est toujours là.
error-address = Une adresse contient des mots ou des nombres. Laissez le champ vide pour qu’elle soit faite du titre.
error-address-taken = Une autre page a cette adresse, ou l’a eue. Choisissez-en une autre.
error-position = Saisissez un nombre entier de 0 à 9 999.
error-too-many-cities = { $max ->
    [one] Nommez { $max } ville au plus.
   *[other] Nommez { $max } villes au plus.
  }
error-no-such-city = Aucun membre ne s’appelle « { $city } ». Saisissez son nom tel qu’il figure dans la liste des villes.
error-day = Saisissez un jour sous la forme année-mois-jour, par exemple 2026-11-28.
error-time = Indiquez une heure, par exemple 09:00 ou 17:30.
error-schedule-past = Choisissez un moment à venir.
error-schedule-far = Choisissez un jour dans les deux ans à venir.
error-too-many-previews = 20 liens sont déjà actifs. Mettez fin à l’un d’eux d’abord.
error-second-person = Quelqu’un d’autre de l’équipe doit d’abord le lire. Envoyez le texte en relecture.
error-not-whole = Il manque quelque chose que le public attend. Remplissez le titre et le texte (pour une idée fausse, aussi ce qui est vrai) ; ce que vous avez écrit est enregistré comme brouillon.

error-xliff-version = C’est une autre version de XLIFF. Enregistrez le fichier en XLIFF 2.1.
error-xliff-entities = Ce fichier définit ses propres entités (ligne { $line }), ce qui n’est pas accepté. Enregistrez-le sans elles.
error-xliff-too-much = Ce fichier contient trop de choses. Importez-le en plusieurs fichiers.
error-xliff-cut = Le fichier s’arrête à la ligne { $line } avant la fin. Téléchargez-le ou enregistrez-le de nouveau.
error-xliff-none = Ce n’est pas un fichier XLIFF.
error-xliff-wrong = Ce fichier n’est pas un XLIFF correct : voyez la ligne { $line }.
error-xliff-languages = Ce fichier va de « { $from } » vers « { $into } », et ce réseau n’a pas ces deux langues.
record-editorial-published = Publication
record-editorial-consent-changed = A modifié le consentement de la personne qui parle
record-editorial-withdrawn = Retrait d’une publication
job-editorial-publish-planned = Publie ce qui était programmé
job-editorial-bring-first = Apporte les premiers textes du réseau
job-editorial-voice-ends = Retire un témoignage dont le consentement a pris fin

notice-editorial-to-review = Un texte attend d’être relu par une seconde personne
notice-editorial-plan-failed = Un texte que vous aviez programmé n’est pas publié comme prévu
letter-to-review-subject = À relire : { $title }
letter-to-review-text = Bonjour { $name },

    { $by } demande à l’équipe de { $hub } de relire « { $title } » avant sa publication. Vous pouvez le publier, ou le renvoyer avec une raison. Il est ici :
letter-plan-failed-subject = Pas publié comme prévu : { $title }
letter-plan-failed-text = Bonjour { $name },

    « { $title } », que vous aviez programmé dans { $hub }, n’est pas publié comme vous l’aviez prévu. Son historique dit qui ou quoi a mis fin à cette programmation. Il est ici :
right-editorial = Écrire, traduire, relire et publier des textes

merge-texts = Textes qui nomment la ville
