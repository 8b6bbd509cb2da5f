import { curveBasis, line } from 'd3-shape';

type Point = readonly [xPx: number, yPx: number];

const smooth = line<Point>()
  .x((point) => point[0])
  .y((point) => point[1])
  .curve(curveBasis);

/** The outer edge of a right leg seen from the front, from thigh to calf, around x = 0. */
const outerEdge: readonly Point[] = [
  [-46, 0],
  [-46, 0],
  [-41, 45],
  [-35, 80],
  [-37, 100],
  [-34, 120],
  [-38, 150],
  [-34, 190],
  [-34, 190],
];

const innerEdge: readonly Point[] = [
  [44, 0],
  [44, 0],
  [38, 45],
  [33, 75],
  [38, 98],
  [32, 122],
  [34, 150],
  [26, 190],
  [26, 190],
];

/** The two edges of a right leg as SVG paths; seen from behind it is mirrored. */
export function legEdges(centreX: number, isFromBehind: boolean): readonly string[] {
  const side = isFromBehind ? -1 : 1;
  return [outerEdge, innerEdge].map(
    (edge) => smooth(edge.map(([x, y]): Point => [centreX + side * x, y])) ?? '',
  );
}
