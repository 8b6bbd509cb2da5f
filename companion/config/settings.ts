import { z } from 'zod';
import { CompanionError } from '../errors';

const FIXES = {
  dataFolder: 'Give the path of a folder.',
  host: 'Give 127.0.0.1, ::1 or localhost: listening wider needs a password, and this version has none.',
  port: 'Give a whole number from 0 to 65535; 0 takes any free one.',
} as const;

const schema = z.strictObject({
  dataFolder: z.string().min(1),
  host: z.literal(['127.0.0.1', '::1', 'localhost']),
  port: z.preprocess(
    (port) => (typeof port === 'string' && /^\d{1,5}$/.test(port) ? Number(port) : port),
    z.int().min(0).max(65_535),
  ),
});

/** How the companion runs. */
export type Config = z.output<typeof schema>;
export type Setting = keyof Config;

/**
 * Checks the settings of one source, whichever of them it has.
 *
 * @param source   setting names and values; undefined values count as absent
 * @param describe says how a person finds a setting in this source, for example `COUNTERSTEP_PORT`
 * @throws CompanionError `config-invalid`; its message names the setting and the fix
 */
export function checkSettings(source: unknown, describe: (setting: string) => string): Partial<Config> {
  const result = schema.partial().safeParse(withoutAbsent(source));
  if (result.success) return withoutAbsent(result.data) as Partial<Config>;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const unknown = issue.keys.map(describe).join(', ');
    throw new CompanionError(
      'config-invalid',
      `${unknown} is not known; settings are ${Object.keys(FIXES).join(', ')}.`,
    );
  }
  const setting = issue?.path[0];
  if (!isSetting(setting)) throw new CompanionError('config-invalid', 'Settings are a JSON object.');
  throw new CompanionError('config-invalid', `${describe(setting)}: ${FIXES[setting]}`);
}

function isSetting(name: unknown): name is Setting {
  return typeof name === 'string' && name in FIXES;
}

function withoutAbsent(source: unknown): unknown {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return source;
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}
