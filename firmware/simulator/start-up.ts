/** Time for which the bootloader waits with BTN1 held before it starts the interpreter after all. */
const BOOTLOADER_MS = 2557;
/** Longest time for which the self-test waits for BTN1 and BTN4 to be released. */
const SELF_TEST_WAIT_MS = 2000;
const SELF_TEST_REST_MS = 600;

/** What a powered board is doing before and while the interpreter runs. */
export type StartPhase = 'bootloader' | 'dfu' | 'self-test' | 'running';

/** What the start-up needs from the board. */
export interface StartUpHost {
  nowMs(): number;
  isDown(button: number): boolean;
  log(line: string): void;
  removeBootCode(): void;
  /** Starts the interpreter; `isAutoload` false leaves `.bootcde` out. */
  run(isAutoload: boolean): void;
}

/** What buttons held at power-on mean to a Pixl.js before any firmware of ours can run. */
export class StartUp {
  phase: StartPhase = 'bootloader';
  dueMs = Number.POSITIVE_INFINITY;
  #isAutoload = true;

  constructor(private readonly host: StartUpHost) {}

  begin(): void {
    if (!this.host.isDown(1)) {
      this.#enterInterpreter();
      return;
    }
    this.phase = 'bootloader';
    this.dueMs = this.host.nowMs() + BOOTLOADER_MS;
  }

  /** A button went down or up. */
  onLevel(): void {
    if (this.phase === 'bootloader' && !this.host.isDown(1)) {
      this.phase = 'dfu';
      this.dueMs = Number.POSITIVE_INFINITY;
    }
    if (this.phase === 'self-test' && !this.#isTestHeld()) {
      this.dueMs = Math.min(this.dueMs, this.host.nowMs() + SELF_TEST_REST_MS);
    }
  }

  /** `dueMs` has come. */
  onDue(): void {
    this.dueMs = Number.POSITIVE_INFINITY;
    if (this.phase === 'bootloader') this.#enterInterpreter();
    else if (this.phase === 'self-test') {
      if (this.host.isDown(1)) this.host.removeBootCode();
      this.#run();
    }
  }

  #enterInterpreter(): void {
    this.#isAutoload = !this.host.isDown(1);
    if ([1, 2, 3, 4].every((button) => this.host.isDown(button))) this.host.log('Bonds erased');
    if (!this.#isTestHeld()) {
      this.#run();
      return;
    }
    this.host.log('SELF TEST');
    this.phase = 'self-test';
    this.dueMs = this.host.nowMs() + SELF_TEST_WAIT_MS + SELF_TEST_REST_MS;
  }

  #run(): void {
    this.phase = 'running';
    this.host.run(this.#isAutoload);
  }

  #isTestHeld(): boolean {
    return this.host.isDown(1) || this.host.isDown(4);
  }
}
