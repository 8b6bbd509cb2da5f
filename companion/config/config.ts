import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompanionError } from '../errors';
import { type Config, checkSettings } from './settings';

/** What a person said on the command line. */
export interface Flags {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/** The variables that stand for settings; `process.env` is one of these. */
export interface Environment {
  readonly COUNTERSTEP_DATA?: string | undefined;
  readonly COUNTERSTEP_HOST?: string | undefined;
  readonly COUNTERSTEP_PORT?: string | undefined;
}

const DEFAULTS: Config = { dataFolder: './data', host: '127.0.0.1', port: 4280 };
const FILE_NAME = 'counterstep.config.json';

/**
 * Reads the settings. Flags stand over COUNTERSTEP_DATA, COUNTERSTEP_HOST and COUNTERSTEP_PORT, these over the
 * settings file (`counterstep.config.json` in the data folder, or the one that `--config` names), that over the
 * defaults.
 *
 * @throws CompanionError `config-unreadable`, `config-invalid`; its message says which setting, where, and the fix
 */
export function loadConfig(flags: Flags, environment: Environment): Config {
  const fromEnvironment = checkSettings(
    {
      dataFolder: environment.COUNTERSTEP_DATA,
      host: environment.COUNTERSTEP_HOST,
      port: environment.COUNTERSTEP_PORT,
    },
    (setting) => `COUNTERSTEP_${setting === 'dataFolder' ? 'DATA' : setting.toUpperCase()}`,
  );
  const fromFlags = checkSettings(
    { dataFolder: flags.data, host: flags.host, port: flags.port },
    (setting) => `--${setting === 'dataFolder' ? 'data' : setting}`,
  );
  const said = { ...fromEnvironment, ...fromFlags };
  const path = flags.config ?? join(said.dataFolder ?? DEFAULTS.dataFolder, FILE_NAME);
  const isWritten = flags.config !== undefined || existsSync(path);
  const fromFile = isWritten ? checkSettings(readJson(path), (setting) => `${setting} in ${path}`) : {};
  return { ...DEFAULTS, ...fromFile, ...said };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CompanionError('config-unreadable', `${path}: ${String(error)}`, error);
  }
}
