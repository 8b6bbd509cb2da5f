/**
 * The part of Espruino (2v26 or newer) that the firmware and `shared/` use, and no more. The simulated board
 * implements exactly what stands here; a call that is not declared here does not exist for the firmware.
 *
 * The build has no standard library (`noLib`), so the language's own objects are declared here too.
 */

// The language

interface Array<T> {
  [n: number]: T;
  length: number;
  push(...items: T[]): number;
  pop(): T | undefined;
  slice(start?: number, end?: number): T[];
  concat(...items: (T | T[])[]): T[];
  join(separator?: string): string;
  indexOf(item: T): number;
  forEach(callback: (value: T, index: number) => void): void;
  map<U>(callback: (value: T, index: number) => U): U[];
  filter(callback: (value: T) => boolean): T[];
  some(callback: (value: T) => boolean): boolean;
  fill(value: T, start?: number, end?: number): this;
}
interface ReadonlyArray<T> {
  readonly [n: number]: T;
  readonly length: number;
  slice(start?: number, end?: number): T[];
  join(separator?: string): string;
  indexOf(item: T): number;
  forEach(callback: (value: T, index: number) => void): void;
  map<U>(callback: (value: T, index: number) => U): U[];
}
interface String {
  readonly [n: number]: string;
  readonly length: number;
  charCodeAt(index: number): number;
  charAt(index: number): string;
  indexOf(search: string, from?: number): number;
  lastIndexOf(search: string): number;
  substr(start: number, length?: number): string;
  slice(start: number, end?: number): string;
  repeat(count: number): string;
  split(separator: string): string[];
  trim(): string;
}
interface StringConstructor {
  fromCharCode(...codes: number[]): string;
}
declare const String: StringConstructor;
interface Number {
  toString(radix?: number): string;
}
declare function parseInt(text: string, radix?: number): number;
interface Boolean {
  valueOf(): boolean;
}
interface Object {
  toString(): string;
}
declare const Object: { assign<T>(to: object, from: T): T };
interface Function {
  readonly length: number;
}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {
  readonly length: number;
}
interface RegExp {
  test(text: string): boolean;
}
interface Math {
  floor(x: number): number;
  round(x: number): number;
  min(...values: number[]): number;
  max(...values: number[]): number;
  abs(x: number): number;
}
declare const Math: Math;

/** A plain typed array; on the device it needs its variables in one piece, so keep it small. */
interface Uint8Array {
  [n: number]: number;
  readonly length: number;
  readonly buffer: ArrayBuffer;
  set(values: ArrayLike<number>, offset?: number): void;
  subarray(start: number, end?: number): Uint8Array;
  slice(start?: number, end?: number): Uint8Array;
  fill(value: number, start?: number, end?: number): this;
}
declare const Uint8Array: {
  new (source: number | ArrayLike<number>): Uint8Array;
  new (source: ArrayBuffer, byteOffset?: number, length?: number): Uint8Array;
};
interface Uint16Array {
  [n: number]: number;
  readonly length: number;
  readonly buffer: ArrayBuffer;
  fill(value: number): this;
}
/** Low byte first. */
declare const Uint16Array: {
  new (source: number | ArrayLike<number>): Uint16Array;
  new (source: ArrayBuffer, byteOffset?: number): Uint16Array;
};
interface Int32Array {
  [n: number]: number;
  readonly length: number;
  readonly buffer: ArrayBuffer;
}
declare const Int32Array: { new (source: number | ArrayLike<number> | ArrayBuffer): Int32Array };
interface ArrayBuffer {
  readonly byteLength: number;
}
interface ArrayLike<T> {
  readonly [n: number]: T;
  readonly length: number;
}

type Partial<T> = { [P in keyof T]?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Record<K extends string | number, T> = { [P in K]: T };

/** What the device takes as bytes: a number is one byte, everything else its bytes one after the other. */
type EspruinoBytes = number | string | ArrayBuffer | ArrayLike<number> | readonly EspruinoBytes[];

// Timers and time

declare function setTimeout(callback: () => void, delayMs: number): number;
declare function setInterval(callback: () => void, periodMs: number): number;
declare function clearTimeout(id?: number): void;
declare function clearInterval(id?: number): void;
/** Seconds since 1970 as far as the device knows; after a loss of power it starts near 0 again. */
declare function getTime(): number;

// Pins

declare class Pin {
  private readonly pin: never;
}
declare const BTN1: Pin;
declare const BTN2: Pin;
declare const BTN3: Pin;
declare const BTN4: Pin;
declare const LED1: Pin;
/** the levels as bits, the first pin the highest */
declare function digitalRead(pins: Pin[]): number;
declare function digitalWrite(pin: Pin, value: number | boolean): void;
interface WatchEvent {
  /** true when the button went down */
  state: boolean;
  /** seconds, as getTime() */
  time: number;
  pin: Pin;
}
declare function setWatch(
  callback: (event: WatchEvent) => void,
  pin: Pin,
  options: { repeat: boolean; edge: 'rising' | 'falling' | 'both'; debounce?: number },
): number;
declare function clearWatch(id?: number): void;

// The screen

interface Graphics {
  clear(resetState?: boolean): Graphics;
  clearRect(x1: number, y1: number, x2: number, y2: number): Graphics;
  fillRect(x1: number, y1: number, x2: number, y2: number): Graphics;
  /** 0 = background (light), 1 = foreground (dark) */
  setColor(color: number): Graphics;
  setBgColor(color: number): Graphics;
  /**
   * A font of our own: `bitmap` holds the columns of every glyph one after the other, each `height` bits, first
   * bit uppermost; `widths` holds a width in pixels for each character code from `firstChar`.
   */
  setFontCustom(bitmap: string, firstChar: number, widths: string, height: number): Graphics;
  /** x: -1 left, 0 centre, 1 right; y: -1 top, 0 centre, 1 bottom */
  setFontAlign(x: number, y: number): Graphics;
  stringWidth(text: string): number;
  drawString(text: string, x: number, y: number): Graphics;
  /** An image string: width, height, bits a pixel (1), then rows packed without gaps. 1 is drawn, 0 too. */
  drawImage(image: string, x: number, y: number, options?: { scale: number }): Graphics;
  /** Sends what changed to the screen. */
  flip(): void;
}
declare const g: Graphics;

/** Pixl.js only. */
declare const Pixl: {
  /** 0 to 1 */
  setContrast(contrast: number): void;
};

/** Bangle.js 2 only. */
declare const Bangle: {
  /** `side` 1 left, 2 right; `type` 0 for a short touch, 2 for a long one. Told when the finger leaves. */
  on(event: 'touch', callback: (side: number, place: { x: number; y: number; type: number }) => void): void;
  /** -1 to the left or up, 1 to the right or down */
  on(event: 'swipe', callback: (right: number, down: number) => void): void;
  /** 0: the screen stays on and unlocked */
  setLCDTimeout(seconds: number): void;
  setLCDPower(isOn: boolean): void;
  setOptions(options: {
    /** how long the button is held before another app starts; 0: never */
    btnLoadTimeout?: number;
    /** true: only E.kickWatchdog keeps the watchdog of 5 s quiet */
    manualWatchdog?: boolean;
  }): void;
};

// Flash

interface Storage {
  /** undefined when there is no such file. The string stays in flash and costs two variables. */
  read(name: string, offset?: number, length?: number): string | undefined;
  list(): string[];
}
interface Flash {
  read(length: number, address: number): Uint8Array;
  /** address and length are multiples of 4; bits can only go from 1 to 0 */
  write(data: ArrayLike<number> | string, address: number): void;
  /** Sets the whole 4,096-byte page around `address` to 0xFF. */
  erasePage(address: number): void;
  getFree(): { addr: number; length: number }[];
}
declare function require(module: 'Storage'): Storage;
declare function require(module: 'Flash'): Flash;
declare function require(module: 'crypto'): { SHA1(data: EspruinoBytes): ArrayBuffer };

// The interpreter and the chip

declare const E: {
  CRC32(data: EspruinoBytes): number;
  /** All pieces as one string; a lone array of bytes may come back as its own memory, not a copy. */
  toString(...pieces: EspruinoBytes[]): string;
  /** The bytes of a string; of one in Storage they stay in flash. */
  toArrayBuffer(text: string): ArrayBuffer;
  sum(values: ArrayLike<number>): number;
  /**
   * Writes map[v] to `to` for every value v of `from`, until either ends. `bits` -8: for the bytes of `from`, the low
   * byte of an element first.
   */
  mapInPlace(from: Uint8Array | Uint16Array, to: Uint16Array, map: Uint16Array, bits: -8): void;
  /** Reads UTF-8, overlong forms too, and leaves out what is not in ISO 8859-1. */
  decodeUTF8(text: string): string;
  /** 32 bits from the chip's random number generator */
  hwRand(): number;
  reboot(): void;
  /** with `isAuto` false only kickWatchdog() keeps the device from resetting */
  enableWatchdog(timeoutSeconds: number, isAuto: boolean): void;
  kickWatchdog(): void;
  /** names of the error flags raised since the last call, for example LOW_MEMORY */
  getErrorFlags(): string[];
  /** percent */
  getBattery(): number;
  setConsole(device: 'Bluetooth' | null, options?: { force: boolean }): void;
};
declare const process: {
  memory(collect?: boolean): { free: number; usage: number; total: number };
  env: { VERSION: string; BOARD: string };
  on(event: 'uncaughtException', callback: (error: unknown) => void): void;
};

// Bluetooth LE

interface Characteristic {
  value?: EspruinoBytes;
  maxLen?: number;
  readable?: boolean;
  writable?: boolean;
  onWrite?: (event: { data: ArrayBuffer }) => void;
}
type Services = Record<string, Record<string, Characteristic>>;
declare const NRF: {
  setServices(services: Services, options: { uart: boolean }): void;
  updateServices(services: Services): void;
  setAdvertising(
    data: readonly EspruinoBytes[],
    options: {
      name?: string;
      showName?: boolean;
      interval?: number;
      connectable?: boolean;
      scannable?: boolean;
      manufacturer?: number;
    },
  ): void;
  setScanResponse(data: readonly EspruinoBytes[]): void;
  disconnect(): void;
  on(event: 'connect' | 'disconnect', callback: (detail: unknown) => void): void;
};
declare function eval(code: string): unknown;
