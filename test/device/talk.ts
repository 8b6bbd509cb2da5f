/** What a companion says to a kiosk, recorded on the simulated board and said again, byte for byte, to the interpreter. */
import { crc32Of, sha1 } from '../../companion/sync/hash';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { deriveKeys } from '../../shared/wire/keys';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { readChunk, readHello } from '../../shared/wire/replies';
import { askChunk, askHello, signCommand, splitRequest } from '../../shared/wire/requests';
import { bytesOf, textOf } from '../../shared/wire/text';
import { IMAGE_KEY, IMAGE_KIOSK_ID } from './image';
import { fixedRandom, type ScriptRun } from './run-script';
import type { Script } from './script';

/** Longer than the kiosk takes for any reply. */
const REPLY_MS = 200;
const WRITE_MS = 5;
const NONCE = 'abcdefgh';

/** A recorded conversation. */
export interface Recording {
  /** "<ms> <what> <base64>|...": c a connection begins, e it ends, w a write, r the reply is read */
  readonly events: string;
  /** what was read, in hexadecimal, in order; and `ended` where the kiosk ended the connection, with the time */
  readonly said: readonly string[];
  /** every frame that reached the screen */
  readonly frames: ScriptRun['frames'];
  /** Storage at the end */
  readonly flash: Uint8Array;
}

/** A companion at the simulated board. */
export class Companion {
  readonly keys = deriveKeys(sha1, IMAGE_KEY, IMAGE_KIOSK_ID);
  #link: ReturnType<Board['connect']> | undefined;
  #id = 0;

  constructor(
    private readonly board: Board,
    private readonly note: (event: string) => void,
    private readonly said: string[],
  ) {}

  connect(): void {
    this.note('c');
    this.#link = this.board.connect();
    this.#link.onDisconnect = () => this.said.push(`ended ${Math.round(this.board.nowMs)}`);
    this.wait(REPLY_MS);
  }

  end(): void {
    this.note('e');
    const link = this.#link;
    if (link) link.onDisconnect = undefined;
    link?.disconnect();
    this.wait(REPLY_MS);
  }

  wait(ms: number): void {
    this.board.advance(ms);
  }

  /** One write as it is. */
  write(bytes: string): void {
    this.note(`w ${Buffer.from(bytes, 'latin1').toString('base64')}`);
    this.#link?.write(SERVICE_UUID, REQUEST_UUID, bytesOf(bytes));
    this.wait(WRITE_MS);
  }

  /** The writes of a request with the next id. */
  split(request: string): string[] {
    this.#id++;
    return splitRequest(this.#id, request) ?? [];
  }

  read(): string {
    this.wait(REPLY_MS);
    this.note('r');
    const value = textOf(this.#link?.read(SERVICE_UUID, REPLY_UUID) ?? new Uint8Array());
    this.said.push(Buffer.from(value, 'latin1').toString('hex'));
    return value;
  }

  /** The whole reply. */
  ask(request: string): string {
    let reply = '';
    for (let chunk = 0, chunks = 1; chunk < chunks; chunk++) {
      for (const write of this.split(chunk === 0 ? request : askChunk(chunk))) this.write(write);
      const read = readChunk(this.read(), crc32Of);
      if (read?.requestId !== this.#id) throw new Error('No reply');
      chunks = read.chunks;
      reply += read.part;
    }
    return reply;
  }

  /** The writes of a command with a good tag; asks for the challenge first. */
  sign(command: string): string {
    return signCommand(this.keys, this.greet().challenge, command);
  }

  tell(command: string): string {
    return this.ask(this.sign(command));
  }

  greet() {
    const hello = readHello(this.ask(askHello(NONCE)));
    if (!hello) throw new Error('No hello');
    return hello;
  }
}

/** Lets a companion talk to the simulated board that starts from this image, while a script is played. */
export function recordTalk(
  image: Uint8Array,
  script: Script,
  fromMs: number,
  talk: (companion: Companion) => void,
): Recording {
  const board = createBoard({ board: 'pixljs', flash: image.slice(), random: fixedRandom() });
  const events: string[] = [];
  const said: string[] = [];
  const frames: { atMs: number; bits: string }[] = [];
  board.onFrame((frame, atMs) => frames.push({ atMs, bits: Buffer.from(frame).toString('base64') }));
  board.powerOn();
  playAlong(board, script);
  board.advance(fromMs);
  talk(new Companion(board, (event) => events.push(`${Math.round(board.nowMs)} ${event}`), said));
  board.advance(script.endMs - board.nowMs);
  return { events: events.join('|'), said, frames, flash: board.flash.slice() };
}

/** From now on the script's presses come as the board's time passes. */
function playAlong(board: Board, { steps }: Script): void {
  const left = [...steps];
  const advance = board.advance.bind(board);
  board.advance = (ms) => {
    const endMs = board.nowMs + ms;
    for (let [step] = left; step && step.atMs <= endMs; [step] = left) {
      advance(step.atMs - board.nowMs);
      if (step.isDown) board.press(step.key);
      else board.release(step.key);
      left.shift();
    }
    advance(endMs - board.nowMs);
  };
}

/** Takes the place of NRF: remembers what the firmware offers, and tells every end of a connection. */
export const RADIO_STAND_IN = `
var onWrite,onConnect,onEnd,reply;
NRF.setServices=s=>{for(var a in s)for(var c in s[a])if(s[a][c].onWrite)onWrite=s[a][c].onWrite};
NRF.updateServices=s=>{for(var a in s)for(var c in s[a])reply=E.toString(s[a][c].value)};
NRF.on=(e,f)=>{if(e=="connect")onConnect=f;else onEnd=f};
NRF.disconnect=()=>{print("T ended "+nowMs);setTimeout(onEnd,0)};`;

/** Vitals tell how many variables are free: from here on as many as on the simulated board. */
export const FREE_AS_SIMULATED = `
var countVariables=process.memory;
process.memory=()=>{var counted=countVariables();counted.free=2000;return counted};`;

/** Says a recorded conversation again: each event sets the timer of the next. The firmware's names have two letters. */
export const sayAgain = ({ events }: Pick<Recording, 'events'>): string => `
var talkEvents="${events}",talkAt=0;
function talkOn(){
var talkEnd=talkEvents.indexOf("|",talkAt),event=talkEvents.slice(talkAt,talkEnd<0?undefined:talkEnd).split(" ");
talkAt=talkEnd<0?talkEvents.length:talkEnd+1;
setTimeout(()=>{
if(event[1]=="c")onConnect();else if(event[1]=="e")onEnd();
else if(event[1]=="w")onWrite({data:E.toArrayBuffer(atob(event[2]))});else print("T "+btoa(reply));
if(talkAt<talkEvents.length)talkOn()},event[0]-nowMs)}
talkOn();`;

/** What the interpreter said, told as in a recording. */
export const saidOnDevice = (output: readonly string[]): string[] =>
  output
    .filter((line) => line.startsWith('T '))
    .map((line) => line.slice(2))
    .map((line) => (line.startsWith('ended') ? line : Buffer.from(line, 'base64').toString('hex')));
