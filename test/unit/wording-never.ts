import type { Language } from '../../shared/check/codes';

/** What is never said about a shopper. `except` may stand all the same. */
interface Never {
  phrase: RegExp;
  except?: RegExp;
}

const BRANDS = /\b(nike|adidas|asics|brooks|hoka|saucony|mizuno|puma|altra|salomon|new balance)\b/i;
const MEDICINES =
  /\b(ib[ui]profen[oe]?|parac[eé]tamol|aspirin[ae]?|naprox[eè]n[eo]?|diclof[eé]nac[o]?|[ck]ortiso[nl][ae]?|steroid|mg)s?\b/i;
/** A guide for running, not a figure about the shopper. */
const LONGEST_RUN = /\+10%/;

const everywhere: Never[] = [
  { phrase: BRANDS },
  { phrase: MEDICINES },
  { phrase: /%/, except: LONGEST_RUN },
  { phrase: /\bAI\b/ },
  { phrase: /\bbmi\b/i },
];

// no \b beside accented letters: in a regular expression they are no letters of a word
const byLanguage: Readonly<Record<Language, readonly Never[]>> = {
  en: [
    { phrase: /\byou have\b/i },
    { phrase: /\bdiagnos/i, except: /\bnot a diagnosis\b/i },
    { phrase: /\binjured\b/i },
    { phrase: /\btorn\b/i },
    { phrase: /\bdamage/i },
    { phrase: /\bsafe to run\b/i },
    { phrase: /\bnothing serious\b/i },
    { phrase: /\ball clear\b/i },
    { phrase: /\bcured\b/i },
    {
      phrase: /\b(this|these|the|new|our) (pair|shoes) (will|can) (fix|cure|heal|prevent|stop)\b/i,
      except: /\bNever say that new shoes will fix or prevent knee pain\b/,
    },
    { phrase: /\b(doctor|clinician|expert)s?[- ](approved|recommended)\b/i },
    { phrase: /\bper cent\b/i },
    { phrase: /\b(painkiller|tablet)s?\b/i },
    { phrase: /\b(weight|overweight|obes|fat|slim|posture)/i },
    { phrase: /\bshould have\b/i },
    { phrase: /overpronat/i },
    { phrase: /\bbad (form|style|technique)\b/i },
  ],
  es: [
    { phrase: /\b(tienes|padeces|sufres) (una?|el|la)? ?\w/i },
    { phrase: /diagn[oó]stic/i, except: /\bNo es un diagnóstico\b/ },
    { phrase: /\blesionad/i },
    { phrase: /\b(rotura|desgarr|rot[oa]\b)/i },
    { phrase: /\bda(ñ|nad)/i },
    { phrase: /\bsegur[oa] correr\b|\bpuedes correr sin (riesgo|peligro)/i },
    { phrase: /\bnada grave\b/i },
    { phrase: /\btodo (está )?(bien|en orden)\b/i },
    { phrase: /\bcurad[oa]/i },
    {
      phrase: /\b(zapatillas|par)( nuev[oa]s?)? (te |lo )?(arregla|cura|previene|sana|quita|evita)n?\b/i,
      except: /\bNunca digáis que unas zapatillas nuevas arreglan o previenen el dolor de rodilla\b/,
    },
    { phrase: /\b(aprobad|recomendad)[oa]s? por (el )?(médic|expert)/i },
    { phrase: /\bpor ciento\b/i },
    { phrase: /\b(pastilla|calmante|analgésico|esteroide)s?/i },
    { phrase: /\b(tu peso|sobrepeso|obes|gord|delgad|postura)/i },
    { phrase: /\b(deberías|debías) haber\b/i },
    { phrase: /pronador/i },
    { phrase: /\bmala (técnica|forma)\b/i },
  ],
  fr: [
    { phrase: /\bvous (avez|souffrez d)(?! choisi| mal\b)/i },
    { phrase: /diagnosti[cq]/i, except: /\bPas un diagnostic\b/ },
    { phrase: /\bblessé/i },
    { phrase: /\b(déchir|rompu)/i },
    { phrase: /\b(abîm|endommag|lésion)/i },
    { phrase: /\bcourir sans (risque|danger)\b/i },
    { phrase: /\brien de grave\b/i },
    { phrase: /\btout va bien\b/i },
    { phrase: /\bguéri(?!t pas\b)/i },
    {
      phrase: /\b(chaussures|paire)( neuves?)? (règle|guéri|évite|soigne|répare)(nt|t)?\b(?! pas\b)/i,
      except: /\bNe dites jamais que des chaussures neuves règlent ou évitent le mal de genou\b/,
    },
    { phrase: /\b(approuv|recommand)\S* par (un |les? )?(médecin|expert)/i },
    { phrase: /\bpour cent\b/i },
    { phrase: /\b(comprimé|antidouleur|stéroïde)s?/i },
    { phrase: /\b(votre poids|surpoids|obès|gros\b|grosse|mince\b|posture)/i },
    { phrase: /\bauriez dû/i },
    { phrase: /pronateur/i },
    { phrase: /\bmauvaise (technique|foulée|forme)\b/i },
  ],
  de: [
    { phrase: /\bSie (haben|leiden an) (eine?n?|das|die|den)\b(?! (Zeichen|dringendes Zeichen) gewählt)/ },
    { phrase: /diagnos/i, except: /\bKeine Diagnose\b/ },
    { phrase: /\bverletzt\b/i },
    { phrase: /\b(gerissen|riss\b)/i },
    { phrase: /\b(beschädigt|schaden\b|geschädigt)/i },
    { phrase: /\b(gefahrlos|sicher) laufen\b/i },
    { phrase: /\bnichts Ernstes\b/i },
    { phrase: /\balles (gut|klar|in Ordnung)\b/i },
    { phrase: /\bgeheilt\b/i },
    {
      phrase: /\b(Schuhe|Paar) (heil|beheb|verhinder|lös)(en|t|st)\b(?! (das nicht|keinen Knieschmerz))/i,
      except: /\bSagen Sie nie, dass neue Schuhe Knieschmerz beheben oder verhindern\b/,
    },
    { phrase: /\bvon (Ärzten|Experten|Fachleuten) (empfohlen|geprüft)\b/i },
    { phrase: /\bProzent\b/i },
    { phrase: /\b(Tablette|Schmerzmittel)/i },
    { phrase: /\b(Ihr Gewicht|Übergewicht|dick sind|schlank|Körperhaltung)/i },
    { phrase: /\bhätten\b.*\bsollen\b/i },
    { phrase: /pronier/i },
    { phrase: /\bschlechte[rn]? (Stil|Technik|Form)\b/i },
  ],
};

/** The refused phrases that a text in that language holds. */
export function forbidden(language: Language, text: string): string[] {
  const words = text.replaceAll('\n', ' ');
  return [...everywhere, ...byLanguage[language]]
    .filter(({ phrase, except }) => phrase.test(except ? words.replace(except, '') : words))
    .map(({ phrase }) => phrase.source);
}

/** Sentences that must be refused, by language. */
export const refusedSentences: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'You have a torn meniscus',
    'This is your diagnosis',
    'Your knee is injured',
    'Not damaged',
    'It is safe to run',
    'Probably nothing serious',
    'All clear!',
    'You will be cured',
    'These shoes will fix it',
    'New shoes can prevent knee pain',
    'Doctor approved',
    'The AI says so',
    '87% match',
    'Take ibuprofen',
    'Lose weight',
    'You should have come sooner',
    'Buy Hoka',
    'You are an overpronator',
    'You run with bad form',
  ],
  es: [
    'Tienes el menisco mal',
    'Este es tu diagnóstico',
    'La rodilla está lesionada',
    'Hay una rotura',
    'No está dañada',
    'Es seguro correr',
    'No es nada grave',
    'Todo está bien',
    'Estarás curado',
    'Unas zapatillas nuevas curan la rodilla',
    'Este par previene el dolor',
    'Recomendado por médicos',
    'Coincide al 87%',
    'Toma ibuprofeno',
    'Pierde peso: tu peso cuenta',
    'Deberías haber venido antes',
    'Compra Hoka',
    'Eres pronador',
    'Corres con mala técnica',
  ],
  fr: [
    'Vous avez une tendinite',
    'Voici votre diagnostic',
    'Le genou est blessé',
    'Le ménisque est déchiré',
    'Rien de cassé, rien d’abîmé',
    'Vous pouvez courir sans risque',
    'Rien de grave',
    'Tout va bien',
    'Vous serez guéri',
    'Ces chaussures règlent le problème',
    'Une paire neuve évite la douleur',
    'Recommandé par les médecins',
    'Sûr à 87 %',
    'Prenez du paracétamol',
    'Surveillez votre poids',
    'Vous auriez dû venir avant',
    'Achetez Hoka',
    'Vous êtes pronateur',
    'Vous avez une mauvaise foulée',
  ],
  de: [
    'Sie haben eine Entzündung',
    'Das ist Ihre Diagnose',
    'Das Knie ist verletzt',
    'Das Band ist gerissen',
    'Nichts beschädigt',
    'Sie können sicher laufen',
    'Es ist nichts Ernstes',
    'Alles in Ordnung',
    'Sie sind bald geheilt',
    'Neue Schuhe beheben das',
    'Dieses Paar verhindert Schmerz',
    'Von Ärzten empfohlen',
    'Zu 87% sicher',
    'Nehmen Sie Ibuprofen',
    'Ihr Gewicht ist zu hoch',
    'Sie hätten früher kommen sollen',
    'Kaufen Sie Hoka',
    'Sie pronieren',
    'Sie laufen mit schlechter Technik',
  ],
};
