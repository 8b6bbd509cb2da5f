import { describe, expect, test } from 'vitest';
import { clientAddress, isLoopback, limitName, readNetworks } from '../../companion/access/client-address';
import { createRateLimit } from '../../companion/access/rate-limit';

describe('who sent a request', () => {
  const proxies = ['127.0.0.1', '10.1.0.0/16', 'fd00::/8'];
  const cases = [
    { peer: '203.0.113.9', forwarded: undefined, is: '203.0.113.9' },
    { peer: '203.0.113.9', forwarded: '198.51.100.1', is: '203.0.113.9', why: 'not a trusted proxy' },
    { peer: '127.0.0.1', forwarded: '198.51.100.1', is: '198.51.100.1' },
    { peer: '::ffff:127.0.0.1', forwarded: '198.51.100.1', is: '198.51.100.1' },
    {
      peer: '127.0.0.1',
      forwarded: '6.6.6.6, 198.51.100.1',
      is: '198.51.100.1',
      why: 'the left one is claimed',
    },
    { peer: '127.0.0.1', forwarded: '198.51.100.1, 10.1.2.3', is: '198.51.100.1', why: 'two proxies' },
    { peer: 'fd00::1', forwarded: '2001:db8::5', is: '2001:db8::5' },
    { peer: '127.0.0.1', forwarded: '', is: '127.0.0.1' },
    { peer: '127.0.0.1', forwarded: '<script>', is: '127.0.0.1' },
    { peer: '127.0.0.1', forwarded: '198.51.100.1, unknown', is: '127.0.0.1' },
    { peer: '127.0.0.1', forwarded: undefined, is: '127.0.0.1' },
    { peer: '', forwarded: '198.51.100.1', is: '' },
  ];
  test.each(cases)('$peer with "$forwarded" is $is', ({ peer, forwarded, is }) => {
    expect(clientAddress(peer, forwarded, readNetworks(proxies))).toBe(is);
  });

  test.each(['proxy', '10.0.0.0/33', '10.0.0', '::/129', '', '10.0.0.1/', '10.0.0.1/-1'])(
    '"%s" is no network',
    (network) => {
      expect(() => readNetworks([network])).toThrow(RangeError);
    },
  );
});

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.5', false],
  ['localhost.example.org', false],
])('%s is reached from this machine only: %s', (host, isOwn) => {
  expect(isLoopback(host)).toBe(isOwn);
});

test.each([
  ['198.51.100.1', '198.51.100.1'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
  ['2001:0db8:0000:0001:bbbb:cccc:dddd:eeee', '2001:db8:0:1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is limited as %s', (address, name) => {
  expect(limitName(address)).toBe(name);
});

describe('a rate limit', () => {
  function makeLimit() {
    let nowMs = 1_000_000;
    const limit = createRateLimit({ burst: 3, refillMs: 1000 }, () => nowMs);
    return { limit, pass: (ms: number) => (nowMs += ms) };
  }

  test('allows a burst, then one for each refill', () => {
    const { limit, pass } = makeLimit();
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1000]);
    pass(999);
    expect(limit.take('a')).toBe(1);
    pass(1);
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1000]);
    pass(60_000);
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1000]);
  });

  test('keeps nobody waiting until a clock that was set back is there again', () => {
    const { limit, pass } = makeLimit();
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0]);
    pass(-900_000);
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1000]);
  });

  test('keeps names apart, and takes back', () => {
    const { limit } = makeLimit();
    for (let i = 0; i < 3; i++) limit.take('a');
    expect(limit.take('b')).toBe(0);
    limit.giveBack('a');
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1000]);
    limit.giveBack('never seen');
    expect(limit.take('never seen')).toBe(0);
  });

  test('forgets the oldest names in a flood of others', () => {
    const { limit } = makeLimit();
    for (let i = 0; i < 4; i++) limit.take('early');
    for (let i = 0; i < 10_000; i++) limit.take(`flood ${i}`);
    expect(limit.take('early')).toBe(0);
  });
});
