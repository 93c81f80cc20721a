import-first-looked = Rien n’est fait à l’envoi. Vous voyez d’abord, ligne par ligne, ce qui en résulterait.
import-columns = Colonnes
import-columns-hint = La première ligne nomme les colonnes, dans n’importe quelle langue de la plateforme et dans n’importe quel ordre. Les autres colonnes ne sont pas lues.
import-needed = Nécessaire
import-optional = Facultative
import-file = Le tableau
import-limits = CSV, Excel ou OpenDocument ; { $rows } lignes et { $size } au plus
import-look = Voir ce qui en résulterait
import-earlier = Tableaux précédents
import-nameless = Un tableau sans nom
import-state-looked = Examiné, rien n’est fait
import-state-done = Fait
import-state-undone = Annulé
import-would = Ce qui serait fait
import-came = Ce qui a été fait
import-unread = Non lu : { $columns }.
import-sheets = { $count ->
    [one] Le classeur contient une autre feuille remplie : seule la première a été lue.
   *[other] Le classeur contient { $count } autres feuilles remplies : seule la première a été lue.
 }
import-waiting = { $count ->
    [one] Une ligne attend encore.
   *[other] { $count } lignes attendent encore.
 }
import-discard = Jeter le tableau
done-import-discarded = Le tableau a été jeté. Rien n’a été fait.
import-undo = Revenir en arrière
import-undo-hint = Ce que ces lignes ont apporté est annulé, dans la mesure où personne n’y a donné suite. C’est possible pendant 30 jours.
import-undo-rows = { $count ->
    [one] Annuler une ligne
   *[other] Annuler { $count } lignes
 }
import-rows = Lignes
import-line = Ligne
import-line-number = Ligne { $line }
import-bad-hint = Corrigez dans votre fichier les lignes laissées de côté, puis renvoyez-le : ce qui est déjà fait reste en l’état.
import-outcome = Résultat
import-outcome-new = Nouvelle
import-outcome-here = Déjà présente
import-outcome-bad = Laissée de côté
import-outcome-done = Faite
import-outcome-undone = Annulée
import-outcome-stays = Reste
error-import-file = Ce n’est pas un tableau lisible. Enregistrez-le en CSV UTF-8 ou en classeur Excel, puis renvoyez-le.
error-import-encrypted = Le classeur demande un mot de passe. Enregistrez-le sans mot de passe, puis renvoyez-le.
error-import-heavy = Le classeur est trop lourd pour être lu. Copiez les lignes dans un nouveau classeur et envoyez celui-ci.
error-import-columns = La première ligne ne nomme pas ces colonnes : { $columns }. Ajoutez-les, puis renvoyez le tableau.
error-import-column-twice = La colonne « { $column } » figure deux fois. Retirez-en une, puis renvoyez le tableau.
error-import-rows = { $max ->
    [one] Un tableau a une ligne au plus. Envoyez-le en plusieurs parties.
   *[other] Un tableau a { $max } lignes au plus. Envoyez-le en plusieurs parties.
 }
error-import-empty = Il n’y a aucune ligne sous la première.
error-import-letters = Elle contient des caractères illisibles. Enregistrez le tableau en CSV UTF-8.
error-import-broken = Elle ne peut pas être lue comme une ligne de cellules.
error-import-long = Elle a { $cells } cellules, mais il y a { $columns } colonnes. Mettez entre guillemets les textes qui contiennent le séparateur.
error-import-nameless = « { $cell } » se trouve dans la colonne { $column }, qui n’a pas de nom.
error-import-twice = La même que la ligne { $line } : seule celle-ci compte.
error-import-forbidden = Vous n’en avez pas le droit.
error-import-gone = Ce à quoi elle se rapporte n’existe plus.
error-import-changed = Quelque chose a changé entre-temps. Renvoyez la ligne.
error-import-stays = Quelqu’un y a donné suite.
error-import-over = Ce tableau a été annulé ou modifié entre-temps. Voici où il en est.
error-import-wait = { $count ->
    [one] C’est tout ce qui peut être fait aujourd’hui. Continuez dans une heure avec les lignes qui attendent.
   *[other] C’est tout ce qui peut être fait aujourd’hui. Continuez dans { $count } heures avec les lignes qui attendent.
 }
record-import-done = Lignes d’un tableau importées
record-import-undone = Import d’un tableau annulé

merge-imports = Tableaux importés
