import type { Context } from 'hono';
import type { z } from 'zod';

/** The fields of a posted form as the schema wants them; null when they are otherwise, or not sent as a form. */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return null;
  const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
  const parsed = schema.safeParse(fields);
  return parsed.success ? parsed.data : null;
}
