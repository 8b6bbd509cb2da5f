import type { Advert } from './advert';
import { BoardEvents } from './board-events';
import { BOARD_KINDS, type BoardKind } from './board-kinds';
import { type BoardOptions, createHardware } from './board-options';
import { removeSavedCode, runBootFiles, wipeIfCorrupt } from './boot';
import { consoleGlobals } from './console-globals';
import { evaluateScript } from './evaluate';
import { buildGlobals } from './firmware-globals';
import { FlashChip } from './flash-chip';
import { frameBytes } from './frame';
import type { Characteristic } from './gatt-table';
import type { Hardware } from './hardware';
import { Interpreter } from './interpreter';
import { GattError, type GattLink } from './radio';
import { ChipReset, PowerCut } from './signals';
import { type StartPhase, StartUp } from './start-up';
import { Storage } from './storage';
import { SIDE_BUTTON } from './watches';
import type { DrawnPicture, DrawnText } from './words-on-screen';

/** From a reset by firmware or watchdog to the first line of `.boot0`. */
const RESET_MS = 200;

/** A simulated board, off until powerOn(). */
export class Board extends BoardEvents {
  readonly chip: FlashChip;
  /** Storage for whoever prepares or inspects the board; what is written here counts as writes of the chip. */
  readonly storage: Storage;
  readonly hardware: Hardware;
  readonly kind: BoardKind;
  /** The screen: rows from the top, 8 pixels a byte, first pixel in the highest bit, 1 is dark. Never changed in place. */
  screen: Uint8Array;
  /** Milliseconds simulated so far, with the power on or off. */
  nowMs = 0;
  #levels = [false, false, false, false, false, false];
  #startUp: StartUp | undefined;
  #interpreter: Interpreter | undefined;
  #globals: ReadonlyMap<string, unknown> = new Map();
  #poweredAtMs = 0;
  #resetDueMs = Number.POSITIVE_INFINITY;

  constructor(private readonly options: BoardOptions) {
    super();
    this.kind = BOARD_KINDS[options.board];
    this.screen = new Uint8Array(frameBytes(this.kind.screen));
    this.chip = new FlashChip(options.flash ?? new Uint8Array(this.kind.flashBytes).fill(0xff));
    this.storage = new Storage(this.chip, (line) => this.emitLog(line));
    this.hardware = createHardware(options, this.chip, {
      nowMs: () => this.nowMs,
      getTime: () => this.#toDeviceSeconds(this.nowMs),
      setTime: (seconds) => {
        this.#poweredAtMs += (this.#toDeviceSeconds(this.nowMs) - seconds) * 1000;
      },
      isDown: (button) => this.isDown(button),
    });
  }

  /** The whole of Storage. */
  get flash(): Uint8Array {
    return this.chip.bytes;
  }

  /** What the board is doing. */
  get state(): StartPhase | 'off' | 'resetting' {
    if (this.#resetDueMs < Number.POSITIVE_INFINITY) return 'resetting';
    return this.#startUp?.phase ?? 'off';
  }

  /** The texts that the firmware drew and that nothing has covered since. */
  get words(): readonly DrawnText[] {
    return this.#interpreter?.graphics.shown.texts ?? [];
  }

  /** The pictures that the firmware drew and that nothing has covered since. */
  get pictures(): readonly DrawnPicture[] {
    return this.#interpreter?.graphics.shown.pictures ?? [];
  }

  /** What can be received around the board; undefined while it is off, connected or not yet running. */
  get advert(): Advert | undefined {
    const radio = this.#interpreter?.radio;
    return radio && !radio.isConnected ? radio.advert : undefined;
  }

  /** UUIDs of the services that a central finds. */
  get serviceUuids(): string[] {
    return this.#interpreter?.radio.serviceUuids ?? [];
  }

  /** The attribute table as the firmware passed it to NRF.setServices. */
  get characteristics(): readonly Characteristic[] {
    return this.#interpreter?.radio.characteristics ?? [];
  }

  /** True while anybody could type commands over the air. */
  get isUartOn(): boolean {
    return !this.hardware.isConsoleOff && (this.#interpreter?.radio.isUartOn ?? false);
  }

  /** Opens a link to the board. Throws GattError when it cannot be reached. */
  connect(): GattLink {
    if (!this.#interpreter) throw new GattError('The board is not there');
    return this.#interpreter.radio.connect();
  }

  isDown(button: number): boolean {
    return this.#levels[button] ?? false;
  }

  /** Raises one of Espruino's error flags, for example LOW_MEMORY. */
  raiseErrorFlag(flag: string): void {
    this.#interpreter?.errorFlags.add(flag);
  }

  /** Plugs the board in: starts the firmware at once, unless buttons held down mean something else. */
  powerOn(): void {
    if (this.state !== 'off') throw new Error('The board is on already');
    this.#poweredAtMs = this.nowMs; // the chip's time goes on over a restart
    this.#step(() => this.#start());
  }

  /** What `reset()` does, typed over the UART: the interpreter starts anew, the chip does not. Throws GattError. */
  resetInterpreter(): void {
    if (!this.isUartOn) throw new GattError('Nobody listens to the UART');
    this.#step(() => this.#boot(false));
  }

  /**
   * Runs what is typed over the UART, and gives the value of an expression. Throws GattError when nobody listens or
   * the board starts anew, and what the typed text throws.
   */
  evaluate(text: string): unknown {
    const interpreter = this.#interpreter;
    if (!this.isUartOn || !interpreter) throw new GattError('Nobody listens to the UART');
    let finish = (): unknown => undefined;
    const run = (): void => {
      try {
        const value = evaluateScript(text, this.#globals);
        finish = () => value;
      } catch (error) {
        finish = () => {
          throw error;
        };
      }
    };
    this.#step(() => interpreter.call(run));
    if (this.#interpreter !== interpreter) throw new GattError('The board starts anew');
    return finish();
  }

  /** Pulls the plug; flash stays as it is. */
  powerOff(): void {
    this.#stopFirmware();
    this.#resetDueMs = Number.POSITIVE_INFINITY;
    this.hardware.watchdog.stop();
    this.chip.cancelCut();
    this.screen = new Uint8Array(frameBytes(this.kind.screen));
  }

  /** The power fails when `byteCount` more bytes of flash have been written or erased. */
  cutPowerAfterFlashBytes(byteCount: number): void {
    this.chip.cutAfterBytes(byteCount);
  }

  /**
   * Presses a button: 1 to 4, 1 top left, then clockwise. Where keys are on a touch screen, these put a finger on their
   * places, and 5 presses the button at its side.
   */
  press(button: number): void {
    this.#setLevel(button, true);
  }

  release(button: number): void {
    this.#setLevel(button, false);
  }

  /** Taps the touch screen at a pixel. */
  touch(x: number, y: number): void {
    this.#interpreter?.touch.fingerDown();
    this.#interpreter?.touch.fingerUp(x, y);
  }

  /** Swipes over the touch screen: -1 left or up, 1 right or down. A finger that was on a key leaves it untouched. */
  swipe(right: number, down: number): void {
    if (this.kind.hasTouch) this.#levels.fill(false, 0, SIDE_BUTTON);
    this.#interpreter?.touch.swipe(right, down);
  }

  /** Lets time pass, timer by timer. Throws BoardFault when the firmware did what a board would not survive. */
  advance(ms: number): void {
    const endMs = this.nowMs + ms;
    for (;;) {
      this.#step(() => this.#interpreter?.drain());
      const dueMs = this.#nextDueMs();
      if (dueMs > endMs) break;
      this.nowMs = Math.max(this.nowMs, dueMs);
      this.#step(() => this.#runDue());
    }
    this.nowMs = endMs;
  }

  #setLevel(button: number, isDown: boolean): void {
    if (this.isDown(button) === isDown) return;
    this.#levels[button] = isDown;
    const [interpreter, atMs] = [this.#interpreter, this.nowMs];
    if (this.kind.hasTouch && button !== SIDE_BUTTON) {
      if (isDown) interpreter?.touch.fingerDown();
      else interpreter?.touch.fingerUpAtKey(button);
      return;
    }
    interpreter?.queue(() => interpreter.watches.onLevel(button, isDown, atMs));
    this.#step(() => this.#startUp?.onLevel());
  }

  #nextDueMs(): number {
    return Math.min(
      this.#interpreter?.timers.nextDueMs ?? Number.POSITIVE_INFINITY,
      this.#startUp?.dueMs ?? Number.POSITIVE_INFINITY,
      this.#resetDueMs,
      this.hardware.watchdog.dueMs,
    );
  }

  #runDue(): void {
    if (this.hardware.watchdog.dueMs <= this.nowMs) {
      this.hardware.watchdog.stop();
      throw new ChipReset('Watchdog');
    }
    if (this.#resetDueMs <= this.nowMs) {
      this.#resetDueMs = Number.POSITIVE_INFINITY;
      this.#start();
    }
    if (this.#startUp && this.#startUp.dueMs <= this.nowMs) this.#startUp.onDue();
    this.#interpreter?.runTimers();
  }

  /** Runs a piece of the board's life up to the end, a power cut or a reset. */
  #step(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof PowerCut) this.powerOff();
      else if (error instanceof ChipReset) {
        this.emitLog(`Reset: ${error.message}`);
        this.#stopFirmware();
        this.#resetDueMs = this.nowMs + RESET_MS;
      } else throw error;
    }
  }

  #stopFirmware(): void {
    const radio = this.#interpreter?.radio;
    this.#interpreter = undefined;
    this.#startUp = undefined;
    radio?.drop(undefined);
    this.hardware.isBacklightOn = false;
    this.hardware.isConsoleOff = false;
  }

  #start(): void {
    this.#startUp = new StartUp({
      nowMs: () => this.nowMs,
      // buttons held at the start mean something to a Pixl.js only; a Bangle.js 2 has its own bootloader for that
      isDown: (button) => !this.kind.hasTouch && this.isDown(button),
      log: (line) => this.emitLog(line),
      removeBootCode: () => removeSavedCode(this.storage),
      run: (isAutoload) => this.#boot(isAutoload),
    });
    this.#startUp.begin();
  }

  #boot(isAutoload: boolean): void {
    const interpreter = new Interpreter({
      kind: this.kind,
      nowMs: () => this.nowMs,
      toDeviceSeconds: (ms) => this.#toDeviceSeconds(ms),
      onFlip: (frame) => this.#showFrame(frame),
      onUncaught: (error, isHandled) => this.emitError(error, isHandled),
    });
    this.#interpreter = interpreter;
    wipeIfCorrupt(this.storage, this.flash, (line) => this.emitLog(line));
    const globals = buildGlobals(interpreter, this.hardware);
    this.#globals = consoleGlobals(globals, interpreter, this.hardware, this.storage);
    runBootFiles(interpreter, this.hardware, globals, isAutoload);
  }

  #showFrame(frame: Uint8Array): void {
    this.screen = frame.slice();
    this.emitFrame(this.screen, this.nowMs);
  }

  #toDeviceSeconds(ms: number): number {
    return ((this.options.startTimeMs ?? 0) + ms - this.#poweredAtMs) / 1000;
  }
}

/** Makes a board, off. */
export function createBoard(options: BoardOptions): Board {
  return new Board(options);
}
