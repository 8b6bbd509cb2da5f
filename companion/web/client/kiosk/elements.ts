/** The parts of the page that the script fills. */
function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

export const bench = find('bench', HTMLDivElement);
export const device = find('device', HTMLFieldSetElement);
export const deviceName = find('device-name', HTMLElement);
export const canvas = find('screen', HTMLCanvasElement);
export const boardChoice = find('board', HTMLSelectElement);
export const languageChoice = find('language', HTMLSelectElement);
export const sizeChoice = find('size', HTMLSelectElement);
export const flashedWords = find('flashed', HTMLElement);
export const closedSheets = find('closed-sheets', HTMLElement);
export const linkState = find('link-state', HTMLElement);
export const screenWords = find('screen-words', HTMLParagraphElement);
const benchStatus = find('bench-status', HTMLParagraphElement);
export const letShoppers = find('let-shoppers', HTMLButtonElement);
export const syncNow = find('sync-now', HTMLButtonElement);
export const freshKiosk = find('fresh-kiosk', HTMLButtonElement);

/** Tells the person in front of the page how it goes. */
export const say = (words: string): void => {
  benchStatus.textContent = words;
};
