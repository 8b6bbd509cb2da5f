import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompanionError } from '../errors';
import { checkSettings, SETTINGS, type Setting, type Settings } from './settings';

/** How the companion runs: what has no default may be missing. */
export type Config = Partial<Settings> & Pick<Settings, 'dataFolder' | 'host' | 'port' | 'trustedProxies'>;

/** What a person said on the command line. */
export interface Flags {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly mode?: string | undefined;
}

/** The variables that stand for settings; `process.env` is one of these. */
export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULTS = { dataFolder: './data', host: '127.0.0.1', port: 4280, trustedProxies: [] } as const;
const FILE_NAME = 'counterstep.config.json';

/**
 * Reads the settings. Flags stand over the environment (COUNTERSTEP_DATA, COUNTERSTEP_PORT, COUNTERSTEP_MAIL_URL and
 * so on), this over the settings file (`counterstep.config.json` in the data folder, or the one that `--config`
 * names), that over the defaults.
 *
 * @throws CompanionError `config-unreadable`, `config-invalid`; its message says which setting, where, and the fix
 */
export function loadConfig(flags: Flags, environment: Environment): Config {
  const fromEnvironment = checkSettings(
    Object.fromEntries(SETTINGS.map((setting) => [setting, environment[variableOf(setting)]])),
    (setting) => variableOf(setting as Setting),
  );
  const fromFlags = checkSettings(
    { dataFolder: flags.data, host: flags.host, port: flags.port, mode: flags.mode },
    (setting) => `--${setting === 'dataFolder' ? 'data' : setting}`,
  );
  const said = { ...fromEnvironment, ...fromFlags };
  const path = flags.config ?? join(said.dataFolder ?? DEFAULTS.dataFolder, FILE_NAME);
  const isWritten = flags.config !== undefined || existsSync(path);
  const fromFile = isWritten ? checkSettings(readJson(path), (setting) => `${setting} in ${path}`) : {};
  return { ...DEFAULTS, ...fromFile, ...said };
}

/** Where automatic backups go. */
export const backupFolderOf = ({ backupFolder, dataFolder }: Config): string =>
  backupFolder ?? join(dataFolder, 'backups');

/** The variable that stands for a setting: COUNTERSTEP_DATA, COUNTERSTEP_MAIL_URL, and DATABASE_URL as elsewhere. */
export function variableOf(setting: Setting): string {
  if (setting === 'dataFolder') return 'COUNTERSTEP_DATA';
  if (setting === 'databaseUrl') return 'DATABASE_URL';
  return `COUNTERSTEP_${setting.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CompanionError('config-unreadable', `${path}: ${whatWentWrong(error)}`, error);
  }
}

/** The words of an error without the file's text: it may hold the password of a mail server. */
function whatWentWrong(error: unknown): string {
  if (error instanceof SyntaxError) return 'It is not JSON.';
  return error instanceof Error ? error.message : String(error);
}
