const DAY_MS = 86_400_000;

// Written here because Intl's formats differ between the versions of Node.
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date without weekday and year, for axes: "2 Mar". A text that is no date is shown as it is. */
export function shortDateWords(isoDate: string): string {
  const date = new Date(isoDate);
  return Number.isNaN(date.getTime()) ? isoDate : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** An ISO date in words, without its year: "Mon 2 Mar". */
function dayWords(isoDate: string): string {
  const weekday = WEEKDAYS[new Date(isoDate).getUTCDay()];
  return weekday === undefined ? isoDate : `${weekday} ${shortDateWords(isoDate)}`;
}

/** An ISO date in words: "Mon 2 Mar 2026". A text that is no date is shown as it is. */
export function dateWords(isoDate: string): string {
  const year = new Date(isoDate).getUTCFullYear();
  return Number.isNaN(year) ? isoDate : `${dayWords(isoDate)} ${year}`;
}

/** Two ISO dates in words, the year once where it is the same: "Mon 2 Mar to Sun 8 Mar 2026". */
export function spanWords(firstDay: string, lastDay: string): string {
  const isSameYear = firstDay.slice(0, 4) === lastDay.slice(0, 4);
  return `${isSameYear ? dayWords(firstDay) : dateWords(firstDay)} to ${dateWords(lastDay)}`;
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
