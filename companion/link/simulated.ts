import type { Board } from '../../firmware/simulator/board';
import { readAdvertBytes } from './advert-bytes';
import type { Link, LinkAdvert, LinkCharacteristic, LinkDevice, LinkServer } from './port';

type GattLink = ReturnType<Board['connect']>;

/** The part of a simulated board that a radio meets. */
export interface SimulatedPeer {
  readonly id: string;
  readonly board: Pick<Board, 'connect' | 'advert'>;
  /** Lets the board's time pass for one exchange over the air. */
  pass(): Promise<void> | void;
}

/** A radio around which only these boards are. */
export function createSimulatedLink(peers: readonly SimulatedPeer[]): Link {
  const devices = new Map(peers.map((peer) => [peer.id, simulatedDevice(peer)]));
  return {
    async watchAdverts(onAdvert) {
      for (const peer of peers) {
        const advert = advertOf(peer);
        if (advert) onAdvert(advert);
      }
      return () => undefined;
    },
    findDevice: async (deviceId) => devices.get(deviceId),
  };
}

function advertOf({ id, board }: SimulatedPeer): LinkAdvert | undefined {
  const { advert } = board;
  return advert && readAdvertBytes(id, [...advert.packets, advert.scanResponse]);
}

/** One simulated board as a device that can be connected to. */
export function simulatedDevice(peer: SimulatedPeer): LinkDevice {
  const listeners = new Set<() => void>();
  let link: GattLink | undefined;

  const characteristic = (service: string, uuid: string): LinkCharacteristic => ({
    async readValue() {
      await peer.pass();
      const value = open(link).read(service, uuid).slice();
      return new DataView(value.buffer);
    },
    async writeValueWithResponse(value) {
      open(link).write(service, uuid, value);
      await peer.pass();
    },
  });

  const gatt: LinkServer = {
    get connected() {
      return link?.isConnected ?? false;
    },
    async connect() {
      const opened = peer.board.connect();
      opened.onDisconnect = () => {
        for (const listener of [...listeners]) listener();
      };
      link = opened;
      await peer.pass();
      return gatt;
    },
    disconnect: () => link?.disconnect(),
    getPrimaryService: async (service) => ({
      getCharacteristic: async (uuid) => characteristic(service, uuid),
    }),
  };
  return {
    id: peer.id,
    gatt,
    addEventListener: (_event, listener) => listeners.add(listener),
    removeEventListener: (_event, listener) => listeners.delete(listener),
  };
}

function open(link: GattLink | undefined): GattLink {
  if (!link?.isConnected) throw new Error('Not connected');
  return link;
}
