import { countedFigures } from './fit-models';
import type { StandIns } from './stand-ins';

/** What is left to look for in one span. */
export interface Look {
  figures: number[];
  /** values seen so far, by figure: bit 0 for the lower end of the span's band, bit 9 for its upper */
  readonly seen: Uint16Array;
}

/** Every held back figure of every span that kiosks count at all. */
export function findOpen({ published, modelOf }: StandIns): Map<number, Look> {
  const { spans, figureCount, lows } = published;
  return new Map(
    Array.from({ length: spans }, (_, span) => {
      const figures = [...countedFigures(modelOf(span))].filter(
        (figure) => lows[span * figureCount + figure] === 0,
      );
      return [span, { figures, seen: new Uint16Array(figureCount) }];
    }),
  );
}

/** The held back figures of the chain, each with the totals that it was seen to have. */
export function findOpenOfChain({ published, modelOf }: StandIns): Map<number, Set<number>> {
  const models = new Set(Array.from({ length: published.spans }, (_, span) => modelOf(span)));
  const counted = new Set([...models].flatMap((model) => [...countedFigures(model)]));
  return new Map(
    [...counted].filter((figure) => published.chainLows[figure] === 0).map((figure) => [figure, new Set()]),
  );
}
