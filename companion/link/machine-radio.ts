import { systemTimer } from '../sync/timer';
import { type AdapterFacts, readLinuxAdapters } from './adapter-facts';
import { type AdapterWords, explainAdapter } from './adapter-words';
import { loadNoble } from './load-noble';
import { createNobleLink, type NobleLink } from './noble';

/** This machine's Bluetooth. */
export interface MachineRadio {
  /** null: noble could not be loaded */
  readonly link: NobleLink | null;
  /** What hinders it now; null: nothing. */
  trouble(): AdapterWords | null;
}

/** macOS and Windows tell within a second or two what the adapter is doing. */
const LOOK_MS = 250;
const LOOKS = 20;
const isLinux = process.platform === 'linux';
/** noble can reach an adapter without Linux knowing it: through a serial line or USB. */
const isOwnDriver = Object.keys(process.env).some((name) => name.startsWith('BLUETOOTH_HCI_SOCKET_'));

/**
 * Opens this machine's Bluetooth. Never rejects: whatever is missing is said by `trouble`.
 *
 * On Linux the adapter is opened only when there is one that this process may use, and tried again later; noble
 * would print advice of its own, and other than ours.
 */
export async function openMachineRadio(): Promise<MachineRadio> {
  const loaded = await loadNoble();
  if (typeof loaded === 'string') return { link: null, trouble: () => explainAdapter(factsOf([], loaded)) };
  const link = createNobleLink({
    open() {
      const hindrance = isLinux && !isOwnDriver ? explainAdapter(factsOf([], null)) : null;
      if (hindrance && hindrance.trouble !== 'starting') throw new Error(hindrance.what);
      return loaded.open();
    },
    timer: systemTimer,
  });
  return { link, trouble: () => explainAdapter(factsOf(link.status().statesSeen, null)) };
}

/**
 * Looks at this machine's Bluetooth for a moment; null: nothing hinders it. On Linux the adapter is not opened, since
 * that would break the link that a running companion has; so one that is only switched off is not noticed there.
 */
export async function lookAtMachineAdapter(): Promise<AdapterWords | null> {
  const loaded = await loadNoble();
  if (typeof loaded === 'string') return explainAdapter(factsOf([], loaded));
  if (isLinux) {
    const words = explainAdapter(factsOf([], null));
    return words?.trouble === 'starting' ? null : words;
  }
  const link = createNobleLink({ open: loaded.open, timer: systemTimer });
  try {
    for (let look = 0; look < LOOKS; look++) {
      const words = explainAdapter(factsOf(link.status().statesSeen, null));
      if (words?.trouble !== 'starting') return words;
      await systemTimer.wait(LOOK_MS);
    }
    return explainAdapter(factsOf(link.status().statesSeen, null));
  } finally {
    link.close();
  }
}

function factsOf(statesSeen: readonly string[], loadError: string | null): AdapterFacts {
  const linux = isLinux && !isOwnDriver ? readLinuxAdapters() : null;
  return { platform: process.platform, loadError, linux, statesSeen };
}
