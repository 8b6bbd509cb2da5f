import { PNG } from 'pngjs';
import type { StorageFile } from './image';
import { rasterise } from './rasterise';

/** What the App Loader calls this program, and the start of the icon's file name. */
const APP_ID = 'counterstep';
const ICON_PX = 48;
/** What BangleApps' README asks those to write who give no name on GitHub. */
const NO_AUTHOR = 'Espruino';

/** A file of the folder that the App Loader reads. */
export interface LoaderFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * `metadata.json` for Espruino's App Loader, and the icon and note that it names. The files keep the order in which
 * they are written: the ledger first, on a watch whose storage was erased, and `.boot0` last.
 *
 * @param files    what the image holds, with the path of each in the board's folder
 * @param version  as people write it; the App Loader wants two numbers
 * @source Espruino BangleApps, README ("metadata.json format") and `bin/sanitycheck.js`
 */
export async function describeForLoader(
  files: readonly (Pick<StorageFile, 'name'> & { path: string })[],
  iconSvg: string,
  version: string,
): Promise<LoaderFile[]> {
  const [major = '0', minor = '0'] = version.split('.');
  const metadata = {
    id: APP_ID,
    name: 'Counterstep',
    version: `${major}.${minor.padStart(2, '0')}`,
    author: NO_AUTHOR,
    description:
      'A kiosk for the counter of a running store: a short knee and shoe check that keeps nothing about any shopper. ' +
      'It takes the whole watch: erase its storage before, and see README.md.',
    icon: `${APP_ID}.png`,
    type: 'bootloader',
    tags: 'tool,health',
    readme: 'README.md',
    supports: ['BANGLEJS2'],
    storage: files.map(({ name, path }) => ({ name, url: path })),
  };
  return [
    { name: 'metadata.json', bytes: Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`) },
    { name: `${APP_ID}.png`, bytes: await drawIcon(iconSvg) },
    { name: 'ChangeLog', bytes: Buffer.from(`${metadata.version}: First version\n`) },
    { name: 'README.md', bytes: Buffer.from(NOTE) },
  ];
}

const NOTE = `# Counterstep on a Bangle.js 2

It takes the whole watch: the ledger must be the first file, so erase the storage before ("Remove all apps", then
"Install" this one and nothing else). Loaded this way a kiosk has no key: it shows every screen, and no companion
fetches its counts. A kiosk for a store is made with \`counterstep flash\`.

The quarters of the screen are its keys; a swipe to the right goes back, the button wipes the run.
`;

async function drawIcon(svg: string): Promise<Uint8Array> {
  const { widthPx } = await rasterise(svg, 1);
  const { rows } = await rasterise(svg, ICON_PX / widthPx);
  const png = new PNG({ width: ICON_PX, height: ICON_PX });
  rows.forEach((row, y) => {
    row.forEach((isInk, x) => {
      png.data.set(isInk ? [0, 0, 0, 255] : [255, 255, 255, 0], 4 * (y * ICON_PX + x));
    });
  });
  return PNG.sync.write(png);
}
