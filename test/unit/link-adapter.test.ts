import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AdapterFacts, type LinuxAdapters, readLinuxAdapters } from '../../companion/link/adapter-facts';
import { explainAdapter } from '../../companion/link/adapter-words';
import { loadNoble } from '../../companion/link/load-noble';
import { openMachineRadio } from '../../companion/link/machine-radio';
import { makeTemporaryFolder } from './store-fixtures';

const HCI0: LinuxAdapters = { names: ['hci0'], block: 'none', isAllowed: true };
const facts = (changes: Partial<AdapterFacts>): AdapterFacts => ({
  platform: 'linux',
  loadError: null,
  linux: changes.platform === undefined || changes.platform === 'linux' ? HCI0 : null,
  statesSeen: [],
  ...changes,
});

describe('what hinders the adapter', () => {
  test.each<{ name: string; given: Partial<AdapterFacts>; trouble: string; toDo: RegExp }>([
    {
      name: 'no library',
      given: { loadError: 'No native build was found' },
      trouble: 'library-missing',
      toDo: /npm ci/,
    },
    {
      name: 'another system',
      given: { platform: 'freebsd', linux: null, loadError: 'Unsupported platform' },
      trouble: 'system-unknown',
      toDo: /Linux, macOS or Windows/,
    },
    {
      name: 'Linux without adapter',
      given: { linux: { ...HCI0, names: [] }, statesSeen: ['unsupported', 'poweredOff'] },
      trouble: 'adapter-missing',
      toDo: /USB adapter/,
    },
    {
      name: 'Linux, blocked by a switch',
      given: { linux: { ...HCI0, block: 'hard' } },
      trouble: 'adapter-blocked',
      toDo: /rfkill list/,
    },
    {
      name: 'Linux, blocked by a program',
      given: { linux: { ...HCI0, block: 'soft' }, statesSeen: ['poweredOff'] },
      trouble: 'adapter-blocked',
      toDo: /rfkill unblock bluetooth/,
    },
    {
      name: 'Linux without the capability',
      given: { linux: { ...HCI0, isAllowed: false } },
      trouble: 'not-allowed',
      toDo: /setcap cap_net_raw/,
    },
    {
      name: 'Linux, refused by the kernel',
      given: { statesSeen: ['unauthorized'] },
      trouble: 'not-allowed',
      toDo: /AmbientCapabilities/,
    },
    {
      name: 'Linux, an adapter of another kind, whatever noble says afterwards',
      given: { statesSeen: ['unsupported', 'poweredOff'] },
      trouble: 'adapter-unusable',
      toDo: /4\.0/,
    },
    {
      name: 'Linux, switched off',
      given: { statesSeen: ['unknown', 'poweredOff'] },
      trouble: 'adapter-off',
      toDo: /bluetoothctl power on/,
    },
    {
      name: 'a driver of its own that does not answer',
      given: { linux: null, statesSeen: ['poweredOff'] },
      trouble: 'adapter-unusable',
      toDo: /port/,
    },
    {
      name: 'macOS, not allowed',
      given: { platform: 'darwin', statesSeen: ['unauthorized'] },
      trouble: 'not-allowed',
      toDo: /System Settings, Privacy & Security, Bluetooth/,
    },
    {
      name: 'macOS, switched off',
      given: { platform: 'darwin', statesSeen: ['poweredOff'] },
      trouble: 'adapter-off',
      toDo: /System Settings, Bluetooth/,
    },
    {
      name: 'a Mac without Bluetooth LE',
      given: { platform: 'darwin', statesSeen: ['unsupported'] },
      trouble: 'adapter-missing',
      toDo: /another|computer/,
    },
    {
      name: 'Windows, switched off',
      given: { platform: 'win32', statesSeen: ['poweredOff'] },
      trouble: 'adapter-off',
      toDo: /Settings, Bluetooth & devices/,
    },
    {
      name: 'Windows without adapter',
      given: { platform: 'win32', statesSeen: ['unsupported'] },
      trouble: 'adapter-missing',
      toDo: /Device Manager/,
    },
    {
      name: 'Windows, not allowed',
      given: { platform: 'win32', statesSeen: ['unauthorized'] },
      trouble: 'not-allowed',
      toDo: /Radios/,
    },
    { name: 'not yet known', given: { platform: 'win32' }, trouble: 'starting', toDo: /Wait/ },
  ])('$name', ({ given, trouble, toDo }) => {
    const words = explainAdapter(facts(given));
    expect(words?.trouble).toBe(trouble);
    expect(words?.toDo).toMatch(toDo);
    for (const sentence of [words?.what, words?.toDo]) expect(sentence).toMatch(/^[A-Zm].*[.)"/A-Za-z]$/);
  });

  test.each(['linux', 'darwin', 'win32'] as const)('nothing once it has power, on %s', (platform) => {
    expect(explainAdapter(facts({ platform, statesSeen: ['poweredOn'] }))).toBeNull();
  });
});

describe('what Linux tells of its adapters', () => {
  const makeRoot = (files: Readonly<Record<string, string>>): string => {
    const root = makeTemporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  };

  test('none at all where there is no such folder, and then nothing is forbidden', () => {
    expect(readLinuxAdapters(makeRoot({}))).toEqual({ names: [], block: 'none', isAllowed: true });
  });

  test('their names without those of links, what blocks them, and what this process may', () => {
    const root = makeRoot({
      'sys/class/bluetooth/hci0/type': 'x',
      'sys/class/bluetooth/hci0:64/type': 'x',
      'sys/class/bluetooth/hci12/type': 'x',
      'sys/class/rfkill/rfkill0/type': 'wlan\n',
      'sys/class/rfkill/rfkill0/hard': '1\n',
      'sys/class/rfkill/rfkill1/type': 'bluetooth\n',
      'sys/class/rfkill/rfkill1/hard': '0\n',
      'sys/class/rfkill/rfkill1/soft': '1\n',
      'proc/self/status': 'Name:\tnode\nCapEff:\t0000000000000000\n',
    });
    expect(readLinuxAdapters(root)).toEqual({ names: ['hci0', 'hci12'], block: 'soft', isAllowed: false });
  });

  test.each([
    { capEff: '0000000000002000', isAllowed: true },
    { capEff: '000001ffffffdfff', isAllowed: false },
    { capEff: '000001ffffffffff', isAllowed: true },
  ])('CapEff $capEff may use it: $isAllowed', ({ capEff, isAllowed }) => {
    const root = makeRoot({ 'proc/self/status': `CapEff:\t${capEff}\n` });
    expect(readLinuxAdapters(root).isAllowed).toBe(isAllowed);
  });
});

describe('noble on this machine', () => {
  test('loads without having been built, and leaves Ctrl-C to the companion', async () => {
    const before = process.listeners('SIGINT');
    const loaded = await loadNoble();
    expect(typeof loaded).toBe('object');
    if (typeof loaded === 'string') throw new Error(loaded);
    const noble = loaded.open();
    expect(process.listeners('SIGINT')).toEqual(before);
    noble.stop();
  });

  test('never rejects; without an adapter it says what to do and goes on looking', async () => {
    const radio = await openMachineRadio();
    expect(radio.link).not.toBeNull();
    const trouble = radio.trouble();
    if (process.platform === 'linux' && readLinuxAdapters().names.length === 0) {
      expect(trouble?.trouble).toBe('adapter-missing');
      expect(radio.link?.status()).toMatchObject({ isPoweredOn: false, restarts: 0 });
    }
    radio.link?.close();
  });
});
