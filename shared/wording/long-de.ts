import type { LongWording } from './wording';

/** German, for web pages and print; not reviewed by a native clinician. */
export const longDe: LongWording = {
  help: {
    rf1: {
      no_weight_move:
        'Sie können das Knie nicht belasten, nicht beugen oder nicht strecken, oder es ist blockiert',
      hot_fever: 'es ist heiß, vielleicht rot oder dunkler, oder Sie fühlen sich fiebrig',
      big_swelling: 'es ist sehr geschwollen oder hat seine Form verändert',
      calf: 'eine Wade schmerzt und ist dick',
      injury: 'es begann mit Knall, starker Drehung oder Sturz',
    },
    rf2: {
      gives_way: 'das Knie knickt unter Ihnen weg',
      catches: 'es hakt, oder klemmt und löst sich wieder',
      swelling_stays: 'eine Schwellung bleibt nach Ruhe',
      night_rest: 'es schmerzt im Bett oder beim Stillsitzen',
      sharp_worse: 'ein Stechen wird von Lauf zu Lauf stärker',
    },
    twoSigns: 'Passen zwei Zeichen, nehmen Sie das erste.',
    beh: 'Treppe, bergab, Sitzen: Dazu zählen auch Hocken, Bergablaufen und langes Sitzen.',
    wear: 'Drücken Sie mit dem Daumen in den Schaum: Bleiben tiefe Falten? Ist das Profil weg? Stellen Sie den Schuh auf eine ebene Theke und sehen Sie ihn von hinten an: Steht er schief?',
  },
  patterns: {
    PFP: 'Ihre Antworten passen zu Schmerz rund um die Kniescheibe. Das ist häufig und legt sich meist mit Zeit und vernünftiger Belastung. Verringern Sie vorerst Berge, Treppen und tiefes Beugen auf das, was angenehm ist. Stärken Sie zwei- oder dreimal pro Woche Hüfte und Oberschenkel. Etwas kürzere, schnellere Schritte können die Kniescheibe entlasten.',
    ITB: 'Ihre Antworten passen zu Schmerz an der Außenseite, der im Lauf der Strecke kommt. Laufen Sie kürzer als bis zu dem Punkt, an dem er beginnt, auf flachem, ebenem Boden. Stärken Sie die seitliche Hüfte. Eine Rolle kann kurz guttun, muss aber nicht sein. Verlängern Sie langsam, wenn Gehen und Treppen leichtfallen.',
    PT: 'Ihre Antworten passen zu Schmerz im Strang unter der Kniescheibe. Verringern Sie Sprünge, Sprints und Berge eine Zeit lang, statt alles zu lassen. Langsames, stetiges Krafttraining der Oberschenkel ist meist das Wichtigste; ein Physio kann die Stufe festlegen. Das dauert Wochen bis Monate. Aufwärmen kann lindern, löst es aber nicht.',
    MEN: 'Ihre Antworten passen vielleicht zu Schmerz aus dem Inneren des Gelenks, der sich beim Drehen zeigt. Meiden Sie tiefe Hocken und scharfe Drehungen. Sanftes Beugen, Gehen oder leichtes Radfahren geht, wenn es angenehm bleibt. Machen Sie einen Termin bei Physio oder Arzt. Knickt es weg oder hakt es: früher hingehen. Ist es blockiert oder stark geschwollen: am selben Tag.',
    OA: 'Ihre Antworten passen zu einem Knie, das schon länger steif ist. Regelmäßige Bewegung und Kraft sind das Erste, was Gesundheitsdienste raten. Laufen in mäßigem Umfang hängt nicht mit mehr Abnutzung im Gelenk zusammen. Steigern Sie langsam, wechseln Sie mit Rad oder Schwimmen ab. Hindert es Sie, kann Arzt oder Physio helfen.',
    UNCLEAR:
      'Ihre Antworten zeigen kein einzelnes Muster, und das ist häufig. Laufen Sie ein bis zwei Wochen weniger, gehen oder radeln Sie weiter, wenn es angenehm ist. Notieren Sie nach jedem Lauf Strecke, Boden, Schuhe und Schmerz. Ist es nach zwei Wochen nicht besser, gehen Sie zu Physio oder Arzt; mit einem Warnzeichen früher, bei manchen am selben Tag.',
  },
  referrals: {
    'rf1.no_weight_move':
      'Wer das Knie nicht belasten oder nicht beugen kann, sollte es noch heute in einer Notfallpraxis abklären lassen. Bitte nicht laufen und nicht testen. Das Team kann einen Stuhl anbieten und auf dem Weg dorthin helfen. Wer gar nicht aufstehen kann, wählt die Notrufnummer. Dieses Gerät kann nicht sagen, woran es liegt.',
    'rf1.hot_fever':
      'Ein heißes Knie oder Knieschmerz mit Fieber oder Unwohlsein sollte am selben Tag abgeklärt werden, weil manche Ursachen schnelle Behandlung brauchen. Rötung ist auf brauner oder schwarzer Haut schwerer zu sehen; achten Sie auch auf Wärme und Schwellung. Rufen Sie jetzt den ärztlichen Bereitschaftsdienst an.',
    'rf1.big_swelling':
      'Ein Knie, das sehr geschwollen ist oder seine Form verändert hat, sollte heute in einer Notfallpraxis abgeklärt werden. Schonen Sie es und laufen Sie nicht. Dieses Gerät kann nicht sagen, woran es liegt.',
    'rf1.calf':
      'Eine schmerzende, dicke Wade, vor allem nur an einem Bein, sollte am selben Tag abgeklärt werden, weil ein Blutgerinnsel ausgeschlossen werden muss. Nicht massieren, nicht rollen. Brustschmerz oder Atemnot? Wählen Sie sofort die Notrufnummer.',
    'rf1.injury':
      'Knieschmerz, der mit Knall, starker Drehung oder Sturz begann, sollte vor dem nächsten Lauf abgeklärt werden. Gehen Sie heute in eine Notfallpraxis oder rufen Sie den ärztlichen Bereitschaftsdienst an. Ist es lange her und wurde das Knie schon untersucht, fragen Sie vor dem Laufen dort nach.',
    rf2: 'Sie haben ein Zeichen gewählt, das jemand genau ansehen sollte. Machen Sie in den nächsten Tagen einen Termin bei Physio oder Arzt und lassen Sie Läufe, die es auslösen. Wird das Knie heiß, sehr dick, klemmt oder trägt nicht, holen Sie am selben Tag Hilfe. Neue Schuhe allein lösen das nicht.',
    'soon.duration':
      'Schmerz über mehr als zwei Wochen ist einen Termin bei Physio, Podologe oder Arzt wert, in der nächsten oder übernächsten Woche. Bewegen Sie sich bis dahin so, wie es angenehm ist. Sind Sie schon in Behandlung, bleiben Sie bei deren Plan.',
    'soon.other':
      'Einige Antworten bedeuten, dass Physio oder Arzt dieses Knie in etwa einer Woche ansehen sollten, auch wenn es neu ist. Bis dahin leichte, angenehme Bewegung. Kommt eines der Zeichen für denselben Tag, holen Sie an diesem Tag Hilfe.',
    none: 'Ist der Schmerz nach zwei Wochen nicht besser oder kommt er immer wieder, gehen Sie zu Physio oder Arzt. Manche Zeichen dürfen nicht so lange warten: Bei den einen holen Sie am selben Tag Hilfe, mit den anderen gehen Sie in den nächsten Tagen zu Physio oder Arzt. Beide Listen stehen unten.',
    'rf2.urgent':
      'Ein Knie, das wegknickt, hakt oder blockiert, sollte heute in einer Notfallpraxis oder beim ärztlichen Bereitschaftsdienst abgeklärt werden. Nicht laufen, nicht testen. Das Team kann einen Stuhl anbieten und auf dem Weg dorthin helfen. Dieses Gerät kann nicht sagen, woran es liegt.',
  },
  factors: {
    jump: 'Ein plötzlicher Sprung bei Strecke, Tempo oder Bergen ist ein häufiger Auslöser. Gehen Sie auf eine Stufe zurück, die sich gut anfühlt, dann steigern. Eine einfache Regel: Kein Lauf soll viel länger sein als der längste im letzten Monat (etwa ein Zehntel mehr). Dazwischen leichte Tage oder Ruhetage.',
    only_run:
      'Ist Laufen Ihr einziger Sport, machen Sie zweimal pro Woche kurz Kraft für Hüfte, Oberschenkel und Waden, und tauschen Sie ab und zu einen Lauf gegen Schwimmen oder Radfahren. Gemischter Sport hängt in manchen Studien mit weniger Beschwerden zusammen, sicher ist das nicht.',
    slope:
      'Schräger oder unebener Boden kann dem Knie zu schaffen machen, vor allem außen. Nehmen Sie flache, ebene Wege, solange es weh tut, wechseln Sie die Strecke, damit nicht immer dasselbe Bein tiefer steht, und laufen Sie sanft bergab. Die Belege sind dünn; richten Sie sich nach Ihrem Knie.',
    no_warm:
      'Beginnen Sie mit fünf bis zehn Minuten zügigem Gehen oder lockerem Traben und ein paar Beinschwüngen, dann schneller. Dehnen vor dem Lauf ist Geschmackssache: Große Studien fanden, dass es Verletzungen weder verhindert noch auslöst.',
    none: 'Eine kurze Notiz nach jedem Lauf - Strecke, Boden, Schuhe, wie sich das Knie anfühlte - hilft Ihnen und jeder Fachkraft zu sehen, was es auslöst.',
  },
  shoes: {
    replace_now:
      'Strecke oder Abrieb, die Sie gewählt haben, sprechen dafür, dass dieses Paar ausgedient hat. Schaum verliert Federung, bevor er alt aussieht. Bitten Sie das Team, das Paar mit Ihnen anzusehen. Ein neues Paar bringt Komfort und Halt; es heilt keinen Knieschmerz.',
    plan: 'Ihr Paar liegt mitten in den üblichen 300 bis 500 Meilen (etwa 500 bis 800 km), ist über ein Jahr alt oder zeigt ein erstes Zeichen. Keine Eile. Achten Sie auf Falten, Halt und ob es gerade steht, und sehen Sie es in vier bis sechs Wochen wieder an.',
    fine: 'Nichts, was Sie gewählt haben, spricht für einen Wechsel. Tragen Sie das Paar weiter, wenn es bequem ist, und sehen Sie es in etwa drei Monaten wieder an oder wenn sich Abrieb zeigt.',
    not_checked:
      'Wir haben heute kein Paar geprüft. Bringen Sie nächstes Mal Ihre gebrauchten Laufschuhe mit. Wählen Sie ein Paar, das sofort bequem ist.',
  },
  staff: {
    replace_now:
      'Sehen Sie das Paar zuerst gemeinsam an: Falten, Sohle, steht es gerade? Sind Sie sich einig, zeigen Sie zwei oder drei bequeme Paare zu verschiedenen Preisen. Sieht es gut aus, sagen Sie das. Sagen Sie nie, dass neue Schuhe Knieschmerz beheben oder verhindern.',
    plan: 'Zeigen Sie, worauf zu achten ist, und laden Sie in vier bis sechs Wochen wieder ein. Schlagen Sie Anprobieren nur auf Wunsch vor. Zwei Paare im Wechsel sind freiwillig: Eine Studie sah damit weniger Verletzungen.',
    fine: 'Sagen Sie, dass das Paar gut aussieht. Schlagen Sie keinen Ersatz vor. Bieten Sie an, Sitz oder Schnürung kurz zu prüfen, wenn gewünscht.',
    not_checked:
      'Kein Ergebnis. Ohne Laufschuhe zählen Komfort und Zweck. Ist das Paar zu Hause, laden Sie ein, es mitzubringen.',
    urgent:
      'Jemand hat ein dringendes Zeichen gewählt. Bieten Sie Stuhl, Telefon und Hilfe auf dem Weg zur Versorgung an. Nicht untersuchen, massieren, tapen, schienen oder verkaufen. Bei Brustschmerz, Atemnot oder sehr schlechtem Zustand: Notrufnummer wählen.',
    soon: 'Geben Sie die örtliche Liste mit Physio, Podologie und Ärzten (alle am Ort, ohne Provision). Helfen Sie mit Schuhen nur auf Wunsch. Sagen Sie klar, dass Schuhe keine Untersuchung ersetzen.',
  },
  feet: {
    flat: 'Ein flaches Gewölbe allein ist kein Fehler. Bieten Sie an, den Gang kostenlos anzusehen. Lassen Sie neutrale und stabile Paare probieren und nach Komfort wählen. Eine fertige Einlage ist freiwillig, vor allem bei Schmerz vorn, als Versuch für einige Wochen. Einlagen nach Maß: nur vom Fachmann.',
    high: 'Lassen Sie weitere, weichere Paare probieren und nach Komfort wählen. Es gibt keine guten Belege, dass passende Schuhe für ein hohes Gewölbe Verletzungen verhindern.',
    rolls_in:
      'Etwas nach innen zu knicken ist normal. Bieten Sie an, den Gang anzusehen. Eine gute Studie fand weniger Verletzungen in stabilen Schuhen bei solchen Füßen; andere fanden kein höheres Risiko in neutralen. Lassen Sie beide probieren und nach Komfort wählen.',
    unsure: 'Kein Rat nach Fußtyp. Gang nur auf Wunsch ansehen. Nach Komfort wählen.',
  },
};
