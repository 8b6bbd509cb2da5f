import type { AdviceWords } from './advice-words';

/** French; not reviewed by a native clinician. */
export const fr: AdviceWords = {
  languageName: 'Français',
  allPages: 'Tous les conseils de la borne',
  patternsHeading: 'Ce que la borne peut afficher',
  referralsHeading: 'Quand consulter',
  referrals: {
    'rf1.no_weight_move': 'Appui impossible ou genou qui ne plie pas',
    'rf1.hot_fever': 'Genou chaud, ou fièvre',
    'rf1.big_swelling': 'Genou très gonflé',
    'rf1.calf': 'Mollet enflé et douloureux',
    'rf1.injury': 'Un crac, une torsion ou une chute',
    rf2: 'Un signe à montrer bientôt',
    'soon.duration': 'Douleur depuis plus de deux semaines',
    'soon.other': 'À montrer dans les prochains jours',
    none: 'Ce qu’il faut surveiller',
    'rf2.urgent': 'Se dérobe, accroche ou se bloque',
  },
  inShort: 'En bref',
  more: 'En savoir plus',
  warningSigns: 'Signes d’alerte',
  viewsDiffer: 'Les avis divergent',
  views: {
    rest: 'Repos ou reprise : certains disent d’arrêter, d’autres de continuer. Le plus souvent : réduire un court moment et garder un mouvement confortable, sauf signe d’alerte.',
    longRuns:
      'La règle des dix pour cent : ajouter un dixième par semaine n’a rien changé dans un essai. Dans une étude plus récente, une sortie bien plus longue que la plus longue du dernier mois allait avec plus de blessures.',
    hips: 'Hanches : pour certains, des hanches faibles sont la cause. Une revue n’y a pas vu de risque. Le renforcement des hanches et du tronc a aidé des débutants dans un essai, pas dans un autre.',
    rolling:
      'Rouleau de massage : certains promettent un effet immédiat. Les revues trouvent un peu plus de souplesse pour un temps, rien qui montre un effet durable. C’est une question de confort.',
    stretching:
      'Étirements avant de courir : souvent conseillés. Un grand essai n’a trouvé aucune différence pour les blessures, ni en bien ni en mal.',
    landing:
      'Talon ou milieu du pied : chacun a ses partisans. Les revues n’ont trouvé aucune façon de poser le pied qui soit la meilleure pour tous.',
    shoes:
      'Chaussures stables et semelles : un essai a trouvé moins de blessures avec elles pour les pieds qui basculent en dedans, d’autres études n’ont pas trouvé plus de risque avec des chaussures ordinaires. Des semelles toutes faites peuvent aider quelques semaines, avec des exercices. Le confort décide.',
    braces:
      'Genouillères : certains sont contre, d’autres les trouvent agréables. Les essais montrent peu de différence et aucune preuve de tort. C’est un confort, pas une solution.',
  },
  sources: 'D’où cela vient',
  sourcesNote: 'Les sources sont décrites en anglais.',
  emergency: 'Douleur à la poitrine, souffle court ou impossible de tenir debout : appelez le',
  emergencyUnset: 'numéro d’urgence',
  urgentLine: 'Ligne de soins urgents :',
  noticesHeading: 'À noter',
  notices: [
    'Ce sont des informations générales pour adultes, pas un diagnostic. Elles ne connaissent ni vous ni votre genou.',
    'Ne convient pas aux moins de 18 ans, pendant une grossesse, avec une prothèse, un trouble de l’immunité ou un diabète, après une opération récente, ou avec un cancer actuel ou passé : demandez à un professionnel.',
    'Les textes sont faits avec l’aide d’une machine à partir des sources ci-dessous, et traduits de l’anglais par une machine. Aucun clinicien francophone ne les a relus.',
    'Cette page ne pose pas de cookie, et personne ne compte qui la lit.',
  ],
  textsOf: 'Textes du',
  contact: 'Questions et réclamations :',
  contactUnset: 'adressez-vous au magasin où se trouve la borne.',
  card: {
    title: 'Avant d’utiliser la borne',
    how: 'Pour adultes. Pas un diagnostic. Rien sur vous n’est gardé. Lisez l’écran vous-même ; le personnel peut vous le lire si vous préférez.',
    leftOff: 'Des signes qui ne sont pas à l’écran',
    leftOffSigns: [
      'une perte de poids inexpliquée',
      'un cancer, actuel ou passé',
      'un pied froid, bleu ou engourdi',
      'une éruption sur la peau',
      'd’autres articulations douloureuses',
    ],
    leftOffAdvice: 'Mal au genou avec l’un de ces signes : consultez sans attendre, quoi que dise la borne.',
    notCovered: 'N’utilisez pas la borne pour le genou',
    notCoveredWho: [
      'avant 18 ans',
      'pendant une grossesse',
      'avec une prothèse articulaire',
      'avec un trouble de l’immunité ou un diabète',
      'après une opération récente',
      'avec un cancer, actuel ou passé',
    ],
    notCoveredAdvice: 'Voyez plutôt un médecin ou un kiné. « Chaussures seules » convient à tous dès 18 ans.',
    readMore: 'Grands caractères et sources :',
    made: 'Fait et traduit avec l’aide d’une machine ; aucun clinicien francophone n’a relu cette carte.',
  },
};
