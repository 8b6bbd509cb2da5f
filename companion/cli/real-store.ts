import { systemClock } from '../clock';
import { type Config, loadConfig } from '../config/config';
import { CompanionError } from '../errors';
import { isThere, openConfigured } from '../store/open-configured';
import type { OpenStore } from '../store/open-store';
import type { ConfigOptions } from './config-options';

type Job<Result> = (store: OpenStore, config: Config) => Promise<Result>;

/**
 * Opens the real database for the time of one job; it may run beside a running companion.
 *
 * @throws CompanionError `nothing-here`: a folder that was mistyped stays empty
 */
export async function withRealStore<Result>(options: ConfigOptions, job: Job<Result>): Promise<Result> {
  const config = loadConfig(options, process.env);
  if (!isThere(config, 'real')) throw new CompanionError('nothing-here', config.dataFolder);
  return withOpen(config, job);
}

/** The same, where the database may be made, for what a new companion begins with. */
export function withNewRealStore<Result>(options: ConfigOptions, job: Job<Result>): Promise<Result> {
  return withOpen(loadConfig(options, process.env), job);
}

async function withOpen<Result>(config: Config, job: Job<Result>): Promise<Result> {
  const store = await openConfigured(config, 'real', systemClock);
  try {
    return await job(store, config);
  } finally {
    await store.close();
  }
}
