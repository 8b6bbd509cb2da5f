import { type ByteSource, byteString, toBytes } from './bytes';
import { moduleNatives } from './firmware-modules';
import type { Hardware } from './hardware';
import type { Interpreter } from './interpreter';
import type { Storage } from './storage';

/** What whoever types finds beside the globals of the firmware: all of Storage, the clock, and base 64. */
export function consoleGlobals(
  globals: ReadonlyMap<string, unknown>,
  interpreter: Interpreter,
  hardware: Hardware,
  storage: Storage,
): ReadonlyMap<string, unknown> {
  const guard = interpreter.native.bind(interpreter);
  const { Storage: readOnly } = moduleNatives(hardware);
  const Storage = {
    ...readOnly,
    write: guard((name: string, data: string, offset?: number, size?: number) =>
      storage.write(name, data, offset, size),
    ),
    erase: guard((name: string) => storage.erase(name)),
    eraseAll: guard(() => storage.eraseAll()),
  };
  const Bangle = globals.get('Bangle') as object | undefined;
  const require = globals.get('require') as (name: string) => unknown;
  return new Map([
    ...globals,
    ['require', (name: string) => (name === 'Storage' ? Storage : require(name))],
    // a watch on its cable
    ...(Bangle ? [['Bangle', { ...Bangle, isCharging: () => true }] as const] : []),
    ['atob', (text: string) => atob(text)],
    ['btoa', (data: ByteSource) => btoa(byteString(toBytes(data)))],
    ['setTime', (seconds: number) => hardware.setTime(seconds)],
    ['print', () => undefined],
    ['echo', () => undefined],
  ]);
}
