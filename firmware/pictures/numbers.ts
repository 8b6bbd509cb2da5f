/**
 * Numbers of the pictures in the file `pics`, each drawn in the SVG of the same name beside this file. A picture and
 * its marks share one canvas (the SVG's viewBox): draw them with the same x and y and they meet.
 */

/** Knee, a canvas of 76 x 40 px at a scale of 1: a right knee from the front in its left half, from the side in its right half. */
export const PICTURE_KNEE_FRONT = 0;
export const PICTURE_KNEE_SIDE = 1;
/** Plus an option of `loc`, `front` to `back`: the sore place, a mark over the knee. `unsure` has none. */
export const PICTURE_LOC = 2;

/** Shoe, a canvas of 92 x 44 px: a shoe from the side in its upper left corner. */
export const PICTURE_SHOE = 7;
/** Plus an option of `wear`, `crease` to `lean`: creases, a mark over the shoe; the sole below it; the heel on its right. */
export const PICTURE_WEAR = 7;

/** How many pictures there are. */
export const PICTURE_COUNT = 11;
