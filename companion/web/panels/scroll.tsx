import type { PropsWithChildren } from 'hono/jsx';

/** Scrolls sideways what is wider than the page, with the keyboard too. */
export const Scroll = ({ label, children }: PropsWithChildren<{ label: string }>) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    {children}
  </section>
);
