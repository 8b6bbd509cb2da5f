import type { PropsWithChildren } from 'hono/jsx';

/** Bars are 9 px high; what is drawn under them reaches as far as this. */
const ROW_HEIGHT_PX = 14;
export const BAR_PX = 9;

type RowChartProps = PropsWithChildren<{
  /** Unique on the page; names the title and the description. */
  id: string;
  title: string;
  description: string;
}>;

/** A chart of rows: one picture with a title and a description for those who do not see it. Its words wrap as text does. */
export const RowChart = ({ id, title, description, children }: RowChartProps) => (
  <div class="rows" role="img" aria-labelledby={`${id}-t`} aria-describedby={`${id}-d`}>
    <span hidden id={`${id}-t`}>
      {title}
    </span>
    <span hidden id={`${id}-d`}>
      {description}
    </span>
    {children}
  </div>
);

type ChartRowProps = PropsWithChildren<{
  label: string;
  /** What stands at the row's end: a figure, or the state in place of one. */
  value: string;
  /** There is no figure, so the value is a word. */
  isWithout: boolean;
  share?: string;
}>;

/** One row: its label, its figures, and the bar drawn in it. */
export const ChartRow = ({ label, value, isWithout, share, children }: ChartRowProps) => (
  <div class="row">
    <span>{label}</span>
    <span class="row-figures">
      <span class="share">{share}</span> <span class={isWithout ? 'without' : 'row-value'}>{value}</span>
    </span>
    <svg class="bar" width="100%" height={ROW_HEIGHT_PX} aria-hidden="true">
      {children}
    </svg>
  </div>
);
