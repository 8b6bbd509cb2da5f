import type { CountingModel } from '../audit/counting-model';

/** Spans side by side, and after them the sums of their figures. */
export function joinModels(blocks: readonly CountingModel[], figureCount: number): CountingModel {
  let before = 0;
  const kinds: number[][] = [];
  const equations: [number[], number[]][] = [];
  for (const [block, model] of blocks.entries()) {
    const first = before;
    const move = (kind: number): number => kind + first;
    for (const figures of model.kinds) {
      kinds.push(
        figures.flatMap((figure) => [block * figureCount + figure, blocks.length * figureCount + figure]),
      );
    }
    for (const [left, right] of model.equations) equations.push([left.map(move), right.map(move)]);
    before += model.kinds.length;
  }
  return { figureCount: (blocks.length + 1) * figureCount, kinds, equations };
}
