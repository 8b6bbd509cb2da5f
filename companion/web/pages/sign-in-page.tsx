import type { Site } from '../site';
import { Layout } from './layout';

/** Asks for name and password. */
export const SignInPage = ({ site, to, isWrong }: { site: Site; to: string; isWrong?: boolean }) => (
  <Layout site={site} title="Sign in" path="/sign-in" isBare>
    <h1>Sign in</h1>
    {isWrong ? (
      <p class="alarm-words" role="alert">
        Name or password is wrong.
      </p>
    ) : null}
    <form class="form panel" method="post" action="/sign-in">
      <input type="hidden" name="to" value={to} />
      <label for="name">Name</label>
      <input id="name" name="name" autocomplete="username" autocapitalize="none" required maxlength={64} />
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <button type="submit">Sign in</button>
    </form>
    <p class="note">
      No password yet, or forgotten? An owner makes a one-time link on the page Users, or at the machine with{' '}
      <code>counterstep users link NAME</code>.
    </p>
  </Layout>
);
