import { TALLY_TIME_OUT } from '../shared/tallies';
import { UI_MAINTENANCE, UI_NEEDS_ATTENTION } from '../shared/wording/keys';
import { countEvent } from './counting';
import {
  hasRunOutOfMemory,
  kickWatchdog,
  onUncaught,
  openConsole,
  random32,
  restart,
  startWatchdog,
  tidyMemory,
} from './device/chip';
import { after, cancel, every, uptimeMs } from './device/clock';
import { flashFrom } from './device/flash';
import {
  keysDown,
  LEFT_KEYS,
  lightScreen,
  RIGHT_KEYS,
  STAFF_HOLD_MS,
  STAFF_KEYS,
  storageBase,
  watchKeys,
} from './device/pixljs';
import { textOf } from './device/texts';
import { pressLarge } from './flow/large';
import {
  EVENT_ENDED,
  EVENT_LANGUAGE,
  EVENT_LEFT,
  EVENT_MENU,
  isPaged,
  KEY_BACK,
  KEY_MENU,
  KEY_WIPE,
  press,
} from './flow/press';
import { type Run, SCREEN_ATTRACT, wipe } from './flow/run';
import { GO_ON_LIMIT, idleLimitMs, WARNING_MS } from './flow/time-out';
import { closeIfDue, countAside, markBoot, openLedger, remember } from './ledger/ledger';
import { live, recall } from './ledger/live';
import { isUsable } from './ledger/log';
import { BOOTS_MAX, FIELD_ERROR, FIELD_MAINTAIN } from './ledger/records';
import { MAINTENANCE_S } from './radio/obey';
import { advertise, deadline, startRadio } from './radio/radio';
import { sampleVitals } from './radio/vitals';
import { drawAhead, show, showNotice, showWarning } from './screens/show';
import { applySettings, language, minimumChecks, nextLanguage, ruleBits, speak } from './settings';
import { chooseNext } from './staff';

const HEARTBEAT_MS = 5000;
const GOOD_BOOT_MS = 60000;
const HOLD_MS = 700;
const QUIET_MS = 250;
const BAR_STEP_MS = 1000;
const BACK_OFF_MS = 1000;
const MAINTENANCE_HOLD_MS = 3000;
const ERROR_EXCEPTION = 1;
const ERROR_MEMORY = 2;

/** `rest` fills in what is missing before anything looks at it. */
const run = { answers: [] as number[], rules: 0 } as Run;
/** Whether texts are there and the ledger holds what is written; else nothing is asked and nothing counted. */
let isWell = false;
/** Nobody has pressed a key since the last run ended, so language and size are the store's. */
let isAtRest = true;
let lastKeyMs = 0;
let holdTimer = 0;
let idleTimer = 0;
let goodTimer = 0;
/** How long the wire is still open for maintenance. */
let wireS = 0;
/** What is left of the warning; 0 while no warning is shown. */
let warningMs = 0;
/** How often this run went on after a warning. */
let warnings = 0;

function draw(): void {
  if (isWell) show(run);
  else showNotice(textOf(UI_NEEDS_ATTENTION));
}

/** Back to rest: nothing of the run stays, and settings that came meanwhile take effect. */
function rest(): void {
  warnings = 0;
  live.mayMaintain = false;
  isWell = applySettings() && isUsable;
  run.rules = ruleBits();
  wipe(run);
  isAtRest = true;
}

function waitForKey(): void {
  cancel(idleTimer);
  warningMs = 0;
  idleTimer = isAtRest ? 0 : after(idleLimitMs(run), warn);
  // memory is short while a link is open
  if (!deadline) drawAhead(run);
  tidyMemory();
}

/** One action of the shopper or staff: the run moves on, the screen follows, then what happened is counted. */
function act(key: number): void {
  const event = run.isLarge ? pressLarge(run, key) : press(run, key);
  const isTimeOut = warningMs < 0;
  const said = language;
  isAtRest = false;
  if (event === EVENT_LANGUAGE) speak(nextLanguage());
  else if (event >= EVENT_MENU && event < EVENT_ENDED) chooseNext(event - EVENT_MENU);
  else if (event >= EVENT_ENDED) {
    countEvent(run, event, said, uptimeMs());
    if (isTimeOut && event >= EVENT_LEFT) countAside(TALLY_TIME_OUT);
    rest();
  }
  draw();
  if (event && event < EVENT_ENDED) countEvent(run, event, said, uptimeMs());
  waitForKey();
}

function warn(): void {
  if (warningMs) warningMs -= BAR_STEP_MS;
  else if (warnings < GO_ON_LIMIT) warningMs = WARNING_MS;
  if (warningMs > 0) {
    showWarning(run, warningMs / WARNING_MS);
    idleTimer = after(BAR_STEP_MS, warn);
  } else {
    warningMs = -1;
    act(KEY_WIPE);
  }
}

function onHeld(): void {
  holdTimer = 0;
  act(run.screen === SCREEN_ATTRACT ? KEY_MENU : KEY_BACK);
}

function onKey(key: number, isDown: boolean, atMs: number): void {
  const quietMs = atMs - lastKeyMs;
  const wasHolding = holdTimer;
  const down = keysDown();
  cancel(holdTimer);
  holdTimer = 0;
  if (isDown) lastKeyMs = atMs;
  if (!isWell) return;
  if (isDown && down === LEFT_KEYS) act(KEY_WIPE);
  else if (run.screen === SCREEN_ATTRACT && down === STAFF_KEYS) holdTimer = after(STAFF_HOLD_MS, onHeld);
  else if (!isDown) {
    if (key === 4 && wasHolding) act(key);
  } else if (quietMs < QUIET_MS) return;
  else if (warningMs) {
    warnings++;
    draw();
    waitForKey();
  } else if (key === 4 && isPaged(run)) holdTimer = after(HOLD_MS, onHeld);
  else act(key);
}

/** Restarts, later each time it did not help; what was wrong goes out with the vitals. */
function fail(error: number): void {
  cancel(goodTimer); // waiting makes no good minute
  goodTimer = 0;
  remember(FIELD_ERROR, error);
  after(BACK_OFF_MS << live.boots, restart);
}

function beat(): void {
  const uptimeS = uptimeMs() / 1000;
  kickWatchdog();
  if (hasRunOutOfMemory()) fail(ERROR_MEMORY);
  // only at rest: nothing that leaves the kiosk may follow the shopper at it
  if (!isAtRest) return;
  sampleVitals(uptimeS);
  if (closeIfDue(minimumChecks(), uptimeS)) advertise();
}

function onSettings(): void {
  if (!isAtRest) return;
  rest();
  draw();
}

startWatchdog(true);
openLedger(flashFrom(storageBase()), random32);
rest();
lightScreen();
goodTimer = after(GOOD_BOOT_MS, () => markBoot(true));
live.hoursUpToS = uptimeMs() / 1000;
wireS = (recall(FIELD_MAINTAIN) - live.hoursUpToS - 1) >>> 0;
if (wireS < MAINTENANCE_S) {
  showNotice(textOf(UI_MAINTENANCE) + '\n5 min');
  openConsole();
  after(wireS * 1000, restart);
} else if (keysDown() === RIGHT_KEYS)
  // nothing but the radio runs, which obeys `maintain` then
  after(MAINTENANCE_HOLD_MS, () => {
    if (keysDown() !== RIGHT_KEYS) restart();
    live.mayMaintain = true;
    showNotice(textOf(UI_MAINTENANCE));
    startRadio(applySettings);
  });
else {
  if (live.boots === BOOTS_MAX) {
    cancel(goodTimer);
    showNotice(textOf(UI_NEEDS_ATTENTION));
    throw 0; // `.boot0` locks the radio then
  }
  startWatchdog(false);
  remember(FIELD_MAINTAIN, 0);
  markBoot(false);
  onUncaught(() => fail(ERROR_EXCEPTION));
  watchKeys(onKey);
  every(HEARTBEAT_MS, beat);
  draw();
  startRadio(onSettings);
  sampleVitals(uptimeMs() / 1000);
  waitForKey();
}
