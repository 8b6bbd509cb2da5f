import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFont, FONTS } from '../../firmware/build/fonts';
import { buildStorageImage, PIXLJS_STORAGE } from '../../firmware/build/image';
import { joinTexts } from '../../firmware/build/text-blocks';
import { compileTexts, layOutTexts } from '../../firmware/build/texts';
import { transpile } from '../../firmware/build/transpile';
import { languageCodes } from '../../shared/check/codes';
import { BLOCK_COMMON, FIRST_TEXT } from '../../shared/wording/blocks';
import {
  TEXT_COUNT,
  TEXT_PATTERN,
  TEXT_REFERRAL_CARD,
  UI_BACK,
  UI_NO,
  UI_TODAY,
} from '../../shared/wording/keys';
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
        for(var n=0;n<${FIRST_TEXT};n++)print("T "+btoa(texts.textsOf(n).join("\\t")));
        for(var n=${TEXT_PATTERN};n<${TEXT_COUNT};n++)print("T "+btoa(texts.textOf(n)));
        print("L "+btoa(texts.linesOf([${UI_TODAY},0,${TEXT_REFERRAL_CARD}])));
        print("C "+btoa(texts.textsOf(${BLOCK_COMMON})[${UI_NO - UI_BACK}]));`,
        buildStorageImage([{ name: language, bytes: file }], PIXLJS_STORAGE),
      );
      const laidOut = layOutTexts(language, texts, fonts);
      const told = (kind: string): string[] =>
        output
          .filter((line) => line.startsWith(`${kind} `))
          .map((line) => Buffer.from(line.slice(2), 'base64').toString('latin1'));
      expect(told('T')).toEqual(joinTexts(laidOut));
      expect(told('L')).toEqual([`${laidOut[UI_TODAY]}\n${laidOut[TEXT_REFERRAL_CARD]}`]);
      expect(told('C')).toEqual([laidOut[UI_NO]]);
    });
  },
);
