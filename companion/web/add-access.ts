import type { Hono } from 'hono';
import type { Access, Deps } from './deps';
import { accountRoutes } from './routes/account';
import { signInPost, signInRoute } from './routes/sign-in';
import { signOutPost } from './routes/sign-out';
import { usersRoutes } from './routes/users';
import { welcomeRoutes } from './routes/welcome';
import { notTooOften, signedInOnly } from './signed-in-only';
import type { Site } from './site';

/** Puts the doors in front of all routes that are added later, and the pages that belong to the doors. */
export function addAccess(app: Hono, access: Access, deps: Deps, site: Site): void {
  app.use(notTooOften(access, deps, site), signedInOnly(access, deps, site));

  app.get('/sign-in', signInRoute(site));
  app.post('/sign-in', signInPost(access, deps, site));
  app.post('/sign-out', signOutPost(access));
  const welcome = welcomeRoutes(access, deps, site);
  app.get('/welcome/:secret', welcome.ask);
  app.post('/welcome/:secret', welcome.set);
  const account = accountRoutes(access, deps, site);
  app.get('/account', account.show);
  app.post('/account/password', account.changePassword);
  const users = usersRoutes(access, deps, site);
  app.get('/users', users.show);
  app.post('/users/add', users.add);
  app.post('/users/link', users.link);
  app.post('/users/sign-out', users.signOut);
  app.post('/users/remove', users.remove);
  app.post('/users/token', users.addToken);
  app.post('/users/revoke', users.revoke);
}
