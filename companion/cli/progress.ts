import { SingleBar } from 'cli-progress';

/** Shows how far a long job is. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

const WIDTH = 30;

/** A bar on a terminal; in a log file one line at the start and one for every quarter. */
export function startProgress(label: string, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return linesOf(label, stream);
  const bar = new SingleBar({
    format: `${label} [{bar}] {percentage} %`,
    barsize: WIDTH,
    hideCursor: true,
    clearOnComplete: false,
    stream,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function linesOf(label: string, stream: NodeJS.WriteStream): Progress {
  let shownQuarter = 0;
  stream.write(`${label} ...\n`);
  return {
    update(done, total) {
      const quarter = Math.floor((done * 4) / total);
      if (quarter > shownQuarter) stream.write(`${label}: ${quarter * 25} %\n`);
      shownQuarter = quarter;
    },
    stop: () => undefined,
  };
}
