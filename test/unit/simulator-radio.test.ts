import { describe, expect, test } from 'vitest';
import { GattError } from '../../firmware/simulator/radio';
import { runBoard, toldBy } from './running-board';

const SERVICE = 'b7920001-3c1b-4b40-869f-3c0db9be80c6';
const REQUEST = 'b7920002-3c1b-4b40-869f-3c0db9be80c6';
const REPLY = 'b7920003-3c1b-4b40-869f-3c0db9be80c6';

const SERVICES = `var got=[];NRF.setServices({"${SERVICE}":{
  "${REQUEST}":{writable:true,maxLen:20,onWrite:function(e){var d=new Uint8Array(e.data);tell(d[0]);
    NRF.updateServices({"${SERVICE}":{"${REPLY}":{value:[d[0]+1,d.length]}}})}},
  "${REPLY}":{readable:true,maxLen:48,value:[0]}}},{uart:false});
  NRF.on("connect",function(a){tell(200)});NRF.on("disconnect",function(r){tell(201)});\n`;

describe('the simulated radio', () => {
  test('a request written is answered when the board is next idle', () => {
    const board = runBoard(SERVICES);
    const link = board.connect();
    link.write(SERVICE, REQUEST, Uint8Array.of(7, 8, 9));
    expect([...link.read(SERVICE, REPLY)]).toEqual([0]);
    board.advance(0);
    expect([...link.read(SERVICE, REPLY)]).toEqual([8, 3]);
    link.disconnect();
    board.advance(0);
    expect(toldBy(board)).toEqual([200, 7, 201]);
  });

  test('UUIDs are the same in capitals', () => {
    const link = runBoard(SERVICES).connect();
    expect([...link.read(SERVICE.toUpperCase(), REPLY.toUpperCase())]).toEqual([0]);
  });

  test.each([
    { name: 'more than its length', characteristic: REQUEST, bytes: 21 },
    { name: 'more than one piece over the air', characteristic: REQUEST, bytes: 51 },
    { name: 'what is not writable', characteristic: REPLY, bytes: 1 },
    { name: 'what is not there', characteristic: SERVICE, bytes: 1 },
  ])('refuses to write $name', ({ characteristic, bytes }) => {
    const board = runBoard(SERVICES);
    const link = board.connect();
    expect(() => link.write(SERVICE, characteristic, new Uint8Array(bytes))).toThrow(GattError);
    board.advance(0);
    expect(toldBy(board)).toEqual([200]);
  });

  test('refuses to read what is not readable', () => {
    const link = runBoard(SERVICES).connect();
    expect(() => link.read(SERVICE, REQUEST)).toThrow(GattError);
  });

  test('takes one link at a time and is not advertised meanwhile', () => {
    const board = runBoard(SERVICES);
    expect(board.advert).toBeDefined();
    const link = board.connect();
    expect(board.advert).toBeUndefined();
    expect(() => board.connect()).toThrow(GattError);
    link.disconnect();
    expect(board.advert).toBeDefined();
    expect(() => link.read(SERVICE, REPLY)).toThrow('Not connected');
    expect(board.connect().isConnected).toBe(true);
  });

  test('the kiosk can end a link; so does a reset or a loss of power', () => {
    const board = runBoard(
      `${SERVICES}setTimeout(function(){NRF.disconnect()},100);setTimeout(function(){E.reboot()},300);`,
    );
    const ends: string[] = [];
    const first = board.connect();
    first.onDisconnect = () => ends.push('kiosk');
    board.advance(150);
    const second = board.connect();
    second.onDisconnect = () => ends.push('reset');
    board.advance(500);
    const third = board.connect();
    third.onDisconnect = () => ends.push('power');
    board.powerOff();
    expect(ends).toEqual(['kiosk', 'reset', 'power']);
    expect([first, second, third].map((link) => link.isConnected)).toEqual([false, false, false]);
    expect(() => board.connect()).toThrow(GattError);
  });

  test('services set during a link wait for its end, and updates are refused until then', () => {
    const board =
      runBoard(`setTimeout(function(){NRF.setServices({"${SERVICE}":{"${REPLY}":{readable:true,value:[5]}}},{uart:false});
      try{NRF.updateServices({"${SERVICE}":{"${REPLY}":{value:[6]}}})}catch(e){tell(e.message=="Can't update services until BLE restart"?1:2)}},10);`);
    const link = board.connect();
    board.advance(20);
    expect([board.serviceUuids, board.isUartOn, toldBy(board)]).toEqual([[], true, [1]]);
    link.disconnect();
    expect([board.serviceUuids, board.isUartOn]).toEqual([[SERVICE], false]);
    expect([...board.connect().read(SERVICE, REPLY)]).toEqual([5]);
  });

  test.each([
    {
      call: `NRF.updateServices({"${SERVICE}":{"${SERVICE}":{value:[1]}}})`,
      message: `Unable to find service with UUID ${SERVICE}`,
    },
    {
      call: `NRF.updateServices({"${SERVICE}":{"${REPLY}":{value:new Uint8Array(49)}}})`,
      message: 'ERR 0xc (DATA_SIZE)',
    },
    { call: 'NRF.setAdvertising([new Array(32).fill(1)],{})', message: 'ERR 0xc (DATA_SIZE)' },
    { call: 'NRF.setScanResponse(new Array(32).fill(1))', message: 'ERR 0xc (DATA_SIZE)' },
    {
      call: 'NRF.setServices({"not-a-uuid":{}},{uart:false})',
      message: 'Invalid Service UUID: Expecting 16 bit integer or 128 bit string',
    },
  ])('$call throws', ({ call, message }) => {
    const errors: string[] = [];
    const board = runBoard(`${SERVICES}setTimeout(function(){${call}},1);`);
    board.onError((error) => errors.push(error instanceof Error ? error.message : ''));
    board.advance(10);
    expect(errors).toEqual([message]);
  });

  test('an empty value changes nothing', () => {
    const board = runBoard(`${SERVICES}NRF.updateServices({"${SERVICE}":{"${REPLY}":{value:[]}}});`);
    expect([...board.connect().read(SERVICE, REPLY)]).toEqual([0]);
  });

  test('adverts and scan response are what the firmware set, to the byte', () => {
    const board =
      runBoard(`NRF.setAdvertising([[2,1,6,3,255,1,2]],{showName:false,interval:600,connectable:true,scannable:true});
      NRF.setScanResponse([2,9,75]);`);
    expect(board.advert).toMatchObject({ intervalMs: 600, isConnectable: true, isScannable: true });
    expect(board.advert?.packets.map((packet) => [...packet])).toEqual([[2, 1, 6, 3, 255, 1, 2]]);
    expect([...(board.advert?.scanResponse ?? [])]).toEqual([2, 9, 75]);
  });

  test.each([
    { data: '[2,1,6,"ab"]', packets: [[2, 1, 6, 97, 98]] },
    {
      data: '[[2,1,6],[3,255,"ab",new Uint8Array([1])]]',
      packets: [
        [2, 1, 6],
        [3, 255, 97, 98, 1],
      ],
    },
  ])('an advert of $data', ({ data, packets }) => {
    const board = runBoard(`NRF.setAdvertising(${data},{});`);
    expect(board.advert?.packets.map((packet) => [...packet])).toEqual(packets);
  });

  test('writes that come faster than the firmware reads are lost without a word', () => {
    const board = runBoard(
      `${SERVICES}setTimeout(function(){tell(E.getErrorFlags()[0]=="FIFO_FULL"?254:253)},10);`,
    );
    const link = board.connect();
    for (let i = 0; i < 60; i++) link.write(SERVICE, REQUEST, new Uint8Array(20).fill(i));
    board.advance(20);
    const told = toldBy(board);
    expect(told.at(-1)).toBe(254);
    expect(told.slice(1, -1)).toEqual(Array.from({ length: 42 }, (_, i) => i));
  });

  test('a board that takes no connections refuses them', () => {
    const board = runBoard('NRF.setAdvertising([[2,1,6]],{connectable:false});');
    expect(() => board.connect()).toThrow(GattError);
  });
});
