import { z } from 'zod';

const LETTERS_MAX = 60;

/** A store's name as people type it: 1 to 60 letters, without signs that turn or break the text around it. */
export const storeName = z
  .string()
  .trim()
  .min(1)
  .max(LETTERS_MAX)
  .regex(/^[^\p{Cc}\p{Bidi_Control}\u2028\u2029]*$/u);

export const STORE_LETTERS_MAX = LETTERS_MAX;
