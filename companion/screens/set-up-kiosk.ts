import { buildStorageImage } from '../../firmware/build/image';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { commission, KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/simulator/commission';
import { NONCE_BYTES } from '../../shared/wire/protocol';
import { tellSettings } from '../../shared/wire/requests';
import { packSettings, type Settings } from '../../shared/wire/settings-contents';
import type { FlashBoard } from '../flash/boards';
import type { DeviceFile } from '../flash/device-files';
import { simulatedDevice } from '../link/simulated';
import { startConversation } from '../sync/conversation';
import { openSession } from '../sync/session';
import { boardTimer } from '../sync/timer';

const EXCHANGE_MS = 20;
/** Always the same kiosk, so that its pictures are always the same. */
const KIOSK_ID = new Uint8Array(KIOSK_ID_BYTES);
const KEY = new Uint8Array(KEY_BYTES);

/**
 * A simulated kiosk as it stands on a counter: flashed with these files, switched on, and set by its companion.
 *
 * @throws RangeError if the settings cannot be sent to a kiosk
 */
export async function setUpKiosk(
  files: readonly DeviceFile[],
  kind: FlashBoard,
  settings: Settings,
): Promise<Board> {
  const packed = packSettings(settings);
  if (typeof packed === 'string') throw new RangeError(`Unusable settings: ${packed}`);
  return setUpWith(files, kind, packed.bytes);
}

/** The same with settings as they travel, whoever made them. */
export async function setUpWith(
  files: readonly DeviceFile[],
  kind: FlashBoard,
  settingsBytes: string,
): Promise<Board> {
  const image = buildStorageImage(files, kind.region);
  const flash = commission(image, KIOSK_ID, KEY, makeQrImages(EXAMPLE_ADDRESS));
  const board = createBoard({ board: kind.name, flash, random: () => 1 });
  board.powerOn();
  const pass = (): void => board.advance(EXCHANGE_MS);
  const timer = boardTimer(board);
  const conversation = await startConversation(simulatedDevice({ id: '', board, pass }), timer, 1);
  const session = await openSession(conversation, {
    timer,
    makeNonce: () => new Uint8Array(NONCE_BYTES),
    findKey: () => KEY,
  });
  await session.tell(tellSettings(settingsBytes));
  conversation.close();
  return board;
}
