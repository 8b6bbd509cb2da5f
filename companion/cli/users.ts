import { Command, Option } from 'commander';
import { accountNamed, addAccount, listAccounts, removeAccount } from '../access/accounts';
import { makeLink } from '../access/links';
import { endSessions } from '../access/sessions';
import type { Role } from '../access/tables';
import { systemClock } from '../clock';
import type { Config } from '../config/config';
import { type ConfigOptions, configOptions } from './config-options';
import { withRealStore } from './real-store';

const EXAMPLES = `
A forgotten password is replaced by a one-time link, made here or by another owner on the page Users. The link sets a
password once, within a day, on the running companion.

Examples:
  $ counterstep users list
  $ counterstep users add jo@example.org --role viewer
  $ counterstep users link owner
  $ counterstep users sign-out jo@example.org
  $ counterstep users remove jo@example.org`;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** `counterstep users`: who may sign in, for whoever sits at the machine. */
export function usersCommand(): Command {
  const users = new Command('users').description('list, add and remove people who may sign in');
  configOptions(users.command('list'))
    .description('list everybody')
    .action((options: ConfigOptions) =>
      withRealStore(options, async ({ db }) => {
        for (const { name, role, hasPassword } of await listAccounts(db)) {
          say(`${name}  ${role}  ${hasPassword ? 'password set' : 'no password yet'}`);
        }
      }),
    );
  configOptions(users.command('add'))
    .description('add somebody and make their one-time link')
    .argument('<name>')
    .addOption(new Option('--role <role>', 'what they may do').choices(['owner', 'viewer']).default('viewer'))
    .action((name: string, options: ConfigOptions & { role: Role }) =>
      withRealStore(options, async ({ db }, config) => {
        const nowMs = systemClock.nowMs();
        const { accountId } = await addAccount(db, name, options.role, nowMs);
        say(linkUrl(config, await makeLink(db, accountId, nowMs)));
      }),
    );
  configOptions(users.command('link'))
    .description('make another one-time link')
    .argument('<name>')
    .action((name: string, options: ConfigOptions) =>
      withRealStore(options, async ({ db }, config) => {
        const { accountId } = await accountNamed(db, name);
        say(linkUrl(config, await makeLink(db, accountId, systemClock.nowMs())));
      }),
    );
  configOptions(users.command('sign-out'))
    .description('end every session of somebody')
    .argument('<name>')
    .action((name: string, options: ConfigOptions) =>
      withRealStore(options, async ({ db }) => endSessions(db, (await accountNamed(db, name)).accountId)),
    );
  configOptions(users.command('remove'))
    .description('remove somebody')
    .argument('<name>')
    .action((name: string, options: ConfigOptions) =>
      withRealStore(options, async ({ db }) => removeAccount(db, (await accountNamed(db, name)).accountId)),
    );
  return users.addHelpText('after', EXAMPLES);
}

function linkUrl({ publicUrl, port }: Config, secret: string): string {
  const origin = publicUrl === undefined ? `http://127.0.0.1:${port}` : new URL(publicUrl).origin;
  return `${origin}/welcome/${secret}`;
}
