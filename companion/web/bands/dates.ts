const DAY_MS = 86_400_000;

const longFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** An ISO date in words: "Mon, 2 Mar 2026". A text that is no date is shown as it is. */
export function dateWords(isoDate: string): string {
  const ms = Date.parse(isoDate);
  return Number.isNaN(ms) ? isoDate : longFormat.format(ms);
}

/** An ISO date without weekday and year, for axes: "2 Mar". */
export function shortDateWords(isoDate: string): string {
  const ms = Date.parse(isoDate);
  return Number.isNaN(ms) ? isoDate : shortFormat.format(ms);
}

/** How many store days a span covers, both ends included; at least 1. */
export function spanDays(firstDay: string, lastDay: string): number {
  const days = Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS) + 1;
  return Number.isFinite(days) ? Math.max(1, days) : 1;
}

/** An age in its largest fitting unit: "under a minute", "12 minutes", "3 days". */
export function ageWords(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return 'under a minute';
  const [amount, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
