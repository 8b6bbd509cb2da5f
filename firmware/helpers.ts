/**
 * What the compiler calls for object and array spread. Its own versions reach into Array.prototype, where Espruino
 * shows nothing. The build puts this file in the place of `tslib`.
 */

/** Copies the properties of `source` into `target`, and returns it. */
export function __assign(
  target: Record<string, unknown>,
  source: Record<string, unknown>,
): Record<string, unknown> {
  for (const key in source) target[key] = source[key];
  return target;
}

/** Returns the items of both arrays in a new one. */
export function __spreadArray(to: unknown[], from: unknown[]): unknown[] {
  return to.concat(from);
}
