import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { bad, type Finding, look, well } from './finding';

const FREE_BYTES_MIN = 200_000_000;

/** Whether the data folder can be used, and how much room its disk has; with `bad` in it nothing else can be read. */
export function examineFolder(dataFolder: string): Finding[] {
  if (!existsSync(dataFolder))
    return [look('Data folder', `${dataFolder} is not there yet; start makes it.`)];
  if (!statSync(dataFolder).isDirectory())
    return [
      bad('Data folder', `${dataFolder} is a file. Give another place with --data, or move the file away.`),
    ];
  const findings: Finding[] = [];
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    findings.push(well('Data folder', 'It can be written.'));
  } catch {
    return [bad('Data folder', `This user cannot use ${dataFolder}. Run as the user who owns it.`)];
  }
  const mode = statSync(dataFolder).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    findings.push(
      look('Data folder', `Other users of this machine can look into it. Run: chmod 700 ${dataFolder}`),
    );
  }
  const { bavail, bsize } = statfsSync(dataFolder);
  const freeMegabytes = Math.floor((bavail * bsize) / 1_000_000);
  findings.push(
    bavail * bsize < FREE_BYTES_MIN
      ? bad(
          'Disk',
          `Only ${freeMegabytes} MB are free. Make room: nothing can be taken from kiosks on a full disk.`,
        )
      : well('Disk', `${freeMegabytes} MB are free.`),
  );
  return findings;
}
