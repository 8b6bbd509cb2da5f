import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { makeRealData } from './flash-fixture';
import { KEY, KIOSK_ID } from './lock-down-board';
import { createFakeClock } from './store-sheets';

/** The data folder of a companion that looks after one kiosk, called Till. */
export async function makeKioskData(): Promise<string> {
  const data = await makeRealData('mill-lane');
  openKeyring(keyFileOf(data)).add(KIOSK_ID, KEY);
  const store = await openStore(data, 'real', createFakeClock());
  const kiosk = {
    storeId: 'mill-lane',
    kioskId: KIOSK_ID,
    name: 'Till',
    board: 'pixljs',
    isSimulated: false,
  };
  await saveKiosk(store, kiosk);
  await store.close();
  return data;
}
