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

/** Opens everything that is folded away, so that it is looked at, too. */
export const unfoldAll = (page: Page): Promise<void> => page.evaluate<void>(UNFOLD);

/** The name of what has the focus. */
export const focusedName = (page: Page): Promise<string> => page.evaluate<string>(FOCUSED);

/** The places that reach out of the window sideways; empty is well. */
export const findOverflow = (page: Page): Promise<string[]> => page.evaluate<string[]>(REACHING);

/** What axe finds on a page: one line for each rule and place; empty is well. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}
