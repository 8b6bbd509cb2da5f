import type { Account } from '../../access/accounts';
import type { TokenEntry } from '../../access/tokens';
import { dateWords } from '../bands/dates';
import type { Site } from '../site';
import { Layout } from './layout';

/** What the last form brought: a secret that shows once, or why it was refused. */
export interface UsersTold {
  readonly link?: { readonly name: string; readonly url: string };
  readonly token?: string;
  readonly refusal?: string;
}

interface UsersPageProps {
  readonly site: Site;
  readonly accounts: readonly Account[];
  readonly tokens: readonly TokenEntry[];
  /** the account of who looks at the page */
  readonly ownId: string;
  readonly told: UsersTold;
}

const Told = ({ told }: { told: UsersTold }) => (
  <>
    {told.refusal === undefined ? null : (
      <p class="alarm-words" role="alert">
        {told.refusal}
      </p>
    )}
    {told.link ? (
      <section class="panel" role="status">
        <h2>One-time link for {told.link.name}</h2>
        <p>
          <code class="secret">{told.link.url}</code>
        </p>
        <p class="note">It sets a password once, within a day. It shows only now.</p>
      </section>
    ) : null}
    {told.token === undefined ? null : (
      <section class="panel" role="status">
        <h2>New token</h2>
        <p>
          <code class="secret">{told.token}</code>
        </p>
        <p class="note">Copy it now: only its hash is kept.</p>
      </section>
    )}
  </>
);

const UserRow = ({ account, ownId }: { account: Account; ownId: string }) => (
  <tr>
    <th scope="row">{account.name}</th>
    <td>{account.role}</td>
    <td>{account.hasPassword ? 'set' : 'not yet'}</td>
    <td>
      <form class="form-row" method="post">
        <input type="hidden" name="accountId" value={account.accountId} />
        <button type="submit" formaction="/users/link" aria-label={`New one-time link for ${account.name}`}>
          New link
        </button>
        <button type="submit" formaction="/users/sign-out" aria-label={`Sign ${account.name} out everywhere`}>
          Sign out
        </button>
        {account.accountId === ownId ? null : (
          <button type="submit" formaction="/users/remove" aria-label={`Remove ${account.name}`}>
            Remove
          </button>
        )}
      </form>
    </td>
  </tr>
);

const Users = ({ accounts, ownId }: UsersPageProps) => (
  <section class="panel" aria-labelledby="users-h">
    <h2 id="users-h">People</h2>
    <div class="scroll">
      <table>
        <caption>Who may sign in</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Password</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <UserRow account={account} ownId={ownId} />
          ))}
        </tbody>
      </table>
    </div>
    <form class="form" method="post" action="/users/add">
      <label for="new-name">Name of somebody new</label>
      <input id="new-name" name="name" autocapitalize="none" autocomplete="off" required maxlength={64} />
      <label for="new-role">Role</label>
      <select id="new-role" name="role">
        <option value="viewer">viewer: may only look</option>
        <option value="owner">owner: may do everything</option>
      </select>
      <button type="submit">Add and make a one-time link</button>
    </form>
  </section>
);

const Tokens = ({ tokens }: UsersPageProps) => (
  <section class="panel" aria-labelledby="tokens-h">
    <h2 id="tokens-h">Tokens for other tools</h2>
    <p>
      A token reads releases and kiosks through the <a href="/api/v1/openapi.json">JSON API</a> and the
      metrics. It changes nothing.
    </p>
    {tokens.length === 0 ? null : (
      <div class="scroll">
        <table>
          <caption>Tokens in use</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Made</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr>
                <th scope="row">{token.name}</th>
                <td>{dateWords(token.createdAt)}</td>
                <td>
                  <form class="form-row" method="post" action="/users/revoke">
                    <input type="hidden" name="tokenId" value={token.tokenId} />
                    <button type="submit" aria-label={`Revoke ${token.name}`}>
                      Revoke
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    <form class="form" method="post" action="/users/token">
      <label for="token-name">What the token is for</label>
      <input id="token-name" name="name" autocomplete="off" required maxlength={60} />
      <button type="submit">Make a token</button>
    </form>
  </section>
);

/** Who may look in: people with passwords, tools with tokens. */
export const UsersPage = (props: UsersPageProps) => (
  <Layout site={props.site} title="Users" path="/users">
    <h1>Users</h1>
    <Told told={props.told} />
    <Users {...props} />
    <Tokens {...props} />
  </Layout>
);
