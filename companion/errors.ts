/** Every error that a person can meet in the companion: a stable code and its sentence. */
const SENTENCES = {
  'node-too-old': 'Counterstep needs Node 20.19 or newer; Node 24 is recommended.',
  'clock-other-day': 'This machine’s clock says another day.',
  'disk-full':
    'The disk takes nothing more, so nothing was changed. Make room or mend it; counterstep doctor says how much is free.',
  'config-unreadable': 'The settings file cannot be read.',
  'config-invalid': 'A setting is not usable.',
  'data-folder-unusable': 'The data folder cannot be made or written.',
  'path-unusable':
    'A file or folder cannot be read, made or written. Check that its folder is there and yours to write.',
  'database-unreadable': 'The database cannot be opened.',
  'database-unreachable': 'The PostgreSQL database cannot be reached. Check DATABASE_URL and the server.',
  'database-too-new': 'The database was written by a newer version of Counterstep. Install that version.',
  'keys-unreadable': 'The file with the kiosk keys cannot be read.',
  'keys-too-open': 'The file with the kiosk keys can be read by other users of this machine.',
  'key-unusable': 'A kiosk key is 32 hexadecimal digits.',
  'kiosk-unknown': 'This companion does not know that kiosk.',
  'kiosk-unclear': 'Several kiosks have that name. Give the id that counterstep kiosks list shows.',
  'kiosk-name': 'A kiosk’s name has 1 to 40 characters.',
  'kiosk-live':
    'This kiosk is registered already. Writing it anew erases its ledger: sheets that were not fetched and the open ' +
    'sheet are lost, and the old key ends. To do that add --kiosk with its id, and --new-epoch.',
  'kiosk-forget':
    'Nothing was done. Forgetting a kiosk deletes its key: this companion can never read it again, what it has not ' +
    'sent is lost, and it works again only when it is flashed anew. Published figures stay. To do that add --yes.',
  'flash-board': 'There is no firmware for that board. There is some for:',
  'flash-address': 'The address does not fit into the kiosk’s QR codes.',
  'flash-languages': 'These languages cannot be flashed.',
  'flash-what': 'Say what to make: --image FILE, or --device for a device in reach.',
  'flash-device': 'The device does not answer. Is it switched on and near, and connected to nothing else?',
  'flash-none-near':
    'No such device was heard. Plug it in, bring it within a few metres and end other connections to it. A name ' +
    'changed by hand must be given: --device NAME.',
  'flash-several-near': 'Several devices are near. Name the one that is meant with --device ADDRESS:',
  'flash-is-kiosk':
    'That is a kiosk already, and locked. To make it anew open its maintenance first; that erases its ledger.',
  'flash-lost':
    'The link to the device ended before everything was there. Bring it nearer, check its power, and run the same ' +
    'command again: it begins anew, and no second kiosk comes of it.',
  'flash-other-board': 'This is another board than asked for; see --board. Nothing was written. It should be',
  'flash-old':
    'The device needs Espruino 2v26 or newer; 2v29 is recommended. Update it as its maker’s page “Firmware Update” ' +
    'says, then run this again. Nothing was written. It has',
  'flash-not-fresh':
    'There are files on the device that are not Counterstep’s. Nothing was written. If they may go (a Bangle.js 2 ' +
    'comes with some), add --erase. It holds:',
  'flash-other-kiosk':
    'The device is another kiosk than the one to be made anew. Give its id with --kiosk, and leave --kiosk out for a ' +
    'kiosk of another companion. Nothing was written.',
  'flash-wrong':
    'A file did not arrive as it was sent. Run the same command again: it begins anew, as the same kiosk. It is',
  'flash-unheard':
    'The kiosk is written, verified and registered, but was not heard over the radio within a minute. Look at its ' +
    'screen: does it show the first question? Then counterstep doctor says what hinders the radio.',
  'radio-unusable': 'No device can be reached over Bluetooth.',
  'flash-not-built': 'The built firmware is missing. Run npm run build, or install the package again.',
  'kiosk-not-near':
    'Nothing was heard of the kiosk for a minute. Bring it near, see that it is switched on, and begin anew.',
  'kiosk-not-asked': 'The kiosk was heard, but nothing came of asking it.',
  'maintain-refused':
    'The kiosk does not show its maintenance screen, and nothing was changed. Open it in the staff menu: on the first ' +
    'question hold the lower left key and then the upper right one too, for three seconds (a watch: touch one corner, ' +
    'then the other, for a second each), turn pages to Maintenance, and press OK. It lasts two minutes. Or pull its ' +
    'plug, hold its two right keys (a watch: its button), plug it in and hold them for three seconds more. Then begin ' +
    'anew.',
  'update-board': 'There is no kiosk that could be updated: this is',
  'update-ledger':
    'There is no kiosk that could be updated: what lies where its ledger belongs is something else. Nothing was changed.',
  'update-other-kiosk': 'This is another kiosk, and nothing was changed. Its id is',
  'update-fixed-part':
    'The fonts and pictures of this version are others, and they lie in the ledger’s file, which no update touches. ' +
    'Nothing was changed. This kiosk has to be flashed anew: counterstep flash --help.',
  'update-languages':
    'The kiosk’s languages are not known, since an update was cut. Name them with --languages, for example en,es.',
  'update-sheets':
    'The kiosk holds sheets that were not fetched, and nothing was changed. Pull its plug, plug it in, let it sync ' +
    '(counterstep start --real), and begin anew. Sheets that wait:',
  'update-power':
    'The kiosk runs on a battery. Plug its power supply in and begin anew. Nothing was changed.',
  'update-mains':
    'Nothing was changed. Whether the kiosk runs on mains power cannot be measured, and a battery that gives out leaves ' +
    'it open and not working. When its power supply is plugged in, add --on-mains.',
  'update-failed':
    'The kiosk’s flash does not hold what was written to it. Its ledger is untouched, and until an update is through it ' +
    'takes commands from anybody who reaches it. Run the same command again.',
  'update-cut':
    'The link was lost. The kiosk’s ledger is untouched, but until an update is through the kiosk does not work and takes ' +
    'commands from anybody who reaches it. Run the same command again: it begins where that is safe.',
  'update-layout':
    'The files on this device lie as no version of Counterstep writes them, so they cannot be erased without a danger to ' +
    'the ledger. It takes commands from anybody who reaches it: flash it anew.',
  'image-kind': 'The name of an image ends in .bin (bare bytes) or .hex (Intel HEX).',
  'image-exists': 'There is a file of that name already, and it may hold a kiosk’s key. Give another name.',
  'image-unwritable':
    'The image cannot be written. Its folder must be there, and yours to write; make it, or give another place.',
  'audit-failed': 'The audit before a release could not be made, so nothing was published.',
  'release-unwritten':
    'What is due could not be published. Nothing is lost, and it is tried again within the hour. Is the disk full? ' +
    'Ask: counterstep doctor.',
  'kinds-mixed': 'Real and simulated kiosks never share a database.',
  'listen-needs-password':
    'Without an owner’s password the companion listens on this machine only. Start it with --host 127.0.0.1, ' +
    'open the one-time link that it prints and set the password; then it may listen wider.',
  'simulated-listens-wide': 'A simulated companion needs no password, so it listens on this machine only.',
  'port-taken':
    'Another program listens on this port already. Give another one with --port or COUNTERSTEP_PORT.',
  'listen-refused':
    'This machine does not let the companion listen there. Ports below 1024 are for administrators, and an address must ' +
    'be one of its own: give others with --port and --host.',
  'account-name': 'A name to sign in with has 1 to 64 letters (a to z), digits and . @ _ -',
  'account-exists': 'Somebody has that name already.',
  'account-unknown': 'Nobody has that name; counterstep users list shows everybody.',
  'account-last-owner': 'The last owner who can sign in cannot be removed.',
  'store-unknown': 'This companion does not know that store; counterstep stores list shows those it knows.',
  'store-missing': 'There is no store yet. Add one: counterstep stores add --name "Your store"',
  'store-id': 'A store’s id has 1 to 40 small letters, digits and hyphens, and starts with a letter.',
  'store-exists': 'There is a store with that id already.',
  'store-name': 'A store’s name has 1 to 60 characters.',
  'nothing-here':
    'There is no database. Start the companion first (counterstep start --real), or name its folder with --data. Looked in',
  'mail-missing':
    'No mail settings. Set mailUrl, mailFrom and mailTo, or COUNTERSTEP_MAIL_URL, _FROM and _TO.',
  'mail-failed': 'The note could not be sent.',
  'backup-postgres':
    'The database is on PostgreSQL: back it up and restore it with its own pg_dump and pg_restore.',
  'backup-exists': 'The folder for the backup is there already and holds something.',
  'backup-unreadable': 'This is not a whole backup of Counterstep.',
  'restore-in-the-way':
    'The data folder holds a database already. To put it aside and restore, add --replace.',
  'restore-older':
    'The database in the data folder has released spans that the backup lacks. Restoring would release them a second ' +
    'time with other contents, and the two could be subtracted.',
  'forward-failed':
    'What was released could not be sent to the chain’s companion; it is tried again by itself.',
  'database-in-use': 'Another companion uses this database. Stop it first.',
} as const;

export type ErrorCode = keyof typeof SENTENCES;

/** An error with a stable code; its message is the sentence a person sees, then what exactly is wrong. */
export class CompanionError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail?: string, cause?: unknown) {
    super(detail ? `${SENTENCES[code]} ${detail}` : SENTENCES[code], { cause });
    this.name = 'CompanionError';
    this.code = code;
  }
}
