import { expect, test } from 'vitest';
import { SyncError } from '../../companion/sync/errors';
import { type CauseFacts, likelyCause } from '../../companion/sync/likely-cause';

const facts = (changes: Partial<CauseFacts>): CauseFacts => ({
  error: new SyncError('kiosk-unheard'),
  adapterTrouble: null,
  isAdapterSilent: false,
  lastRssi: undefined,
  areOthersHeard: false,
  ...changes,
});

test.each<{ name: string; given: Partial<CauseFacts>; says: string }>([
  { name: 'the adapter, before all else', given: { adapterTrouble: 'It is off.' }, says: 'It is off.' },
  { name: 'an adapter that hears nothing', given: { isAdapterSilent: true }, says: 'hears nothing at all' },
  { name: 'never heard', given: {}, says: 'since the companion started' },
  { name: 'never heard, others are', given: { areOthersHeard: true }, says: 'so the adapter works' },
  { name: 'heard faintly before', given: { lastRssi: -92 }, says: 'out of range' },
  { name: 'heard well before', given: { lastRssi: -60 }, says: 'switched off or without power' },
  {
    name: 'heard before, nobody knows how well',
    given: { lastRssi: null },
    says: 'switched off or without power',
  },
  {
    name: 'a link that breaks from afar',
    given: { error: new SyncError('link-failed'), lastRssi: -90 },
    says: 'at the edge of the range',
  },
  {
    name: 'a link that fails nearby',
    given: { error: new SyncError('link-silent'), lastRssi: -50 },
    says: 'another companion or a phone may hold it',
  },
  {
    name: 'a wrong key, whatever the adapter does by now',
    given: { error: new SyncError('key-wrong'), adapterTrouble: 'It is off.' },
    says: 'not sealed with the key',
  },
  { name: 'a missing key', given: { error: new SyncError('key-missing') }, says: 'no key for that kiosk' },
  { name: 'a full disk', given: { error: new Error('The disk is full') }, says: 'The disk is full' },
  { name: 'anything else', given: { error: 7 }, says: 'nobody expected' },
])('the likely cause: $name', ({ given, says }) => {
  expect(likelyCause(facts(given))).toContain(says);
});
