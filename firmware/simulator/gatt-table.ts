import { type ByteSource, toBytes } from './bytes';

/** One characteristic as NRF.setServices takes it. */
export interface CharacteristicOptions {
  value?: ByteSource;
  maxLen?: number;
  readable?: boolean;
  writable?: boolean;
  onWrite?: (event: { data: ArrayBuffer }) => void;
}

/** Services by UUID, each with its characteristics by UUID. */
export type ServiceOptions = Record<string, Record<string, CharacteristicOptions>>;

/** One characteristic in the board's attribute table. */
export interface Characteristic {
  service: string;
  uuid: string;
  value: Uint8Array;
  maxBytes: number;
  isReadable: boolean;
  isWritable: boolean;
  onWrite: CharacteristicOptions['onWrite'];
}

const UUID_128 = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in lower case. Throws when it is none; `kind` is "Service" or "Characteristic". */
export function normalizeUuid(uuid: string, kind: string): string {
  const lower = uuid.toLowerCase();
  if (UUID_128.test(lower)) return lower;
  const short = Number(lower);
  if (Number.isInteger(short) && short >= 0 && short <= 0xffff)
    return `0x${short.toString(16).padStart(4, '0')}`;
  throw new Error(`Invalid ${kind} UUID: Expecting 16 bit integer or 128 bit string`);
}

/** The attribute table for NRF.setServices. */
export function buildTable(services: ServiceOptions): Characteristic[] {
  return Object.entries(services).flatMap(([serviceUuid, characteristics]) => {
    const service = normalizeUuid(serviceUuid, 'Service');
    return Object.entries(characteristics).map(([uuid, options]) => {
      const value = options.value === undefined ? new Uint8Array(0) : toBytes(options.value);
      return {
        service,
        uuid: normalizeUuid(uuid, 'Characteristic'),
        value,
        maxBytes: Math.max(options.maxLen ?? 0, value.length, 1),
        isReadable: Boolean(options.readable),
        isWritable: Boolean(options.writable),
        onWrite: options.onWrite,
      };
    });
  });
}
