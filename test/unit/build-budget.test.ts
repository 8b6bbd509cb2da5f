import { expect, test } from 'vitest';
import budgets from '../../firmware/budget.json';
import {
  type Budget,
  type BudgetedFile,
  buildSpareFile,
  describeBudget,
  type FileKind,
  weigh,
} from '../../firmware/build/budget';

const budget: Budget = {
  ledgerBytes: 132,
  codeBytes: 200,
  languageBytes: 300,
  pictureBytes: 100,
  headerBytes: 140,
  sumBytes: 900,
  qrBytes: 60,
  namedFunctions: 9,
};
const file = (name: string, kind: FileKind, length: number): BudgetedFile => ({
  name,
  kind,
  bytes: new Uint8Array(length),
});
const files = [file('ledger', 'ledger', 100), file('en', 'language', 99), file('app', 'code', 150)];
const used = (all: readonly BudgetedFile[]) =>
  Object.fromEntries(weigh(all, 500, 7, budget).map((line) => [line.name, line.used]));

test('every byte of Storage stands on exactly one line', () => {
  const all = [...files, file('.boot0', 'code', 50)];
  expect(used(all)).toMatchObject({
    ledgerBytes: 132,
    codeBytes: 200,
    languageBytes: 99,
    headerBytes: 3 * 32 + 1 + 2 + 2,
    sumBytes: 132 + 200 + 99 + 3 * 32 + 1 + 2 + 2,
    namedFunctions: 7,
  });
});

test('spare room takes what languages and pictures leave, and nothing else', () => {
  const spare = buildSpareFile([...files, file('pictures', 'picture', 40)], budget);
  expect(spare?.bytes).toEqual(new Uint8Array(300 + 100 - 99 - 40).fill(0xff));
  expect(buildSpareFile([file('en', 'language', 400)], budget)).toBeUndefined();
  expect(used([...files, file('spare', 'spare', 301)])).toMatchObject({ languageBytes: 99, pictureBytes: 0 });
});

test('a line over its limit is found and shown with what is too much', () => {
  const lines = weigh([...files, file('.boot0', 'code', 51)], 500, 7, budget);
  expect(lines.filter((line) => line.used > line.limit).map((line) => line.name)).toEqual(['codeBytes']);
  expect(describeBudget(lines)).toMatch(/codeBytes +201 of +200 {2}1 TOO MANY/);
  expect(describeBudget(lines)).toMatch(/ledgerBytes +132 of +132 {2}0 left/);
});

test('fonts that leave too little room for QR codes are over budget', () => {
  const lines = weigh(files, 59, 7, budget);
  expect(lines.filter((line) => line.used > line.limit).map((line) => line.name)).toEqual(['qrBytes']);
});

test('the lines of the real budget never add up to more than its sum', () => {
  const { ledgerBytes, codeBytes, languageBytes, pictureBytes, headerBytes, sumBytes } = budgets.pixljs;
  const lines = ledgerBytes + codeBytes + languageBytes + pictureBytes + headerBytes;
  expect(lines).toBeLessThanOrEqual(sumBytes);
  expect(sumBytes).toBeLessThan(36_864);
});
