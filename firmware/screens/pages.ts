/** Pixels that a line has in large size. */
export const LINE_PX = 126;

/**
 * Words in large size, as pages of one or two lines: each line that is given begins a page. Breaks at spaces only, and
 * never before the punctuation that French sets apart.
 *
 * @param widthPx  how wide a line would be
 */
export function pagesOf(text: string, widthPx: (line: string) => number): string[] {
  const pages: string[] = [];
  text.split('\n').forEach((given) => {
    let page = '';
    let line = '';
    given.split(' ').forEach((word) => {
      const longer = line && line + ' ' + word;
      if ('?!:;'.indexOf(word) < 0 && widthPx(longer) > LINE_PX) {
        if (page) pages.push(page + line);
        page = page ? '' : line + '\n';
        line = word;
      } else line = longer || word;
    });
    pages.push(page + line);
  });
  return pages;
}
