import type { Noble } from './noble-shape';

interface NobleModule {
  readonly default: Noble & { withBindings(binding: 'default'): Noble };
}

/** noble as it was loaded: opens the machine's adapter, anew with each call. */
export interface LoadedNoble {
  open(): Noble;
}

/**
 * Loads noble and its binary. Nothing is opened yet.
 *
 * @returns why it could not be loaded, in a few words, when it is not there or has no binary for this machine
 */
export async function loadNoble(): Promise<LoadedNoble | string> {
  try {
    const { default: noble } = (await import('@stoprocent/noble')) as unknown as NobleModule;
    let isFirst = true;
    return {
      open() {
        // the module has made one already; a second one beside it would be a second user of the adapter
        const opened = isFirst ? noble : noble.withBindings('default');
        isFirst = false;
        keepSignals(() => opened.state);
        return opened;
      },
    };
  } catch (error) {
    // the first line, without the path of the importing file
    return error instanceof Error ? error.message.replace(/( imported from |\n).*$/s, '') : String(error);
  }
}

/** noble ends the whole process at Ctrl-C, before anything is closed: what it hung on that signal is taken off. */
function keepSignals(start: () => unknown): void {
  const before = process.listeners('SIGINT');
  start();
  for (const listener of process.listeners('SIGINT')) {
    if (!before.includes(listener)) process.removeListener('SIGINT', listener);
  }
}
