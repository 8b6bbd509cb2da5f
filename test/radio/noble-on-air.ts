import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Noble } from '../../companion/link/noble-shape';
import type { VirtualAir } from './virtual-air';
import { VirtualController } from './virtual-controller';

type SocketClass = new () => EventEmitter;

interface SocketModule {
  loadDriver(driver: unknown): unknown;
}

interface NobleModule {
  withBindings(binding: 'hci', options: { readonly hciDriver: SocketClass }): Noble;
}

const require = createRequire(import.meta.url);

/** noble itself; a class in place of the name of its HCI driver is taken as the driver. */
function loadNoble(): NobleModule {
  const ofNoble = createRequire(require.resolve('@stoprocent/noble'));
  const sockets: SocketModule = ofNoble('@stoprocent/bluetooth-hci-socket');
  const { loadDriver } = sockets;
  sockets.loadDriver = (driver) => (typeof driver === 'function' ? driver : loadDriver(driver));
  return require('@stoprocent/noble');
}

const noble = loadNoble();

/** A computer's Bluetooth adapter on the virtual air. */
export interface AdapterOnAir {
  readonly controller: VirtualController;
  /** A new noble on it, as after a start of the companion. */
  open(): Noble;
  /** Whether Linux says that the adapter is up. */
  isUp: boolean;
}

/** Plugs in an adapter. */
export function plugIn(air: VirtualAir, address: string): AdapterOnAir {
  const controller = new VirtualController(air, address);
  const adapter: AdapterOnAir = { controller, isUp: true, open };

  /** As the raw channel of Linux: commands and data go to the controller, what it says comes as events. */
  class RawSocket extends EventEmitter {
    #onData = (packet: Buffer): void => void this.emit('data', packet);
    bindRaw(): void {}
    bindUser(): void {}
    setFilter(): void {}
    isDevUp(): boolean {
      return adapter.isUp;
    }
    start(): void {
      controller.off('data', this.#onData);
      controller.on('data', this.#onData);
    }
    stop(): void {
      controller.off('data', this.#onData);
    }
    write(packet: Buffer): void {
      if (adapter.isUp) controller.write(packet);
    }
  }

  function open(): Noble {
    const before = process.listeners('SIGINT');
    const opened = noble.withBindings('hci', { hciDriver: RawSocket });
    void opened.state;
    for (const listener of process.listeners('SIGINT')) {
      if (!before.includes(listener)) process.removeListener('SIGINT', listener);
    }
    return opened;
  }
  return adapter;
}
