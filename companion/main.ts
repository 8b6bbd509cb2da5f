import { setFlagsFromString } from 'node:v8';

const words = process.argv.slice(2);
// Loading modules leaves garbage, for which V8 makes its young generation larger, and on Node 24 keeps it so: 11 to 16 MB
// of a process that then rests for years. The flag is read whenever it would grow: so this comes before anything is loaded.
if (words[0] === 'start') setFlagsFromString('--semi-space-growth-factor=1');
await (await import('./cli/run-process')).runProcess(words);
