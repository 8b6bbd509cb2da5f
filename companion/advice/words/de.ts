import type { AdviceWords } from './advice-words';

/** German; not reviewed by a native clinician. */
export const de: AdviceWords = {
  languageName: 'Deutsch',
  allPages: 'Alle Hinweise des Kiosks',
  patternsHeading: 'Wie der Kiosk es nennen kann',
  referralsHeading: 'Wann jemand danach sehen soll',
  referrals: {
    'rf1.no_weight_move': 'Knie trägt nicht oder lässt sich nicht beugen',
    'rf1.hot_fever': 'Heißes Knie oder Fieber',
    'rf1.big_swelling': 'Stark geschwollenes Knie',
    'rf1.calf': 'Dicke, schmerzende Wade',
    'rf1.injury': 'Knall, Verdrehen oder Sturz',
    rf2: 'Ein Zeichen, das bald angesehen werden soll',
    'soon.duration': 'Schmerz seit über zwei Wochen',
    'soon.other': 'In den nächsten Tagen ansehen lassen',
    none: 'Worauf Sie achten sollten',
    'rf2.urgent': 'Knickt weg, hakt oder blockiert',
  },
  inShort: 'Kurz gesagt',
  more: 'Mehr dazu',
  warningSigns: 'Warnzeichen',
  viewsDiffer: 'Hier gehen die Meinungen auseinander',
  views: {
    rest: 'Pause oder weiterlaufen: Manche raten zum Aufhören, andere zum Weiterlaufen. Meist heißt es: kurz weniger tun und in Bewegung bleiben, solange es sich gut anfühlt und kein Warnzeichen da ist.',
    longRuns:
      'Die Zehn-Prozent-Regel: Ein Zehntel mehr pro Woche machte in einer Studie keinen Unterschied. In einer späteren kamen einzelne Läufe weit über den längsten des letzten Monats hinaus mit mehr Verletzungen.',
    hips: 'Hüften: Manche halten schwache Hüften für die Ursache. Eine Übersicht fand kein Risiko darin. Kräftigung von Hüfte und Rumpf half Anfängern in einer Studie, in einer anderen nicht.',
    rolling:
      'Faszienrolle: Manche versprechen sofortige Hilfe. Übersichten finden eine Zeit lang etwas mehr Beweglichkeit und nichts, was eine dauerhafte Wirkung zeigt. Eine Sache des Wohlbefindens.',
    stretching:
      'Dehnen vor dem Lauf: oft empfohlen. Eine große Studie fand keinen Unterschied bei Verletzungen, weder im Guten noch im Schlechten.',
    landing:
      'Ferse oder Mittelfuß: Beides gilt manchen als das Beste. Übersichten fanden keine Art aufzusetzen, die für alle die beste ist.',
    shoes:
      'Stabilschuhe und Einlagen: Eine Studie fand damit weniger Verletzungen bei Füßen, die nach innen knicken; andere fanden in gewöhnlichen Schuhen kein höheres Risiko. Fertige Einlagen können zusammen mit Übungen einige Wochen helfen. Der Komfort entscheidet.',
    braces:
      'Bandagen: Manche sind dagegen, andere finden sie angenehm. Studien zeigen wenig Unterschied und keinen Beleg für Schaden. Sie tun gut, lösen das Problem aber nicht.',
  },
  sources: 'Woher das kommt',
  sourcesNote: 'Die Quellen sind auf Englisch beschrieben.',
  emergency: 'Bei Brustschmerz, Atemnot oder wenn Sie nicht stehen können: Notruf',
  emergencyUnset: 'wählen',
  urgentLine: 'Ärztlicher Bereitschaftsdienst:',
  noticesHeading: 'Bitte beachten',
  notices: [
    'Das sind allgemeine Hinweise für Erwachsene, keine Diagnose. Über Sie und Ihr Knie wissen sie nichts.',
    'Nicht gedacht für Menschen unter 18, in der Schwangerschaft, mit Gelenkersatz, Immunschwäche oder Diabetes, nach einer Operation vor kurzem oder mit Krebs jetzt oder früher: Fragen Sie bitte eine Fachperson.',
    'Die Texte sind mit Hilfe einer Maschine aus den Quellen unten entstanden und von einer Maschine aus dem Englischen übersetzt. Keine deutschsprachige medizinische Fachperson hat sie geprüft.',
    'Diese Seite setzt keine Cookies, und niemand zählt, wer sie liest.',
  ],
  textsOf: 'Texte vom',
  contact: 'Fragen und Beschwerden:',
  contactUnset: 'bitte an das Geschäft, in dem der Kiosk steht.',
  card: {
    title: 'Bevor Sie den Kiosk benutzen',
    how: 'Für Erwachsene. Keine Diagnose. Nichts über Sie wird behalten. Lesen Sie den Bildschirm selbst; auf Wunsch liest das Personal vor.',
    leftOff: 'Zeichen, die nicht auf dem Bildschirm stehen',
    leftOffSigns: [
      'Gewichtsverlust ohne Erklärung',
      'Krebs, jetzt oder früher',
      'ein Fuß, der kalt, blau oder taub ist',
      'Hautausschlag',
      'andere Gelenke, die auch schmerzen',
    ],
    leftOffAdvice:
      'Knieschmerz mit einem davon: ohne Aufschub ärztlich ansehen lassen, egal was der Kiosk sagt.',
    notCovered: 'Bitte den Kiosk nicht für das Knie benutzen',
    notCoveredWho: [
      'unter 18',
      'in der Schwangerschaft',
      'mit Gelenkersatz',
      'mit Immunschwäche oder Diabetes',
      'nach einer Operation vor kurzem',
      'mit Krebs, jetzt oder früher',
    ],
    notCoveredAdvice: 'Gehen Sie stattdessen zu Arzt oder Physio. „Nur Schuhe“ ist für alle ab 18.',
    readMore: 'Große Schrift und Quellen:',
    made: 'Mit Hilfe einer Maschine gemacht und übersetzt; keine deutschsprachige medizinische Fachperson hat diese Karte geprüft.',
  },
};
