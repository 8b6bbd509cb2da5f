import { systemClock } from '../clock';
import { type Config, loadConfig } from '../config/config';
import { openConfigured } from '../store/open-configured';
import type { OpenStore } from '../store/open-store';
import type { ConfigOptions } from './config-options';

/** Opens the real database for the time of one job; it may run beside a running companion. */
export async function withRealStore<Result>(
  options: ConfigOptions,
  job: (store: OpenStore, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig(options, process.env);
  const store = await openConfigured(config, 'real', systemClock);
  try {
    return await job(store, config);
  } finally {
    await store.close();
  }
}
