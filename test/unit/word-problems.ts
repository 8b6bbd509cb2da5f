import type { RenderedScreen } from '../../companion/screens/render';
import { SCREEN_CHECKLIST, SCREEN_HAND, SCREEN_NOTICE, SCREEN_UNDER_18 } from '../../firmware/flow/run';
import type { Language } from '../../shared/check/codes';
import { textList } from '../../shared/wording/texts';
import { type IntendedWords, intendedWords, type SaidSettings } from './intended-words';

/** A text without what breaking its lines may change. */
const squeeze = (text: string): string => text.replace(/[\s\xad-]/g, '');

const ARROWS = ['\x80', '\x81'];

function problemsInNormalSize(screen: RenderedScreen, { said, answers, labels }: IntendedWords): string[] {
  const problems: string[] = [];
  const drawn = squeeze(screen.texts.map(({ text }) => text).join(''));
  const lines = said.split('\n').map(squeeze);
  const pieces = [...lines, ...answers.map(squeeze), ...labels.map(squeeze)];
  for (const piece of pieces) if (!drawn.includes(piece)) problems.push(`"${piece}" is not all there`);
  const wanted = pieces.join('').length;
  if (drawn.length !== wanted) problems.push(`${drawn.length} letters are drawn, ${wanted} were meant`);
  const places = lines.map((line) => drawn.indexOf(line));
  if (places.some((place, index) => place < (places[index - 1] ?? 0)))
    problems.push('the lines are out of order');
  return problems;
}

/** What stands beside the keys in large size, which is not part of what is said or answered. */
function withoutLabels(screen: RenderedScreen, labels: readonly string[]): string {
  const left = screen.texts.map(({ text }) => text);
  for (const label of [...labels, ...ARROWS]) {
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
  }
  return squeeze(left.join(''));
}

function problemsInLargeSize(
  pages: readonly RenderedScreen[],
  { said, answers, labels }: IntendedWords,
  language: Language,
): string[] {
  const ui = (key: string): string => textList(language).find((text) => text.key === `ui.${key}`)?.text ?? '';
  const wordPages = pages.length - answers.length;
  const isChecklist = pages[0]?.at?.run.screen === SCREEN_CHECKLIST;
  const words = pages.slice(0, wordPages).map((page) => withoutLabels(page, labels));
  const problems =
    words.join('') === squeeze(said) ? [] : [`says "${words.join('')}" for "${squeeze(said)}"`];
  answers.forEach((answer, index) => {
    const page = pages[wordPages + index];
    const isSign = isChecklist && index < answers.length - 1;
    const keys = isSign ? [ui('NO'), ui('YES_ONE').split(',')[0] ?? ''] : ['OK'];
    const shown = page ? withoutLabels(page, [...labels, ...keys]) : '';
    if (shown !== squeeze(answer)) problems.push(`answers "${shown}" for "${squeeze(answer)}"`);
  });
  for (const page of pages)
    for (const label of labels)
      if (!page.texts.some(({ text }) => text === label))
        problems.push(`page ${page.name} has no "${label}"`);
  return problems;
}

/** What is missing, too much, cut or out of order on the screens of runs, in sentences; empty is well. */
export function wordProblems(
  screens: readonly RenderedScreen[],
  language: Language,
  settings: SaidSettings,
): string[] {
  const stops = new Map<object, RenderedScreen[]>();
  for (const screen of screens)
    if (screen.at) stops.set(screen.at.run, [...(stops.get(screen.at.run) ?? []), screen]);
  return [...stops].flatMap(([, pages]) => {
    const [first] = pages;
    if (!first?.at) return [];
    const { run } = first.at;
    const intended = intendedWords(run, language, settings);
    const problems = run.isLarge
      ? problemsInLargeSize(pages, intended, language)
      : problemsInNormalSize(first, intended);
    return problems.map((problem) => `${first.name}: ${problem}`);
  });
}

/** Tells of a drawn text whether it is what is read most: an answer, a sign, a line of a card or of a notice. */
export function readWords(
  screen: RenderedScreen,
  language: Language,
  settings: SaidSettings,
): (text: string) => boolean {
  if (!screen.at) return () => false;
  const { run } = screen.at;
  const { said, answers, labels } = intendedWords(run, language, settings);
  const lines = said.split('\n');
  const isNotice = [SCREEN_NOTICE, SCREEN_UNDER_18, SCREEN_HAND].includes(run.screen);
  const small = isNotice ? 0 : run.cards.length > 0 ? 1 : lines.length; // titles and questions
  const others = [...lines.slice(0, small), ...labels].map(squeeze);
  const read = [...answers, ...lines.slice(small)].map(squeeze);
  return (text) => {
    const letters = squeeze(text);
    return !others.includes(letters) && read.some((words) => words.includes(letters));
  };
}
