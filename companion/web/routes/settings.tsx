import type { Context } from 'hono';
import { z } from 'zod';
import type { Settings } from '../../../shared/wire/settings-contents';
import { storeName } from '../../store/store-name';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import { SettingsPage, type SettingsTold } from '../pages/settings-page';
import { settingsState, usualSettings } from '../panels/settings-in-force';
import { readForm } from '../read-form';
import { findMistakes, kioskForm, type Mistakes } from '../settings-form';
import type { Site } from '../site';

const storeForm = z.object({ storeId: z.string().max(100), name: z.string().max(100) });

const refusals = {
  kiosk: 'Not saved: look at the fields that are marked.',
  store: 'Not saved: a store’s name has 1 to 60 letters on one line.',
  form: 'Not saved: the form was not complete. Open the page again.',
};

/** The page on which owners set their kiosks and name their stores. */
export function settingsRoutes(deps: Deps, site: Site) {
  const { readModel, settings: desk } = deps;

  const page = async (c: Context, told: SettingsTold = {}, typed?: Typed) => {
    const stores = await readModel.listOwnStores();
    const wanted = new Map((await desk.listWanted()).map(({ kioskId, settings }) => [kioskId, settings]));
    const own = (await readModel.listKiosks()).filter(({ isForwarded }) => !isForwarded);
    const kiosks = own.map((kiosk) => {
      const asked = wanted.get(kiosk.kioskId);
      const store = stores.find(({ storeId }) => storeId === kiosk.storeId);
      const again = typed?.kioskId === kiosk.kioskId ? typed : undefined;
      return {
        kioskId: kiosk.kioskId,
        name: kiosk.name,
        storeId: kiosk.storeId,
        settings: again?.settings ?? asked ?? usualSettings(store?.name ?? ''),
        state: settingsState(kiosk, asked),
        mistakes: again?.mistakes ?? {},
      };
    });
    const status = told.refusal === undefined ? 200 : 400;
    return c.html(<SettingsPage site={site} stores={stores} kiosks={kiosks} told={told} />, status);
  };

  /** GET /settings. */
  const show = (c: Context) => page(c, c.req.query('saved') === undefined ? {} : { done: 'Saved.' });

  /** POST /settings/kiosk. What one kiosk, or every kiosk of its store, shall be set to. */
  const saveKiosk = async (c: Context) => {
    const form = await readForm(c, kioskForm);
    if (!form) return page(c, { refusal: refusals.form });
    const { kioskId, everyKiosk, ...rest } = form;
    const settings: Settings = rest;
    const kiosks = (await readModel.listKiosks()).filter(({ isForwarded }) => !isForwarded);
    const chosen = kiosks.find((kiosk) => kiosk.kioskId === kioskId);
    if (!chosen) return refuse(c, site, 'kiosk-unknown');
    const mistakes = findMistakes(settings);
    if (Object.keys(mistakes).length > 0) {
      return page(c, { refusal: refusals.kiosk }, { kioskId, settings, mistakes });
    }
    const all = everyKiosk ? kiosks.filter(({ storeId }) => storeId === chosen.storeId) : [chosen];
    for (const kiosk of all) await desk.saveWanted(kiosk.kioskId, settings);
    return c.redirect('/settings?saved', 303);
  };

  /** POST /settings/store. The name of a store. */
  const saveStore = async (c: Context) => {
    const form = await readForm(c, storeForm);
    if (!form) return page(c, { refusal: refusals.form });
    const store = await readModel.findStore(form.storeId);
    if (!store) return refuse(c, site, 'store-unknown');
    const name = storeName.safeParse(form.name);
    if (!name.success) return page(c, { refusal: refusals.store });
    await desk.saveStore({ ...store, name: name.data });
    return c.redirect('/settings?saved', 303);
  };

  return { show, saveKiosk, saveStore };
}

/** What was typed and could not be saved. */
interface Typed {
  readonly kioskId: string;
  readonly settings: Settings;
  readonly mistakes: Mistakes;
}
