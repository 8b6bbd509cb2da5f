/** A kiosk's vitals: nothing in them follows the shopper at the kiosk. */
export interface Vitals {
  /** Whole sheets: the newest closed one and the oldest still held; 0 when there is none. */
  readonly newestSheet: number;
  readonly oldestSheet: number;
  /** Every sheet up to this number has been acknowledged; 0 for none. */
  readonly ackedSheet: number;
  /** Checks since the epoch began, as of the newest closed sheet. */
  readonly started: number;
  readonly finished: number;
  /** Seconds since 1970 and minutes east of UTC by the kiosk's clock; null while it is not set. */
  readonly clock: { readonly unixS: number; readonly utcOffsetMin: number } | null;
  /** Sampled once a day on the attract screen. */
  readonly batteryPercent: number;
  readonly runningHours: number;
  readonly freeFlashBytes: number;
  readonly freeVariables: number;
  /** Starts of the device since the epoch began, with the first. */
  readonly boots: number;
  /** 0: none since the last start. */
  readonly lastError: number;
  /** Firmware version, for example "0.1.0". */
  readonly version: string;
  /** CRC-32 of the firmware bundle and of the stored settings, 8 hexadecimal digits each. */
  readonly bundle: string;
  readonly settingsCrc: string;
  /** Espruino's own version, for example "2v29". */
  readonly interpreter: string;
}
