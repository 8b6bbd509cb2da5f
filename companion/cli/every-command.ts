import type { Command } from 'commander';
import { adviceCommand } from './advice';
import { backupCommand } from './backup';
import { checkCommand } from './check';
import { clockCommand } from './clock';
import { doctorCommand } from './doctor';
import { exportCommand } from './export';
import { flashCommand } from './flash';
import { kiosksCommand } from './kiosks';
import { noteCommand } from './note';
import { privacyCommand } from './privacy';
import { restoreCommand } from './restore';
import { screensCommand } from './screens';
import { startCommand } from './start';
import { storesCommand } from './stores';
import { updateCommand } from './update';
import { usersCommand } from './users';

/** Every command, in the order of the help. */
export const everyCommand = (): Command[] => [
  startCommand(),
  checkCommand(),
  screensCommand(),
  privacyCommand(),
  exportCommand(),
  adviceCommand(),
  noteCommand(),
  usersCommand(),
  storesCommand(),
  flashCommand(),
  updateCommand(),
  kiosksCommand(),
  backupCommand(),
  restoreCommand(),
  doctorCommand(),
  clockCommand(),
];
