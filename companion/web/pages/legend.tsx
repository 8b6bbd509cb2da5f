import type { PropsWithChildren } from 'hono/jsx';

const Swatch = ({ children }: PropsWithChildren) => (
  <svg width="40" height="12" aria-hidden="true">
    {children}
  </svg>
);

/** How to read the bars, in words and in their own drawing. */
export const Legend = ({ before = 'spans before, together' }: { before?: string }) => (
  <section class="legend" aria-label="How to read the charts">
    <ul>
      <li>
        <Swatch>
          <rect y="1" width="40" height="10" class="sure" />
        </Swatch>
        at least
      </li>
      <li>
        <Swatch>
          <rect y="1" width="40" height="10" class="maybe" />
        </Swatch>
        perhaps
      </li>
      <li>
        <Swatch>
          <rect y="5" width="40" height="3" class="before" />
        </Swatch>
        {before}
      </li>
      <li>
        <Swatch>
          <rect x="0.5" y="1.5" width="39" height="9" class="held-back" />
        </Swatch>
        held back: 0 to 9
      </li>
      <li>
        <Swatch>
          <rect x="0.5" y="1.5" width="39" height="9" class="unknown" />
        </Swatch>
        no report: unknown
      </li>
    </ul>
    <p>
      “30 to 39” is a count rounded down to tens. A change is called one only if it holds for every count
      behind the rounded ones and is more than chance.
    </p>
  </section>
);
