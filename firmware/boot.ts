import { loadApp, lockConsole } from './device/boot';

lockConsole();
loadApp();
