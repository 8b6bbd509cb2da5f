import { ACL_PACKET, disconnected, packetSent, Status, word } from './hci';
import { INTERVAL_MS, type VirtualAir } from './virtual-air';

/** What every controller of Bluetooth 4 has at least: buffers of one link-layer packet each. */
export const BUFFER_BYTES = 27;
export const BUFFERS = 8;

/** The controller whose links these are. */
interface Owner {
  /** under which the others know it at present */
  addressOf(): string;
  /** gives its host a packet */
  tell(packet: Buffer): void;
}

/** One end of a link. */
interface Link {
  readonly handle: number;
  readonly peerHandle: number;
  readonly peer: VirtualLinks;
  /** packets that are on their way, in order */
  readonly sending: { readonly bytes: Buffer; readonly isFirst: boolean }[];
  readonly supervisionMs: number;
}

/** The links of one virtual controller: what its host sends over them goes over the air until it arrives. */
export class VirtualLinks {
  #links = new Map<number, Link>();
  #nextHandle = 1;
  #generation = 0;

  constructor(
    private readonly air: VirtualAir,
    private readonly owner: Owner,
  ) {}

  /** How many links stand. */
  get count(): number {
    return this.#links.size;
  }

  /** The link of a handle; undefined: it is gone, or never was. */
  get(handle: number): Link | undefined {
    return this.#links.get(handle);
  }

  /** Gives the host of these links a packet. */
  tell(packet: Buffer): void {
    this.owner.tell(packet);
  }

  /** Joins two controllers by a link, which counts as lost when nothing arrives for so long. */
  join(peer: VirtualLinks, supervisionMs: number): Link {
    const handle = this.#takeHandle();
    const peerHandle = peer.#takeHandle();
    const link: Link = { handle, peerHandle, peer, sending: [], supervisionMs };
    this.#links.set(handle, link);
    peer.#links.set(peerHandle, {
      handle: peerHandle,
      peerHandle: handle,
      peer: this,
      sending: [],
      supervisionMs,
    });
    return link;
  }

  /** Takes a data packet from the host. */
  send(packet: Buffer): void {
    const head = packet.readUInt16LE(1);
    const link = this.#links.get(head & 0xfff);
    if (!link) return; // the host has not heard yet that the link is gone
    const bytes = packet.subarray(5);
    if (bytes.length > BUFFER_BYTES) throw new Error('The host writes longer packets than fit the buffer');
    if (link.sending.length >= BUFFERS)
      throw new Error('The host writes more packets than there are buffers');
    link.sending.push({ bytes, isFirst: ((head >> 12) & 3) !== 1 });
    if (link.sending.length === 1) this.#sendNext(link, this.air.time.nowMs);
  }

  /** Ends a link as its host asked; the peer hears the reason. */
  end(link: Link, reason: number): void {
    this.#drop(link, Status.localEnded, reason);
  }

  /** Breaks every link: the peers notice that nothing comes any more, the own host was reset and hears nothing. */
  breakAll(): void {
    for (const link of [...this.#links.values()]) this.#drop(link, null, Status.timedOut);
    this.#generation++;
  }

  #takeHandle(): number {
    const handle = this.#nextHandle;
    this.#nextHandle = (this.#nextHandle % 0xeff) + 1;
    return handle;
  }

  /** Sends the packet at the head of the queue, again and again until it arrives or the link counts as lost. */
  #sendNext(link: Link, sinceMs: number): void {
    const generation = this.#generation;
    this.air.time.after(INTERVAL_MS, () => {
      const [packet] = link.sending;
      if (!packet || generation !== this.#generation || !this.#links.has(link.handle)) return;
      const sent = this.air.record({
        kind: 'data',
        from: this.owner.addressOf(),
        to: link.peer.owner.addressOf(),
        bytes: packet.bytes,
        isFirstFragment: packet.isFirst,
      });
      const fate = this.air.fateOf(sent);
      const isLate = this.air.time.nowMs - sinceMs > link.supervisionMs;
      if (fate === 'breaks' || (fate === 'again' && isLate))
        return this.#drop(link, Status.timedOut, Status.timedOut);
      if (fate === 'again') return this.#sendNext(link, sinceMs);
      link.sending.shift();
      this.tell(packetSent(link.handle));
      const start = packet.isFirst ? 2 : 1;
      const head = word(link.peerHandle | (start << 12));
      link.peer.tell(Buffer.from([ACL_PACKET, ...head, ...word(packet.bytes.length), ...packet.bytes]));
      if (link.sending.length > 0) this.#sendNext(link, this.air.time.nowMs);
    });
  }

  /** @param reason for the own host; null: it hears nothing */
  #drop(link: Link, reason: number | null, peerReason: number): void {
    if (!this.#links.delete(link.handle)) return;
    if (reason !== null) this.tell(disconnected(link.handle, reason));
    if (link.peer.#links.delete(link.peerHandle)) link.peer.tell(disconnected(link.peerHandle, peerReason));
  }
}
