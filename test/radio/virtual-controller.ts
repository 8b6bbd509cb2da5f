import { EventEmitter } from 'node:events';
import {
  ACL_PACKET,
  AdvertKind,
  addressBytes,
  addressOf,
  COMMAND_PACKET,
  commandComplete,
  commandStatus,
  LeEvent,
  leMeta,
  Op,
  remoteVersion,
  Status,
  word,
} from './hci';
import type { VirtualAir } from './virtual-air';
import { answerTo } from './virtual-answers';
import { VirtualLinks } from './virtual-links';

const COMMAND_MS = 0.1;
const ADVERT_BYTES = 31;
const SLOT_MS = 0.625;
const NO_ADDRESS = '00:00:00:00:00:00';
const ZERO_LINK = new Array<number>(17).fill(0);

interface Attempt {
  readonly peer: string;
  readonly parameters: readonly number[];
  readonly supervisionMs: number;
}

/**
 * A Bluetooth LE controller of which only the radio is missing: its host writes HCI packets and hears events, and its
 * adverts and links meet those of other controllers on the same virtual air. Roles of central and peripheral, legacy
 * adverts; no encryption, since Counterstep's host never pairs. What is not in it is refused as unknown, as the
 * standard asks.
 */
export class VirtualController extends EventEmitter {
  advert: Buffer = Buffer.alloc(0);
  scanResponse: Buffer = Buffer.alloc(0);
  /** An adapter that has fallen silent: it goes on taking commands and hears nothing. */
  isDeaf = false;
  #advertParameters: Buffer = Buffer.alloc(15);
  #isAdvertOn = false;
  #random = NO_ADDRESS;
  #scan = { isOn: false, isActive: false, isFiltered: false, seen: new Set<string>() };
  #attempt: Attempt | undefined;
  readonly #links: VirtualLinks;

  constructor(
    private readonly air: VirtualAir,
    private readonly publicAddress: string,
  ) {
    super();
    this.#links = new VirtualLinks(air, {
      addressOf: () => this.ownAddress,
      tell: (packet) => this.#tell(packet),
    });
    air.join(this);
  }

  /** The address under which the others know it. */
  get ownAddress(): string {
    return this.#random === NO_ADDRESS ? this.publicAddress : this.#random;
  }

  get isAdvertising(): boolean {
    return this.#isAdvertOn;
  }

  get isListening(): boolean {
    return this.#scan.isOn || this.#attempt !== undefined;
  }

  get isScanningActively(): boolean {
    return this.#scan.isOn && this.#scan.isActive;
  }

  get advertIntervalMs(): number {
    return this.#advertParameters.readUInt16LE(0) * SLOT_MS;
  }

  /** How many links stand. */
  get linkCount(): number {
    return this.#links.count;
  }

  /** Takes a packet from the host. */
  write(packet: Uint8Array): void {
    const bytes = Buffer.from(packet);
    if (bytes[0] === COMMAND_PACKET) {
      this.air.time.after(COMMAND_MS, () => this.#obey(bytes.readUInt16LE(1), bytes.subarray(4)));
    } else if (bytes[0] === ACL_PACKET) this.#links.send(bytes);
  }

  /** Pulled out of its socket: every link breaks, and nothing is heard any more. */
  unplug(): void {
    this.#reset();
    this.air.leave(this);
  }

  /** One advert of another controller reaches this one. */
  hear(from: VirtualController, rssi: number): void {
    if (this.isDeaf) return;
    const { isOn, isActive, isFiltered, seen } = this.#scan;
    const report = (kind: number, data: Buffer): void => {
      const key = `${kind} ${from.ownAddress}`;
      if (isFiltered && seen.has(key)) return;
      seen.add(key);
      const whose = [1, kind, from.#addressType, ...addressBytes(from.ownAddress)];
      this.#tell(leMeta(LeEvent.advert, [...whose, data.length, ...data, rssi & 255]));
    };
    const kind = from.#advertParameters[4] ?? 0;
    if (isOn) {
      report(kind, from.advert);
      if (isActive && kind !== AdvertKind.unconnectable) report(AdvertKind.scanResponse, from.scanResponse);
    }
    if (this.#attempt?.peer === from.ownAddress && kind === AdvertKind.connectable) this.#connect(from);
  }

  get #addressType(): number {
    return this.#random === NO_ADDRESS ? 0 : 1;
  }

  #tell(packet: Buffer): void {
    this.emit('data', packet);
  }

  #reset(): void {
    this.#links.breakAll();
    this.#isAdvertOn = false;
    this.#attempt = undefined;
    this.#random = NO_ADDRESS;
    this.#scan = { isOn: false, isActive: false, isFiltered: false, seen: new Set() };
  }

  #obey(opcode: number, content: Buffer): void {
    const status = this.#change(opcode, content);
    const answer = answerTo(opcode, this.publicAddress);
    if (status !== undefined) this.#tell(commandComplete(opcode, [status]));
    else if (answer) this.#tell(commandComplete(opcode, [Status.success, ...answer]));
    else if (!this.#steer(opcode, content)) this.#tell(commandComplete(opcode, [Status.unknownCommand]));
  }

  /** Commands that change something and are done at once; undefined: it is none of them. */
  #change(opcode: number, content: Buffer): number | undefined {
    switch (opcode) {
      case Op.reset:
        this.#reset();
        return Status.success;
      case Op.setEventMask:
      case Op.leSetEventMask:
      case Op.writeLeHostSupport:
      case Op.leClearList:
        return Status.success;
      case Op.leSetRandomAddress:
        this.#random = addressOf(content.subarray(0, 6));
        return Status.success;
      case Op.leSetAdvertParameters:
        if (this.#isAdvertOn) return Status.disallowed;
        this.#advertParameters = content;
        return Status.success;
      case Op.leSetAdvert:
      case Op.leSetScanResponse: {
        const length = content[0] ?? 0;
        if (length > ADVERT_BYTES) return Status.invalidParameters;
        const data = content.subarray(1, 1 + length);
        if (opcode === Op.leSetAdvert) this.advert = data;
        else this.scanResponse = data;
        return Status.success;
      }
      case Op.leEnableAdvert:
        this.#isAdvertOn = content[0] === 1;
        this.air.wake();
        return Status.success;
      case Op.leSetScanParameters:
        if (this.#scan.isOn) return Status.disallowed;
        this.#scan.isActive = content[0] === 1;
        return Status.success;
      case Op.leEnableScan:
        this.#scan = {
          ...this.#scan,
          isOn: content[0] === 1,
          isFiltered: content[1] === 1,
          seen: new Set(),
        };
        this.air.wake();
        return Status.success;
      default:
        return undefined;
    }
  }

  /** Commands about links, which take their time. */
  #steer(opcode: number, content: Buffer): boolean {
    if (opcode === Op.leConnect) {
      this.#tell(commandStatus(opcode, this.#attempt ? Status.disallowed : Status.success));
      this.#attempt ??= {
        peer: addressOf(content.subarray(6, 12)),
        parameters: [...content.subarray(15, 21), 0],
        supervisionMs: content.readUInt16LE(19) * 10,
      };
      this.air.wake();
      return true;
    }
    if (opcode === Op.leCancelConnect) {
      const hadAttempt = this.#attempt !== undefined;
      this.#attempt = undefined;
      this.#tell(commandComplete(opcode, [hadAttempt ? Status.success : Status.disallowed]));
      if (hadAttempt) this.#tell(leMeta(LeEvent.connected, [Status.unknownConnection, ...ZERO_LINK]));
      return true;
    }
    const isAboutLink: readonly number[] = [
      Op.disconnect,
      Op.readRemoteVersion,
      Op.leUpdateLink,
      Op.leReadRemoteFeatures,
    ];
    if (!isAboutLink.includes(opcode)) return false;
    const link = this.#links.get(content.readUInt16LE(0));
    this.#tell(commandStatus(opcode, link ? Status.success : Status.unknownConnection));
    if (!link) return true;
    const own = word(link.handle);
    if (opcode === Op.disconnect) this.#links.end(link, content[2] ?? Status.remoteEnded);
    else if (opcode === Op.readRemoteVersion) this.#tell(remoteVersion(link.handle));
    else if (opcode === Op.leReadRemoteFeatures)
      this.#tell(leMeta(LeEvent.remoteFeatures, [0, ...own, 0, 0, 0, 0, 0, 0, 0, 0]));
    else {
      const chosen = content.subarray(4, 10);
      this.#tell(leMeta(LeEvent.updated, [0, ...own, ...chosen]));
      link.peer.tell(leMeta(LeEvent.updated, [0, ...word(link.peerHandle), ...chosen]));
    }
    return true;
  }

  #connect(peripheral: VirtualController): void {
    const attempt = this.#attempt;
    if (!attempt) return;
    this.#attempt = undefined;
    peripheral.#isAdvertOn = false;
    const { parameters, supervisionMs } = attempt;
    const { handle, peerHandle } = this.#links.join(peripheral.#links, supervisionMs);
    const tell = (who: VirtualController, handle: number, role: number, other: VirtualController): void => {
      const address = [other.#addressType, ...addressBytes(other.ownAddress)];
      who.#tell(leMeta(LeEvent.connected, [0, ...word(handle), role, ...address, ...parameters]));
    };
    tell(peripheral, peerHandle, 1, this);
    tell(this, handle, 0, peripheral);
  }
}
