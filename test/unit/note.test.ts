import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mailSender } from '../../companion/note/mail';
import { listUnsureNotes } from '../../companion/note/note-record';
import { newestNote, sendNotes } from '../../companion/note/send-notes';
import { noteSubject, writeNote } from '../../companion/note/write-note';
import { openStore } from '../../companion/store/open-store';
import { createReadModel } from '../../companion/store/read-model';
import { saveStore } from '../../companion/store/store';
import { counterKeys } from '../../shared/check/codes';
import { type Manner, startMailServer } from './note-fixture';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';
import { makeReadModel, makeRelease, NOW_MS } from './web-fixture';

const clock = createFakeClock();
const MAIL = { mailFrom: 'counterstep@example.org', mailTo: ['one@example.org', 'two@example.org'] };
const CONFIG = { dataFolder: '', host: '', port: 0, trustedProxies: [], ...MAIL };

async function makeNote(changed: Parameters<typeof makeReadModel>[0] = {}, dashboard: string | null = null) {
  const needs = { readModel: makeReadModel(changed), nowMs: () => NOW_MS, dashboard };
  const contents = await newestNote(needs, 'mill-lane');
  if (!contents) throw new Error('no note');
  return contents;
}

async function openReal(spans = 1, folder = makeTemporaryFolder()) {
  const store = await openStore(folder, 'real', clock);
  onTestFinished(() => store.close().catch(() => undefined));
  await saveStore(store, { storeId: STORE_ID, name: 'Stride & Co', isSimulated: false, region: null });
  const addRelease = async (spanNo: number) => {
    const record = { ...makeRelease(spanNo), storeId: STORE_ID, isSimulated: false };
    await store.db
      .insertInto('release')
      .values({ storeId: STORE_ID, spanNo, publishedOn: record.publishedOn, record: JSON.stringify(record) })
      .execute();
  };
  for (let spanNo = 1; spanNo <= spans; spanNo++) await addRelease(spanNo);
  const { db } = store;
  return { folder, store, db, readModel: createReadModel(db), addRelease };
}

async function openWithServer(manner: Manner = 'takes') {
  const manners = { now: manner };
  const server = await startMailServer(manners);
  const data = await openReal();
  const send = mailSender({ ...CONFIG, mailUrl: server.url });
  const needs = { ...data, send, nowMs: clock.nowMs, dashboard: 'https://kiosks.example.org' };
  return { ...data, manners, server, sendAll: () => sendNotes(needs) };
}

describe('a note', () => {
  test('says in plain text what the overview says, with its dates and where to look', async () => {
    const text = writeNote(await makeNote({}, 'https://kiosks.example.org'));
    expect(text).toMatch(/^SIMULATED: /);
    expect(text).toContain(
      'Mill Lane Running, Mon 2 Mar to Sun 8 Mar 2026\nSpan 12, published Mon 9 Mar 2026',
    );
    expect(text).toContain('- 140 to 149 finished checks in 7 days');
    expect(text).toContain('Changes against the 4 spans before');
    expect(text).toContain('1 of 2 not heard for over a day');
    expect(text).toContain('\nhttps://kiosks.example.org/?store=mill-lane&span=12\n');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('calls what is held back held back, and names no counter', async () => {
    const release = makeRelease(1, { 'referral.urgent': 3 });
    const text = writeNote(await makeNote({ listReleases: async () => [release] }));
    expect(text).toContain('Told to get help today: held back (under 10)');
    expect(text).toContain('first released span');
    expect(text).not.toContain('\nhttps:');
    for (const key of counterKeys.filter((name) => name.includes('.'))) expect(text).not.toContain(key);
  });

  test('keeps the name of a store on one line, whatever it holds', async () => {
    const name = 'Mill\r\nBcc: all@example.org\u0000 Lane';
    const stores = [{ storeId: 'mill-lane', name, isSimulated: false, region: null }];
    const contents = await makeNote({ listStores: async () => stores });
    expect(noteSubject(contents)).toMatch(/^Mill Bcc: all@example.org Lane, Mon/);
    expect(writeNote(contents)).not.toMatch(/^Bcc:/m);
  });

  test('is not written without a release', async () => {
    const needs = {
      readModel: makeReadModel({ listReleases: async () => [] }),
      nowMs: () => 0,
      dashboard: null,
    };
    expect(await newestNote(needs, 'mill-lane')).toBeNull();
    expect(await newestNote(needs, 'nowhere')).toBeNull();
  });
});

describe('sending', () => {
  test('happens once for each release, to every address', async () => {
    const { server, sendAll, addRelease } = await openWithServer();
    expect(await sendAll()).toEqual([{ end: 'sent', storeId: STORE_ID, spanNo: 1 }]);
    for (let again = 0; again < 3; again++) expect(await sendAll()).toEqual([]);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatch(/^To: one@example\.org, two@example\.org\r$/m);
    expect(server.mails[0]).toMatch(/^Message-ID: <counterstep\.store-1\.1@example\.org>\r$/m);
    await addRelease(2);
    expect(await sendAll()).toEqual([{ end: 'sent', storeId: STORE_ID, spanNo: 2 }]);
    expect(server.mails).toHaveLength(2);
  });

  test('at the same moment from two processes happens once', async () => {
    const { server, sendAll } = await openWithServer();
    const ends = await Promise.all([sendAll(), sendAll()]);
    expect(ends.flat()).toHaveLength(1);
    expect(server.mails).toHaveLength(1);
  });

  test.each(['refuses-receiver', 'refuses-mail'] as const)(
    'to a server that %s is tried again, until it is taken',
    async (manner) => {
      const { manners, sendAll } = await openWithServer(manner);
      expect(await sendAll()).toMatchObject([{ end: 'refused' }]);
      expect(await sendAll()).toMatchObject([{ end: 'refused' }]);
      manners.now = 'takes';
      expect(await sendAll()).toMatchObject([{ end: 'sent' }]);
      expect(await sendAll()).toEqual([]);
    },
  );

  test('to a server that is not there is tried again', async () => {
    const { server, sendAll } = await openWithServer();
    await server.stop();
    expect(await sendAll()).toMatchObject([{ end: 'refused' }]);
    expect(await sendAll()).toMatchObject([{ end: 'refused' }]);
  });

  test.each([
    { name: 'breaks off', manner: 'hangs-up-after-mail' },
    { name: 'answers neither yes nor no', manner: 'says-neither' },
  ] as const)(
    'to a server that $name after the mail is never tried again, and the doctor knows',
    async ({ manner }) => {
      const { server, db, manners, sendAll } = await openWithServer(manner);
      expect(await sendAll()).toMatchObject([{ end: 'unsure' }]);
      manners.now = 'takes';
      expect(await sendAll()).toEqual([]);
      expect(server.mails).toHaveLength(1);
      expect(await listUnsureNotes(db, clock.nowMs())).toEqual([]);
      expect(await listUnsureNotes(db, clock.nowMs() + 601_000)).toMatchObject([
        { storeId: STORE_ID, spanNo: 1 },
      ]);
    },
  );

  test('leaves simulated releases and stores without one alone', async () => {
    const { server, db, sendAll } = await openWithServer();
    const simulated = { ...makeRelease(9), storeId: STORE_ID, isSimulated: true };
    await db
      .insertInto('release')
      .values({ storeId: STORE_ID, spanNo: 9, publishedOn: '2026-03-02', record: JSON.stringify(simulated) })
      .execute();
    expect(await sendAll()).toEqual([]);
    expect(server.mails).toEqual([]);
  });

  test('says nothing of addresses, passwords or the server’s words', async () => {
    const { server, sendAll } = await openWithServer('refuses-receiver');
    expect(JSON.stringify(await sendAll())).not.toMatch(/example\.org|nobody here|127\.0\.0\.1/);
    expect(server.mails).toEqual([]);
  });

  test('needs all three settings', () => {
    expect(() => mailSender(CONFIG)).toThrow(expect.objectContaining({ code: 'mail-missing' }));
  });
});

describe('the command', () => {
  const run = (folder: string, words: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['dist/companion/main.js', 'note', '--data', folder, ...words], {
      env,
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const said = { out: '', err: '' };
    child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
    return { child, said, end: once(child, 'close').then(() => ({ status: child.exitCode, ...said })) };
  };

  test('killed between the mail and the answer never sends twice', async () => {
    const manners: { now: Manner } = { now: 'never-answers-mail' };
    const server = await startMailServer(manners);
    const { folder, store } = await openReal();
    await store.close();
    const env = {
      COUNTERSTEP_MAIL_URL: server.url,
      COUNTERSTEP_MAIL_FROM: MAIL.mailFrom,
      COUNTERSTEP_MAIL_TO: MAIL.mailTo.join(','),
    };
    const mail = server.nextMail();
    const killed = run(folder, ['--send'], env);
    await mail;
    killed.child.kill('SIGKILL');
    await killed.end;
    manners.now = 'takes';
    expect(await run(folder, ['--send'], env).end).toMatchObject({ status: 0, out: 'Nothing to send.\n' });
    expect(server.mails).toHaveLength(1);
  });

  test('prints the note, sends nothing by itself, and says what is missing', async () => {
    const { folder, store } = await openReal();
    await store.close();
    expect((await run(folder, []).end).out).toMatch(/^Stride & Co, /);
    expect((await run(folder, ['--send']).end).err).toContain('[mail-missing]');
    expect((await run(folder, ['--store', 'nowhere']).end).err).toContain('[store-unknown]');
    expect((await run(makeTemporaryFolder(), []).end).err).toContain('[nothing-here]');
  });
});
