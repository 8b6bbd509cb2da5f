import type { Context } from 'hono';
import type { Site } from '../site';
import { Layout } from './layout';

/** Every way a page can refuse: its status, what happened, and what to do. */
const refusals = {
  'page-unknown': {
    status: 404,
    title: 'No such page',
    words: 'There is nothing at this address.',
    help: 'Start again from the overview.',
  },
  'store-unknown': {
    status: 404,
    title: 'No such store',
    words: 'This companion knows no store by that name.',
    help: 'The overview lists the stores that it knows.',
  },
  'kiosk-unknown': {
    status: 404,
    title: 'No such kiosk',
    words: 'This companion knows no kiosk by that name.',
    help: 'The settings page lists the kiosks that it knows.',
  },
  'span-unknown': {
    status: 404,
    title: 'No such span',
    words: 'This store has no released span with that number.',
    help: 'The list of releases shows the ones there are.',
  },
  'quarter-unknown': {
    status: 404,
    title: 'No such quarter',
    words: 'No quarter by that name has closed here.',
    help: 'The page of chain totals lists the ones that have.',
  },
  'panel-unknown': {
    status: 404,
    title: 'No such file',
    words: 'No panel has a CSV file by that name.',
    help: 'Each panel links to its own file.',
  },
  'host-unknown': {
    status: 403,
    title: 'Wrong address',
    words: 'This companion does not answer to the name in the address bar.',
    help: 'Open it under the address that it printed when it started.',
  },
  'sent-from-elsewhere': {
    status: 403,
    title: 'Sent from elsewhere',
    words: 'This request came from a page of another site.',
    help: 'Open the page here and try again.',
  },
  'too-much': {
    status: 413,
    title: 'Too much sent',
    words: 'This request is larger than anything a page here sends.',
    help: 'Open the page again.',
  },
  'too-many-live': {
    status: 503,
    title: 'Too many open pages',
    words: 'Too many pages are waiting for live updates.',
    help: 'Close some; pages work without live updates too.',
  },
  'sign-in-needed': {
    status: 401,
    title: 'Sign in first',
    words: 'Only people who sign in may see this.',
    help: 'Open the page in your browser and sign in.',
  },
  'token-needed': {
    status: 401,
    title: 'Token needed',
    words: 'Other tools ask with a token, in the header: Authorization: Bearer TOKEN.',
    help: 'An owner makes one on the page Users.',
  },
  'owners-only': {
    status: 403,
    title: 'Owners only',
    words: 'You are signed in as a viewer: you can look at everything and change nothing.',
    help: 'Ask an owner.',
  },
  'too-often': {
    status: 429,
    title: 'Too often',
    words: 'This was tried too often in a short time.',
    help: 'Wait a minute and try again.',
  },
  'link-unknown': {
    status: 404,
    title: 'This link is used up',
    words: 'One-time links work once, and for a day.',
    help: 'Sign in, or ask an owner for another link.',
  },
  'page-failed': {
    status: 500,
    title: 'This page failed',
    words: 'Something went wrong while the page was made. No counts are lost: pages only read.',
    help: 'Try again. If it stays like this, the companion’s log says why.',
  },
} as const;

export type Refusal = keyof typeof refusals;

/** Answers with a page that says what happened and what to do; it never repeats what the visitor sent. */
export function refuse(c: Context, site: Site, code: Refusal) {
  const { status, title, words, help } = refusals[code];
  if (c.req.path.startsWith('/api/')) return c.json({ error: { code, message: `${words} ${help}` } }, status);
  return c.html(
    <Layout site={site} title={title} path="">
      <h1>{title}</h1>
      <p>{words}</p>
      <p>
        {help} <a href="/">Overview</a> · <a href="/releases">Releases</a>
      </p>
    </Layout>,
    status,
  );
}
