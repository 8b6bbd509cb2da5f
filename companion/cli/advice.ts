import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { toString as drawQr } from 'qrcode';
import { type Language, languageCodes } from '../../shared/check/codes';
import { PrintedCard } from '../advice/printed-card';
import { makeStaticSite, type SiteFile } from '../advice/static-site';
import { webFolder } from './folders';

const EXAMPLES = `
Writes the public pages behind the QR codes as a static site for any web space. With --card it writes the card that
stands beside the kiosk instead, one HTML file of size A5 for each language: open it in a browser and print it.

Examples:
  $ counterstep advice --out public/advice
  $ counterstep advice --out public/advice --lang de fr en --emergency 112 --urgent 116117
  $ counterstep advice --card --out cards --lang en --emergency 999 --urgent 111 --store "Mill Lane Running"
  $ counterstep advice --card --out cards --lang en --emergency 911 --url https://example.org/knee/`;

interface AdviceOptions {
  readonly out: string;
  readonly lang: Language[];
  readonly card?: true;
  readonly emergency?: string;
  readonly urgent?: string;
  readonly store?: string;
  readonly contact?: string;
  readonly url?: string;
}

/** `counterstep advice`: the public pages as files, or the card to print. */
export function adviceCommand(): Command {
  return new Command('advice')
    .description('write the public advice pages, or the card that stands beside the kiosk')
    .requiredOption('--out <folder>', 'where to put the files; made when it is not there')
    .option('--card', 'write the card of size A5, not the pages')
    .addOption(
      new Option('--lang <languages...>', 'which languages; pages open in the first')
        .choices(languageCodes)
        .default([...languageCodes]),
    )
    .option('--emergency <number>', 'emergency number, for example 112')
    .option('--urgent <number>', 'local urgent health line, for example 111')
    .option('--store <name>', 'name of the store, for the card')
    .option('--contact <text>', 'where to ask and complain')
    .option('--url <address>', 'where the pages will lie; the card shows it with a QR code')
    .addHelpText('after', EXAMPLES)
    .action(async (options: AdviceOptions) => {
      const files = options.card ? await makeCards(options) : makePages(options);
      for (const { path, text } of files) {
        const file = join(options.out, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      process.stdout.write(`${files.length} files in ${options.out}.\n`);
    });
}

const readAsset = (name: string): string => readFileSync(join(webFolder(), name), 'utf8');

function makePages({ lang, emergency, urgent, contact }: AdviceOptions): SiteFile[] {
  const facts = {
    languages: [...new Set(lang)],
    emergencyNumber: emergency ?? null,
    urgentLine: urgent ?? null,
    contact: contact ?? null,
  };
  return makeStaticSite(facts, { style: readAsset('advice.css'), icon: readAsset('icon.svg') });
}

async function makeCards(options: AdviceOptions): Promise<SiteFile[]> {
  const { url } = options;
  const pages = url === undefined ? null : { url, qrSvg: await drawQr(url, { type: 'svg', margin: 0 }) };
  const style = readAsset('card.css');
  return [...new Set(options.lang)].map((language) => ({
    path: `card-${language}.html`,
    text: String(
      PrintedCard({
        language,
        style,
        emergencyNumber: options.emergency ?? null,
        urgentLine: options.urgent ?? null,
        storeName: options.store ?? null,
        contact: options.contact ?? null,
        pages,
      }),
    ),
  }));
}
