import { createTransport } from 'nodemailer';
import type { Config } from '../config/config';
import { CompanionError } from '../errors';

/** One note on its way. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  /** the same for every try, so that servers may know a second one */
  readonly messageId: string;
}

/** How a mail ended: refused means that it certainly did not leave, unsure that nobody knows. */
export type MailEnd =
  | { readonly end: 'sent' }
  | { readonly end: 'refused' | 'unsure'; readonly error: string };

/** Sends mails; never throws. */
export type SendMail = (mail: Mail) => Promise<MailEnd>;

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
/** Ends before the mail itself was handed over. */
const CERTAIN_CODES = ['EDNS', 'EAUTH', 'EENVELOPE', 'ETLS'];
const CERTAIN_CALLS = ['connect', 'getaddrinfo'];

/** Sends through the mail server of the settings. Throws CompanionError `mail-missing`. */
export function mailSender({ mailUrl, mailFrom, mailTo }: Config): SendMail {
  if (mailUrl === undefined || mailFrom === undefined || mailTo === undefined) {
    throw new CompanionError('mail-missing');
  }
  const url = new URL(mailUrl);
  for (const [name, limitMs] of Object.entries(TIMEOUTS)) url.searchParams.set(name, String(limitMs));
  const transport = createTransport(url.href);
  const domain = mailFrom.slice(mailFrom.indexOf('@') + 1);
  return async ({ subject, text, messageId }) => {
    try {
      await transport.sendMail({
        from: mailFrom,
        to: [...mailTo],
        subject,
        text,
        messageId: `<${messageId}@${domain}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { end: 'sent' };
    } catch (error) {
      return { end: isCertain(error) ? 'refused' : 'unsure', error: describe(error) };
    }
  };
}

/** Whether an error leaves no doubt that nothing left: the server said no, or was never reached. */
function isCertain(error: unknown): boolean {
  const { responseCode, code, syscall } = error as {
    responseCode?: unknown;
    code?: unknown;
    syscall?: unknown;
  };
  if (typeof responseCode === 'number') return responseCode >= 400;
  return CERTAIN_CODES.includes(String(code)) || CERTAIN_CALLS.includes(String(syscall));
}

/** What may be logged: codes, no addresses and no words of the server. */
function describe(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}
