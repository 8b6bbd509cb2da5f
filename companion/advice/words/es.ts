import type { AdviceWords } from './advice-words';

/** Spanish; not reviewed by a native clinician. */
export const es: AdviceWords = {
  languageName: 'Español',
  allPages: 'Todos los consejos del quiosco',
  patternsHeading: 'Cómo puede llamarlo el quiosco',
  referralsHeading: 'Cuándo consultar',
  referrals: {
    'rf1.no_weight_move': 'No puedes apoyar o doblar la rodilla',
    'rf1.hot_fever': 'Rodilla caliente, o fiebre',
    'rf1.big_swelling': 'Rodilla muy hinchada',
    'rf1.calf': 'Pantorrilla hinchada y dolorida',
    'rf1.injury': 'Un crujido, un giro o una caída',
    rf2: 'Una señal para que la vean pronto',
    'soon.duration': 'Dolor desde hace más de dos semanas',
    'soon.other': 'Que la vean en los próximos días',
    none: 'A qué prestar atención',
    'rf2.urgent': 'Cede, se traba o se bloquea',
  },
  inShort: 'En breve',
  more: 'Más sobre esto',
  warningSigns: 'Señales de alarma',
  viewsDiffer: 'Hay opiniones distintas',
  views: {
    rest: 'Reposo o seguir: unos dicen que pares, otros que sigas. Lo más común es aflojar un tiempo corto y mantener el movimiento que resulte cómodo, salvo que haya una señal de alarma.',
    longRuns:
      'La regla del diez por ciento: sumar una décima parte por semana no cambió nada en un ensayo. En un estudio posterior, las tiradas mucho más largas que la mayor del último mes vinieron con más lesiones.',
    hips: 'Caderas: unos dicen que la causa son las caderas débiles. Una revisión no vio ahí un riesgo. La fuerza de cadera y tronco ayudó a principiantes en un ensayo y en otro no.',
    rolling:
      'Rodillo de espuma: unos prometen alivio inmediato. Las revisiones ven algo más de movilidad por un rato y nada que muestre un efecto duradero. Es cuestión de comodidad.',
    stretching:
      'Estirar antes de correr: se aconseja a menudo. Un ensayo grande no encontró diferencia en las lesiones, ni para bien ni para mal.',
    landing:
      'Talón o mediopié: cada uno tiene quien lo llama el mejor. Las revisiones no encontraron una forma de pisar que sea la mejor para todos.',
    shoes:
      'Zapatillas de estabilidad y plantillas: un ensayo encontró menos lesiones con ellas en pies que se van hacia dentro; otros estudios no vieron más riesgo con zapatillas normales. Las plantillas ya hechas pueden ayudar unas semanas, junto con ejercicio. Decide la comodidad.',
    braces:
      'Rodilleras: unos están en contra, a otros les resultan agradables. Los ensayos muestran poca diferencia y ninguna prueba de daño. Son una comodidad, no una solución.',
  },
  sources: 'De dónde sale esto',
  sourcesNote: 'Las fuentes se describen en inglés.',
  emergency: 'Dolor de pecho, falta de aire o no puedes tenerte en pie: llama al',
  emergencyUnset: 'número de emergencias',
  urgentLine: 'Línea de salud urgente:',
  noticesHeading: 'Ten en cuenta',
  notices: [
    'Es información general para adultos, no un diagnóstico. No te conoce a ti ni a tu rodilla.',
    'No es para menores de 18, en el embarazo, con prótesis, problemas de inmunidad o diabetes, tras una operación reciente, ni con cáncer ahora o antes: pregunta a un profesional.',
    'Los textos están hechos con ayuda de una máquina a partir de las fuentes de abajo, y traducidos del inglés por una máquina. Ningún clínico de habla española los ha revisado.',
    'Esta página no pone cookies, y nadie cuenta quién la lee.',
  ],
  textsOf: 'Textos del',
  contact: 'Preguntas y quejas:',
  contactUnset: 'díselo a la tienda donde está el quiosco.',
  card: {
    title: 'Antes de usar el quiosco',
    how: 'Para adultos. No es un diagnóstico. No se guarda nada de ti. Lee la pantalla tú; si lo prefieres, el personal te la lee.',
    leftOff: 'Señales que no están en la pantalla',
    leftOffSigns: [
      'pérdida de peso sin explicación',
      'cáncer, ahora o antes',
      'un pie frío, azul o dormido',
      'una erupción en la piel',
      'otras articulaciones que también duelen',
    ],
    leftOffAdvice: 'Dolor de rodilla con algo de esto: ve al médico sin tardar, diga lo que diga el quiosco.',
    notCovered: 'No uses el quiosco para la rodilla',
    notCoveredWho: [
      'si tienes menos de 18 años',
      'en el embarazo',
      'con una prótesis articular',
      'con problemas de inmunidad o diabetes',
      'tras una operación reciente',
      'con cáncer, ahora o antes',
    ],
    notCoveredAdvice: 'Ve a un médico o fisio. «Solo zapatillas» es para todos desde los 18.',
    readMore: 'Letra grande y fuentes:',
    made: 'Hecho y traducido con ayuda de una máquina; ningún clínico de habla española ha revisado esta tarjeta.',
  },
};
