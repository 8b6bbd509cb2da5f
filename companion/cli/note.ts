import { Command } from 'commander';
import { systemClock } from '../clock';
import { loadConfig } from '../config/config';
import { CompanionError } from '../errors';
import { mailSender } from '../note/mail';
import { type NoteEnd, newestNote, type SendDeps, sendNotes } from '../note/send-notes';
import { writeNote } from '../note/write-note';
import { chooseKind, openConfigured } from '../store/open-configured';
import { createReadModel } from '../store/read-model';
import { type ConfigOptions, configOptions } from './config-options';

const EXAMPLES = `
With mail settings (mailUrl, mailFrom, mailTo) the running companion sends the note about each release by itself, once.
--send does the same now. A note is sent at most once: when the companion is killed just while it sends, the note may
be missing, and never comes twice; "counterstep doctor" says so.

Examples:
  $ counterstep note
  $ counterstep note --store mill-lane
  $ COUNTERSTEP_MAIL_URL=smtps://user:password@mail.example.org \\
      COUNTERSTEP_MAIL_FROM=kiosks@example.org COUNTERSTEP_MAIL_TO=owner@example.org counterstep note --send`;

interface NoteOptions extends ConfigOptions {
  readonly store?: string;
  readonly send?: true;
}

/** `counterstep note`: the newest release as plain text. */
export function noteCommand(): Command {
  return configOptions(new Command('note'))
    .description('print or send the newest release as plain text')
    .option('--store <store>', 'of one store only; default all')
    .option('--send', 'send what was not sent yet to the addresses of the settings')
    .addHelpText('after', EXAMPLES)
    .action(async (options: NoteOptions) => {
      const config = loadConfig(options, process.env);
      const dashboard = config.publicUrl === undefined ? null : new URL(config.publicUrl).origin;
      const send = options.send ? mailSender(config) : null;
      const kind = chooseKind(config, false);
      if (send && kind !== 'real') throw new CompanionError('nothing-here', config.dataFolder);
      const store = await openConfigured(config, kind, systemClock);
      try {
        const { nowMs } = systemClock;
        const readModel = createReadModel(store.db);
        const needs = { db: store.db, readModel, nowMs, dashboard };
        process.stdout.write(
          send ? sayEnds(await sendNotes({ ...needs, send })) : await printNotes(needs, options.store),
        );
      } finally {
        await store.close();
      }
    });
}

async function printNotes(needs: Omit<SendDeps, 'send'>, wanted: string | undefined): Promise<string> {
  const stores = (await needs.readModel.listStores()).filter(
    ({ storeId }) => wanted === undefined || storeId === wanted,
  );
  if (wanted !== undefined && stores.length === 0) throw new CompanionError('store-unknown');
  const notes: string[] = [];
  for (const { storeId, name } of stores) {
    const contents = await newestNote(needs, storeId);
    notes.push(contents ? writeNote(contents) : `${name}: no release yet.\n`);
  }
  return notes.length === 0 ? 'No store yet.\n' : notes.join(`\n${'='.repeat(40)}\n\n`);
}

/** Says how sending went. Throws CompanionError `mail-failed` when it is not certain that every note left. */
function sayEnds(ends: readonly NoteEnd[]): string {
  const failures = ends.flatMap((end) =>
    end.end === 'sent' ? [] : [`${end.storeId}, span ${end.spanNo}: ${end.end}, ${end.error}`],
  );
  if (failures.length > 0) throw new CompanionError('mail-failed', failures.join('; '));
  return ends.length === 0
    ? 'Nothing to send.\n'
    : ends.map(({ storeId, spanNo }) => `Sent: ${storeId}, span ${spanNo}.\n`).join('');
}
