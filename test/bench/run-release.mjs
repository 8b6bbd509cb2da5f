// Prints what `benchRelease` measures: node test/bench/run-release.mjs [weeks]
import { createViteServer } from 'vitest/node';

const server = await createViteServer({
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, ws: false },
});
try {
  const { benchRelease } = await server.ssrLoadModule('/test/bench/release.ts');
  const figures = await benchRelease(Number(process.argv[2] ?? 52), () => process.stderr.write('.'));
  process.stderr.write('\n');
  const shorten = ([name, value]) => [name, typeof value === 'number' ? Number(value.toFixed(3)) : value];
  console.table(figures.map((row) => Object.fromEntries(Object.entries(row).map(shorten))));
} finally {
  await server.close();
}
