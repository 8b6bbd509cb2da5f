import type { VirtualController } from './virtual-controller';
import type { VirtualTime } from './virtual-time';

/** One packet on the air, as anybody near with a sniffer has it. */
export interface AirPacket {
  readonly atMs: number;
  readonly kind: 'advert' | 'scan-response' | 'data';
  readonly from: string;
  /** '' for adverts, which go to everybody */
  readonly to: string;
  /** the advert; or the L2CAP fragment, whose first fragment starts with length and channel */
  readonly bytes: Buffer;
  readonly isFirstFragment: boolean;
}

/** What the weather does to a packet: it arrives; it is sent again, so that it comes later; or the link breaks on it. */
export type Fate = 'arrives' | 'again' | 'breaks';

/** Between two tries to send a packet. */
export const INTERVAL_MS = 7.5;
/** Adverts are sent up to so much later than due (Bluetooth Core, Volume 6, Part B, section 4.4.2.2). */
const ADVERT_DELAY_MS = 10;

/** The air between virtual controllers: who hears whom, how strongly, and what becomes of each packet. */
export class VirtualAir {
  /** Everything that was sent, whether it arrived or not. */
  readonly capture: AirPacket[] = [];
  /** Called for each packet of a link, each time that it is sent. */
  fateOf: (packet: AirPacket) => Fate = () => 'arrives';
  /** Whether somebody hears an advert. */
  isHeard: (from: string, by: string) => boolean = () => true;
  rssiOf: (from: string, by: string) => number = () => -60;
  readonly #controllers = new Set<VirtualController>();
  #advertising = new Set<VirtualController>();

  constructor(
    readonly time: VirtualTime,
    private readonly random: () => number,
  ) {}

  join(controller: VirtualController): void {
    this.#controllers.add(controller);
  }

  leave(controller: VirtualController): void {
    this.#controllers.delete(controller);
  }

  /** Somebody began to advertise, to scan or to connect: adverts are sent while there is somebody to hear them. */
  wake(): void {
    if (![...this.#controllers].some((controller) => controller.isListening)) return;
    for (const controller of this.#controllers) {
      if (!controller.isAdvertising || this.#advertising.has(controller)) continue;
      this.#advertising.add(controller);
      const delayMs = controller.advertIntervalMs + this.random() * ADVERT_DELAY_MS;
      this.time.after(delayMs, () => this.#advertise(controller));
    }
  }

  record(packet: Omit<AirPacket, 'atMs'>): AirPacket {
    const recorded = { ...packet, atMs: this.time.nowMs };
    this.capture.push(recorded);
    return recorded;
  }

  #advertise(from: VirtualController): void {
    this.#advertising.delete(from);
    if (from.isAdvertising) {
      const common = { from: from.ownAddress, to: '', isFirstFragment: true };
      this.record({ ...common, kind: 'advert', bytes: from.advert });
      if ([...this.#controllers].some((by) => by.isScanningActively))
        this.record({ ...common, kind: 'scan-response', bytes: from.scanResponse });
      for (const by of this.#controllers) {
        if (by !== from && this.isHeard(from.ownAddress, by.ownAddress))
          by.hear(from, this.rssiOf(from.ownAddress, by.ownAddress));
      }
    }
    this.wake();
  }
}
