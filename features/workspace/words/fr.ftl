# Là où l’on commence la journée
menu-workspace = Espace de travail
menu-desk = Tableau de bord
workspace = Espace de travail de la ville
workspace-of = Espace de travail : { $city }
workspace-overview = Vue d’ensemble
workspace-public = Page publique
workspace-others = Vous travaillez aussi pour :
workspace-tasks = À faire
workspace-no-tasks = Rien ne vous attend
workspace-no-tasks-hint = Ce qui est à faire figure ici, et disparaît une fois fait.
workspace-beside = Adhésion
right-workspace = Utiliser l’espace de travail d’une ville
right-desk = Voir ce qui attend dans les villes
