import { curveBasis, curveBasisClosed, line } from 'd3-shape';

type Point = readonly [xPx: number, yPx: number];

const points = () =>
  line<Point>()
    .x((point) => point[0])
    .y((point) => point[1]);
const closed = points().curve(curveBasisClosed);
const open = points().curve(curveBasis);

/** A right leg seen from the front, from thigh to calf, around x = 0: its outer edge down, its inner edge up. */
const outline: readonly Point[] = [
  [-60, -40],
  [-54, -12],
  [-52, 12],
  [-45, 50],
  [-38, 78],
  [-39, 102],
  [-35, 122],
  [-41, 150],
  [-38, 182],
  [-32, 240],
  [22, 240],
  [31, 182],
  [38, 148],
  [34, 122],
  [41, 98],
  [36, 74],
  [45, 45],
  [52, 10],
  [54, -12],
  [60, -40],
];

/** What is seen of a knee from the front: the thigh muscle above, the edges of the kneecap, the shin below. */
const frontLines: readonly (readonly Point[])[] = [
  [
    [12, 36],
    [21, 52],
    [23, 66],
    [17, 72],
  ],
  [
    [-16, 38],
    [-22, 54],
    [-22, 66],
  ],
  [
    [-8, 150],
    [-10, 168],
    [-9, 188],
  ],
];

/** And from behind: the two cords above the hollow, and the calf's halves. */
const backLines: readonly (readonly Point[])[] = [
  [
    [-24, 40],
    [-23, 60],
    [-27, 78],
  ],
  [
    [24, 40],
    [23, 60],
    [28, 78],
  ],
  [
    [0, 128],
    [-1, 150],
    [1, 172],
  ],
];

/** A right leg as SVG paths: its outline, and the lines inside it; seen from behind it is mirrored. */
export function drawLeg(centreX: number, isFromBehind: boolean): { outline: string; lines: string[] } {
  const side = isFromBehind ? -1 : 1;
  const place = (edge: readonly Point[]): Point[] => edge.map(([x, y]) => [centreX + side * x, y]);
  return {
    outline: closed(place(outline)) ?? '',
    lines: (isFromBehind ? backLines : frontLines).map((edge) => open(place(edge)) ?? ''),
  };
}
