import { describe, expect, test } from 'vitest';
import { addAccount } from '../../companion/access/accounts';
import { setPassword } from '../../companion/access/links';
import { hashPassword, isPassword, refusePassword } from '../../companion/access/password';
import { createPasswordDesk } from '../../companion/access/sign-in';
import { HOSTILE_WORDS, NOW_MS, PASSWORD, QUICK } from './access-fixture';
import { openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';

describe('a password', () => {
  const refused = [
    { password: '', why: /at least 12/ },
    { password: 'elevenchars', why: /at least 12/ },
    { password: '👍👍👍👍👍👍', why: /at least 12/ },
    { password: 'x'.repeat(201), why: /at most 200/ },
    { password: 'abababababababab', why: /five different/ },
    { password: 'Marguerite12', why: /from your name/ },
  ];
  test.each(refused)('"$password" is refused', ({ password, why }) => {
    expect(refusePassword(password, 'marguerite')).toMatch(why);
  });

  test('is taken in any script, with blanks, and however the keyboard writes its accents', async () => {
    expect(refusePassword('Straßenköter läuft', 'owner')).toBeNull();
    const hash = await hashPassword('caf\u00e9 at the corner', QUICK);
    expect(await isPassword('cafe\u0301 at the corner', hash)).toBe(true);
  });

  test('is kept as a salted hash that names its cost', async () => {
    const hash = await hashPassword(PASSWORD, QUICK);
    expect(hash).toMatch(/^scrypt\$4\$1\$/);
    expect(hash).not.toContain(PASSWORD);
    expect(await hashPassword(PASSWORD, QUICK)).not.toBe(hash);
    expect(await isPassword(PASSWORD, hash)).toBe(true);
    expect(await isPassword(`${PASSWORD} `, hash)).toBe(false);
  });

  test('costs as much where nobody has one', async () => {
    const impossible = { logN: 0, parallel: 1 }; // whoever tries to hash with it fails
    await expect(isPassword(PASSWORD, null, impossible)).rejects.toThrow();
  });

  test.each([null, '', 'scrypt$4$1$$', 'plain', PASSWORD])('fits no hash %j', async (hash) => {
    expect(await isPassword(PASSWORD, hash, QUICK)).toBe(false);
  });
});

describe('the desk that checks passwords', () => {
  async function openDesk() {
    const { db } = await openTestStore(createFakeClock());
    const account = await addAccount(db, 'owner', 'owner', NOW_MS);
    await setPassword(db, account.accountId, await hashPassword(PASSWORD, QUICK));
    let nowMs = NOW_MS;
    const desk = createPasswordDesk(db, () => nowMs, QUICK);
    return { db, desk, account, pass: (ms: number) => (nowMs += ms) };
  }

  test('lets in who knows the password', async () => {
    const { desk, account } = await openDesk();
    const end = await desk.signIn(' OWNER ', PASSWORD, '10.0.0.1');
    expect(end).toEqual({ end: 'welcome', accountId: account.accountId, role: 'owner' });
  });

  test('answers a wrong password, an unknown name and one without a password alike', async () => {
    const { db, desk } = await openDesk();
    await addAccount(db, 'never-came', 'owner', NOW_MS);
    for (const [name, password] of [
      ['owner', 'wrong password'],
      ['nobody', PASSWORD],
      ['never-came', ''],
    ] as const) {
      expect(await desk.signIn(name, password, name)).toEqual({ end: 'wrong' });
    }
    for (const [at, name] of HOSTILE_WORDS.entries()) {
      expect(await desk.signIn(name, name, `10.0.1.${at}`)).toEqual({ end: 'wrong' });
    }
  });

  test('stops an address after ten wrong tries, gives it one more a minute, and lets others in', async () => {
    const { desk, pass } = await openDesk();
    const tries = [];
    for (let i = 0; i < 11; i++) tries.push((await desk.signIn(`guess-${i}`, 'wrong', '10.0.0.1')).end);
    expect(tries).toEqual([...new Array(10).fill('wrong'), 'too-often']);
    expect(await desk.signIn('owner', PASSWORD, '10.0.0.1')).toEqual({ end: 'too-often', waitMs: 60_000 });
    expect(await desk.signIn('owner', PASSWORD, '10.0.0.2')).toMatchObject({ end: 'welcome' });
    pass(60_000);
    expect(await desk.signIn('owner', PASSWORD, '10.0.0.1')).toMatchObject({ end: 'welcome' });
  });

  test('stops guesses at one name from many addresses', async () => {
    const { desk } = await openDesk();
    const spellings = ['owner', 'OWNER', ' Owner '];
    for (let i = 0; i < 20; i++) await desk.signIn(spellings[i % 3] ?? '', 'wrong', `10.0.${i}.1`);
    for (const name of spellings) {
      expect((await desk.signIn(name, PASSWORD, '10.9.9.9')).end).toBe('too-often');
    }
  });

  test('does not count tries that were right', async () => {
    const { desk } = await openDesk();
    for (let i = 0; i < 30; i++) {
      expect((await desk.signIn('owner', PASSWORD, '10.0.0.1')).end).toBe('welcome');
    }
  });

  test('lets only a few wait for their turn', async () => {
    const { desk } = await openDesk();
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, i) => desk.signIn(`guess-${i}`, 'wrong', `10.0.${i}.1`)),
    );
    expect(ends.filter(({ end }) => end === 'wrong')).toHaveLength(8);
    expect(ends.filter(({ end }) => end === 'too-often')).toHaveLength(12);
  });
});
