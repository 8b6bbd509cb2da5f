import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFont, FONTS } from '../../firmware/build/fonts';
import { buildStorageImage, PIXLJS_STORAGE } from '../../firmware/build/image';
import { compileTexts, layOutTexts } from '../../firmware/build/texts';
import { transpile } from '../../firmware/build/transpile';
import { languageCodes } from '../../shared/check/codes';
import { textList } from '../../shared/wording/texts';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';

const root = process.cwd();
const fonts = FONTS.map(buildFont);
let firmwarePart = '';

beforeAll(async () => {
  const bundle = await rollup({
    input: `${root}/firmware/device/texts.ts`,
    plugins: [nodeResolve({ extensions: ['.ts'] }), transpile(`${root}/firmware/tsconfig.json`)],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'texts', strict: false });
  firmwarePart = output[0].code;
});

describe.skipIf(!interpreterPath)(
  `texts on the interpreter (${interpreterPath ?? interpreterMissing})`,
  () => {
    test.each(languageCodes)('the kiosk unpacks every text of the language %s', (language) => {
      const texts = textList(language);
      const file = compileTexts(language, texts, fonts);
      const { output } = runOnInterpreter(
        `${firmwarePart}
        texts.useLanguage("${language}");
        for(var n=0;n<${texts.length};n++)print("T "+btoa(texts.textOf(n)));`,
        buildStorageImage([{ name: language, bytes: file }], PIXLJS_STORAGE),
      );
      const unpacked = output
        .filter((line) => line.startsWith('T '))
        .map((line) => Buffer.from(line.slice(2), 'base64').toString('latin1'));
      expect(unpacked).toEqual(layOutTexts(language, texts, fonts));
    });
  },
);
