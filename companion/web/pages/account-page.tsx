import type { SignedIn } from '../../access/sessions';
import type { Site } from '../site';
import { Layout } from './layout';
import { NewPassword } from './welcome-page';

/** Who is signed in, and what they can do about it. */
export const AccountPage = (props: { site: Site; signedIn: SignedIn; refusal?: string }) => (
  <Layout site={props.site} title="Account" path="/account">
    <h1>Account</h1>
    <p>
      You are signed in as <strong>{props.signedIn.name}</strong>,{' '}
      {props.signedIn.role === 'owner'
        ? 'an owner.'
        : 'a viewer: you can look at everything and change nothing.'}
      {props.signedIn.role === 'owner' ? (
        <>
          {' '}
          <a href="/users">Users and tokens</a>
        </>
      ) : null}
    </p>
    {props.refusal === undefined ? null : (
      <p class="alarm-words" role="alert">
        {props.refusal}
      </p>
    )}
    <section class="panel" aria-labelledby="out-h">
      <h2 id="out-h">Sign out</h2>
      <form class="form" method="post" action="/sign-out">
        <button type="submit">Sign out here</button>
        <button type="submit" name="everywhere" value="yes">
          Sign out everywhere
        </button>
      </form>
    </section>
    <section class="panel" aria-labelledby="password-h">
      <h2 id="password-h">Change the password</h2>
      <p>Whoever is signed in with the old one is signed out.</p>
      <form class="form" method="post" action="/account/password">
        <label for="current">Current password</label>
        <input id="current" name="current" type="password" autocomplete="current-password" required />
        <NewPassword />
        <button type="submit">Change the password</button>
      </form>
    </section>
  </Layout>
);
