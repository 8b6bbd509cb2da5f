import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// Scripts for the page are texts: the types of a browser are not those of these tests.
const UNFOLD = 'for (const details of document.querySelectorAll("details")) details.open = true';
const REACHING = `document.documentElement.scrollWidth <= window.innerWidth
  ? []
  : [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))`;
const FOCUSED = `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''`;

/** The width and height of A4 within its margins, in CSS px. */
export const PAPER = { width: 726, height: 1062 };

const SMALLEST_TYPE = `(() => {
  let smallest = { pt: Infinity, words: '' };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (words === '' || element.getClientRects().length === 0 || element.closest('.unseen')) continue;
    const drawing = element.closest('svg[viewBox]');
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    const pt = Math.round(parseFloat(getComputedStyle(element).fontSize) * scale * 75) / 100;
    if (pt < smallest.pt) smallest = { pt, words };
  }
  return smallest;
})()`;

/** The smallest type that can be seen, as the page is shown now. */
export const findSmallestType = (page: Page): Promise<{ pt: number; words: string }> =>
  page.evaluate<{ pt: number; words: string }>(SMALLEST_TYPE);

/** How many sheets of paper a page prints on. */
export async function countSheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Opens everything that is folded away, so that it is looked at, too. */
export const unfoldAll = (page: Page): Promise<void> => page.evaluate<void>(UNFOLD);

/** The name of what has the focus. */
export const focusedName = (page: Page): Promise<string> => page.evaluate<string>(FOCUSED);

/** The places that reach out of the window sideways; empty is well. */
export const findOverflow = (page: Page): Promise<string[]> => page.evaluate<string[]>(REACHING);

/**
 * What axe finds on a page: one line for each rule and place; empty is well.
 *
 * @param rules only these; the other colour scheme needs nothing but the contrast of its colours
 */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}
