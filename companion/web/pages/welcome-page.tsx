import { PASSWORD_LENGTH_MIN } from '../../access/password';
import type { Site } from '../site';
import { Layout } from './layout';

/** Two fields for a new password. */
export const NewPassword = () => (
  <>
    <label for="password">New password, at least {PASSWORD_LENGTH_MIN} characters</label>
    <input id="password" name="password" type="password" autocomplete="new-password" required />
    <label for="again">The same again</label>
    <input id="again" name="again" type="password" autocomplete="new-password" required />
  </>
);

/** What a one-time link opens: a form for a new password. */
export const WelcomePage = ({ site, name, refusal }: { site: Site; name: string; refusal?: string }) => (
  <Layout site={site} title="Set your password" path="/welcome" isBare>
    <h1>Set your password</h1>
    <p>
      You will sign in as <strong>{name}</strong>. Four or five words that do not belong together make a good
      password.
    </p>
    {refusal === undefined ? null : (
      <p class="alarm-words" role="alert">
        {refusal}
      </p>
    )}
    <form class="form panel" method="post">
      <input type="hidden" name="name" value={name} autocomplete="username" />
      <NewPassword />
      <button type="submit">Set password and sign in</button>
    </form>
  </Layout>
);
