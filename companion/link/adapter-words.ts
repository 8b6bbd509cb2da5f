import type { AdapterFacts } from './adapter-facts';

/** What hinders the radio: stable codes for logs. */
export type AdapterTrouble =
  | 'library-missing'
  | 'system-unknown'
  | 'adapter-missing'
  | 'adapter-blocked'
  | 'adapter-off'
  | 'adapter-unusable'
  | 'not-allowed'
  | 'starting';

/** Why no kiosk can be reached, and what to do; both whole sentences. */
export interface AdapterWords {
  readonly trouble: AdapterTrouble;
  readonly what: string;
  readonly toDo: string;
}

/** What hinders the adapter, or null when it works. The first thing that somebody has to mend is said, no other. */
export function explainAdapter(facts: AdapterFacts): AdapterWords | null {
  const { platform, loadError, linux, statesSeen } = facts;
  if (loadError !== null) {
    return platform === 'linux' || platform === 'darwin' || platform === 'win32'
      ? say(
          'library-missing',
          `The Bluetooth library did not load (${loadError}).`,
          'Install the packages again with: npm ci. Do not leave optional packages out.',
        )
      : say(
          'system-unknown',
          `There is no Bluetooth library for this system (${platform}).`,
          'Run the companion on Linux, macOS or Windows.',
        );
  }
  if (statesSeen.includes('poweredOn')) return null;
  if (linux) return explainLinux(linux.names, linux.block, linux.isAllowed, statesSeen);
  if (platform === 'linux') return statesSeen.length === 0 ? STARTING : OWN_DRIVER;
  if (statesSeen.includes('unauthorized')) return NOT_ALLOWED[platform === 'darwin' ? 'darwin' : 'win32'];
  if (statesSeen.includes('unsupported')) return UNSUPPORTED[platform === 'darwin' ? 'darwin' : 'win32'];
  if (statesSeen.includes('poweredOff')) return OFF[platform === 'darwin' ? 'darwin' : 'win32'];
  return STARTING;
}

const say = (trouble: AdapterTrouble, what: string, toDo: string): AdapterWords => ({ trouble, what, toDo });

const STARTING = say('starting', 'The Bluetooth adapter is starting.', 'Wait a few seconds.');

const OWN_DRIVER = say(
  'adapter-unusable',
  'The adapter that the settings BLUETOOTH_HCI_SOCKET_... name does not answer.',
  'Check its port and whether this user may open it.',
);

const NOT_ALLOWED = {
  darwin: say(
    'not-allowed',
    'macOS does not let this program use Bluetooth.',
    'Open System Settings, Privacy & Security, Bluetooth, allow the program in which you start the companion ' +
      '(such as Terminal), and start the companion again.',
  ),
  win32: say(
    'not-allowed',
    'Windows does not let this program use Bluetooth.',
    'Open Settings, Privacy & security, Radios, let desktop apps control radios, and start the companion again.',
  ),
};

const UNSUPPORTED = {
  darwin: say(
    'adapter-missing',
    'This Mac has no Bluetooth Low Energy.',
    'Run the companion on a computer that has Bluetooth 4.0 or newer.',
  ),
  win32: say(
    'adapter-missing',
    'Windows finds no Bluetooth Low Energy adapter.',
    'Plug in a USB adapter with Bluetooth 4.0 or newer; in Device Manager it must stand under Bluetooth ' +
      'without a warning sign.',
  ),
};

const OFF = {
  darwin: say(
    'adapter-off',
    'Bluetooth is switched off.',
    'Switch it on in System Settings, Bluetooth. The companion goes on by itself.',
  ),
  win32: say(
    'adapter-off',
    'Bluetooth is switched off.',
    'Switch it on in Settings, Bluetooth & devices, and end flight mode. The companion goes on by itself.',
  ),
};

function explainLinux(
  names: readonly string[],
  block: 'none' | 'soft' | 'hard',
  isAllowed: boolean,
  statesSeen: readonly string[],
): AdapterWords {
  if (names.length === 0) {
    return say(
      'adapter-missing',
      'This computer has no Bluetooth adapter, or Linux does not know it.',
      'Plug in a USB adapter with Bluetooth 4.0 or newer. A virtual machine or container must be given it. ' +
        'When it is there, this lists it: ls /sys/class/bluetooth',
    );
  }
  if (block === 'hard') {
    return say(
      'adapter-blocked',
      'A switch or key on this computer keeps Bluetooth off.',
      'Turn it on there. This shows what is blocked: rfkill list bluetooth',
    );
  }
  if (block === 'soft')
    return say('adapter-blocked', 'Bluetooth is blocked.', 'Run: sudo rfkill unblock bluetooth');
  if (!isAllowed || statesSeen.includes('unauthorized')) {
    return say(
      'not-allowed',
      'This user may not use the Bluetooth adapter.',
      'Allow it to Node once: sudo setcap cap_net_raw+eip "$(readlink -f "$(command -v node)")". As a service ' +
        'instead: AmbientCapabilities=CAP_NET_RAW. Then start the companion again.',
    );
  }
  if (statesSeen.includes('unsupported')) {
    return say(
      'adapter-unusable',
      `The adapter ${names.join(', ')} does not answer as one for Bluetooth Low Energy.`,
      'It must know Bluetooth 4.0 or newer. Another program may hold it alone, or the container may not use it.',
    );
  }
  if (statesSeen.includes('poweredOff')) {
    return say(
      'adapter-off',
      `The adapter ${names.join(', ')} is switched off.`,
      'Run: bluetoothctl power on. The companion goes on by itself.',
    );
  }
  return STARTING;
}
