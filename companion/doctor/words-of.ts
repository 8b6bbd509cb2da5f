import { CompanionError } from '../errors';

/** An error in words for a person. */
export function wordsOf(error: unknown): string {
  if (error instanceof CompanionError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
