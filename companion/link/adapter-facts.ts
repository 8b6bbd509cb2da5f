import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Linux tells about its Bluetooth adapters without opening one. */
export interface LinuxAdapters {
  /** for example `hci0` */
  readonly names: readonly string[];
  /** a switch on the case, or a program, keeps the radio off */
  readonly block: 'none' | 'soft' | 'hard';
  /** whether this process may send raw Bluetooth commands (CAP_NET_RAW) */
  readonly isAllowed: boolean;
}

/** What is known about the adapter; `explainAdapter` says it in words. */
export interface AdapterFacts {
  readonly platform: NodeJS.Platform;
  /** why noble could not be loaded; null: it was */
  readonly loadError: string | null;
  /** null: this is not Linux */
  readonly linux: LinuxAdapters | null;
  /** noble's states since the adapter was opened or last had power; empty: it was not opened, or is still starting */
  readonly statesSeen: readonly string[];
}

const CAP_NET_RAW = 13n;

/** Looks into /sys and /proc; `root` is `/` but in tests. */
export function readLinuxAdapters(root = '/'): LinuxAdapters {
  return {
    names: listFolder(join(root, 'sys/class/bluetooth')).filter((name) => /^hci\d+$/.test(name)),
    block: readBlock(join(root, 'sys/class/rfkill')),
    isAllowed: hasRawCapability(readText(join(root, 'proc/self/status'))),
  };
}

function readBlock(folder: string): LinuxAdapters['block'] {
  const switches = listFolder(folder).filter((name) => readText(join(folder, name, 'type')) === 'bluetooth');
  const isSet = (kind: 'soft' | 'hard') =>
    switches.some((name) => readText(join(folder, name, kind)) === '1');
  if (isSet('hard')) return 'hard';
  return isSet('soft') ? 'soft' : 'none';
}

function hasRawCapability(status: string): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return effective === undefined || ((BigInt(`0x${effective}`) >> CAP_NET_RAW) & 1n) === 1n;
}

const listFolder = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
