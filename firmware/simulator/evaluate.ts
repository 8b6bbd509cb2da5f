import { writeTokensOut } from './tokens';

/** Globals of a browser or of Node that the firmware must not find. */
const HIDDEN = [
  ...['globalThis', 'window', 'self', 'document', 'navigator', 'localStorage', 'fetch', 'console', 'Buffer'],
  ...['module', 'exports', 'global', 'setImmediate', 'queueMicrotask', 'structuredClone', 'performance'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Proxy', 'Reflect', 'Symbol', 'BigInt', 'Intl', 'Date'],
  ...['TextEncoder', 'TextDecoder', 'URL', 'JSON', 'Worker', 'XMLHttpRequest', 'WebSocket', 'crypto'],
];

const compiled = new Map<string, (...values: unknown[]) => unknown>();

/**
 * Runs a script of the firmware, tokenised or as text, with `globals` as its only globals; gives the value when the script is one
 * expression. Every script has its own top-level variables. Compiled once for each text.
 */
export function evaluateScript(source: string, globals: ReadonlyMap<string, unknown>): unknown {
  const names = [...globals.keys(), ...HIDDEN];
  const key = `${names.join()}\n${source}`;
  let run = compiled.get(key);
  if (!run) {
    run = compile(writeTokensOut(source), names);
    compiled.set(key, run);
  }
  return run(...globals.values());
}

function compile(source: string, names: string[]): (...values: unknown[]) => unknown {
  // the inner function lets a script begin with "use strict" although `eval` is among the names
  const make = (body: string) =>
    new Function(...names, `return (function () {${body}\n})()`) as (...values: unknown[]) => unknown;
  try {
    return make(`return (${source.replace(/;\s*$/, '')}\n)`);
  } catch {
    return make(source);
  }
}
