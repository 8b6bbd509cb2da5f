let texts = '';

/** Whether a language was flashed. */
export function hasLanguage(code: string): boolean {
  return require('Storage').read(code) !== undefined;
}

/** Takes the texts of one language into use; false when that language was not flashed. */
export function useLanguage(code: string): boolean {
  const file = require('Storage').read(code);
  if (!file) return false;
  texts = file;
  return true;
}

/** The text with this number (shared/wording/keys), its lines separated by \n. */
export function textOf(number: number): string {
  const at = number * 2;
  const start = texts.charCodeAt(at) + 256 * texts.charCodeAt(at + 1);
  return texts.substr(start, texts.charCodeAt(at + 2) + 256 * texts.charCodeAt(at + 3) - start);
}
