import type { Context } from 'hono';
import { z } from 'zod';
import { packSettings, type Settings } from '../../../shared/wire/settings-contents';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import { SettingsPage, type SettingsTold } from '../pages/settings-page';
import { settingsState, usualSettings } from '../panels/settings-in-force';
import { readForm } from '../read-form';
import type { Site } from '../site';

const box = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');
const text = z.string().max(100).trim();
const kioskForm = z.object({
  kioskId: z.string().max(32),
  storeName: text,
  language: z.enum(['en', 'es', 'fr', 'de']),
  units: z.enum(['km', 'mi']),
  mode: z.enum(['patterns', 'signposting']),
  minimum: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  urgentLine: text,
  emergencyNumber: text,
  instabilityUrgent: box,
  everyKiosk: box,
});
const storeForm = z.object({ storeId: z.string().max(100), name: text.min(1).max(60) });

const refusals = {
  'settings-text':
    'Not saved: the name may have 20 letters, the urgent line 12 signs, the emergency number 8, from the western European alphabets.',
  'settings-minimum': 'Not saved: a sheet closes with 5 to 255 checks.',
  form: 'Not saved: the form was not complete. Open the page again.',
};

/** The page on which owners set their kiosks and name their stores. */
export function settingsRoutes(deps: Deps, site: Site) {
  const { readModel, settings: desk } = deps;

  const page = async (c: Context, told: SettingsTold = {}) => {
    const stores = await readModel.listStores();
    const wanted = new Map((await desk.listWanted()).map(({ kioskId, settings }) => [kioskId, settings]));
    const kiosks = (await readModel.listKiosks()).map((kiosk) => {
      const own = wanted.get(kiosk.kioskId);
      const store = stores.find(({ storeId }) => storeId === kiosk.storeId);
      return {
        kioskId: kiosk.kioskId,
        name: kiosk.name,
        storeId: kiosk.storeId,
        settings: own ?? usualSettings(store?.name ?? ''),
        state: settingsState(kiosk, own),
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
    const packed = packSettings(settings);
    if (typeof packed === 'string') return page(c, { refusal: refusals[packed] });
    const kiosks = await readModel.listKiosks();
    const chosen = kiosks.find((kiosk) => kiosk.kioskId === kioskId);
    if (!chosen) return refuse(c, site, 'kiosk-unknown');
    const all = everyKiosk ? kiosks.filter(({ storeId }) => storeId === chosen.storeId) : [chosen];
    for (const kiosk of all) await desk.saveWanted(kiosk.kioskId, settings);
    return c.redirect('/settings?saved', 303);
  };

  /** POST /settings/store. The name of a store. */
  const saveStore = async (c: Context) => {
    const form = await readForm(c, storeForm);
    if (!form) return page(c, { refusal: refusals.form });
    const store = (await readModel.listStores()).find(({ storeId }) => storeId === form.storeId);
    if (!store) return refuse(c, site, 'store-unknown');
    await desk.saveStore({ ...store, name: form.name });
    return c.redirect('/settings?saved', 303);
  };

  return { show, saveKiosk, saveStore };
}
