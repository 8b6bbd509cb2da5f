import { describe, expect, test } from 'vitest';
import { evaluateScript } from '../../firmware/simulator/evaluate';
import { Graphics } from '../../firmware/simulator/graphics';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';

/** A font of made-up glyphs: `count` characters from `firstChar` on, widths 1 to 20, bits from a formula. */
function madeUpFont(firstChar: number, count: number, height: number): string {
  const widths = Array.from({ length: count }, (_, i) => ((i * 7) % 20) + 1);
  const bits = widths.reduce((sum, width) => sum + width * height, 0);
  const bytes = Array.from({ length: Math.ceil(bits / 8) }, (_, i) => (i * 73 + (i >> 2) * 29 + 11) & 255);
  const literal = (codes: number[]) =>
    `"${codes.map((c) => `\\x${c.toString(16).padStart(2, '0')}`).join('')}"`;
  return `${literal(bytes)},${firstChar},${literal(widths)},${height}`;
}

const font = `var f=function(scale){g.setFontCustom(${madeUpFont(65, 12, 11).replace(/,11$/, ',11|scale<<8')});};`;

const cases: { name: string; script: string }[] = [
  {
    name: 'rectangles with corners in any order and beyond every edge',
    script: `g.clear(true);g.fillRect(10,10,3,4);show();g.fillRect(120,60,140,90);g.clearRect(-5,-5,4,6);show();
      g.fillRect(-20,30,-1,40).fillRect(0,64,10,70).fillRect(7,20,8,20).fillRect(15,22,15,40).fillRect(127,0,127,63);show();
      g.clearRect(200,0,-3,12);show();g.fillRect(5.9,50.9,9.9,-1.5);show();`,
  },
  {
    name: 'colours of foreground and background, cleared with and without a reset',
    script: `g.clear(true);g.setColor(0).setBgColor(1).clear();show();g.fillRect(3,3,30,9);show();g.clearRect(5,5,8,8);show();
      g.clear(true);show();g.setColor(3).fillRect(0,0,5,5).setColor(2).fillRect(2,2,3,3);show();`,
  },
  {
    name: 'text at every alignment, with unknown characters and line breaks',
    script: `${font}f(1);[-1,0,1].forEach(function(ax){[-1,0,1].forEach(function(ay){g.clear(true);f(1);g.setFontAlign(ax,ay);
      g.drawString("ABC",64,32);show();g.drawString("A\\nBCD\\n\\nEZ!F",61,33);show();});});`,
  },
  {
    name: 'text clipped at every edge',
    script: `g.clear(true);${font}f(1);g.drawString("GHIJ",-9,-4);show();g.drawString("GHIJK",110,55);show();
      g.clear(true);f(1);for(var x=120;x<130;x++)g.drawString("B",x,(x-120)*6);show();
      g.clear(true);f(1);for(var x=-22;x<2;x++)g.drawString("T",x,(x+22)*3);show();g.drawString("ABC",3,-11).drawString("ABC",3,-10).drawString("ABC",60,63).drawString("ABC",90,64);show();`,
  },
  {
    name: 'text scaled two and three times',
    script: `g.clear(true);${font}f(2);g.drawString("ABCD",-3,-3);g.setFontAlign(1,1).drawString("EFG\\nH",127,63);show();
      g.clear(true);f(3);g.setFontAlign(0,0).drawString("IJ\\nK",64,32);show();`,
  },
  {
    name: 'text in the background colour and over a filled screen',
    script: `g.clear(true);${font}f(1);g.fillRect(0,0,127,63).setColor(0).drawString("ABCDEF",3,3);show();g.setBgColor(1).setColor(1).drawString("GH",3,20);show();`,
  },
  {
    name: 'an alignment of which only x is given',
    script: `g.clear(true);${font}f(1);g.setFontAlign(-1);g.drawString("AB",50,30);show();g.setFontAlign(5,-9);g.drawString("AB",50,50);show();`,
  },
  {
    name: 'images: packed rows, clipped, transparent, in both colours, cut short',
    script: `g.clear(true);var i="\\x0b\\x05\\x01\\xa5\\x5a\\xff\\x00\\x81\\x3c\\x77";g.drawImage(i,3,3).drawImage(i,-4,-2).drawImage(i,121,61);show();
      g.setColor(0).setBgColor(1).drawImage(i,40,20);show();g.setColor(1).setBgColor(0).fillRect(60,0,90,30).drawImage("\\x0b\\x05\\x81\\x00\\xa5\\x5a\\xff\\x00\\x81\\x3c\\x77",62,2).drawImage("\\x0b\\x05\\x81\\x01\\xa5\\x5a\\xff\\x00\\x81\\x3c\\x77",76,12);show();
      g.drawImage("\\x08\\x06\\x01\\x0f",100,40).drawImage(i,60.9,-1.9);show();`,
  },
];

const QR = `"\\x15\\x15\\x01${'\\xa9\\x37\\x5c\\x0e'.repeat(14)}"`;
cases.push({
  name: 'images scaled two and three times, as QR codes are drawn, clipped at every edge',
  script: `g.clear(true);var q=${QR};g.drawImage(q,43,11,{scale:2});show();g.drawImage(q,100,40,{scale:2});show();
    g.clear(true).drawImage(q,-9,-7,{scale:2}).drawImage(q,70,-30,{scale:3});show();g.setColor(0).setBgColor(1).drawImage(q,3,20,{scale:2});show();
    g.clear(true).fillRect(0,0,60,60).drawImage("\\x0b\\x05\\x81\\x00\\xa5\\x5a\\xff\\x00\\x81\\x3c\\x77",10,9,{scale:2});show();`,
});

const PRELUDE = `var g=Graphics.createArrayBuffer(128,64,1,{msb:true});function show(){print("F"+btoa(E.toString(g.buffer)));}
  function tell(x){print("F"+x);}\n`;

function onSimulator(script: string): string[] {
  const shown: string[] = [];
  const g = new Graphics(() => {});
  const globals = new Map<string, unknown>([
    ['g', g],
    ['show', () => shown.push(`F${Buffer.from(g.frame).toString('base64')}`)],
    ['tell', (text: unknown) => shown.push(`F${text}`)],
  ]);
  evaluateScript(script, globals);
  return shown;
}

function onDevice(script: string): string[] {
  return runOnInterpreter(PRELUDE + script).output.filter((line) => line.startsWith('F'));
}

describe.skipIf(!interpreterPath)(
  `the simulated screen against the interpreter (${interpreterPath ?? interpreterMissing})`,
  () => {
    test.each(cases)('$name', ({ script }) => {
      const expected = onDevice(script);
      expect(expected.length).toBeGreaterThan(0);
      expect(onSimulator(script)).toEqual(expected);
    });

    test('widths of strings', () => {
      const texts = ['', 'A', 'ABC', 'AB\\nCDEFG\\nH', 'Z', 'A B', '\\n'];
      const script = `g.clear(true);${font}f(1);${texts.map((t) => `tell(g.stringWidth("${t}"));`).join('')}f(2);tell(g.stringWidth("ABC"));`;
      expect(onSimulator(script)).toEqual(onDevice(script));
    });

    test('a few hundred made-up calls in a row', () => {
      let seed = 7;
      const draw = (below: number): number => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor((seed / 2 ** 32) * below);
      };
      const x = () => draw(170) - 20;
      const y = () => draw(100) - 18;
      const text = () => Array.from({ length: draw(7) }, () => 'ABCDEFGHIJKLZ\n '[draw(15)] ?? '').join('');
      for (let round = 0; round < 5; round++) {
        let script = `g.clear(true);${font}f(1);`;
        for (let i = 0; i < 60; i++) {
          const calls = [
            () => `g.fillRect(${x()},${y()},${x()},${y()});`,
            () => `g.clearRect(${x()},${y()},${x()},${y()});`,
            () => `g.setColor(${draw(2)}).setBgColor(${draw(2)});`,
            () => `g.setFontAlign(${draw(3) - 1},${draw(3) - 1});`,
            () => `f(${1 + draw(3)});`,
            () =>
              `g.drawImage("\\x0d\\x09${draw(2) ? '\\x01' : '\\x81\\x01'}\\x35\\xca\\x91\\x7e\\x00\\xff\\x44\\x18\\x5a\\x77\\x0b\\xe2\\x61\\x90",${x()},${y()});`,
            () => `g.drawString(${JSON.stringify(text())},${x()},${y()});`,
            () => `g.drawString(${JSON.stringify(text())},${x()},${y()});`,
          ];
          script += calls[draw(calls.length)]?.() ?? '';
          if (i % 10 === 9) script += 'show();';
        }
        expect(onSimulator(script)).toEqual(onDevice(script));
      }
    });
  },
);
