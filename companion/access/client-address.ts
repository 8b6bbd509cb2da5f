import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || isIn(LOOPBACK, host);
}

/** Addresses and networks (`10.0.0.0/8`) as one list. Throws RangeError naming the first that is none. */
export function readNetworks(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const version = isIP(address);
    const isUsable =
      version > 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
    if (!isUsable) throw new RangeError(network);
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * Who sent a request: the peer itself, or behind trusted proxies the last address they name that is not one of
 * theirs. Whatever stands further left was written by the sender and may be anything.
 *
 * @param forwarded the X-Forwarded-For header
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  const hops = forwarded === undefined ? [] : forwarded.split(',').map((hop) => hop.trim());
  let address = plain(peer);
  while (isIn(trusted, address)) {
    const before = plain(hops.pop() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** One name for everybody who shares an address: an IPv6 network of 64 bits belongs to one household. */
export function limitName(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const zeros = new Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = address.includes('::') ? [...front, ...zeros, ...back] : front;
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

function isIn(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version > 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
