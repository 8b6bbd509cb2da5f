import type { PropsWithChildren } from 'hono/jsx';

type ChartSvgProps = PropsWithChildren<{
  /** Unique on the page; names the title and the description. */
  id: string;
  title: string;
  description: string;
  heightPx: number;
  /** Leaves room at the left for the figures of an axis. */
  hasAxis?: boolean;
}>;

/** The frame of every chart: as wide as its place, with a title and a description for those who do not see it. */
export function ChartSvg({ id, title, description, heightPx, hasAxis, children }: ChartSvgProps) {
  return (
    <svg
      class={hasAxis ? 'chart with-axis' : 'chart'}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      width="100%"
      height={heightPx}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {children}
    </svg>
  );
}

/** The hatching for "somewhere in this band", once on each page that has charts. */
export const ChartDefs = () => (
  <svg width="0" height="0" aria-hidden="true" class="defs">
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" class="hatch-ground" />
        <rect width="2" height="5" class="hatch-line" />
      </pattern>
    </defs>
  </svg>
);
