import { isIP } from 'node:net';
import { z } from 'zod';
import { readNetworks } from '../access/client-address';
import { CompanionError } from '../errors';

/** A list in a file; in a variable or flag its parts stand behind each other with commas. */
const listOf = (part: z.ZodType<string>) =>
  z.preprocess(
    (list) => (typeof list === 'string' ? list.split(',').map((item) => item.trim()) : list),
    z.array(part).max(50).readonly(),
  );

const isNetwork = (text: string): boolean => {
  try {
    readNetworks([text]);
    return true;
  } catch {
    return false;
  }
};

const isOrigin = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    (text === url.origin || text === `${url.origin}/`) &&
    url.username === ''
  );
};

const isMailServer = (text: string): boolean =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

const isPostgres = (text: string): boolean =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);

/** Tokens cross the network, so it is encrypted, or stays on this machine. */
const isReceiver = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search } = new URL(text);
  const isHere = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || isHere) && username === '' && search === '';
};
const storeToken = z.string().regex(/^[a-z][a-z0-9-]{0,39}=[\w-]{1,100}$/);

const mailAddress = z.string().regex(/^[^\s<>,;"@]+@[^\s<>,;"@]+$/);

const schema = z.strictObject({
  dataFolder: z.string().min(1),
  host: z.string().refine((host) => host === 'localhost' || isIP(host) > 0),
  port: z.preprocess(
    (port) => (typeof port === 'string' && /^\d{1,5}$/.test(port) ? Number(port) : port),
    z.int().min(0).max(65_535),
  ),
  mode: z.enum(['real', 'simulated']),
  publicUrl: z.string().refine(isOrigin),
  trustedProxies: listOf(z.string().refine(isNetwork)),
  logLevel: z.enum(['error', 'warn', 'info', 'debug', 'silent']),
  databaseUrl: z.string().refine(isPostgres),
  forwardUrl: z.string().refine(isReceiver),
  forwardTokens: listOf(storeToken),
  backupFolder: z.string().min(1),
  mailUrl: z.string().refine(isMailServer),
  mailFrom: mailAddress,
  mailTo: listOf(mailAddress),
});

/** A setting's name in a file, and the fix when it is not usable. */
const FIXES: Readonly<Record<Setting, string>> = {
  dataFolder: 'Give the path of a folder.',
  host: 'Give an address to listen on: 127.0.0.1, ::1 or localhost for this machine only, 0.0.0.0 or :: for all.',
  port: 'Give a whole number from 0 to 65535; 0 takes any free one.',
  mode: 'Give real or simulated.',
  publicUrl: 'Give the address under which browsers reach the companion, such as https://kiosks.example.org',
  trustedProxies: 'Give addresses or networks of your reverse proxies, such as 127.0.0.1 or 10.0.0.0/8.',
  logLevel: 'Give error, warn, info, debug or silent.',
  databaseUrl: 'Give the address of a PostgreSQL database, such as postgres://user:password@host/counterstep',
  forwardUrl: 'Give the https address of the chain’s companion, such as https://kiosks.example.org',
  forwardTokens: 'Give store=token, with what "counterstep stores token" printed on the receiving side.',
  backupFolder: 'Give the path of a folder, best on another disk.',
  mailUrl: 'Give your mail server, such as smtps://user:password@mail.example.org',
  mailFrom: 'Give the address that notes come from, such as counterstep@example.org',
  mailTo: 'Give the addresses that notes go to, such as owner@example.org',
};

/** What can be said about how the companion runs. */
export type Settings = z.output<typeof schema>;
export type Setting = keyof Settings;

/** Every setting by its name in a settings file. */
export const SETTINGS = Object.keys(FIXES) as Setting[];

/**
 * Checks the settings of one source, whichever of them it has.
 *
 * @param source   setting names and values; undefined values count as absent
 * @param describe says how a person finds a setting in this source, for example `COUNTERSTEP_PORT`
 * @throws CompanionError `config-invalid`; its message names the setting and the fix
 */
export function checkSettings(source: unknown, describe: (setting: string) => string): Partial<Settings> {
  const result = schema.partial().safeParse(withoutAbsent(source));
  if (result.success) return withoutAbsent(result.data) as Partial<Settings>;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const unknown = issue.keys.map(describe).join(', ');
    throw new CompanionError(
      'config-invalid',
      `${unknown} is not known; settings are ${SETTINGS.join(', ')}.`,
    );
  }
  const setting = issue?.path[0];
  if (!isSetting(setting)) throw new CompanionError('config-invalid', 'Settings are a JSON object.');
  throw new CompanionError('config-invalid', `${describe(setting)}: ${FIXES[setting]}`);
}

function isSetting(name: unknown): name is Setting {
  return typeof name === 'string' && Object.hasOwn(FIXES, name);
}

function withoutAbsent(source: unknown): unknown {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return source;
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}
