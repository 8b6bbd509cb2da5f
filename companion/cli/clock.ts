import { Command } from 'commander';
import { systemClock } from '../clock';
import { believeClock, createClockGuard } from '../clock-guard/clock-guard';
import { CompanionError } from '../errors';
import { storeToday } from '../store-day';
import { type ConfigOptions, configOptions } from './config-options';
import { withRealStore } from './real-store';

const EXAMPLES = `
Sheets, releases and kiosks' clocks are dated by this machine's clock. When it has leapt more than 28 days ahead, or
back, or the first kiosk says otherwise, nothing is taken and nothing published until it is set, a kiosk that kept time
agrees, or you say that it is right.

Examples:
  $ counterstep clock
  $ counterstep clock --today 2027-03-01`;

/** `counterstep clock`: whether the machine's clock is believed, and a person's word that it is right. */
export function clockCommand(): Command {
  return configOptions(new Command('clock'))
    .description('say whether this machine’s clock is believed, or that it is right')
    .option('--today <date>', 'the date of today, as 2027-03-01: the clock is right')
    .addHelpText('after', EXAMPLES)
    .action((options: ConfigOptions & { today?: string }) =>
      withRealStore(options, async ({ db }, { dataFolder }) => {
        const today = storeToday(systemClock);
        if (options.today !== undefined && options.today !== today)
          throw new CompanionError('clock-other-day', `It says ${today}. Set the clock first.`);
        if (options.today !== undefined) believeClock(systemClock, dataFolder);
        const doubt = await createClockGuard(systemClock, dataFolder, db).explain();
        process.stdout.write(`${doubt ?? `This machine’s clock says ${today}, and is believed.`}\n`);
      }),
    );
}
