import type { LongWording } from './wording';

/** French, for web pages and print; not reviewed by a native clinician. */
export const longFr: LongWording = {
  help: {
    rf1: {
      no_weight_move:
        'vous ne pouvez pas vous appuyer sur le genou, ou pas le plier, ou pas le tendre, ou il est bloqué',
      hot_fever: 'il est chaud, peut-être rouge ou plus foncé, ou vous vous sentez fiévreux',
      big_swelling: 'il est très gonflé ou déformé',
      calf: 'un mollet est douloureux et enflé',
      injury: 'cela a commencé par un crac, une forte torsion ou une chute',
    },
    rf2: {
      gives_way: 'le genou lâche sous vous',
      catches: 'il accroche, ou se coince puis se libère',
      swelling_stays: 'un gonflement reste après le repos',
      night_rest: 'il fait mal au lit ou assis sans bouger',
      sharp_worse: 'des élancements vifs augmentent à chaque course',
    },
    twoSigns: 'Si deux signes conviennent, prenez le premier.',
    beh: "Escaliers, pentes, assis : cela compte aussi pour s'accroupir, courir en descente et rester longtemps assis.",
    wear: 'Appuyez sur la mousse avec le pouce : des plis profonds restent-ils ? Le dessin de la semelle a-t-il disparu ? Posez la chaussure sur un comptoir plat et regardez de derrière : penche-t-elle ?',
  },
  patterns: {
    PFP: "Vos réponses correspondent à une douleur autour de la rotule. C'est courant et cela passe souvent avec le temps et un effort raisonnable. Pour l'instant, limitez côtes, escaliers et flexions à ce qui reste confortable. Musclez hanches et cuisses deux ou trois fois par semaine. Des pas un peu plus courts et rapides peuvent soulager la rotule.",
    ITB: 'Vos réponses correspondent à une douleur du côté extérieur qui vient pendant la course. Courez moins loin que le point où elle commence, sur sol plat et régulier. Musclez le côté de la hanche. Le rouleau peut soulager un moment mais reste facultatif. Allongez peu à peu quand marche et escaliers sont faciles.',
    PT: "Vos réponses correspondent à une douleur du cordon sous la rotule. Réduisez un temps sauts, sprints et côtes sans tout arrêter. Une musculation lente et régulière de la cuisse est l'essentiel ; un kiné peut régler le niveau. Il faut des semaines ou des mois. S'échauffer peut soulager mais ne règle pas le problème.",
    MEN: "Vos réponses peuvent correspondre à une douleur venant de l'intérieur du genou quand on pivote. Évitez flexions profondes et virages secs. Plier doucement, marcher ou pédaler sans forcer est possible si c'est confortable. Prenez rendez-vous chez un kiné ou un médecin. S'il se dérobe ou accroche, consultez plus tôt. S'il reste bloqué ou gonfle beaucoup, le jour même.",
    OA: "Vos réponses correspondent à un genou raide depuis longtemps. Bouger et se muscler régulièrement est ce que les services de santé proposent d'abord. Courir de façon modérée n'est pas lié à plus d'usure du genou. Progressez peu à peu, variez avec vélo ou natation. Si cela vous gêne, un médecin ou un kiné peut aider.",
    UNCLEAR:
      "Vos réponses n'indiquent pas un seul profil, et c'est courant. Allégez une semaine ou deux et continuez à marcher ou pédaler si c'est confortable. Notez distance, sol, chaussures et douleur après chaque course. Si rien ne s'améliore en deux semaines, voyez un kiné ou un médecin ; avec un signe d'alerte, plus tôt, et pour certains le jour même.",
  },
  referrals: {
    'rf1.no_weight_move':
      "Un genou qui ne porte pas, ou ne plie pas, demande un examen aujourd'hui même, aux urgences. Ne courez pas et ne le testez pas. L'équipe peut vous offrir un siège et vous aider à y aller. Si vous ne pouvez pas du tout vous lever, appelez le numéro d'urgence. Cet appareil ne peut pas dire quelle est la cause.",
    'rf1.hot_fever':
      "Un genou chaud, ou un mal de genou avec fièvre ou malaise, doit être vu le jour même, car certaines causes demandent un traitement rapide. La rougeur se voit moins sur peau brune ou noire : fiez-vous aussi à la chaleur et au gonflement. Appelez maintenant votre ligne d'urgence locale.",
    'rf1.big_swelling':
      "Un genou très gonflé ou déformé doit être vu aujourd'hui aux urgences. Reposez-le et ne courez pas. Cet appareil ne peut pas dire quelle est la cause.",
    'rf1.calf':
      "Un mollet douloureux et enflé, surtout d'un seul côté, doit être vu le jour même, car il faut écarter un caillot de sang. Ne le massez pas, pas de rouleau. Douleur à la poitrine ou souffle court ? Appelez tout de suite le numéro d'urgence.",
    'rf1.injury':
      "Un mal de genou qui a commencé par un crac, une forte torsion ou une chute doit être vu avant de courir à nouveau. Allez aujourd'hui aux urgences ou appelez votre ligne de santé. Si c'est ancien et déjà examiné, demandez à votre soignant avant de courir.",
    rf2: "Vous avez choisi un signe à faire examiner. Prenez rendez-vous chez un kiné ou un médecin dans les jours à venir et arrêtez les courses qui le provoquent. S'il devient chaud, très gonflé, bloqué, ou si vous ne pouvez plus vous appuyer, consultez le jour même. Des chaussures neuves ne suffiront pas.",
    'soon.duration':
      "Une douleur de plus de deux semaines mérite l'avis d'un kiné, d'un podologue ou d'un médecin : prenez rendez-vous dans la semaine ou les deux semaines. D'ici là, continuez à bouger sans douleur. Si quelqu'un vous suit déjà, gardez son programme.",
    'soon.other':
      "Certaines réponses veulent dire qu'un kiné ou un médecin devrait voir ce genou d'ici une semaine environ, même si c'est récent. D'ici là, bougez facilement et sans douleur. Si l'un des signes pour le jour même apparaît, consultez ce jour-là.",
    none: 'Si la douleur ne passe pas en deux semaines, ou revient sans cesse, voyez un kiné ou un médecin. Certains signes ne doivent pas attendre : pour les uns, faites-vous aider le jour même ; pour les autres, voyez un kiné ou un médecin dans les jours à venir. Les deux listes sont plus bas.',
    'rf2.urgent':
      "Un genou qui se dérobe, accroche ou se bloque doit être vu aujourd'hui aux urgences ou par votre ligne de santé. Ne courez pas et ne le testez pas. L'équipe peut vous offrir un siège et vous aider à y aller. Cet appareil ne peut pas dire quelle est la cause.",
  },
  factors: {
    jump: "Une hausse brusque de distance, de vitesse ou de côtes est un déclencheur courant. Revenez à un niveau qui va bien, puis montez. Un repère simple : qu'aucune course ne dépasse beaucoup la plus longue du dernier mois (un dixième de plus). Gardez des jours faciles ou de repos entre les jours durs.",
    only_run:
      'Si la course est votre seul sport, ajoutez deux courtes séances de musculation par semaine pour hanches, cuisses et mollets, et remplacez parfois une course par la natation ou le vélo. Varier les sports est lié à moins de soucis dans certaines études, sans garantie.',
    slope:
      "Un sol en pente ou inégal peut gêner le genou, surtout du côté extérieur. Prenez des chemins plats et réguliers tant qu'il fait mal, changez de parcours pour que la même jambe ne soit pas toujours plus basse, et descendez doucement. Les preuves sont minces : fiez-vous à votre genou.",
    no_warm:
      "Commencez par cinq à dix minutes de marche rapide ou de trot léger et quelques balancements de jambe, puis accélérez. S'étirer avant de courir est un choix : de grandes études ont trouvé que cela n'évite ni ne cause de blessures.",
    none: 'Une courte note après chaque course - distance, sol, chaussures, état du genou - vous aide, vous et votre soignant, à repérer ce qui déclenche la douleur.',
  },
  shoes: {
    replace_now:
      "La distance ou l'usure choisies indiquent que cette paire a fait son temps. La mousse perd son rebond avant de paraître usée. Demandez à l'équipe de regarder la paire avec vous. Une paire neuve, c'est du confort et de l'adhérence ; elle ne guérit pas le genou.",
    plan: "Votre paire est au milieu des 300 à 500 miles habituels (environ 500 à 800 km), a plus d'un an ou montre un premier signe. Rien ne presse. Surveillez les plis, l'adhérence et si elle reste droite, et regardez-la de nouveau dans quatre à six semaines.",
    fine: "Rien de ce que vous avez choisi ne demande de changer cette paire. Gardez-la si elle est confortable et revoyez-la dans trois mois environ ou si de l'usure apparaît.",
    not_checked:
      "Nous n'avons pas vérifié de paire aujourd'hui. Apportez vos chaussures usées la prochaine fois. Pour choisir une paire, prenez celle qui est confortable tout de suite.",
  },
  staff: {
    replace_now:
      "Regardez d'abord la paire ensemble : plis, semelle, tient-elle droite ? Si vous êtes d'accord, montrez deux ou trois choix confortables à des prix différents. Si elle semble bien, dites-le. Ne dites jamais que des chaussures neuves règlent ou évitent le mal de genou.",
    plan: "Montrez à la personne quoi surveiller et invitez-la à revenir dans quatre à six semaines. Ne proposez d'essayer que si elle le demande. Alterner deux paires est facultatif : une étude y a vu moins de blessures.",
    fine: "Dites que la paire semble bien. Ne proposez pas de la remplacer. Offrez de vérifier l'ajustement ou le laçage si elle le souhaite.",
    not_checked:
      "Pas de résultat. Sans chaussures de course, choisissez selon le confort et l'usage prévu. Si la paire est à la maison, invitez à l'apporter.",
    urgent:
      "La personne a choisi un signe urgent. Offrez un siège, un téléphone et de l'aide pour aller se faire soigner. Ne pas examiner, masser, bander, poser d'attelle ni vendre. En cas de douleur à la poitrine, de gêne pour respirer ou de très mauvais état, appelez le numéro d'urgence.",
    soon: 'Donnez la liste locale des kinés, podologues et médecins (tous ceux du coin, sans commission). Aidez pour les chaussures seulement si on le demande. Dites clairement que des chaussures ne remplacent pas un examen.',
  },
  feet: {
    flat: "Une voûte plate seule n'est pas un défaut. Offrez de regarder la foulée si la personne le souhaite. Laissez-la essayer des paires neutres et stables et choisir selon le confort. Une semelle toute faite est facultative, surtout pour une douleur devant, en essai de quelques semaines. Semelles sur mesure : podologue seulement.",
    high: "Laissez essayer des paires plus larges et souples et choisir selon le confort. Rien ne prouve vraiment qu'adapter la chaussure à une voûte haute évite des blessures.",
    rolls_in:
      "Basculer un peu vers l'intérieur est normal. Offrez de regarder la foulée. Une bonne étude a trouvé moins de blessures avec des chaussures stables pour ces pieds ; d'autres n'ont pas vu plus de risque avec des neutres. Laissez essayer les deux et choisir selon le confort.",
    unsure:
      'Pas de conseil selon le type de pied. Offrez de regarder la foulée seulement si on le demande. Chaussez selon le confort.',
  },
};
