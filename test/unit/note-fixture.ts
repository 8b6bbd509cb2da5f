import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a mail server does with a mail: takes it, says no to the receiver or to the mail, says what means neither, or falls silent. */
export type Manner =
  | 'takes'
  | 'refuses-receiver'
  | 'refuses-mail'
  | 'says-neither'
  | 'hangs-up-after-mail'
  | 'never-answers-mail';

/** A mail server on this machine that keeps what it is sent. */
export async function startMailServer(manner: { now: Manner }) {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  let onMail: () => void = () => undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    let isMail = false;
    const answer = (line: string): boolean => socket.write(`${line}\r\n`);
    answer('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      text += bytes.toString();
      for (;;) {
        const end = text.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (isMail ? 5 : 2));
        if (isMail) {
          isMail = false;
          mails.push(line);
          onMail();
          if (manner.now === 'hangs-up-after-mail') socket.destroy();
          else if (manner.now === 'refuses-mail') answer('554 no');
          else if (manner.now === 'says-neither') answer('354 go on');
          else if (manner.now !== 'never-answers-mail') answer('250 taken');
        } else if (/^DATA/i.test(line)) {
          isMail = true;
          answer('354 go on');
        } else if (/^RCPT/i.test(line) && manner.now === 'refuses-receiver') {
          answer('550 nobody here');
        } else {
          answer(/^QUIT/i.test(line) ? '221 bye' : '250 yes');
        }
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** Resolves when the next mail has arrived whole, whatever becomes of it. */
    nextMail: () => new Promise<void>((resolve) => (onMail = resolve)),
    stop: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
