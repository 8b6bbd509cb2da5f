import type { PropsWithChildren } from 'hono/jsx';

const Swatch = ({ children }: PropsWithChildren) => (
  <svg width="40" height="12" aria-hidden="true">
    {children}
  </svg>
);

interface LegendProps {
  /** what the lines below the bars are */
  readonly before?: string;
  /** how many whole numbers are published as one; totals of a chain may have wider bands */
  readonly width?: number;
}

/** How to read the bars, in words and in their own drawing. */
export const Legend = ({ before = 'spans before, together', width = 10 }: LegendProps) => (
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
        held back: 0 to {width - 1}
      </li>
      <li>
        <Swatch>
          <rect x="0.5" y="1.5" width="39" height="9" class="unknown" />
        </Swatch>
        no report: unknown
      </li>
    </ul>
    <p>
      “{3 * width} to {4 * width - 1}” is a count rounded down to{' '}
      {width === 10 ? 'tens' : `a multiple of ${width}`}. A change is called one only if it holds for every
      count behind the rounded ones and is more than chance.
    </p>
  </section>
);
