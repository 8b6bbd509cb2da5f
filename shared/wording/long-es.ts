import type { LongWording } from './wording';

/** Spanish, for web pages and print; not reviewed by a native clinician. */
export const longEs: LongWording = {
  help: {
    rf1: {
      no_weight_move: 'no puedes apoyar la pierna, no puedes doblar o estirar la rodilla, o está bloqueada',
      hot_fever: 'está caliente, quizá roja o más oscura, o te notas con fiebre',
      big_swelling: 'está muy hinchada o ha cambiado de forma',
      calf: 'una pantorrilla duele y está hinchada',
      injury: 'empezó con un crujido, un giro fuerte o una caída',
    },
    rf2: {
      gives_way: 'la rodilla se dobla sola al pisar',
      catches: 'se traba, o se atasca y luego se suelta',
      swelling_stays: 'la hinchazón sigue después de descansar',
      night_rest: 'duele en la cama o sin moverte',
      sharp_worse: 'hay pinchazos que van a más con cada carrera',
    },
    twoSigns: 'Si encajan dos señales, elige la primera.',
    beh: 'Escaleras, bajar o estar sentado: cuenta también agacharse, correr cuesta abajo y estar mucho rato sentado.',
    wear: 'Aprieta la espuma con el pulgar: ¿quedan arrugas hondas? ¿Ya no hay dibujo en la suela? Pon la zapatilla en un mostrador plano y mírala por detrás: ¿se inclina?',
  },
  patterns: {
    PFP: 'Tus respuestas encajan con dolor alrededor de la rótula. Es frecuente y suele calmarse con tiempo y una carga sensata. Por ahora, reduce cuestas, escaleras y agacharte hasta lo que te resulte cómodo. Haz fuerza de cadera y muslo dos o tres veces por semana. Pasos algo más cortos y rápidos pueden descargar la rótula.',
    ITB: 'Tus respuestas encajan con dolor en el lado externo que aparece al avanzar la carrera. Corre menos que hasta el punto donde empieza y por suelo llano y parejo. Añade fuerza del lado de la cadera. El rodillo puede aliviar un rato, pero es opcional. Alarga poco a poco cuando andar y subir escaleras sea fácil.',
    PT: 'Tus respuestas encajan con dolor en el cordón que hay bajo la rótula. Reduce saltos, sprints y cuestas una temporada, sin pararlo todo. La fuerza lenta y constante del muslo es lo principal; un fisio puede fijar el nivel. Mejorar lleva de semanas a meses. Calentar puede aliviar, pero no lo arregla.',
    MEN: 'Tus respuestas podrían encajar con dolor de dentro de la articulación que sale al girar. Evita agacharte del todo y los giros bruscos. Doblar suave, andar o pedalear sin esfuerzo está bien si es cómodo. Pide cita con fisio o médico. Si cede o se traba, que te vean antes; si está bloqueada o muy hinchada, el mismo día.',
    OA: 'Tus respuestas encajan con una rodilla rígida desde hace tiempo. Moverse y hacer fuerza con regularidad es lo primero que proponen los servicios de salud. Correr con moderación no se asocia con más desgaste de la articulación. Sube poco a poco y combina con bici o natación. Si te limita, un médico o fisio puede ayudar.',
    UNCLEAR:
      'Tus respuestas no señalan un solo patrón, y eso es frecuente. Afloja una o dos semanas y sigue andando o pedaleando si es cómodo. Anota distancia, suelo, zapatillas y dolor después de cada carrera. Si no ha mejorado en dos semanas, ve a un fisio o médico; con una señal de alarma, antes, y con algunas el mismo día.',
  },
  referrals: {
    'rf1.no_weight_move':
      'No poder apoyarte en la rodilla o no poder doblarla pide una revisión hoy mismo en urgencias. No corras ni la pruebes. El personal puede ofrecerte una silla y ayudarte a llegar allí. Si no puedes ponerte de pie de ningún modo, llama al número de emergencias. Este aparato no puede decir cuál es la causa.',
    'rf1.hot_fever':
      'Una rodilla caliente, o dolor de rodilla con fiebre o malestar, debe verse el mismo día, porque algunas causas necesitan tratamiento rápido. El color rojo se ve peor en piel morena o negra: fíjate también en el calor y la hinchazón. Llama ahora al teléfono de urgencias de tu zona.',
    'rf1.big_swelling':
      'Una rodilla muy hinchada o que ha cambiado de forma debe verse hoy en urgencias. Descansa y no corras. Este aparato no puede decir cuál es la causa.',
    'rf1.calf':
      'Una pantorrilla dolorida e hinchada, sobre todo en una sola pierna, debe verse el mismo día, porque hay que descartar un coágulo de sangre. No la masajees ni uses el rodillo. ¿Dolor de pecho o falta de aire? Llama enseguida al número de emergencias.',
    'rf1.injury':
      'Un dolor de rodilla que empezó con un crujido, un giro fuerte o una caída debe verse antes de volver a correr. Ve hoy a urgencias o llama a tu teléfono de salud. Si fue hace tiempo y ya te la revisaron, pregunta a quien te atendió antes de correr.',
    rf2: 'Has elegido una señal que conviene mirar bien. Pide cita con fisio o médico en los próximos días y deja las carreras que la provocan. Si se pone caliente, muy hinchada, bloqueada, o no puedes apoyarte, busca ayuda el mismo día. Unas zapatillas nuevas no bastan para calmarlo.',
    'soon.duration':
      'Si duele más de dos semanas, merece una revisión con fisio, podólogo o médico: pide cita para la próxima semana o la siguiente. Mientras, sigue moviéndote sin dolor. Si ya te atiende alguien, sigue con su plan.',
    'soon.other':
      'Por algunas respuestas, un fisio o médico debería ver esta rodilla en una semana o así, aunque sea algo nuevo. Hasta entonces, movimiento fácil y cómodo. Si aparece una de las señales para el mismo día, busca ayuda ese día.',
    none: 'Si el dolor no ha mejorado en dos semanas, o vuelve una y otra vez, ve a un fisio o médico. Algunas señales no deben esperar tanto: con unas, busca ayuda el mismo día; con otras, ve a un fisio o médico en los próximos días. Las dos listas están abajo.',
    'rf2.urgent':
      'Una rodilla que cede, se traba o se bloquea debe verse hoy en urgencias o por tu teléfono de salud. No corras ni la pruebes. El personal puede ofrecerte una silla y ayudarte a llegar allí. Este aparato no puede decir cuál es la causa.',
  },
  factors: {
    jump: 'Un aumento brusco de distancia, velocidad o cuestas es un detonante frecuente. Baja a un nivel que te siente bien y luego sube. Una guía sencilla: que ninguna carrera pase mucho de la más larga del último mes (una décima parte más). Deja días suaves o de descanso entre los duros.',
    only_run:
      'Si correr es tu único ejercicio, añade dos sesiones cortas de fuerza por semana para cadera, muslo y pantorrilla, y cambia alguna carrera por nadar o pedalear. Combinar deportes se asocia con menos molestias en algunos estudios, aunque no es una garantía.',
    slope:
      'El suelo inclinado o irregular puede molestar a la rodilla, sobre todo por fuera. Elige caminos llanos y parejos mientras duela, cambia de ruta para que no vaya siempre más baja la misma pierna y baja las cuestas con calma. Hay pocas pruebas: guíate por cómo la notas.',
    no_warm:
      'Empieza con cinco a diez minutos de andar rápido o trotar suave y algunos balanceos de pierna; luego coge ritmo. Estirar antes de correr es una opción: estudios grandes vieron que ni previene ni causa lesiones.',
    none: 'Una nota breve tras cada carrera - distancia, suelo, zapatillas, cómo iba la rodilla - os ayuda a ti y a quien te atienda a ver qué lo provoca.',
  },
  shoes: {
    replace_now:
      'La distancia o el desgaste que has elegido indican que este par ya ha cumplido. La espuma pierde rebote antes de verse gastada. Pide al personal que mire el par contigo. Un par nuevo es cuestión de comodidad y agarre; no cura el dolor de rodilla.',
    plan: 'Tu par va por la mitad de las habituales 300-500 millas (unos 500-800 km), tiene más de un año o muestra una primera señal. Sin prisa. Vigila las arrugas, el agarre y si se apoya recto, y vuelve a mirarlo en cuatro a seis semanas.',
    fine: 'Nada de lo que has elegido indica que haya que cambiar este par. Sigue usándolo si es cómodo y míralo otra vez en unos tres meses o si aparece desgaste.',
    not_checked:
      'Hoy no hemos revisado ningún par. Trae tus zapatillas usadas la próxima vez. Al elegir un par, quédate con el que sea cómodo desde el primer momento.',
  },
  staff: {
    replace_now:
      'Mirad el par juntos primero: arrugas, suela, ¿se apoya recto? Si estáis de acuerdo, enseñad dos o tres opciones cómodas de distintos precios. Si se ve y se siente bien, decidlo. Nunca digáis que unas zapatillas nuevas arreglan o previenen el dolor de rodilla.',
    plan: 'Enseñad a la persona en qué fijarse e invitadla a volver en cuatro a seis semanas. Proponed probar pares solo si lo pide. Alternar dos pares es opcional: un estudio lo asoció con menos lesiones.',
    fine: 'Decid que el par se ve bien. No propongáis cambiarlo. Ofreced mirar el ajuste o los cordones si lo desea.',
    not_checked:
      'Sin resultado. Si no tiene zapatillas de correr, buscad comodidad y uso previsto. Si el par está en casa, invitad a traerlo.',
    urgent:
      'La persona ha elegido una señal urgente. Ofreced silla, teléfono y ayuda para llegar a la atención médica. No examinar, masajear, poner cintas ni rodilleras, ni vender. Si hay dolor de pecho, falta de aire o muy mal aspecto, llamad al número de emergencias.',
    soon: 'Dad la lista local de fisios, podólogos y médicos (todos los de la zona, sin comisión). Ayudad con zapatillas solo si lo pide. Decid con claridad que unas zapatillas no sustituyen una revisión.',
  },
  feet: {
    flat: 'El arco plano por sí solo no es un defecto. Ofreced mirar la pisada gratis si lo desea. Que pruebe pares neutros y estables y elija por comodidad. Una plantilla ya hecha es opcional, sobre todo si duele delante, como prueba de unas semanas. Plantillas a medida: solo el podólogo.',
    high: 'Que pruebe pares más amplios y blandos y elija por comodidad. No hay buenas pruebas de que adaptar la zapatilla a un arco alto prevenga lesiones.',
    rolls_in:
      'Que el pie caiga algo hacia dentro es normal. Ofreced mirar la pisada. Un buen estudio vio menos lesiones con zapatillas estables en pies que caen hacia dentro; otros no vieron más riesgo con las neutras. Que pruebe ambas y elija por comodidad.',
    unsure:
      'Sin consejo sobre el tipo de pie. Ofreced mirar la pisada solo si lo pide. Ajustad por comodidad.',
  },
};
