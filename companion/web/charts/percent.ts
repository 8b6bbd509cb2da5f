/** A length inside a chart as an SVG percentage; charts stay fluid and their text keeps its size. */
export const percent = (value: number): string => `${Number(value.toFixed(2))}%`;
