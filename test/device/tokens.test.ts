import { describe, expect, test } from 'vitest';
import { tokenise } from '../../firmware/build/tokenise';
import { writeTokensOut } from '../../firmware/simulator/tokens';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';

const expressions: readonly string[] = [
  'a+ +b',
  'a- -b',
  'a- -1',
  'a+ + +b',
  'a++ +b',
  'a-- -b',
  'a?-1:+1',
  '.5+1e3+0x10+65535-70000',
  '[-128,-129,127,128,-32768,-32769,32767,32768,0,-1]',
  '({in:1,of:2,"a b":3,4:5}).of',
  '["","\\xd1\\xff\\x00\\"\\\\","0123456789 0123456789"].join("-").length',
  'function(n){for(var i in n)return i;try{throw n}catch(e){return 9}}([])',
];

describe.skipIf(!interpreterPath)(
  `tokens on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test('every expression is worth what the simulated board makes of it', () => {
      const code = tokenise(`(function(a,b){return[${expressions.join()}]})(7,3)`);
      const expected = JSON.stringify(new Function(`return ${writeTokensOut(code)}`)());
      const script = `require("Storage").write("t",${JSON.stringify(code)});print(JSON.stringify(eval(require("Storage").read("t"))));\n`;
      expect(runOnInterpreter(script).output).toContain(expected);
    });
  },
);
