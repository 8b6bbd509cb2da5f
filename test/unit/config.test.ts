import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Environment, type Flags, loadConfig, variableOf } from '../../companion/config/config';
import { SETTINGS } from '../../companion/config/settings';
import { makeTemporaryFolder } from './store-fixtures';

function writeConfig(text: string): { folder: string; path: string } {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'counterstep.config.json');
  writeFileSync(path, text);
  return { folder, path };
}

test('with nothing said the companion listens on this machine alone', () => {
  const folder = makeTemporaryFolder();
  const defaults = { host: '127.0.0.1', port: 4280, trustedProxies: [] };
  expect(loadConfig({ data: folder }, {})).toEqual({ dataFolder: folder, ...defaults });
  expect(loadConfig({}, {}).dataFolder).toBe('./data');
});

test('flags stand over the environment, that over the file, that over the defaults', () => {
  const { folder } = writeConfig('{"host":"::1","port":1000}');
  const environment = { COUNTERSTEP_DATA: folder, COUNTERSTEP_PORT: '2000' };
  expect(loadConfig({}, { COUNTERSTEP_DATA: folder })).toMatchObject({
    dataFolder: folder,
    host: '::1',
    port: 1000,
  });
  expect(loadConfig({}, environment).port).toBe(2000);
  expect(loadConfig({ port: '3000' }, environment)).toMatchObject({
    dataFolder: folder,
    host: '::1',
    port: 3000,
  });
});

test('a file that is named stands in for the one in the data folder', () => {
  const other = writeConfig('{"port":1000}');
  const { path } = writeConfig('{"dataFolder":"elsewhere"}');
  expect(loadConfig({ config: path }, {})).toMatchObject({ dataFolder: 'elsewhere', port: 4280 });
  expect(loadConfig({ config: path, data: other.folder }, {})).toMatchObject({
    dataFolder: other.folder,
    port: 4280,
  });
});

test('every setting can be said in the environment, lists with commas', () => {
  const environment = {
    COUNTERSTEP_DATA: makeTemporaryFolder(),
    COUNTERSTEP_HOST: '0.0.0.0',
    COUNTERSTEP_PORT: '0',
    COUNTERSTEP_MODE: 'real',
    COUNTERSTEP_PUBLIC_URL: 'https://kiosks.example.org',
    COUNTERSTEP_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
    COUNTERSTEP_LOG_LEVEL: 'debug',
    DATABASE_URL: 'postgres://owner:secret@db.example.org/counterstep',
    COUNTERSTEP_FORWARD_URL: 'https://chain.example.org',
    COUNTERSTEP_FORWARD_TOKENS: 'mill-lane=counterstep_store_x, north=counterstep_store_y',
    COUNTERSTEP_BACKUP_FOLDER: '/mnt/safe',
    COUNTERSTEP_MAIL_URL: 'smtps://user:secret@mail.example.org',
    COUNTERSTEP_MAIL_FROM: 'counterstep@example.org',
    COUNTERSTEP_MAIL_TO: 'one@example.org,two@example.org',
  };
  expect(Object.keys(environment)).toEqual(SETTINGS.map(variableOf));
  expect(loadConfig({}, environment)).toMatchObject({
    port: 0,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
    mailTo: ['one@example.org', 'two@example.org'],
  });
});

test('a file that is not JSON is not quoted: it may hold a password', () => {
  const { folder } = writeConfig('{"mailUrl":"smtps://user:secret@mail.example.org",}');
  expect(() => loadConfig({ data: folder }, {})).toThrow(/It is not JSON/);
  expect(() => loadConfig({ data: folder }, {})).not.toThrow(/secret/);
});

describe('what cannot be used is named with its fix', () => {
  const wrong: { name: string; flags: Flags; environment: Environment; message: RegExp }[] = [
    {
      name: 'a word for a port',
      flags: {},
      environment: { COUNTERSTEP_PORT: 'http' },
      message: /COUNTERSTEP_PORT: Give a whole/,
    },
    {
      name: 'nothing for a port',
      flags: {},
      environment: { COUNTERSTEP_PORT: '' },
      message: /COUNTERSTEP_PORT: Give a whole/,
    },
    { name: 'too high a port', flags: { port: '65536' }, environment: {}, message: /--port: Give a whole/ },
    { name: 'half a port', flags: { port: '80.5' }, environment: {}, message: /--port: Give a whole/ },
    { name: 'an empty folder', flags: { data: '' }, environment: {}, message: /--data: Give the path/ },
    {
      name: 'a name for an address',
      flags: { host: 'shop' },
      environment: {},
      message: /--host: Give an add/,
    },
    {
      name: 'half a mode',
      flags: { mode: 'both' },
      environment: {},
      message: /--mode: Give real or simulated/,
    },
    ...[
      ['PUBLIC_URL', 'kiosks.example.org'],
      ['PUBLIC_URL', 'https://kiosks.example.org/path'],
      ['PUBLIC_URL', 'https://a:b@kiosks.example.org'],
      ['PUBLIC_URL', 'javascript:alert(1)'],
      ['TRUSTED_PROXIES', '10.0.0.0/8,proxy'],
      ['TRUSTED_PROXIES', ''],
      ['LOG_LEVEL', 'loud'],
      ['MAIL_URL', 'mail.example.org'],
      ['MAIL_URL', 'https://mail.example.org'],
      ['MAIL_FROM', 'Owner <owner@example.org>'],
      ['MAIL_TO', 'owner@example.org\r\nBcc: all@example.org'],
    ].map(([name = '', value = '']) => ({
      name: `${name} ${JSON.stringify(value)}`,
      flags: {},
      environment: { [`COUNTERSTEP_${name}`]: value },
      message: new RegExp(`COUNTERSTEP_${name}: Give `),
    })),
  ];
  test.each(wrong)('$name', ({ flags, environment, message }) => {
    expect(() => loadConfig(flags, environment)).toThrow(expect.objectContaining({ code: 'config-invalid' }));
    expect(() => loadConfig(flags, environment)).toThrow(message);
  });

  const files = [
    { text: '{"port":"http"}', message: /port in .*counterstep\.config\.json: Give a whole/ },
    { text: '{"prot":4280}', message: /prot in .* is not known; settings are dataFolder, host, port,/ },
    { text: '[]', message: /Settings are a JSON object/ },
    { text: 'null', message: /Settings are a JSON object/ },
  ];
  test.each(files)('a file that holds $text', ({ text, message }) => {
    const { folder } = writeConfig(text);
    expect(() => loadConfig({ data: folder }, {})).toThrow(message);
  });

  test('a file that is not JSON, and one that is not there', () => {
    const { folder } = writeConfig('{');
    for (const flags of [{ data: folder }, { config: join(folder, 'missing.json') }]) {
      expect(() => loadConfig(flags, {})).toThrow(expect.objectContaining({ code: 'config-unreadable' }));
    }
  });
});
